//! [`Sweep`]: constraints read one by one, each forward and backward.

use core::ops::Bound;

use alloc::{vec, vec::Vec};

use rust_decimal::Decimal;

use super::{constraint::Constraint, set::Set};
use crate::{bounds::NARROWED_DIGITS, interval::Interval};

/// Statements that cannot all hold.
pub struct Conflict(pub Set);

/// What a variable can be, and which statements each end comes from.
#[derive(Clone, Debug)]
pub struct Cell {
    pub interval: Interval,
    low: Set,
    high: Set,
}

impl Cell {
    pub fn free(interval: Interval) -> Self {
        Self { interval, low: Set::default(), high: Set::default() }
    }

    /// Forgets the ends that come from a statement, and returns whether there were any.
    pub fn forget(&mut self, statement: usize, start: Interval) -> bool {
        let (low, high) = (self.low.contains(statement), self.high.contains(statement));
        let ends = (
            if low { start.low() } else { self.interval.low() },
            if high { start.high() } else { self.interval.high() },
        );
        if low {
            self.low = Set::default();
        }
        if high {
            self.high = Set::default();
        }
        self.interval = Interval::new(ends.0, ends.1).unwrap_or(start);
        low || high
    }

    /// Returns the statements that either end comes from.
    pub fn sources(&self) -> Set {
        self.low.clone().union(&self.high)
    }
}

/// The narrowing under way; time is counted in constraints read.
pub struct Sweep {
    pub cells: Vec<Cell>,
    /// When each variable last changed.
    changed: Vec<u32>,
    /// When the reading of each constraint last began; at zero it never did.
    read: Vec<u32>,
    now: u32,
}

impl Sweep {
    pub fn new(cells: Vec<Cell>, read: Vec<u32>) -> Self {
        Self { changed: vec![0; cells.len()], cells, read, now: 1 }
    }

    /// Returns whether a constraint is to be read, and notes the time if it is.
    pub fn begin(&mut self, place: usize, constraint: Constraint) -> bool {
        let changed = constraint.variables().filter_map(|variable| self.changed.get(variable));
        let changed = changed.max().copied().unwrap_or_default();
        let Some(read) = self.read.get_mut(place) else { return false };
        if *read > 0 && changed < *read {
            return false;
        }
        self.now += 1;
        *read = self.now;
        true
    }

    fn interval(&self, variable: usize) -> Interval {
        self.cells.get(variable).map_or(Interval::everything(), |cell| cell.interval)
    }

    /// Narrows the variables of a constraint by one another.
    pub fn apply(&mut self, constraint: Constraint) -> Result<(), Conflict> {
        match constraint {
            Constraint::Sum { z, x, y } => {
                self.sum(z, x, y)?;
                self.difference(x, z, y)?;
                self.difference(y, z, x)
            }
            Constraint::Product { z, x, y } => {
                let product = self.interval(x) * self.interval(y);
                self.meet_all(z, Some(product), &[x, y])?;
                self.quotient(x, z, y)?;
                self.quotient(y, z, x)
            }
            Constraint::Power { z, x, degree } => {
                let power = self.interval(x).power(degree.into());
                self.meet_all(z, power, &[x])?;
                let root = self.interval(z).root(degree.into());
                self.meet_all(x, root, &[z])
            }
            Constraint::Magnitude { z, x } => {
                self.meet_all(z, Some(self.interval(x).abs()), &[x])?;
                let size = self.interval(z);
                self.meet_all(x, Some(size.hull(-size)), &[z])
            }
            Constraint::Smaller { z, x, y } => {
                self.meet_all(z, Some(self.interval(x).min(self.interval(y))), &[x, y])?;
                let above = Interval::new(self.interval(z).low(), Bound::Unbounded).ok();
                self.meet_all(x, above, &[z])?;
                self.meet_all(y, above, &[z])
            }
            Constraint::Larger { z, x, y } => {
                self.meet_all(z, Some(self.interval(x).max(self.interval(y))), &[x, y])?;
                let below = Interval::new(Bound::Unbounded, self.interval(z).high()).ok();
                self.meet_all(x, below, &[z])?;
                self.meet_all(y, below, &[z])
            }
            Constraint::Sign { z, x } => {
                let value = self.interval(x);
                let (zero, one) = (Interval::point(Decimal::ZERO), Interval::point(Decimal::ONE));
                let sign = match () {
                    () if value.is_positive() => one,
                    () if value.intersects(Interval::more_than(Decimal::ZERO)) => zero.hull(one),
                    () => zero,
                };
                self.meet_all(z, Some(sign), &[x])
            }
            Constraint::Equal { z, x } => {
                self.meet_sides(z, Some(self.interval(x)), &[(x, Side::Low)], &[(x, Side::High)])?;
                self.meet_sides(x, Some(self.interval(z)), &[(z, Side::Low)], &[(z, Side::High)])
            }
            Constraint::NoMore { z, x } => {
                let below = Interval::new(Bound::Unbounded, self.interval(x).high()).ok();
                self.meet_sides(z, below, &[], &[(x, Side::High)])?;
                let above = Interval::new(self.interval(z).low(), Bound::Unbounded).ok();
                self.meet_sides(x, above, &[(z, Side::Low)], &[])
            }
        }
    }

    fn sum(&mut self, z: usize, x: usize, y: usize) -> Result<(), Conflict> {
        let sum = self.interval(x) + self.interval(y);
        let low = [(x, Side::Low), (y, Side::Low)];
        self.meet_sides(z, Some(sum), &low, &[(x, Side::High), (y, Side::High)])
    }

    /// Narrows `x = z - y`.
    fn difference(&mut self, x: usize, z: usize, y: usize) -> Result<(), Conflict> {
        let difference = self.interval(z) - self.interval(y);
        let low = [(z, Side::Low), (y, Side::High)];
        self.meet_sides(x, Some(difference), &low, &[(z, Side::High), (y, Side::Low)])
    }

    /// Narrows `x = z / y`.
    fn quotient(&mut self, x: usize, z: usize, y: usize) -> Result<(), Conflict> {
        let within = self.interval(x);
        let quotient = Interval::div_hull(self.interval(z), self.interval(y), within);
        // Which piece of a split quotient remains depends on the variable's own ends.
        self.meet_all(x, quotient, &[z, y, x])
    }

    fn meet_all(
        &mut self,
        variable: usize,
        new: Option<Interval>,
        from: &[usize],
    ) -> Result<(), Conflict> {
        let sources = |cells: &[Cell]| {
            let cells = from.iter().filter_map(|variable| cells.get(*variable));
            cells.fold(Set::default(), |set, cell| set.union(&cell.low).union(&cell.high))
        };
        self.meet(variable, new.map(on_grid), |cells| sources(cells))
    }

    fn meet_sides(
        &mut self,
        variable: usize,
        new: Option<Interval>,
        low: &[(usize, Side)],
        high: &[(usize, Side)],
    ) -> Result<(), Conflict> {
        let sources = |cells: &[Cell], from: &[(usize, Side)]| {
            let ends = from.iter().filter_map(|(variable, side)| {
                let cell = cells.get(*variable)?;
                Some(if *side == Side::Low { &cell.low } else { &cell.high })
            });
            ends.fold(Set::default(), Set::union)
        };
        self.meet_ends(variable, new.map(on_grid), |cells, side| {
            sources(cells, if side == Side::Low { low } else { high })
        })
    }

    /// Narrows a variable to what it has in common with an interval whose ends come from the same
    /// statements.
    pub fn meet(
        &mut self,
        variable: usize,
        new: Option<Interval>,
        sources: impl Fn(&[Cell]) -> Set,
    ) -> Result<(), Conflict> {
        self.meet_ends(variable, new, |cells, _| sources(cells))
    }

    /// Narrows a variable to what it has in common with an interval; the sources of the interval's
    /// ends are asked for only where they are needed.
    fn meet_ends(
        &mut self,
        variable: usize,
        new: Option<Interval>,
        sources: impl Fn(&[Cell], Side) -> Set,
    ) -> Result<(), Conflict> {
        let Some(cell) = self.cells.get(variable) else { return Ok(()) };
        let old = cell.interval;
        if new.is_some_and(|new| new.encloses(old)) {
            return Ok(());
        }
        let met = new.and_then(|new| old.intersect(new));
        let Some(met) = met else {
            let from_low = sources(&self.cells, Side::Low);
            let from_high = sources(&self.cells, Side::High);
            let blame = match new {
                Some(new) if Interval::new(old.low(), new.high()).is_err() => {
                    from_high.union(&cell.low)
                }
                Some(_) => from_low.union(&cell.high),
                None => from_low.union(&from_high).union(&cell.low).union(&cell.high),
            };
            return Err(Conflict(blame));
        };
        let low = (met.low() != old.low()).then(|| sources(&self.cells, Side::Low));
        let high = (met.high() != old.high()).then(|| sources(&self.cells, Side::High));
        if let Some(cell) = self.cells.get_mut(variable) {
            cell.interval = met;
            cell.low = low.unwrap_or_else(|| core::mem::take(&mut cell.low));
            cell.high = high.unwrap_or_else(|| core::mem::take(&mut cell.high));
        }
        if let Some(changed) = self.changed.get_mut(variable) {
            *changed = self.now;
        }
        Ok(())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Low,
    High,
}

/// Rounds the ends of a result outward, so that a circle of formulas soon stands still; the ends
/// that are stated keep all their digits.
fn on_grid(result: Interval) -> Interval {
    result.coarsen(NARROWED_DIGITS)
}

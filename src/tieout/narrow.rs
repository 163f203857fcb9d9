//! Narrowing: what every figure can be, given the statements and what joins them.
//!
//! Each constraint is read forward and backward (HC4): of `z = x + y` each is bounded by the other
//! two. Constraints are read in whole sweeps, always in one order, until nothing changes or the
//! number of sweeps is used up. No other rule of stopping keeps two properties: that the order of
//! statements does not matter, and that another statement never widens a bound.

use core::ops::Bound;

use alloc::{vec, vec::Vec};

use rust_decimal::Decimal;

use super::{
    evidence::{Reader, Reading},
    set::Set,
};
use crate::{
    bounds::{NARROWED_DIGITS, SWEEPS_MAX},
    interval::Interval,
};

/// What joins variables; a variable is named by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constraint {
    /// `z = x + y`.
    Sum { z: usize, x: usize, y: usize },
    /// `z = x × y`.
    Product { z: usize, x: usize, y: usize },
    /// `z = x^degree`, of values that are not negative.
    Power { z: usize, x: usize, degree: u8 },
    /// `z = |x|`.
    Magnitude { z: usize, x: usize },
    /// The smaller of two.
    Smaller { z: usize, x: usize, y: usize },
    /// The larger of two.
    Larger { z: usize, x: usize, y: usize },
    /// 1 where `x` is above zero, else 0.
    Sign { z: usize, x: usize },
    /// `z = x`.
    Equal { z: usize, x: usize },
    /// `z <= x`.
    NoMore { z: usize, x: usize },
}

impl Constraint {
    pub fn variables(self) -> impl Iterator<Item = usize> {
        let (z, x, y) = match self {
            Self::Sum { z, x, y }
            | Self::Product { z, x, y }
            | Self::Smaller { z, x, y }
            | Self::Larger { z, x, y } => (z, x, Some(y)),
            Self::Power { z, x, .. }
            | Self::Magnitude { z, x }
            | Self::Sign { z, x }
            | Self::Equal { z, x }
            | Self::NoMore { z, x } => (z, x, None),
        };
        [Some(z), Some(x), y].into_iter().flatten()
    }

    /// Returns the constraint over other places of the same variables.
    pub fn renamed(self, name: impl Fn(usize) -> usize) -> Self {
        let n = name;
        match self {
            Self::Sum { z, x, y } => Self::Sum { z: n(z), x: n(x), y: n(y) },
            Self::Product { z, x, y } => Self::Product { z: n(z), x: n(x), y: n(y) },
            Self::Power { z, x, degree } => Self::Power { z: n(z), x: n(x), degree },
            Self::Magnitude { z, x } => Self::Magnitude { z: n(z), x: n(x) },
            Self::Smaller { z, x, y } => Self::Smaller { z: n(z), x: n(x), y: n(y) },
            Self::Larger { z, x, y } => Self::Larger { z: n(z), x: n(x), y: n(y) },
            Self::Sign { z, x } => Self::Sign { z: n(z), x: n(x) },
            Self::Equal { z, x } => Self::Equal { z: n(z), x: n(x) },
            Self::NoMore { z, x } => Self::NoMore { z: n(z), x: n(x) },
        }
    }
}

/// A statement: on which variables it bears (one, unless its basis is open), and its readings.
#[derive(Clone, Debug)]
pub struct Posted {
    pub variables: Vec<usize>,
    pub readings: [Reading; 3],
    /// The ends of a range that is guided, which are figures of their own.
    pub ends: Vec<(usize, [Reading; 3])>,
    /// Whether it is a filing's figure, which is doubted last.
    pub is_filed: bool,
}

impl Posted {
    /// Returns the variables on which it bears, with what it says of each.
    pub fn said(&self, reader: Reader) -> impl Iterator<Item = (usize, Reading)> {
        let whole = self.reading(reader);
        let whole = self.variables.iter().map(move |variable| (*variable, whole));
        let ends = self.ends.iter();
        whole.chain(ends.map(move |(variable, readings)| (*variable, reader.of(*readings))))
    }

    pub fn reading(&self, reader: Reader) -> Reading {
        reader.of(self.readings)
    }

    /// Returns it over other places of the same variables.
    pub fn renamed(self, name: impl Fn(usize) -> usize) -> Self {
        let variables = self.variables.into_iter().map(&name).collect();
        let ends = self.ends.into_iter().map(|(end, readings)| (name(end), readings)).collect();
        Self { variables, ends, ..self }
    }

    /// Takes back all that it says.
    pub fn withdraw(&mut self) {
        self.variables.clear();
        self.ends.clear();
    }
}

/// Variables, what joins them, and the statements about them.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// What each variable is limited to from the start: a constant is one value.
    pub start: Vec<Interval>,
    pub constraints: Vec<Constraint>,
    pub statements: Vec<Posted>,
}

/// What a variable can be, and which statements each end comes from.
#[derive(Clone, Debug)]
pub struct Cell {
    pub interval: Interval,
    low: Set,
    high: Set,
}

impl Cell {
    fn free(interval: Interval) -> Self {
        Self { interval, low: Set::default(), high: Set::default() }
    }

    /// Forgets where one end lies.
    fn open(&mut self, side: Side, start: Interval) {
        let (low, high) = match side {
            Side::Low => (start.low(), self.interval.high()),
            Side::High => (self.interval.low(), start.high()),
        };
        self.interval = Interval::new(low, high).unwrap_or(start);
        match side {
            Side::Low => self.low = Set::default(),
            Side::High => self.high = Set::default(),
        }
    }

    /// Returns the statements that either end comes from.
    pub fn sources(&self) -> Set {
        self.low.clone().union(&self.high)
    }
}

/// What the variables can be.
#[derive(Clone, Debug)]
pub struct Narrowed {
    pub cells: Vec<Cell>,
    /// Whether the sweeps were used up before the bounds stood still.
    pub is_capped: bool,
}

/// Statements that cannot all hold.
pub struct Conflict(pub Set);

impl Problem {
    /// Narrows the variables by some of the statements.
    pub fn narrow(&self, active: &Set, reader: Reader) -> Result<Narrowed, Conflict> {
        let cells = self.start.iter().map(|interval| Cell::free(*interval)).collect();
        self.run(active, reader, Sweep::new(cells, vec![0; self.constraints.len()]))
    }

    /// Narrows the variables by some of the statements without one, given what they come to with
    /// it.
    ///
    /// Bounds that do not come from the statement stand as they are.
    pub fn narrow_without(
        &self,
        narrowed: &Narrowed,
        active: &Set,
        place: usize,
    ) -> Result<Narrowed, Conflict> {
        let mut cells = narrowed.cells.clone();
        let mut is_open = vec![false; cells.len()];
        for ((cell, start), is_open) in cells.iter_mut().zip(&self.start).zip(&mut is_open) {
            *is_open = cell.low.contains(place) || cell.high.contains(place);
            if cell.low.contains(place) {
                cell.open(Side::Low, *start);
            }
            if cell.high.contains(place) {
                cell.open(Side::High, *start);
            }
        }
        let touches = |variable: usize| is_open.get(variable).copied().unwrap_or_default();
        let read = self.constraints.iter().map(|constraint| {
            if narrowed.is_capped || constraint.variables().any(touches) { 0 } else { 1 }
        });
        let sweep = Sweep::new(cells, read.collect());
        self.run(&active.without(place), Reader::Printed, sweep)
    }

    fn run(&self, active: &Set, reader: Reader, mut sweep: Sweep) -> Result<Narrowed, Conflict> {
        self.post(active, reader, &mut sweep)?;
        for _ in 0..SWEEPS_MAX {
            let mut is_still = true;
            for (place, constraint) in self.constraints.iter().enumerate() {
                // A constraint none of whose variables has changed since it was last read would
                // change nothing.
                if sweep.begin(place, *constraint) {
                    sweep.apply(*constraint)?;
                    is_still = false;
                }
            }
            if is_still {
                return Ok(Narrowed { cells: sweep.cells, is_capped: false });
            }
        }
        Ok(Narrowed { cells: sweep.cells, is_capped: true })
    }

    fn post(&self, active: &Set, reader: Reader, sweep: &mut Sweep) -> Result<(), Conflict> {
        let mut rounded: Vec<Vec<(Decimal, i8, usize)>> = vec![Vec::new(); self.start.len()];
        for place in active.iter() {
            let Some(statement) = self.statements.get(place) else { continue };
            for (variable, reading) in statement.said(reader) {
                // At one place two statements must be equal, though what they admit may touch.
                if let (Some((value, at)), Some(others)) =
                    (reading.rounded, rounded.get_mut(variable))
                {
                    let differs = |other: &&(Decimal, i8, usize)| other.1 == at && other.0 != value;
                    if let Some((_, _, other)) = others.iter().find(differs) {
                        return Err(Conflict(Set::of(place).union(&Set::of(*other))));
                    }
                    others.push((value, at, place));
                }
                let source = Set::of(place);
                sweep.meet(variable, Some(reading.interval), |_| source.clone())?;
            }
        }
        Ok(())
    }
}

/// Rounds the ends of a result outward, so that a circle of formulas soon stands still; the ends
/// that are stated keep all their digits.
fn on_grid(result: Interval) -> Interval {
    result.coarsen(NARROWED_DIGITS)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Low,
    High,
}

/// Time is counted in constraints read.
struct Sweep {
    cells: Vec<Cell>,
    /// When each variable last changed.
    changed: Vec<u32>,
    /// When the reading of each constraint last began; at zero it never did.
    read: Vec<u32>,
    now: u32,
}

impl Sweep {
    fn new(cells: Vec<Cell>, read: Vec<u32>) -> Self {
        Self { changed: vec![0; cells.len()], cells, read, now: 1 }
    }

    /// Returns whether a constraint is to be read, and notes the time if it is.
    fn begin(&mut self, place: usize, constraint: Constraint) -> bool {
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

    fn apply(&mut self, constraint: Constraint) -> Result<(), Conflict> {
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

    fn meet(
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

//! Constraints, each read forward and backward.

use core::ops::Bound;

use rust_decimal::Decimal;

use super::{
    cell::{Cell, Conflict, Side},
    constraint::Constraint,
    set::Set,
};
use crate::{bounds::NARROWED_DIGITS, interval::Interval};

/// Variables that can be narrowed.
pub(super) trait Narrow {
    /// Returns what a variable can be.
    fn interval(&self, variable: usize) -> Interval;

    /// Narrows a variable to what it has in common with an interval; the sources of the interval's
    /// ends are asked for only where they are needed.
    fn meet(
        &mut self,
        variable: usize,
        new: Option<Interval>,
        sources: impl Fn(&[Cell], Side) -> Set,
    ) -> Result<(), Conflict>;

    /// Narrows the variables of a constraint by one another.
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
        self.meet(variable, new.map(on_grid), |cells, _| sources(cells))
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
        self.meet(variable, new.map(on_grid), |cells, side| {
            sources(cells, if side == Side::Low { low } else { high })
        })
    }
}

/// Rounds the ends of a result outward, so that a circle of formulas soon stands still; the ends
/// that are stated keep all their digits.
fn on_grid(result: Interval) -> Interval {
    result.coarsen(NARROWED_DIGITS)
}

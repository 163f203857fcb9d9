//! Narrowing: what every figure can be, given the statements and what joins them.
//!
//! Each constraint is read forward and backward (HC4): of `z = x + y` each is bounded by the other
//! two. Constraints are read in whole sweeps, in one order and then back, until nothing changes or
//! the number of sweeps is used up. No other rule of stopping keeps two properties: that the order
//! of statements does not matter, and that another statement never widens a bound.

use alloc::{vec, vec::Vec};

use rust_decimal::Decimal;

use super::{
    constraint::Constraint,
    posted::Posted,
    set::Set,
    sweep::{Cell, Conflict, Sweep},
};
use crate::tieout::statement::Reader;
use crate::{bounds::SWEEPS_MAX, interval::Interval};

/// Variables, what joins them, and the statements about them.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// What each variable is limited to from the start: a constant is one value.
    pub start: Vec<Interval>,
    pub constraints: Vec<Constraint>,
    pub statements: Vec<Posted>,
}

/// What the variables can be.
#[derive(Clone, Debug)]
pub struct Narrowed {
    pub cells: Vec<Cell>,
    /// Whether the sweeps were used up before the bounds stood still.
    pub is_capped: bool,
}

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
            *is_open = cell.forget(place, *start);
        }
        let touches = |variable: usize| {
            debug_assert!(variable < is_open.len(), "constraints are of the problem's variables");
            is_open.get(variable).copied().unwrap_or_default()
        };
        let read = self.constraints.iter().map(|constraint| {
            if narrowed.is_capped || constraint.variables().any(touches) { 0 } else { 1 }
        });
        let sweep = Sweep::new(cells, read.collect());
        self.run(&active.without(place), Reader::Printed, sweep)
    }

    fn run(&self, active: &Set, reader: Reader, mut sweep: Sweep) -> Result<Narrowed, Conflict> {
        self.post(active, reader, &mut sweep)?;
        let mut order: Vec<(usize, Constraint)> =
            self.constraints.iter().copied().enumerate().collect();
        for _ in 0..SWEEPS_MAX {
            let mut is_still = true;
            for (place, constraint) in &order {
                // A constraint none of whose variables has changed since it was last read would
                // change nothing.
                if sweep.begin(*place, *constraint) {
                    sweep.apply(*constraint)?;
                    is_still = false;
                }
            }
            if is_still {
                return Ok(Narrowed { cells: sweep.cells, is_capped: false });
            }
            // A chain of growth rates is run through from either end in one sweep.
            order.reverse();
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
                    if !others.iter().any(|other| other.1 == at) {
                        others.push((value, at, place));
                    }
                }
                let source = Set::of(place);
                sweep.meet(variable, Some(reading.interval), |_| source.clone())?;
            }
        }
        Ok(())
    }
}

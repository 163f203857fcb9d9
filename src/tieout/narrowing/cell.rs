//! [`Cell`]: what a variable can be, and which statements each end comes from.

use super::set::Set;
use crate::interval::Interval;

/// Statements that cannot all hold.
#[derive(Clone, Debug)]
pub(crate) struct Conflict(pub Set);

/// What a variable can be, and which statements each end comes from.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub interval: Interval,
    pub low: Set,
    pub high: Set,
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Low,
    High,
}

impl Cell {
    pub(crate) fn free(interval: Interval) -> Self {
        Self { interval, low: Set::default(), high: Set::default() }
    }

    /// Forgets the ends that come from any of some statements, and returns whether there were any.
    pub(crate) fn forget(&mut self, statements: &Set, start: Interval) -> bool {
        let (low, high) = (self.low.meets(statements), self.high.meets(statements));
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
    pub(crate) fn sources(&self) -> Set {
        self.low.clone().union(&self.high)
    }
}

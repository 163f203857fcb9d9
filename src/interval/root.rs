//! Roots and whole powers of values that are not negative.

use core::ops::Bound;

use rust_decimal::Decimal;

use super::{Interval, end::finite};
use crate::arith::{self, Rounded, Rounding};

impl Interval {
    /// Returns the roots, of that degree, of the values that are not below zero; nothing where all
    /// are below zero.
    pub(crate) fn root(self, degree: u32) -> Option<Self> {
        let values = self.intersect(Self::at_least(Decimal::ZERO))?;
        let end = |end: Bound<Decimal>, rounding, past: Bound<Decimal>| {
            let Some((value, closed)) = finite(end) else { return Bound::Unbounded };
            match arith::root(value, degree, rounding) {
                Some(Rounded { value, exact: true }) if closed => Bound::Included(value),
                Some(Rounded { value, .. }) => Bound::Excluded(value),
                None => past,
            }
        };
        Some(Self {
            low: end(values.low, Rounding::Floor, Bound::Included(Decimal::ZERO)),
            high: end(values.high, Rounding::Ceiling, Bound::Unbounded),
        })
    }

    /// Returns the powers of that degree of the values that are not below zero; nothing where all
    /// are below zero.
    pub(crate) fn power(self, degree: u32) -> Option<Self> {
        let values = self.intersect(Self::at_least(Decimal::ZERO))?;
        Some((1..degree).fold(values, |power, _| power * values))
    }
}

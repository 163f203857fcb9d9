//! [`IntervalError`]: what keeps an interval from being made.

use core::ops::Bound;

use rust_decimal::Decimal;

use super::{Interval, display::Ends};

/// What keeps an interval from being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IntervalError {
    /// No value lies between the ends.
    #[error(
        "interval {} holds no value; its low end must be below its high end, or both closed and \
         equal", Ends(*low, *high)
    )]
    Empty {
        /// The low end as given.
        low: Bound<Decimal>,
        /// The high end as given.
        high: Bound<Decimal>,
    },
    /// The interval would reach less than nothing around its value.
    #[error("half_width {half_width} is negative; it must be zero or more")]
    NegativeHalfWidth {
        /// The half-width as given.
        half_width: Decimal,
    },
    /// The quotient is not defined for some value of the divisor.
    #[error("divisor {divisor} holds zero; it must lie on one side of it")]
    DivisorHoldsZero {
        /// The divisor.
        divisor: Interval,
    },
}

//! Intervals of ends that come in, which may have nothing between them.

use core::ops::Bound;

use rust_decimal::Decimal;

use super::{Interval, IntervalError};

impl Interval {
    /// Returns the interval between two ends.
    ///
    /// ```
    /// use core::ops::Bound::{Excluded, Included, Unbounded};
    /// use financials::{Decimal, Interval};
    ///
    /// let half_open = Interval::new(Included(Decimal::ONE), Excluded(Decimal::TWO))?;
    /// assert_eq!(half_open.to_string(), "[1, 2)");
    /// assert_eq!(Interval::new(Unbounded, Unbounded)?, Interval::everything());
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - `[2, 1]` — the low end is above the high end.
    /// - `[1, 1)` and `(1, 1)` — the ends are equal and not both closed.
    pub fn new(low: Bound<Decimal>, high: Bound<Decimal>) -> Result<Self, IntervalError> {
        Self::of(low, high).ok_or(IntervalError::Empty { low, high })
    }

    /// Returns `[low, high]`.
    ///
    /// # Errors
    ///
    /// - `[2, 1]` — the low end is above the high end.
    pub fn closed(low: Decimal, high: Decimal) -> Result<Self, IntervalError> {
        Self::new(Bound::Included(low), Bound::Included(high))
    }

    /// Returns `(low, high)`.
    ///
    /// # Errors
    ///
    /// - `(2, 1)` and `(1, 1)` — the low end is not below the high end.
    pub fn open(low: Decimal, high: Decimal) -> Result<Self, IntervalError> {
        Self::new(Bound::Excluded(low), Bound::Excluded(high))
    }

    /// Returns `[value - half_width, value + half_width]`, rounded outward.
    ///
    /// # Errors
    ///
    /// - a `half_width` of -1 — it is negative.
    pub fn around(value: Decimal, half_width: Decimal) -> Result<Self, IntervalError> {
        let margin = Self::closed(-half_width, half_width)
            .map_err(|_| IntervalError::NegativeHalfWidth { half_width })?;
        Ok(Self::point(value) + margin)
    }
}

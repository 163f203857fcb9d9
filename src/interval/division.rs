//! Quotients, which a divisor that holds zero leaves without a bound, in two pieces, or undefined.

use rust_decimal::Decimal;

use super::{Interval, IntervalError, arithmetic::Sign, end::Side};

impl Interval {
    /// Returns the quotients by a divisor that does not hold zero.
    ///
    /// A divisor with an open end at zero leaves an end of the quotient unbounded.
    ///
    /// ```
    /// use financials::{Interval, decimal::parse, error::IntervalError};
    ///
    /// let price = Interval::point(parse("7.79")?);
    /// let earnings = Interval::open(parse("0")?, parse("0.05")?)?;
    /// assert_eq!(price.checked_div(earnings)?.to_string(), "(155.8, ∞)");
    ///
    /// let around_zero = Interval::closed(parse("-0.01")?, parse("0.03")?)?;
    /// let refused = price.checked_div(around_zero);
    /// assert_eq!(refused, Err(IntervalError::DivisorHoldsZero { divisor: around_zero }));
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - a divisor of `[-1, 2]` or `[0, 2]` — it holds zero.
    pub fn checked_div(self, divisor: Self) -> Result<Self, IntervalError> {
        if divisor.is_positive() {
            Ok(self.over_positive(divisor))
        } else if divisor.is_negative() {
            Ok((-self).over_positive(-divisor))
        } else {
            Err(IntervalError::DivisorHoldsZero { divisor })
        }
    }

    /// Returns the quotients by the divisor's values below zero, and those by the ones above zero.
    ///
    /// Each is absent where the divisor has no such values; both are for a divisor of zero alone.
    ///
    /// ```
    /// use financials::Interval;
    ///
    /// let one = Interval::point(1.into());
    /// let [below, above] = one.div_split(Interval::closed((-2).into(), 4.into())?);
    /// assert_eq!(below.unwrap().to_string(), "(-∞, -0.5]");
    /// assert_eq!(above.unwrap().to_string(), "[0.25, ∞)");
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn div_split(self, divisor: Self) -> [Option<Self>; 2] {
        let below = divisor.intersect(Self::less_than(Decimal::ZERO));
        let above = divisor.intersect(Self::more_than(Decimal::ZERO));
        [
            below.map(|divisor| (-self).over_positive(-divisor)),
            above.map(|divisor| self.over_positive(divisor)),
        ]
    }

    /// Returns the narrowest interval around the values `x` of `within` for which
    /// `product = x × factor` can hold with values of `product` and `factor`, or nothing where
    /// there are none.
    ///
    /// This is how a product is read backward: where `product` and `factor` may both be zero, any
    /// `x` will do.
    ///
    /// ```
    /// use financials::{Interval, decimal};
    ///
    /// // Revenue of at most 100 has grown by 20; the growth was read as -50% to 100%.
    /// let growth = Interval::closed(decimal::parse("-0.5")?, 1.into())?;
    /// let up_to_100 = Interval::closed(0.into(), 100.into())?;
    /// let before = Interval::div_hull(Interval::point(20.into()), growth, up_to_100);
    /// assert_eq!(before, Some(Interval::closed(20.into(), 100.into())?));
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn div_hull(product: Self, factor: Self, within: Self) -> Option<Self> {
        if product.contains(Decimal::ZERO) && factor.contains(Decimal::ZERO) {
            return Some(within);
        }
        product
            .div_split(factor)
            .into_iter()
            .flatten()
            .filter_map(|piece| piece.intersect(within))
            .reduce(Self::hull)
    }

    /// Returns the quotients by a divisor above zero.
    fn over_positive(self, divisor: Self) -> Self {
        let (smallest, largest) = (divisor.low, divisor.high);
        // What is below zero is furthest from it over the smallest divisor; what is above, nearest
        // over the largest.
        let (low, high) = match self.sign() {
            Sign::NotNegative => (largest, smallest),
            Sign::NotPositive => (smallest, largest),
            Sign::Both => (smallest, smallest),
        };
        Self { low: Side::Low.quotient(self.low, low), high: Side::High.quotient(self.high, high) }
    }
}

//! Sums, products and their kin, which every interval has.

use core::ops::{Add, Bound, Mul, Neg, Sub};

use rust_decimal::Decimal;

use super::{
    Interval,
    end::{Side, is_up, negated},
};

impl Interval {
    /// Returns the magnitudes of the values.
    ///
    /// ```
    /// use financials::Interval;
    ///
    /// let change = Interval::open((-3).into(), 2.into())?;
    /// assert_eq!(change.abs().to_string(), "[0, 3)");
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn abs(self) -> Self {
        match self.sign() {
            Sign::NotNegative => self,
            Sign::NotPositive => -self,
            Sign::Both => Self {
                low: Bound::Included(Decimal::ZERO),
                high: Side::High.outer(negated(self.low), self.high),
            },
        }
    }

    /// Returns the squares of the values, which `x * x` does not: there the two factors vary by
    /// themselves.
    ///
    /// ```
    /// use financials::Interval;
    ///
    /// let change = Interval::closed((-2).into(), 3.into())?;
    /// assert_eq!(change.square().to_string(), "[0, 9]");
    /// assert_eq!((change * change).to_string(), "[-6, 9]");
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn square(self) -> Self {
        let size = self.abs();
        size * size
    }

    /// Returns what the smaller of two values can be, one from each interval.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self {
            low: Side::Low.outer(self.low, other.low),
            high: Side::High.inner(self.high, other.high),
        }
    }

    /// Returns what the larger of two values can be, one from each interval.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self {
            low: Side::Low.inner(self.low, other.low),
            high: Side::High.outer(self.high, other.high),
        }
    }

    /// Returns on which sides of zero the interval has values.
    pub(super) fn sign(self) -> Sign {
        match (self.low, self.high) {
            (Bound::Included(low) | Bound::Excluded(low), _) if is_up(low) => Sign::NotNegative,
            (_, Bound::Included(high) | Bound::Excluded(high)) if is_up(-high) => Sign::NotPositive,
            _ => Sign::Both,
        }
    }
}

/// On which sides of zero an interval has values; zero itself is on neither.
pub(super) enum Sign {
    NotNegative,
    NotPositive,
    Both,
}

impl Neg for Interval {
    type Output = Self;

    fn neg(self) -> Self {
        Self { low: negated(self.high), high: negated(self.low) }
    }
}

impl Add for Interval {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            low: Side::Low.sum(self.low, other.low),
            high: Side::High.sum(self.high, other.high),
        }
    }
}

impl Sub for Interval {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Interval {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let (low, high) = (|a, b| Side::Low.product(a, b), |a, b| Side::High.product(a, b));
        let (a, b, c, d) = (self.low, self.high, other.low, other.high);
        // The signs tell which two of the four products of ends are the ends of the product.
        let (low, high) = match (self.sign(), other.sign()) {
            (Sign::NotNegative, Sign::NotNegative) => (low(a, c), high(b, d)),
            (Sign::NotNegative, Sign::NotPositive) => (low(b, c), high(a, d)),
            (Sign::NotNegative, Sign::Both) => (low(b, c), high(b, d)),
            (Sign::NotPositive, Sign::NotNegative) => (low(a, d), high(b, c)),
            (Sign::NotPositive, Sign::NotPositive) => (low(b, d), high(a, c)),
            (Sign::NotPositive, Sign::Both) => (low(a, d), high(a, c)),
            (Sign::Both, Sign::NotNegative) => (low(a, d), high(b, d)),
            (Sign::Both, Sign::NotPositive) => (low(b, c), high(a, c)),
            (Sign::Both, Sign::Both) => {
                (Side::Low.outer(low(a, d), low(b, c)), Side::High.outer(high(a, c), high(b, d)))
            }
        };
        Self { low, high }
    }
}

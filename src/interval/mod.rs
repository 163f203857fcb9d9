//! [`Interval`]: the values that a stated or computed figure admits.
//!
//! *Invariant:* an interval holds at least one value, and arithmetic only ever rounds it outward.

mod checked;
mod wire;
mod division;
mod arithmetic;
mod root;
mod error;
mod display;
mod end;

use core::ops::Bound;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use end::{Side, is_up};
pub use error::IntervalError;

/// The values that a stated or computed figure admits: all numbers between two ends, at least one.
///
/// Each end is closed (the value itself is admitted), open (it is not) or unbounded. Ends are
/// compared exactly. Arithmetic returns an interval that holds every result that values inside the
/// operands can have. An end that needs more than 28 significant digits or 28 decimals is rounded
/// outward to the next number that does not, and is then open; what lies at 10^28 or beyond is
/// known only to be beyond 10^28 - 1. As each operand is taken to vary by itself, the result is the
/// narrowest one only where no figure stands in the formula twice: `x - x` is not zero.
///
/// ```
/// use financials::{Interval, decimal::parse};
///
/// // Revenue of "$1.004 billion" and adjusted operating income of "$464 million", in thousands.
/// let revenue = Interval::around(1_004_000.into(), 500.into())?;
/// let income = Interval::around(464_000.into(), 500.into())?;
/// let margin = income.checked_div(revenue)?;
/// assert_eq!(format!("{margin:.5}"), "(0.46142, 0.46288)");
///
/// // "A margin of 46%" admits 45.5% to 46.5%, and "a margin of 45%" ends at 45.5%.
/// let stated = Interval::closed(parse("0.455")?, parse("0.465")?)?;
/// assert!(stated.intersects(margin));
/// let lower = Interval::closed(parse("0.445")?, parse("0.455")?)?;
/// assert_eq!(lower.intersect(margin), None);
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "wire::Wire", into = "wire::Wire")]
pub struct Interval {
    low: Bound<Decimal>,
    high: Bound<Decimal>,
}

impl Interval {
    /// Returns the interval that holds one value.
    #[must_use]
    pub const fn point(value: Decimal) -> Self {
        Self { low: Bound::Included(value), high: Bound::Included(value) }
    }

    /// Returns `[low, ∞)`.
    #[must_use]
    pub const fn at_least(low: Decimal) -> Self {
        Self { low: Bound::Included(low), high: Bound::Unbounded }
    }

    /// Returns `(low, ∞)`.
    #[must_use]
    pub const fn more_than(low: Decimal) -> Self {
        Self { low: Bound::Excluded(low), high: Bound::Unbounded }
    }

    /// Returns `(-∞, high]`.
    #[must_use]
    pub const fn at_most(high: Decimal) -> Self {
        Self { low: Bound::Unbounded, high: Bound::Included(high) }
    }

    /// Returns `(-∞, high)`.
    #[must_use]
    pub const fn less_than(high: Decimal) -> Self {
        Self { low: Bound::Unbounded, high: Bound::Excluded(high) }
    }

    /// Returns `(-∞, ∞)`.
    #[must_use]
    pub const fn everything() -> Self {
        Self { low: Bound::Unbounded, high: Bound::Unbounded }
    }

    /// Returns the low end.
    #[must_use]
    pub const fn low(self) -> Bound<Decimal> {
        self.low
    }

    /// Returns the high end.
    #[must_use]
    pub const fn high(self) -> Bound<Decimal> {
        self.high
    }

    /// Returns the one value the interval holds, if it holds one only.
    #[must_use]
    pub fn as_point(self) -> Option<Decimal> {
        match (self.low, self.high) {
            (Bound::Included(low), Bound::Included(high)) if low == high => Some(low),
            _ => None,
        }
    }

    /// Returns whether the interval holds one value only.
    #[must_use]
    pub fn is_point(self) -> bool {
        self.as_point().is_some()
    }

    /// Returns whether every value is above zero.
    #[must_use]
    pub fn is_positive(self) -> bool {
        match self.low {
            Bound::Included(low) => is_up(low) && !low.is_zero(),
            Bound::Excluded(low) => is_up(low),
            Bound::Unbounded => false,
        }
    }

    /// Returns whether every value is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        (-self).is_positive()
    }

    /// Returns whether the interval holds the value.
    #[must_use]
    pub fn contains(self, value: Decimal) -> bool {
        self.encloses(Self::point(value))
    }

    /// Returns whether the interval holds every value of the other.
    #[must_use]
    pub fn encloses(self, other: Self) -> bool {
        Side::Low.reaches(self.low, other.low) && Side::High.reaches(self.high, other.high)
    }

    /// Returns whether the two have a value in common.
    #[must_use]
    pub fn intersects(self, other: Self) -> bool {
        self.intersect(other).is_some()
    }

    /// Returns the values the two have in common, or nothing where there are none.
    ///
    /// ```
    /// use financials::Interval;
    ///
    /// let more = Interval::more_than(200.into());
    /// assert_eq!(more.intersect(Interval::at_most(200.into())), None);
    /// let met = more.intersect(Interval::at_most(277.into())).unwrap();
    /// assert_eq!(met.to_string(), "(200, 277]");
    /// ```
    #[must_use]
    pub fn intersect(self, other: Self) -> Option<Self> {
        let low = Side::Low.inner(self.low, other.low);
        let high = Side::High.inner(self.high, other.high);
        Self::of(low, high)
    }

    /// Returns the narrowest interval that holds the values of both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            low: Side::Low.outer(self.low, other.low),
            high: Side::High.outer(self.high, other.high),
        }
    }

    /// Returns the distance between the ends, rounded up to 28 digits, or nothing where an end is
    /// unbounded or the distance is 10^28 or more.
    #[must_use]
    pub fn width(self) -> Option<Decimal> {
        end::finite(Side::High.sum(self.high, end::negated(self.low))).map(|(width, _)| width)
    }

    /// Returns the interval with each end rounded outward to `digits` significant digits, at least
    /// one and at most 28.
    ///
    /// An end that has no more digits than that stays as it is; one that moves is open.
    ///
    /// ```
    /// use financials::Interval;
    ///
    /// let quotient = Interval::point(1.into()).checked_div(Interval::point(3.into()))?;
    /// assert_eq!(quotient.coarsen(3).to_string(), "(0.333, 0.334)");
    /// assert_eq!(Interval::point(25.into()).coarsen(2).to_string(), "[25, 25]");
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn coarsen(self, digits: u32) -> Self {
        Self {
            low: Side::Low.coarsened(self.low, digits),
            high: Side::High.coarsened(self.high, digits),
        }
    }

    /// Returns the values at both ends, open or closed; nothing for one that is unbounded.
    ///
    /// ```
    /// use financials::Interval;
    ///
    /// assert_eq!(Interval::more_than(25.into()).ends(), [Some(25.into()), None]);
    /// ```
    #[must_use]
    pub fn ends(self) -> [Option<Decimal>; 2] {
        [self.low, self.high].map(|end| end::finite(end).map(|(value, _)| value))
    }

    fn of(low: Bound<Decimal>, high: Bound<Decimal>) -> Option<Self> {
        let holds_one = match (low, high) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => true,
            (Bound::Included(low), Bound::Included(high)) => low <= high,
            (
                Bound::Included(low) | Bound::Excluded(low),
                Bound::Included(high) | Bound::Excluded(high),
            ) => low < high,
        };
        holds_one.then_some(Self { low, high })
    }
}

impl From<Decimal> for Interval {
    fn from(value: Decimal) -> Self {
        Self::point(value)
    }
}

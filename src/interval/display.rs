//! Intervals in mathematical notation.

use core::{fmt, ops::Bound};

use rust_decimal::Decimal;

use super::Interval;
use crate::arith;

/// Writes the interval with a square bracket at a closed end and a round one at an open end.
///
/// The ends are written exactly; a precision writes them with at most so many significant digits,
/// rounded outward as by [`Interval::coarsen`].
///
/// ```
/// use financials::{Interval, decimal::parse};
///
/// let margin = Interval::closed(parse("0.461424")?, parse("0.4625")?)?;
/// assert_eq!(margin.to_string(), "[0.461424, 0.4625]");
/// assert_eq!(format!("{margin:.4}"), "(0.4614, 0.4625]");
/// assert_eq!(Interval::more_than(200.into()).to_string(), "(200, ∞)");
/// # Ok::<(), financials::Error>(())
/// ```
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = match f.precision() {
            Some(digits) => self.coarsen(u32::try_from(digits).unwrap_or(u32::MAX)),
            None => *self,
        };
        write!(f, "{}", Ends(shown.low, shown.high))
    }
}

/// Two ends, which may have nothing between them.
pub(super) struct Ends(pub Bound<Decimal>, pub Bound<Decimal>);

impl fmt::Display for Ends {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Bound::Included(low) => write!(f, "[{}, ", arith::normal(low))?,
            Bound::Excluded(low) => write!(f, "({}, ", arith::normal(low))?,
            Bound::Unbounded => f.write_str("(-∞, ")?,
        }
        match self.1 {
            Bound::Included(high) => write!(f, "{}]", arith::normal(high)),
            Bound::Excluded(high) => write!(f, "{})", arith::normal(high)),
            Bound::Unbounded => f.write_str("∞)"),
        }
    }
}

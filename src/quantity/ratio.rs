//! [`Ratio`]: a part of a whole, or a rate of change.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Multiple, QuantityError, kind};
use crate::arith::{self, Rounding};

/// A ratio: a margin, a growth rate, a yield. 46% is 0.46, and nothing else is.
///
/// Every operation rounds to 28 significant digits, or 28 decimals where those come first, a tie to
/// the even digit: a ratio is a result of division, and sums of such results are not exact either.
///
/// ```
/// use financials::Ratio;
///
/// let margin = Ratio::parse("0.4623")?;
/// assert_eq!(margin, Ratio::from_percent(rust_decimal::Decimal::new(4623, 2))?);
/// assert_eq!(format!("{margin}, about {margin:.1}"), "46.23%, about 46.2%");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// A ratio and money do not add:
///
/// ```compile_fail,E0277
/// use financials::{Money, Ratio};
/// fn add(ratio: Ratio, money: Money) {
///     let _ = ratio + money;
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "kind::NumberWire", into = "kind::NumberWire")]
pub struct Ratio(Decimal);

kind::kind!(Ratio without unit, "ratio", amount: false, [0, 0, 0]);

impl Ratio {
    /// The whole: 100%.
    pub const ONE: Self = Self(Decimal::ONE);

    /// Makes a ratio; 0.46 is 46%.
    ///
    /// # Errors
    ///
    /// - a decimal of 29 significant digits.
    pub fn new(ratio: impl Into<Decimal>) -> Result<Self, QuantityError> {
        kind::incoming::<Self>(ratio.into()).map(Self)
    }

    /// Makes a ratio from a number of percent; 46 is 46%.
    ///
    /// # Errors
    ///
    /// - a number of percent whose hundredth has more than 28 significant digits or decimals.
    pub fn from_percent(percent: impl Into<Decimal>) -> Result<Self, QuantityError> {
        Self::part(percent.into(), Decimal::ONE_HUNDRED)
    }

    /// Makes a ratio from a number of basis points; 50 is half a percentage point, 0.005.
    ///
    /// # Errors
    ///
    /// - a number whose ten-thousandth has more than 28 significant digits or decimals.
    pub fn from_basis_points(points: impl Into<Decimal>) -> Result<Self, QuantityError> {
        Self::part(points.into(), Decimal::from(10_000))
    }

    /// Returns the same number as a multiple: 277 of 1 is 277x.
    #[must_use]
    pub const fn to_multiple(self) -> Multiple {
        Multiple::of(self.0)
    }

    fn part(number: Decimal, whole: Decimal) -> Result<Self, QuantityError> {
        match arith::div(number, whole, Rounding::HalfEven) {
            Some(part) if part.exact => Self::new(part.value),
            _ => Err(QuantityError::Digits { kind: <Self as kind::Operand>::NAME, value: number }),
        }
    }
}

impl Multiple {
    /// Returns the same number as a ratio: 2x is 200%.
    #[must_use]
    pub const fn to_ratio(self) -> Ratio {
        Ratio(self.number())
    }
}

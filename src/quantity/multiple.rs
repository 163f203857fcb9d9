//! [`Multiple`]: how many times one amount is another.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{QuantityError, kind};

/// A multiple: price over earnings, enterprise value over sales. 277 is printed `277x`.
///
/// Every operation rounds to 28 significant digits, or 28 decimals where those come first, a tie to
/// the even digit.
///
/// ```
/// use financials::{Currency, Multiple, PerShare};
///
/// let price = PerShare::new(180, Currency::USD)?;
/// let earnings = PerShare::parse("0.65", Currency::USD)?;
/// assert_eq!(format!("{:.1}", (price / earnings)?), "276.9x");
/// assert_eq!(format!("{:.1}", Multiple::new(277)?), "277.0x");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "kind::NumberWire", into = "kind::NumberWire")]
pub struct Multiple(Decimal);

kind::kind!(Multiple without unit, "multiple", amount: false, [0, 0, 0]);

impl Multiple {
    /// Makes a multiple.
    ///
    /// # Errors
    ///
    /// - a decimal of 29 significant digits.
    pub fn new(multiple: impl Into<Decimal>) -> Result<Self, QuantityError> {
        kind::incoming::<Self>(multiple.into()).map(Self)
    }

    /// Makes the multiple of a number within the limits, for [`Ratio`](super::Ratio).
    pub(super) const fn of(number: Decimal) -> Self {
        Self(number)
    }
}

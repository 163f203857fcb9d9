//! [`Days`]: a number of days.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{QuantityError, kind};

/// A number of days: of sales outstanding, of inventory, of a holding period.
///
/// Every operation rounds to 28 significant digits, or 28 decimals where those come first, a tie to
/// the even digit.
///
/// ```
/// use financials::Days;
///
/// assert_eq!(Days::new(237)?.to_string(), "237 days");
/// assert_eq!(format!("{:.1}", Days::parse("41.27")?), "41.3 days");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "kind::NumberWire", into = "kind::NumberWire")]
pub struct Days(Decimal);

kind::kind!(Days without unit, "number of days", amount: false, [0, 0, 1]);

impl Days {
    /// Makes a number of days.
    ///
    /// # Errors
    ///
    /// - a decimal of 29 significant digits.
    pub fn new(number: impl Into<Decimal>) -> Result<Self, QuantityError> {
        kind::incoming::<Self>(number.into()).map(Self)
    }
}

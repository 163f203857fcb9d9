//! [`Shares`]: a number of shares.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{QuantityError, kind};

/// A number of shares; fractions occur, in funds and in deposit receipts.
///
/// `+` and `-` are exact or refused.
///
/// ```
/// use financials::Shares;
///
/// let shares = Shares::new(2_563_000_000_i64)?;
/// assert_eq!(shares.to_string(), "2,563,000,000 shares");
/// assert_eq!(format!("{shares:.2}"), "2.56 billion shares");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "kind::NumberWire", into = "kind::NumberWire")]
pub struct Shares(Decimal);

kind::kind!(Shares without unit, "share count", amount: true, [0, 1, 0]);

impl Shares {
    /// Makes a number of shares.
    ///
    /// # Errors
    ///
    /// - `10000000000000000000` — not smaller than 10^19 in magnitude.
    /// - `0.0000000001` — more than 9 decimals.
    pub fn new(number: impl Into<Decimal>) -> Result<Self, QuantityError> {
        kind::incoming::<Self>(number.into()).map(Self)
    }
}

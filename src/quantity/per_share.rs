//! [`PerShare`]: an amount for each share.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{QuantityError, kind};
use crate::{
    arith::{self, Rounding},
    currency::{Currency, CurrencyError},
};

/// An amount of money for each share: earnings per share, a dividend, a price.
///
/// `+` and `-` are exact or refused; `×` and `÷` round to 28 significant digits, or 28 decimals
/// where those come first, a tie to the even digit.
///
/// ```
/// use financials::{Currency, Multiple, PerShare, Shares};
///
/// let price = PerShare::new(180, Currency::USD)?;
/// let shares = Shares::new(2_563_000_000_i64)?;
/// assert_eq!(format!("{:.1}", (price * shares)?), "$461.3 billion");
///
/// // The earnings that a price of 180 and a multiple of 277 imply.
/// let implied = (price / Multiple::new(277)?)?;
/// assert_eq!(format!("{implied:.2}"), "$0.65");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// An amount per share is no amount:
///
/// ```compile_fail,E0277
/// use financials::{Money, PerShare};
/// fn add(eps: PerShare, money: Money) {
///     let _ = eps + money;
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "kind::AmountWire", into = "kind::AmountWire")]
pub struct PerShare {
    amount: Decimal,
    currency: Currency,
}

kind::kind!(PerShare in a currency, "per-share amount", [1, -1, 0]);

impl PerShare {
    /// Makes the amount of a quote in a minor unit, such as pence under the code `GBX`: exactly a
    /// hundredth of it in the major unit.
    ///
    /// ```
    /// use financials::{Currency, PerShare};
    ///
    /// let price = PerShare::from_minor_unit(270, "GBX")?;
    /// assert_eq!(price, PerShare::parse("2.70", Currency::GBP)?);
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - `GBP` — a currency of its own, not a minor unit.
    /// - `XYZ` — no code at all.
    /// - a quote whose hundredth [`new`](Self::new) refuses.
    pub fn from_minor_unit(quote: impl Into<Decimal>, code: &str) -> Result<Self, QuantityError> {
        let major = match code.parse::<Currency>() {
            Err(CurrencyError::MinorUnit { major, .. }) => major,
            Err(error) => return Err(error.into()),
            Ok(_) => return Err(QuantityError::not_minor_unit(code)),
        };
        let quote = quote.into();
        let hundredth = arith::div(quote, Decimal::ONE_HUNDRED, Rounding::HalfEven);
        match hundredth {
            Some(result) if result.exact => Self::new(result.value, major),
            _ => Err(QuantityError::Places { kind: <Self as kind::Operand>::NAME, value: quote }),
        }
    }
}

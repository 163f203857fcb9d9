//! [`Money`]: an amount in a currency.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{QuantityError, kind};
use crate::currency::Currency;

/// An exact amount of money in one currency.
///
/// `+` and `-` are exact or refused; `×` and `÷` round to 28 significant digits, or 28 decimals
/// where those come first, a tie to the even digit. Amounts of two currencies do not combine.
///
/// ```
/// use financials::{Currency, Money, Ratio};
///
/// let revenue = Money::new(1_003_697_000, Currency::USD)?;
/// let income = Money::new(269_318_000, Currency::USD)?;
/// let costs = (revenue - income)?;
/// assert_eq!(costs.to_string(), "$734,379,000");
/// assert_eq!(format!("{revenue:.3}"), "$1.004 billion");
/// assert_eq!(format!("{:.1}", (income / revenue)?), "26.8%");
///
/// let euros = Money::new(1, Currency::EUR)?;
/// assert_eq!((revenue + euros).unwrap_err().to_string(), "cannot add EUR to USD");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// # Printing
///
/// Without a precision the amount is printed exactly, with at least the decimals of the currency's
/// minor unit where it has any. A precision rounds to that many decimals, half away from zero, and
/// from a million up brings the words million, billion and trillion; `{:+}` prints the sign, and
/// width, fill and alignment work as on numbers. The value itself stays as it is.
///
/// ```
/// use financials::{Currency, Money};
///
/// let almost = Money::new(-999_960_000, Currency::CHF)?;
/// assert_eq!(format!("[{almost:>18.1}]"), "[  -CHF 1.0 billion]");
/// assert_eq!(almost.to_string(), "-CHF 999,960,000");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// # What does not compile
///
/// Money and shares do not add:
///
/// ```compile_fail,E0277
/// use financials::{Money, Shares};
/// fn add(money: Money, shares: Shares) {
///     let _ = money + shares;
/// }
/// ```
///
/// nor do money and an amount per share:
///
/// ```compile_fail,E0277
/// use financials::{Money, PerShare};
/// fn add(money: Money, eps: PerShare) {
///     let _ = money + eps;
/// }
/// ```
///
/// and money times money is nothing:
///
/// ```compile_fail,E0277
/// use financials::Money;
/// fn square(money: Money) {
///     let _ = money * money;
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "kind::AmountWire", into = "kind::AmountWire")]
pub struct Money {
    amount: Decimal,
    currency: Currency,
}

kind::kind!(Money in a currency, "money", [1, 0, 0]);

//! Returns on a price: simple, total, annualised, and what they imply backward.
//!
//! Every result is rounded to 28 significant digits, or 28 decimals where those come first.

use rust_decimal::Decimal;

use crate::{
    arith::{self, Rounding},
    change::{earlier, growth},
    quantity::{Checked, Days, Operand, PerShare, Ratio},
    undefined::{NotMeaningful, Undefined},
};

/// A year, in the market's convention for simple annualised returns (actual/365 fixed).
pub(super) const DAYS_A_YEAR: i64 = 365;

/// Returns the change of a price as a part of the earlier one: `now / earlier - 1`.
///
/// ```
/// use financials::{Currency, PerShare, market};
///
/// // An insider bought at 3.70, and the shares closed at 7.79.
/// let usd = |text: &str| PerShare::parse(text, Currency::USD);
/// let gain = market::simple_return(usd("3.70")?, usd("7.79")?)?;
/// assert_eq!(format!("{gain:.1}"), "110.5%");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// # Errors
///
/// - an earlier price that is not above zero, or in another currency.
#[doc(alias = "price_change")]
pub fn simple_return(earlier: PerShare, now: PerShare) -> Result<Ratio, Undefined> {
    one_currency(earlier, now)?;
    Ok(ratio(growth(positive(earlier.number())?, now.number())?))
}

/// Returns the return with the income received: `(now + income) / earlier - 1`.
///
/// ```
/// use financials::{Currency, PerShare, market};
///
/// let usd = |text: &str| PerShare::parse(text, Currency::USD);
/// let total = market::total_return(usd("50")?, usd("53")?, usd("1.25")?)?;
/// assert_eq!(total.to_string(), "8.5%");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// # Errors
///
/// - an earlier price that is not above zero.
/// - prices or income in different currencies.
pub fn total_return(
    earlier: PerShare,
    now: PerShare,
    income: PerShare,
) -> Result<Ratio, Undefined> {
    one_currency(earlier, now)?;
    one_currency(now, income)?;
    let received = arith::add(now.number(), income.number(), Rounding::HalfEven);
    let received = received.ok_or(Undefined::OutOfRange)?.value;
    Ok(ratio(growth(positive(earlier.number())?, received)?))
}

/// Returns a return over some days as a simple yearly one: `return × 365 / days`, without
/// compounding.
///
/// ```
/// use financials::{Days, Ratio, market};
///
/// let yearly = market::annualised(Ratio::parse("0.1167")?, Days::new(237)?)?;
/// assert_eq!(format!("{yearly:.2}"), "17.97%");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// # Errors
///
/// - a number of days that is not above zero.
#[doc(alias = "annualized")]
pub fn annualised(earned: Ratio, days: Days) -> Result<Ratio, Undefined> {
    let days = positive(days.number())?;
    let year = ratio(Decimal::from(DAYS_A_YEAR));
    Ok(((earned * year)? / ratio(days))?)
}

/// Returns the earlier price that a price and its change imply: `now / (1 + change)`.
///
/// ```
/// use financials::{Currency, PerShare, Ratio, market};
///
/// // Up 10.7% to 7.79.
/// let close = PerShare::parse("7.79", Currency::USD)?;
/// let before = market::implied_earlier_price(close, Ratio::parse("0.107")?)?;
/// assert_eq!(format!("{before:.2}"), "$7.04");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// # Errors
///
/// - a change of -100% or less.
pub fn implied_earlier_price(now: PerShare, change: Ratio) -> Result<PerShare, Undefined> {
    earlier(now, change)
}

/// Returns the return before the last stretch of a longer one: `(1 + whole) / (1 + last) - 1`.
///
/// ```
/// use financials::{Ratio, market};
///
/// // Up 106.8% in the year, of which 6.3% on the last day.
/// let before = market::earlier_return(Ratio::parse("1.068")?, Ratio::parse("0.063")?)?;
/// assert_eq!(format!("{before:.1}"), "94.5%");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// # Errors
///
/// - a last return of -100% or less.
pub fn earlier_return(whole: Ratio, last: Ratio) -> Result<Ratio, Undefined> {
    let (whole, last) = ((Ratio::ONE + whole)?, (Ratio::ONE + last)?);
    Ok(ratio(growth(positive(last.number())?, whole.number())?))
}

/// Returns the base of a ratio, if it is above zero.
pub(super) fn positive(base: Decimal) -> Result<Decimal, Undefined> {
    if base > Decimal::ZERO { Ok(base) } else { Err(NotMeaningful::NonPositiveBase.into()) }
}

fn one_currency(a: PerShare, b: PerShare) -> Result<(), Undefined> {
    if a.currency() == b.currency() { Ok(()) } else { Err(Undefined::CurrenciesDiffer) }
}

fn ratio(number: Decimal) -> Ratio {
    Ratio::from_result(Checked(number), ())
}

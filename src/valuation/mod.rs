//! Valuation: what the market pays, with the earnings window and the share count in the name.

mod multiples;
mod enterprise_value;

use rust_decimal::Decimal;

pub use enterprise_value::{Component, EnterpriseValue};
pub use multiples::{EarningsWindow, ShareCount, ValuationMultiples};

use crate::{
    item::Item,
    metric::{Measure, metrics},
    quantity::{Checked, Grows, Multiple, Operand as _, PerShare, Ratio},
    undefined::{NotMeaningful, Undefined},
    view::Given,
};

/// Returns the forward price-earnings ratio: the price over the earnings per share expected for a
/// whole year.
///
/// ```
/// use financials::{Currency, PerShare, valuation};
///
/// let usd = |text: &str| PerShare::parse(text, Currency::USD);
/// assert_eq!(format!("{:.1}", valuation::forward_pe(usd("180")?, usd("0.65")?)?), "276.9x");
/// assert_eq!(
///     valuation::forward_pe(usd("7.79")?, usd("-0.20")?).unwrap_err().to_string(),
///     "not meaningful: non-positive earnings",
/// );
/// # Ok::<(), financials::Error>(())
/// ```
///
/// # Errors
///
/// - earnings that are zero or negative: the ratio would have no meaning.
/// - a price and earnings in different currencies.
pub fn forward_pe(price: PerShare, eps: PerShare) -> Result<Multiple, Undefined> {
    if price.currency() != eps.currency() {
        return Err(Undefined::CurrenciesDiffer);
    }
    let given: [(Measure, Decimal); 2] =
        [(Item::SharePrice.into(), price.number()), (Item::EpsNtm.into(), eps.number())];
    let multiple = Given(&given).value_of(metrics::FORWARD_PE_NTM)?;
    Ok(Multiple::from_result(Checked(multiple), ()))
}

/// Returns the earnings per share that a price and a price-earnings ratio imply.
///
/// ```
/// use financials::{Currency, Multiple, PerShare, valuation};
///
/// let price = PerShare::parse("180", Currency::USD)?;
/// let eps = valuation::implied_eps(price, Multiple::new(277)?)?;
/// assert_eq!(format!("{eps:.2}"), "$0.65");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// # Errors
///
/// - a ratio that is zero or negative, which no earnings have.
pub fn implied_eps(price: PerShare, price_earnings: Multiple) -> Result<PerShare, Undefined> {
    if price_earnings.number() <= Decimal::ZERO {
        return Err(NotMeaningful::NonPositiveEarnings.into());
    }
    Ok((price / price_earnings)?)
}

/// Returns the price that earnings per share and a price-earnings ratio imply.
///
/// # Errors
///
/// - earnings or a ratio that are zero or negative.
pub fn implied_price(eps: PerShare, price_earnings: Multiple) -> Result<PerShare, Undefined> {
    if eps.number() <= Decimal::ZERO || price_earnings.number() <= Decimal::ZERO {
        return Err(NotMeaningful::NonPositiveEarnings.into());
    }
    Ok((eps * price_earnings)?)
}

/// Returns the earlier figure that a later one and its growth imply: `now / (1 + growth)`.
///
/// ```
/// use financials::{Currency, Money, Ratio, valuation};
///
/// let revenue = Money::new(1_003_697_000, Currency::USD)?;
/// let prior = valuation::implied_prior(revenue, Ratio::from_percent(48)?)?;
/// assert_eq!(format!("{prior:.1}"), "$678.2 million");
/// # Ok::<(), financials::Error>(())
/// ```
///
/// # Errors
///
/// - a growth of -100% or less, from which nothing leads back.
pub fn implied_prior<A: Grows>(now: A, growth: Ratio) -> Result<A, Undefined> {
    crate::change::earlier(now, growth)
}

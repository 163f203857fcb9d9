//! [`compare`]: the order of a screen.

use core::cmp::Ordering;

use crate::{undefined::Undefined, view::Value};

/// Compares two results for a screen: values from low to high, and what has none after them all,
/// grouped by reason.
///
/// It is a total order, so that a table sorts the same from whatever order it was in. A screen from
/// high to low swaps the values only: a P/E on a loss is never the cheapest and never the dearest.
///
/// ```
/// use financials::{Currency, Report, analysis::compare, metrics, report::{MarketData, Quote}};
///
/// let report = Report::builder("a company", "2024-01-01..2024-12-31".parse()?, Currency::USD);
/// let report = report.build()?;
/// let forward_pe = |price: i64, eps: &str| {
///     let data = MarketData::in_units().share_price(price).eps_ntm(eps);
///     let quote = Quote::new(Currency::USD, data).map_err(financials::Error::from)?;
///     let view = report.view().with_quote(&quote)?;
///     Ok::<_, financials::Error>(metrics::FORWARD_PE_NTM.value(view))
/// };
/// let mut screen = [forward_pe(8, "-0.20")?, forward_pe(180, "6")?, forward_pe(50, "5")?];
/// screen.sort_by(compare);
/// let shown = screen.map(|result| result.map_or_else(|it| it.to_string(), |it| it.to_string()));
/// assert_eq!(shown, ["10x", "30x", "not meaningful: non-positive earnings"]);
/// # Ok::<(), financials::Error>(())
/// ```
#[must_use]
pub fn compare(left: &Result<Value, Undefined>, right: &Result<Value, Undefined>) -> Ordering {
    match (left, right) {
        (Ok(left), Ok(right)) => left.number().cmp(&right.number()),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(left), Err(right)) => left.cmp(right),
    }
}

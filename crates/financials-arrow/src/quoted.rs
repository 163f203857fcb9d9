//! [`quote`] and [`tables`]: the price of a share, which is of one day.

use financials::{
    Decimal, Error,
    companyfacts::KnownFacts,
    panel::{Panel, PanelView, Table},
    report::{MarketData, Quote},
};

/// Returns the price of a company's share as a quote, in the currency that the company reports in.
///
/// ```
/// use financials::{Decimal, companyfacts::{CompanyFacts, Vintage}, panel::Panel};
///
/// let json = std::fs::read("../../tests/cases/palantir_companyfacts/companyfacts.json")?;
/// let facts = CompanyFacts::parse(&json)?;
/// let known = facts.known(Vintage::Latest);
/// let quote = financials_arrow::quote(&known, Decimal::from(180))?;
/// let panel = Panel::builder().facts(&known, Some(&quote))?.build()?;
/// // The last quarter stands in a table of its own, and has the price alone.
/// let [before, last] = &financials_arrow::tables(&panel, |view| {
///     view.table([financials::Item::SharePrice]).quarters().last(2)
/// })[..] else { panic!("two tables") };
/// assert!(before.csv().to_string().ends_with(",2025Q1,,share_price=missing\n"));
/// assert!(last.csv().to_string().ends_with(",2025Q2,180,\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// - facts in no currency, or in several of which none is the company's.
/// - a price past the limits of amounts.
pub fn quote(known: &KnownFacts<'_>, share_price: Decimal) -> Result<Quote, Error> {
    let currency = known.currency()?;
    Ok(Quote::new(currency, MarketData::in_units().share_price(share_price))?)
}

/// Returns the chosen rows of a panel as tables that follow one another: what the market says is of
/// one day, so that only the last of the rows is seen with it, in a table of its own.
///
/// Without a quote, or a row, there is one table.
pub fn tables<'a>(panel: &'a Panel, choose: impl Fn(PanelView<'a>) -> Table<'a>) -> Vec<Table<'a>> {
    let table = choose(panel.view().without_quotes());
    let last = table.rows().last().map(|(_, _, period)| period);
    let Some(last) = last.filter(|_| panel.is_quoted()) else { return vec![table] };
    let quoted = choose(panel.view()).only(|_, period| period == last);
    vec![table.only(|_, period| period != last), quoted]
}

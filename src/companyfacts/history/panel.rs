//! From series to the rows of a panel, without reports in between.

use alloc::{collections::BTreeMap, vec::Vec};

use super::{
    error::BuildError,
    report::{Absences, basis, company, of_report},
};
use crate::companyfacts::{choosing::items::ItemSeries, known::KnownFacts};
use crate::{
    Accuracy, Currency, Date, Decimal, Item, Period, panel::PanelBuilder, period::PeriodKind,
    quantity::amount_within_limits, report::Quote,
};

/// An item's amount, with how precisely it was stated.
type Stated = (Item, (Decimal, Accuracy));

impl PanelBuilder {
    /// Adds a company by its facts, as known in their vintage, and what the market says of it.
    ///
    /// The rows are those of [`KnownFacts::history`], which is not built on the way: a panel asks
    /// for amounts and not for the filings that they stand in.
    ///
    /// ```
    /// use financials::{companyfacts::{CompanyFacts, Vintage}, metrics, panel::Panel};
    ///
    /// let json = std::fs::read("tests/cases/palantir_companyfacts/companyfacts.json")?;
    /// let facts = CompanyFacts::parse(&json)?;
    /// let panel = Panel::builder().facts(&facts.known(Vintage::Latest), None)?.build()?;
    /// let margins = metrics::NET_MARGIN.column(panel.view().to_places(4));
    /// let q2 = panel.rows().position(|(_, it)| it.to_string() == "2025-04-01..2025-06-30");
    /// assert_eq!(margins.get(q2.unwrap()).unwrap()?.to_string(), "0.3255");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails where [`KnownFacts::history`] does.
    pub fn facts(self, known: &KnownFacts<'_>, quote: Option<&Quote>) -> Result<Self, BuildError> {
        let currency: Currency = known.currency.parse()?;
        let mut flows: BTreeMap<Period, Vec<Stated>> = BTreeMap::new();
        let mut balances: BTreeMap<Date, Vec<Stated>> = BTreeMap::new();
        let mut absences = Absences::default();
        for item in known.items() {
            let ItemSeries { series, .. } = known.item(item);
            let places = known.places(&series);
            for entry in &series.entries {
                let amount = match &entry.amount {
                    Ok(amount) => amount,
                    Err(why) => {
                        absences.add(item, entry, *why, false);
                        continue;
                    }
                };
                let Ok(value) = amount_within_limits("amount", amount.value) else { continue };
                let value = (value, amount.stated(|_| Accuracy::Unknown, &places));
                if entry.kind == PeriodKind::Instant {
                    balances.entry(entry.end).or_default().push((item, value));
                } else if let Some(period) = of_report(entry, false) {
                    flows.entry(period).or_default().push((item, value));
                }
            }
        }
        if flows.is_empty() {
            return Err(BuildError::no_figures(known.facts));
        }
        let (mut figures, mut absent) = (Vec::new(), Vec::new());
        for (period, items) in flows {
            absent.extend(absences.of(&period).map(|(item, why)| (period, item, why)));
            let at_its_end = balances.get(&period.end()).into_iter().flatten().copied();
            figures.extend(items.into_iter().chain(at_its_end).map(|(of, it)| (period, of, it)));
        }
        let accounts = (basis(known.facts), known.calendar());
        Ok(self.company(company(known.facts), currency, accounts, figures, absent, quote))
    }
}

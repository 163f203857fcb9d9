//! From facts to a [`Report`].

use alloc::{string::String, vec::Vec};

use super::{error::ChoiceError, items::figure, primary::Primary, segments::with_splits};
use crate::{
    companyfacts::chain_items,
    figure::Figure,
    item::Item,
    period::Period,
    report::{Company, Report},
    xbrl::{bounds::PERIODS_NAMED_MAX, facts::Facts, linkbase::Labels},
};

impl Facts {
    /// Makes a report of the period that the filing reports on: line items, and revenue by
    /// segments, products and regions, each figure with the accuracy that it was stated with and
    /// where it stands. The names of segments are the company's where there are labels.
    ///
    /// # Errors
    ///
    /// - no number is of a period, or of the one that the cover names;
    /// - none is an amount of money;
    /// - every number is of a member of one axis, of which there are several: see
    ///   [`Primary::within`].
    pub fn report(&self, labels: &Labels) -> Result<Report, ChoiceError> {
        let primary = Primary::of(self)?;
        primary.report(primary.reported()?, labels)
    }
}

impl<'a> Primary<'a> {
    /// Makes a report of a period, as [`Facts::report`] does.
    ///
    /// # Errors
    ///
    /// Fails where no number is of the period, or none is an amount of money.
    pub fn report(&self, period: Period, labels: &Labels) -> Result<Report, ChoiceError> {
        let known = self.periods();
        if !known.iter().any(|(of, _)| *of == period) {
            let known = known.iter().map(|(period, _)| *period).take(PERIODS_NAMED_MAX).collect();
            return Err(ChoiceError::Period { period, known });
        }
        let currency = self.currency().ok_or(ChoiceError::Currency { period })?;
        let cover = self.facts.cover();
        let name = cover.company().map_or_else(|| self.identifier(), String::from);
        let mut company = Company::new(name);
        if let Some(cik) = cover.cik() {
            company = company.cik(cik);
        }
        let basis = self.basis();
        let figures: Vec<(Item, Figure)> = chain_items()
            .filter_map(|item| {
                let fact = self.item(item, period, currency)?;
                Some((item, figure(fact, basis)?))
            })
            .collect();
        let why = |item| Some((item, self.chosen(item, period, currency).err()?));
        let absent = chain_items().filter_map(why);
        let mut report = Report::builder(company, period, currency).figures(figures).absent(absent);
        if let Some(basis) = basis {
            report = report.basis(basis);
        }
        let splits = self.revenue_splits(period, currency, basis, labels);
        Ok(with_splits(report, &splits).build()?)
    }

    fn identifier(&self) -> String {
        let entity = self.facts().next().map(|fact| fact.entity().identifier);
        entity.filter(|identifier| !identifier.is_empty()).unwrap_or("unknown").into()
    }
}

//! Reports: the figures of one company over one period.

mod finding;
mod builder;
mod periodic;
mod wire;
mod quote;
mod beside;
mod adjusted;
mod segment;
mod company;
mod statement;
mod slots;
mod error;

use alloc::boxed::Box;

use serde::{Deserialize, Serialize};

pub use adjusted::{AdjustedMeasure, ReconcilingItem};
pub use builder::ReportBuilder;
pub use company::Company;
pub use error::ReportError;
pub use finding::{Finding, Sides};
pub use periodic::{AnnualReport, QuarterlyReport};
pub use quote::Quote;
pub use segment::{Breakdown, Segment};
pub use statement::{
    BalanceSheet, CashFlowStatement, IncomeStatement, MarketData, PerShareData, ShareCounts,
};

use beside::Beside;
use slots::Slots;

use crate::{
    currency::Currency,
    expected::{Actual, ActualError},
    figure::{Basis, Figure, Source},
    item::Item,
    metric::Measure,
    period::Period,
    quantity::Quantity,
    undefined::{Absence, Undefined, When},
};

/// The figures of one company over one period, in one currency and on one basis, with the company's
/// adjusted figures beside them.
///
/// [`QuarterlyReport`] and [`AnnualReport`] are reports whose period is known to be a quarter or a
/// year. Balances are those at the end of the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "wire::Wire", into = "wire::Wire")]
pub struct Report {
    company: Company,
    period: Period,
    currency: Currency,
    basis: Option<Basis>,
    source: Option<Source>,
    figures: Slots,
    /// Why some items have no figure, in the order of the items.
    absent: Box<[(Item, Absence)]>,
    /// Whether it states a metric of the catalogue, which every formula would ask.
    states_metrics: bool,
    /// Nothing where there is nothing in it.
    beside: Option<Box<Beside>>,
}

impl Report {
    /// Returns the company.
    #[must_use]
    pub const fn company(&self) -> &Company {
        &self.company
    }

    /// Returns the period that the flows are over and that the balances are at the end of.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// Returns the currency of every amount.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// Returns the basis of the statements, if the report or one of its figures said it.
    #[must_use]
    pub const fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Returns the source of the figures that name none themselves, if one was given.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// Returns the reported figure of a line item, a segment's item or another measure, as stated.
    #[must_use]
    pub fn figure(&self, measure: impl Into<Measure>) -> Option<&Figure> {
        self.stated(&measure.into())
    }

    /// Returns the reported figure; measures are long, and the walk of formulas borrows them.
    pub(crate) fn stated(&self, measure: &Measure) -> Option<&Figure> {
        match measure {
            Measure::Item(item) => self.line(*item),
            other => self.beside.as_ref()?.others.get(other),
        }
    }

    /// Returns the reported figure of a line item.
    #[inline]
    pub(crate) fn line(&self, item: Item) -> Option<&Figure> {
        self.figures.get(item)
    }

    /// Returns why the company's filings give no figure of a line item, where they say more than
    /// that it is missing.
    #[must_use]
    pub fn absence(&self, item: Item) -> Option<Absence> {
        let place = self.absent.binary_search_by_key(&item, |(item, _)| *item).ok()?;
        self.absent.get(place).map(|(_, reason)| *reason)
    }

    /// Returns the line items whose absence has a reason, in the order of a report.
    pub fn absences(&self) -> impl Iterator<Item = (Item, Absence)> {
        self.absent.iter().copied()
    }

    /// Returns whether it states a metric that formulas compute as well.
    #[inline]
    pub(crate) const fn states_metrics(&self) -> bool {
        self.states_metrics
    }

    /// Returns the adjusted figure of a measure, as stated.
    #[must_use]
    pub fn adjusted_figure(&self, measure: impl Into<Measure>) -> Option<&Figure> {
        self.stated_adjusted(&measure.into())
    }

    pub(crate) fn stated_adjusted(&self, measure: &Measure) -> Option<&Figure> {
        self.beside.as_ref()?.adjusted.get(measure).map(AdjustedMeasure::figure)
    }

    /// Returns the reported figure of a measure as an [`Actual`] in its unit, to hold against
    /// guidance or an estimate of the same measure and period.
    ///
    /// ```
    /// use financials::{
    ///     Currency, Item, Money, PerShare, Period, QuarterlyReport,
    ///     report::PerShareData,
    /// };
    ///
    /// let quarter: Period = "2025-04-01..2025-06-30".parse()?;
    /// let report = QuarterlyReport::builder("Palantir", quarter, Currency::USD)
    ///     .per_share(PerShareData::in_units().eps_diluted("0.13"))
    ///     .build_quarterly()?;
    /// let earnings = report.actual::<PerShare>(Item::EpsDiluted)?;
    /// assert_eq!(earnings.admitted().to_string(), "[0.125, 0.135]");
    /// assert_eq!(
    ///     report.actual::<Money>(Item::EpsDiluted).unwrap_err().to_string(),
    ///     "eps_diluted is money per share over the period, not money",
    /// );
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - a measure of another unit.
    /// - a measure that is not stated.
    pub fn actual<Q: Quantity>(
        &self,
        measure: impl Into<Measure>,
    ) -> Result<Actual<Q>, ActualError> {
        let measure = measure.into();
        let figure = self.figure(measure);
        let figure = figure.ok_or_else(|| {
            let reason = measure.item().and_then(|item| self.absence(item));
            Undefined::missing(&measure, When::NOW, reason)
        })?;
        Ok(Actual::of_measure(figure, measure, self.period, self.currency)?)
    }

    /// Returns the adjusted figure of a measure as an [`Actual`], as [`actual`](Self::actual) does
    /// the reported one.
    ///
    /// # Errors
    ///
    /// - a measure of another unit.
    /// - a measure without an adjusted figure.
    pub fn adjusted_actual<Q: Quantity>(
        &self,
        measure: impl Into<Measure>,
    ) -> Result<Actual<Q>, ActualError> {
        let measure = measure.into();
        let figure = self.adjusted_figure(measure).ok_or(Undefined::NotAdjusted { measure })?;
        Ok(Actual::of_measure(figure, measure, self.period, self.currency)?)
    }

    /// Returns the reported figures: the line items in the order of a report, then the others.
    pub fn figures(&self) -> impl Iterator<Item = (Measure, &Figure)> {
        let items = self.figures.iter().map(|(item, figure)| (item.into(), figure));
        let others = self.beside.iter().flat_map(|beside| &beside.others);
        items.chain(others.map(|(measure, figure)| (*measure, figure)))
    }

    /// Returns the segments, in the order in which they were given.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        self.beside.as_ref().map_or(&[], |beside| &beside.segments)
    }

    /// Returns which segments make up which item.
    #[must_use]
    pub fn breakdowns(&self) -> &[Breakdown] {
        self.beside.as_ref().map_or(&[], |beside| &beside.breakdowns)
    }

    /// Returns the adjusted measures.
    pub fn adjusted_measures(&self) -> impl Iterator<Item = &AdjustedMeasure> {
        self.beside.iter().flat_map(|beside| beside.adjusted.values())
    }
}

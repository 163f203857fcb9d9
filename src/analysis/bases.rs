//! [`Bases`]: a metric on the reported and on the adjusted basis, with the bridge between them.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::{
    metric::{Measure, Metric},
    report::{AdjustedMeasure, Report},
    undefined::Undefined,
    view::{Value, View},
};

/// A metric on the reported and on the adjusted basis, side by side, with the reconciliations that
/// lead from one to the other (Regulation G, 17 CFR 244.100).
///
/// ```
/// use financials::{
///     Currency, Figure, IncomeStatement, Item, Period, Report,
///     analysis::Bases,
///     metrics,
///     report::AdjustedMeasure,
/// };
///
/// let period: Period = "2025-04-01..2025-06-30".parse()?;
/// let adjusted = AdjustedMeasure::new(Item::OperatingIncome, Figure::millions(464)?)
///     .reconciling("stock-based compensation and its taxes", Figure::millions(195)?);
/// let report = Report::builder("Palantir", period, Currency::USD)
///     .income(IncomeStatement::in_millions().revenue(1_004).operating_income(269))
///     .adjusted(adjusted)
///     .build()?;
/// let bases = Bases::of(metrics::OPERATING_MARGIN, &report);
/// assert_eq!(format!("{:.1}", bases.reported()?), "26.8%");
/// assert_eq!(format!("{:.1}", bases.adjusted()?), "46.2%");
/// let [bridge] = bases.bridge() else { panic!("one item is adjusted") };
/// assert_eq!(bridge.items().len(), 1);
/// # Ok::<(), financials::Error>(())
/// ```
///
/// In serde each basis is its value, or in its place the [reason](Undefined) why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bases {
    #[serde(with = "crate::undefined::wire")]
    reported: Result<Value, Undefined>,
    #[serde(with = "crate::undefined::wire")]
    adjusted: Result<Value, Undefined>,
    bridge: Vec<AdjustedMeasure>,
}

impl Bases {
    /// Evaluates a metric on both bases.
    #[must_use]
    pub fn of<'a>(metric: Metric, view: impl Into<View<'a>>) -> Self {
        let view = view.into();
        Self {
            reported: metric.value(view),
            adjusted: metric.value(view.adjusted()),
            bridge: bridge(metric, view.report()),
        }
    }

    /// Returns the value from reported figures.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is none.
    pub const fn reported(&self) -> Result<Value, Undefined> {
        self.reported
    }

    /// Returns the value from adjusted figures, where an item has an adjusted version at all.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is none: as a rule that the company adjusts no such item.
    pub const fn adjusted(&self) -> Result<Value, Undefined> {
        self.adjusted
    }

    /// Returns the adjusted inputs of the metric, each with the items that lead to it.
    #[must_use]
    pub fn bridge(&self) -> &[AdjustedMeasure] {
        &self.bridge
    }
}

/// Returns the adjusted figures of a report that the metric is made of, its own first.
fn bridge(metric: Metric, report: &Report) -> Vec<AdjustedMeasure> {
    let inputs = metric.inputs();
    let is_input = |measure| measure == Measure::Metric(metric) || inputs.contains(&measure);
    report.adjusted_measures().filter(|it| is_input(it.measure())).cloned().collect()
}

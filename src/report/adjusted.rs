//! [`AdjustedMeasure`]: a figure on the company's own definition, with the way to the reported one.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::{
    figure::{Basis, Figure, Source},
    metric::Measure,
};

/// A figure on the company's own definition, with the items that lead from the reported figure to
/// it.
///
/// Regulation G (17 CFR 244.100) asks for that reconciliation. Where its items are given, reported
/// plus items must meet the adjusted figure within the accuracy of each; a difference is a
/// [`Finding`](crate::report::Finding).
///
/// ```
/// use financials::{Basis, Figure, Item, report::AdjustedMeasure};
///
/// let income = AdjustedMeasure::new(Item::OperatingIncome, Figure::millions(464)?)
///     .reconciling("stock-based compensation", Figure::millions(160)?)
///     .reconciling("employer payroll taxes", Figure::millions(35)?);
/// assert_eq!(income.figure().basis(), Some(Basis::Adjusted));
/// assert_eq!(income.items().len(), 2);
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Wire", into = "Wire")]
pub struct AdjustedMeasure {
    measure: Measure,
    figure: Figure,
    from: Measure,
    items: Vec<ReconcilingItem>,
}

/// One step of a reconciliation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReconcilingItem {
    /// What was added back, or taken off as a negative amount.
    pub label: String,
    /// The amount.
    pub figure: Figure,
}

impl AdjustedMeasure {
    /// Starts an adjusted figure, which is reconciled from the reported figure of the same name.
    ///
    /// Whatever basis the figure was on, it is on the adjusted one here.
    #[must_use]
    pub fn new(measure: impl Into<Measure>, figure: Figure) -> Self {
        let measure = measure.into();
        Self { measure, figure: figure.on(Basis::Adjusted), from: measure, items: Vec::new() }
    }

    /// Says that the reconciliation starts from another reported figure, as that of adjusted EBITDA
    /// does from net income.
    #[must_use]
    pub fn reconciled_from(mut self, measure: impl Into<Measure>) -> Self {
        self.from = measure.into();
        self
    }

    /// Adds a reconciling item: what was added back, or taken off as a negative amount.
    #[must_use]
    pub fn reconciling(mut self, label: impl Into<String>, figure: Figure) -> Self {
        self.items.push(ReconcilingItem { label: label.into(), figure });
        self
    }

    /// Returns what is adjusted.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.measure
    }

    /// Returns the reported measure that the reconciliation starts from.
    #[must_use]
    pub const fn starting_from(&self) -> Measure {
        self.from
    }

    /// Returns the adjusted figure.
    #[must_use]
    pub const fn figure(&self) -> &Figure {
        &self.figure
    }

    /// Returns the reconciling items.
    #[must_use]
    pub fn items(&self) -> &[ReconcilingItem] {
        &self.items
    }

    pub(super) fn sourced(mut self, source: Option<&Source>) -> Self {
        self.figure = self.figure.sourced(source);
        self
    }
}

/// The form of an adjusted measure in serde.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct AdjustedMeasure")]
struct Wire {
    measure: Measure,
    figure: Figure,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<Measure>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reconciling: Vec<ReconcilingItem>,
}

impl From<Wire> for AdjustedMeasure {
    fn from(wire: Wire) -> Self {
        Self {
            measure: wire.measure,
            figure: wire.figure.on(Basis::Adjusted),
            from: wire.from.unwrap_or(wire.measure),
            items: wire.reconciling,
        }
    }
}

impl From<AdjustedMeasure> for Wire {
    fn from(adjusted: AdjustedMeasure) -> Self {
        let AdjustedMeasure { measure, figure, from, items } = adjusted;
        Self { measure, figure, from: (from != measure).then_some(from), reconciling: items }
    }
}

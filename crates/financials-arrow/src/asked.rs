//! [`Asked`]: a metric, a line item or a formula that is asked of a table.

use financials::{
    Measure,
    formula::Formula,
    panel::{BoundsColumn, Column, PanelView},
};

use crate::error::TableError;

/// A metric, a line item or a formula that is asked of a table, and the name of its column.
#[derive(Clone, Debug)]
pub struct Asked {
    name: String,
    what: What,
    has_bounds: bool,
}

#[derive(Clone, Debug)]
enum What {
    Measure(Measure),
    Formula(Formula),
}

impl Asked {
    /// Looks a metric or a line item up by any name that people type; the column is called so.
    ///
    /// # Errors
    ///
    /// - `reveneu growth`: nothing is called that; the error offers what is like it.
    pub fn named(name: &str) -> Result<Self, TableError> {
        Ok(Self::measure(name, Measure::find(name)?))
    }

    /// Takes a metric, a line item or a measure of one's own, under a name.
    #[must_use]
    pub fn measure(name: impl Into<String>, measure: impl Into<Measure>) -> Self {
        Self { name: name.into(), what: What::Measure(measure.into()), has_bounds: false }
    }

    /// Takes a formula of one's own, under a name.
    #[must_use]
    pub fn formula(name: impl Into<String>, formula: Formula) -> Self {
        Self { name: name.into(), what: What::Formula(formula), has_bounds: false }
    }

    /// Asks for the bounds of each value too, which come under its name and `_low` and `_high`.
    ///
    /// They are what its inputs admit, as precisely as they were stated: of a frame, which does
    /// not say it, half the place of the last digit that is not zero. Ends are rounded outward, and
    /// are nothing where there is none.
    #[must_use]
    pub fn with_bounds(self) -> Self {
        Self { has_bounds: true, ..self }
    }

    /// Returns the name of its column.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the name of the column of its reasons.
    #[must_use]
    pub fn reason_name(&self) -> String {
        format!("{}_reason", self.name)
    }

    pub(crate) const fn has_bounds(&self) -> bool {
        self.has_bounds
    }

    pub(crate) fn bounds_column(&self, view: PanelView<'_>) -> BoundsColumn {
        match &self.what {
            What::Measure(measure) => measure.bounds_column(view),
            What::Formula(formula) => formula.bounds_column(view),
        }
    }

    pub(crate) fn column(&self, view: PanelView<'_>) -> Column {
        match &self.what {
            What::Measure(measure) => measure.column(view),
            What::Formula(formula) => formula.column(view),
        }
    }
}

//! [`CustomMetric`]: a metric of the user's own.

use core::fmt;

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::{
    formula::{Formula, Refused},
    item::{Name, NameError},
    metric::{Kind, Measure},
    undefined::Undefined,
    view::{Bounds, Explanation, Value, View},
};

/// A metric of the user's own: a name, a kind, a formula and what it says.
///
/// It is made of the same pieces as the catalogue's and refused if it makes no sense, in code and
/// from serde alike.
///
/// ```
/// use financials::{
///     Currency, IncomeStatement, Period, Report,
///     analysis::CustomMetric,
///     metric::Kind,
/// };
///
/// let metric = CustomMetric::new(
///     "people_to_revenue",
///     Kind::Ratio,
///     "(research_and_development + sales_and_marketing) / revenue".parse()?,
/// )?;
/// let income = IncomeStatement::in_thousands()
///     .revenue(1_003_697)
///     .research_and_development(135_043)
///     .sales_and_marketing(243_788);
/// let period: Period = "2025-04-01..2025-06-30".parse()?;
/// let report = Report::builder("Palantir", period, Currency::USD).income(income).build()?;
/// assert_eq!(format!("{:.1}", metric.value(&report)?), "37.7%");
///
/// let refused = CustomMetric::new("cost", Kind::Ratio, "cost_of_revenue".parse()?).unwrap_err();
/// assert_eq!(
///     refused.to_string(),
///     "metric 'cost': declared as Ratio, which is a plain number, but is money over the period",
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct CustomMetric {
    name: Name,
    kind: Kind,
    formula: Formula,
    doc: String,
}

/// A metric of the user's own that was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CustomMetricError {
    /// The name is not one.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The name is that of a line item or of a metric of the catalogue.
    #[error("metric '{name}': the name is taken by a line item or a metric of the catalogue")]
    Taken {
        /// The name.
        name: Name,
    },
    /// The formula's unit is not that of the kind.
    #[error("metric '{name}': {refused}")]
    Kind {
        /// The name.
        name: Name,
        /// The kind and the unit.
        refused: Refused,
    },
}

impl CustomMetric {
    /// Makes a metric.
    ///
    /// # Errors
    ///
    /// - `My Metric` — a name has lower-case letters, digits and underscores.
    /// - `revenue`, `revenue:us` — the name is taken, the second by a segment's line item.
    /// - a formula whose unit is not that of the kind, such as `cost_of_revenue` for a ratio.
    pub fn new(name: &str, kind: Kind, formula: Formula) -> Result<Self, CustomMetricError> {
        let known = name.parse::<Measure>()?;
        let name: Name = name.parse()?;
        if !matches!(known, Measure::Named(_)) || name.item().is_some() {
            return Err(CustomMetricError::Taken { name });
        }
        let found = formula.dimension();
        if !found.is_same_unit(kind.dimension()) {
            let refused = Refused::Kind { declared: kind, found };
            return Err(CustomMetricError::Kind { name, refused });
        }
        Ok(Self { name, kind, formula, doc: String::new() })
    }

    /// Adds what the metric says.
    #[must_use]
    pub fn with_doc(self, doc: impl Into<String>) -> Self {
        Self { doc: doc.into(), ..self }
    }

    /// Returns the name.
    #[must_use]
    pub const fn name(&self) -> Name {
        self.name
    }

    /// Returns what its value is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Returns the formula.
    #[must_use]
    pub const fn formula(&self) -> &Formula {
        &self.formula
    }

    /// Returns what the metric says; empty where nothing was said.
    #[must_use]
    pub fn doc(&self) -> &str {
        &self.doc
    }

    /// Evaluates the metric.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value.
    pub fn value<'a>(&self, view: impl Into<View<'a>>) -> Result<Value, Undefined> {
        let view = view.into();
        Value::within_limits(self.formula.value(view)?, self.kind, view.currency())
    }

    /// Returns between which values the metric lies.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value for anything that the inputs admit.
    pub fn bounds<'a>(&self, view: impl Into<View<'a>>) -> Result<Bounds, Undefined> {
        self.formula.bounds(view)
    }

    /// Explains the metric's value, under the text of its formula.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value.
    pub fn explain<'a>(&self, view: impl Into<View<'a>>) -> Result<Explanation, Undefined> {
        self.formula.explain_as(self.kind, &view.into())
    }
}

impl fmt::Display for CustomMetric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {}", self.name, self.formula)
    }
}

/// The form of a metric in serde.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a metric, an object of name, kind, formula and doc")]
struct Wire {
    name: String,
    kind: Kind,
    formula: Formula,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    doc: String,
}

impl TryFrom<Wire> for CustomMetric {
    type Error = CustomMetricError;

    fn try_from(wire: Wire) -> Result<Self, CustomMetricError> {
        Ok(Self::new(&wire.name, wire.kind, wire.formula)?.with_doc(wire.doc))
    }
}

impl From<CustomMetric> for Wire {
    fn from(metric: CustomMetric) -> Self {
        let CustomMetric { name, kind, formula, doc } = metric;
        Self { name: alloc::format!("{name}"), kind, formula, doc }
    }
}

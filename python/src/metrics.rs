//! The catalogue, and metrics of the user's own.

use financials::{
    Currency, Decimal, Measure, Metric, Undefined,
    formula::Formula,
    view::{Explanation, View},
};
use financials_arrow::Asked;
use pyo3::{prelude::*, types::PyString};

use crate::errors;

/// Returns every metric of the catalogue as JSON, one object each.
#[pyfunction]
pub fn all_metrics() -> Vec<String> {
    Metric::all().map(|metric| financials_wire::metric(metric).to_string()).collect()
}

/// Returns the name of the metric or line item that people call so.
#[pyfunction]
pub fn find(py: Python<'_>, name: &str) -> PyResult<String> {
    Measure::find(name).map(|it| it.to_string()).map_err(|error| errors::unknown(py, &error))
}

/// Returns a formula as the crate writes it, or why it is refused.
#[pyfunction]
pub fn hold_formula(py: Python<'_>, formula: &str) -> PyResult<String> {
    Ok(parse(py, formula)?.to_string())
}

fn parse(py: Python<'_>, formula: &str) -> PyResult<Formula> {
    Formula::parse(formula)
        .map_err(|error| errors::raise(py, "FormulaError", "formula", &error.to_string(), &[]))
}

/// A metric, a line item or a formula that Python asks for.
pub enum Wanted {
    /// A metric or a line item.
    Measure(Measure),
    /// A formula of one's own, by its name.
    Own(String, Formula),
}

impl Wanted {
    /// Reads a name, or a `financials.Metric`.
    pub fn of(asked: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = asked.py();
        if let Ok(name) = asked.cast::<PyString>() {
            let name = name.to_string();
            return match Measure::find(&name) {
                Ok(measure) => Ok(Self::Measure(measure)),
                Err(error) => Err(errors::unknown(py, &error)),
            };
        }
        let own = || -> PyResult<(String, String)> {
            Ok((asked.getattr("name")?.extract()?, asked.getattr("formula")?.extract()?))
        };
        let Ok((name, formula)) = own() else {
            let given = asked.get_type();
            let text = format!("a metric is a str or a financials.Metric, and not {given}");
            return Err(errors::usage(py, "metric", text));
        };
        Ok(Self::Own(name, parse(py, &formula)?))
    }

    /// Returns what a table is asked for.
    pub fn asked(asked: &Bound<'_, PyAny>) -> PyResult<Asked> {
        Ok(match Self::of(asked)? {
            Self::Own(name, formula) => Asked::formula(name, formula),
            Self::Measure(measure) => Asked::measure(asked.extract::<String>()?, measure),
        })
    }

    /// Explains it.
    pub fn explain(&self, view: View<'_>) -> Result<Explanation, Undefined> {
        match self {
            Self::Measure(measure) => measure.explain(view),
            Self::Own(_, formula) => formula.explain(view),
        }
    }

    /// Returns its value, its kind and its currency.
    pub fn value(&self, view: View<'_>) -> Result<(Decimal, String, Option<Currency>), Undefined> {
        match self {
            Self::Measure(measure) => {
                let value = measure.value(view)?;
                Ok((value.number(), value.to_string(), value.currency()))
            }
            Self::Own(_, formula) => {
                let number = formula.value(view)?;
                Ok((number, number.normalize().to_string(), None))
            }
        }
    }
}

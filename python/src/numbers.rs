//! Decimals between the crate and `decimal.Decimal`, by their digits.

use financials::{Decimal, decimal};
use pyo3::{prelude::*, types::PyFloat};

use crate::errors;

/// Returns a `decimal.Decimal` of the same digits.
pub fn to_python(py: Python<'_>, number: Decimal) -> PyResult<Bound<'_, PyAny>> {
    py.import("decimal")?.getattr("Decimal")?.call1((number.normalize().to_string(),))
}

/// Reads an `int`, a `decimal.Decimal` or a text; a `float` is refused.
pub fn from_python(what: &str, number: &Bound<'_, PyAny>) -> PyResult<Decimal> {
    let py = number.py();
    if number.is_instance_of::<PyFloat>() {
        let text = format!(
            "{what} is the float {number}, which holds no decimals exactly; give a Decimal, a str \
             or an int"
        );
        return Err(errors::raise(py, "FloatError", "float", &text, &[]));
    }
    // A Decimal may be written with an exponent, and `f` writes it without one.
    let text = match number.hasattr("as_tuple")? {
        true => number.call_method1("__format__", ("f",))?.to_string(),
        false => number.str()?.to_string(),
    };
    decimal::parse(&text).map_err(|error| errors::usage(py, "decimal", format!("{what}: {error}")))
}

//! Errors of the crates as the exceptions of `financials.errors`, each with its code.

use financials::{Undefined, error::LookupError};
use financials_arrow::TableError;
use pyo3::{prelude::*, types::PyDict};

/// Returns an exception of `financials.errors` with a code, and whatever else it has.
pub fn raise(
    py: Python<'_>,
    class: &str,
    code: &str,
    text: &str,
    more: &[(&str, Py<PyAny>)],
) -> PyErr {
    let made = || -> PyResult<PyErr> {
        let class = py.import("financials.errors")?.getattr(class)?;
        let keywords = PyDict::new(py);
        keywords.set_item("code", code)?;
        for (key, value) in more {
            keywords.set_item(key, value)?;
        }
        Ok(PyErr::from_value(class.call((text,), Some(&keywords))?))
    };
    made().unwrap_or_else(|error| error)
}

/// A value that does not exist.
pub fn undefined(py: Python<'_>, reason: Undefined) -> PyErr {
    raise(py, "Undefined", reason.code(), &reason.to_string(), &[])
}

/// A name that nothing has, with those that are like it.
pub fn unknown(py: Python<'_>, error: &LookupError) -> PyErr {
    let near: Vec<String> = error.near.iter().map(ToString::to_string).collect();
    let near = near.into_pyobject(py).map(|list| list.unbind());
    let near = near.map_or_else(|_| py.None(), |near| near);
    raise(py, "UnknownName", "unknown_name", &error.to_string(), &[("near", near)])
}

/// A table that cannot be read or computed.
pub fn table(py: Python<'_>, error: &TableError) -> PyErr {
    match error {
        TableError::Name(error) => unknown(py, error),
        error => {
            let class = if error.is_of_type() { "ColumnTypeError" } else { "TableError" };
            raise(py, class, error.code(), &error.to_string(), &[])
        }
    }
}

/// What a caller got wrong.
pub fn usage(py: Python<'_>, code: &str, text: impl ToString) -> PyErr {
    raise(py, "UsageError", code, &text.to_string(), &[])
}

/// What cannot be read.
pub fn unreadable(py: Python<'_>, code: &str, text: impl ToString) -> PyErr {
    raise(py, "ReadError", code, &text.to_string(), &[])
}

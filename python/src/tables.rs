//! Metrics of data frames, and figures of columns of text.

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use financials::Currency;
use financials_arrow::{Asked, Errors, Reading, TableError};
use pyo3::prelude::*;
use pyo3_arrow::PyTable;

use crate::{errors, metrics::Wanted};

/// Computes metrics of a table in every row.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "they are the keywords of the function in Python")]
pub fn compute(
    py: Python<'_>,
    table: PyTable,
    metrics: Vec<Bound<'_, PyAny>>,
    places: i64,
    entity: &str,
    whole_floats: bool,
    currency: &str,
    bounds: bool,
    keys: bool,
    on_errors: &str,
) -> PyResult<PyTable> {
    let places = held_places(py, places)?;
    let (batches, schema) = table.into_inner();
    let asked: Vec<_> = metrics.iter().map(Wanted::asked).collect::<PyResult<_>>()?;
    let asked: Vec<Asked> = match bounds {
        true => asked.into_iter().map(Asked::with_bounds).collect(),
        false => asked,
    };
    let currency: Currency =
        currency.parse().map_err(|error| errors::usage(py, "currency", error))?;
    let on_errors = Errors::of_code(on_errors).ok_or_else(|| {
        let text = format!("errors is '{on_errors}', and must be raise or row");
        errors::usage(py, "errors", text)
    })?;
    let computed = py.detach(|| {
        // A table without a row has its columns none the less.
        let batches =
            if batches.is_empty() { vec![RecordBatch::new_empty(schema)] } else { batches };
        let reading = Reading::new().entity(entity).currency(currency).errors(on_errors);
        let reading = if whole_floats { reading.whole_floats() } else { reading };
        let read = reading.read(&batches)?;
        if keys { read.compute(&asked, places) } else { read.columns(&asked, places) }
    });
    given(py, computed)
}

/// Returns to how many decimals values are rounded; more than they have are refused.
pub fn held_places(py: Python<'_>, places: i64) -> PyResult<u32> {
    u32::try_from(places).ok().filter(|places| *places <= 28).ok_or_else(|| {
        let text = format!("places is {places}, and must be 0 to 28");
        errors::usage(py, "places", text)
    })
}

/// Returns the names of the columns that `compute` reads.
#[pyfunction]
pub fn read_columns(names: Vec<String>, entity: &str) -> Vec<String> {
    let reading = Reading::new().entity(entity);
    names.into_iter().filter(|name| reading.reads(name)).collect()
}

/// Returns the figures of texts, with spans in bytes.
#[pyfunction]
pub fn figures(py: Python<'_>, texts: Vec<String>) -> PyResult<PyTable> {
    let read = || financials_arrow::figures(texts.iter().map(String::as_str));
    given(py, py.detach(read).map(|batch| vec![batch]))
}

/// Returns batches as a table, or why there are none.
pub fn given(py: Python<'_>, batches: Result<Vec<RecordBatch>, TableError>) -> PyResult<PyTable> {
    let batches = batches.map_err(|error| errors::table(py, &error))?;
    let schema = batches.first().map_or_else(|| Schema::empty().into(), RecordBatch::schema);
    PyTable::try_new(batches, schema)
}

//! Metrics of data frames, and figures of columns of text.

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use financials::Currency;
use financials_arrow::{Reading, TableError};
use pyo3::prelude::*;
use pyo3_arrow::PyTable;

use crate::{errors, metrics::Wanted};

/// Computes metrics of a table in every row.
#[pyfunction]
#[pyo3(signature = (table, metrics, places, entity, whole_floats, currency))]
pub fn compute(
    py: Python<'_>,
    table: PyTable,
    metrics: Vec<Bound<'_, PyAny>>,
    places: u32,
    entity: &str,
    whole_floats: bool,
    currency: &str,
) -> PyResult<PyTable> {
    let (batches, schema) = table.into_inner();
    let asked: Vec<_> = metrics.iter().map(Wanted::asked).collect::<PyResult<_>>()?;
    let currency: Currency =
        currency.parse().map_err(|error| errors::usage(py, "currency", error))?;
    let computed = py.detach(|| {
        // A table without a row has its columns none the less.
        let batches =
            if batches.is_empty() { vec![RecordBatch::new_empty(schema)] } else { batches };
        let reading = Reading::new().entity(entity).currency(currency);
        let reading = if whole_floats { reading.whole_floats() } else { reading };
        reading.read(&batches)?.compute(&asked, places)
    });
    given(py, computed)
}

/// Returns the figures of texts, with spans in bytes.
#[pyfunction]
pub fn figures(py: Python<'_>, texts: Vec<String>) -> PyResult<PyTable> {
    let read = || financials_arrow::figures(texts.iter().map(String::as_str));
    given(py, py.detach(read).map(|batch| vec![batch]))
}

/// Returns batches as a table, or why there are none.
pub fn given(
    py: Python<'_>,
    batches: Result<Vec<RecordBatch>, TableError>,
) -> PyResult<PyTable> {
    let batches = batches.map_err(|error| errors::table(py, &error))?;
    let schema = batches.first().map_or_else(|| Schema::empty().into(), RecordBatch::schema);
    PyTable::try_new(batches, schema)
}

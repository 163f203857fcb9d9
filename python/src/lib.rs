//! Company figures you can check, from Python: thin nouns over the crates, whose text and types
//! stand in `financials/`.
//!
//! *Invariant:* nothing here computes or knows a rule of finance. Long work is done without the
//! interpreter's lock.

mod article;
mod claims;
mod companies;
mod history;
mod tables;
mod texts;
mod metrics;
mod numbers;
mod errors;

use pyo3::prelude::*;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<companies::Companies>()?;
    module.add_class::<history::History>()?;
    module.add_function(wrap_pyfunction!(article::check, module)?)?;
    module.add_function(wrap_pyfunction!(claims::tie_out, module)?)?;
    module.add_function(wrap_pyfunction!(metrics::all_metrics, module)?)?;
    module.add_function(wrap_pyfunction!(metrics::find, module)?)?;
    module.add_function(wrap_pyfunction!(metrics::hold_formula, module)?)?;
    module.add_function(wrap_pyfunction!(tables::compute, module)?)?;
    module.add_function(wrap_pyfunction!(tables::figures, module)?)?;
    module.add_function(wrap_pyfunction!(tables::read_columns, module)?)?;
    module.add_function(wrap_pyfunction!(texts::scan, module)?)
}

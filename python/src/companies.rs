//! Companyfacts of many companies, read one after the other.

use std::{
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use financials_files::Walk;
use pyo3::prelude::*;

use crate::{
    errors,
    history::{History, Known},
};

/// A walk over companyfacts: files, folders and archives.
#[pyclass(module = "financials._native")]
pub struct Companies {
    walk: Mutex<Walk>,
    known: Known,
    progress: Option<Py<PyAny>>,
    /// What could not be read: the name, the code and the reason.
    errors: Vec<(String, String, String)>,
}

#[pymethods]
impl Companies {
    #[new]
    #[pyo3(signature = (paths, vintage, progress=None))]
    fn new(
        py: Python<'_>,
        paths: Vec<PathBuf>,
        vintage: &str,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let known = Known::read(py, vintage)?;
        let walk = py.detach(|| Walk::over(&paths));
        Ok(Self { walk: Mutex::new(walk), known, progress, errors: Vec::new() })
    }

    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    /// Reads the next company; one that cannot be read is put to the errors and passed over.
    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<History>> {
        loop {
            py.check_signals()?;
            let known = self.known;
            // What broke off one member has left the walk at the next one.
            let walk = self.walk.get_mut().unwrap_or_else(PoisonError::into_inner);
            let read = py.detach(|| {
                let member = walk.next()?;
                let name = member.name().to_owned();
                let read = member
                    .content()
                    .map_err(|error| ("file".to_owned(), error.to_string()))
                    .and_then(|bytes| History::parse(&name, bytes.into(), known));
                Some((name, read, walk.progress()))
            });
            let Some((name, read, at)) = read else { return Ok(None) };
            if let Some(progress) = &self.progress {
                progress.call1(py, (at.bytes, at.bytes_total, at.members))?;
            }
            match read {
                Ok(history) => return Ok(Some(history)),
                Err((code, reason)) => self.errors.push((name, code, reason)),
            }
        }
    }

    /// What could not be read so far: the name, the code and the reason of each.
    #[getter]
    fn errors(&self) -> Vec<(String, String, String)> {
        self.errors.clone()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<()> {
        Err(errors::usage(py, "pickle", "a walk over files is not pickled; its histories are"))
    }
}

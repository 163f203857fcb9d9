//! The folder of real files that some tests read.
//!
//! A test that reads them says `#[ignore = "needs FINANCIALS_DATA"]`, so that where they are not it
//! is listed as left out and not counted as passed. Where they are,
//! `FINANCIALS_DATA=FOLDER cargo test --all-features --test it -- --include-ignored` runs it.

use std::{fs, path::PathBuf};

use serde::de::DeserializeOwned;

/// Returns the folder.
///
/// # Panics
/// It is not set: the test should say that it needs it.
pub fn folder() -> PathBuf {
    std::env::var_os("FINANCIALS_DATA").expect("FINANCIALS_DATA is the folder of real files").into()
}

/// Returns a file of the folder as text.
pub fn text(path: &str) -> String {
    let path = folder().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns a JSON file of the folder.
pub fn json<T: DeserializeOwned>(path: &str) -> T {
    serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

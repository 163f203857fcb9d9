//! The JSON Schema of every type of `financials` that serde writes.
//!
//! It is read from how the types are declared: their fields and variants, and what the attributes
//! of serde say of them. So the crate has neither a dependency nor an attribute for it, and a type
//! that is added is in it at once. A type whose form is written by hand is described in `leaf.rs`,
//! and one that is described nowhere is an error.
//!
//! The schema is that of what is written. What is read may be more: a decimal may come as a whole
//! number, and a text of a reason may be anything.

mod written;
mod leaf;
mod source;

use std::{
    error::Error,
    path::{Path, PathBuf},
};

use serde_json::Value;

use source::Sources;

/// Returns the folder of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Returns the schema, whose `$defs` has each type by its name.
///
/// # Errors
///
/// - a source file that cannot be read.
/// - a type whose form is written by hand and described nowhere.
pub fn schema() -> Result<Value, Box<dyn Error>> {
    written::schema(&Sources::read(&workspace().join("src"))?)
}

//! [`CompanyFactsError`]: what is wrong with a file, and where in it.

use alloc::{borrow::Cow, string::String};

use serde::{Deserialize, Serialize};

/// A file that is no companyfacts JSON.
///
/// `path` names the place as `us-gaap/Revenues/USD[17].val`, or `document` at the top of the file,
/// and `byte` counts from the file's start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum CompanyFactsError {
    /// The file is not UTF-8 text, as JSON must be (RFC 8259, section 8.1).
    #[error("companyfacts: {path}: the file is not UTF-8 text, at byte {byte}")]
    Encoding {
        /// The place in the document.
        path: String,
        /// Where the first byte stands that is not UTF-8.
        byte: usize,
    },
    /// Something else stands where the format has a certain value: malformed JSON or a wrong type.
    #[error("companyfacts: {path}: expected {expected}, found {found}, at byte {byte}")]
    Unexpected {
        /// The place in the document.
        path: String,
        /// Where it stands in the file.
        byte: usize,
        /// What the format has there.
        expected: Cow<'static, str>,
        /// What stands there.
        found: Cow<'static, str>,
    },
    /// A value of the right type that cannot be read: a date that is none, a number that cannot be
    /// held exactly.
    #[error("companyfacts: {path}: '{text}' is not {expected}, at byte {byte}")]
    Value {
        /// The place in the document.
        path: String,
        /// Where it stands in the file.
        byte: usize,
        /// The value, cut after 40 bytes.
        text: String,
        /// What it should be.
        expected: Cow<'static, str>,
    },
    /// A key that stands twice in one object: of two values neither is to be dropped in silence.
    #[error("companyfacts: {path}: '{key}' is given twice, at byte {byte}")]
    Twice {
        /// The place of the object in the document.
        path: String,
        /// Where the second key stands in the file.
        byte: usize,
        /// The key, cut after 40 bytes.
        key: String,
    },
    /// A fact without a field that every fact has.
    #[error("companyfacts: {path}: '{field}' is missing, at byte {byte}")]
    Missing {
        /// The place in the document.
        path: String,
        /// Where the object ends that lacks it.
        byte: usize,
        /// The field.
        field: Cow<'static, str>,
    },
}

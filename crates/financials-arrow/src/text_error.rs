//! [`TextError`]: why a text is no table.

use arrow_schema::ArrowError;

/// Why a text is no table. Lines are counted from one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// A record of comma-separated values is as long as no other, or no text.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// A field of comma-separated values is quoted, and its quote ends nowhere: the lines behind
    /// it cannot be told from what it says.
    #[error("line {line}: a quote opens here that is closed nowhere")]
    OpenQuote {
        /// The line in which it opens.
        line: usize,
    },
    /// A line is no JSON object, or has a field twice.
    #[error("line {line}: {error}")]
    Json {
        /// The line.
        line: usize,
        /// Why.
        error: serde_json::Error,
    },
    /// It is an array of objects, which may go on over lines.
    #[error("is a JSON array, and must be one object a line, as `jq -c '.[]'` writes it")]
    Array,
    /// A field is a list, an object or a truth value.
    #[error("line {line}, {field}: must be text, a number or null")]
    Field {
        /// The line.
        line: usize,
        /// The name of the field.
        field: String,
    },
    /// Two columns have one name.
    #[error("two columns are called '{name}'")]
    SameName {
        /// The name.
        name: String,
    },
    /// There is no column at all.
    #[error("has no column")]
    NoColumn,
    /// The columns could not be put together.
    #[error(transparent)]
    Arrow(#[from] ArrowError),
}

/// The rows of a text whose lines cannot be read, counted from zero, each with why.
pub type RefusedRows = Vec<(usize, TextError)>;

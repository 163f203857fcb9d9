//! [`parse_csv`] and [`parse_json_lines`]: text as batches, whose columns are all text.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use serde_json::value::RawValue;

use crate::unique::Unique;

/// Why a text is no table. Lines are counted from one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// A record of comma-separated values is as long as no other, or no text.
    #[error(transparent)]
    Csv(#[from] csv::Error),
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

/// Reads comma-separated values (RFC 4180), whose first line names the columns.
///
/// Every column is text, without the spaces around a field; an empty field is nothing. A
/// [`Reading`](crate::Reading) takes amounts from it with
/// [`text_amounts`](crate::Reading::text_amounts).
///
/// ```
/// use financials_arrow::{Asked, Reading, csv, parse_csv};
///
/// let text = "entity,period_kind,period_end,revenue,net_income\n\
///             PLTR,quarter,2025-06-30,1003697000,326727000\n\
///             PLTR,quarter,2025-03-31,883855000,\n";
/// let table = Reading::new().text_amounts().read(&[parse_csv(text)?])?;
/// let computed = table.compute(&[Asked::named("net margin")?], 4)?;
/// assert_eq!(
///     csv(&computed[0], false),
///     "PLTR,2025-06-30,quarter,0.3255,\nPLTR,2025-03-31,quarter,,missing\n",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// - a line with more or fewer fields than the first.
/// - `entity,entity`: two columns of one name.
/// - a text without a line.
pub fn parse_csv(text: &str) -> Result<RecordBatch, TextError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers()?.iter().map(|name| name.trim().to_owned()).collect();
    let mut columns: Vec<Column> = vec![Column::new(); names.len()];
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record)? {
        for (column, field) in columns.iter_mut().zip(&record) {
            column.push(Some(field.trim()).filter(|it| !it.is_empty()).map(str::to_owned));
        }
    }
    batch(names.into_iter().zip(columns))
}

/// Reads one JSON object a line (RFC 8259): text, numbers by their digits, and null.
///
/// Every column is text, in the order of their names. A field that a line leaves out is nothing.
///
/// ```
/// let batch = financials_arrow::parse_json_lines(
///     "{\"entity\": \"PLTR\", \"revenue\": 9999999999999999999.99}\n{\"entity\": 2}\n",
/// )?;
/// assert_eq!(
///     financials_arrow::json_lines(&batch),
///     "{\"entity\":\"PLTR\",\"revenue\":\"9999999999999999999.99\"}\n\
///      {\"entity\":\"2\",\"revenue\":null}\n",
/// );
/// # Ok::<(), financials_arrow::TextError>(())
/// ```
///
/// # Errors
///
/// - `{"entity": [1]}`: a field that is a list, an object or a truth value.
/// - `{"entity": 1, "entity": 2}`: a field that stands twice.
/// - a line that is no object.
/// - `[{"entity": 1}]`: an array of objects.
/// - a text without a field.
pub fn parse_json_lines(text: &str) -> Result<RecordBatch, TextError> {
    if text.trim_start().starts_with('[') {
        return Err(TextError::Array);
    }
    let mut columns: BTreeMap<String, Column> = BTreeMap::new();
    let mut rows = 0;
    for (line, json) in (1..).zip(text.lines()).filter(|(_, json)| !json.trim().is_empty()) {
        let Unique::<&RawValue>(row) =
            serde_json::from_str(json).map_err(|error| TextError::Json { line, error })?;
        for (name, value) in row {
            let value = field(value.get(), line, &name)?;
            let column = columns.entry(name).or_default();
            column.resize(rows, None);
            column.push(value);
        }
        rows += 1;
    }
    columns.values_mut().for_each(|column| column.resize(rows, None));
    batch(columns)
}

type Column = Vec<Option<String>>;

/// Returns what a field says; nothing where it is null.
fn field(json: &str, line: usize, name: &str) -> Result<Option<String>, TextError> {
    match json.as_bytes().first() {
        Some(b'"') => {
            serde_json::from_str(json).map(Some).map_err(|error| TextError::Json { line, error })
        }
        Some(b'-' | b'0'..=b'9') => Ok(Some(json.to_owned())),
        _ if json == "null" => Ok(None),
        _ => Err(TextError::Field { line, field: name.to_owned() }),
    }
}

fn batch(columns: impl IntoIterator<Item = (String, Column)>) -> Result<RecordBatch, TextError> {
    let columns: Vec<_> = columns.into_iter().collect();
    let mut known = BTreeSet::new();
    if let Some((name, _)) = columns.iter().find(|(name, _)| !known.insert(name)) {
        return Err(TextError::SameName { name: name.clone() });
    }
    if columns.is_empty() {
        return Err(TextError::NoColumn);
    }
    let columns = columns
        .into_iter()
        .map(|(name, column)| (name, Arc::new(StringArray::from(column)) as ArrayRef, true));
    Ok(RecordBatch::try_from_iter_with_nullable(columns)?)
}

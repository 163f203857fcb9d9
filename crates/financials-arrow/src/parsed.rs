//! [`parse_csv`] and [`parse_json_lines`]: text as batches, whose columns are all text.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use serde_json::value::RawValue;

use crate::{
    text_error::{RefusedRows, TextError},
    unique::Unique,
};

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
/// - `"PLTR,5`: a quote that is closed nowhere.
/// - `entity,entity`: two columns of one name.
/// - a text without a line.
pub fn parse_csv(text: &str) -> Result<RecordBatch, TextError> {
    read_csv(text, |_, error| Err(error))
}

/// Reads comma-separated values as [`parse_csv`] does, and hands out beside them the rows whose
/// lines cannot be read, counted from zero, each with why: they have nothing in every column.
///
/// ```
/// use financials_arrow::parse_csv_rows;
///
/// let (batch, refused) = parse_csv_rows("entity,revenue\nPLTR\nNET,5\n")?;
/// assert_eq!(batch.num_rows(), 2);
/// let [(0, error)] = &refused[..] else { panic!("the first row") };
/// assert!(error.to_string().ends_with("found record with 1 fields, but the previous record has 2 \
///                                      fields"));
/// # Ok::<(), financials_arrow::TextError>(())
/// ```
///
/// # Errors
///
/// - `"PLTR,5`: a quote that is closed nowhere, so that no line behind it is known.
/// - `entity,entity`: two columns of one name.
/// - a text without a line.
pub fn parse_csv_rows(text: &str) -> Result<(RecordBatch, RefusedRows), TextError> {
    let mut refused = RefusedRows::new();
    let batch = read_csv(text, |row, error| {
        refused.push((row, error));
        Ok(())
    })?;
    Ok((batch, refused))
}

fn read_csv(
    text: &str,
    mut refuse: impl FnMut(usize, TextError) -> Result<(), TextError>,
) -> Result<RecordBatch, TextError> {
    if let Some(line) = open_quote(text) {
        return Err(TextError::OpenQuote { line });
    }
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers()?.iter().map(|name| name.trim().to_owned()).collect();
    let mut columns: Vec<Column> = vec![Column::new(); names.len()];
    let mut record = csv::StringRecord::new();
    for row in 0.. {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                for (column, field) in columns.iter_mut().zip(&record) {
                    column.push(Some(field.trim()).filter(|it| !it.is_empty()).map(str::to_owned));
                }
            }
            Err(error) => {
                refuse(row, error.into())?;
                columns.iter_mut().for_each(|column| column.push(None));
            }
        }
    }
    batch(names.into_iter().zip(columns))
}

/// Returns the line of the quote that is closed nowhere, which the reader would take for one that
/// ends with the text. A field is quoted where a quote is its first character.
fn open_quote(text: &str) -> Option<usize> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (mut line, mut opened, mut is_start) = (1, None, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        line += usize::from(byte == b'\n');
        match byte {
            // Two quotes within a quoted field are one of its characters.
            b'"' if opened.is_some() => {
                opened = opened.filter(|_| bytes.next_if_eq(&b'"').is_some());
            }
            b'"' if is_start => opened = Some(line),
            _ => {}
        }
        is_start = opened.is_none() && matches!(byte, b',' | b'\n' | b'\r');
    }
    opened
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
    read_json_lines(text, |_, error| Err(error))
}

/// Reads one JSON object a line as [`parse_json_lines`] does, and hands out beside them the rows
/// whose lines cannot be read, counted from zero, each with why: they have nothing in every column.
///
/// ```
/// use financials_arrow::parse_json_rows;
///
/// let (batch, refused) = parse_json_rows("{\"entity\": 1}\n{\"entity\": 2")?;
/// assert_eq!(batch.num_rows(), 2);
/// let [(1, error)] = &refused[..] else { panic!("the second row") };
/// assert!(error.to_string().starts_with("line 2: EOF while parsing an object"));
/// # Ok::<(), financials_arrow::TextError>(())
/// ```
///
/// # Errors
///
/// - `[{"entity": 1}]`: an array of objects.
/// - a text without a field.
pub fn parse_json_rows(text: &str) -> Result<(RecordBatch, RefusedRows), TextError> {
    let mut refused = RefusedRows::new();
    let batch = read_json_lines(text, |row, error| {
        refused.push((row, error));
        Ok(())
    })?;
    Ok((batch, refused))
}

fn read_json_lines(
    text: &str,
    mut refuse: impl FnMut(usize, TextError) -> Result<(), TextError>,
) -> Result<RecordBatch, TextError> {
    if text.trim_start().starts_with('[') {
        return Err(TextError::Array);
    }
    let mut columns: BTreeMap<String, Column> = BTreeMap::new();
    let mut rows = 0;
    for (line, json) in (1..).zip(text.lines()).filter(|(_, json)| !json.trim().is_empty()) {
        match fields(json, line) {
            Ok(fields) => {
                for (name, value) in fields {
                    let column = columns.entry(name).or_default();
                    column.resize(rows, None);
                    column.push(value);
                }
            }
            Err(error) => refuse(rows, error)?,
        }
        rows += 1;
    }
    columns.values_mut().for_each(|column| column.resize(rows, None));
    batch(columns)
}

type Column = Vec<Option<String>>;

/// Returns the fields of a line by their names.
fn fields(json: &str, line: usize) -> Result<Vec<(String, Option<String>)>, TextError> {
    let Unique::<&RawValue>(row) =
        serde_json::from_str(json).map_err(|error| TextError::Json { line, error })?;
    let field = |(name, value): (String, &RawValue)| {
        let value = field(value.get(), line, &name)?;
        Ok((name, value))
    };
    row.into_iter().map(field).collect()
}

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

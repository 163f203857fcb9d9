//! [`csv`] and [`json_lines`]: batches as text.

use core::fmt::Write as _;

use arrow_array::{
    Array, RecordBatch,
    cast::AsArray,
    types::{
        Date32Type, Date64Type, Decimal128Type, TimestampMicrosecondType, TimestampMillisecondType,
        TimestampNanosecondType, TimestampSecondType,
    },
};
use arrow_schema::{DataType, TimeUnit};

use crate::{
    table::{self, integer, written_out},
    texts::each_text,
};

/// An empty field that is all of its line.
const EMPTY: &str = "\"\"";

/// Writes a batch as comma-separated values (RFC 4180), with the names of its columns above it or
/// without.
///
/// Numbers have every digit and no zeros behind the last; what is nothing is empty, and `""` where
/// it is all of a line. Lines end in a line feed. Columns are those that a [`Table`](crate::Table)
/// reads or computes; one of another type is empty.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{Array, Int64Array, RecordBatch, StringArray};
///
/// let names = StringArray::from(vec![Some("a, b"), None]);
/// let batch = RecordBatch::try_from_iter([
///     ("entity", Arc::new(names) as Arc<dyn Array>),
///     ("revenue", Arc::new(Int64Array::from(vec![1, 2]))),
/// ])?;
/// assert_eq!(financials_arrow::csv(&batch, true), "entity,revenue\n\"a, b\",1\n,2\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn csv(batch: &RecordBatch, has_header: bool) -> String {
    let mut text = String::new();
    let schema = batch.schema();
    if has_header {
        let names = schema.fields().iter().map(|field| field.name().as_str());
        let names: Vec<String> = names.map(csv_text).collect();
        text.push_str(if names == [""] { EMPTY } else { "" });
        text.push_str(&names.join(","));
        text.push('\n');
    }
    let columns: Vec<Vec<Cell>> = batch.columns().iter().map(|it| cells(it.as_ref())).collect();
    for row in 0..batch.num_rows() {
        for (at, column) in columns.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            match column.get(row) {
                Some(Cell::Number(number)) => text.push_str(number),
                Some(Cell::Text(value)) => text.push_str(&csv_text(value)),
                // A line without a mark is no row for most readers.
                Some(Cell::Nothing) | None if columns.len() == 1 => text.push_str(EMPTY),
                Some(Cell::Nothing) | None => {}
            }
        }
        text.push('\n');
    }
    text
}

/// Writes a batch as one JSON object a line: decimals and text as strings, integers as numbers, and
/// null where there is nothing.
#[must_use]
pub fn json_lines(batch: &RecordBatch) -> String {
    let mut text = String::new();
    let schema = batch.schema();
    let names: Vec<String> = schema.fields().iter().map(|field| json_text(field.name())).collect();
    let columns: Vec<Vec<Cell>> = batch.columns().iter().map(|it| cells(it.as_ref())).collect();
    let is_whole =
        |at: usize| schema.fields().get(at).is_some_and(|it| it.data_type().is_integer());
    for row in 0..batch.num_rows() {
        for (at, (name, column)) in names.iter().zip(&columns).enumerate() {
            text.push(if at > 0 { ',' } else { '{' });
            text.push_str(name);
            text.push(':');
            match column.get(row) {
                Some(Cell::Number(number)) if is_whole(at) => text.push_str(number),
                Some(Cell::Number(value) | Cell::Text(value)) => text.push_str(&json_text(value)),
                Some(Cell::Nothing) | None => text.push_str("null"),
            }
        }
        text.push_str("}\n");
    }
    text
}

enum Cell {
    Nothing,
    Number(String),
    Text(String),
}

/// Returns the cells of a column as text.
fn cells(array: &dyn Array) -> Vec<Cell> {
    let nothing = |_| Cell::Nothing;
    let day = |ticks: Option<i64>, per_day: i64| {
        let day = ticks.and_then(|ticks| i32::try_from(ticks.div_euclid(per_day)).ok());
        let date = day.and_then(table::date);
        date.map_or(Cell::Nothing, |date| Cell::Text(date.to_string()))
    };
    const DAY: i64 = 86_400_000;
    match array.data_type() {
        DataType::Decimal128(_, scale) => {
            let numbers = array.as_primitive::<Decimal128Type>().iter();
            numbers
                .map(|it| {
                    it.map_or(Cell::Nothing, |it| {
                        Cell::Number(written_out(&it.to_string(), *scale))
                    })
                })
                .collect()
        }
        DataType::Date32 => {
            let days = array.as_primitive::<Date32Type>().iter();
            days.map(|it| day(it.map(i64::from), 1)).collect()
        }
        DataType::Date64 => {
            array.as_primitive::<Date64Type>().iter().map(|it| day(it, DAY)).collect()
        }
        DataType::Timestamp(TimeUnit::Second, _) => {
            let ticks = array.as_primitive::<TimestampSecondType>().iter();
            ticks.map(|it| day(it, DAY / 1_000)).collect()
        }
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            array.as_primitive::<TimestampMillisecondType>().iter().map(|it| day(it, DAY)).collect()
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            let ticks = array.as_primitive::<TimestampMicrosecondType>().iter();
            ticks.map(|it| day(it, DAY * 1_000)).collect()
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            let ticks = array.as_primitive::<TimestampNanosecondType>().iter();
            ticks.map(|it| day(it, DAY * 1_000_000)).collect()
        }
        given if given.is_integer() => {
            let number =
                |row| integer(array, row).map_or(Cell::Nothing, |it| Cell::Number(it.to_string()));
            (0..array.len()).map(number).collect()
        }
        _ => {
            let mut cells = Vec::with_capacity(array.len());
            let read = each_text(array, &mut |text| {
                cells.push(text.map_or(Cell::Nothing, |text| Cell::Text(text.to_owned())));
            });
            if read.is_some() { cells } else { (0..array.len()).map(nothing).collect() }
        }
    }
}

/// Returns a field, in quotes where it has a mark that ends one, or begins as a file does whose
/// order of bytes is marked.
fn csv_text(text: &str) -> String {
    match text.contains([',', '"', '\n', '\r']) || text.starts_with('\u{FEFF}') {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

/// Returns a JSON string (RFC 8259, section 7).
fn json_text(text: &str) -> String {
    let mut json = String::from("\"");
    for mark in text.chars() {
        match mark {
            '"' | '\\' => json.extend(['\\', mark]),
            mark if mark.is_control() || matches!(mark, '\u{2028}' | '\u{2029}') => {
                // Writing to a string does not fail.
                let _ = write!(json, "\\u{:04x}", u32::from(mark));
            }
            mark => json.push(mark),
        }
    }
    json.push('"');
    json
}

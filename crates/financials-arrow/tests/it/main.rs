//! Arrays in, arrays out, held against arithmetic of their own.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod by_row;
mod errors;
mod oracle;
mod rows;
mod sources;
mod text;
mod types;

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, Date32Array, Int64Array, RecordBatch, StringArray,
    cast::AsArray,
    types::{Decimal128Type, Int32Type},
};

/// A batch of named columns.
fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, array)| (name, array, true)),
    )
    .unwrap()
}

/// Days since 1970 by the civil calendar (Hinnant's `days_from_civil`).
fn day(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// First and last day of a calendar quarter.
fn quarter(year: i32, quarter: i32) -> (i32, i32) {
    let next = if quarter == 4 { (year + 1, 1) } else { (year, quarter * 3 + 1) };
    (day(year, quarter * 3 - 2, 1), day(next.0, next.1, 1) - 1)
}

/// Quarters of one company, each with its revenue.
fn quarters(entity: &str, rows: &[(i32, i32, Option<i64>)]) -> RecordBatch {
    let dates: Vec<_> = rows.iter().map(|(year, number, _)| quarter(*year, *number)).collect();
    batch(vec![
        ("entity", Arc::new(StringArray::from(vec![entity; rows.len()]))),
        ("period_start", Arc::new(Date32Array::from_iter_values(dates.iter().map(|it| it.0)))),
        ("period_end", Arc::new(Date32Array::from_iter_values(dates.iter().map(|it| it.1)))),
        ("revenue", Arc::new(rows.iter().map(|it| it.2).collect::<Int64Array>())),
    ])
}

/// The values of a column, each as text or the code of its reason, of all batches.
fn cells(batches: &[RecordBatch], name: &str) -> Vec<String> {
    let mut cells = Vec::new();
    for batch in batches {
        let values = batch.column_by_name(name).unwrap().as_primitive::<Decimal128Type>();
        let reasons = batch.column_by_name(&format!("{name}_reason")).unwrap();
        let reasons = reasons.as_dictionary::<Int32Type>();
        let reasons = reasons.downcast_dict::<StringArray>().unwrap();
        for (row, reason) in reasons.into_iter().enumerate() {
            assert_ne!(values.is_null(row), reason.is_none(), "a value or a reason");
            cells.push(reason.map_or_else(|| values.value_as_string(row), str::to_owned));
        }
    }
    cells
}

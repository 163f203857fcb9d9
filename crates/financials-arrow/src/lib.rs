//! Company figures you can check, as Apache Arrow arrays: arrays in, arrays out.
//!
//! A [`Table`] takes a data frame with a row for each company and period and a column for each line
//! item, and gives columns of metrics back, in the order of its rows: exact decimals, and beside
//! each the code of the reason where there is none.
//!
//! ```
//! use std::sync::Arc;
//! use arrow_array::{Array, Date32Array, Int64Array, RecordBatch, StringArray, cast::AsArray};
//! use arrow_array::types::{Decimal128Type, Int32Type};
//! use financials_arrow::{Asked, Table};
//!
//! // The two quarters of 2024 and 2025 that end with June, as days since 1970.
//! let batch = RecordBatch::try_from_iter([
//!     ("entity", Arc::new(StringArray::from(vec!["PLTR", "PLTR"])) as Arc<dyn Array>),
//!     ("period_start", Arc::new(Date32Array::from(vec![20_179, 19_814]))),
//!     ("period_end", Arc::new(Date32Array::from(vec![20_269, 19_904]))),
//!     ("revenue", Arc::new(Int64Array::from(vec![1_003_697_000, 678_134_000]))),
//! ])?;
//! let table = Table::read(&[batch])?;
//! let asked = [Asked::named("revenue growth")?];
//! let computed = table.compute(&asked, 4)?;
//!
//! let growth = computed[0].column_by_name("revenue growth").unwrap();
//! assert_eq!(growth.as_primitive::<Decimal128Type>().value_as_string(0), "0.4801");
//! assert!(growth.is_null(1));
//! let reasons = computed[0].column_by_name("revenue growth_reason").unwrap();
//! let reasons = reasons.as_dictionary::<Int32Type>().downcast_dict::<StringArray>().unwrap();
//! assert_eq!(reasons.into_iter().collect::<Vec<_>>(), [None, Some("no_report")]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`filed`] gives the periods of SEC companyfacts, [`figures`] the figures of texts, and
//! [`verdicts`] what a tie-out says of each claim. [`parse_csv`] and [`parse_json_lines`] read
//! tables of text, and [`csv()`] and [`json_lines`] write them.
//!
//! *Invariant:* nothing here knows a rule of finance. Binary floats are refused, but for whole
//! numbers where the caller says that a column holds such; no number is ever wrapped or rounded on
//! its way in.
#![forbid(unsafe_code)]

mod filed;
mod figures;
mod verdicts;

mod rows;
mod quoted;
mod parsed;
mod written;

mod table;
mod columns;
mod asked;
mod order;
mod entities;
mod texts;
mod unique;
mod refused;
mod error;
mod text_error;

pub use asked::Asked;
pub use error::TableError;
pub use figures::figures;
pub use filed::filed;
pub use parsed::{parse_csv, parse_csv_rows, parse_json_lines, parse_json_rows};
pub use quoted::{quote, tables};
pub use refused::Errors;
pub use rows::{batch, rows};
pub use table::{Reading, Table};
pub use text_error::{RefusedRows, TextError};
pub use unique::Unique;
pub use verdicts::verdicts;
pub use written::{csv, json_lines};

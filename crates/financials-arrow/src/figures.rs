//! [`figures`]: the figures of texts as a batch.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, RecordBatch,
    builder::{Decimal128Builder, Int8Builder, StringBuilder, UInt64Builder},
};
use arrow_schema::{DataType, Field};
use financials::stated::scan;

use crate::{
    columns::{self, DIGITS, PLACES, SCALE, mantissa},
    error::TableError,
};

/// Returns the figures of texts, in their order: one row is one figure.
///
/// The columns are `document` (the place of the text, counted from zero), `start` and `end` (bytes
/// of the text, half open), `text`, `kind`, `value` and `high` (`Decimal128(38, 12)`, base units;
/// `high` is the upper end of a range), `decimals` (the place that it is stated to), `bound` and
/// `currency`. A figure of more than 38 digits has no value.
///
/// ```
/// use arrow_array::{cast::AsArray, types::Decimal128Type};
///
/// let batch = financials_arrow::figures(["Revenue was $1.004 billion, up 48%."])?;
/// let values = batch.column_by_name("value").unwrap().as_primitive::<Decimal128Type>();
/// assert_eq!(values.value_as_string(0), "1004000000.000000000000");
/// assert_eq!(values.value_as_string(1), "0.480000000000");
/// # Ok::<(), financials_arrow::TableError>(())
/// ```
///
/// # Errors
///
/// Fails where arrays would have more rows than they can.
pub fn figures<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<RecordBatch, TableError> {
    let (mut document, mut start, mut end) =
        (UInt64Builder::new(), UInt64Builder::new(), UInt64Builder::new());
    let (mut value, mut high) = (Decimal128Builder::new(), Decimal128Builder::new());
    let (mut words, mut kind, mut bound, mut currency) =
        (StringBuilder::new(), StringBuilder::new(), StringBuilder::new(), StringBuilder::new());
    let mut decimals = Int8Builder::new();
    let mut length = 0;
    for (place, text) in texts.into_iter().enumerate() {
        for found in scan(text) {
            let (span, stated) = (found.span(), found.stated());
            length += 1;
            document.append_value(place as u64);
            start.append_value(span.start as u64);
            end.append_value(span.end as u64);
            words.append_value(found.text());
            kind.append_value(stated.unit().kind());
            value.append_option(mantissa(stated.number(), PLACES));
            high.append_option(stated.high().and_then(|high| mantissa(high, PLACES)));
            decimals.append_value(stated.decimals());
            bound.append_value(stated.bound().name());
            currency.append_option(stated.unit().currency().map(|it| it.code()));
        }
    }
    let decimal = DataType::Decimal128(DIGITS, SCALE);
    let value = value.finish().with_precision_and_scale(DIGITS, SCALE)?;
    let high = high.finish().with_precision_and_scale(DIGITS, SCALE)?;
    let columns: [(&str, DataType, ArrayRef); 10] = [
        ("document", DataType::UInt64, Arc::new(document.finish())),
        ("start", DataType::UInt64, Arc::new(start.finish())),
        ("end", DataType::UInt64, Arc::new(end.finish())),
        ("text", DataType::Utf8, Arc::new(words.finish())),
        ("kind", DataType::Utf8, Arc::new(kind.finish())),
        ("value", decimal.clone(), Arc::new(value)),
        ("high", decimal, Arc::new(high)),
        ("decimals", DataType::Int8, Arc::new(decimals.finish())),
        ("bound", DataType::Utf8, Arc::new(bound.finish())),
        ("currency", DataType::Utf8, Arc::new(currency.finish())),
    ];
    let columns = columns.map(|(name, of, array)| (Field::new(name, of, true), array));
    columns::batch(columns.into(), length)
}

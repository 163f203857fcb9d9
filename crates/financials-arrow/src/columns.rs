//! From columns of a panel to arrays.

use core::ops::Bound;
use std::{collections::HashMap, sync::Arc};

use arrow_array::{
    Array as _, ArrayRef, Decimal128Array, DictionaryArray, Int32Array, RecordBatch,
    RecordBatchOptions, StringArray, types::Int32Type,
};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use financials::{
    Decimal,
    panel::{BoundsColumn, Column, Panel},
};

use crate::{asked::Asked, error::TableError, order::Order};

/// The digits of a decimal column, which are all that 128 bits hold.
pub(crate) const DIGITS: u8 = 38;

/// Figures of texts and of filings stand in columns of so many decimals: amounts have nine at most,
/// and a percentage of ten twelve as a ratio.
pub(crate) const PLACES: u32 = 12;

/// The same, as the type of a column has it.
pub(crate) const SCALE: i8 = scale(PLACES);

/// Computes what is asked for, as arrays in the order of a data frame.
pub(crate) fn compute(
    panel: &Panel,
    asked: &[Asked],
    places: u32,
    order: &Order,
) -> Result<Vec<(Field, ArrayRef)>, TableError> {
    hold_places(places)?;
    let mut columns = Vec::with_capacity(asked.len() * 2);
    for asked in asked {
        let column = asked.column(panel.view().to_places(places));
        let defined = defined(&column, order);
        let values = values(asked.name(), &column, order, defined.clone())?;
        let values = values.with_precision_and_scale(DIGITS, scale(places))?;
        let reasons = reasons(&column, order, &defined)?;
        let value = Field::new(asked.name(), DataType::Decimal128(DIGITS, scale(places)), true);
        columns.push((value, Arc::new(values) as ArrayRef));
        columns.push((Field::new(asked.reason_name(), reason_type(), true), Arc::new(reasons)));
        if asked.has_bounds() {
            let bounds = asked.bounds_column(panel.view().to_places(places));
            let [low, high] = ends(asked.name(), &bounds, order)?;
            for (end, array) in [("low", low), ("high", high)] {
                let name = format!("{}_{end}", asked.name());
                let array = array.with_precision_and_scale(DIGITS, scale(places))?;
                columns.push((Field::new(name, array.data_type().clone(), true), Arc::new(array)));
            }
        }
    }
    Ok(columns)
}

/// Holds that no more decimals are asked for than values have.
pub(crate) const fn hold_places(places: u32) -> Result<(), TableError> {
    if places > Decimal::MAX_SCALE { Err(TableError::Places { places }) } else { Ok(()) }
}

/// The type of a column of reasons.
pub(crate) fn reason_type() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
}

/// Puts columns together to a batch of so many rows.
pub(crate) fn batch(
    columns: Vec<(Field, ArrayRef)>,
    rows: usize,
) -> Result<RecordBatch, TableError> {
    let mut names = std::collections::BTreeSet::new();
    if let Some((field, _)) = columns.iter().find(|(field, _)| !names.insert(field.name().clone()))
    {
        return Err(TableError::SameName { name: field.name().clone() });
    }
    let (fields, arrays): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    Ok(RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)?)
}

pub(crate) const fn scale(places: u32) -> i8 {
    // At most 28, as was checked.
    if places <= Decimal::MAX_SCALE { places as i8 } else { 0 }
}

/// Returns which rows have a value.
fn defined(column: &Column, order: &Order) -> NullBuffer {
    let codes = column.codes();
    if order.is_same() {
        return BooleanBuffer::collect_bool(codes.len(), |row| codes.get(row) == Some(&0)).into();
    }
    let mut defined = vec![false; codes.len()];
    for (row, code) in order.rows().zip(codes) {
        if let Some(place) = defined.get_mut(row) {
            *place = *code == 0;
        }
    }
    BooleanBuffer::from(defined).into()
}

fn values(
    name: &str,
    column: &Column,
    order: &Order,
    defined: NullBuffer,
) -> Result<Decimal128Array, TableError> {
    let numbers: Vec<i128> = match column.mantissas() {
        Some(mantissas) => mantissas.iter().map(|number| i128::from(*number)).collect(),
        None => {
            let cells = column.iter().zip(order.rows());
            let cells = cells.map(|(cell, row)| {
                let Ok(number) = cell else { return Ok(0) };
                mantissa(number, column.places()).ok_or_else(|| TableError::Digits {
                    name: name.to_owned(),
                    row,
                    value: number.to_string(),
                    places: column.places(),
                })
            });
            cells.collect::<Result<_, _>>()?
        }
    };
    if order.is_same() {
        return Ok(Decimal128Array::new(numbers.into(), Some(defined)));
    }
    let mut placed = vec![0; numbers.len()];
    for (row, number) in order.rows().zip(numbers) {
        if let Some(place) = placed.get_mut(row) {
            *place = number;
        }
    }
    Ok(Decimal128Array::new(placed.into(), Some(defined)))
}

/// Returns a number as a whole number of the last of so many decimals, in 38 digits.
pub(crate) fn mantissa(number: Decimal, places: u32) -> Option<i128> {
    let number = number.normalize();
    let power = 10_i128.checked_pow(places.checked_sub(number.scale())?)?;
    let mantissa = number.mantissa().checked_mul(power)?;
    (mantissa.unsigned_abs() < 10_u128.pow(u32::from(DIGITS))).then_some(mantissa)
}

/// Returns the ends of bounds, nothing where there is none.
fn ends(
    name: &str,
    column: &BoundsColumn,
    order: &Order,
) -> Result<[Decimal128Array; 2], TableError> {
    let mut ends = [vec![None; column.len()], vec![None; column.len()]];
    for (cell, row) in column.iter().zip(order.rows()) {
        let Ok(bounds) = cell else { continue };
        let interval = bounds.interval();
        for (end, places) in [interval.low(), interval.high()].into_iter().zip(&mut ends) {
            let (Bound::Included(number) | Bound::Excluded(number)) = end else { continue };
            let digits = mantissa(number, column.places()).ok_or_else(|| TableError::Digits {
                name: name.to_owned(),
                row,
                value: number.to_string(),
                places: column.places(),
            })?;
            if let Some(place) = places.get_mut(row) {
                *place = Some(digits);
            }
        }
    }
    Ok(ends.map(Decimal128Array::from))
}

fn reasons(
    column: &Column,
    order: &Order,
    defined: &NullBuffer,
) -> Result<DictionaryArray<Int32Type>, ArrowError> {
    // Reasons with different inputs have one code: revenue is missing, or net income.
    let (mut codes, mut keys) = (Vec::new(), HashMap::new());
    let key_of_reason: Vec<i32> = column
        .reasons()
        .iter()
        .map(|reason| {
            *keys.entry(reason.code()).or_insert_with(|| {
                codes.push(reason.code());
                i32::try_from(codes.len() - 1).unwrap_or(i32::MAX)
            })
        })
        .collect();
    let key = |code: &u32| {
        let reason = (*code as usize).checked_sub(1);
        reason.and_then(|reason| key_of_reason.get(reason)).copied().unwrap_or_default()
    };
    let mut placed: Vec<i32> = column.codes().iter().map(key).collect();
    if !order.is_same() {
        let keys = std::mem::replace(&mut placed, vec![0; column.len()]);
        for (row, key) in order.rows().zip(keys) {
            if let Some(place) = placed.get_mut(row) {
                *place = key;
            }
        }
    }
    let absent = NullBuffer::new(!defined.inner());
    let keys = Int32Array::new(placed.into(), Some(absent));
    DictionaryArray::try_new(keys, Arc::new(StringArray::from(codes)))
}

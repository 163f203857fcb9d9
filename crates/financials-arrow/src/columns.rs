//! From columns of a panel to arrays.

use core::ops::Bound;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use arrow_array::{
    Array, ArrayRef, Decimal128Array, DictionaryArray, Int32Array, RecordBatch, RecordBatchOptions,
    StringArray, types::Int32Type,
};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use financials::{
    Decimal, Undefined,
    panel::{BoundsColumn, Column, Panel},
};

use crate::{asked::Asked, error::TableError, order::Order, refused::Refused};

/// The digits of a decimal column, which are all that 128 bits hold.
pub(crate) const DIGITS: u8 = 38;

/// Figures of texts and of filings stand in columns of so many decimals: amounts have nine at most,
/// and a percentage of ten twelve as a ratio.
pub(crate) const PLACES: u32 = 12;

/// The same, as the type of a column has it.
pub(crate) const SCALE: i8 = scale(PLACES);

/// Computes what is asked for, as arrays in the order of a data frame; where its errors are of
/// their rows, a last column says in words what is wrong with each.
pub(crate) fn compute(
    panel: &Panel,
    asked: &[Asked],
    places: u32,
    (order, refused): (&Order, &Refused),
) -> Result<Vec<(Field, ArrayRef)>, TableError> {
    hold_places(places)?;
    let of_type = |array: Decimal128Array| array.with_precision_and_scale(DIGITS, scale(places));
    let mut columns = Vec::with_capacity(asked.len() * 2);
    let mut late = Late { is_by_row: refused.is_by_row(), errors: BTreeMap::new() };
    for asked in asked {
        let column = asked.column(panel.view().to_places(places));
        let (numbers, lost) = numbers(asked.name(), &column, order, &mut late)?;
        let defined = defined(&column, order, &lost);
        let values = of_type(placed(numbers, order, defined.clone()))?;
        let gone = lost.iter().map(|row| (*row, Undefined::OutOfRange.code()));
        let reasons = reasons(&column, order, &defined, gone.chain(refused.gone()))?;
        columns.push((Field::new(asked.name(), values.data_type().clone(), true), array(values)));
        columns.push((Field::new(asked.reason_name(), reason_type(), true), array(reasons)));
        if asked.has_bounds() {
            let bounds = asked.bounds_column(panel.view().to_places(places));
            let [low, high] = ends(asked.name(), &bounds, order, &mut late)?;
            for (end, ends) in [("low", low), ("high", high)] {
                let (name, ends) = (format!("{}_{end}", asked.name()), of_type(ends)?);
                columns.push((Field::new(name, ends.data_type().clone(), true), array(ends)));
            }
        }
    }
    if refused.is_by_row() {
        let mut said: Vec<Option<String>> = vec![None; order.all()];
        let read = refused.rows().map(|(row, error)| (row, error.to_string()));
        for (row, error) in late.errors.into_iter().chain(read) {
            if let Some(place) = said.get_mut(row) {
                *place = Some(error);
            }
        }
        columns.push((Field::new("error", DataType::Utf8, true), array(StringArray::from(said))));
    }
    Ok(columns)
}

fn array(array: impl Array + 'static) -> ArrayRef {
    Arc::new(array)
}

/// What cannot be held in a column though it can be computed.
struct Late {
    is_by_row: bool,
    /// In words, by the row.
    errors: BTreeMap<usize, String>,
}

impl Late {
    /// Says that a number has too many digits.
    fn refuse(
        &mut self,
        (name, row): (&str, usize),
        number: Decimal,
        places: u32,
    ) -> Option<TableError> {
        let (name, value) = (name.to_owned(), number.to_string());
        let error = TableError::Digits { name, row, value, places };
        if !self.is_by_row {
            return Some(error);
        }
        self.errors.entry(row).or_insert_with(|| error.to_string());
        None
    }
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
    let mut names = BTreeSet::new();
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

/// Returns which rows of the data frame have a value.
fn defined(column: &Column, order: &Order, lost: &BTreeSet<usize>) -> NullBuffer {
    let codes = column.codes();
    if order.is_same() && lost.is_empty() {
        return BooleanBuffer::collect_bool(codes.len(), |row| codes.get(row) == Some(&0)).into();
    }
    let mut defined = vec![false; order.all()];
    for (row, code) in order.rows().zip(codes) {
        if let Some(place) = defined.get_mut(row) {
            *place = *code == 0 && !lost.contains(&row);
        }
    }
    BooleanBuffer::from(defined).into()
}

/// Returns the values of a column's rows as whole numbers of its last decimal, and the rows of the
/// data frame whose value has too many digits.
fn numbers(
    name: &str,
    column: &Column,
    order: &Order,
    late: &mut Late,
) -> Result<(Vec<i128>, BTreeSet<usize>), TableError> {
    let mut lost = BTreeSet::new();
    if let Some(mantissas) = column.mantissas() {
        return Ok((mantissas.iter().map(|number| i128::from(*number)).collect(), lost));
    }
    let mut numbers = Vec::with_capacity(column.len());
    for (cell, row) in column.iter().zip(order.rows()) {
        let Ok(number) = cell else {
            numbers.push(0);
            continue;
        };
        let digits = mantissa(number, column.places());
        if digits.is_none() {
            late.refuse((name, row), number, column.places()).map_or(Ok(()), Err)?;
            lost.insert(row);
        }
        numbers.push(digits.unwrap_or_default());
    }
    Ok((numbers, lost))
}

/// Puts the values of a column into the rows of the data frame.
fn placed(numbers: Vec<i128>, order: &Order, defined: NullBuffer) -> Decimal128Array {
    if order.is_same() {
        return Decimal128Array::new(numbers.into(), Some(defined));
    }
    let mut placed = vec![0; order.all()];
    for (row, number) in order.rows().zip(numbers) {
        if let Some(place) = placed.get_mut(row) {
            *place = number;
        }
    }
    Decimal128Array::new(placed.into(), Some(defined))
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
    late: &mut Late,
) -> Result<[Decimal128Array; 2], TableError> {
    let mut ends = [vec![None; order.all()], vec![None; order.all()]];
    for (cell, row) in column.iter().zip(order.rows()) {
        let Ok(bounds) = cell else { continue };
        let interval = bounds.interval();
        for (end, places) in [interval.low(), interval.high()].into_iter().zip(&mut ends) {
            let (Bound::Included(number) | Bound::Excluded(number)) = end else { continue };
            let digits = mantissa(number, column.places());
            if digits.is_none() {
                late.refuse((name, row), number, column.places()).map_or(Ok(()), Err)?;
            }
            if let Some(place) = places.get_mut(row) {
                *place = digits;
            }
        }
    }
    Ok(ends.map(Decimal128Array::from))
}

/// Returns the codes of why rows have no value, where `gone` says it of rows that the panel has not
/// or that lost theirs.
fn reasons(
    column: &Column,
    order: &Order,
    defined: &NullBuffer,
    gone: impl Iterator<Item = (usize, &'static str)>,
) -> Result<DictionaryArray<Int32Type>, ArrowError> {
    // Reasons with different inputs have one code: revenue is missing, or net income.
    let mut codes = Codes::default();
    let key_of_reason: Vec<i32> =
        column.reasons().iter().map(|reason| codes.key(reason.code())).collect();
    let key = |code: &u32| {
        let reason = (*code as usize).checked_sub(1);
        reason.and_then(|reason| key_of_reason.get(reason)).copied().unwrap_or_default()
    };
    let mut placed: Vec<i32> = column.codes().iter().map(key).collect();
    if !order.is_same() {
        let keys = std::mem::replace(&mut placed, vec![0; order.all()]);
        for (row, key) in order.rows().zip(keys) {
            if let Some(place) = placed.get_mut(row) {
                *place = key;
            }
        }
    }
    for (row, code) in gone {
        if let Some(place) = placed.get_mut(row) {
            *place = codes.key(code);
        }
    }
    let absent = NullBuffer::new(!defined.inner());
    let keys = Int32Array::new(placed.into(), Some(absent));
    DictionaryArray::try_new(keys, Arc::new(StringArray::from(codes.codes)))
}

/// Codes as they come, each once.
#[derive(Default)]
struct Codes {
    codes: Vec<&'static str>,
    keys: HashMap<&'static str, i32>,
}

impl Codes {
    fn key(&mut self, code: &'static str) -> i32 {
        *self.keys.entry(code).or_insert_with(|| {
            self.codes.push(code);
            i32::try_from(self.codes.len() - 1).unwrap_or(i32::MAX)
        })
    }
}

//! Columns of amounts: integers and decimals, and floats that are whole numbers where asked.

use std::collections::BTreeMap;

use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType,
    cast::AsArray,
    types::{
        Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, Float32Type, Float64Type,
        Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
    },
};
use arrow_buffer::{BooleanBufferBuilder, i256};
use arrow_schema::DataType;
use financials::{Decimal, Figure, Item, decimal::DecimalError, panel::Frame, undefined::Absence};

use crate::{error::TableError, order::Order, refused::Refused, texts::each_text};

/// Below two to so many bits every whole number is a binary float of its type.
const DOUBLE: (u32, f64) = (f64::MANTISSA_DIGITS, 9_007_199_254_740_992.0);
const SINGLE: (u32, f64) = (f32::MANTISSA_DIGITS, 16_777_216.0);

/// The crate's amounts have at most so many decimals.
const AMOUNT_PLACES_MAX: u32 = 9;

const ALLOWED: &str = "integers or decimals";

/// What is taken for amounts beside integers and decimals.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Taken {
    pub whole_floats: bool,
    pub text_amounts: bool,
}

/// Whole numbers, and which of them are there.
#[derive(Default)]
struct Whole {
    numbers: Vec<i64>,
    /// Nothing where all are.
    present: Option<BooleanBufferBuilder>,
}

impl Whole {
    fn with_capacity(rows: usize) -> Self {
        Self { numbers: Vec::with_capacity(rows), present: None }
    }

    /// Adds the numbers of an array; what stands where there is none is no matter.
    fn add<T: ArrowPrimitiveType>(&mut self, array: &dyn Array) -> Option<()>
    where
        i64: TryFrom<T::Native>,
    {
        let array = array.as_primitive::<T>();
        let before = self.numbers.len();
        match array.nulls().filter(|nulls| nulls.null_count() > 0) {
            None => {
                // Where no number can fail, this is a copy.
                let numbers = array.values().iter().map(|number| i64::try_from(*number).ok());
                if numbers.clone().any(|number| number.is_none()) {
                    return None;
                }
                self.numbers.extend(numbers.map(Option::unwrap_or_default));
                if let Some(present) = &mut self.present {
                    present.append_n(array.len(), true);
                }
            }
            Some(nulls) => {
                for (number, is_there) in array.values().iter().zip(nulls.iter()) {
                    let number = is_there.then(|| i64::try_from(*number).ok());
                    self.numbers.push(number.unwrap_or(Some(0))?);
                }
                let present = self.present.get_or_insert_with(|| {
                    let mut present = BooleanBufferBuilder::new(self.numbers.capacity());
                    present.append_n(before, true);
                    present
                });
                present.append_buffer(nulls.inner());
            }
        }
        Some(())
    }

    fn get(&self, row: usize) -> Option<i64> {
        let is_there = |present: &BooleanBufferBuilder| row < present.len() && present.get_bit(row);
        let number = self.numbers.get(row).copied();
        number.filter(|_| self.present.as_ref().is_none_or(is_there))
    }
}

/// A column of amounts, and how it is read.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub name: &'a str,
    pub arrays: &'a [ArrayRef],
    pub taken: Taken,
}

/// Adds the column of a line item to a frame, in the order of the frame's rows.
pub(super) fn add(
    frame: &mut Frame,
    item: Item,
    source: &Source<'_>,
    order: &Order,
    refused: &mut Refused,
) -> Result<(), TableError> {
    let scale = scale(source.arrays);
    if let Some(scale) = scale
        && let Some(numbers) = whole(source.arrays)
    {
        match numbers {
            Whole { numbers, present: None } if order.is_same() => {
                frame.whole(item, scale, numbers.into_iter().map(Some))?;
            }
            numbers => frame.whole(item, scale, order.rows().map(|row| numbers.get(row)))?,
        }
        return Ok(());
    }
    let Source { name, arrays, taken } = *source;
    let mut column = Column { name, taken, refused, numbers: Vec::new(), absent: BTreeMap::new() };
    arrays.iter().try_for_each(|array| column.add(array))?;
    let Column { numbers, absent, .. } = column;
    frame.decimals(item, order.rows().map(|row| numbers.get(row).copied().flatten()))?;
    if !absent.is_empty() {
        let why = |(of_panel, row)| Some((of_panel, *absent.get(&row)?));
        frame.absent(item, order.rows().enumerate().filter_map(why));
    }
    Ok(())
}

/// Returns the scale of a column whose arrays have one, of no more than nine decimals.
fn scale(arrays: &[ArrayRef]) -> Option<u32> {
    let of = |array: &ArrayRef| match array.data_type() {
        DataType::Decimal32(_, scale) | DataType::Decimal64(_, scale) => Some(*scale),
        DataType::Decimal128(_, scale) => Some(*scale),
        given if given.is_integer() => Some(0),
        _ => None,
    };
    let scale = of(arrays.first()?)?;
    let is_one = arrays.iter().all(|array| of(array) == Some(scale));
    u32::try_from(scale).ok().filter(|scale| is_one && *scale <= AMOUNT_PLACES_MAX)
}

/// Returns the numbers of a column of one scale, where all fit 64 bits.
fn whole(arrays: &[ArrayRef]) -> Option<Whole> {
    let mut numbers = Whole::with_capacity(arrays.iter().map(|array| array.len()).sum());
    for array in arrays {
        let array = array.as_ref();
        match array.data_type() {
            DataType::Int64 => numbers.add::<Int64Type>(array)?,
            DataType::Int32 => numbers.add::<Int32Type>(array)?,
            DataType::Int16 => numbers.add::<Int16Type>(array)?,
            DataType::Int8 => numbers.add::<Int8Type>(array)?,
            DataType::UInt64 => numbers.add::<UInt64Type>(array)?,
            DataType::UInt32 => numbers.add::<UInt32Type>(array)?,
            DataType::UInt16 => numbers.add::<UInt16Type>(array)?,
            DataType::UInt8 => numbers.add::<UInt8Type>(array)?,
            DataType::Decimal32(..) => numbers.add::<Decimal32Type>(array)?,
            DataType::Decimal64(..) => numbers.add::<Decimal64Type>(array)?,
            DataType::Decimal128(..) => numbers.add::<Decimal128Type>(array)?,
            _ => return None,
        }
    }
    Some(numbers)
}

/// A column whose numbers are read one by one.
struct Column<'a> {
    name: &'a str,
    taken: Taken,
    refused: &'a mut Refused,
    numbers: Vec<Option<Decimal>>,
    /// The rows whose number cannot be read, each with why.
    absent: BTreeMap<usize, Absence>,
}

impl Column<'_> {
    fn add(&mut self, array: &ArrayRef) -> Result<(), TableError> {
        let array = array.as_ref();
        match array.data_type() {
            DataType::Null => self.numbers.extend((0..array.len()).map(|_| None)),
            DataType::Float64 => {
                let floats = array.as_primitive::<Float64Type>();
                return self.add_floats(array.data_type(), floats.iter());
            }
            DataType::Float32 => {
                let floats = array.as_primitive::<Float32Type>();
                return self
                    .add_floats(array.data_type(), floats.iter().map(|it| it.map(f64::from)));
            }
            DataType::UInt64 => {
                let numbers = array.as_primitive::<UInt64Type>().iter();
                return numbers.map(|it| it.map(Decimal::from)).try_for_each(|it| self.put(it));
            }
            DataType::Decimal32(_, scale) => {
                let numbers = array.as_primitive::<Decimal32Type>().iter();
                return self.add_decimals(*scale, numbers.map(|it| it.map(i128::from)));
            }
            DataType::Decimal64(_, scale) => {
                let numbers = array.as_primitive::<Decimal64Type>().iter();
                return self.add_decimals(*scale, numbers.map(|it| it.map(i128::from)));
            }
            DataType::Decimal128(_, scale) => {
                let numbers = array.as_primitive::<Decimal128Type>().iter();
                return self.add_decimals(*scale, numbers);
            }
            DataType::Decimal256(_, scale) => {
                for number in array.as_primitive::<Decimal256Type>() {
                    match number.map(|number| (number, narrowed(number, *scale))) {
                        Some((number, None)) => self.refuse_wide(number, *scale)?,
                        number => self.put(number.and_then(|(_, narrowed)| narrowed))?,
                    }
                }
            }
            given if given.is_integer() => {
                let one = |row| integer(array, row).and_then(|it| i64::try_from(it).ok());
                self.numbers.extend((0..array.len()).map(|row| one(row).map(Decimal::from)));
            }
            DataType::Float16 => {
                let (column, given) = (self.name.to_owned(), DataType::Float16);
                return Err(TableError::Float { column, given });
            }
            given => {
                if self.taken.text_amounts && self.add_texts(array)?.is_some() {
                    return Ok(());
                }
                let (column, given) = (self.name.to_owned(), given.clone());
                return Err(TableError::Type { column, given, allowed: ALLOWED });
            }
        }
        Ok(())
    }

    /// Adds a number, within the limits of amounts.
    fn put(&mut self, number: Option<Decimal>) -> Result<(), TableError> {
        match number.map(Figure::exact) {
            Some(Err(error)) => self.refuse(Absence::OutOfRange, |column, row| {
                TableError::Limits { column, row, error }
            }),
            _ => {
                self.numbers.push(number);
                Ok(())
            }
        }
    }

    /// Refuses the number of the next row, and goes on without it where the others are read.
    fn refuse(
        &mut self,
        why: Absence,
        error: impl FnOnce(String, usize) -> TableError,
    ) -> Result<(), TableError> {
        let row = self.numbers.len();
        self.refused.cell(row, error(self.name.to_owned(), row))?;
        self.absent.insert(row, why);
        self.numbers.push(None);
        Ok(())
    }

    fn refuse_wide(&mut self, number: i256, scale: i8) -> Result<(), TableError> {
        let value = written_out(&number.to_string(), scale);
        self.refuse(Absence::OutOfRange, |column, row| TableError::TooWide { column, row, value })
    }

    fn add_floats(
        &mut self,
        given: &DataType,
        floats: impl Iterator<Item = Option<f64>>,
    ) -> Result<(), TableError> {
        if !self.taken.whole_floats {
            let (column, given) = (self.name.to_owned(), given.clone());
            return Err(TableError::Float { column, given });
        }
        let (bits, below) = if *given == DataType::Float32 { SINGLE } else { DOUBLE };
        for float in floats {
            let is_whole = |float: &f64| float.fract() == 0.0 && float.abs() < below;
            match float {
                Some(value) if !is_whole(&value) => {
                    self.refuse(Absence::Unreadable, |column, row| TableError::NotWhole {
                        column,
                        row,
                        value,
                        bits,
                    })?;
                }
                #[expect(clippy::cast_possible_truncation, reason = "it is whole and below 2^53")]
                float => self.numbers.push(float.map(|float| Decimal::from(float as i64))),
            }
        }
        Ok(())
    }

    /// Adds numbers that are written out; nothing where the array is no text.
    fn add_texts(&mut self, array: &dyn Array) -> Result<Option<()>, TableError> {
        let mut failed = None;
        let read = each_text(array, &mut |text| {
            if failed.is_none() {
                failed = self.add_text(text).err();
            }
        });
        failed.map_or(Ok(read), Err)
    }

    fn add_text(&mut self, text: Option<&str>) -> Result<(), TableError> {
        let (value, error) = match text.map(|text| (text, financials::decimal::parse(text))) {
            None => return self.put(None),
            Some((_, Ok(number))) => return self.put(Some(number)),
            Some((text, Err(error))) => (text.to_owned(), error),
        };
        match error {
            DecimalError::Digits { .. } => self.refuse(Absence::OutOfRange, |column, row| {
                TableError::TooWide { column, row, value }
            }),
            _ => self.refuse(Absence::Unreadable, |column, row| {
                let allowed = "a decimal number, such as 1003697000 or -0.20";
                TableError::Value { column, row, value, allowed }
            }),
        }
    }

    fn add_decimals(
        &mut self,
        scale: i8,
        numbers: impl Iterator<Item = Option<i128>>,
    ) -> Result<(), TableError> {
        for number in numbers {
            match number.map(|number| (number, decimal(number, scale))) {
                Some((number, None)) => self.refuse_wide(i256::from_i128(number), scale)?,
                number => self.put(number.and_then(|(_, decimal)| decimal))?,
            }
        }
        Ok(())
    }
}

/// Returns `number / 10^scale`, where it is an exact decimal.
fn narrowed(number: i256, scale: i8) -> Option<Decimal> {
    let (mut short, mut places) = (number, scale);
    let ten = i256::from_i128(10);
    while short.to_i128().is_none() && places > 0 && short.wrapping_rem(ten) == i256::ZERO {
        (short, places) = (short.wrapping_div(ten), places - 1);
    }
    decimal(short.to_i128()?, places)
}

/// Returns `digits / 10^scale` without an exponent, and without zeros behind its last decimal.
pub(crate) fn written_out(digits: &str, scale: i8) -> String {
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits),
    };
    let places = usize::try_from(scale).unwrap_or(0);
    if scale < 0 && digits != "0" {
        return format!("{sign}{digits}{}", "0".repeat(scale.unsigned_abs().into()));
    }
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    let part = part.trim_end_matches('0');
    let point = if part.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{part}")
}

/// Returns `number / 10^scale`, where it is an exact decimal.
fn decimal(mut number: i128, mut scale: i8) -> Option<Decimal> {
    while scale < 0 {
        (number, scale) = (number.checked_mul(10)?, scale + 1);
    }
    let mut fits = Decimal::try_from_i128_with_scale(number, u32::try_from(scale).ok()?).ok();
    while fits.is_none() && scale > 0 && number % 10 == 0 {
        (number, scale) = (number / 10, scale - 1);
        let places = u32::try_from(scale.max(0)).ok().filter(|it| *it <= Decimal::MAX_SCALE);
        fits = places.and_then(|places| Decimal::try_from_i128_with_scale(number, places).ok());
    }
    fits
}

/// Returns the whole number of a row of an array of such.
pub(crate) fn integer(array: &dyn Array, row: usize) -> Option<i128> {
    if array.is_null(row) {
        return None;
    }
    if let DataType::UInt64 = array.data_type() {
        return array.as_primitive_opt::<UInt64Type>().map(|it| it.value(row).into());
    }
    let one: ArrayRef = array.slice(row, 1);
    whole(&[one])?.get(0).map(i128::from)
}

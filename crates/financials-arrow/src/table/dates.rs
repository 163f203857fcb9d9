//! Columns of dates: days, timestamps at midnight, or text.

use std::{ops::RangeInclusive, time::Duration};

use arrow_array::{
    Array, ArrayRef,
    cast::AsArray,
    types::{
        Date32Type, Date64Type, TimestampMicrosecondType, TimestampMillisecondType,
        TimestampNanosecondType, TimestampSecondType,
    },
};
use arrow_schema::{DataType, TimeUnit};
use financials::Date;

use crate::{error::TableError, refused::Refused, texts::each_text};

const ALLOWED: &str = "dates, timestamps at midnight, or text such as 2025-06-30";

const MILLISECONDS_PER_DAY: i64 = 86_400_000;

/// Reads a column of dates as days since 1970-01-01.
pub(super) fn read(
    column: &str,
    arrays: &[ArrayRef],
    refused: &mut Refused,
) -> Result<Vec<Option<i32>>, TableError> {
    let mut days = Vec::with_capacity(arrays.iter().map(|array| array.len()).sum());
    for array in arrays {
        for (row, value) in add(column, array, &mut days)? {
            let (column, allowed) = (column.to_owned(), ALLOWED);
            refused.row(row, TableError::Value { column, row, value, allowed })?;
        }
    }
    Ok(days)
}

/// Adds the days of an array, and returns the rows in which something else stands.
fn add(
    column: &str,
    array: &ArrayRef,
    days: &mut Vec<Option<i32>>,
) -> Result<Vec<(usize, String)>, TableError> {
    let start = days.len();
    let mut refused = Vec::new();
    let mut clock = |ticks: Option<i64>, per_day: i64| {
        let day = ticks.map(|ticks| (ticks.div_euclid(per_day), ticks.rem_euclid(per_day)));
        match day {
            None => days.push(None),
            Some((day, 0)) => days.push(i32::try_from(day).ok().filter(|it| DAYS.contains(it))),
            Some(_) => days.push(None),
        }
        let is_read = ticks.is_none() || days.last().is_some_and(Option::is_some);
        if let (false, Some(ticks)) = (is_read, ticks) {
            refused.push((days.len() - 1, ticks.to_string()));
        }
    };
    match array.data_type() {
        DataType::Date32 => {
            array.as_primitive::<Date32Type>().iter().for_each(|it| clock(it.map(i64::from), 1));
        }
        DataType::Date64 => {
            let array = array.as_primitive::<Date64Type>();
            array.iter().for_each(|it| clock(it, MILLISECONDS_PER_DAY));
        }
        DataType::Timestamp(TimeUnit::Second, _) => {
            let array = array.as_primitive::<TimestampSecondType>();
            array.iter().for_each(|it| clock(it, MILLISECONDS_PER_DAY / 1_000));
        }
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            let array = array.as_primitive::<TimestampMillisecondType>();
            array.iter().for_each(|it| clock(it, MILLISECONDS_PER_DAY));
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            let array = array.as_primitive::<TimestampMicrosecondType>();
            array.iter().for_each(|it| clock(it, MILLISECONDS_PER_DAY * 1_000));
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            let array = array.as_primitive::<TimestampNanosecondType>();
            array.iter().for_each(|it| clock(it, MILLISECONDS_PER_DAY * 1_000_000));
        }
        given => {
            let read = each_text(array.as_ref(), &mut |text| {
                let day = text.and_then(day_of);
                if let (Some(text), None) = (text, day) {
                    refused.push((days.len(), text.to_owned()));
                }
                days.push(day);
            });
            let (column, given) = (column.to_owned(), given.clone());
            read.ok_or(TableError::Type { column, given, allowed: ALLOWED })?;
        }
    }
    debug_assert_eq!(days.len() - start, array.len(), "a day for each row");
    Ok(refused)
}

/// Returns the date that is so many days after 1970-01-01.
pub(crate) fn date(days: i32) -> Option<Date> {
    let length = Duration::from_secs(u64::from(days.unsigned_abs()) * 86_400);
    if days < 0 { EPOCH.checked_sub(length).ok() } else { EPOCH.checked_add(length).ok() }
}

/// Returns how many days after 1970-01-01 a date comes.
pub(crate) fn days(date: Date) -> i32 {
    let length = EPOCH.duration_until(date);
    i32::try_from(length.as_hours() / 24).unwrap_or_default()
}

pub(super) const EPOCH: Date = Date::constant(1970, 1, 1);

/// What dates have been and will be, from -9999-01-01 to 9999-12-31, as days after 1970-01-01.
const DAYS: RangeInclusive<i32> = -4_371_587..=2_932_896;

/// Reads a date as ISO 8601 writes it.
fn day_of(text: &str) -> Option<i32> {
    let is_plain = text.len() == 10 && text.bytes().all(|it| it.is_ascii_digit() || it == b'-');
    let date: Date = if is_plain { text.parse().ok()? } else { return None };
    Some(days(date))
}

#[cfg(test)]
mod tests {
    use super::{DAYS, Date, date, days};

    #[test]
    fn the_days_of_dates_are_those_that_dates_have() {
        assert_eq!((days(Date::MIN), days(Date::MAX)), (*DAYS.start(), *DAYS.end()));
        assert_eq!((date(DAYS.start() - 1), date(DAYS.end() + 1)), (None, None));
        assert_eq!(date(*DAYS.start()), Some(Date::MIN));
    }
}

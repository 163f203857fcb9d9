//! Dates and times as XML Schema writes them, read to the points in time of XBRL's model.

use jiff::civil::{Date, DateTime, Time};

/// Reads where a period starts: a day starts at its midnight.
pub(super) fn start(text: &str) -> Option<DateTime> {
    Some(read(text)?.0)
}

/// Reads where a period ends: a day ends at the midnight after it (XBRL 2.1, section 4.7.2).
pub(super) fn end(text: &str) -> Option<DateTime> {
    let (time, is_day) = read(text)?;
    Some(if is_day { next_day(time.date()) } else { time })
}

/// Reads a date and a time, as xBRL-JSON writes every point in time.
pub(super) fn time(text: &str) -> Option<DateTime> {
    read(text).filter(|(_, is_day)| !is_day).map(|(time, _)| time)
}

/// Returns the midnight after a day; the last day of the calendar has none, and ends with its last
/// moment.
fn next_day(date: Date) -> DateTime {
    date.tomorrow().map_or(DateTime::MAX, |next| next.to_datetime(Time::midnight()))
}

/// Returns the time, and whether the text is a date alone. A time zone is refused: which day it is
/// would depend on it.
fn read(text: &str) -> Option<(DateTime, bool)> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let [year, month, day] = numbers(date, '-', ["0000", "00", "00"])?;
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    let Some(time) = time else { return Some((date.to_datetime(Time::midnight()), true)) };
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let [hour, minute, second] = numbers(clock, ':', ["00", "00", "00"])?;
    let nanosecond = nanoseconds(fraction)?;
    // XML Schema writes midnight at the end of a day as 24:00:00 too.
    if (hour, minute, second, nanosecond) == (24, 0, 0, 0) {
        return Some((next_day(date), false));
    }
    let [hour, minute, second] = [hour, minute, second].map(|part| part as i8);
    let time = Time::new(hour, minute, second, nanosecond).ok()?;
    Some((date.to_datetime(time), false))
}

/// Reads three numbers of as many digits as their patterns.
fn numbers(text: &str, between: char, patterns: [&str; 3]) -> Option<[i16; 3]> {
    let mut parts = text.split(between);
    let mut found = [0; 3];
    for (number, pattern) in found.iter_mut().zip(patterns) {
        let part = parts.next()?;
        let digits = part.len() == pattern.len() && part.bytes().all(|byte| byte.is_ascii_digit());
        *number = part.parse().ok().filter(|_| digits)?;
    }
    if parts.next().is_none() { Some(found) } else { None }
}

fn nanoseconds(fraction: &str) -> Option<i32> {
    let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let nine = fraction.bytes().chain(core::iter::repeat(b'0')).take(9);
    digits.then(|| nine.fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0')))
}

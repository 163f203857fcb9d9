//! Days between dates, and dates some days on.

use jiff::{SignedDuration, civil::Date};

const HOURS_PER_DAY: i64 = 24;

/// Returns how many days `to` comes after `from`; negative when it comes before.
///
/// Howard Hinnant's `days_from_civil`, twice: reading a file asks for it by the hundred thousand.
pub(crate) fn between(from: Date, to: Date) -> i32 {
    number(to) - number(from)
}

/// Returns how many days lie between two dates, whichever comes first.
pub(crate) fn apart(one: Date, other: Date) -> i32 {
    between(one, other).abs()
}

/// Returns how many days a period has, both its ends counted, of which the second is no earlier.
pub(crate) fn length(start: Date, end: Date) -> u32 {
    between(start, end).unsigned_abs() + 1
}

/// Returns the date so many days later, or earlier when negative; none outside the years that a
/// [`Date`] holds.
pub(crate) fn later(date: Date, days: i32) -> Option<Date> {
    date.checked_add(SignedDuration::from_hours(HOURS_PER_DAY * i64::from(days))).ok()
}

/// Returns the date so many days later, or the same date at the end of the calendar.
#[cfg(feature = "companyfacts")]
pub(crate) fn plus(date: Date, days: i32) -> Date {
    later(date, days).unwrap_or(date)
}

/// Returns the number of a day, counted from the first of March of the year 0.
pub(super) fn number(date: Date) -> i32 {
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
}

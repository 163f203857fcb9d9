//! Days between dates.

use jiff::civil::Date;

/// Returns the number of a day, counted so that the difference of two is the days between them
/// (Howard Hinnant's `days_from_civil`).
pub(crate) fn number(date: Date) -> i32 {
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
}

/// Returns how many days a period has, both its ends counted.
pub(crate) fn length(start: Date, end: Date) -> u32 {
    (number(end) - number(start) + 1).unsigned_abs()
}

/// Returns how many days lie between two dates.
pub(crate) fn apart(a: Date, b: Date) -> i32 {
    (number(a) - number(b)).abs()
}

/// Returns the date so many days later, or the same date at the end of the calendar.
pub(crate) fn plus(date: Date, days: i32) -> Date {
    date.checked_add(jiff::SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(date)
}

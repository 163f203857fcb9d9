//! Days between dates, and dates some days on.

use jiff::{SignedDuration, civil::Date};

const SECONDS_PER_DAY: i64 = 86_400;

/// Returns the date so many days later, or earlier when negative; none outside the years that a
/// [`Date`] holds.
pub(super) fn later(date: Date, days: i64) -> Option<Date> {
    let seconds = days.checked_mul(SECONDS_PER_DAY)?;
    date.checked_add(SignedDuration::from_secs(seconds)).ok()
}

/// Returns how many days `to` comes after `from`; negative when it comes before.
pub(super) fn between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_secs() / SECONDS_PER_DAY
}

/// Returns how many days lie between two dates, whichever comes first.
pub(super) fn apart(one: Date, other: Date) -> u32 {
    between(one, other).unsigned_abs() as u32
}

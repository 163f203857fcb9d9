//! How long so many weeks are: `thirty-nine weeks ended`, `12 weeks`.

use financials::period::PeriodKind;

const ONES: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TEENS: &[&str] = &[
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty"];

/// Reads a number of up to two words, and of how many it is.
pub(super) fn number(first: &str, second: &str) -> Option<(u8, usize)> {
    let place = |names: &[&str], word: &str| {
        let place = names.iter().position(|name| *name == word)?;
        u8::try_from(place).ok()
    };
    if let Some(tens) = place(TENS, first) {
        let tens = 20 + 10 * tens;
        return Some(match place(ONES, second) {
            Some(ones) => (tens + ones + 1, 2),
            None => (tens, 1),
        });
    }
    let ones = || place(ONES, first).map(|ones| ones + 1);
    let number = place(TEENS, first).map(|teens| 10 + teens).or_else(ones);
    number.or_else(|| first.parse().ok()).map(|number| (number, 1))
}

/// Returns how many months a quarter, half, nine months or year of so many weeks stands for, by how
/// long those of filings are; nothing for what is none.
pub(super) fn months(weeks: u8) -> Option<u8> {
    PeriodKind::of_weeks(weeks).months()
}

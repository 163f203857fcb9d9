//! Periods in words: `six months ended June 30, 2024`, `the second quarter of 2024`.

use alloc::{string::String, vec::Vec};

use jiff::{ToSpan, civil::Date};

use crate::period::{FiscalLabel, MONTHS, Period, PeriodKind};

/// The months of a period, in words and numbers.
const COUNTS: [(&str, u8); 8] = [
    ("three", 3),
    ("six", 6),
    ("nine", 9),
    ("twelve", 12),
    ("3", 3),
    ("6", 6),
    ("9", 9),
    ("12", 12),
];

/// A period in words: a label, a date, or so many months to a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    Fiscal(FiscalLabel),
    Date(Date),
    Months(u8, Date),
}

/// Reads a period in words.
pub(super) fn read(text: &str) -> Option<Words> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| letter.is_whitespace() || letter == ',');
    let words = words.map(|word| word.trim_end_matches('.'));
    let is_filler = |word: &&str| !word.is_empty() && !["the", "of", "in", "for"].contains(word);
    let words: Vec<&str> = words.filter(is_filler).collect();
    match words.as_slice() {
        ["as", rest @ ..] | ["at", rest @ ..] => date(rest).map(Words::Date),
        all => ended(all).or_else(|| named(all)).or_else(|| date(all).map(Words::Date)),
    }
}

/// Reads `six months ended June 30, 2024` and `fiscal year ended ...`.
fn ended(words: &[&str]) -> Option<Words> {
    let at = words.iter().position(|word| matches!(*word, "ended" | "ending" | "to"))?;
    let (span, end) = words.split_at(at);
    let end = date(end.get(1..)?)?;
    let months = match span {
        [count, "months" | "month"] => number(count)?,
        [weeks, "weeks" | "week"] => of_weeks(weeks.parse().ok()?)?,
        ["quarter"] | ["fiscal", "quarter"] => 3,
        ["half"] | ["half", "year"] => 6,
        ["year"] | ["fiscal", "year"] => 12,
        _ => return None,
    };
    Some(Words::Months(months, end))
}

/// Reads `second quarter 2024`, `first half fiscal 2025`, `full year 2024` and `6M2025`.
fn named(words: &[&str]) -> Option<Words> {
    let (year, head) = words.split_last()?;
    let label = |text: String| text.parse().ok().map(Words::Fiscal);
    if let Some((months, year)) = year.split_once('m').filter(|_| head.is_empty()) {
        return match months {
            "3" => label(alloc::format!("{year}Q1")),
            "6" => label(alloc::format!("{year}H1")),
            "12" => label(alloc::format!("FY{year}")),
            _ => None,
        };
    }
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let head = match head {
        [head @ .., "fiscal", "year"] | [head @ .., "fiscal"] if !head.is_empty() => head,
        head => head,
    };
    let place = |word: &str| {
        let places = ["first", "second", "third", "fourth"];
        places.iter().position(|other| *other == word).map(|place| place + 1)
    };
    match head {
        _ if !is_year => None,
        [word, "quarter"] => label(alloc::format!("{year}Q{}", place(word)?)),
        [word, "half"] => label(alloc::format!("{year}H{}", place(word)?)),
        ["year" | "fiscal"] | ["full" | "fiscal", "year"] => label(alloc::format!("FY{year}")),
        _ => None,
    }
}

fn number(word: &str) -> Option<u8> {
    COUNTS.iter().find(|(text, _)| *text == word).map(|(_, count)| *count)
}

/// Returns the months of a quarter or more of whole weeks, by how long those of filers are.
fn of_weeks(weeks: u8) -> Option<u8> {
    PeriodKind::of_weeks(weeks).months()
}

/// Reads `june 30 2024`, `30 june 2024` and `2024-06-30`.
fn date(words: &[&str]) -> Option<Date> {
    let (month, day, year) = match words {
        [text] => return text.parse().ok(),
        [first, second, year] => match month(first) {
            Some(month) => (month, second, year),
            None => (month(second)?, first, year),
        },
        _ => return None,
    };
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

fn month(word: &str) -> Option<i8> {
    let begins =
        |name: &str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let place = MONTHS.iter().position(|(name, _)| word.len() > 2 && begins(name))?;
    i8::try_from(place + 1).ok()
}

/// Returns the months of a range of dates, where it is a quarter, a half, nine months or a year.
pub(super) fn of_range(period: &Period) -> Option<(u8, Date)> {
    let months = of_weeks(u8::try_from((period.days() + 3) / 7).ok()?)?;
    Some((months, period.end()))
}

/// Returns the end of the month that a date is nearest to: a quarter of whole weeks ends some days
/// beside it.
pub(super) fn month_end(date: Date) -> Date {
    const EARLY: i8 = 10;
    let is_early = date.day() <= EARLY;
    let end = if is_early { date.first_of_month().yesterday().ok() } else { None };
    end.unwrap_or_else(|| date.last_of_month())
}

/// Returns the end of the month so many months before.
pub(super) fn months_before(end: Date, months: u8) -> Option<Date> {
    let first = end.first_of_month().checked_sub(i32::from(months).months()).ok()?;
    Some(first.last_of_month())
}

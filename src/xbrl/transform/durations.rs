//! Durations of the SEC's registry, as ISO 8601 writes them: 2.7 years are `P2Y8M12D`.

use core::fmt::Write;

use alloc::string::String;

use rust_decimal::Decimal;

use super::words;
use crate::decimal;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Year,
    Month,
    Week,
    Day,
    Hour,
}

impl Unit {
    /// Reads a number of units, whose fraction goes to the next smaller ones: a year has twelve
    /// months and a month thirty days, and what is left of a day is dropped.
    pub(super) fn read(self, text: &str) -> Option<String> {
        if text.contains(['e', 'E']) {
            return None;
        }
        let number =
            decimal::parse(text).ok().filter(|number| *number < Decimal::from(1_000_000))?;
        let (sign, number) = match number.is_sign_negative() {
            true => ("-", -number),
            false => ("", number),
        };
        let (whole, part) = (number.trunc(), number.fract());
        let days = |part: Decimal| part.checked_mul(Decimal::from(30)).map(|days| days.trunc());
        let mut written = alloc::format!("{sign}P");
        match self {
            Self::Year => {
                let months = part.checked_mul(Decimal::from(12))?;
                push(&mut written, whole, 'Y');
                push(&mut written, months.trunc(), 'M');
                push(&mut written, days(months.fract())?, 'D');
            }
            Self::Month => {
                push(&mut written, whole, 'M');
                push(&mut written, days(part)?, 'D');
            }
            Self::Week => push(&mut written, number.checked_mul(Decimal::from(7))?.trunc(), 'D'),
            Self::Day => push(&mut written, whole, 'D'),
            Self::Hour => {
                written.push('T');
                push(&mut written, whole, 'H');
            }
        }
        if written.ends_with(['P', 'T']) {
            written.push_str(if self == Self::Hour { "0H" } else { "0D" });
        }
        Some(written)
    }
}

fn push(written: &mut String, number: Decimal, unit: char) {
    if !number.is_zero() {
        // Writing to a string cannot fail.
        let _ = write!(written, "{}{unit}", number.normalize());
    }
}

/// Reads "three years and six months", "thirty days" or "none".
pub(super) fn words(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let mut written = String::from("P");
    let mut number = String::new();
    for word in lower.split([' ', '\u{a0}', ',', '\n', '\t']).filter(|word| !word.is_empty()) {
        let unit = match word.trim_end_matches('s') {
            "year" => 'Y',
            "month" => 'M',
            "week" => 'W',
            "day" => 'D',
            _ => {
                number.push_str(word);
                number.push(' ');
                continue;
            }
        };
        let count = number.trim().trim_start_matches("and ");
        let count = count.parse().ok().or_else(|| words::number(count))?;
        let (count, unit) = if unit == 'W' { (count.checked_mul(7)?, 'D') } else { (count, unit) };
        push(&mut written, Decimal::from(count), unit);
        number.clear();
    }
    let rest = number.trim();
    if !rest.is_empty() && words::number(rest) != Some(0) {
        return None;
    }
    if written == "P" {
        written.push_str("0D");
    }
    Some(written)
}

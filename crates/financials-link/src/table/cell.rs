//! What a cell of a table holds: a number, a mark for none, or words.

use crate::bounds::YEARS;

/// Marks that stand where there is no number.
const NONE: &[&str] =
    &["-", "\u{2013}", "\u{2014}", "\u{2212}", "n/a", "na", "n.a.", "nm", "n.m.", "n/m", "*", "--"];

/// Words that a number may have beside it.
const UNITS: &[&str] = &[
    "%",
    "x",
    "\u{d7}",
    "bps",
    "bp",
    "pts",
    "pt",
    "pp",
    "ppt",
    "points",
    "million",
    "billion",
    "trillion",
    "thousand",
    "m",
    "b",
    "bn",
    "mn",
    "mm",
    "k",
    "t",
    "usd",
    "eur",
    "gbp",
    "us",
    "c",
    "cents",
    "percent",
    "basis",
    "approx",
    "about",
    "to",
    "approximately",
    "and",
    "between",
];

/// Whether a text is a mark for no number.
pub(super) fn is_none(text: &str) -> bool {
    NONE.contains(&text.trim_matches(['$', ' ', '%']).to_lowercase().as_str())
}

/// Whether a text is a number with its sign, currency and unit, or a range of two, and no more.
pub(super) fn is_number(text: &str) -> bool {
    let mut words =
        text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let has_digit = text.contains(|letter: char| letter.is_ascii_digit());
    let is_closed = !text.ends_with([',', '.', '-', '\u{2013}']);
    has_digit
        && is_closed
        && !text.contains(['/', ':', ';'])
        && words.all(|word| UNITS.contains(&word.to_lowercase().as_str()))
        && !is_year(text)
}

/// Whether a text is a year, which a head has and a number hardly.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<i16>().is_ok_and(|year| YEARS.contains(&year))
}

/// Whether a text may be a footnote's mark: `(1)` beside a label.
pub(super) fn is_footnote(text: &str) -> bool {
    text.ends_with(')') && text.trim_matches(['(', ')']).len() == 1
}

/// Whether a text is what stands before a number, or behind one, in a cell of its own.
pub(super) fn is_before(text: &str) -> bool {
    matches!(
        text,
        "$" | "\u{20ac}" | "\u{a3}" | "\u{a5}" | "US$" | "C$" | "($" | "(" | "$(" | "USD"
    )
}

/// Whether a text is what stands behind a number in a cell of its own.
pub(super) fn is_behind(text: &str) -> bool {
    matches!(text, "%" | ")" | ")%" | "%)" | ") %" | "x" | "bps" | "bp" | "pts")
}

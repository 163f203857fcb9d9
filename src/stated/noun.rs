//! Nouns behind a plain number: what a company counts, and what it does not.

use crate::stated::{
    counted::is_counted,
    joint::is_joint,
    text::{Lower, Text},
};

/// The most words between a number and its noun: "30,000 corporate jobs", "47M new fiber miles".
const ADJECTIVES_MAX: usize = 2;

/// Finds the noun that a number before `at` counts, and returns its end.
pub fn counted(text: Text<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    for _ in 0..=ADJECTIVES_MAX {
        let next = text.skip_blanks(end);
        let word = text.word(next);
        if next == end || word.is_empty() {
            return None;
        }
        end = next + word.len();
        let lower = Lower::new(word);
        let lower = lower.as_bytes();
        if is_counted(lower) {
            return Some(end);
        }
        if is_joint(lower) || is_uncounted(lower) || is_superlative(lower) {
            return None;
        }
        // "Full-time" is one adjective.
        if text.byte(end) == b'-' {
            end += 1 + text.word(end + 1).len();
        }
    }
    None
}

/// Returns whether a number before `at` shares the noun of the next: "206 and 73 positions".
pub fn counted_with_next(text: Text<'_>, at: usize) -> bool {
    let and = text.skip_blanks(at);
    let word = text.word(and);
    if and == at || !matches!(word, b"and" | b"or") {
        return false;
    }
    let next = text.skip_blanks(and + word.len());
    let digits = text.bytes(next, next + DIGITS_MAX + 1);
    let length = digits.iter().take_while(|b| b.is_ascii_digit() || **b == b',').count();
    (1..=DIGITS_MAX).contains(&length) && counted(text, next + length).is_some()
}

/// The most digits and separators of a number that shares its noun with the one before it.
const DIGITS_MAX: usize = 11;

/// Returns whether a number before the word is that of a list: the 100 best employers.
fn is_superlative(lower: &[u8]) -> bool {
    matches!(lower, b"best" | b"most" | b"top" | b"largest" | b"biggest" | b"greatest")
}

/// Returns whether the word is a span of time other than days, a point, or a star: what no company
/// figure counts.
pub fn is_uncounted(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"year"
            | b"years"
            | b"yr"
            | b"yrs"
            | b"month"
            | b"months"
            | b"week"
            | b"weeks"
            | b"quarter"
            | b"quarters"
            | b"hour"
            | b"hours"
            | b"minute"
            | b"minutes"
            | b"second"
            | b"seconds"
            | b"decade"
            | b"decades"
            | b"century"
            | b"centuries"
            | b"point"
            | b"points"
            | b"degrees"
            | b"stars"
    )
}

/// Returns whether a number behind the word is part of a name or a reference: `Note 12`, `top 10`.
pub fn is_name(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"top"
            | b"no"
            | b"nos"
            | b"number"
            | b"page"
            | b"pages"
            | b"item"
            | b"items"
            | b"note"
            | b"notes"
            | b"chapter"
            | b"section"
            | b"sections"
            | b"phase"
            | b"series"
            | b"level"
            | b"version"
            | b"rule"
            | b"part"
            | b"table"
            | b"figure"
            | b"exhibit"
            | b"form"
            | b"schedule"
            | b"title"
            | b"article"
            | b"appendix"
            | b"class"
            | b"tier"
            | b"step"
            | b"stage"
            | b"flight"
            | b"route"
            | b"highway"
            | b"room"
            | b"suite"
            | b"day"
            | b"week"
            | b"fy"
            | b"fiscal"
            | b"topic"
            | b"asc"
            | b"ifrs"
            | b"line"
            | b"zone"
            | b"unit"
            | b"building"
            | b"floor"
            | b"tranche"
            | b"group"
            | b"category"
            | b"grade"
            | b"wave"
            | b"round"
            | b"generation"
            | b"gen"
            | b"type"
    ) || is_brand(lower)
        || is_month(lower)
}

fn is_brand(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"model"
            | b"boeing"
            | b"airbus"
            | b"fortune"
            | b"nasdaq"
            | b"russell"
            | b"ftse"
            | b"dow"
            | b"stoxx"
            | b"nikkei"
            | b"iphone"
            | b"windows"
            | b"xbox"
            | b"galaxy"
            | b"forbes"
            | b"global"
            | b"pixel"
            | b"mark"
    )
}

/// Returns whether the word is a month, in full or short.
pub fn is_month(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"january"
            | b"february"
            | b"march"
            | b"april"
            | b"may"
            | b"june"
            | b"july"
            | b"august"
            | b"september"
            | b"october"
            | b"november"
            | b"december"
            | b"jan"
            | b"feb"
            | b"mar"
            | b"apr"
            | b"jun"
            | b"jul"
            | b"aug"
            | b"sep"
            | b"sept"
            | b"oct"
            | b"nov"
            | b"dec"
    )
}

/// Words of a sentence that speaks of an index, whose levels are no figures.
pub const INDEX_WORDS: [&str; 44] = [
    "Dow",
    "Nasdaq",
    "NASDAQ",
    "S&P",
    "FTSE",
    "Nikkei",
    "Hang Seng",
    "DAX",
    "CAC",
    "Stoxx",
    "STOXX",
    "Sensex",
    "SENSEX",
    "Nifty",
    "NIFTY",
    "Russell",
    "KOSPI",
    "Kospi",
    "TSX",
    "ASX",
    "Composite",
    "composite",
    "index",
    "Index",
    "points",
    "-point",
    "Bovespa",
    "Ibovespa",
    "TOPIX",
    "Topix",
    "CSI 300",
    "IBEX",
    "VIX",
    "gold",
    "Gold",
    "bitcoin",
    "Bitcoin",
    "ether",
    "Straits Times",
    "Shanghai",
    "SMI",
    "AEX",
    "OMX",
    "MIB",
];

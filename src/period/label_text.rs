//! Fiscal labels from text, in the forms that companies and analysts write.

use core::str::FromStr;

use alloc::vec::Vec;

use super::{
    fiscal::{FiscalQuarter, FiscalYear, LabelError},
    label::FiscalLabel,
    text::serde_as_text,
};
use crate::{bounds::TWO_DIGIT_YEARS_2000S, decimal::excerpt};

impl FromStr for FiscalLabel {
    type Err = LabelError;

    /// Reads what `Display` writes and the other common forms: `Q2 2025`, `2025-Q2`, `Q2 FY2025`,
    /// `FY25Q2`, `2Q25`, `1H25`, `9M 2025`, `FY 2025`. A year alone needs its `FY`.
    fn from_str(text: &str) -> Result<Self, LabelError> {
        parse(text)
    }
}

impl FromStr for FiscalYear {
    type Err = LabelError;

    /// Reads `FY2025`, `FY 2025`, `FY25`.
    fn from_str(text: &str) -> Result<Self, LabelError> {
        match parse(text)? {
            FiscalLabel::Year(year) => Ok(year),
            _ => Err(LabelError::Other { text: excerpt(text), expected: "fiscal year" }),
        }
    }
}

impl FromStr for FiscalQuarter {
    type Err = LabelError;

    /// Reads `2025Q2`, `2025-Q2`, `Q2 2025`, `Q2 FY2025`, `FY25Q2`, `2Q25`.
    fn from_str(text: &str) -> Result<Self, LabelError> {
        match parse(text)? {
            FiscalLabel::Quarter(quarter) => Ok(quarter),
            _ => Err(LabelError::Other { text: excerpt(text), expected: "fiscal quarter" }),
        }
    }
}

serde_as_text!(
    FiscalLabel: "a fiscal label, such as \"2025Q2\" or \"FY2025\"",
    FiscalQuarter: "a fiscal quarter, such as \"2025Q2\"",
    FiscalYear: "a fiscal year, such as \"FY2025\"",
);

/// Reads a label: the pieces are words and numbers, in the orders that companies and analysts use.
fn parse(text: &str) -> Result<FiscalLabel, LabelError> {
    let syntax = || LabelError::Syntax { text: excerpt(text) };
    let pieces = pieces(text).ok_or_else(syntax)?;
    let label = match pieces.as_slice() {
        [Word(Ttm), rest @ ..] => FiscalLabel::Trailing(quarter(rest).ok_or_else(syntax)??),
        [Word(Fy), Number(year)] => FiscalLabel::Year(year_of(year).ok_or_else(syntax)??),
        [rest @ .., Word(Transition)] => match unprefixed(rest) {
            [Number(year)] => FiscalLabel::Transition(year_of(year).ok_or_else(syntax)??),
            _ => return Err(syntax()),
        },
        all => {
            if let Some(quarter) = quarter(all) {
                FiscalLabel::Quarter(quarter?)
            } else if let Some((half, year)) = part(all, H) {
                half_year(half, year.ok_or_else(syntax)??)?
            } else if let Some((9, year)) = part(all, M) {
                FiscalLabel::NineMonths(year.ok_or_else(syntax)??)
            } else {
                return Err(syntax());
            }
        }
    };
    Ok(label)
}

use Piece::{Number, Word};
use WordOf::{Fy, H, M, Q, Transition, Ttm};

/// A run of letters or of digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Word(WordOf),
    Number(&'a str),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum WordOf {
    Fy,
    Q,
    H,
    M,
    Ttm,
    Transition,
}

/// Splits a text where letters meet digits and at single separators; none when a word is unknown.
fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    /// The longest form is `TTM Q2 FY2025`, of five pieces.
    const PIECES_MAX: usize = 5;
    let mut pieces = Vec::new();
    for part in text.split([' ', '-']) {
        let mut rest = part;
        while let Some(first) = rest.bytes().next() {
            let same = |c: char| c.is_ascii_digit() == first.is_ascii_digit();
            let (run, tail) = rest.split_at(rest.find(|c| !same(c)).unwrap_or(rest.len()));
            pieces.push(if first.is_ascii_digit() { Number(run) } else { Word(word(run)?) });
            rest = tail;
        }
        if part.is_empty() || pieces.len() > PIECES_MAX {
            return None;
        }
    }
    Some(pieces)
}

fn word(run: &str) -> Option<WordOf> {
    [("fy", Fy), ("q", Q), ("h", H), ("m", M), ("ttm", Ttm), ("transition", Transition)]
        .into_iter()
        .find_map(|(word, of)| run.eq_ignore_ascii_case(word).then_some(of))
}

fn unprefixed<'a, 'b>(pieces: &'b [Piece<'a>]) -> &'b [Piece<'a>] {
    match pieces {
        [Word(Fy), rest @ ..] => rest,
        all => all,
    }
}

type Year = Option<Result<FiscalYear, LabelError>>;

/// Reads a numbered part of a year: its number, and the year when that is one.
fn part(pieces: &[Piece<'_>], unit: WordOf) -> Option<(u8, Year)> {
    let (number, year) = match unprefixed(pieces) {
        // 2025Q2, FY25Q2, and 2Q25, where the number of one digit is the part's.
        [Number(a), Word(word), Number(b)] if *word == unit => {
            if a.len() == 1 {
                (a, b)
            } else {
                (b, a)
            }
        }
        // 2025 9M.
        [Number(year), Number(number), Word(word)] if *word == unit => (number, year),
        // 2Q FY25.
        [Number(number), Word(word), Word(Fy), Number(year)] if *word == unit => (number, year),
        // Q2 2025.
        [Word(word), Number(number), Number(year)] if *word == unit => (number, year),
        // Q2 FY2025.
        [Word(word), Number(number), Word(Fy), Number(year)] if *word == unit => (number, year),
        _ => return None,
    };
    let number = if number.len() == 1 { number.parse().ok()? } else { return None };
    Some((number, year_of(year)))
}

fn quarter(pieces: &[Piece<'_>]) -> Option<Result<FiscalQuarter, LabelError>> {
    let (number, year) = part(pieces, Q)?;
    Some(year?.and_then(|year| year.quarter(number)))
}

fn half_year(half: u8, year: FiscalYear) -> Result<FiscalLabel, LabelError> {
    match half {
        1 => Ok(FiscalLabel::FirstHalf(year)),
        2 => Ok(FiscalLabel::SecondHalf(year)),
        _ => Err(LabelError::Half { year: year.number(), half }),
    }
}

/// Reads a year of four digits, or of two; none when there are others.
fn year_of(digits: &str) -> Year {
    let number: i16 = digits.parse().ok()?;
    let year = match digits.len() {
        4 => number,
        2 if number < TWO_DIGIT_YEARS_2000S => number + 2000,
        2 => number + 1900,
        _ => return None,
    };
    Some(FiscalYear::new(year))
}

//! The layout in which the SEC writes a fact.
//!
//! Its files have the same keys in the same order without white space, so comparing with the next
//! key is faster than looking for it: the whole fact is read in one pass. Whatever differs, in
//! layout or in sense, is left to the reader of any JSON, which also words what is wrong.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::token::{date, number};
use crate::figure::Accession;

/// A fact as it is laid out; dates that repeat are left as text.
pub(crate) struct Laid<'a> {
    pub start: Option<Date>,
    pub end: Date,
    pub value: Decimal,
    pub accession: Accession,
    pub fiscal_year: Option<i16>,
    pub form: &'a str,
    pub filed: &'a str,
}

/// Numbers longer than this are left to the reader of any JSON.
const NUMBER_BYTES_MAX: usize = 40;

/// Names of forms and frames longer than this are left to the reader of any JSON.
const NAME_BYTES_MAX: usize = 32;

/// Reads a fact at the start of a text, and returns it with its length in bytes.
pub(crate) fn fact(text: &str) -> Option<(Laid<'_>, usize)> {
    let rest = text.strip_prefix("{\"")?;
    let (start, rest) = match rest.strip_prefix("start\":\"") {
        Some(rest) => {
            let (start, rest) = rest.split_at_checked(10)?;
            (Some(date(start)?), rest.strip_prefix("\",\"")?)
        }
        None => (None, rest),
    };
    let (end, rest) = rest.strip_prefix("end\":\"")?.split_at_checked(10)?;
    let end = date(end)?;
    let rest = rest.strip_prefix("\",\"val\":")?;
    let (value, rest) = rest.split_at_checked(until(rest, b',', NUMBER_BYTES_MAX)?)?;
    let (accession, rest) = rest.strip_prefix(",\"accn\":\"")?.split_at_checked(20)?;
    let (fiscal_year, rest) = fiscal_year(rest.strip_prefix("\",\"fy\":")?)?;
    let rest = match rest.strip_prefix(",\"fp\":null") {
        Some(rest) => rest,
        None => name(rest.strip_prefix(",\"fp\":\"")?)?.1,
    };
    let (form, rest) = name(rest.strip_prefix(",\"form\":\"")?)?;
    let (filed, rest) = name(rest.strip_prefix(",\"filed\":\"")?)?;
    let rest = match rest.strip_prefix(",\"frame\":\"") {
        Some(rest) => name(rest)?.1,
        None => rest,
    };
    let rest = rest.strip_prefix('}')?;
    if start.is_some_and(|start| start > end) {
        return None;
    }
    let (value, accession) = (number(value)?, accession.parse().ok()?);
    let laid = Laid { start, end, value, accession, fiscal_year, form, filed };
    Some((laid, text.len() - rest.len()))
}

/// Reads a year of four digits, or null.
fn fiscal_year(text: &str) -> Option<(Option<i16>, &str)> {
    if let Some(rest) = text.strip_prefix("null") {
        return Some((None, rest));
    }
    let (year, rest) = text.split_at_checked(4)?;
    let digits = year.bytes().all(|byte| byte.is_ascii_digit()) && !year.starts_with('0');
    digits.then_some((Some(year.parse().ok()?), rest))
}

/// Reads a string without escapes up to its closing quote, and passes the quote.
fn name(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_at_checked(until(text, b'"', NAME_BYTES_MAX)?)?;
    let plain = name.bytes().all(|byte| byte >= 0x20 && byte != b'\\');
    plain.then_some((name, rest.get(1..)?))
}

/// Returns where a byte first stands.
fn until(text: &str, byte: u8, most: usize) -> Option<usize> {
    text.as_bytes().iter().take(most).position(|other| *other == byte)
}

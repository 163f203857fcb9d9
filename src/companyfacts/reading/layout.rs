//! The layout in which the SEC writes a fact.
//!
//! Its files have the same keys in the same order without white space, so comparing with the next
//! key is faster than looking for it: the whole fact is read in one pass over its bytes. Whatever
//! differs, in layout or in sense, is left to the reader of any JSON, which also words what is
//! wrong.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::token::{date, number};
use crate::{
    arith,
    decimal::{eight, leading},
    figure::Accession,
};

/// A fact as it is laid out; what repeats from fact to fact is left as text.
pub(crate) struct Laid<'a> {
    pub start: Option<Date>,
    pub end: Date,
    pub value: Decimal,
    pub accession: Accession,
    pub fiscal_year: Option<i16>,
    pub form: &'a [u8],
    pub filed: &'a [u8; 10],
}

/// Numbers longer than this are left to the reader of any JSON.
const NUMBER_BYTES_MAX: usize = 40;

/// Names of forms and frames longer than this are left to the reader of any JSON.
const NAME_BYTES_MAX: usize = 32;

/// Reads a fact at the start of a text, and returns it with its length in bytes.
#[inline]
pub(crate) fn fact(text: &[u8]) -> Option<(Laid<'_>, usize)> {
    let rest = text.strip_prefix(b"{\"")?;
    let (start, rest) = match rest.strip_prefix(b"start\":\"") {
        Some(rest) => {
            let (start, rest) = rest.split_first_chunk()?;
            (Some(date(start)?), rest.strip_prefix(b"\",\"")?)
        }
        None => (None, rest),
    };
    let (end, rest) = rest.strip_prefix(b"end\":\"")?.split_first_chunk()?;
    let end = date(end)?;
    let (value, rest) = value(rest.strip_prefix(b"\",\"val\":")?)?;
    let (accession, rest) = rest.strip_prefix(b",\"accn\":\"")?.split_first_chunk()?;
    let accession = Accession::read(accession)?;
    let (fiscal_year, rest) = fiscal_year(rest.strip_prefix(b"\",\"fy\":")?)?;
    let rest = match rest.strip_prefix(b",\"fp\":\"") {
        // `FY` or `Q1` to `Q3`, which are as long, and nothing of the fact.
        Some([b'F' | b'Q', b'Y' | b'1'..=b'4', b'"', rest @ ..]) => rest,
        Some(rest) => name(rest)?.1,
        None => rest.strip_prefix(b",\"fp\":null")?,
    };
    let (form, rest) = name(rest.strip_prefix(b",\"form\":\"")?)?;
    let (filed, rest) = rest.strip_prefix(b",\"filed\":\"")?.split_first_chunk()?;
    let rest = rest.strip_prefix(b"\"")?;
    let rest = match rest.strip_prefix(b",\"frame\":\"") {
        Some(rest) => name(rest)?.1,
        None => rest,
    };
    let rest = rest.strip_prefix(b"}")?;
    if start.is_some_and(|start| start > end) {
        return None;
    }
    let laid = Laid { start, end, value, accession, fiscal_year, form, filed };
    Some((laid, text.len() - rest.len()))
}

/// Reads a number up to a comma; most are whole and short.
#[inline]
fn value(text: &[u8]) -> Option<(Decimal, &[u8])> {
    let (is_negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if let Some((whole, length)) = leading(digits)
        && digits.get(length) == Some(&b',')
        && (length == 1 || (length > 0 && digits.first() != Some(&b'0')))
    {
        let number = arith::build(u128::from(whole), 0, is_negative);
        return Some((number, digits.get(length..)?));
    }
    let (written, rest) = text.split_at_checked(until(text, b',', NUMBER_BYTES_MAX)?)?;
    Some((number(core::str::from_utf8(written).ok()?)?, rest))
}

/// Reads a year of four digits, or null.
#[inline]
fn fiscal_year(text: &[u8]) -> Option<(Option<i16>, &[u8])> {
    if let Some(rest) = text.strip_prefix(b"null") {
        return Some((None, rest));
    }
    let ([y1 @ b'1'..=b'9', y2, y3, y4], rest) = text.split_first_chunk()? else { return None };
    let year = eight([b'0', b'0', b'0', b'0', *y1, *y2, *y3, *y4])?;
    Some((Some(year as i16), rest))
}

/// Reads a string without escapes up to its closing quote, and passes the quote.
#[inline]
fn name(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let (name, rest) = text.split_at_checked(until(text, b'"', NAME_BYTES_MAX)?)?;
    let plain = name.iter().fold(true, |plain, byte| plain & (*byte >= 0x20) & (*byte != b'\\'));
    plain.then_some((name, rest.get(1..)?))
}

/// Returns where a byte first stands.
#[inline]
fn until(text: &[u8], byte: u8, most: usize) -> Option<usize> {
    text.iter().take(most).position(|other| *other == byte)
}

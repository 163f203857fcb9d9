//! Dates and numbers from their text.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::{arith, decimal};

/// A whole number of at most this many digits is read at once: any of them fits 64 bits.
const WHOLE_DIGITS_MAX: usize = 18;

const _: () = assert!(WHOLE_DIGITS_MAX < u64::MAX.ilog10() as usize);

/// Reads `2025-06-30` and nothing else.
#[inline]
pub(crate) fn date(text: &[u8; 10]) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else { return None };
    let digits = decimal::eight([y1, y2, y3, y4, m1, m2, d1, d2])?;
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
    Date::new(year as i16, month as i8, day as i8).ok()
}

/// Reads a number of JSON's grammar exactly; most are whole and short.
#[inline]
pub(crate) fn number(text: &str) -> Option<Decimal> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let bytes = digits.as_bytes();
    if bytes.len() > 1 && bytes.first() == Some(&b'0') && bytes.get(1) != Some(&b'.') {
        // JSON has no leading zeros; `0e1` is left to the slow path.
        return if bytes.get(1).is_some_and(u8::is_ascii_digit) {
            None
        } else {
            decimal::parse(text).ok()
        };
    }
    if bytes.len() <= WHOLE_DIGITS_MAX && !bytes.is_empty() {
        let mut whole = 0_u64;
        if bytes.iter().all(|byte| {
            let digit = byte.wrapping_sub(b'0');
            whole = whole.wrapping_mul(10).wrapping_add(u64::from(digit));
            digit < 10
        }) {
            return Some(arith::build(u128::from(whole), 0, negative));
        }
    }
    decimal::parse(text).ok()
}

//! Decimals as text: one strict grammar for serde, files and arguments.
//!
//! ```text
//! number   = [ "-" ] digits [ "." digits ] [ ( "e" | "E" ) [ "+" | "-" ] digits ]
//! ```
//!
//! No leading `+`, no `_`, no bare `.5` or `5.`. An exponent is read exactly (`1e-05` is 0.00001).
//! A number of more than 28 significant digits, or with a non-zero digit past the 28th decimal, is
//! refused and not rounded.

pub mod wire;
mod digits;

pub(crate) use digits::eight;
#[cfg(feature = "companyfacts")]
pub(crate) use digits::leading;

use alloc::string::String;

use rust_decimal::Decimal;

use crate::{
    arith,
    bounds::{DIGITS_MAX, PLACES_MAX},
};

/// A text that is no decimal number, or one that cannot be held exactly.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// The text does not follow the grammar.
    #[error("'{text}' is not a decimal number, at byte {at}")]
    Syntax {
        /// The text, cut after 40 bytes.
        text: String,
        /// Where the first byte stands that does not fit.
        at: usize,
    },
    /// The number has more digits than are kept.
    #[error("'{text}' has more than {DIGITS_MAX} significant digits or {PLACES_MAX} decimals")]
    Digits {
        /// The text, cut after 40 bytes.
        text: String,
    },
}

/// Reads a decimal number exactly.
///
/// # Errors
///
/// - `+1`, `1_000`, `.5`, `1.`, `0x10`, `NaN` — not a number of the grammar above.
/// - a number of 29 significant digits — it would have to be rounded.
pub fn parse(text: &str) -> Result<Decimal, DecimalError> {
    let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
    let syntax = |at| DecimalError::Syntax { text: excerpt(text), at };
    let number = reader.number().map_err(syntax)?;
    number.value().ok_or_else(|| DecimalError::Digits { text: excerpt(text) })
}

/// Exponents are counted up to this: far beyond what the digits of any text that is read can
/// make up for, and far below what `i64` holds, so that adding the two never overflows.
const EXPONENT_LIMIT: i64 = 1 << 40;

/// Returns the beginning of a text that came from outside, short enough for a message.
pub(crate) fn excerpt(text: &str) -> String {
    const BYTES_MAX: usize = 40;
    match text.char_indices().find(|(at, _)| *at >= BYTES_MAX) {
        Some((at, _)) => alloc::format!("{}…", text.get(..at).unwrap_or_default()),
        None => String::from(text),
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// A number as read: `digits × 10^(exponent)`, with the digits' trailing zeros set aside.
#[derive(Default)]
struct Read {
    negative: bool,
    mantissa: u128,
    /// Significant digits in the mantissa.
    length: u32,
    /// Zeros read since the last non-zero digit, not yet in the mantissa.
    zeros: i64,
    exponent: i64,
    too_long: bool,
}

impl Reader<'_> {
    fn number(&mut self) -> Result<Read, usize> {
        let mut read = Read { negative: self.take(b'-'), ..Read::default() };
        self.digits(&mut read)?;
        if self.take(b'.') {
            let before = self.at;
            self.digits(&mut read)?;
            read.exponent -= (self.at - before) as i64;
        }
        if self.take(b'e') || self.take(b'E') {
            let negative = self.take(b'-');
            if !negative {
                self.take(b'+');
            }
            let exponent = self.exponent()?;
            read.exponent += if negative { -exponent } else { exponent };
        }
        if self.at < self.bytes.len() { Err(self.at) } else { Ok(read) }
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.bytes.get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    fn digit(&mut self) -> Option<u8> {
        let digit = self.bytes.get(self.at)?.wrapping_sub(b'0');
        (digit < 10).then(|| {
            self.at += 1;
            digit
        })
    }

    fn digits(&mut self, read: &mut Read) -> Result<(), usize> {
        let start = self.at;
        while let Some(digit) = self.digit() {
            read.push(digit);
        }
        if self.at == start { Err(start) } else { Ok(()) }
    }

    fn exponent(&mut self) -> Result<i64, usize> {
        let start = self.at;
        let mut exponent = 0_i64;
        while let Some(digit) = self.digit() {
            exponent =
                exponent.saturating_mul(10).saturating_add(i64::from(digit)).min(EXPONENT_LIMIT);
        }
        if self.at == start { Err(start) } else { Ok(exponent) }
    }
}

impl Read {
    fn push(&mut self, digit: u8) {
        if digit == 0 {
            self.zeros += i64::from(self.length > 0);
            return;
        }
        let longer = self.zeros + 1;
        if i64::from(self.length) + longer > i64::from(DIGITS_MAX) {
            self.too_long = true;
            return;
        }
        self.mantissa = self.mantissa * 10_u128.pow(longer as u32) + u128::from(digit);
        self.length += longer as u32;
        self.zeros = 0;
    }

    fn value(self) -> Option<Decimal> {
        if self.too_long {
            return None;
        }
        if self.mantissa == 0 {
            return Some(Decimal::ZERO);
        }
        let exponent = self.exponent + self.zeros;
        if exponent < -i64::from(PLACES_MAX) {
            return None;
        }
        let scale = (-exponent).max(0) as u32;
        let whole_zeros = exponent.max(0);
        if i64::from(self.length) + whole_zeros > i64::from(DIGITS_MAX) {
            return None;
        }
        let mantissa = self.mantissa * 10_u128.pow(whole_zeros as u32);
        Some(arith::build(mantissa, scale, self.negative))
    }
}

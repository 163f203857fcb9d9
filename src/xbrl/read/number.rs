//! Numbers as XML Schema writes them, times a power of ten.

use alloc::string::String;

use rust_decimal::Decimal;

use crate::{
    decimal::{self, DecimalError, excerpt},
    xbrl::{
        decimals::{Decimals, Precision},
        fault::Fault,
    },
};

/// Reads a number exactly, with or without an exponent, times `10^scale`.
///
/// A leading `+`, `.5` and `5.` are numbers of XML Schema; groups of thousands are none.
pub(super) fn number(text: &str, scale: i32, negate: bool) -> Result<Decimal, Fault> {
    let fail = |error| match error {
        DecimalError::Syntax { .. } => Fault::Number { text: excerpt(text) },
        DecimalError::Digits { .. } => Fault::Digits { text: excerpt(text), scale },
    };
    let is_plain = text.starts_with(|first: char| first.is_ascii_digit()) && !text.ends_with('.');
    let value = if is_plain && scale == 0 && !text.contains('.') {
        decimal::parse(text).map_err(fail)?
    } else {
        decimal::parse(&spelled(text, scale)).map_err(fail)?
    };
    // The sign of a zero says nothing.
    Ok(if negate && !value.is_zero() { -value } else { value })
}

/// Writes a number of XML Schema in the grammar of decimals, its exponent raised by the scale.
fn spelled(text: &str, scale: i32) -> String {
    let (mantissa, exponent) =
        text.split_once(['e', 'E']).map_or((text, None), |(left, right)| (left, Some(right)));
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let zero = if digits.starts_with('.') && digits.len() > 1 { "0" } else { "" };
    let digits = match digits.strip_suffix('.') {
        Some(whole) if !whole.is_empty() => whole,
        _ => digits,
    };
    let exponent = match exponent {
        None => Some(i64::from(scale)),
        Some(exponent) => integer(exponent).map(|exponent| exponent.saturating_add(scale.into())),
    };
    // What follows a sign is no other sign.
    let exponent = exponent.filter(|_| !digits.starts_with(['-', '+']));
    match exponent {
        Some(0) => alloc::format!("{sign}{zero}{digits}"),
        Some(exponent) => alloc::format!("{sign}{zero}{digits}e{exponent}"),
        // No number; the grammar says so.
        None => String::from(text),
    }
}

/// Reads an integer of XML Schema; one past the range is its nearer end.
pub(super) fn integer(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let end = if text.starts_with('-') { i64::MIN } else { i64::MAX };
    Some(text.parse().unwrap_or(end))
}

pub(super) fn nearest(integer: i64) -> i32 {
    integer.clamp(i32::MIN.into(), i32::MAX.into()) as i32
}

pub(super) fn decimals(text: &str) -> Result<Decimals, Fault> {
    let expected = "an integer or INF";
    match integer(text) {
        Some(places) => Ok(Decimals::Places(nearest(places))),
        None if text == "INF" => Ok(Decimals::Infinite),
        None => Err(Fault::Attribute { attribute: "decimals", text: excerpt(text), expected }),
    }
}

pub(super) fn precision(text: &str) -> Result<Precision, Fault> {
    let expected = "a count of digits or INF";
    match integer(text) {
        Some(digits @ 0..) => Ok(Precision::Digits(digits.try_into().unwrap_or(u32::MAX))),
        None if text == "INF" => Ok(Precision::Infinite),
        _ => Err(Fault::Attribute { attribute: "precision", text: excerpt(text), expected }),
    }
}

pub(super) fn scale(text: &str) -> Result<i32, Fault> {
    let scale = integer(text).map(nearest);
    let expected = "an integer";
    scale.ok_or_else(|| Fault::Attribute { attribute: "scale", text: excerpt(text), expected })
}

#[cfg(test)]
mod tests;

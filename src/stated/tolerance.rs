//! "Plus or minus", by word or by sign, before a tolerance.

use crate::stated::{mark::second, text::Text};

/// The ways to write it without a space.
const SIGNS: [&str; 5] = ["±", "+/-", "+/\u{2212}", "+/\u{2013}", "plus/minus"];

/// Reads it at a position, and returns its end.
pub fn end(text: Text<'_>, at: usize) -> Option<usize> {
    if !matches!(text.byte(at), b'+' | b'p' | b'P' | 0xc2) {
        return None;
    }
    let sign = SIGNS.into_iter().find(|sign| text.has(at, sign));
    sign.map(|sign| at + sign.len()).or_else(|| {
        let plus = text.word(at);
        let or =
            plus.eq_ignore_ascii_case(b"plus").then(|| second(text, at + plus.len(), &[b"or"]));
        second(text, or.flatten()?, &[b"minus"])
    })
}

/// Reads it before a position, and returns its start.
pub fn start(text: Text<'_>, end: usize, floor: usize) -> Option<usize> {
    // "Minus", "-" or a sign outside of ASCII ends every one of them.
    let before = text.skip_spaces_before(end, floor);
    if !matches!(text.byte_before(before), b's' | b'-' | 0x80..) {
        return None;
    }
    let written = text.slice(floor, before);
    if let Some(sign) = SIGNS.into_iter().find(|sign| written.ends_with(sign)) {
        return Some(before - sign.len());
    }
    let (minus, at) = text.previous_word(before, floor);
    let (or, at) = text.previous_word(at, floor);
    let (plus, at) = text.previous_word(at, floor);
    let is_written = minus == b"minus" && or == b"or" && plus.eq_ignore_ascii_case(b"plus");
    is_written.then_some(at)
}

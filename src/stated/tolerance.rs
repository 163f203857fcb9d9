//! "Plus or minus", by word or by sign, before a tolerance.

use crate::stated::token::{Kind, Tokens};

/// Reads it at a position, and returns its end.
#[inline]
pub(super) fn end(t: &Tokens<'_>, at: usize) -> Option<usize> {
    match t.get(at).kind {
        Kind::Mark('±') => Some(at + 1),
        Kind::Mark('+') => {
            let signs = t.mark(at + 1) == '/' && matches!(t.mark(at + 2), '-' | '−' | '–');
            signs.then_some(at + 3)
        }
        Kind::Word(_) if t.has(at, "plus") => {
            let joined = t.has(at + 1, "or") || t.mark(at + 1) == '/';
            (joined && t.has(at + 2, "minus")).then_some(at + 3)
        }
        _ => None,
    }
}

/// Reads it before a position, and returns its first token.
#[inline]
pub(super) fn start(t: &Tokens<'_>, end: usize, floor: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let length = match t.get(last).kind {
        Kind::Mark('±') => 1,
        Kind::Mark('-' | '−' | '–') => 3,
        Kind::Word(_) if t.has(last, "minus") => 3,
        _ => return None,
    };
    let first = end.checked_sub(length).filter(|first| *first >= floor)?;
    (self::end(t, first) == Some(end)).then_some(first)
}

//! "Plus or minus", by word or by sign, before a tolerance.

use crate::stated::token::Tokens;

/// Reads it at a position, and returns its end.
pub(super) fn end(t: &Tokens<'_>, at: usize) -> Option<usize> {
    match t.mark(at) {
        '±' => return Some(at + 1),
        '+' => {
            let signs = t.mark(at + 1) == '/' && matches!(t.mark(at + 2), '-' | '−' | '–');
            return signs.then_some(at + 3);
        }
        _ => {}
    }
    if !t.has(at, "plus") {
        return None;
    }
    let joined = t.has(at + 1, "or") || t.mark(at + 1) == '/';
    (joined && t.has(at + 2, "minus")).then_some(at + 3)
}

/// Reads it before a position, and returns its first token.
pub(super) fn start(t: &Tokens<'_>, end: usize, floor: usize) -> Option<usize> {
    let candidates = [1, 3].into_iter().filter_map(|length| end.checked_sub(length));
    candidates.filter(|first| *first >= floor).find(|first| self::end(t, *first) == Some(end))
}

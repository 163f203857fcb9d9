//! Nouns behind a plain number: what a company counts.

use crate::stated::{lexicon::Class, token::Tokens};

/// The most words between a number and its noun: "30,000 corporate jobs", "47M new fiber miles".
const ADJECTIVES_MAX: usize = 2;

/// Finds the noun that a number before a position counts, and returns its end.
pub(super) fn counted(t: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut at = at;
    for _ in 0..=ADJECTIVES_MAX {
        if !t.is_word(at) || !t.is_beside(at) || t.is_glued(at) {
            return None;
        }
        let class = t.class(at);
        let end = at + 1;
        if class.is(Class::COUNTED) {
            // A "members club" is one club.
            let names = t.is(end, Class::HEAD) && t.is_beside(end) && !t.is_glued(end);
            return (!names).then_some(end);
        }
        if class.is(Class::JOINT.and(Class::UNCOUNTED).and(Class::SUPERLATIVE)) {
            return None;
        }
        // "Full-time" is one adjective.
        let compound = t.mark(end) == '-' && t.is_glued(end) && t.is_glued(end + 1);
        at = if compound { end + 2 } else { end };
    }
    None
}

/// Returns whether a number before a position shares the noun of the next: "206 and 73 positions".
pub(super) fn counted_with_next(t: &Tokens<'_>, at: usize) -> bool {
    let joins = (t.has(at, "and") || t.has(at, "or")) && t.is_beside(at);
    joins && t.is_number(at + 1) && t.is_beside(at + 1) && counted(t, at + 2).is_some()
}

//! Nouns behind a plain number: what a company counts.

use crate::stated::{lexicon::Class, token::Tokens};

/// The most words between a number and its noun: "30,000 corporate jobs", "47M new fiber miles".
const ADJECTIVES_MAX: usize = 2;

/// Finds the noun that a number before a position counts, and returns its end.
pub(super) fn counted(t: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut at = at;
    // "8.4MW", "325,000oz".
    let grouped = || matches!(t.number(at.wrapping_sub(1)), Some(Ok(number)) if number.grouped);
    if t.is_glued(at) && (t.is(at, Class::MEASURE) || t.is(at, Class::COUNTED) && grouped()) {
        return Some(at + 1);
    }
    for passed in 0..=ADJECTIVES_MAX {
        if passed > 0 {
            at = after_model(t, at);
        }
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
        // "42 new and renewal leases".
        if t.has(at, "and") && t.is_beside(at) && t.is(at + 2, Class::COUNTED) {
            at += 1;
        }
    }
    None
}

/// Passes over a model between a name and its noun: "15 Boeing 717-200 aircraft", "12 Airbus A321
/// jets".
fn after_model(t: &Tokens<'_>, at: usize) -> usize {
    let named = t.initial(at.wrapping_sub(1)).is_uppercase() && t.is_beside(at) && !t.is_glued(at);
    let lettered = t.initial(at).is_uppercase() && t.is_number(at + 1) && t.is_glued(at + 1);
    if !named || !(t.is_number(at) || lettered) {
        return at;
    }
    let mut end = at + 1;
    while t.is_glued(end) && (t.mark(end) == '-' || t.is_word(end) || t.is_number(end)) {
        end += 1;
    }
    end
}

/// Returns whether a number before a position shares the noun of the next: "206 and 73 positions",
/// and "from 7 to 19 customers", where it is `moving`.
pub(super) fn counted_with_next(t: &Tokens<'_>, at: usize, moving: bool) -> bool {
    let joins = t.has(at, "and") || t.has(at, "or") || moving && t.has(at, "to");
    let joins = joins && t.is_beside(at);
    joins && t.is_number(at + 1) && t.is_beside(at + 1) && counted(t, at + 2).is_some()
}

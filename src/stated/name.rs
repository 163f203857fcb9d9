//! Names that a number is part of: `Note 12`, `Sept. 30`, a word in capitals.

use crate::stated::{lexicon::Class, token::Tokens};

/// Returns whether the word before a number makes both a name: a noun of references, or a capital
/// that does not begin a sentence.
pub(super) fn follows_name(t: &Tokens<'_>, at: usize, floor: usize) -> bool {
    if follows_reference(t, at, floor) {
        return true;
    }
    let Some(word) = at.checked_sub(1).filter(|word| *word >= floor && t.is_near(at)) else {
        return false;
    };
    const SPEAKING: Class = Class::HEDGE
        .and(Class::FALLS)
        .and(Class::RISES)
        .and(Class::JOINT)
        .and(Class::DETERMINER)
        .and(Class::EXPECTS)
        .and(Class::INTRODUCES);
    // "40 737 MAX jets", "S&P 500 companies".
    if t.is_number(word) || t.is(word, Class::INDEX) {
        return true;
    }
    if !t.initial(word).is_uppercase() || t.is(word, SPEAKING) {
        return false;
    }
    let slice = t.slice(word);
    let capitals = slice.len() > 1 && slice.chars().all(char::is_uppercase);
    // At the beginning of a sentence a participle is none of a name: "Opened 12 stores".
    let opens = t.begins_sentence(word);
    capitals || !opens || !t.is_glued(at) && is_name(t, word)
}

/// Returns whether a word that begins a sentence before a number is a name, and neither known nor a
/// participle.
fn is_name(t: &Tokens<'_>, word: usize) -> bool {
    t.class(word) == Class::NONE && !["ed", "s"].iter().any(|end| t.slice(word).ends_with(end))
}

/// Returns whether the word before a number is a noun of references: "Note 12", "Sept. 30".
pub(super) fn follows_reference(t: &Tokens<'_>, at: usize, floor: usize) -> bool {
    word_before(t, at, floor).is_some_and(|word| {
        t.is(word, Class::REFERENCE) || t.is(word, Class::MONTH) && is_day_or_year(t, at)
    })
}

/// Returns whether a number can be the day of a month, or a year: in "(August 1,411 units)" it is
/// neither.
fn is_day_or_year(t: &Tokens<'_>, at: usize) -> bool {
    const DAYS_MAX: u128 = 31;
    t.number(at).is_none_or(|number| {
        number.is_ok_and(|number| {
            number.is_year() || number.places == 0 && number.mantissa <= DAYS_MAX
        })
    })
}

/// Returns the word before a number, over the point that shortens it.
fn word_before(t: &Tokens<'_>, at: usize, floor: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|before| *before >= floor && t.is_near(at))?;
    let dot = usize::from(t.mark(before) == '.' && before > floor && t.is_glued(before));
    Some(before - dot)
}

/// Returns whether the plain number at `at` is the day of a date, or part of a fiscal label.
pub(super) fn follows_month(t: &Tokens<'_>, at: usize, floor: usize) -> bool {
    word_before(t, at, floor)
        .is_some_and(|word| t.is(word, Class::MONTH) || t.has(word, "fy") || t.has(word, "fiscal"))
}

//! Hedges: the words and signs around a figure that bound it.

use crate::stated::{
    bound::Bound,
    coin,
    lexicon::{Class, PHRASES, Phrase, Worth},
    mode::Mode,
    token::{Gap, Kind, Tokens},
};

/// A hedge before a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hedge {
    pub bound: Bound,
    /// Its tokens are those from `first` up to `end`.
    pub first: usize,
    pub end: usize,
    /// Words such as "below" or "higher than", which also compare one figure with another.
    pub compares: bool,
    /// "Up to", which also leads to a level.
    pub up_to: bool,
}

/// Reads the hedge that ends before a figure; an article may stand between.
pub(super) fn before(t: &Tokens<'_>, figure: usize, floor: usize, mode: Mode) -> Option<Hedge> {
    let at = figure.checked_sub(1).filter(|at| *at >= floor && t.is_near(figure))?;
    if let Kind::Mark(mark) = t.get(at).kind
        && mark != '.'
    {
        return sign_before(t, at, floor, mode);
    }
    const SPEAKING: Class = Class::HEDGE.and(Class::PHRASE_END).and(Class::DETERMINER);
    if t.is_word(at) && !t.is(at, SPEAKING) {
        return None;
    }
    let end = skip_article(t, figure, floor);
    let mut hedge = words_before(t, end, floor)?;
    // "Over a 5% stake" and "under a $500 million facility" hedge nothing.
    if end < figure && hedge.compares {
        return None;
    }
    hedge.first = skip_qualifier(t, hedge.first, floor);
    Some(hedge)
}

/// Passes over "a" or "an" before a position.
pub(super) fn skip_article(t: &Tokens<'_>, end: usize, floor: usize) -> usize {
    let article = end.wrapping_sub(1);
    let stands = end > floor && t.is_near(end) && !t.is_glued(end);
    if stands && (t.has(article, "a") || t.has(article, "an")) { article } else { end }
}

fn sign_before(t: &Tokens<'_>, at: usize, floor: usize, mode: Mode) -> Option<Hedge> {
    let before = at.wrapping_sub(1);
    let glued = at > floor && t.is_glued(at);
    let previous = if glued { t.mark(before) } else { '\0' };
    let (bound, first) = match t.mark(at) {
        '~' | '≈' | '∼' | '≃' | '≅' | '～' => (Bound::About, at),
        '>' | '＞' if !matches!(previous, '-' | '=' | '–' | '<') => {
            // At the beginning of a line it marks a quotation.
            let quotes = t.gap(at) >= Gap::Line && !t.is_glued(at + 1) && mode == Mode::Prose;
            (!quotes).then_some((Bound::MoreThan, at))?
        }
        '<' | '＜' => (Bound::LessThan, at),
        '≥' | '⩾' => (Bound::AtLeast, at),
        '≤' | '⩽' => (Bound::AtMost, at),
        '=' if previous == '>' => (Bound::AtLeast, before),
        '=' if previous == '<' => (Bound::AtMost, before),
        '-' | '\u{2010}' | '\u{2011}' if glued && t.is_glued(at + 1) => {
            let bound = t.is(before, Class::PREFIX).then(|| bound_of(t, before));
            (bound.flatten()?, before)
        }
        _ => return None,
    };
    Some(Hedge { bound, first, end: at + 1, compares: false, up_to: false })
}

fn bound_of(t: &Tokens<'_>, at: usize) -> Option<Bound> {
    match t.worth(at) {
        Worth::Bound(bound) => Some(bound),
        _ => None,
    }
}

fn words_before(t: &Tokens<'_>, end: usize, floor: usize) -> Option<Hedge> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    let dotted = t.mark(last) == '.' && last > floor && t.is_glued(last);
    let word = last - usize::from(dotted);
    let class = t.class(word);
    let simple = |bound, first, compares| Hedge { bound, first, end, compares, up_to: false };
    if dotted {
        let about = ["c", "ca", "approx"].iter().any(|known| t.has(word, known));
        return about.then(|| simple(Bound::About, word, false));
    }
    if !class.is(Class::HEDGE.and(Class::PHRASE_END)) || !t.is_near(end) {
        return None;
    }
    // A word that a digit is glued to is part of a name.
    if t.is_glued(word) && t.is_number(word.wrapping_sub(1)) {
        return None;
    }
    if class.is(Class::PHRASE_END)
        && t.is(word.wrapping_sub(1), Class::PHRASE_START)
        && let Some((phrase, first)) = phrase(t, word, floor)
    {
        let up_to = phrase.before == ["up"];
        // "Edged up to 9.3%" moves to a level.
        if up_to && first > floor && t.is(first - 1, Class::NUDGES) {
            return None;
        }
        return Some(Hedge { up_to, ..simple(phrase.bound, first, phrase.compares) });
    }
    let topic = word > floor && t.is(word - 1, Class::TOPIC);
    if !class.is(Class::HEDGE) || topic && (t.has(word, "over") || t.has(word, "about")) {
        return None;
    }
    Some(simple(bound_of(t, word)?, word, class.is(Class::COMPARES)))
}

/// Finds the longest hedge of several words that ends with a word, with its first.
fn phrase(t: &Tokens<'_>, last: usize, floor: usize) -> Option<(&'static Phrase, usize)> {
    let stands = |phrase: &Phrase| {
        let first = last.checked_sub(phrase.before.len()).filter(|first| *first >= floor)?;
        let words = (first..last).rev().zip(phrase.before);
        let all = words.into_iter().all(|(at, word)| t.is_near(at + 1) && t.has(at, word));
        all.then_some(first)
    };
    let (_, phrases) = PHRASES.iter().find(|(word, _)| t.has(last, word))?;
    phrases.iter().find_map(|phrase| Some((phrase, stands(phrase)?)))
}

/// Passes over "just", "slightly" or "a little" before a hedge.
fn skip_qualifier(t: &Tokens<'_>, first: usize, floor: usize) -> usize {
    let word = first.wrapping_sub(1);
    if first <= floor || !t.is_near(first) {
        return first;
    }
    if ["little", "bit", "touch"].iter().any(|noun| t.has(word, noun)) {
        let article = word > floor && t.has(word - 1, "a");
        return if article { word - 1 } else { first };
    }
    let article = t.has(word, "a") || t.has(word, "an");
    if article || t.is(word, Class::QUALIFIER) { word } else { first }
}

/// Reads the hedge behind a figure, and returns it with its end.
pub(super) fn behind(t: &Tokens<'_>, at: usize) -> Option<(Bound, usize)> {
    if t.is_glued(at) {
        if is_plus(t, at) {
            return Some((Bound::AtLeast, at + 1));
        }
        let suffix = t.mark(at) == '-' && t.is_glued(at + 1) && t.is(at + 1, Class::SUFFIX);
        if suffix {
            return Some((bound_of(t, at + 1)?, at + 2));
        }
    }
    or_more(t, at + usize::from(t.mark(at) == ','))
}

/// Returns whether the plus sign at a position says "or more": no number and no other sign follows.
#[inline]
pub(super) fn is_plus(t: &Tokens<'_>, at: usize) -> bool {
    if t.mark(at) != '+' || !t.is_glued(at) {
        return false;
    }
    let next = at + 1;
    let goes_on =
        t.is_number(next) || matches!(t.mark(next), '/' | '(') || coin::is_sign(t.mark(next));
    !(t.is_glued(next) && goes_on)
}

/// Reads "or more", "or less" and "or so".
fn or_more(t: &Tokens<'_>, at: usize) -> Option<(Bound, usize)> {
    let next = at + 1;
    if !t.is_near(at) || !t.is_near(next) {
        return None;
    }
    if t.has(at, "give") && t.has(next, "or") && t.has(at + 2, "take") {
        return Some((Bound::About, at + 3));
    }
    if !t.has(at, "or") {
        return None;
    }
    let class = t.class(next);
    let bound = if class.is(Class::OR_MORE) {
        Bound::AtLeast
    } else if class.is(Class::OR_LESS) {
        Bound::AtMost
    } else if class.is(Class::OR_SO) {
        Bound::About
    } else {
        return None;
    };
    // "30 cents, or less than 1%" hedges the figure behind it.
    (!t.has(at + 2, "than")).then_some((bound, at + 2))
}

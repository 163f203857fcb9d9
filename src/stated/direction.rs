//! Words of direction: which way a change went.

use crate::stated::{
    coin,
    lexicon::Class,
    token::{Kind, Tokens},
};

/// Which way a change went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

/// A word of direction and what it makes of its figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub direction: Direction,
    /// The token of the word.
    pub word: usize,
    /// Where the figure begins with it, or ends with it behind.
    pub edge: usize,
}

/// The most words between a verb of direction and its figure: "fell by a further".
const FILLERS_MAX: usize = 4;

/// The most words between a verb of direction and its "by", and between a noun and its "of": "a
/// net decrease in cash, cash equivalents and restricted cash held by discontinued operations of"
/// has twelve.
const OBJECT_WORDS_MAX: usize = 13;

/// The most words between a verb that removes and its figure, where none joins them: "reduced its
/// global headcount 12%".
const GOVERNED_WORDS_MAX: usize = 3;

/// The most tokens over which a direction carries to the next figure of a clause: "fell 5% in Asia
/// outside of Japan on weaker demand for new cars and 7%".
const CARRIED_TOKENS_MAX: usize = 16;

/// Reads the word of direction before a figure.
///
/// "Fell to" and "down from" introduce a level, and are none. Before a ratio a verb's object may
/// stand between: "cut prices 5%".
pub(super) fn before(t: &Tokens<'_>, figure: usize, floor: usize, ratio: bool) -> Option<Turn> {
    let mut at = figure;
    let mut of = false;
    let mut by = None;
    for _ in 0..=FILLERS_MAX {
        let word = at.checked_sub(1).filter(|word| *word >= floor && t.is_near(at))?;
        if !t.is_word(word) {
            return None;
        }
        let compound = word > floor && t.is_glued(word) && t.mark(word - 1) == '-';
        if compound && !t.is(word, Class::FILLER) {
            return None;
        }
        if of {
            if t.has(word, "average") || t.has(word, "total") {
                of = false;
                at = word;
                continue;
            }
            return of_noun(t, word, floor, ratio, figure);
        }
        if let Some(direction) = verb(t, word) {
            if t.has(word, "up") && word > floor && t.is(word - 1, Class::GIVES) {
                return Some(Turn { direction: Direction::Down, word, edge: word });
            }
            let turn = Turn { direction, word, edge: word };
            return (!is_guarded(t, word, floor)).then_some(turn);
        }
        if t.has(word, "of") {
            of = true;
        } else if t.is(word, Class::BY) {
            by = Some(word);
        } else if !t.is(word, Class::FILLER) && !follows_article(t, word, floor) {
            let found = match by {
                Some(by) => governing(t, by, floor),
                None if ratio && at == figure => governed(t, word, floor),
                None => None,
            };
            return found.map(|(direction, word)| Turn { direction, word, edge: figure });
        }
        // "Year-over-year" is one filler.
        at = if compound { word - 1 } else { word };
    }
    let (direction, word) = governing(t, by?, floor)?;
    Some(Turn { direction, word, edge: figure })
}

/// Returns whether a word stands behind "a" or "an", as in "by an estimated 1.2%".
fn follows_article(t: &Tokens<'_>, word: usize, floor: usize) -> bool {
    let article = word.wrapping_sub(1);
    word > floor && t.is_near(word) && (t.has(article, "a") || t.has(article, "an"))
}

/// Returns whether a verb says what has come out: "was reduced by", and not "will be reduced by".
pub(super) fn is_past(t: &Tokens<'_>, verb: usize) -> bool {
    let past = t.is(verb, Class::PAST) || t.slice(verb).ends_with("ed");
    past && !t.has(verb.wrapping_sub(1), "be")
}

/// Reads the noun before "of": "a decrease of", "a decrease in revenue of".
fn of_noun(t: &Tokens<'_>, word: usize, floor: usize, ratio: bool, figure: usize) -> Option<Turn> {
    let turn = |direction| Turn { direction, word, edge: word };
    // Depreciation in money is a cost.
    match noun(t, word).filter(|_| ratio || !t.has(word, "depreciation")) {
        Some(_) if word > floor && t.has(word - 1, "negative") => Some(turn(Direction::Down)),
        Some(direction) => Some(turn(direction)),
        None if ratio && t.has(word, "loss") => Some(turn(Direction::Down)),
        None => noun_in(t, word + 1, floor).map(|(direction, word)| Turn {
            direction,
            word,
            edge: figure,
        }),
    }
}

fn verb(t: &Tokens<'_>, at: usize) -> Option<Direction> {
    let class = t.class(at);
    if class.is(Class::FALLS) {
        Some(Direction::Down)
    } else {
        class.is(Class::RISES).then_some(Direction::Up)
    }
}

fn noun(t: &Tokens<'_>, at: usize) -> Option<Direction> {
    let class = t.class(at);
    if class.is(Class::FALL) {
        Some(Direction::Down)
    } else {
        class.is(Class::RISE).then_some(Direction::Up)
    }
}

/// Walks back over the words of a clause: a comma, a hyphen or an apostrophe may stand between.
fn words_back<'a>(
    t: &'a Tokens<'_>,
    end: usize,
    floor: usize,
) -> impl Iterator<Item = usize> + use<'a> {
    let inside = move |at: &usize| {
        t.is_near(at + 1)
            && match t.get(*at).kind {
                Kind::Word(_) => true,
                // "Our 12-month target", "the 2025 plan".
                Kind::Number(_) => {
                    t.mark(at + 1) == '-'
                        || matches!(t.number(*at), Some(Ok(number)) if number.is_year())
                }
                Kind::Mark(mark) => matches!(mark, ',' | '-' | '\'' | '\u{2019}' | '&'),
                Kind::Link | Kind::Edge => false,
            }
    };
    let first = floor.max(end.saturating_sub(2 * OBJECT_WORDS_MAX));
    (first..end).rev().take_while(inside).filter(|at| t.is_word(*at))
}

/// Finds the noun of direction before "in" and what it speaks of: "a decrease in revenue of".
fn noun_in(t: &Tokens<'_>, of: usize, floor: usize) -> Option<(Direction, usize)> {
    let mut inside = false;
    for word in words_back(t, of, floor).take(OBJECT_WORDS_MAX) {
        if inside && let Some(direction) = noun(t, word) {
            return Some((direction, word));
        }
        // Another verb between has an object of its own.
        if verb(t, word).is_some() || t.is(word, Class::STOPS) {
            return None;
        }
        inside = t.has(word, "in");
    }
    None
}

/// Returns whether a word of direction is part of another expression: "up" in "made up", "fall" as
/// a season.
fn is_guarded(t: &Tokens<'_>, word: usize, floor: usize) -> bool {
    let Some(before) = word.checked_sub(1).filter(|before| *before >= floor && t.is_near(word))
    else {
        return false;
    };
    let class = t.class(word);
    // "Wrote off", "paid off" and "spun off" are other verbs.
    if t.has(word, "off") {
        return t.is(before, Class::PHRASAL);
    }
    // With an article it is a thing: "this fall", "the lower 5%".
    let thing = class.is(Class::FALL.and(Class::RISE)) || t.has(word, "lower");
    let article = t.has(before, "the") || t.has(before, "this");
    thing && (article || t.has(before, "last") || t.has(before, "next") || t.has(before, "short"))
}

/// Finds the verb whose "by" stands before a figure: "cut its workforce by 10%".
fn governing(t: &Tokens<'_>, by: usize, floor: usize) -> Option<(Direction, usize)> {
    for (passed, word) in words_back(t, by, floor).take(OBJECT_WORDS_MAX).enumerate() {
        if let Some(direction) = verb(t, word) {
            return Some((direction, word));
        }
        // "Driven by", "offset by": the figure belongs to another change.
        let other = t.is(word, Class::STOPS)
            || passed == 0
                && (t.slice(word).ends_with("ed") || t.has(word, "driven") || t.has(word, "led"));
        if other {
            return None;
        }
    }
    None
}

/// Finds the verb whose object ends before a figure: "cut prices 5%", "reduced its headcount 12%".
fn governed(t: &Tokens<'_>, object: usize, floor: usize) -> Option<(Direction, usize)> {
    if t.is(object, Class::JOINT.and(Class::DETERMINER)) {
        return None;
    }
    let mut at = object;
    for _ in 0..GOVERNED_WORDS_MAX {
        let word = at.checked_sub(1).filter(|word| *word >= floor && t.is_near(at))?;
        let class = t.class(word);
        if class.is(Class::REMOVES) {
            return Some((Direction::Down, word));
        }
        if !t.is_word(word) || class.is(Class::JOINT) && !class.is(Class::DETERMINER) {
            return None;
        }
        at = word;
    }
    None
}

/// Reads the word of direction behind a figure: `a 9.6% drop`.
pub(super) fn behind(t: &Tokens<'_>, at: usize, ratio: bool) -> Option<Turn> {
    let mut at = at;
    // A change in money is followed by its noun directly: "$2 billion cost reduction" is a size.
    let between = if ratio { 2 } else { 0 };
    for passed in 0..=between {
        let dashed = t.mark(at) == '-' && t.is_glued(at);
        let word = at + usize::from(dashed);
        let near = if dashed { t.is_glued(word) } else { !t.is_glued(word) && t.is_near(word) };
        if !near || !t.is_word(word) {
            return None;
        }
        if let Some(direction) = noun_behind(t, word, passed, ratio) {
            let turn = Turn { direction, word, edge: word + 1 };
            return (!goes_elsewhere(t, word, ratio)).then_some(turn);
        }
        if t.is(word, Class::JOINT) {
            return None;
        }
        at = word + 1;
        // "Year-over-year" is one word between.
        while matches!(t.mark(at), '-' | '/') && t.is_glued(at) && t.is_word(at + 1) {
            at += 2;
        }
    }
    None
}

/// Returns whether a word behind a figure says nothing of it: a "10% down payment", "3% up-front"
/// and a "2% loss ratio" go nowhere, and in "$5.1bn up 3%" the word belongs to the figure behind.
fn goes_elsewhere(t: &Tokens<'_>, word: usize, ratio: bool) -> bool {
    if !(t.has(word, "down") || t.has(word, "up") || t.has(word, "loss")) {
        return false;
    }
    let next = word + 1;
    if t.mark(next) == '-' && t.is_glued(next) {
        return true;
    }
    let other = ["payment", "to", "ratio", "rate"].iter().any(|other| t.has(next, other));
    let leads_on = t.is_beside(next)
        && (t.is_number(next)
            || t.mark(next) == '~'
            || coin::is_sign(t.mark(next))
            || t.has(next, "by")
            || t.is(next, Class::HEDGE) && !t.is(next, Class::COMPARES));
    t.is_beside(next) && other || leads_on || !ratio && t.has(next, "from")
}

fn noun_behind(t: &Tokens<'_>, at: usize, passed: usize, ratio: bool) -> Option<Direction> {
    let class = t.class(at);
    if class.is(Class::SIDEWAYS) && passed == 0 || class.is(Class::TOWARD) {
        return verb(t, at);
    }
    // A loss in money has a size; one in per cent is a fall.
    if passed == 0 && ratio && (t.has(at, "loss") || t.has(at, "losses")) {
        return Some(Direction::Down);
    }
    if !ratio && t.has(at, "depreciation") {
        return None;
    }
    noun(t, at)
}

/// Returns whether the direction of one figure carries over the tokens between it and the next:
/// they join the two within one clause that says nothing new of the direction. `gap` is whether
/// the verb of the first may be left out before the second, which may then be a level or not.
pub(super) fn carries(t: &Tokens<'_>, first: usize, end: usize, gap: Option<Gapped>) -> bool {
    let Some(last) = end.checked_sub(1).filter(|last| *last >= first) else {
        return false;
    };
    let and = t.has(last, "and");
    // "Reducing dilution by 6% and interest cost by 17%", "by 12% in the quarter and by 8%".
    let by = t.is(last, Class::BY) && (t.has(first, "and") || t.has(last.wrapping_sub(1), "and"));
    (and || by || gap.is_some_and(|gap| is_gapped(t, first, end, gap)))
        && end - first <= CARRIED_TOKENS_MAX
        && (first..=end).all(|at| t.is_near(at))
        && (first..end).all(|at| carries_over(t, at, end))
}

/// What a second figure can be whose verb is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gapped {
    /// A change, since points are of one.
    Change,
    /// A change, or the level of a margin.
    ChangeOrLevel,
}

/// The most words of what a second figure is of, where its verb is left out.
const GAPPED_WORDS_MAX: usize = 4;

/// Returns whether the verb of the first figure is left out before the second: "decreased 3.1% and
/// price 1.2%". A margin behind it is a level.
fn is_gapped(t: &Tokens<'_>, first: usize, end: usize, gap: Gapped) -> bool {
    let level = gap == Gapped::ChangeOrLevel;
    let words = first + 1..end;
    t.has(first, "and")
        && (1..=GAPPED_WORDS_MAX).contains(&words.len())
        && words.into_iter().all(|at| {
            let other = t.is(at, Class::JOINT) || level && t.is(at, Class::LEVEL);
            t.is_word(at) && !other && noun(t, at).is_none()
        })
}

fn carries_over(t: &Tokens<'_>, at: usize, end: usize) -> bool {
    match t.get(at).kind {
        Kind::Mark(mark) => {
            !matches!(mark, '.' | ';' | ':' | '!' | '?' | '(' | ')' | '\u{2014}' | '|')
        }
        Kind::Word(_) => {
            if t.has(at, "from") {
                // "From a year ago" says when, and "and from 5%" a level.
                return at + 1 < end;
            }
            verb(t, at).is_none() && !t.is(at, Class::STOPS)
        }
        Kind::Number(_) | Kind::Link | Kind::Edge => false,
    }
}

/// Reads the tokens between a change that is no figure, as one in points, and the figure that
/// states it again: `fell 44.11, or 0.2%`, `a 50-point drop (0.1%)`. `down` is the change's own
/// direction, `bracket` whether the figure stands in parentheses.
///
/// Returns whether the change was a fall; nothing where the words say something else.
pub(super) fn restated(
    t: &Tokens<'_>,
    first: usize,
    end: usize,
    down: bool,
    bracket: bool,
) -> Option<bool> {
    let last = end.checked_sub(1).filter(|last| *last >= first);
    let or = last.is_some_and(|last| t.has(last, "or"));
    let end = if or { end - 1 } else { end };
    (or || bracket).then_some(())?;
    let mut fell = down;
    for at in first..end {
        match t.get(at).kind {
            Kind::Mark('-' | ',' | '(') => {}
            Kind::Word(_) if t.is(at, Class::POINT) => {}
            Kind::Word(_) => fell = noun_behind(t, at, 0, false)? == Direction::Down,
            _ => return None,
        }
    }
    Some(fell)
}

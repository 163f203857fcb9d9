//! Parentheses: whether those around a number negate it, or state last year's.

use crate::stated::{
    coin::{self, Coin},
    lexicon::Class,
    mark::Mark,
    mode::Mode,
    part::Part,
    sign::Paren,
    token::{Gap, Kind, Tokens},
};

/// Returns whether the sign of a number or the parentheses around it make it negative.
pub(super) fn is_negative(t: &Tokens<'_>, part: &Part, floor: usize, mode: Mode) -> bool {
    let negates =
        part.is_negative(mode == Mode::Figure) || part.is_negative(true) && is_loss(t, part, floor);
    let explains = || restates_word(t, part.first, floor) || is_aside(t, part, floor);
    negates && !(part.paren.is_some() && explains())
}

/// The words before a parenthesis, over an introducing one, among which a loss is looked for.
const LOSS_WORDS_MAX: usize = 5;

/// Returns whether the parentheses around a whole figure negate it.
fn is_loss(t: &Tokens<'_>, part: &Part, floor: usize) -> bool {
    let open = part.first;
    let beside = t.is_beside(part.end);
    let opens = beside && t.mark(part.end) == '(';
    // Another number behind it makes it a cell of a table.
    let cell = opens || beside && (t.is_number(part.end) || matches!(t.mark(part.end), '|' | '$'));
    if open == floor && floor > 0 && t.is_beside(open) {
        // Behind a figure they convert or explain it, unless that is a cell of a table too.
        let row = part.is_bare() || coin::is_sign(t.mark(part.end));
        return t.mark(open - 1) == ')' || opens || cell && row || is_row(t, open);
    }
    if cell {
        return true;
    }
    if t.gap(open) >= Gap::Line {
        return t.gap(part.end) >= Gap::Line;
    }
    let before = open.wrapping_sub(1);
    if matches!(t.mark(before), '|' | ':' | '$' | ';') || t.gap(open) == Gap::Wide {
        return true;
    }
    // "($0.42) vs. ($0.55)".
    let dot = usize::from(t.mark(before) == '.' && t.is_glued(before));
    if t.is(before.wrapping_sub(dot), Class::INTRODUCES) {
        return true;
    }
    let first = floor.max(open.saturating_sub(2 * LOSS_WORDS_MAX));
    let clause = (first..open).rev().take_while(|at| !t.ends_sentence(*at));
    clause.filter(|at| t.is_word(*at)).take(LOSS_WORDS_MAX + 1).any(|at| t.is(at, Class::LOSS))
}

/// Returns whether two plain numbers stand side by side before a position, as cells of a row do:
/// `26,350 27,590 (4.5%)`.
fn is_row(t: &Tokens<'_>, open: usize) -> bool {
    let (last, first) = (open.wrapping_sub(1), open.wrapping_sub(2));
    t.is_number(last) && t.is_number(first) && t.is_beside(last) && !t.is_glued(last)
}

/// Returns whether a number in parentheses is that of the year before: `16.1 (14.1) billion`.
fn is_aside(t: &Tokens<'_>, part: &Part, floor: usize) -> bool {
    floor > 0
        && part.first == floor
        && t.gap(floor) == Gap::Space
        && part.is_aside()
        && t.is_number(floor - 1)
        && (part.scale.is_some()
            || part.is_ratio() && t.is(floor.wrapping_sub(2), Class::INTRODUCES))
}

/// Returns whether a number in parentheses says again what a word said: "five (5) days".
fn restates_word(t: &Tokens<'_>, at: usize, floor: usize) -> bool {
    at > floor && t.is_beside(at) && t.is(at - 1, Class::NUMBER)
}

/// Returns the unit of the figure before for the plain number of the year before in parentheses, as
/// Nordic and German reports print it: `5,318 MSEK (4,902)`, `SEK 88.1m (-3.4)`.
pub(super) fn comparative(t: &Tokens<'_>, part: &Part, last: &Part) -> Option<Part> {
    let plain = part.paren == Some(Paren::Around)
        && part.is_bare()
        && part.first == last.end
        && last.paren.is_none()
        && t.gap(part.first) == Gap::Space;
    // A small whole number may be that of a footnote, unless it has a sign or a scale before it.
    let (now, then) = (&last.numeral, &part.numeral);
    let amounts = last.scale.is_some() && (then.whole_digits > 1 || part.sign.is_some());
    let alike = now.places == then.places
        && (then.places > 0 || then.grouped && now.grouped || amounts && !then.is_year());
    let named = match (last.coin, last.mark) {
        // A bare dollar sign is of a land whose reports negate by parentheses.
        (Some(coin), _) => coin != Coin::Default,
        (None, Some(mark)) => matches!(mark, Mark::Major(_) | Mark::Minor(_) | Mark::Percent),
        (None, None) => false,
    };
    // Another number or parenthesis behind it makes it a cell of a table.
    let ends = match t.get(part.end).kind {
        Kind::Number(_) => false,
        Kind::Mark(mark) => !matches!(mark, '(' | '|' | '$'),
        _ => true,
    };
    (plain && alike && named && (ends || !t.is_beside(part.end))).then_some(Part {
        coin: last.coin,
        scale: last.scale,
        mark: last.mark,
        ..*part
    })
}

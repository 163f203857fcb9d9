//! What the words around a number in prose decide: whether it is a figure of a company.

use crate::stated::{
    bound::Bound,
    lexicon::Class,
    mark::Mark,
    mode::Mode,
    name::{follows_name, follows_reference},
    part::Part,
    reading::Reading,
    sign::Paren,
    token::{Kind, Tokens},
    unit::Unit,
};

/// How many tokens before a plain number, and behind it, its sentence is read for the name of an
/// index.
const SENTENCE_TOKENS_MAX: (usize, usize) = (32, 16);

/// The most words from what has lines to their number: "a film that streams in 1080p".
const LINES_WORDS_MAX: usize = 3;

/// Points of a percentage are fewer; those of an index are not.
const POINTS_MAX: u128 = 100;

/// Returns whether a number states nothing, whatever stands further off: a whole number whose
/// phrase ends behind it, and that no currency, sign or word of direction stands before. Years and
/// days of dates are most of them, and need not be read to be passed.
pub(super) fn states_nothing(t: &Tokens<'_>, number: usize, floor: usize) -> bool {
    const SPEAKING: Class = Class::CODE
        .and(Class::BEFORE)
        .and(Class::MINOR_BEFORE)
        .and(Class::LETTER)
        .and(Class::CENT)
        .and(Class::FALLS)
        .and(Class::RISES)
        .and(Class::FILLER)
        .and(Class::BY);
    let Some(Ok(numeral)) = t.number(number) else {
        return false;
    };
    let plain = numeral.places == 0 && !numeral.grouped && !numeral.bare_fraction;
    let ends = match t.get(number + 1).kind {
        Kind::Mark('.' | ';' | ':') => true,
        Kind::Mark(',') => t.is_number(number + 2),
        _ => false,
    };
    let before = number.wrapping_sub(1);
    let silent = match t.get(before).kind {
        Kind::Mark(mark) => mark == ',',
        _ => t.is(before, Class::MONTH.and(Class::JOINT)) && !t.is(before, SPEAKING),
    };
    plain && ends && number > floor && silent && !t.has(before, "of")
}

/// Returns whether a reading in prose is a figure of a company.
pub(super) fn is_figure(t: &Tokens<'_>, floor: usize, reading: &Reading, unit: Unit) -> bool {
    let first = &reading.first;
    let last = reading.pair.as_ref().map_or(first, |pair| &pair.second);
    let marked = reading.pair.as_ref().map_or(first, |pair| &pair.first);
    if !stands_free(t, first) || !ends_free(t, last) {
        return false;
    }
    match unit {
        Unit::Money(_) => is_money(t, marked, last, floor),
        Unit::Ratio => is_ratio(t, marked),
        Unit::Multiple => is_multiple(t, last),
        Unit::Days => !is_adjective(t, last) && !is_rate(t, last.end),
        Unit::Count if last.scale.is_some() || first.scale.is_some() => {
            is_scaled_count(t, reading, last, floor)
        }
        Unit::Count => is_plain_count(t, floor, reading, last),
    }
}

/// Returns whether the number is no part of a name, a time, a date or a reference before it.
fn stands_free(t: &Tokens<'_>, part: &Part) -> bool {
    if !t.is_glued(part.first) {
        return true;
    }
    let before = part.first.wrapping_sub(1);
    let earlier = before.wrapping_sub(1);
    let joined = t.is_glued(before);
    let digit = joined && t.is_number(earlier);
    let glued = joined && (digit || t.is_word(earlier));
    match t.get(before).kind {
        Kind::Mark('#') => !part.is_bare(),
        Kind::Mark('_') => !glued,
        // 11:58, 10/24, 2025-10-24: the digits before are no figure, or they would be passed.
        Kind::Mark(':') => !digit,
        Kind::Mark('/') => part.coin.is_some() || !(digit || glued && part.is_bare()),
        Kind::Mark('.') => {
            let abbreviates = ["c", "ca", "approx"].iter().any(|known| t.has(earlier, known));
            !glued || part.coin.is_some() || abbreviates
        }
        Kind::Mark('-' | '\u{2010}' | '\u{2011}' | '\u{2013}') => {
            let hedged = t.is(earlier, Class::PREFIX);
            let percent = part.mark == Some(Mark::Percent) && !digit;
            !glued || part.coin.is_some() || percent || part.mark.is_some() && hedged
        }
        Kind::Word(_) => {
            part.coin.is_some() && part.first < part.at
                || t.is_exactly(before, "c") && !part.is_bare()
        }
        Kind::Number(_) => part.coin.is_some() && part.first < part.at,
        Kind::Link => false,
        Kind::Mark(_) | Kind::Edge => true,
    }
}

/// Returns whether no letter or digit is glued behind the number and its unit.
fn ends_free(t: &Tokens<'_>, part: &Part) -> bool {
    if part.end != part.at + 1 || !t.is_glued(part.end) {
        return true;
    }
    match t.get(part.end).kind {
        Kind::Word(_) => {
            let plural = t.is_exactly(part.end, "s");
            let weighed = t.is(part.end, Class::MEASURE)
                || part.numeral.grouped && matches!(t.slice(part.end), "oz" | "t" | "ha");
            part.coin.is_some() && !plural || weighed
        }
        Kind::Mark(':') => !(t.is_number(part.end + 1) && t.is_glued(part.end + 1)),
        _ => true,
    }
}

fn is_money(t: &Tokens<'_>, first: &Part, last: &Part, floor: usize) -> bool {
    let letters = first.at.wrapping_sub(1);
    let worded = first.coin.is_some() && first.first < first.at && t.is_word(letters);
    if worded && first.scale.is_none() {
        let letter = t.slice(letters).len() == 1;
        if first.numeral.is_year() || letter && !first.numeral.grouped {
            return false;
        }
    }
    // A header's "$000" is a scale.
    if last.numeral.mantissa == 0 && last.numeral.whole_digits > 1 {
        return false;
    }
    match (last.mark, t.slice(last.end.wrapping_sub(1))) {
        (Some(Mark::Minor(_)), "p") => last.numeral.places > 0 || !is_lines(t, last),
        (Some(Mark::DefaultMinor), "c") => {
            let fine = last.numeral.places > 0 || !follows_name(t, first.first, floor);
            last.numeral.whole_digits <= 3 && fine
        }
        _ => true,
    }
}

/// Returns whether a number of `p` counts the lines of a video: a 1080p stream, a stream in 1080p.
fn is_lines(t: &Tokens<'_>, part: &Part) -> bool {
    let before = (part.first.saturating_sub(LINES_WORDS_MAX)..part.first).rev();
    let same = |at: &usize| !t.ends_sentence(*at);
    before.take_while(same).any(|at| t.is(at, Class::MEASURED)) || t.is(part.end, Class::MEASURED)
}

/// Returns whether a ratio is none of an index's points.
fn is_ratio(t: &Tokens<'_>, part: &Part) -> bool {
    if part.mark != Some(Mark::Point) {
        return true;
    }
    let numeral = &part.numeral;
    let fits =
        !numeral.grouped && numeral.mantissa < POINTS_MAX * 10_u128.pow(u32::from(numeral.places));
    let word = part.end - 1;
    let bare = word <= part.at + 2 && (t.has(word, "points") || t.has(word, "point"));
    fits && !(bare && is_of_index(t, part))
}

/// Returns whether points without "percentage" are an index's: its sentence names one, or states
/// them again in per cent.
fn is_of_index(t: &Tokens<'_>, part: &Part) -> bool {
    let next = part.end + usize::from(t.mark(part.end) == ',');
    let restated = t.has(next, "or") || t.mark(part.end) == '(';
    restated || speaks_of_index(t, part.first, part.end)
}

fn is_multiple(t: &Tokens<'_>, part: &Part) -> bool {
    let unit = part.end.wrapping_sub(1);
    // A newspaper's "Times", and a name that a number and an "x" begin.
    let times = t.is_exactly(unit, "Times");
    // "3 777X" are aircraft.
    let counted = t.is_exactly(unit, "X") && t.is_number(part.first.wrapping_sub(1));
    !times && !counted && !is_named(t, part) && !is_rate(t, part.end)
}

/// Returns whether a number, an "x" and a capitalised word are a name: no word that says where or
/// how much stands before, and the word is no abbreviation in capitals.
fn is_named(t: &Tokens<'_>, part: &Part) -> bool {
    let word = t.slice(part.end);
    let title = t.initial(part.end).is_uppercase() && word.chars().any(char::is_lowercase);
    let joined = part.first > 0 && t.is(part.first - 1, Class::JOINT.and(Class::HEDGE));
    t.is_glued(part.at + 1)
        && part.numeral.places == 0
        && t.is_beside(part.end)
        && title
        && t.class(part.end) == Class::NONE
        && !joined
}

/// Returns whether days make an adjective: a 200-day average, a 90 day notice.
fn is_adjective(t: &Tokens<'_>, part: &Part) -> bool {
    let singular = t.has(part.end.wrapping_sub(1), "day");
    part.hyphen || singular && part.numeral.mantissa != 1
}

/// Returns whether "a week" or the like follows: how often something happens.
fn is_rate(t: &Tokens<'_>, end: usize) -> bool {
    let each = matches!(t.slice(end), "a" | "per" | "each" | "every") && t.is_near(end);
    each && (t.is(end + 1, Class::WHEN) || t.has(end + 1, "day"))
}

/// Quarters of a year as months: `9M` is nine months where it counts nothing.
const PERIOD_MONTHS: [u128; 4] = [3, 6, 9, 12];

/// Forms, plans and screens that are a number of thousands by name: 4K, 5K, 8-K, 10-K, 401(k).
const NAMED_THOUSANDS: [u128; 5] = [4, 5, 8, 10, 401];

/// Returns whether a number with a scale and no unit counts something: not a company's name, a
/// screen or a plan.
fn is_scaled_count(t: &Tokens<'_>, reading: &Reading, part: &Part, floor: usize) -> bool {
    let noun = t.class(word_behind(t, part.end));
    let span =
        t.has(word_behind(t, part.end), "hours") || t.has(word_behind(t, part.end), "minutes");
    if noun.is(Class::UNCOUNTED) && !span {
        return false;
    }
    // A 4K screen.
    let thousands = matches!(t.slice(part.at + 1), "K" | "k");
    if thousands && part.numeral.places == 0 && noun.is(Class::MEASURED) {
        return false;
    }
    if part.numeral.places > 0 || reading.pair.is_some() || reading.counted {
        return true;
    }
    let named = follows_name(t, reading.first.first, floor);
    match t.slice(part.at + 1) {
        "M" | "m" if PERIOD_MONTHS.contains(&part.numeral.mantissa) => is_hedged(reading),
        "K" | "k" => !NAMED_THOUSANDS.contains(&part.numeral.mantissa) && !named,
        "M" | "B" => !named,
        "m" => !noun.is(Class::LENGTH),
        _ => true,
    }
}

/// Returns whether a plain number counts something.
fn is_plain_count(t: &Tokens<'_>, floor: usize, reading: &Reading, part: &Part) -> bool {
    let first = &reading.first;
    let numeral = &part.numeral;
    if numeral.bare_fraction || first.is_year(Mode::Prose) && !is_hedged(reading) {
        return false;
    }
    if !reading.counted && t.is(word_behind(t, reading.end), Class::UNCOUNTED) {
        return false;
    }
    let named = if numeral.grouped {
        follows_reference(t, first.first, floor)
    } else {
        follows_name(t, first.first, floor)
    };
    let free = is_hedged(reading) || !named;
    if reading.counted {
        if is_capacity(t, first, reading.end) {
            return false;
        }
        let divisible = t.is(reading.end.wrapping_sub(1), Class::DIVISIBLE);
        if numeral.places == 0 || divisible {
            return free && first.paren.is_none() && !is_odds(t, first.first);
        }
    }
    if is_hedged(reading) && reading.hedged_behind {
        return free && numeral.places == 0;
    }
    numeral.grouped
        && numeral.places == 0
        && free
        && first.paren != Some(Paren::Accounting)
        && !speaks_of_index(t, first.first, part.end)
}

/// Returns whether a number and its measure are an adjective: "a 1.2 GW data center".
fn is_capacity(t: &Tokens<'_>, part: &Part, end: usize) -> bool {
    let article = part.first.wrapping_sub(1);
    let one = t.has(article, "a") || t.has(article, "an");
    let noun = t.is_word(end) && t.is_beside(end) && !t.is(end, Class::JOINT);
    one && noun && t.is(end.wrapping_sub(1), Class::MEASURE)
}

fn is_hedged(reading: &Reading) -> bool {
    reading.bound != Bound::Stated
}

/// Returns the token behind a position, over a hyphen.
fn word_behind(t: &Tokens<'_>, at: usize) -> usize {
    at + usize::from(t.mark(at) == '-')
}

/// Returns whether a number is the second of odds: one in 5, four out of 5.
fn is_odds(t: &Tokens<'_>, at: usize) -> bool {
    let word = at.wrapping_sub(1);
    let before = at.wrapping_sub(2);
    match t.slice(word) {
        "in" => t.is_number(before) || t.is(before, Class::NUMBER),
        "of" => t.is_exactly(before, "out"),
        _ => false,
    }
}

/// Returns whether a word counts points of an index, and none of a percentage.
fn is_points(t: &Tokens<'_>, at: usize) -> bool {
    let whole = matches!(t.number(at.wrapping_sub(1)), Some(Ok(number)) if number.places != 1);
    let hyphen = t.mark(at.wrapping_sub(1)) == '-';
    t.is(at, Class::POINT) && (whole || hyphen && t.is_number(at.wrapping_sub(2)))
}

/// Returns whether the sentence around a plain number names an index.
fn speaks_of_index(t: &Tokens<'_>, first: usize, end: usize) -> bool {
    let same = |at: &usize| !t.ends_sentence(*at);
    let (most_before, most_behind) = SENTENCE_TOKENS_MAX;
    let before = (first.saturating_sub(most_before)..first).rev().take_while(same);
    let after = (end..end + most_behind).take_while(same);
    before.chain(after).any(|at| t.is(at, Class::INDEX) || is_points(t, at))
}

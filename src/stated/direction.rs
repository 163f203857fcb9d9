//! Words of direction: which way a change went.

use crate::stated::{
    coin,
    joint::is_joint,
    text::{Lower, Text},
};

/// Which way a change went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

/// The most words between a verb of direction and its figure: "fell by a further".
const FILLERS_MAX: usize = 4;

/// The most words between a verb of direction and its "by": "cut its global workforce by".
const BY_WORDS_MAX: usize = 8;

/// Reads the word of direction that ends before `at`, and returns it with its start.
///
/// "Fell to" and "down from" introduce a level, and are none. Before a ratio a verb's object may
/// stand between: "cut prices 5%".
pub fn before(
    text: Text<'_>,
    figure: usize,
    floor: usize,
    ratio: bool,
) -> Option<(Direction, usize)> {
    let mut at = figure;
    let mut of = false;
    let mut by = None;
    for _ in 0..=FILLERS_MAX {
        let (word, start) = text.previous_word(at, floor);
        if word.is_empty() {
            return None;
        }
        let lower = Lower::new(word);
        let lower = lower.as_bytes();
        if text.byte_before(start) == b'-' && start > floor && !is_year_on_year(lower) {
            return None;
        }
        if of && matches!(lower, b"average" | b"total") {
            of = false;
            at = start;
            continue;
        }
        if of {
            return match noun(lower).filter(|_| ratio || lower != b"depreciation") {
                Some(Direction::Up) if is_negative(text, start, floor) => {
                    Some((Direction::Down, start))
                }
                Some(direction) => Some((direction, start)),
                None if ratio && lower == b"loss" => Some((Direction::Down, start)),
                None => noun_in(text, start, floor).map(|direction| (direction, figure)),
            };
        }
        if let Some(direction) = verb(lower) {
            if lower == b"up" && is_given_up(text, start, floor) {
                return Some((Direction::Down, start));
            }
            return (!is_guarded(text, start, floor, lower)).then_some((direction, start));
        }
        match lower {
            b"of" => of = true,
            b"by" => by = Some(start),
            b"a" | b"an" | b"another" | b"further" | b"additional" | b"extra" | b"whopping"
            | b"staggering" | b"just" | b"only" | b"sharply" | b"slightly" | b"modestly"
            | b"sequentially" | b"annually" | b"organically" | b"significantly" | b"mere"
            | b"even" | b"modest" | b"sharp" | b"steep" | b"total" | b"combined" => {}
            b"year" | b"over" | b"on" | b"yoy" | b"quarter" => {}
            _ => {
                let direction = match by {
                    Some(by) => governing(text, by, floor),
                    None if ratio && at == figure => governed(text, start, floor),
                    None => None,
                };
                return direction.map(|direction| (direction, figure));
            }
        }
        at = start;
        // "Year-over-year" is one filler.
        if text.byte_before(at) == b'-' {
            at -= 1;
        }
    }
    by.and_then(|by| governing(text, by, floor)).map(|direction| (direction, figure))
}

/// Returns whether "up" at a position is that of "gave up".
fn is_given_up(text: Text<'_>, up: usize, floor: usize) -> bool {
    matches!(text.previous_word(up, floor).0, b"gave" | b"give" | b"gives" | b"giving" | b"given")
}

/// Returns whether "negative" stands before a noun: negative growth of 2%.
fn is_negative(text: Text<'_>, noun: usize, floor: usize) -> bool {
    text.previous_word(noun, floor).0.eq_ignore_ascii_case(b"negative")
}

/// Finds the noun of direction before "in" and what it speaks of: "a decrease in revenue of".
fn noun_in(text: Text<'_>, of: usize, floor: usize) -> Option<Direction> {
    let mut at = of;
    let mut inside = false;
    for _ in 0..BY_WORDS_MAX {
        let (word, start) = text.previous_word(at, floor);
        if word.is_empty() {
            return None;
        }
        at = start;
        if inside {
            return noun(Lower::new(word).as_bytes());
        }
        inside = word == b"in";
    }
    None
}

fn is_year_on_year(lower: &[u8]) -> bool {
    matches!(lower, b"year" | b"over" | b"on" | b"quarter")
}

/// Returns whether a verb takes what it removes as its object: "cut 1,200 jobs" counts jobs.
pub fn removes(verb: &[u8]) -> bool {
    matches!(
        Lower::new(verb).as_bytes(),
        b"cut"
            | b"cuts"
            | b"cutting"
            | b"shed"
            | b"sheds"
            | b"shedding"
            | b"slashed"
            | b"slashes"
            | b"slashing"
            | b"trimmed"
            | b"trims"
            | b"trimming"
            | b"reduced"
            | b"reduces"
            | b"reduce"
            | b"reducing"
            | b"reduction"
            | b"reductions"
    )
}

/// Returns whether a word of direction is part of another expression: "up" in "made up", "fall" as
/// a season.
fn is_guarded(text: Text<'_>, start: usize, floor: usize, lower: &[u8]) -> bool {
    let previous = Lower::new(text.previous_word(start, floor).0);
    match lower {
        b"lower" => previous.as_bytes() == b"the",
        // "Wrote off", "paid off" and "spun off" are other verbs.
        b"off" => matches!(
            previous.as_bytes(),
            b"wrote"
                | b"write"
                | b"writes"
                | b"writing"
                | b"written"
                | b"paid"
                | b"pay"
                | b"pays"
                | b"paying"
                | b"spun"
                | b"spin"
                | b"spins"
                | b"spinning"
                | b"sold"
                | b"sell"
                | b"selling"
                | b"sells"
                | b"laid"
                | b"lay"
                | b"lays"
                | b"laying"
                | b"kicked"
                | b"took"
                | b"take"
                | b"takes"
                | b"taking"
                | b"taken"
                | b"set"
                | b"put"
                | b"carved"
                | b"carve"
                | b"split"
                | b"hived"
                | b"broke"
                | b"charged"
                | b"cast"
                | b"based"
                | b"fend"
                | b"fended"
                | b"hold"
                | b"held"
                | b"show"
                | b"showed"
                | b"sign"
                | b"signed"
                | b"trade"
                | b"one"
                | b"day"
                | b"time"
        ),
        b"fall" | b"falls" | b"drop" | b"cut" | b"cuts" => {
            matches!(previous.as_bytes(), b"the" | b"this" | b"last" | b"next" | b"short")
        }
        _ => false,
    }
}

/// Finds the verb whose "by" stands before a figure: "cut its workforce by 10%".
fn governing(text: Text<'_>, by: usize, floor: usize) -> Option<Direction> {
    let mut at = by;
    for passed in 0..BY_WORDS_MAX {
        let end = compound_before(text, at, floor);
        let word = text.word_before(end, floor);
        if word.is_empty() {
            return None;
        }
        let start = end - word.len();
        let lower = Lower::new(word);
        let lower = lower.as_bytes();
        if let Some(direction) = verb(lower) {
            return Some(direction);
        }
        // "Driven by", "offset by": the figure belongs to another change.
        if passed == 0 && (lower.ends_with(b"ed") || matches!(lower, b"driven" | b"led")) {
            return None;
        }
        at = start;
    }
    None
}

/// Returns where the word before `at` ends: over spaces, or the hyphen or apostrophe that makes one
/// word of two.
fn compound_before(text: Text<'_>, at: usize, floor: usize) -> usize {
    let end = text.skip_spaces_before(at, floor);
    match text.char_before(end, floor) {
        Some(c @ ('-' | '\'' | '\u{2019}')) => end - c.len_utf8(),
        _ => end,
    }
}

/// Finds the verb whose object ends before a figure: "cut prices 5%", "reduced its headcount 12%".
fn governed(text: Text<'_>, object: usize, floor: usize) -> Option<Direction> {
    const OBJECT_WORDS_MAX: usize = 3;
    let noun = Lower::new(text.word(object));
    if is_joint(noun.as_bytes()) || is_determiner(noun.as_bytes()) {
        return None;
    }
    let mut at = object;
    for _ in 0..OBJECT_WORDS_MAX {
        let (word, start) = text.previous_word(at, floor);
        if removes(word) {
            return Some(Direction::Down);
        }
        let lower = Lower::new(word);
        if word.is_empty() || is_joint(lower.as_bytes()) && !is_determiner(lower.as_bytes()) {
            return None;
        }
        at = start;
    }
    None
}

/// Returns whether a word introduces a noun: before a figure it makes that an object itself.
fn is_determiner(lower: &[u8]) -> bool {
    matches!(lower, b"its" | b"their" | b"his" | b"our" | b"the" | b"this" | b"that" | b"a" | b"an")
}

/// Reads the word of direction behind a figure, and returns it with its end: `a 9.6% drop`.
pub fn behind(text: Text<'_>, at: usize, ratio: bool) -> Option<(Direction, usize)> {
    let mut at = at;
    // A change in money is followed by its noun directly: "$2 billion cost reduction" is a size.
    let between = if ratio { 2 } else { 0 };
    for passed in 0..=between {
        let dashed = text.byte(at) == b'-';
        let next = if dashed { at + 1 } else { text.skip_spaces(at) };
        if next == at {
            return None;
        }
        let word = text.word(next);
        let end = next + word.len();
        let lower = Lower::new(word);
        let lower = lower.as_bytes();
        if let Some(direction) = noun_behind(lower, passed, ratio) {
            // A "10% down payment", "3% up-front" and a "2% loss ratio" go nowhere.
            let at = text.skip_blanks(end);
            let next = Lower::new(text.word(at));
            // "$5.1bn up 3%": the word belongs to the figure behind it.
            let ahead = leads_on(text, at, next.as_bytes()) || !ratio && next.as_bytes() == b"from";
            let other = matches!(lower, b"down" | b"up" | b"loss")
                && (text.byte(end) == b'-'
                    || ahead
                    || matches!(next.as_bytes(), b"payment" | b"to" | b"ratio" | b"rate"));
            return (!other).then_some((direction, end));
        }
        if word.is_empty() || is_joint(lower) {
            return None;
        }
        at = end;
        // "Year-over-year" is one word between.
        while text.byte(at) == b'-' || text.byte(at) == b'/' {
            at += 1 + text.word(at + 1).len();
        }
    }
    None
}

/// Returns whether a figure stands at a position, with a hedge before it or none.
fn leads_on(text: Text<'_>, at: usize, word: &[u8]) -> bool {
    matches!(text.byte(at), b'0'..=b'9' | b'~')
        || text.char_at(at).is_some_and(coin::is_sign)
        || matches!(
            word,
            b"about" | b"around" | b"roughly" | b"approximately" | b"nearly" | b"almost"
        )
        || word == b"by"
}

fn noun_behind(lower: &[u8], passed: usize, ratio: bool) -> Option<Direction> {
    match lower {
        b"lower" | b"down" | b"weaker" if passed == 0 => Some(Direction::Down),
        b"higher" | b"up" | b"stronger" if passed == 0 => Some(Direction::Up),
        // A loss in money has a size; one in per cent is a fall.
        b"loss" | b"losses" if passed == 0 && ratio => Some(Direction::Down),
        b"depreciation" if !ratio => None,
        _ => noun(lower),
    }
}

fn noun(lower: &[u8]) -> Option<Direction> {
    match lower {
        b"decline" | b"declines" | b"drop" | b"drops" | b"decrease" | b"decreases" | b"fall"
        | b"falls" | b"reduction" | b"reductions" | b"slide" | b"slump" | b"plunge" | b"dip"
        | b"contraction" | b"tumble" | b"pullback" | b"selloff" | b"cut" | b"cuts" | b"slip"
        | b"retreat" | b"downturn" | b"depreciation" | b"erosion" => Some(Direction::Down),
        b"rise" | b"rises" | b"gain" | b"gains" | b"increase" | b"increases" | b"jump"
        | b"surge" | b"growth" | b"climb" | b"advance" | b"rally" | b"uptick" | b"hike"
        | b"improvement" | b"expansion" | b"leap" | b"boost" => Some(Direction::Up),
        _ => None,
    }
}

fn verb(lower: &[u8]) -> Option<Direction> {
    match lower {
        b"sink" | b"slip" | b"dip" | b"plunge" | b"tumble" | b"slump" | b"lose" | b"ease"
        | b"weaken" | b"contract" | b"retreat" | b"plummet" | b"crash" | b"trim" | b"slash"
        | b"shaved" | b"weakens" | b"retreats" | b"weakening" | b"down" | b"fell" | b"fall"
        | b"falls" | b"falling" | b"fallen" | b"dropped" | b"drop" | b"drops" | b"dropping"
        | b"declined" | b"decline" | b"declines" | b"declining" | b"decreased" | b"decrease"
        | b"decreases" | b"decreasing" | b"slid" | b"slide" | b"slides" | b"sliding"
        | b"slipped" | b"slips" | b"slipping" | b"sank" | b"sinks" | b"sinking" | b"sunk"
        | b"plunged" | b"plunges" | b"plunging" | b"tumbled" | b"tumbles" | b"tumbling"
        | b"slumped" | b"slumps" | b"slumping" | b"dipped" | b"dips" | b"dipping" | b"lost"
        | b"loses" | b"losing" | b"shed" | b"sheds" | b"shedding" | b"shrank" | b"shrunk"
        | b"shrinks" | b"shrinking" | b"shrink" | b"contracted" | b"contracting" | b"contracts"
        | b"retreated" | b"eased" | b"eases" | b"easing" | b"reduced" | b"reduces" | b"reduce"
        | b"reducing" | b"cut" | b"cuts" | b"cutting" | b"lowered" | b"lowers" | b"lowering"
        | b"trimmed" | b"trims" | b"trimming" | b"slashed" | b"slashes" | b"slashing"
        | b"pared" | b"lower" | b"weakened" | b"depreciated" | b"crashed" | b"cratered"
        | b"sagged" | b"skidded" | b"softened" | b"compressed" | b"off" | b"minus"
        | b"negative" | b"plummeted" | b"plummets" | b"plummeting" | b"tanked" | b"collapsed"
        | b"nosedived" | b"deteriorated" | b"receded" | b"subtracted" | b"downward"
        | b"downwards" => Some(Direction::Down),
        b"jump" | b"surge" | b"soar" | b"climb" | b"add" | b"advance" | b"up" | b"rose"
        | b"rise" | b"rises" | b"rising" | b"risen" | b"gained" | b"gain" | b"gains"
        | b"gaining" | b"climbed" | b"climbs" | b"climbing" | b"jumped" | b"jumps" | b"jumping"
        | b"surged" | b"surges" | b"surging" | b"soared" | b"soars" | b"soaring" | b"increased"
        | b"increases" | b"increasing" | b"increase" | b"grew" | b"grow" | b"grows"
        | b"growing" | b"grown" | b"advanced" | b"advances" | b"added" | b"adds" | b"adding"
        | b"rallied" | b"rally" | b"rallies" | b"higher" | b"improved" | b"improves"
        | b"expanded" | b"expands" | b"popped" | b"spiked" | b"leapt" | b"leaped" | b"raised"
        | b"raises" | b"raising" | b"boosted" | b"lifted" | b"hiked" | b"rebounded"
        | b"recovered" | b"ticked" | b"edged" | b"strengthened" | b"appreciated" | b"upward"
        | b"upwards" => Some(Direction::Up),
        _ => None,
    }
}

/// The most bytes over which a direction carries to the next figure.
const CARRY_BYTES_MAX: usize = 80;

/// Returns whether the words between two figures join them by "and" within one clause that says
/// nothing new of the direction.
pub fn carries(between: &str) -> bool {
    let trimmed = between.trim_end();
    let joined = trimmed.len() <= CARRY_BYTES_MAX
        && trimmed.len() < between.len()
        && (trimmed.ends_with(" and") || trimmed == "and")
        && !trimmed.contains(['.', ';', ':', '!', '?', '(', ')', '\u{2014}']);
    joined
        && !trimmed.split(|c: char| !c.is_ascii_alphabetic()).any(|word| {
            let lower = Lower::new(word.as_bytes());
            let lower = lower.as_bytes();
            verb(lower).is_some()
                || matches!(
                    lower,
                    b"but"
                        | b"while"
                        | b"was"
                        | b"were"
                        | b"is"
                        | b"are"
                        | b"had"
                        | b"has"
                        | b"to"
                        | b"from"
                        | b"despite"
                        | b"with"
                        | b"versus"
                )
        })
}

/// Reads the words between a change that is no figure, as one in points, and the figure that states
/// it again: `fell 44.11, or 0.2%`, `a 50-point drop (0.1%)`. `down` is the change's own direction,
/// `bracket` whether the figure stands in parentheses.
///
/// Returns whether the change was a fall; nothing where the words say something else.
pub fn restated(between: &str, down: bool, bracket: bool) -> Option<bool> {
    let words = between.trim_start_matches(['-', ' ']).trim_end();
    let joined = words.strip_suffix("or").map(|rest| rest.trim_end().trim_end_matches(','));
    let words = joined.or(bracket.then(|| words.trim_end_matches('(')))?;
    let mut fell = down;
    for word in words.split_ascii_whitespace() {
        let lower = Lower::new(word.as_bytes());
        match lower.as_bytes() {
            b"point" | b"points" | b"pts" => {}
            word => fell = noun_behind(word, 0, false)? == Direction::Down,
        }
    }
    Some(fell)
}

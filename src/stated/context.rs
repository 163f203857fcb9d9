//! What the words around a number in prose decide.

use crate::stated::{
    bound::Bound,
    counted::is_divisible,
    hedge,
    mark::{Mark, is_glue, is_letter},
    mode::Mode,
    noun,
    paren::is_number_word,
    part::{Paren, Part, is_year},
    reading::Reading,
    text::{Lower, Text},
    unit::Unit,
};

/// How far around a plain number its sentence is read for the name of an index.
const SENTENCE_BYTES_MAX: usize = 160;

/// Returns whether a reading in prose is a figure of a company.
pub fn is_figure(text: Text<'_>, floor: usize, reading: &Reading, unit: Unit) -> bool {
    let first = &reading.first;
    let last = reading.pair.as_ref().map_or(first, |pair| &pair.second);
    let marked = reading.pair.as_ref().map_or(first, |pair| &pair.first);
    if !stands_free(text, first, floor) || !ends_free(text, last) {
        return false;
    }
    match unit {
        Unit::Money(_) => is_money(text, marked, last, floor),
        Unit::Ratio => is_ratio(marked),
        Unit::Multiple => is_multiple(text, last),
        Unit::Days => !is_adjective(text, last) && !is_rate(text, last.end),
        Unit::Count if last.scale.is_some() || first.scale.is_some() => {
            is_scaled_count(text, reading, last, floor)
        }
        Unit::Count => is_plain_count(text, floor, reading, last),
    }
}

/// Returns whether the number is no part of a name, a time, a date or a reference before it.
fn stands_free(text: Text<'_>, part: &Part, floor: usize) -> bool {
    let at = part.start;
    let Some(before) = text.char_before(at, 0) else {
        return true;
    };
    let earlier = text.char_before(at - before.len_utf8(), 0);
    let digit = earlier.is_some_and(|c| c.is_ascii_digit());
    let glued = earlier.is_some_and(is_glue);
    match before {
        '#' => !part.is_bare(),
        '_' => !glued,
        // 11:58, 10/24, 2025-10-24: the digits before are no figure, or they would be passed.
        ':' => !digit,
        '/' => part.coin.is_some() || !(digit || glued && part.is_bare()),
        '.' => {
            let abbreviates = matches!(text.word_before(at - 1, floor), b"c" | b"ca" | b"approx");
            !glued || part.coin.is_some() || abbreviates
        }
        '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' => {
            let hedged = || hedge::is_prefix(text.word_before(at - before.len_utf8(), floor));
            let percent = part.mark == Some(Mark::Percent) && !digit;
            !glued || part.coin.is_some() || percent || part.mark.is_some() && hedged()
        }
        c if is_glue(c) => {
            part.coin.is_some() && part.start < part.numeral.start
                || text.word_before(at, floor) == b"c" && !part.is_bare()
        }
        _ => true,
    }
}

/// Returns whether no letter or digit is glued behind the number and its unit.
fn ends_free(text: Text<'_>, part: &Part) -> bool {
    let at = part.end;
    if part.end == part.numeral.end {
        let plural = text.byte(at) == b's' && !is_letter(text, at + 1);
        let weighed =
            part.numeral.grouped && matches!(text.word(at), b"oz" | b"t" | b"bpd" | b"ha");
        let letter = is_letter(text, at) && (part.coin.is_none() || plural) && !weighed;
        let clock = text.byte(at) == b':' && text.is_digit(at + 1);
        return !letter && !clock;
    }
    true
}

fn is_money(text: Text<'_>, first: &Part, last: &Part, floor: usize) -> bool {
    let coin_word = first.coin.is_some()
        && first.start < first.numeral.start
        && text.slice(first.start, first.numeral.start).trim_end().ends_with(char::is_alphabetic);
    if coin_word && first.scale.is_none() {
        let letter = text.byte_before(first.numeral.start) == b'R';
        if is_year(&first.numeral) || letter && !first.numeral.grouped {
            return false;
        }
    }
    // A header's "$000" is a scale.
    if last.numeral.mantissa == 0 && last.numeral.whole_digits > 1 {
        return false;
    }
    match last.mark {
        // Lines of a video, and a clock time.
        Some(Mark::Minor(_)) if text.bytes(last.end - 1, last.end) == b"p" => {
            let lines = matches!(last.numeral.mantissa, 480 | 720 | 1080 | 1440 | 2160 | 4320);
            !(text.has(last.end, ".m") || last.numeral.places == 0 && lines)
        }
        Some(Mark::DefaultMinor) if text.bytes(last.end - 1, last.end) == b"c" => {
            let fine = last.numeral.places > 0 || !follows_name(text, first.start, floor);
            last.numeral.whole_digits <= 3 && fine
        }
        _ => true,
    }
}

/// Returns whether a ratio is none of an index's points.
fn is_ratio(part: &Part) -> bool {
    const POINTS_MAX: u128 = 100;
    let numeral = &part.numeral;
    part.mark != Some(Mark::Point)
        || !numeral.grouped && numeral.mantissa < POINTS_MAX * 10_u128.pow(numeral.places)
}

fn is_multiple(text: Text<'_>, part: &Part) -> bool {
    let name = text.has(text.skip_blanks(part.end), "Genomics");
    let times = text.bytes(part.end.saturating_sub(5), part.end) == b"Times";
    !name && !times && !is_rate(text, part.end)
}

/// Returns whether days make an adjective: a 200-day average, a 90 day notice.
fn is_adjective(text: Text<'_>, part: &Part) -> bool {
    let singular = text.byte_before(part.end).eq_ignore_ascii_case(&b'y');
    part.hyphen || singular && part.numeral.mantissa != 1
}

/// Returns whether "a week" or the like follows: how often something happens.
fn is_rate(text: Text<'_>, end: usize) -> bool {
    let at = text.skip_spaces(end);
    let word = text.word(at);
    if !matches!(word, b"a" | b"per" | b"each" | b"every") {
        return false;
    }
    let next = Lower::new(text.word(text.skip_spaces(at + word.len())));
    matches!(next.as_bytes(), b"day" | b"week" | b"month" | b"year" | b"quarter")
}

/// Returns whether a number with a scale and no unit counts something: not a company's name, a
/// screen or a plan.
fn is_scaled_count(text: Text<'_>, reading: &Reading, part: &Part, floor: usize) -> bool {
    let noun = Lower::new(word_behind(text, part.end));
    let noun = noun.as_bytes();
    if noun::is_uncounted(noun) && !matches!(noun, b"hours" | b"minutes") {
        return false;
    }
    if part.numeral.places > 0 || reading.pair.is_some() {
        return true;
    }
    let named = !reading.counted && follows_name(text, reading.first.start, floor);
    match text.bytes(part.numeral.end, part.end) {
        // "3M" is a company, and "9M" nine months.
        b"M" | b"m" if matches!(part.numeral.mantissa, 3 | 6 | 9 | 12) => {
            is_hedged(reading) || reading.counted && noun != b"shares"
        }
        b"K" | b"k" => !matches!(part.numeral.mantissa, 4 | 5 | 8 | 10 | 401) && !named,
        b"M" | b"B" => !named,
        b"m" => !is_length(noun),
        _ => true,
    }
}

/// Returns whether the word behind a small `m` makes it metres.
fn is_length(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"sprint"
            | b"race"
            | b"deep"
            | b"long"
            | b"high"
            | b"wide"
            | b"tall"
            | b"away"
            | b"dash"
            | b"freestyle"
            | b"hurdles"
            | b"above"
            | b"below"
    )
}

/// Returns whether a plain number counts something.
fn is_plain_count(text: Text<'_>, floor: usize, reading: &Reading, part: &Part) -> bool {
    let first = &reading.first;
    let numeral = &part.numeral;
    if part.numeral.bare_fraction || first.is_year(Mode::Prose) && !is_hedged(reading) {
        return false;
    }
    if noun::is_uncounted(Lower::new(word_behind(text, reading.end)).as_bytes()) {
        return false;
    }
    let named = if numeral.grouped {
        follows_reference(text, first.start, floor)
    } else {
        follows_name(text, first.start, floor)
    };
    let free = is_hedged(reading) || !named;
    if reading.counted {
        let noun = Lower::new(text.word_before(reading.end, part.end));
        let noun = noun.as_bytes();
        let whole = numeral.places == 0 || is_divisible(noun);
        let other = is_airliner(numeral.mantissa, noun) || is_odds(text, first.start);
        if whole {
            return free && first.paren.is_none() && !other;
        }
    }
    if is_hedged(reading) && reading.hedged_behind {
        return free && numeral.places == 0;
    }
    numeral.grouped
        && numeral.places == 0
        && free
        && first.paren != Some(Paren::Accounting)
        && !speaks_of_index(text, first.start, part.end)
}

/// Returns whether a number before aircraft is that of a model: Boeing's 737 jets.
fn is_airliner(number: u128, noun: &[u8]) -> bool {
    matches!(number, 707 | 717 | 727 | 737 | 747 | 757 | 767 | 777 | 787)
        && matches!(noun, b"aircraft" | b"jets" | b"planes" | b"airplanes" | b"airliners")
}

fn is_hedged(reading: &Reading) -> bool {
    reading.bound != Bound::Stated
}

/// Returns the word behind a position, over a space or a hyphen.
fn word_behind(text: Text<'_>, at: usize) -> &[u8] {
    let hyphen = text.byte(at) == b'-';
    text.word(if hyphen { at + 1 } else { text.skip_spaces(at) })
}

/// Returns whether the word before a number makes both a name: a noun of references, or a capital
/// that does not begin a sentence.
pub fn follows_name(text: Text<'_>, at: usize, floor: usize) -> bool {
    let (word, start) = text.previous_word(at, floor);
    let capitals = word.len() > 1 && word.iter().all(u8::is_ascii_uppercase);
    follows_reference(text, at, floor)
        || capitals
        || word.first().is_some_and(u8::is_ascii_uppercase) && !begins_sentence(text, start)
}

/// Returns whether a number is the second of odds: one in 5, four out of 5.
fn is_odds(text: Text<'_>, at: usize) -> bool {
    let (word, start) = text.previous_word(at, 0);
    let before = text.skip_spaces_before(start, 0);
    match word {
        b"in" => {
            text.is_digit(before.saturating_sub(1)) || is_number_word(text.word_before(before, 0))
        }
        b"of" => text.word_before(before, 0) == b"out",
        _ => false,
    }
}

/// Returns whether the word before a number is a noun of references: "Note 12", "Sept. 30".
fn follows_reference(text: Text<'_>, at: usize, floor: usize) -> bool {
    let end = text.skip_spaces_before(at, floor);
    let end = end - usize::from(text.byte_before(end) == b'.' && end > floor);
    noun::is_name(Lower::new(text.word_before(end, floor)).as_bytes())
}

fn begins_sentence(text: Text<'_>, at: usize) -> bool {
    let before = text.skip_blanks_before(at, 0);
    match text.char_before(before, 0) {
        None => true,
        Some(c) => !c.is_alphanumeric() && !matches!(c, '&' | ',' | '-' | '\'' | '’' | '/'),
    }
}

/// Returns whether the sentence around a plain number names an index.
fn speaks_of_index(text: Text<'_>, start: usize, end: usize) -> bool {
    let from = text.boundary(start.saturating_sub(SENTENCE_BYTES_MAX));
    let to = text.boundary((end + SENTENCE_BYTES_MAX / 2).min(text.len()));
    let before = text.slice(from, start);
    let after = text.slice(end, to);
    let before = before.rsplit(['\n', '!', '?', ';']).next().unwrap_or_default();
    let before = before.rsplit(". ").next().unwrap_or_default();
    let after = after.split(". ").next().unwrap_or_default();
    let after = after.split(['\n', ';']).next().unwrap_or_default();
    noun::INDEX_WORDS.iter().any(|word| before.contains(word) || after.contains(word))
}

/// Returns whether the plain number at `at` is the day of a date, or part of a fiscal label.
pub fn follows_month(text: Text<'_>, at: usize, floor: usize) -> bool {
    let end = text.skip_spaces_before(at, floor);
    let end = end - usize::from(text.byte_before(end) == b'.' && end > floor);
    let word = Lower::new(text.word_before(end, floor));
    noun::is_month(word.as_bytes()) || matches!(word.as_bytes(), b"fy" | b"fiscal")
}

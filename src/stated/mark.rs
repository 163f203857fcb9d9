//! Marks behind a number: scales, and units that are no currency.

use crate::{
    currency::Currency,
    stated::{
        coin,
        text::{Lower, Text},
    },
};

/// What a mark behind a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Hundredths of one.
    Percent,
    /// Hundredths of one, as a difference of percentages.
    Point,
    /// Ten-thousandths of one.
    Basis,
    /// Thousandths of one.
    Permille,
    Times,
    Days,
    /// Major units of a currency.
    Major(Currency),
    /// Hundredths of a currency's major unit.
    Minor(Currency),
    /// Hundredths of the caller's default currency, or its major unit.
    DefaultMinor,
    DefaultMajor,
}

impl Mark {
    /// Returns the power of ten that turns a number with this mark into base units.
    pub fn exponent(self) -> i32 {
        match self {
            Self::Percent | Self::Point | Self::Minor(_) | Self::DefaultMinor => -2,
            Self::Permille => -3,
            Self::Basis => -4,
            Self::Times | Self::Days | Self::Major(_) | Self::DefaultMajor => 0,
        }
    }

    /// Returns whether it is of a currency.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Major(_) | Self::Minor(_) | Self::DefaultMinor | Self::DefaultMajor)
    }
}

/// Where a mark stands behind its number.
#[derive(Clone, Copy)]
pub struct Place {
    /// No space between the number and the mark.
    pub glued: bool,
    /// A hyphen between the number and the mark.
    pub hyphen: bool,
    /// A currency stands before the number.
    pub money: bool,
    /// The number could be a year.
    pub year: bool,
    /// A scale stands between the number and the mark.
    pub scaled: bool,
}

/// Reads a scale at a position and returns it with its end.
#[inline]
pub fn scale(text: Text<'_>, at: usize, place: Place) -> Option<(i32, usize)> {
    match text.byte(at) {
        b'A'..=b'Z' | b'a'..=b'z' => word_scale(text, at, place),
        0x80.. => han_scale(text, at),
        _ => None,
    }
}

fn word_scale(text: Text<'_>, at: usize, place: Place) -> Option<(i32, usize)> {
    let word = text.word(at);
    let mut end = at + word.len();
    if text.byte(end) == 0xc3 {
        return portuguese(text, word, end);
    }
    let exponent = match word {
        b"mil" if second(text, end, &[b"millones"]).is_some() => {
            end = second(text, end, &[b"millones"])?;
            9
        }
        b"M" | b"B" | b"T" | b"K" | b"m" | b"b" | b"t" | b"k" | b"MM" | b"mm" => {
            letter_scale(text, word, end, place)?
        }
        // As nearly all of them are printed.
        b"million" => 6,
        b"billion" => 9,
        _ => match Lower::new(word).as_bytes() {
            b"thousand" | b"thousands" => 3,
            b"million" | b"millions" | b"mn" | b"mln" | b"mio" | b"millionen" | b"millones" => 6,
            b"billion" | b"billions" | b"bn" | b"bln" | b"mrd" | b"milliarden" | b"milliarde"
            | b"milliard" | b"milliards" => 9,
            b"trillion" | b"trillions" | b"tn" | b"trn" => 12,
            b"mil" if place.money => 6,
            b"bil" if place.money => 9,
            b"tril" if place.money => 12,
            b"lakh" | b"lakhs" | b"lac" | b"lacs" => 5,
            b"crore" | b"crores" => 7,
            b"cr" if place.money => 7,
            _ => return None,
        },
    };
    if text.is_digit(end) && word.len() < 3 || text.byte(end) >= 0x80 && is_letter(text, end) {
        return None;
    }
    if end >= text.len() {
        return Some((exponent, end));
    }
    let mut total = exponent;
    if exponent == 5 {
        let next = text.skip_blanks(end);
        let word = text.word(next);
        if matches!(Lower::new(word).as_bytes(), b"crore" | b"crores") {
            total += 7;
            end = next + word.len();
        }
    }
    if text.byte(end) == b'.' && is_abbreviated(word) && is_money_behind(text, end + 1) {
        end += 1;
    }
    Some((total, end))
}

/// Reads a Portuguese scale, `milhões` or `bilhão`, by the letters before its accent.
fn portuguese(text: Text<'_>, word: &[u8], at: usize) -> Option<(i32, usize)> {
    let exponent = match word {
        b"milh" => 6,
        b"bilh" => 9,
        b"trilh" => 12,
        _ => return None,
    };
    let ending = ["\u{f5}es", "\u{e3}o"].into_iter().find(|ending| text.has(at, ending))?;
    Some((exponent, at + ending.len()))
}

/// Returns whether a scale word is written with a point: `Mio.`, `Mrd.`, `bln.`
fn is_abbreviated(word: &[u8]) -> bool {
    matches!(Lower::new(word).as_bytes(), b"mio" | b"mrd" | b"mln" | b"bln")
}

/// Returns whether a currency stands behind a point that could also end a sentence.
fn is_money_behind(text: Text<'_>, at: usize) -> bool {
    let next = text.char_at(text.skip_blanks(at));
    next.is_some_and(|c| coin::is_sign(c) || matches!(c, 'E' | 'C' | 'F'))
}

/// Returns the power of ten of a letter, where the letter cannot be anything else: a kilo, a metre,
/// a form or a model.
fn letter_scale(text: Text<'_>, word: &[u8], end: usize, place: Place) -> Option<i32> {
    if matches!(text.byte(end), b'&') || place.hyphen && !place.money {
        return None;
    }
    let exponent = match word {
        b"K" | b"k" => 3,
        b"M" | b"m" | b"MM" | b"mm" => 6,
        b"B" | b"b" => 9,
        _ => 12,
    };
    let plain = match word {
        b"M" | b"MM" | b"B" | b"m" | b"K" | b"k" => place.glued,
        _ => false,
    };
    let spaced = matches!(word, b"M" | b"MM" | b"B" | b"T" | b"K" | b"m" | b"b" | b"k");
    let is_money = || place.money || is_amount_of_money(text, word, end, place);
    (plain || (place.glued || spaced) && is_money()).then_some(exponent)
}

/// Returns whether a capital letter stands between a number and its currency: `10 M EUR`.
fn is_amount_of_money(text: Text<'_>, word: &[u8], end: usize, place: Place) -> bool {
    let at = text.skip_blanks(end);
    let place = Place { glued: false, scaled: true, ..place };
    matches!(word, b"M" | b"MM" | b"B")
        && at > end
        && unit(text, at, place).is_some_and(|(mark, _)| mark.is_money())
}

/// Reads a scale written in Chinese or Japanese characters.
fn han_scale(text: Text<'_>, at: usize) -> Option<(i32, usize)> {
    let c = text.char_at(at)?;
    let exponent = match c {
        '万' | '萬' => 4,
        '億' | '亿' => 8,
        '兆' => 12,
        _ => return None,
    };
    let end = at + c.len_utf8();
    if exponent == 4 && matches!(text.char_at(end), Some('億' | '亿')) {
        return Some((12, end + 3));
    }
    Some((exponent, end))
}

/// Reads a unit at a position and returns it with its end.
pub fn unit(text: Text<'_>, at: usize, place: Place) -> Option<(Mark, usize)> {
    let byte = text.byte(at);
    if byte == b'%' {
        return Some((Mark::Percent, at + 1)).map(|percent| percent_points(text, percent));
    }
    if byte >= 0x80 || byte == b'$' {
        return symbol(text, at, place);
    }
    if !byte.is_ascii_alphabetic() {
        return None;
    }
    if text.has(at, "p.p.") {
        return Some((Mark::Point, at + 4));
    }
    let word = text.word(at);
    let end = at + word.len();
    // A glued footnote mark may follow a long word, and nothing may follow a short one.
    if text.is_digit(end) && word.len() < 4 || is_letter(text, end) {
        return None;
    }
    let lower = Lower::new(word);
    let lower = lower.as_bytes();
    let read = match lower {
        b"x" if (word == b"x" || place.glued) && ends_product(text, end, place) => {
            Some((Mark::Times, end))
        }
        b"percent" | b"pct" | b"prozent" => Some(percent_points(text, (Mark::Percent, end))),
        b"bps" | b"bips" => Some((Mark::Basis, end)),
        b"bp" if word != b"BP" => Some((Mark::Basis, end)),
        b"pp" | b"ppt" | b"ppts" | b"pps" | b"pts" if word != b"PP" => Some((Mark::Point, end)),
        b"per" => second(text, end, &[b"cent"]).map(|end| (Mark::Percent, end)),
        b"percentage" => {
            second(text, end, &[b"point", b"points", b"pts"]).map(|end| (Mark::Point, end))
        }
        b"basis" => second(text, end, &[b"point", b"points"]).map(|end| (Mark::Basis, end)),
        b"times" if !place.year => Some((Mark::Times, end)),
        b"fold" => Some((Mark::Times, end)),
        b"days" | b"day" if !place.year => Some((Mark::Days, end)),
        b"trading" | b"business" | b"calendar" | b"working" => {
            second(text, end, &[b"days"]).map(|end| (Mark::Days, end))
        }
        _ => None,
    };
    read.or_else(|| coin::behind(text, at, word, lower, place))
}

/// Returns whether an "x" is no sign between two numbers; `11.2x 2025E EBITDA` names a year.
fn ends_product(text: Text<'_>, end: usize, place: Place) -> bool {
    let next = text.skip_blanks(end);
    let year = || matches!(text.bytes(next, next + 2), b"19" | b"20") && text.is_digit(next + 3);
    !text.is_digit(next) || place.glued && next > end && year()
}

/// Passes over "points" behind a percent sign: `1.4 %-points`.
#[inline]
fn percent_points(text: Text<'_>, (mark, end): (Mark, usize)) -> (Mark, usize) {
    if end >= text.len() {
        return (mark, end);
    }
    let next = match text.byte(end) {
        b'-' => end + 1,
        _ => text.skip_blanks(end),
    };
    let word = text.word(next);
    match word {
        b"pts" | b"points" | b"point" | b"pt" => (Mark::Point, next + word.len()),
        _ => (mark, end),
    }
}

fn symbol(text: Text<'_>, at: usize, place: Place) -> Option<(Mark, usize)> {
    let c = text.char_at(at)?;
    let end = at + c.len_utf8();
    let mark = match c {
        '×' | '✕' | '✖' if !text.is_digit(text.skip_blanks(end)) => Mark::Times,
        '％' | '﹪' => Mark::Percent,
        '‰' => Mark::Permille,
        '¢' => Mark::DefaultMinor,
        _ => return coin::sign_behind(text, at, c, place),
    };
    Some((mark, end))
}

/// Reads one of `words` behind a space or a hyphen.
pub fn second(text: Text<'_>, at: usize, words: &[&[u8]]) -> Option<usize> {
    let next = if text.byte(at) == b'-' { at + 1 } else { text.skip_spaces(at) };
    let word = text.word(next);
    let end = next + word.len();
    (next > at && words.iter().any(|known| word.eq_ignore_ascii_case(known))).then_some(end)
}

/// Returns whether a letter stands at a position.
pub fn is_letter(text: Text<'_>, at: usize) -> bool {
    match text.byte(at) {
        byte @ 0..0x80 => byte.is_ascii_alphabetic(),
        _ => text.char_at(at).is_some_and(|c| c.is_alphabetic() && !is_han(c)),
    }
}

/// Returns whether a character glued to a number makes one word with it.
pub fn is_glue(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

/// Returns whether a character is written without spaces between words.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

//! [`Part`]: one number with its sign, currency, scale and unit.

use rust_decimal::Decimal;

use crate::{
    arith,
    bounds::{AMOUNT_LIMIT, DIGITS_MAX},
    stated::{
        cell,
        coin::{self, Coin},
        hedge::is_plus,
        mark::{self, Mark, Place},
        mode::Mode,
        numeral::{Malformed, Numeral, numeral},
        options::Options,
        text::Text,
        unit::Unit,
    },
};

/// One number with its sign, currency, scale and unit, as printed.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub start: usize,
    pub end: usize,
    pub numeral: Numeral,
    pub sign: Option<Sign>,
    pub paren: Option<Paren>,
    pub coin: Option<Coin>,
    pub scale: Option<i32>,
    pub mark: Option<Mark>,
    /// A hyphen joins the unit to the number, as in `90-day`.
    pub hyphen: bool,
    /// "Plus" stands between the number and its unit, as in `40-plus times`.
    pub plus: bool,
}

/// A sign before the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Plus,
    Minus,
}

/// Parentheses around the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paren {
    /// They hold the number and leave its currency, scale or unit outside: a negative number.
    Accounting,
    /// They hold the whole figure: a negative number, or a remark in passing.
    Around,
}

/// A part as a value in base units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    pub value: Decimal,
    pub decimals: i8,
    pub unit: Unit,
}

/// Reads the part whose first digit stands at `digit`; nothing of it stands before `floor`.
pub fn part(text: Text<'_>, digit: usize, floor: usize, mode: Mode) -> Result<Part, Malformed> {
    let numeral = numeral(text, digit, floor)?;
    let mut prefix = Prefix::read(text, numeral.start, floor, mode);
    let mut paren = None;
    let mut coin = prefix.coin;
    let mut after = numeral.end;
    if let Some(inside) = prefix.inside {
        let close = match text.byte(after) {
            b')' => Some(after + 1),
            b' ' | b'|' | b'\n' => cell::mark_behind(text, after, b')'),
            _ => None,
        };
        match close {
            Some(end) => {
                paren = Some(Paren::Around);
                after = end;
            }
            None => coin = inside.coin,
        }
    }
    let mut suffix = Suffix::read(text, after, &numeral, coin, mode);
    if suffix.mark == Some(Mark::DefaultMinor)
        && prefix.start == numeral.start
        && let Some((cents, start)) = coin::cents_before(text, numeral.start, floor)
    {
        prefix.start = start;
        suffix.coin = Some(cents);
        suffix.mark = None;
    }
    if suffix.scale.is_none() && suffix.coin.is_some() {
        suffix.scale = prefix.scale(text, numeral.start);
    }
    if let Some(inside) = prefix.inside {
        let outside = prefix.coin.is_some() && inside.coin.is_none();
        if paren.is_some() {
            if outside || suffix.end > after {
                paren = Some(Paren::Accounting);
            }
        } else if text.byte(suffix.end) == b')' && suffix.end > numeral.end && !outside {
            paren = Some(Paren::Around);
            suffix.end += 1;
        } else {
            prefix = Prefix { start: inside.start, sign: inside.sign, coin, inside: None };
        }
    }
    Ok(Part {
        start: prefix.start,
        end: suffix.end,
        numeral,
        sign: prefix.sign,
        paren,
        coin: suffix.coin,
        scale: suffix.scale,
        mark: suffix.mark,
        hyphen: suffix.hyphen,
        plus: suffix.plus,
    })
}

impl Part {
    /// Returns whether no currency, scale or unit is printed with the number.
    pub fn is_bare(&self) -> bool {
        self.coin.is_none() && self.scale.is_none() && self.mark.is_none()
    }

    pub fn is_ratio(&self) -> bool {
        self.mark.is_some_and(is_ratio)
    }

    pub fn is_money(&self) -> bool {
        self.coin.is_some() || self.mark.is_some_and(Mark::is_money)
    }

    /// Returns whether parentheses stand around its number, and none of its signs.
    pub fn is_aside(&self) -> bool {
        self.paren == Some(Paren::Accounting) && self.sign.is_none() && self.coin.is_none()
    }

    /// Returns whether its sign makes the number negative, or its parentheses, where those around
    /// the whole figure do.
    pub fn is_negative(&self, around: bool) -> bool {
        match (self.sign, self.paren) {
            (Some(Sign::Minus), _) | (_, Some(Paren::Accounting)) => true,
            (None, Some(Paren::Around)) => around,
            _ => false,
        }
    }

    /// Returns whether the number may be a calendar year; a text that is one figure has none.
    pub fn is_year(&self, mode: Mode) -> bool {
        mode == Mode::Prose && self.is_bare() && is_year(&self.numeral)
    }

    /// Returns the unit that is printed, with `default` for a bare `$`.
    pub fn unit(&self, options: &Options) -> Unit {
        let default = options.currency();
        match (self.coin, self.mark) {
            (Some(coin), _) => Unit::Money(coin.resolve(default)),
            (None, Some(Mark::Major(currency) | Mark::Minor(currency))) => Unit::Money(currency),
            (None, Some(Mark::DefaultMajor | Mark::DefaultMinor)) => Unit::Money(default),
            (None, Some(Mark::Percent | Mark::Point | Mark::Basis | Mark::Permille)) => Unit::Ratio,
            (None, Some(Mark::Times)) => Unit::Multiple,
            (None, Some(Mark::Days)) => Unit::Days,
            (None, None) => Unit::Count,
        }
    }

    /// Returns the value in base units, or nothing where it is larger or finer than is kept.
    ///
    /// `negative` is what the sign, the parentheses and the words around come to.
    #[inline(always)]
    pub fn amount(&self, negative: bool, options: &Options) -> Option<Amount> {
        let unit = self.unit(options);
        let table = match (self.scale, unit) {
            (None, Unit::Money(_) | Unit::Count) => options.exponent(),
            (scale, _) => scale.unwrap_or(0),
        };
        let exponent =
            table + self.mark.map_or(0, Mark::exponent) + self.coin.map_or(0, Coin::exponent);
        let decimals = self.numeral.places as i32 - exponent;
        if decimals > unit.places_max() as i32 {
            return None;
        }
        let mantissa = match decimals {
            0.. => self.numeral.mantissa,
            _ => {
                let zeros = decimals.unsigned_abs().min(DIGITS_MAX);
                self.numeral.mantissa.checked_mul(arith::power(zeros))?
            }
        };
        let scale = decimals.max(0) as u32;
        if mantissa >= arith::power((WHOLE_DIGITS_MAX + scale).min(DIGITS_MAX)) {
            return None;
        }
        Some(Amount {
            value: arith::build(mantissa, scale, negative),
            decimals: i8::try_from(decimals).ok()?,
            unit,
        })
    }
}

/// Digits of an amount before the point.
const WHOLE_DIGITS_MAX: u32 = AMOUNT_LIMIT.ilog10();

/// Returns whether the digits may be a calendar year.
pub fn is_year(numeral: &Numeral) -> bool {
    !numeral.grouped
        && numeral.places == 0
        && numeral.whole_digits == 4
        && (1900..=2100).contains(&numeral.mantissa)
}

/// What stands before a number.
#[derive(Clone, Copy)]
struct Prefix {
    start: usize,
    sign: Option<Sign>,
    coin: Option<Coin>,
    /// What stands between an opening parenthesis and the number.
    inside: Option<Inside>,
}

#[derive(Clone, Copy)]
struct Inside {
    start: usize,
    sign: Option<Sign>,
    coin: Option<Coin>,
}

impl Prefix {
    fn read(text: Text<'_>, numeral: usize, floor: usize, mode: Mode) -> Self {
        let mut prefix = Self { start: numeral, sign: None, coin: None, inside: None };
        // A sign, a parenthesis, a currency and another sign are the most that there can be.
        for _ in 0..4 {
            let at = prefix.start;
            if at <= floor {
                break;
            }
            let byte = text.byte_before(at);
            if byte == b'(' && prefix.inside.is_none() {
                let Self { start, sign, coin, .. } = prefix;
                prefix.inside = Some(Inside { start, sign, coin });
                prefix.start = at - 1;
                continue;
            }
            let signed = matches!(byte, b'-' | b'+' | 0x80..) && prefix.sign.is_none();
            if signed && let Some((sign, start)) = sign_before(text, at, floor) {
                prefix.sign = Some(sign);
                prefix.start = start;
            } else if prefix.coin.is_none()
                && let Some((coin, start)) = prefix.coin_before(text, floor, mode.codes())
            {
                prefix.coin = Some(coin);
                prefix.start = start;
            } else {
                break;
            }
        }
        prefix
    }

    /// Returns the scale that is glued to the code of the currency: `MNOK 24.6`.
    fn scale(&self, text: Text<'_>, numeral: usize) -> Option<i32> {
        let word = text.previous_word(numeral, self.start).0;
        coin::scaled(word).map(|(_, exponent)| exponent)
    }

    fn coin_before(
        &self,
        text: Text<'_>,
        floor: usize,
        codes: coin::Codes,
    ) -> Option<(Coin, usize)> {
        if text.byte_before(self.start) == b'$' {
            return coin::before(text, self.start, floor, codes);
        }
        let end = text.skip_spaces_before(self.start, floor);
        // A line break parts a currency from what follows it, unless it is a cell of its own.
        let line = text.bytes(end, self.start).contains(&b'\n');
        if line || text.byte_before(end) == b'|' {
            let sign = cell::sign_before(text, self.start, floor)?;
            return coin::before(text, sign, floor, codes);
        }
        coin::before(text, end, floor, codes)
    }
}

/// Reads a sign glued before a number or its currency.
fn sign_before(text: Text<'_>, at: usize, floor: usize) -> Option<(Sign, usize)> {
    let sign = match text.byte_before(at) {
        b'-' => '-',
        b'+' => '+',
        0x80.. => text.char_before(at, floor)?,
        _ => return None,
    };
    let read = match sign {
        '+' | '\u{ff0b}' => Sign::Plus,
        '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2212}' | '\u{fe63}'
        | '\u{ff0d}' => Sign::Minus,
        _ => return None,
    };
    let start = at - sign.len_utf8();
    // A dash behind a letter, a digit or a closing mark joins words or ends of a range.
    let joins = text.char_before(start, floor).is_some_and(|c| {
        mark::is_glue(c) || matches!(c, ')' | ']' | '%' | '×' | '-' | '+' | '\u{2013}' | '.')
    });
    (!joins).then_some((read, start))
}

/// What stands behind a number.
struct Suffix {
    end: usize,
    scale: Option<i32>,
    mark: Option<Mark>,
    coin: Option<Coin>,
    hyphen: bool,
    plus: bool,
}

impl Suffix {
    fn read(text: Text<'_>, at: usize, numeral: &Numeral, coin: Option<Coin>, mode: Mode) -> Self {
        let mut suffix =
            Self { end: at, scale: None, mark: None, coin, hyphen: false, plus: false };
        if matches!(text.byte(at), 0 | b',' | b')' | b';' | b':' | b'.') {
            return suffix;
        }
        let plus = plus(text, at);
        let may_be_year = mode == Mode::Prose && is_year(numeral);
        suffix.read_marks(text, plus.unwrap_or(at), may_be_year);
        suffix.plus = plus.is_some() && suffix.end > at;
        suffix
    }

    fn read_marks(&mut self, text: Text<'_>, at: usize, may_be_year: bool) {
        let money = self.coin.is_some();
        let year = may_be_year && text.byte(at).is_ascii_whitespace() && !money;
        let (next, mut place) = gap(text, at, money, year);
        let mut next = next;
        if let Some((exponent, end)) = mark::scale(text, next, place) {
            self.scale = Some(exponent);
            self.hyphen = place.hyphen;
            self.end = end;
            (next, place) = gap(text, end, money, false);
            place.scaled = true;
        }
        if self.coin.is_none() && self.scale.is_none() && text.byte(next) == b'|' {
            if let Some(end) = cell::mark_behind(text, at, b'%') {
                self.mark = Some(Mark::Percent);
                self.end = end;
            }
            return;
        }
        if next >= text.len() {
            return;
        }
        if let Some(coin) = self.coin {
            if let Some((coin, end)) = coin::repeated(text, next, coin) {
                self.coin = Some(coin);
                self.end = end;
            }
        } else if let Some((mark, end)) = mark::unit(text, next, place)
            && (self.scale.is_none() || !is_ratio(mark))
        {
            self.mark = Some(mark);
            self.hyphen = place.hyphen;
            self.end = end;
        }
    }
}

/// Passes over "-plus" or "+" between a number and its unit: `40-plus times`, `$5+ billion`.
fn plus(text: Text<'_>, at: usize) -> Option<usize> {
    if text.has(at, "-plus ") { Some(at + 5) } else { is_plus(text, at).then_some(at + 1) }
}

fn is_ratio(mark: Mark) -> bool {
    matches!(mark, Mark::Percent | Mark::Point | Mark::Basis | Mark::Permille)
}

/// Passes over the space or hyphen between a number and its unit.
fn gap(text: Text<'_>, at: usize, money: bool, year: bool) -> (usize, Place) {
    if matches!(text.byte(at), 0 | b'%' | b'A'..=b'Z' | b'a'..=b'z') {
        return (at, Place { glued: true, hyphen: false, money, year, scaled: false });
    }
    let hyphen = match text.byte(at) {
        b'-' => 1,
        0xe2 if text.has(at, "\u{2011}") => 3,
        _ => 0,
    };
    if hyphen > 0 && text.byte(at + hyphen).is_ascii_alphabetic() {
        return (at + hyphen, Place { glued: false, hyphen: true, money, year, scaled: false });
    }
    let mut next = text.skip_spaces(at);
    // "3,4 milliards d'euros".
    if next > at && (text.has(next, "d'euro") || text.has(next, "d\u{2019}euro")) {
        next = text.boundary(next + 2);
    }
    (next, Place { glued: next == at, hyphen: false, money, year, scaled: false })
}

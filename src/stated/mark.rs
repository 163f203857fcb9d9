//! [`Mark`]: a scale or unit behind a number.

use crate::{
    currency::Currency,
    stated::{
        coin,
        lexicon::{Class, Worth, scaled_code},
        token::{Gap, Kind, Numeral, Tokens},
    },
};

/// What a mark behind a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
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
    pub(super) fn exponent(self) -> i32 {
        match self {
            Self::Percent | Self::Point | Self::Minor(_) | Self::DefaultMinor => -2,
            Self::Permille => -3,
            Self::Basis => -4,
            Self::Times | Self::Days | Self::Major(_) | Self::DefaultMajor => 0,
        }
    }

    /// Returns whether it is of a currency.
    pub(super) fn is_money(self) -> bool {
        matches!(self, Self::Major(_) | Self::Minor(_) | Self::DefaultMinor | Self::DefaultMajor)
    }

    /// Returns whether it is of a difference of percentages.
    pub(super) fn is_difference(self) -> bool {
        matches!(self, Self::Point | Self::Basis)
    }

    pub(super) fn is_ratio(self) -> bool {
        matches!(self, Self::Percent | Self::Point | Self::Basis | Self::Permille)
    }
}

/// Where a mark stands behind its number.
#[derive(Clone, Copy)]
pub(super) struct Place {
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

/// A mark read, with the tokens up to its end and a scale that it holds: `5 MSEK`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub mark: Mark,
    pub end: usize,
    pub power: Option<i32>,
}

/// Returns where the word that completes another stands: behind a space or a hyphen.
pub(super) fn second(t: &Tokens<'_>, at: usize, class: Class) -> Option<usize> {
    let hyphen = t.mark(at) == '-' && t.is_glued(at) && t.is_glued(at + 1);
    let at = at + usize::from(hyphen);
    (t.is(at, class) && t.is_near(at)).then_some(at)
}

/// Reads a scale at a position and returns it with its end.
pub(super) fn scale(t: &Tokens<'_>, at: usize, place: Place) -> Option<(i32, usize)> {
    match t.get(at).kind {
        Kind::Word(_) => word_scale(t, at, place),
        Kind::Mark(c) if !c.is_ascii() => han_scale(t, at, c),
        _ => None,
    }
}

fn word_scale(t: &Tokens<'_>, at: usize, place: Place) -> Option<(i32, usize)> {
    let class = t.class(at);
    let Worth::Power(power) = t.worth(at) else {
        return None;
    };
    let mut power = i32::from(power);
    let mut end = at + 1;
    if class.is(Class::LETTER) {
        is_letter_scale(t, at, place).then_some(())?;
    } else if class.is(Class::MONEY_SCALE) {
        // "Mil millones", a thousand millions.
        if t.has(at, "mil") && t.has(end, "millones") {
            return Some((9, end + 1));
        }
        place.money.then_some(())?;
    } else if !class.is(Class::SCALE) {
        return None;
    }
    // A glued footnote mark may follow a long word, and nothing may follow a short one.
    if t.slice(at).len() < 3 && t.is_number(end) && t.is_glued(end) {
        return None;
    }
    if power == 5
        && t.is_beside(end)
        && let Worth::Power(7) = t.worth(end)
    {
        power += 7;
        end += 1;
    }
    if class.is(Class::DOTTED) && t.mark(end) == '.' && t.is_glued(end) && is_money(t, end + 1) {
        end += 1;
    }
    Some((power, end))
}

/// Returns whether a currency stands at a position, behind a point that could also end a sentence.
fn is_money(t: &Tokens<'_>, at: usize) -> bool {
    t.is_beside(at) && (coin::is_sign(t.mark(at)) || t.is(at, Class::CODE.and(Class::COIN)))
}

/// Returns whether a letter is a scale, and cannot be a kilo, a metre, a form or a model.
fn is_letter_scale(t: &Tokens<'_>, at: usize, place: Place) -> bool {
    let letter = t.slice(at);
    let joined = t.mark(at + 1) == '&' && t.is_glued(at + 1);
    if joined || place.hyphen && !place.money {
        return false;
    }
    let plain = place.glued && matches!(letter, "M" | "MM" | "B" | "m" | "K" | "k");
    let spaced = letter != "mm";
    plain || place.money || (place.glued || spaced) && is_scale_of_money(t, at, place)
}

/// Returns whether a letter stands between a number and its currency: `10 M EUR`, `4 k€`.
fn is_scale_of_money(t: &Tokens<'_>, at: usize, place: Place) -> bool {
    let next = at + 1;
    if coin::sign_currency(t.mark(next)).is_some() && t.is_glued(next) {
        return !(t.is_number(next + 1) && t.is_glued(next + 1));
    }
    let place = Place { glued: false, scaled: true, ..place };
    matches!(t.slice(at), "M" | "MM" | "B")
        && !t.is_glued(next)
        && t.is_beside(next)
        && unit(t, next, place).is_some_and(|read| read.mark.is_money())
}

/// Reads a scale written in Chinese or Japanese characters.
fn han_scale(t: &Tokens<'_>, at: usize, c: char) -> Option<(i32, usize)> {
    let power = match c {
        '千' => 3,
        '万' | '萬' => 4,
        '億' | '亿' => 8,
        '兆' => 12,
        // A hundred ten-thousands, as accounts are printed: 3,412百万円.
        '百' if t.is_glued(at + 1) && matches!(t.mark(at + 1), '万' | '萬') => {
            return Some((6, at + 2));
        }
        _ => return None,
    };
    let next = at + 1;
    let hundreds = t.is_glued(next).then(|| t.mark(next));
    match (power, hundreds) {
        (4, Some('億' | '亿')) => Some((12, next + 1)),
        (3, Some('億' | '亿')) => Some((11, next + 1)),
        // A thousand ten-thousands is ten million.
        (3, Some('万' | '萬')) => Some((7, next + 1)),
        _ => Some((power, next)),
    }
}

/// Reads a unit at a position.
pub(super) fn unit(t: &Tokens<'_>, at: usize, place: Place) -> Option<Read> {
    match t.get(at).kind {
        Kind::Mark(c) => symbol(t, at, c, place),
        Kind::Word(_) => word(t, at, place),
        _ => None,
    }
}

fn read(mark: Mark, end: usize) -> Option<Read> {
    Some(Read { mark, end, power: None })
}

fn symbol(t: &Tokens<'_>, at: usize, c: char, place: Place) -> Option<Read> {
    let end = at + 1;
    match c {
        '%' | '％' | '﹪' => percent_points(t, end),
        '×' | '✕' | '✖' if ends_product(t, end) => read(Mark::Times, end),
        '‰' => read(Mark::Permille, end),
        '¢' => read(Mark::DefaultMinor, end),
        _ if place.money => None,
        '円' => read(Mark::Major(Currency::JPY), end),
        '元' => read(Mark::Major(Currency::CNY), end),
        // A sign glued to the digits behind it belongs to those.
        c if !(t.is_number(end) && t.is_glued(end)) => {
            read(Mark::Major(coin::sign_currency(c)?), end)
        }
        _ => None,
    }
}

/// Returns whether a sign of multiplication is none between two numbers.
fn ends_product(t: &Tokens<'_>, end: usize) -> bool {
    !t.is_near(end) || !(t.is_number(end) || coin::is_sign(t.mark(end)))
}

/// Returns whether an "x" says times: `11.2x 2025E EBITDA` names a year behind it.
fn is_times_letter(t: &Tokens<'_>, at: usize, place: Place) -> bool {
    let end = at + 1;
    let lower = t.slice(at) == "x";
    let year = || {
        place.glued
            && !t.is_glued(end)
            && t.number(end).is_some_and(|number| {
                number.is_ok_and(|number| number.whole_digits == 4 && number.places == 0)
            })
    };
    (lower || place.glued) && (ends_product(t, end) || year())
}

/// Passes over "points" behind a percent sign: `1.4 %-points`.
fn percent_points(t: &Tokens<'_>, end: usize) -> Option<Read> {
    match second(t, end, Class::POINT) {
        Some(points) if t.is_beside(points) => read(Mark::Point, points + 1),
        _ => read(Mark::Percent, end),
    }
}

fn word(t: &Tokens<'_>, at: usize, place: Place) -> Option<Read> {
    let end = at + 1;
    let (class, slice) = (t.class(at), t.slice(at));
    // A glued footnote mark may follow a long word, and nothing may follow a short one.
    if slice.len() < 4 && t.is_number(end) && t.is_glued(end) {
        return None;
    }
    if class.is(Class::PERCENT) {
        return percent_points(t, end);
    }
    if class.is(Class::BASIS_UNIT) {
        return read(Mark::Basis, end);
    }
    if class.is(Class::POINT_UNIT) {
        return read(Mark::Point, end);
    }
    if class.is(Class::PERCENTAGE) {
        return read(Mark::Point, second(t, end, Class::POINT)? + 1);
    }
    if class.is(Class::BASIS) {
        return read(Mark::Basis, second(t, end, Class::POINT)? + 1);
    }
    if class.is(Class::TIMES) {
        let times = if slice.len() == 1 { is_times_letter(t, at, place) } else { !place.year };
        return if times { read(Mark::Times, end) } else { None };
    }
    if class.is(Class::DAY) {
        return if place.year { None } else { read(Mark::Days, end) };
    }
    if class.is(Class::WORKING) {
        return read(Mark::Days, second(t, end, Class::DAY)? + 1);
    }
    if slice.eq_ignore_ascii_case("per") {
        let cent = t.has(end, "cent") && t.is_near(end);
        return if cent { read(Mark::Percent, end + 1) } else { None };
    }
    if place.money { None } else { money(t, at, place) }
}

/// Reads a currency's word, code or letter behind a number.
fn money(t: &Tokens<'_>, at: usize, place: Place) -> Option<Read> {
    let (class, end) = (t.class(at), at + 1);
    match t.slice(at) {
        "p" if place.glued => return read(Mark::Minor(Currency::GBP), end),
        "P" if place.glued && is_pointed(t, at) => return read(Mark::Minor(Currency::GBP), end),
        "c" if place.glued => return read(Mark::DefaultMinor, end),
        _ => {}
    }
    // "99 Cents" and "Dollar" with a capital are names of shops, "Times" of a newspaper.
    if class.is(Class::CENT.and(Class::DOLLAR)) && is_titled(t, at) {
        return None;
    }
    if class.is(Class::CENT) {
        return read(Mark::DefaultMinor, end);
    }
    if class.is(Class::MINOR) {
        return read(Mark::Minor(coin::currency_of(t, at)?), end);
    }
    if place.year {
        return None;
    }
    if class.is(Class::DOLLAR) {
        return read(Mark::DefaultMajor, end);
    }
    if class.is(Class::LAND_FIRST) {
        let apostrophe = matches!(t.mark(end), '\'' | '\u{2019}');
        let land = if apostrophe { end + 1 } else { second(t, end, Class::LAND)? };
        let read = money(t, land, place)?;
        return Some(read).filter(|read| apostrophe || read.end > land + 1);
    }
    if class.is(Class::LAND.and(Class::COIN))
        && let Some(cents) = second(t, end, Class::CENT)
    {
        return read(Mark::Minor(coin::currency_of(t, at)?), cents + 1);
    }
    if class.is(Class::LAND) {
        let coin = second(t, end, Class::LANDS_COIN)?;
        return read(Mark::Major(coin::currency_of(t, at)?), coin + 1);
    }
    let own = class.is(Class::COIN.and(Class::CODE))
        || class.is(Class::LANDS_COIN) && (place.scaled || is_price(t, at));
    if own {
        let sterling = t.is(at, Class::LANDS_COIN) && t.has(end, "sterling") && t.is_near(end);
        let mark = Mark::Major(coin::currency_of(t, at)?);
        return read(mark, end + usize::from(sterling));
    }
    let (currency, power) = scaled_code(t.slice(at)).filter(|_| !place.scaled)?;
    Some(Read { mark: Mark::Major(currency), end, power: Some(power) })
}

/// Returns whether a number and "won" are a price and no verb with its subject: the number has
/// decimals or is grouped, and no object follows.
fn is_price(t: &Tokens<'_>, at: usize) -> bool {
    let precise = |number: Numeral| number.grouped || number.places > 0;
    let number = t.number(at.wrapping_sub(1));
    number.is_some_and(|number| number.is_ok_and(precise)) && !t.is(at + 1, Class::DETERMINER)
}

/// Returns whether a word has a capital and small letters behind it.
fn is_titled(t: &Tokens<'_>, at: usize) -> bool {
    t.initial(at).is_uppercase() && t.slice(at).chars().skip(1).all(char::is_lowercase)
}

/// Returns whether the number before a unit has a decimal point: lines of a video have none.
fn is_pointed(t: &Tokens<'_>, at: usize) -> bool {
    matches!(t.number(at.wrapping_sub(1)), Some(Ok(numeral)) if numeral.places > 0)
}

/// Returns the gap before a position as the place of a mark there, over a hyphen that joins it.
pub(super) fn place(t: &Tokens<'_>, at: usize, money: bool, year: bool) -> (usize, Place) {
    let plain = Place { glued: t.is_glued(at), hyphen: false, money, year, scaled: false };
    let hyphen = matches!(t.mark(at), '-' | '\u{2011}') && t.is_glued(at);
    if hyphen && t.is_word(at + 1) && t.is_glued(at + 1) {
        return (at + 1, Place { glued: false, hyphen: true, ..plain });
    }
    (at, plain)
}

/// Returns the end of a percent sign or closing parenthesis that stands first in the cell behind a
/// number, as in `2.8 | %`.
pub(super) fn cell_behind(t: &Tokens<'_>, at: usize, mark: char) -> Option<usize> {
    let bar = usize::from(t.mark(at) == '|');
    let sign = at + bar;
    let crossed = bar > 0 || t.gap(at) == Gap::Line || mark == ')';
    let near = t.is_near(at) && t.is_near(sign);
    let next = sign + 1;
    let ends = !t.is_glued(next)
        || matches!(t.mark(next), '|' | '%')
        || mark == '%' && t.mark(next) == ')'
        || t.get(next).kind == Kind::Edge;
    (near && crossed && t.mark(sign) == mark && ends).then_some(next)
}

//! [`Part`]: one number with its sign, currency, scale and unit.

use core::ops::Range;

use crate::stated::{
    amount::{Amount, amount},
    coin::{self, Coin},
    lexicon::Class,
    mark::{self, Mark},
    mode::Mode,
    options::Options,
    prefix::Prefix,
    sign::{Paren, Sign},
    suffix::Suffix,
    token::{Malformed, Numeral, Tokens},
    unit::Unit,
};

/// One number with its sign, currency, scale and unit, as printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// Its tokens are those from `first` up to `end`.
    pub first: usize,
    pub end: usize,
    /// The token of the number.
    pub at: usize,
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

/// Reads the part around the number at a position; none of it stands before `floor`.
pub(super) fn part(t: &Tokens<'_>, at: usize, floor: usize, mode: Mode) -> Result<Part, Malformed> {
    let numeral = match t.number(at) {
        Some(number) => number?,
        // No caller asks for the number of another token.
        None => return Err(Malformed::none()),
    };
    let mut prefix = Prefix::read(t, at, floor, mode);
    let closed = match prefix.inside {
        Some(_) if t.mark(at + 1) == ')' => Some(at + 2),
        Some(_) => mark::cell_behind(t, at + 1, ')'),
        None => None,
    };
    let after = closed.unwrap_or(at + 1);
    let mut suffix = Suffix::read(t, after, &numeral, prefix.money().map(|money| money.coin), mode);
    if suffix.mark == Some(Mark::DefaultMinor)
        && prefix.first == at
        && let Some(cents) = coin::cents_before(t, at, floor)
    {
        prefix.first = cents.first;
        suffix.coin = Some(cents.coin);
        suffix.mark = None;
    }
    if suffix.scale.is_none() {
        suffix.scale = prefix.money().and_then(|money| money.power);
    }
    let numeral = regrouped(t, numeral, after..suffix.end);
    let paren = prefix.close(t, closed, &mut suffix);
    if paren.is_none() && prefix.inside.is_some() {
        // The parenthesis is none of the number's: what stands inside it is.
        let inner = prefix.without_paren();
        suffix = Suffix::read(t, at + 1, &numeral, inner.money().map(|money| money.coin), mode);
        suffix.scale = suffix.scale.or(inner.money().and_then(|money| money.power));
        prefix = inner;
    }
    Ok(Part {
        first: prefix.first,
        end: suffix.end,
        at,
        numeral,
        sign: prefix.sign(),
        paren,
        coin: suffix.coin,
        scale: suffix.scale,
        mark: suffix.mark,
        hyphen: suffix.hyphen,
        plus: suffix.plus,
    })
}

/// Reads a point before three digits as one between thousands where a scale behind the number is a
/// word of a language that does: `6.492 millioner`.
fn regrouped(t: &Tokens<'_>, numeral: Numeral, mut suffix: Range<usize>) -> Numeral {
    let plain = numeral.places == 3 && !numeral.grouped && (1..=3).contains(&numeral.whole_digits);
    if plain && suffix.any(|at| t.is(at, Class::GROUPED_BY_POINT)) {
        let whole_digits = numeral.whole_digits + numeral.places;
        Numeral { places: 0, whole_digits, grouped: true, ..numeral }
    } else {
        numeral
    }
}

impl Part {
    /// Returns whether no currency, scale or unit is printed with the number.
    pub(super) fn is_bare(&self) -> bool {
        self.coin.is_none() && self.scale.is_none() && self.mark.is_none()
    }

    pub(super) fn is_ratio(&self) -> bool {
        self.mark.is_some_and(Mark::is_ratio)
    }

    pub(super) fn is_money(&self) -> bool {
        self.coin.is_some() || self.mark.is_some_and(Mark::is_money)
    }

    /// Returns whether parentheses stand around its number, and none of its signs.
    pub(super) fn is_aside(&self) -> bool {
        self.paren == Some(Paren::Accounting) && self.sign.is_none() && self.coin.is_none()
    }

    /// Returns whether its sign makes the number negative, or its parentheses, where those around
    /// the whole figure do.
    pub(super) fn is_negative(&self, around: bool) -> bool {
        match (self.sign, self.paren) {
            (Some(Sign::Minus), _) | (_, Some(Paren::Accounting)) => true,
            (None, Some(Paren::Around)) => around,
            _ => false,
        }
    }

    /// Returns whether the number may be a calendar year; a text that is one figure has none.
    pub(super) fn is_year(&self, mode: Mode) -> bool {
        mode == Mode::Prose && self.is_bare() && self.numeral.is_year()
    }

    /// Returns the unit that is printed, with `default` for a bare `$`.
    pub(super) fn unit(&self, options: &Options) -> Unit {
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
    pub(super) fn amount(&self, negative: bool, options: &Options) -> Option<Amount> {
        let unit = self.unit(options);
        let table = match (self.scale, unit) {
            (None, Unit::Money(_) | Unit::Count) => options.exponent(),
            (scale, _) => scale.unwrap_or(0),
        };
        let exponent = table
            + i32::from(self.numeral.power)
            + self.mark.map_or(0, Mark::exponent)
            + self.coin.map_or(0, Coin::exponent);
        amount(self.numeral.mantissa, i32::from(self.numeral.places) - exponent, negative, unit)
    }
}

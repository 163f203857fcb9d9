//! [`Suffix`]: what stands behind a number.

use crate::{
    currency::Currency,
    stated::{
        coin::{self, Coin},
        hedge,
        lexicon::Class,
        mark::{self, Mark, Place},
        mode::Mode,
        token::{Kind, Numeral, Tokens},
    },
};

/// Decimals of points that are of a percentage where no index is named: those of an index have none
/// or two.
const POINT_PLACES: u8 = 1;

/// What stands behind a number: its scale and its unit.
pub(super) struct Suffix {
    pub end: usize,
    pub scale: Option<i32>,
    pub mark: Option<Mark>,
    pub coin: Option<Coin>,
    pub hyphen: bool,
    pub plus: bool,
}

impl Suffix {
    pub(super) fn read(
        t: &Tokens<'_>,
        at: usize,
        numeral: &Numeral,
        coin: Option<Coin>,
        mode: Mode,
    ) -> Self {
        let mut suffix =
            Self { end: at, scale: None, mark: None, coin, hyphen: false, plus: false };
        if matches!(t.mark(at), ',' | ')' | ';' | ':' | '.') || !t.is_near(at) {
            return suffix;
        }
        let plus = plus(t, at);
        let may_be_year = mode == Mode::Prose && numeral.is_year();
        suffix.read_marks(t, plus.unwrap_or(at), numeral, may_be_year);
        suffix.plus = plus.is_some() && suffix.end > at;
        suffix
    }

    fn read_marks(&mut self, t: &Tokens<'_>, at: usize, numeral: &Numeral, may_be_year: bool) {
        let money = self.coin.is_some();
        let year = may_be_year && !t.is_glued(at) && !money;
        let (mut next, mut place) = mark::place(t, at, money, year);
        if !t.is_near(next) {
            return;
        }
        if let Some((exponent, end)) = mark::scale(t, next, place) {
            self.scale = Some(exponent);
            self.hyphen = place.hyphen;
            self.end = end;
            (next, place) = mark::place(t, end, money, false);
            place.scaled = true;
        }
        if self.coin.is_none() && self.scale.is_none() && t.mark(next) == '|' {
            if let Some(end) = mark::cell_behind(t, at, '%') {
                self.mark = Some(Mark::Percent);
                self.end = end;
            }
            return;
        }
        if !t.is_near(next) {
            return;
        }
        if let Some(coin) = self.coin {
            if let Some(coin) = repeated(t, next, coin) {
                self.coin = Some(coin);
                self.end = next + 1;
            }
        } else {
            self.read_unit(t, next, place);
            if self.mark.is_none() && self.scale.is_none() && numeral.places == POINT_PLACES {
                self.read_points(t, next, place);
            }
        }
    }

    /// Reads points of a percentage without their first word: "up 2.0 points to 31.5%".
    fn read_points(&mut self, t: &Tokens<'_>, at: usize, place: Place) {
        if t.has(at, "points") || t.has(at, "point") {
            self.mark = Some(Mark::Point);
            self.hyphen = place.hyphen;
            self.end = at + 1;
        }
    }

    fn read_unit(&mut self, t: &Tokens<'_>, at: usize, place: Place) {
        let Some(read) = mark::unit(t, at, place) else {
            return;
        };
        if self.scale.is_some() && read.mark.is_ratio() {
            return;
        }
        self.mark = Some(read.mark);
        self.hyphen = place.hyphen;
        self.end = read.end;
        self.scale = self.scale.or(read.power);
        // "137 USD million".
        if self.scale.is_none() && matches!(read.mark, Mark::Major(_) | Mark::DefaultMajor) {
            let (next, behind) = mark::place(t, read.end, true, false);
            let scale = t.is_beside(next).then(|| mark::scale(t, next, behind)).flatten();
            if let Some((power, end)) = scale.filter(|_| !behind.hyphen) {
                self.scale = Some(power);
                self.end = end;
            }
        }
    }
}

/// Passes over "-plus" or "+" between a number and its unit: `40-plus times`, `$5+ billion`.
fn plus(t: &Tokens<'_>, at: usize) -> Option<usize> {
    if !t.is_glued(at) {
        return None;
    }
    let word = t.mark(at) == '-' && t.has(at + 1, "plus") && !t.is_glued(at + 2);
    if word {
        return Some(at + 2);
    }
    hedge::is_plus(t, at).then_some(at + 1)
}

/// Reads the code or word that repeats or completes the currency before a number: `$40m CAD`.
fn repeated(t: &Tokens<'_>, at: usize, coin: Coin) -> Option<Coin> {
    if !matches!(t.get(at).kind, Kind::Word(_)) {
        return None;
    }
    if t.has(at, "dollars") || t.has(at, "euros") {
        return Some(coin);
    }
    let currency = t.is(at, Class::CODE).then(|| coin::currency_of(t, at)).flatten()?;
    let completes = match coin {
        Coin::Named(named) => named == currency,
        Coin::Minor(_) => false,
        Coin::Default => matches!(
            currency,
            Currency::USD
                | Currency::CAD
                | Currency::AUD
                | Currency::NZD
                | Currency::HKD
                | Currency::SGD
                | Currency::TWD
                | Currency::MXN
        ),
    };
    completes.then_some(Coin::Named(currency))
}

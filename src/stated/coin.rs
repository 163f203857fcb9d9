//! [`Coin`]: a currency as documents write it before a number.

use crate::{
    currency::Currency,
    stated::{
        lexicon::{Class, DOLLAR_LETTERS, SIGNS, Worth, scaled_code},
        mode::Mode,
        token::{Gap, Kind, Tokens},
    },
};

/// A currency before a number: one by name, or the caller's default for a bare `$`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coin {
    Named(Currency),
    /// Hundredths of its major unit: `GBp 162.60`.
    Minor(Currency),
    Default,
}

impl Coin {
    pub(super) fn resolve(self, default: Currency) -> Currency {
        match self {
            Self::Named(currency) | Self::Minor(currency) => currency,
            Self::Default => default,
        }
    }

    /// Returns the power of ten that turns a number behind it into major units.
    pub(super) fn exponent(self) -> i32 {
        match self {
            Self::Minor(_) => -2,
            Self::Named(_) | Self::Default => 0,
        }
    }
}

/// A currency before a number, with the scale that stands with it: `MNOK`, `€m`, `RMB million`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Denomination {
    pub first: usize,
    pub coin: Coin,
    pub power: Option<i32>,
}

/// Reads the currency that ends before a position.
pub(super) fn before(t: &Tokens<'_>, end: usize, floor: usize, mode: Mode) -> Option<Denomination> {
    let end = if t.gap(end) == Gap::Line || t.mark(end.wrapping_sub(1)) == '|' {
        cell_before(t, end, floor)?
    } else {
        end
    };
    let at = end.checked_sub(1).filter(|at| *at >= floor)?;
    let money = match t.get(at).kind {
        Kind::Mark('$') => dollar(t, at, floor),
        Kind::Mark('.') if t.is_glued(at) && at > floor => {
            let money = word(t, at - 1, floor, mode)?;
            t.is(at - 1, Class::DOTTED).then_some(money)?
        }
        Kind::Mark('/') if t.is_glued(at) && at > floor && t.is_exactly(at - 1, "S") => {
            named(at - 1, "PEN".parse().ok()?)
        }
        Kind::Mark(sign) => signed(t, at, floor, sign)?,
        Kind::Word(_) => word(t, at, floor, mode)?,
        _ => return None,
    };
    Some(with_scale(t, money, floor))
}

/// Returns the end of the currency sign that stands alone in the cell before a number, as in
/// `$ | 31,087`: a bar at most lies between, with a line break on each side.
fn cell_before(t: &Tokens<'_>, number: usize, floor: usize) -> Option<usize> {
    let bar = usize::from(t.mark(number.wrapping_sub(1)) == '|');
    let end = number.checked_sub(bar).filter(|end| *end > floor)?;
    let sign = end - 1;
    let alone = t.gap(sign) >= Gap::Line || t.mark(sign.wrapping_sub(1)) == '|';
    let near = t.is_near(number) && t.is_near(end);
    (near && alone && is_sign(t.mark(sign))).then_some(end)
}

fn named(first: usize, currency: Currency) -> Denomination {
    Denomination { first, coin: Coin::Named(currency), power: None }
}

/// Reads the letters before a dollar sign: `US$`, `HK$`, `CAD $`.
fn dollar(t: &Tokens<'_>, at: usize, floor: usize) -> Denomination {
    let default = Denomination { first: at, coin: Coin::Default, power: None };
    let Some(letters) = at.checked_sub(1).filter(|letters| *letters >= floor) else {
        return default;
    };
    let glued = t.is_glued(at);
    // Markdown escapes the sign: `\\$265`.
    if glued && t.mark(letters) == '\\' {
        return Denomination { first: letters, ..default };
    }
    let joins = glued || t.gap(at) == Gap::Space && t.is(letters, Class::JOINING_CODE);
    let land = if joins { dollar_of(t.slice(letters)) } else { None };
    land.map_or(default, |land| named(letters, land))
}

/// Returns whose dollars the letters before the sign name.
fn dollar_of(letters: &str) -> Option<Currency> {
    DOLLAR_LETTERS.iter().find(|(known, _)| *known == letters).and_then(|(_, worth)| money(*worth))
}

fn money(worth: Worth) -> Option<Currency> {
    match worth {
        Worth::Currency(currency) => Some(currency),
        Worth::Code(code) => code.parse().ok(),
        _ => None,
    }
}

/// Returns the currency that a word names.
pub(super) fn currency_of(t: &Tokens<'_>, at: usize) -> Option<Currency> {
    match t.worth(at) {
        Worth::None if t.is(at, Class::CODE) => t.slice(at).parse().ok(),
        worth => money(worth),
    }
}

fn signed(t: &Tokens<'_>, at: usize, floor: usize, sign: char) -> Option<Denomination> {
    let letters = at.wrapping_sub(1);
    if matches!(sign, '¥' | '￥') && at > floor && t.is_glued(at) {
        let currency = match t.slice(letters) {
            "CN" | "RMB" => Some(Currency::CNY),
            "JP" => Some(Currency::JPY),
            _ => None,
        };
        if let Some(currency) = currency {
            return Some(named(letters, currency));
        }
    }
    Some(named(at, sign_currency(sign)?))
}

/// Returns whether a character is the sign of a currency.
pub(super) fn is_sign(c: char) -> bool {
    c == '$' || sign_currency(c).is_some()
}

/// Returns the currency whose sign a character is.
pub(super) fn sign_currency(c: char) -> Option<Currency> {
    if c.is_ascii() {
        return None;
    }
    SIGNS.iter().find(|(sign, _)| *sign == c).map(|(_, currency)| *currency)
}

fn word(t: &Tokens<'_>, at: usize, floor: usize, mode: Mode) -> Option<Denomination> {
    let joined = at > floor && t.is_glued(at);
    // In "EUR/USD 1.0850" they name a pair, and "5USD" is a number's own.
    if joined && (t.mark(at - 1) == '/' || t.is_number(at - 1)) {
        return None;
    }
    if let Some(money) = dollar_before(t, at, floor) {
        return Some(money);
    }
    let class = t.class(at);
    if !class.is(MONEY) {
        return unlisted(t, at, mode);
    }
    let glued = t.is_glued(at + 1);
    if class.is(Class::APART) && glued && t.is_number(at + 1) {
        return None;
    }
    if class.is(Class::CODE) {
        return Some(named(at, currency_of(t, at)?));
    }
    if class.is(Class::BEFORE) {
        // One letter is a currency only where its number is glued to it.
        let one = t.slice(at).len() == 1;
        return (!one || glued).then_some(named(at, currency_of(t, at)?));
    }
    if class.is(Class::MINOR_BEFORE) {
        return Some(Denomination {
            coin: Coin::Minor(currency_of(t, at)?),
            ..named(at, Currency::USD)
        });
    }
    if class.is(Class::SCALE.and(Class::LETTER)) && at > floor {
        return scale_behind_coin(t, at, floor);
    }
    // "HK cents 12.5".
    if class.is(Class::CENT) && at > floor && t.is_beside(at) && !joined {
        return cents_before(t, at, floor);
    }
    unlisted(t, at, mode)
}

/// Reads the letters behind a dollar sign, as Australia's press writes them: `$US47m`, `$A1.2bn`.
fn dollar_before(t: &Tokens<'_>, at: usize, floor: usize) -> Option<Denomination> {
    let sign = at.checked_sub(1).filter(|sign| *sign >= floor && t.mark(*sign) == '$')?;
    let joined = t.is_glued(at) && t.is_glued(at + 1);
    let land = if joined { land_of_dollars(t.slice(at)) } else { None };
    land.map(|land| named(sign, land))
}

/// Classes of words that can stand for a currency before a number.
const MONEY: Class = Class::CODE
    .and(Class::BEFORE)
    .and(Class::MINOR_BEFORE)
    .and(Class::LETTER)
    .and(Class::SCALE)
    .and(Class::CENT);

/// Reads a currency's code that holds a scale, or one that only a text of one figure has.
fn unlisted(t: &Tokens<'_>, at: usize, mode: Mode) -> Option<Denomination> {
    if let Some((currency, power)) = scaled_code(t.slice(at)) {
        return Some(Denomination { power: Some(power), ..named(at, currency) });
    }
    let all = mode == Mode::Figure && t.slice(at).len() == 3;
    all.then(|| t.slice(at).parse().ok()).flatten().map(|currency| named(at, currency))
}

/// Reads a scale between a currency and its number: `€m 137.5`, `RMB million 3,914`.
fn scale_behind_coin(t: &Tokens<'_>, scale: usize, floor: usize) -> Option<Denomination> {
    let Worth::Power(power) = t.worth(scale) else {
        return None;
    };
    let coin = scale - 1;
    let worded = t.gap(scale) == Gap::Space && t.is(scale, Class::SCALE);
    let money = match t.get(coin).kind {
        Kind::Mark(sign) if t.is_glued(scale) || worded => match sign {
            '$' => dollar(t, coin, floor),
            _ => named(coin, sign_currency(sign)?),
        },
        Kind::Word(_) if t.gap(scale) == Gap::Space => {
            t.is(coin, Class::CODE.and(Class::BEFORE)).then_some(())?;
            named(coin, currency_of(t, coin)?)
        }
        _ => return None,
    };
    // "5 USD million" has its number before.
    let taken = money.first > floor && t.is_number(money.first - 1) && t.is_beside(money.first);
    (!taken).then_some(Denomination { power: Some(i32::from(power)), ..money })
}

/// Adds the scale that stands before a currency: `Mio. EUR 52,7`.
fn with_scale(t: &Tokens<'_>, money: Denomination, floor: usize) -> Denomination {
    let Some(before) = money.first.checked_sub(1).filter(|before| *before >= floor) else {
        return money;
    };
    let dot = usize::from(t.mark(before) == '.' && t.is_glued(before));
    let Some(scale) = before.checked_sub(dot).filter(|scale| *scale >= floor) else {
        return money;
    };
    let alone = !t.is_number(scale.wrapping_sub(1));
    match t.worth(scale) {
        Worth::Power(power)
            if t.is(scale, Class::DOTTED) && alone && t.gap(money.first) <= Gap::Space =>
        {
            Denomination { first: scale, power: Some(i32::from(power)), ..money }
        }
        _ => money,
    }
}

/// Reads the letters before a number of cents: `HK33 cents`, `US20 cents`.
pub(super) fn cents_before(t: &Tokens<'_>, end: usize, floor: usize) -> Option<Denomination> {
    let at = end.checked_sub(1).filter(|at| *at >= floor)?;
    let currency = land_of_dollars(t.slice(at))?;
    Some(Denomination { coin: Coin::Minor(currency), ..named(at, currency) })
}

/// Returns whose dollars and cents letters name where no sign stands behind them.
fn land_of_dollars(letters: &str) -> Option<Currency> {
    let known = matches!(letters, "HK" | "US" | "A" | "AU" | "NZ" | "S" | "C");
    if known { dollar_of(letters) } else { None }
}

//! Currencies as documents write them, before and behind a number.

use crate::{
    currency::Currency,
    stated::{
        mark::{Mark, Place, second},
        text::{Lower, Text},
    },
};

/// A currency before a number: one by name, or the caller's default for a bare `$`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coin {
    Named(Currency),
    /// Hundredths of its major unit: `GBp 162.60`.
    Minor(Currency),
    Default,
}

impl Coin {
    pub fn resolve(self, default: Currency) -> Currency {
        match self {
            Self::Named(currency) | Self::Minor(currency) => currency,
            Self::Default => default,
        }
    }

    /// Returns the power of ten that turns a number behind it into major units.
    pub fn exponent(self) -> i32 {
        match self {
            Self::Minor(_) => -2,
            Self::Named(_) | Self::Default => 0,
        }
    }
}

/// Reads the currency that ends at `end`, and returns it with its start.
#[inline]
pub fn before(text: Text<'_>, end: usize, floor: usize, codes: Codes) -> Option<(Coin, usize)> {
    let byte = if end > floor { text.byte_before(end) } else { 0 };
    match byte {
        b'$' => Some(dollar(text, end - 1, floor)),
        b'/' if text.word_before(end - 1, floor) == b"S" => {
            "PEN".parse().ok().map(|sol| (Coin::Named(sol), end - 2))
        }
        0x80.. => sign(text, end, floor),
        b'.' | b'A'..=b'Z' | b'a'..=b'z' => word_before(text, end, floor, codes),
        _ => None,
    }
}

/// Which three-letter codes are taken for currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codes {
    /// Those that are no English word or usual abbreviation.
    Common,
    /// All of ISO 4217.
    All,
}

/// Reads the letters glued before a dollar sign: `US$`, `HK$`.
fn dollar(text: Text<'_>, at: usize, floor: usize) -> (Coin, usize) {
    let letters = text.word_before(at, floor);
    if letters.is_empty() && text.byte_before(at) == b'.' && text.slice(floor, at).ends_with("U.S.")
    {
        return (Coin::Named(Currency::USD), at - 4);
    }
    // Markdown escapes the sign: `\\$265`.
    if at > floor && text.byte_before(at) == b'\\' {
        return (Coin::Default, at - 1);
    }
    let (letters, at) = if letters.is_empty() && text.byte_before(at) == b' ' {
        // "CAD $2.1 million".
        let code = text.word_before(at - 1, floor);
        let known = matches!(code, b"USD" | b"CAD" | b"AUD" | b"NZD" | b"HKD" | b"SGD");
        if known { (code, at - 1) } else { (letters, at) }
    } else {
        (letters, at)
    };
    match dollar_of(letters) {
        Some(currency) => (Coin::Named(currency), at - letters.len()),
        None => (Coin::Default, at),
    }
}

/// Returns whose dollars, or pesos, the letters before the sign name.
fn dollar_of(letters: &[u8]) -> Option<Currency> {
    Some(match letters {
        b"US" | b"USD" => Currency::USD,
        b"C" | b"CA" | b"CAD" | b"CDN" | b"Cdn" | b"Can" => Currency::CAD,
        b"A" | b"AU" | b"AUD" => Currency::AUD,
        b"NZ" | b"NZD" => Currency::NZD,
        b"HK" | b"HKD" => Currency::HKD,
        b"S" | b"SG" | b"SGD" => Currency::SGD,
        b"NT" | b"NTD" | b"TW" | b"T" => Currency::TWD,
        b"R" => Currency::BRL,
        b"MX" | b"MXN" | b"Mex" => Currency::MXN,
        b"Ch" | b"CLP" => return "CLP".parse().ok(),
        b"COP" | b"Col" => return "COP".parse().ok(),
        b"AR" | b"ARS" => return "ARS".parse().ok(),
        b"TT" | b"TTD" => return "TTD".parse().ok(),
        _ => return None,
    })
}

/// Reads the letters glued before a number of cents: `HK33 cents`, `US20 cents`.
pub fn cents_before(text: Text<'_>, at: usize, floor: usize) -> Option<(Coin, usize)> {
    let letters = text.word_before(at, floor);
    Some((Coin::Minor(cents_of(letters)?), at - letters.len()))
}

fn cents_of(letters: &[u8]) -> Option<Currency> {
    let is_in_cents = matches!(letters, b"HK" | b"US" | b"A" | b"AU" | b"NZ" | b"S" | b"C");
    dollar_of(letters).filter(|_| is_in_cents)
}

fn sign(text: Text<'_>, end: usize, floor: usize) -> Option<(Coin, usize)> {
    let c = text.char_before(end, floor)?;
    let start = end - c.len_utf8();
    let currency = match c {
        '¥' | '￥' => match text.word_before(start, floor) {
            b"CN" | b"RMB" => {
                return Some((
                    Coin::Named(Currency::CNY),
                    start - 2 - usize::from(text.word_before(start, floor).len() == 3),
                ));
            }
            b"JP" => return Some((Coin::Named(Currency::JPY), start - 2)),
            _ => Currency::JPY,
        },
        c => currency_sign(c)?,
    };
    Some((Coin::Named(currency), start))
}

/// Returns whether a character is the sign of a currency.
pub fn is_sign(c: char) -> bool {
    c == '$' || currency_sign(c).is_some()
}

fn currency_sign(c: char) -> Option<Currency> {
    Some(match c {
        '€' => Currency::EUR,
        '£' => Currency::GBP,
        '¥' | '￥' => Currency::JPY,
        '₹' => Currency::INR,
        '₪' => Currency::ILS,
        '₩' => Currency::KRW,
        '₽' => Currency::RUB,
        '₺' => Currency::TRY,
        '₱' => Currency::PHP,
        '฿' => Currency::THB,
        '₫' => Currency::VND,
        '₦' => Currency::NGN,
        _ => return None,
    })
}

fn word_before(text: Text<'_>, end: usize, floor: usize, codes: Codes) -> Option<(Coin, usize)> {
    let dot = text.byte_before(end) == b'.';
    let end = end - usize::from(dot);
    let word = text.word_before(end, floor);
    let start = end - word.len();
    // In "EUR/USD 1.0850" they name a pair.
    if start > floor && text.byte_before(start) == b'/' {
        return None;
    }
    if !(1..=5).contains(&word.len()) || text.byte_before(start).is_ascii_digit() {
        return None;
    }
    let currency = match word {
        b"GBp" | b"GBX" | b"GBx" => return Some((Coin::Minor(Currency::GBP), start)),
        b"ZAc" => return Some((Coin::Minor(Currency::ZAR), start)),
        // "HK cents 12.5".
        b"cents" => {
            let end = text.skip_spaces_before(start, floor);
            return cents_before(text, end, floor).filter(|(_, at)| *at + 1 < end);
        }
        b"Ps" => Currency::MXN,
        // "NIS793" names a molecule.
        b"NIS" if text.is_digit(end) => return None,
        b"Rs" | b"RS" => Currency::INR,
        b"Re" if text.byte(end) == b' ' => Currency::INR,
        b"Fr" | b"SFr" | b"Sfr" | b"sfr" => Currency::CHF,
        _ if dot => return None,
        b"R" if text.is_digit(end) => Currency::ZAR,
        b"RMB" | b"Rmb" | b"rmb" => Currency::CNY,
        b"RM" => Currency::MYR,
        b"Dh" | b"Dhs" => Currency::AED,
        b"Rp" => Currency::IDR,
        b"Eur" | b"eur" => Currency::EUR,
        _ => match scaled(word) {
            Some((currency, _)) => currency,
            None => code(word, codes)?,
        },
    };
    Some((Coin::Named(currency), start))
}

/// Reads a currency's code with a scale glued to it: `MNOK 24.6`, `TEUR 310`, `SEKm 48`.
pub fn scaled(word: &[u8]) -> Option<(Currency, i32)> {
    let (letters, exponent) = match word {
        [b'M', code @ ..] if code.len() == 3 => (code, 6),
        [b'T' | b'K' | b'k', code @ ..] if code.len() == 3 => (code, 3),
        [code @ .., b'm'] if code.len() == 3 => (code, 6),
        [code @ .., b'k'] if code.len() == 3 => (code, 3),
        [code @ .., b'm', b'n'] if code.len() == 3 => (code, 6),
        [code @ .., b'b', b'n'] if code.len() == 3 => (code, 9),
        _ => return None,
    };
    let usual = matches!(
        letters,
        b"EUR" | b"USD" | b"CHF" | b"GBP" | b"SEK" | b"NOK" | b"DKK" | b"CAD" | b"AUD" | b"ZAR"
    );
    Some((code(letters, Codes::Common).filter(|_| usual)?, exponent))
}

fn code(word: &[u8], codes: Codes) -> Option<Currency> {
    Some(match word {
        b"USD" => Currency::USD,
        b"EUR" => Currency::EUR,
        b"GBP" => Currency::GBP,
        b"JPY" => Currency::JPY,
        b"CHF" => Currency::CHF,
        b"CAD" => Currency::CAD,
        b"AUD" => Currency::AUD,
        b"NZD" => Currency::NZD,
        b"CNY" | b"CNH" => Currency::CNY,
        b"HKD" => Currency::HKD,
        b"SGD" => Currency::SGD,
        b"TWD" => Currency::TWD,
        b"INR" => Currency::INR,
        b"KRW" => Currency::KRW,
        b"BRL" => Currency::BRL,
        b"MXN" => Currency::MXN,
        b"SEK" => Currency::SEK,
        b"NOK" => Currency::NOK,
        b"DKK" => Currency::DKK,
        b"PLN" => Currency::PLN,
        b"ILS" | b"NIS" => Currency::ILS,
        b"ZAR" => Currency::ZAR,
        b"RUB" => Currency::RUB,
        b"AED" => Currency::AED,
        b"SAR" => Currency::SAR,
        b"THB" => Currency::THB,
        b"IDR" => Currency::IDR,
        b"MYR" => Currency::MYR,
        b"PHP" => Currency::PHP,
        b"VND" => Currency::VND,
        b"TRY" => Currency::TRY,
        b"NGN" => Currency::NGN,
        b"KWD" | b"BHD" | b"QAR" | b"OMR" | b"JOD" | b"EGP" | b"PKR" | b"BDT" | b"LKR" | b"CZK"
        | b"HUF" | b"RON" | b"ISK" | b"UAH" | b"KZT" | b"ARS" | b"CLP" | b"KES" | b"GHS" => {
            core::str::from_utf8(word).ok()?.parse().ok()?
        }
        _ if codes == Codes::All && word.len() == 3 => {
            core::str::from_utf8(word).ok()?.parse().ok()?
        }
        _ => return None,
    })
}

/// Reads a currency's word, code or letter behind a number.
pub fn behind(
    text: Text<'_>,
    at: usize,
    word: &[u8],
    lower: &[u8],
    place: Place,
) -> Option<(Mark, usize)> {
    let end = at + word.len();
    if place.money {
        return None;
    }
    let mark = match (word, lower) {
        (b"p", _) if place.glued => Mark::Minor(Currency::GBP),
        (b"P", _) if place.glued && is_pointed(text, at) => Mark::Minor(Currency::GBP),
        (b"c", _) if place.glued => Mark::DefaultMinor,
        (b"kr", _) => Mark::Major(Currency::SEK),
        (b"cents" | b"cent" | b"CENTS", _) => Mark::DefaultMinor,
        (_, b"paise" | b"paisa") => Mark::Minor(Currency::INR),
        (_, b"pence") | (b"penny", _) => Mark::Minor(Currency::GBP),
        (_, b"dollars") | (b"dollar", _) if !place.year => Mark::DefaultMajor,
        _ if place.year => return None,
        (_, b"euro" | b"us" | b"hk" | b"canadian" | b"australian" | b"singapore")
            if second(text, end, CENTS).is_some() =>
        {
            let currency = country_of(lower).or_else(|| noun(lower))?;
            return Some((Mark::Minor(currency), second(text, end, CENTS)?));
        }
        (b"U", _) => return american(text, at),
        (_, b"won") if place.scaled => Mark::Major(Currency::KRW),
        _ => match noun(lower) {
            Some(currency) => Mark::Major(currency),
            None => match adjective(text, lower, end) {
                Some((currency, end)) => return Some((Mark::Major(currency), end)),
                None => Mark::Major(code(word, Codes::Common)?),
            },
        },
    };
    let end =
        if lower == b"pounds" { second(text, end, &[b"sterling"]).unwrap_or(end) } else { end };
    Some((mark, end))
}

/// Returns whether the digits before a position have a decimal point: lines of a video have none.
fn is_pointed(text: Text<'_>, at: usize) -> bool {
    const PLACES_MAX: usize = 3;
    let near = text.bytes(at.saturating_sub(PLACES_MAX + 1), at);
    let point = near.iter().rposition(|byte| !byte.is_ascii_digit());
    point.is_some_and(|point| near.get(point) == Some(&b'.') && point + 1 < near.len())
}

const CENTS: &[&[u8]] = &[b"cents", b"cent"];

/// Reads `U.S. dollars`.
fn american(text: Text<'_>, at: usize) -> Option<(Mark, usize)> {
    if !text.has(at, "U.S.") {
        return None;
    }
    let end = second(text, at + 4, &[b"dollar", b"dollars"])?;
    Some((Mark::Major(Currency::USD), end))
}

fn noun(lower: &[u8]) -> Option<Currency> {
    Some(match lower {
        b"euro" | b"euros" => Currency::EUR,
        b"pound" | b"pounds" | b"sterling" => Currency::GBP,
        b"yen" => Currency::JPY,
        b"yuan" | b"renminbi" => Currency::CNY,
        b"rupee" | b"rupees" => Currency::INR,
        b"franc" | b"francs" | b"franken" => Currency::CHF,
        b"kronor" | b"krona" => Currency::SEK,
        b"kroner" | b"krone" => Currency::NOK,
        b"rand" => Currency::ZAR,
        b"reais" => Currency::BRL,
        b"pesos" | b"peso" => Currency::MXN,
        b"rubles" | b"roubles" | b"ruble" | b"rouble" => Currency::RUB,
        b"shekels" | b"shekel" => Currency::ILS,
        b"ringgit" => Currency::MYR,
        b"baht" => Currency::THB,
        b"rupiah" => Currency::IDR,
        b"dirhams" | b"dirham" => Currency::AED,
        b"riyals" | b"riyal" => Currency::SAR,
        b"zloty" | b"zlotys" => Currency::PLN,
        b"lira" | b"liras" => Currency::TRY,
        b"naira" => Currency::NGN,
        _ => return None,
    })
}

/// Reads `Swiss francs` and the like, with the end of its second word.
fn adjective(text: Text<'_>, lower: &[u8], end: usize) -> Option<(Currency, usize)> {
    const DOLLARS: &[&[u8]] = &[b"dollars", b"dollar"];
    const CROWNS: &[&[u8]] = &[b"kroner", b"krone", b"kronor", b"krona", b"crowns", b"crown"];
    let (currency, end) = match lower {
        b"new" => {
            let zealand = second(text, end, &[b"zealand"]);
            let taiwan = second(text, end, &[b"taiwan"]);
            let currency = if zealand.is_some() { Currency::NZD } else { Currency::TWD };
            (currency, second(text, zealand.or(taiwan)?, DOLLARS)?)
        }
        b"hong" => (Currency::HKD, second(text, second(text, end, &[b"kong"])?, DOLLARS)?),
        b"schweizer" => (Currency::CHF, second(text, end, &[b"franken"])?),
        b"swiss" => (Currency::CHF, second(text, end, &[b"francs", b"franc"])?),
        b"danish" => (Currency::DKK, second(text, end, CROWNS)?),
        b"norwegian" => (Currency::NOK, second(text, end, CROWNS)?),
        b"swedish" => (Currency::SEK, second(text, end, CROWNS)?),
        b"chinese" => (Currency::CNY, second(text, end, &[b"yuan"])?),
        b"japanese" => (Currency::JPY, second(text, end, &[b"yen"])?),
        b"indian" => (Currency::INR, second(text, end, &[b"rupees", b"rupee"])?),
        b"british" => (Currency::GBP, second(text, end, &[b"pounds", b"pound"])?),
        b"south" => korean_or_african(text, end)?,
        country => (country_of(country)?, second(text, end, DOLLARS)?),
    };
    Some((currency, end))
}

/// Returns the dollar of the country that one word names.
fn country_of(lower: &[u8]) -> Option<Currency> {
    Some(match lower {
        b"us" | b"american" => Currency::USD,
        b"canadian" => Currency::CAD,
        b"australian" => Currency::AUD,
        b"singapore" => Currency::SGD,
        b"hk" => Currency::HKD,
        b"taiwan" => Currency::TWD,
        _ => return None,
    })
}

fn korean_or_african(text: Text<'_>, end: usize) -> Option<(Currency, usize)> {
    match second(text, end, &[b"korean"]) {
        Some(end) => Some((Currency::KRW, second(text, end, &[b"won"])?)),
        None => {
            let end = second(text, end, &[b"african"])?;
            Some((Currency::ZAR, second(text, end, &[b"rand"])?))
        }
    }
}

/// Reads a currency sign behind a number: `3,2 Mrd. €`, `4億円`.
pub fn sign_behind(text: Text<'_>, at: usize, c: char, place: Place) -> Option<(Mark, usize)> {
    if place.money {
        return None;
    }
    let end = at + c.len_utf8();
    let currency = match c {
        '円' => Currency::JPY,
        '元' => Currency::CNY,
        '$' if place.glued => return None,
        // A sign glued to the digits behind it belongs to those.
        c if !text.is_digit(end) => currency_sign(c)?,
        _ => return None,
    };
    Some((Mark::Major(currency), end))
}

/// Reads the code or word that repeats or completes the currency before a number: `$40m CAD`.
pub fn repeated(text: Text<'_>, at: usize, coin: Coin) -> Option<(Coin, usize)> {
    let word = text.word(at);
    let end = at + word.len();
    if is_repeated_word(word) {
        return Some((coin, end));
    }
    let currency = code(word, Codes::Common)?;
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
    completes.then_some((Coin::Named(currency), end))
}

fn is_repeated_word(word: &[u8]) -> bool {
    matches!(Lower::new(word).as_bytes(), b"dollars" | b"euros")
}

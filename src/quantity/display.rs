//! Quantities as people print them: `$1.004 billion`, `46.2%`, `277.0x`.
//!
//! A precision says how many decimals are printed, and rounds half away from zero. Without one, an
//! amount is printed exactly, and a number that was computed (a ratio, a multiple, days, an amount
//! with more decimals than any that is stated) to two decimals, or to the first two digits of what
//! two decimals would make nothing of. The flag `#` prints every digit. From a million up, a
//! precision also brings the words million, billion and trillion. Nothing here changes a value.

use core::fmt::{self, Alignment, Write};

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use rust_decimal::Decimal;

use super::{Days, Money, Multiple, PerShare, Ratio, Shares};
use crate::{arith, bounds::AMOUNT_PLACES_MAX, currency::Currency};

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let least = minor_places(self.currency());
        Printed::in_words(self.number(), least, f).write(f, &sign(self.currency()), "")
    }
}

impl fmt::Display for PerShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = Digits::of(self.number(), 0);
        let number = Printed::amount(digits, minor_places(self.currency()), f);
        number.write(f, &sign(self.currency()), "")
    }
}

impl fmt::Display for Shares {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = if self.number() == Decimal::ONE { " share" } else { " shares" };
        Printed::in_words(self.number(), 0, f).write(f, "", unit)
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Printed::computed(Digits::of(self.number(), 2), f).write(f, "", "%")
    }
}

impl fmt::Display for Multiple {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Printed::computed(Digits::of(self.number(), 0), f).write(f, "", "x")
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = if self.number() == Decimal::ONE { " day" } else { " days" };
        Printed::computed(Digits::of(self.number(), 0), f).write(f, "", unit)
    }
}

/// Prints a computed number without a unit: `-2.56`, `228,000`.
pub(crate) fn plain(number: Decimal, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    Printed::computed(Digits::of(number, 0), f).write(f, "", "")
}

/// Prints a quantity within a text, with the precision of the text and all digits where it has.
pub(crate) fn within(quantity: impl fmt::Display, f: &fmt::Formatter<'_>) -> String {
    match (f.precision(), f.alternate()) {
        (Some(places), _) => format!("{quantity:.places$}"),
        (None, true) => format!("{quantity:#}"),
        (None, false) => quantity.to_string(),
    }
}

/// What stands before an amount: the currency's sign, or its code and a space.
fn sign(currency: Currency) -> String {
    match currency.prefix() {
        "" => format!("{} ", currency.code()),
        sign => String::from(sign),
    }
}

fn minor_places(currency: Currency) -> usize {
    currency.minor_unit_places().unwrap_or(0) as usize
}

/// The digits of a number without its sign.
#[derive(Clone)]
struct Digits {
    negative: bool,
    /// Digits before the point, without leading zeros.
    whole: Vec<u8>,
    /// Digits behind it.
    fraction: Vec<u8>,
}

impl Digits {
    /// Returns the digits of `value × 10^shift`.
    fn of(value: Decimal, shift: usize) -> Self {
        let text = arith::normal(value).abs().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut fraction = fraction.bytes();
        let moved: Vec<u8> = (0..shift).map(|_| fraction.next().unwrap_or(b'0')).collect();
        let whole = whole.bytes().chain(moved).skip_while(|digit| *digit == b'0').collect();
        Self { negative: value.is_sign_negative(), whole, fraction: fraction.collect() }
    }

    /// Returns the number divided by `10^places`.
    fn scaled_down(&self, places: usize) -> Self {
        let missing = places.saturating_sub(self.whole.len());
        let kept = self.whole.len().saturating_sub(places);
        let moved = self.whole.iter().skip(kept).chain(&self.fraction);
        Self {
            negative: self.negative,
            whole: self.whole.iter().take(kept).copied().collect(),
            fraction: core::iter::repeat_n(b'0', missing).chain(moved.copied()).collect(),
        }
    }

    /// Returns the number with a fixed number of decimals, rounded half away from zero.
    fn rounded(&self, places: usize) -> Self {
        let up = self.fraction.get(places).is_some_and(|digit| *digit >= b'5');
        let zeros = core::iter::repeat(&b'0');
        let kept = self.fraction.iter().chain(zeros).take(places);
        let mut digits: Vec<u8> = self.whole.iter().chain(kept).copied().collect();
        let mut carry = up;
        for digit in digits.iter_mut().rev().take_while(|_| up) {
            if !carry {
                break;
            }
            carry = *digit == b'9';
            *digit = if carry { b'0' } else { *digit + 1 };
        }
        if carry {
            digits.insert(0, b'1');
        }
        let fraction = digits.split_off(digits.len() - places);
        Self { negative: self.negative, whole: digits, fraction }
    }

    fn is_zero(&self) -> bool {
        self.whole.iter().chain(&self.fraction).all(|digit| *digit == b'0')
    }

    fn grouped(&self) -> String {
        let mut text = String::new();
        for (at, digit) in self.whole.iter().enumerate() {
            if at > 0 && (self.whole.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(char::from(*digit));
        }
        if text.is_empty() {
            text.push('0');
        }
        if !self.fraction.is_empty() {
            text.push('.');
            text.extend(self.fraction.iter().copied().map(char::from));
        }
        text
    }
}

/// A number ready to print.
struct Printed {
    negative: bool,
    text: String,
    word: &'static str,
}

/// The short scale, from the millions up: digits dropped, and the word for them.
const WORDS: [(usize, &str); 4] = [(0, ""), (6, " million"), (9, " billion"), (12, " trillion")];

/// Decimals of a number that was computed, where no precision is given.
const PLACES_SHOWN: usize = 2;

impl Printed {
    /// Prints an amount: to the formatter's precision, or exactly and to no fewer decimals than
    /// `least` where there are any. One with more decimals than is stated was computed.
    fn amount(digits: Digits, least: usize, f: &fmt::Formatter<'_>) -> Self {
        match digits.fraction.len() {
            given if given > AMOUNT_PLACES_MAX as usize => Self::computed(digits, f),
            given => Self::of(digits, f.precision().or((given > 0).then_some(given.max(least)))),
        }
    }

    /// Prints a number that was computed: to the formatter's precision, to two decimals without
    /// trailing zeros, or in full where the formatter says so.
    fn computed(digits: Digits, f: &fmt::Formatter<'_>) -> Self {
        if f.precision().is_some() || f.alternate() || digits.fraction.len() <= PLACES_SHOWN {
            return Self::of(digits, f.precision());
        }
        let mut shown = digits.rounded(PLACES_SHOWN);
        if shown.is_zero() {
            let zeros = digits.fraction.iter().take_while(|digit| **digit == b'0').count();
            shown = digits.rounded((zeros + PLACES_SHOWN).min(digits.fraction.len()));
        }
        while shown.fraction.last() == Some(&b'0') {
            shown.fraction.pop();
        }
        Self::of(shown, None)
    }

    /// Prints to the given places, or every digit.
    fn of(digits: Digits, places: Option<usize>) -> Self {
        let shown = match places {
            Some(places) => digits.rounded(places),
            None => digits,
        };
        let negative = shown.negative && !shown.is_zero();
        Self { negative, text: shown.grouped(), word: "" }
    }

    /// Prints an amount, in millions, billions or trillions where a precision asks for rounding.
    fn in_words(value: Decimal, least: usize, f: &fmt::Formatter<'_>) -> Self {
        let digits = Digits::of(value, 0);
        let Some(places) = f.precision() else {
            return Self::amount(digits, least, f);
        };
        let mut chosen = (0, "");
        for (dropped, word) in WORDS {
            // 999.96 million at one decimal is 1000.0 million, and so 1.0 billion.
            let (before, _) = chosen;
            let rounded = digits.scaled_down(before).rounded(places);
            if rounded.whole.len() + before > dropped {
                chosen = (dropped, word);
            }
        }
        let (dropped, word) = chosen;
        Self { word, ..Self::of(digits.scaled_down(dropped), Some(places)) }
    }

    /// Writes sign, prefix, number and suffix, padded to the formatter's width; to the right side
    /// of it unless told otherwise.
    fn write(self, f: &mut fmt::Formatter<'_>, prefix: &str, suffix: &str) -> fmt::Result {
        let sign = match (self.negative, f.sign_plus()) {
            (true, _) => "-",
            (false, true) => "+",
            (false, false) => "",
        };
        let text = format!("{sign}{prefix}{}{}{suffix}", self.text, self.word);
        pad(&text, Alignment::Right, f)
    }
}

/// Writes a text padded to the formatter's width, on the side that the formatter or else the text
/// asks for.
///
/// A precision, which would cut the text in the standard library's padding, is that of numbers.
pub(crate) fn pad(text: &str, usual: Alignment, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let missing = f.width().unwrap_or(0).saturating_sub(text.chars().count());
    let before = match f.align().unwrap_or(usual) {
        Alignment::Left => 0,
        Alignment::Center => missing / 2,
        Alignment::Right => missing,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    f.write_str(text)?;
    (before..missing).try_for_each(|_| f.write_char(fill))
}

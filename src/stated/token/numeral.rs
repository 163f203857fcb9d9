//! [`Numeral`]: the digits of a figure, grouped and pointed as documents print them.
//!
//! ```text
//! 1004   1.004   .5   1,003,697   1,10,577   1'234'567   1 234 567 (no-break or narrow spaces)
//! 3,2   1.234,56   1.234.567   15 1/4   15¼   1/2
//! ```
//!
//! A comma before one or two last digits is a decimal comma; before three it separates thousands.

use core::ops::RangeInclusive;

use super::text::Text;
use crate::{
    bounds::DIGITS_MAX,
    stated::lexicon::{self, Class},
};

/// A number of digits, without its sign and unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numeral {
    /// The number is `mantissa × 10^(power - places)`.
    pub mantissa: u128,
    pub places: u8,
    /// The power of ten that is written as an exponent: `1.2e9`.
    pub power: i8,
    /// Digits before the decimal point.
    pub whole_digits: u8,
    /// Whether separators group the digits before the decimal point.
    pub grouped: bool,
    /// Whether it is a fraction of two whole numbers without a whole part.
    pub bare_fraction: bool,
}

/// Digits that are no number, or not one that can be kept exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    pub why: Fault,
    /// Where the digits begin.
    pub start: usize,
    /// Where the run of digits and separators ends.
    pub end: usize,
}

impl Malformed {
    /// Returns the fault of a text without digits.
    pub(crate) fn none() -> Self {
        Self { why: Fault::Grouping, start: 0, end: 0 }
    }
}

/// Whole numbers of four digits that may be calendar years: those that reports speak of, and the
/// maturities of their longest bonds.
const CALENDAR_YEARS: RangeInclusive<u128> = 1900..=2100;

impl Numeral {
    /// Returns whether the digits may be a calendar year.
    pub(crate) fn is_year(&self) -> bool {
        !self.grouped
            && self.places == 0
            && self.whole_digits == 4
            && CALENDAR_YEARS.contains(&self.mantissa)
    }
}

/// What is wrong with digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Grouping,
    Digits,
}

/// Where digits may be grouped by plain spaces, which otherwise part two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spacing {
    /// Behind a currency whose countries do so: `SEK 14 205`.
    Free,
    /// Behind any other currency, before a scale: `$14 205 million`.
    Scale,
    /// Before a currency whose countries do so: `14 205 MSEK`.
    Unit,
}

/// Reads the numeral at a position, where a digit stands or the separator before its decimals, and
/// returns it with its end.
#[inline]
pub(super) fn numeral(
    text: Text<'_>,
    start: usize,
    spacing: Spacing,
) -> Result<(Numeral, usize), Malformed> {
    match plain(text, start) {
        Some(read) => Ok(read),
        None => any(text, start, spacing),
    }
}

/// Reads a numeral in any notation.
fn any(text: Text<'_>, start: usize, spacing: Spacing) -> Result<(Numeral, usize), Malformed> {
    let leads = !text.is_digit(start);
    let at = start + usize::from(leads);
    let mut reader = Reader { text, at, spacing, mantissa: 0, digits: 0 };
    let shape = if leads { reader.decimals() } else { reader.number() };
    let malformed = |why, end| Malformed { why, start, end };
    let Some(mut shape) = shape else {
        return Err(malformed(Fault::Grouping, reader.rest()));
    };
    if reader.digits > DIGITS_MAX {
        return Err(malformed(Fault::Digits, reader.at));
    }
    reader.fraction(&mut shape).ok_or(malformed(Fault::Digits, reader.at))?;
    let power = reader.exponent(&shape);
    let numeral = Numeral {
        mantissa: reader.mantissa,
        // No more than the digits, which are 28 at most.
        places: shape.places as u8,
        power,
        whole_digits: shape.whole_digits as u8,
        grouped: shape.grouped,
        bare_fraction: shape.bare_fraction,
    };
    Ok((numeral, reader.at))
}

/// Reads what most numbers are: a few digits with at most one point, and no more of the number
/// behind them.
#[inline]
fn plain(text: Text<'_>, digit: usize) -> Option<(Numeral, usize)> {
    let (whole, whole_digits) = run(text, digit, 0)?;
    if whole_digits == 0 {
        return None;
    }
    let mut end = digit + whole_digits;
    let mut mantissa = whole;
    let pointed = text.byte(end) == b'.' && text.is_digit(end + 1);
    if pointed {
        let (all, places) = run(text, end + 1, whole)?;
        mantissa = all;
        end += 1 + places;
    }
    let goes_on = match text.byte(end) {
        b'.' | b',' => text.is_digit(end + 1),
        b'e' | b'E' => true,
        b'\'' | b'/' | b' ' | b'-' => {
            !pointed && (text.is_digit(end + 1) || text.byte(end + 1) >= 0x80)
        }
        0x80.. => !pointed && may_go_on(text, end),
        _ => false,
    };
    let places = if pointed { end - digit - whole_digits - 1 } else { 0 };
    let numeral = Numeral {
        mantissa: u128::from(mantissa),
        places: places as u8,
        power: 0,
        whole_digits: whole_digits as u8,
        grouped: false,
        bare_fraction: false,
    };
    (!goes_on).then_some((numeral, end))
}

/// Returns whether a character outside of ASCII may be a separator of digits or a fraction.
fn may_go_on(text: Text<'_>, at: usize) -> bool {
    match (text.byte(at), text.byte(at + 1), text.byte(at + 2)) {
        (0xc2, ..) | (0xe2, 0x85, _) => true,
        (0xe2, 0x80, last) => matches!(last, 0x89 | 0x99 | 0xaf),
        _ => false,
    }
}

/// Reads at most nine digits behind the number `before`, and returns them with their count.
#[inline]
fn run(text: Text<'_>, start: usize, before: u64) -> Option<(u64, usize)> {
    const RUN_MAX: usize = 9;
    let mut value = before;
    for length in 0..=RUN_MAX {
        let digit = text.byte(start + length).wrapping_sub(b'0');
        if digit > 9 {
            return Some((value, length));
        }
        value = value * 10 + u64::from(digit);
    }
    None
}

#[derive(Default)]
struct Shape {
    places: u32,
    whole_digits: u32,
    grouped: bool,
    bare_fraction: bool,
}

/// The most groups of digits that are looked at for a unit behind them.
const GROUPS_MAX: usize = 8;

fn is_of(word: &str, class: Class) -> bool {
    lexicon::find(word).is_some_and(|slot| lexicon::entry(slot).class.is(class))
}

struct Reader<'a> {
    text: Text<'a>,
    at: usize,
    spacing: Spacing,
    mantissa: u128,
    digits: u32,
}

impl Reader<'_> {
    /// Reads a run of digits and returns how many there were.
    #[inline]
    fn run(&mut self) -> u32 {
        let start = self.at;
        while let digit @ 0..=9 = self.text.byte(self.at).wrapping_sub(b'0') {
            if self.digits < DIGITS_MAX {
                self.mantissa = self.mantissa * 10 + u128::from(digit);
            }
            self.digits = self.digits.saturating_add(1);
            self.at += 1;
        }
        (self.at - start).min(u32::MAX as usize) as u32
    }

    fn decimals(&mut self) -> Option<Shape> {
        let places = self.run();
        (!self.follows(b".") && !self.follows(b",")).then(|| Shape { places, ..Shape::default() })
    }

    fn number(&mut self) -> Option<Shape> {
        let first = self.run();
        match self.text.byte(self.at) {
            b'.' if self.text.is_digit(self.at + 1) => self.after_point(first),
            b',' if self.text.is_digit(self.at + 1) => self.after_comma(first),
            b'\'' | b' ' | 0x80.. if self.gap().is_some() => self.after_gap(first),
            _ => Some(Shape { whole_digits: first, ..Shape::default() }),
        }
    }

    /// Reads `1.004`, `1.234,56` or `1.234.567`.
    fn after_point(&mut self, first: u32) -> Option<Shape> {
        self.at += 1;
        let mut places = self.run();
        if self.follows(b".") {
            let mut whole_digits = first + places;
            while places == 3 && self.follows(b".") {
                self.at += 1;
                places = self.run();
                whole_digits = whole_digits.saturating_add(places);
            }
            if places != 3 || first > 3 {
                return None;
            }
            let places = self.comma_decimals()?;
            return Some(Shape { whole_digits, grouped: true, places, ..Shape::default() });
        }
        if self.follows(b",") {
            if places != 3 || first > 3 {
                return None;
            }
            let after = self.comma_decimals()?;
            let whole_digits = first + 3;
            return Some(Shape { whole_digits, grouped: true, places: after, ..Shape::default() });
        }
        Some(Shape { whole_digits: first, places, ..Shape::default() })
    }

    fn comma_decimals(&mut self) -> Option<u32> {
        if !self.follows(b",") {
            return Some(0);
        }
        self.at += 1;
        let places = self.run();
        (places != 3 && !self.follows(b",") && !self.follows(b".")).then_some(places)
    }

    /// Reads `1,003,697`, `1,10,577` or `3,2`.
    fn after_comma(&mut self, first: u32) -> Option<Shape> {
        let mut groups = 0_u32;
        let (mut all_threes, mut all_twos) = (first <= 3, first <= 2);
        let mut last = 0;
        let mut whole_digits = first;
        while self.follows(b",") {
            if groups > 0 {
                all_threes &= last == 3;
                all_twos &= last == 2;
            }
            self.at += 1;
            last = self.run();
            whole_digits = whole_digits.saturating_add(last);
            groups += 1;
        }
        let pointed = self.follows(b".");
        if groups == 1 && last < 3 && !pointed {
            return Some(Shape { whole_digits: first, places: last, ..Shape::default() });
        }
        if last != 3 || !(all_threes || all_twos) {
            return None;
        }
        let places = self.point_decimals()?;
        Some(Shape { whole_digits, grouped: true, places, ..Shape::default() })
    }

    fn point_decimals(&mut self) -> Option<u32> {
        if !self.follows(b".") {
            return Some(0);
        }
        self.at += 1;
        let places = self.run();
        (!self.follows(b",") && !self.follows(b".")).then_some(places)
    }

    /// Reads groups of three behind an apostrophe or a narrow or no-break space.
    fn after_gap(&mut self, first: u32) -> Option<Shape> {
        let mut whole_digits = first;
        while let Some(gap) = self.gap().filter(|_| first <= 3 && self.digits <= DIGITS_MAX) {
            self.at += gap;
            whole_digits += self.run();
        }
        let grouped = whole_digits > first;
        let places = match self.text.byte(self.at) {
            b',' if self.text.is_digit(self.at + 1) => self.comma_decimals()?,
            _ => self.point_decimals()?,
        };
        Some(Shape { whole_digits, grouped, places, ..Shape::default() })
    }

    /// Returns the length of a separator that three digits follow, and no fourth.
    fn gap(&self) -> Option<usize> {
        let length = match self.text.char_at(self.at)? {
            ' ' if self.is_group(self.at + 1) && self.is_spaced() => 1,
            c @ ('\'' | '\u{2019}' | '\u{a0}' | '\u{2009}' | '\u{202f}') => c.len_utf8(),
            _ => return None,
        };
        self.is_group(self.at + length).then_some(length)
    }

    /// Returns whether three digits stand at a position, and no fourth.
    fn is_group(&self, at: usize) -> bool {
        (at..at + 3).all(|at| self.text.is_digit(at)) && !self.text.is_digit(at + 3)
    }

    /// Returns whether plain spaces group the digits at hand.
    fn is_spaced(&self) -> bool {
        if self.spacing == Spacing::Free {
            return true;
        }
        let mut end = self.at;
        let mut groups = 0;
        while groups < GROUPS_MAX && self.text.byte(end) == b' ' && self.is_group(end + 1) {
            end += 4;
            groups += 1;
        }
        if self.text.byte(end) == b'.' || self.text.byte(end) == b',' {
            end += 1;
            while self.text.is_digit(end) {
                end += 1;
            }
        }
        let unit = end + usize::from(self.text.byte(end) == b' ');
        let word = self.text.word(unit);
        if self.spacing == Spacing::Scale {
            return is_of(word, Class::SCALE.and(Class::SPACED));
        }
        // "1 234 €", "1 234,5 M€".
        let letter = usize::from(matches!(word, "M" | "k"));
        self.text.has(unit + letter, "€")
            || is_of(word, Class::SPACED)
            || lexicon::scaled_code(word).is_some()
    }

    /// Reads an exponent behind the digits: `1.2e9`; one that is no number of a text is left.
    fn exponent(&mut self, shape: &Shape) -> i8 {
        if !matches!(self.text.byte(self.at), b'e' | b'E') || shape.grouped || shape.bare_fraction {
            return 0;
        }
        let signed = matches!(self.text.byte(self.at + 1), b'+' | b'-');
        let first = self.at + 1 + usize::from(signed);
        let digits = if self.text.is_digit(first + 1) { 2 } else { 1 };
        let end = first + digits;
        let power = self.text.slice(self.at + 1, end).parse::<i8>();
        match power {
            Ok(power) if !self.text.byte(end).is_ascii_alphanumeric() => {
                self.at = end;
                power
            }
            _ => 0,
        }
    }

    fn follows(&self, separator: &[u8; 1]) -> bool {
        [self.text.byte(self.at)] == *separator && self.text.is_digit(self.at + 1)
    }

    /// Passes over what is left of digits and separators.
    fn rest(&mut self) -> usize {
        while self.text.is_digit(self.at) || self.follows(b".") || self.follows(b",") {
            self.at += 1;
        }
        self.at
    }

    /// Reads a common fraction behind a whole number, or in place of it; nothing where the digits
    /// become too many.
    fn fraction(&mut self, shape: &mut Shape) -> Option<()> {
        if shape.places > 0 {
            return Some(());
        }
        let read =
            if self.text.byte(self.at) == b'/' { self.slash(shape) } else { self.attached() };
        let Some((numerator, denominator, end, whole)) = read else {
            return Some(());
        };
        // Denominators are powers of two up to 64, so six decimals hold every fraction exactly.
        let places = denominator.trailing_zeros();
        let part = numerator * 10_u128.pow(places) / denominator;
        let whole_part = if whole { self.mantissa } else { 0 };
        if self.digits + places > DIGITS_MAX {
            return None;
        }
        self.mantissa = whole_part * 10_u128.pow(places) + part;
        shape.places = places;
        shape.bare_fraction = !whole;
        self.at = end;
        Some(())
    }

    /// Reads `/4` behind the one or two digits already read.
    fn slash(&self, shape: &Shape) -> Option<(u128, u128, usize, bool)> {
        if shape.grouped || shape.whole_digits > 2 {
            return None;
        }
        let (denominator, end) = self.denominator(self.at)?;
        (0 < self.mantissa && self.mantissa < denominator).then_some((
            self.mantissa,
            denominator,
            end,
            false,
        ))
    }

    /// Reads ` 1/4`, `-1/4` or `¼` behind a whole number.
    fn attached(&self) -> Option<(u128, u128, usize, bool)> {
        let text = self.text;
        let mut at = self.at;
        match text.byte(at) {
            b' ' | b'-' => at += 1,
            0xc2 if text.has(at, "\u{a0}") => at += 2,
            0xc2 | 0xe2 => {}
            _ => return None,
        }
        if let Some((numerator, denominator)) = text.char_at(at).and_then(vulgar) {
            return Some((numerator, denominator, text.boundary(at + 1), true));
        }
        if at == self.at || !text.is_digit(at) {
            return None;
        }
        let numerator_digits = if text.is_digit(at + 1) { 2 } else { 1 };
        let numerator = text
            .bytes(at, at + numerator_digits)
            .iter()
            .fold(0, |sum, digit| sum * 10 + u128::from(digit - b'0'));
        if text.byte(at + numerator_digits) != b'/' {
            return None;
        }
        let (denominator, end) = self.denominator(at + numerator_digits)?;
        (0 < numerator && numerator < denominator).then_some((numerator, denominator, end, true))
    }

    /// Reads a denominator behind the slash at `slash`; a date has no such one, or goes on.
    fn denominator(&self, slash: usize) -> Option<(u128, usize)> {
        let digits = if self.text.is_digit(slash + 2) { 2 } else { 1 };
        let end = slash + 1 + digits;
        let denominator = match self.text.bytes(slash + 1, end) {
            b"2" => 2,
            b"4" => 4,
            b"8" => 8,
            b"16" => 16,
            b"32" => 32,
            b"64" => 64,
            _ => return None,
        };
        let ends = !self.text.is_digit(end) && !matches!(self.text.byte(end), b'/' | b'-');
        ends.then_some((denominator, end))
    }
}

/// Returns numerator and denominator of a fraction sign.
fn vulgar(c: char) -> Option<(u128, u128)> {
    Some(match c {
        '¼' => (1, 4),
        '½' => (1, 2),
        '¾' => (3, 4),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

//! [`Numeral`]: the digits of a figure, grouped and pointed as documents print them.
//!
//! ```text
//! 1004   1.004   .5   1,003,697   1,10,577   1'234'567   1 234 567 (no-break or narrow spaces)
//! 3,2   1.234,56   1.234.567   15 1/4   15¼   1/2
//! ```
//!
//! A comma before one or two last digits is a decimal comma; before three it separates thousands.

use crate::{bounds::DIGITS_MAX, stated::text::Text};

/// A number of digits, without its sign and unit.
#[derive(Clone, Copy, Debug)]
pub struct Numeral {
    pub start: usize,
    pub end: usize,
    /// The number is `mantissa × 10^-places`.
    pub mantissa: u128,
    pub places: u32,
    /// Digits before the decimal point.
    pub whole_digits: u32,
    /// Whether separators group the digits before the decimal point.
    pub grouped: bool,
    /// Whether it is a fraction of two whole numbers without a whole part.
    pub bare_fraction: bool,
}

/// Digits that are no number, or not one that can be kept exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed {
    pub why: Fault,
    /// Where the digits begin.
    pub start: usize,
    /// Where the run of digits and separators ends.
    pub end: usize,
}

/// What is wrong with digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Grouping,
    Digits,
}

/// Reads the numeral whose first digit stands at `digit`; a point before it belongs to it where no
/// letter or digit stands before the point and `floor` allows.
///
/// The plain ones are read in place: handing a number on through memory takes as long as reading
/// its digits.
#[inline]
pub fn numeral(text: Text<'_>, digit: usize, floor: usize) -> Result<Numeral, Malformed> {
    let leading_point = digit > floor && text.byte_before(digit) == b'.';
    if !leading_point && let Some(numeral) = plain(text, digit) {
        return Ok(numeral);
    }
    any(text, digit, floor)
}

/// Reads a numeral in any notation.
fn any(text: Text<'_>, digit: usize, floor: usize) -> Result<Numeral, Malformed> {
    let leading_point = digit > floor
        && text.byte_before(digit) == b'.'
        && text
            .char_before(digit - 1, floor)
            .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ')' | '\u{b2}'));
    let start = digit - usize::from(leading_point);
    let mut reader = Reader { text, start, floor, at: digit, mantissa: 0, digits: 0 };
    let shape = if leading_point { reader.decimals() } else { reader.number() };
    let malformed = |why, end| Malformed { why, start, end };
    let Some(mut shape) = shape else {
        return Err(malformed(Fault::Grouping, reader.rest()));
    };
    if reader.digits > DIGITS_MAX {
        return Err(malformed(Fault::Digits, reader.at));
    }
    reader.fraction(&mut shape).ok_or(malformed(Fault::Digits, reader.at))?;
    Ok(Numeral {
        start,
        end: reader.at,
        mantissa: reader.mantissa,
        places: shape.places,
        whole_digits: shape.whole_digits,
        grouped: shape.grouped,
        bare_fraction: shape.bare_fraction,
    })
}

/// Reads what most numbers are: a few digits with at most one point, and no more of the number
/// behind them.
#[inline]
fn plain(text: Text<'_>, digit: usize) -> Option<Numeral> {
    let (whole, whole_digits) = run(text, digit, 0)?;
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
        b'\'' | b'/' | b' ' | b'-' => {
            !pointed && (text.is_digit(end + 1) || text.byte(end + 1) >= 0x80)
        }
        0x80.. => !pointed && may_go_on(text, end),
        _ => false,
    };
    let places = if pointed { (end - digit - whole_digits - 1) as u32 } else { 0 };
    (!goes_on).then_some(Numeral {
        start: digit,
        end,
        mantissa: u128::from(mantissa),
        places,
        whole_digits: whole_digits as u32,
        grouped: false,
        bare_fraction: false,
    })
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

struct Reader<'a> {
    text: Text<'a>,
    start: usize,
    floor: usize,
    at: usize,
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
        while let Some(gap) = self.gap().filter(|_| first <= 3) {
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
            ' ' if self.text.is_digit(self.at + 1) && self.is_spaced() => 1,
            c @ ('\'' | '\u{2019}' | '\u{a0}' | '\u{2009}' | '\u{202f}') => c.len_utf8(),
            _ => return None,
        };
        let group = self.at + length;
        let three = (group..group + 3).all(|at| self.text.is_digit(at));
        (three && !self.text.is_digit(group + 3)).then_some(length)
    }

    /// Returns whether a currency stands before the number whose countries group digits by spaces.
    fn is_spaced(&self) -> bool {
        let end = self.text.skip_spaces_before(self.start, self.floor);
        self.text.char_before(end, self.floor) == Some('€')
            || end < self.start
                && matches!(
                    self.text.word_before(end, self.floor),
                    b"EUR" | b"SEK" | b"NOK" | b"DKK" | b"CHF" | b"PLN" | b"kr"
                )
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

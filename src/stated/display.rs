//! Prints a [`Stated`] in the one form that reads back as it is.

use core::fmt;

use rust_decimal::Decimal;

use crate::{
    arith::{self, Rounding},
    stated::{bound::Bound, unit::Unit, value::Stated},
};

/// The scale words that are printed, largest first, with their powers of ten.
const SCALES: [(i8, &str); 5] =
    [(12, " trillion"), (9, " billion"), (6, " million"), (3, " thousand"), (0, "")];

/// Prints the figure with its hedge, sign, currency, scale and unit: `about -$0.20`,
/// `$4.142 billion to $4.15 billion`, `48%`, `277x`, `47 million`, `237 days`.
///
/// What is printed parses to the same figure, where a bare `$` is the US dollar.
impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.bound() != Bound::Stated {
            write!(f, "{} ", self.bound().words())?;
        }
        let Some(high) = self.high() else {
            return self.end(f, self.number(), self.exponent(self.number()));
        };
        // "$1 to $3 billion" would give the first end the scale of the second.
        let low_min = if self.exponent(high) > 0 { 3 } else { 0 };
        self.end(f, self.number(), self.exponent(self.number()).max(low_min))?;
        f.write_str(" to ")?;
        self.end(f, high, self.exponent(high))
    }
}

impl Stated {
    /// Prints one value, in units of `10^exponent` where the unit takes a scale word.
    fn end(&self, f: &mut fmt::Formatter<'_>, value: Decimal, exponent: i8) -> fmt::Result {
        if value.is_sign_negative() && !value.is_zero() {
            f.write_str("-")?;
        }
        let size = value.abs();
        if self.unit() == Unit::Ratio {
            number(f, size, 2, self.decimals())?;
            return f.write_str("%");
        }
        if let Unit::Money(currency) = self.unit() {
            match currency.prefix() {
                "" => write!(f, "{currency} ")?,
                prefix => f.write_str(prefix)?,
            }
        }
        number(f, size, -exponent, self.decimals())?;
        let word = SCALES.iter().find(|(power, _)| *power == exponent);
        f.write_str(word.map_or("", |(_, word)| word))?;
        f.write_str(match self.unit() {
            Unit::Multiple if exponent > 0 => " times",
            Unit::Multiple => "x",
            Unit::Days => " days",
            Unit::Money(_) | Unit::Ratio | Unit::Count => "",
        })
    }

    /// Returns the power of ten of the largest scale word that is not larger than a value, and that
    /// shows its place; a range's finer end need not show the place.
    fn exponent(&self, value: Decimal) -> i8 {
        let coarsest = if is_multiple(value, self.decimals()) { -self.decimals() } else { 0 };
        let shows = |exponent: i8| exponent >= coarsest;
        let fits = |exponent: i8| value.abs() >= power(exponent);
        let largest = SCALES.iter().find(|(exponent, _)| shows(*exponent) && fits(*exponent));
        let smallest = SCALES.iter().rev().find(|(exponent, _)| shows(*exponent));
        largest.or(smallest).map_or(0, |(exponent, _)| *exponent)
    }
}

/// Returns whether a value has no digit behind the place of `decimals`.
pub(super) fn is_multiple(value: Decimal, decimals: i8) -> bool {
    let product = if decimals < 0 {
        arith::div(value, power(-decimals), Rounding::HalfEven)
    } else {
        arith::mul(value, power(decimals), Rounding::HalfEven)
    };
    product.is_some_and(|whole| whole.exact && arith::normal(whole.value).scale() == 0)
}

/// Prints `size × 10^shift` with `decimals - shift` decimals, or as many more as it has.
fn number(f: &mut fmt::Formatter<'_>, size: Decimal, shift: i8, decimals: i8) -> fmt::Result {
    let shifted = if shift < 0 {
        arith::div(size, power(-shift), Rounding::HalfEven)
    } else {
        arith::mul(size, power(shift), Rounding::HalfEven)
    };
    let Some(shifted) = shifted.filter(|shifted| shifted.exact) else {
        return Err(fmt::Error);
    };
    let shifted = arith::normal(shifted.value);
    let places = i32::from(decimals) - i32::from(shift);
    let places = usize::try_from(places).unwrap_or(0).max(shifted.scale() as usize);
    grouped(f, &alloc::format!("{shifted:.places$}"))
}

/// Prints digits with a comma before each three of the whole part.
fn grouped(f: &mut fmt::Formatter<'_>, digits: &str) -> fmt::Result {
    let (whole, decimals) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            f.write_str(",")?;
        }
        write!(f, "{digit}")?;
    }
    f.write_str(decimals)
}

fn power(exponent: i8) -> Decimal {
    arith::build(arith::power(u32::from(exponent.unsigned_abs())), 0, false)
}

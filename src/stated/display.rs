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

/// The coarsest place that can be printed: one trillion.
pub(super) const DECIMALS_MIN: i8 = -12;

/// Prints the figure with its hedge, sign, currency, scale and unit: `about -$0.20`,
/// `$4.142 billion to $4.15 billion`, `48%`, `277x`, `47 million`, `237 days`.
///
/// What is printed parses to the same figure, where a bare `$` is the US dollar.
impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.bound() != Bound::Stated {
            write!(f, "{} ", self.bound().words())?;
        }
        self.end(f, self.value())?;
        match self.high() {
            Some(high) => {
                f.write_str(" to ")?;
                self.end(f, high)
            }
            None => Ok(()),
        }
    }
}

impl Stated {
    /// Prints one value to the figure's place, or further where the value goes further.
    fn end(&self, f: &mut fmt::Formatter<'_>, value: Decimal) -> fmt::Result {
        if value.is_sign_negative() && !value.is_zero() {
            f.write_str("-")?;
        }
        let size = value.abs();
        match self.unit() {
            Unit::Money(currency) => {
                match currency.prefix() {
                    "" => write!(f, "{currency} ")?,
                    prefix => f.write_str(prefix)?,
                }
                self.scaled(f, size)
            }
            Unit::Count => self.scaled(f, size),
            Unit::Ratio => {
                number(f, size, 2, self.decimals())?;
                f.write_str("%")
            }
            Unit::Multiple => {
                self.scaled(f, size)?;
                f.write_str(if self.decimals() < 0 { " times" } else { "x" })
            }
            Unit::Days => {
                self.scaled(f, size)?;
                f.write_str(" days")
            }
        }
    }

    /// Prints a number with the largest scale word that is not larger than it, and reaches its place.
    fn scaled(&self, f: &mut fmt::Formatter<'_>, size: Decimal) -> fmt::Result {
        let reaches = |exponent: i8| exponent >= -self.decimals();
        let fits = |exponent: i8| size >= power(exponent);
        let largest = SCALES.iter().find(|(exponent, _)| reaches(*exponent) && fits(*exponent));
        let smallest = SCALES.iter().rev().find(|(exponent, _)| reaches(*exponent));
        let Some((exponent, word)) = largest.or(smallest) else {
            return Err(fmt::Error);
        };
        number(f, size, -exponent, self.decimals())?;
        f.write_str(word)
    }
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
    arith::build(10_u128.pow(u32::from(exponent.unsigned_abs())), 0, false)
}

//! Arithmetic on decimals that says which way it rounded.
//!
//! `rust_decimal` rounds sums, products and quotients to nearest without saying so, and keeps 28 or
//! 29 digits depending on their value. Here every operation keeps [`DIGITS_MAX`] significant digits
//! and [`PLACES_MAX`] decimals, rounds in the direction it is told, and reports whether it had to.
//! That one piece serves point values (to nearest) and interval ends (outward).
//!
//! *Invariant:* this is the only file that reads or writes a mantissa.

use rust_decimal::Decimal;

use crate::bounds::{DIGITS_MAX, PLACES_MAX};

/// Where an inexact result goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest neighbour, and a tie to the even one.
    HalfEven,
    /// To the neighbour below.
    Floor,
    /// To the neighbour above.
    Ceiling,
}

/// The result of one operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounded {
    /// The result, of at most 28 significant digits and 28 decimals.
    pub value: Decimal,
    /// Whether it is the true result, without rounding.
    pub exact: bool,
}

/// Returns `a + b`, or nothing where the sum has more than 28 digits before the point.
pub fn add(a: Decimal, b: Decimal, rounding: Rounding) -> Option<Rounded> {
    let scale = a.scale().max(b.scale());
    let (x, y) = (Wide::aligned(a, scale), Wide::aligned(b, scale));
    let (negative, sum) = if a.is_sign_negative() == b.is_sign_negative() {
        (a.is_sign_negative(), x.plus(y))
    } else if x < y {
        (b.is_sign_negative(), y.minus(x))
    } else {
        (a.is_sign_negative(), x.minus(y))
    };
    shorten(sum, scale, negative, rounding)
}

/// Returns `a - b`, or nothing where the difference has more than 28 digits before the point.
pub fn sub(a: Decimal, b: Decimal, rounding: Rounding) -> Option<Rounded> {
    add(a, -b, rounding)
}

/// Returns `a × b`, or nothing where the product has more than 28 digits before the point.
pub fn mul(a: Decimal, b: Decimal, rounding: Rounding) -> Option<Rounded> {
    let negative = a.is_sign_negative() != b.is_sign_negative();
    let product = Wide::product(magnitude(a), magnitude(b));
    shorten(product, a.scale() + b.scale(), negative, rounding)
}

/// Returns `a ÷ b`, or nothing where `b` is zero or the quotient has more than 28 digits before the
/// point.
pub fn div(a: Decimal, b: Decimal, rounding: Rounding) -> Option<Rounded> {
    let (numerator, denominator) = (magnitude(a), magnitude(b));
    if denominator == 0 {
        return None;
    }
    let negative = a.is_sign_negative() != b.is_sign_negative();
    // As many digits as make the quotient at least 28 long, unless the 28th decimal comes first.
    let longer = digits(denominator) as i32 - digits(numerator) as i32;
    let shift = a.scale() as i32 - b.scale() as i32;
    let wanted = (DIGITS_MAX as i32 + longer).min(PLACES_MAX as i32 - shift);
    let step = if denominator <= u64::MAX as u128 { 19 } else { 9 };

    let mut quotient = numerator / denominator;
    let mut rest = numerator % denominator;
    let mut given = 0;
    while given < wanted && rest != 0 {
        let now = step.min(wanted - given);
        let more = rest * power(now as u32);
        quotient = quotient * power(now as u32) + more / denominator;
        rest = more % denominator;
        given += now;
    }
    let scale = shift + given;
    if scale < 0 {
        // The quotient is a whole number that ends in zeros.
        let zeros = scale.unsigned_abs();
        if quotient != 0 && digits(quotient) + zeros > DIGITS_MAX {
            return None;
        }
        let whole = quotient.checked_mul(power(zeros.min(DIGITS_MAX)))?;
        return round(Cut { kept: whole, dropped: 0, more: rest != 0 }, 0, negative, rounding);
    }
    let (quotient, scale) =
        if rest == 0 { strip(quotient, scale as u32) } else { (quotient, scale as u32) };
    let cut = Cut::of(quotient, excess(digits(quotient), scale), rest != 0);
    round(cut, scale - excess(digits(quotient), scale), negative, rounding)
}

/// Returns the value without trailing zeros, and zero without a sign.
pub fn normal(value: Decimal) -> Decimal {
    let (mantissa, scale) = strip(magnitude(value), value.scale());
    build(mantissa, scale, value.is_sign_negative())
}

/// Returns `mantissa × 10^-scale`; the caller holds `mantissa` below 2^96 and `scale` within 28.
pub fn build(mantissa: u128, scale: u32, negative: bool) -> Decimal {
    debug_assert!(mantissa < 1 << 96 && scale <= PLACES_MAX);
    let (low, middle, high) = (mantissa as u32, (mantissa >> 32) as u32, (mantissa >> 64) as u32);
    Decimal::from_parts(low, middle, high, negative && mantissa != 0, scale)
}

/// Returns the number of significant digits of a value, at least one.
pub fn significant_digits(value: Decimal) -> u32 {
    digits(strip(magnitude(value), value.scale()).0)
}

fn magnitude(value: Decimal) -> u128 {
    value.mantissa().unsigned_abs()
}

fn digits(value: u128) -> u32 {
    value.checked_ilog10().unwrap_or(0) + 1
}

/// Returns `10^exponent`; exponents stay within 38.
const fn power(exponent: u32) -> u128 {
    10_u128.pow(exponent)
}

/// Returns how many digits at the end are too many.
fn excess(digits: u32, scale: u32) -> u32 {
    digits.saturating_sub(DIGITS_MAX).max(scale.saturating_sub(PLACES_MAX))
}

/// Drops trailing zeros behind the point.
fn strip(mut mantissa: u128, mut scale: u32) -> (u128, u32) {
    if mantissa == 0 {
        return (0, 0);
    }
    for zeros in [16, 8, 4, 2, 1] {
        while scale >= zeros && mantissa.is_multiple_of(power(zeros)) {
            mantissa /= power(zeros);
            scale -= zeros;
        }
    }
    (mantissa, scale)
}

/// A whole number cut short: what is kept, the first digit dropped, and whether more followed.
struct Cut {
    kept: u128,
    dropped: u32,
    more: bool,
}

impl Cut {
    fn of(value: u128, places: u32, more: bool) -> Self {
        if places == 0 {
            // What follows the last kept digit is not zero, and less than half of its place.
            return Self { kept: value, dropped: 0, more };
        }
        if places > 38 {
            return Self { kept: 0, dropped: 0, more: more || value != 0 };
        }
        let below = power(places - 1);
        let (head, tail) = (value / below, value % below);
        Self { kept: head / 10, dropped: (head % 10) as u32, more: more || tail != 0 }
    }
}

fn round(cut: Cut, mut scale: u32, negative: bool, rounding: Rounding) -> Option<Rounded> {
    let exact = cut.dropped == 0 && !cut.more;
    let away = match rounding {
        Rounding::HalfEven => {
            cut.dropped > 5 || (cut.dropped == 5 && (cut.more || !cut.kept.is_multiple_of(2)))
        }
        Rounding::Floor => !exact && negative,
        Rounding::Ceiling => !exact && !negative,
    };
    let mut kept = cut.kept + u128::from(away);
    if kept == power(DIGITS_MAX) {
        if scale == 0 {
            return None;
        }
        kept /= 10;
        scale -= 1;
    }
    Some(Rounded { value: build(kept, scale, negative), exact })
}

fn shorten(value: Wide, scale: u32, negative: bool, rounding: Rounding) -> Option<Rounded> {
    let (head, tail) = value.split();
    if head == 0 {
        let places = excess(digits(tail), scale);
        if places > scale {
            return None;
        }
        return round(Cut::of(tail, places, false), scale - places, negative, rounding);
    }
    let places = excess(digits(head) + SPLIT, scale);
    if places > scale {
        return None;
    }
    let cut = if places >= SPLIT {
        match places - SPLIT {
            0 => {
                let below = power(SPLIT - 1);
                let (first, rest) = (tail / below, tail % below);
                Cut { kept: head, dropped: first as u32, more: rest != 0 }
            }
            more => Cut::of(head, more, tail != 0),
        }
    } else {
        let low = Cut::of(tail, places, false);
        Cut { kept: head * power(SPLIT - places) + low.kept, ..low }
    };
    round(cut, scale - places, negative, rounding)
}

/// A whole number below 10^57, in two halves of 128 bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Wide {
    high: u128,
    low: u128,
}

/// A wide number splits at this power of ten, so that its head fits 128 bits.
const SPLIT: u32 = 19;

impl Wide {
    fn aligned(value: Decimal, scale: u32) -> Self {
        Self::product(magnitude(value), power(scale - value.scale()))
    }

    /// Returns `a × b` for factors below 2^96.
    fn product(a: u128, b: u128) -> Self {
        if let Some(low) = a.checked_mul(b) {
            return Self { high: 0, low };
        }
        let (a1, a0) = (a >> 64, a & u128::from(u64::MAX));
        let (b1, b0) = (b >> 64, b & u128::from(u64::MAX));
        // a1 and b1 are below 2^32, so the middle sum is below 2^97.
        let middle = a1 * b0 + a0 * b1;
        let (low, carry) = (a0 * b0).overflowing_add(middle << 64);
        Self { high: a1 * b1 + (middle >> 64) + u128::from(carry), low }
    }

    fn plus(self, other: Self) -> Self {
        let (low, carry) = self.low.overflowing_add(other.low);
        Self { high: self.high + other.high + u128::from(carry), low }
    }

    /// Returns `self - other`, for an `other` that is not larger.
    fn minus(self, other: Self) -> Self {
        let (low, borrow) = self.low.overflowing_sub(other.low);
        Self { high: self.high - other.high - u128::from(borrow), low }
    }

    /// Returns the number as `head × 10^19 + tail`, with the head zero where the whole fits the
    /// tail's 128 bits.
    fn split(self) -> (u128, u128) {
        if self.high == 0 {
            return (0, self.low);
        }
        let by = power(SPLIT);
        // Long division in three 64-bit steps; the high half is below 2^62, since 10^57 < 2^190.
        let (mut head, mut rest) = (self.high / by, self.high % by);
        for limb in [self.low >> 64, self.low & u128::from(u64::MAX)] {
            let now = (rest << 64) | limb;
            head = (head << 64) | (now / by);
            rest = now % by;
        }
        (head, rest)
    }
}

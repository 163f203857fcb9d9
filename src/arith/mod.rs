//! Arithmetic on decimals that says which way it rounded.
//!
//! `rust_decimal` rounds sums, products and quotients to nearest without saying so, and keeps 28 or
//! 29 digits depending on their value. Here every operation keeps [`DIGITS_MAX`] significant digits
//! and [`PLACES_MAX`] decimals, rounds in the direction it is told, and reports whether it had to.
//! That one piece serves point values (to nearest) and interval ends (outward).
//!
//! The two operations of nearly every metric, sum and quotient, are inlined: a result that passes
//! through memory once more cost 10 of 150 ns in a formula of five steps.
//!
//! *Invariant:* no file outside this folder reads or writes a mantissa.

use core::cmp::Ordering;

mod root;
mod natural;

use rust_decimal::Decimal;

pub use root::root;

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

/// The largest value there is after rounding, 10^28 - 1.
pub const LARGEST: Decimal = build(TOO_LONG - 1, 0, false);

/// Returns `a + b`, or nothing where the sum has more than 28 digits before the point.
#[inline(always)]
pub fn add(a: Decimal, b: Decimal, rounding: Rounding) -> Option<Rounded> {
    let scale = a.scale().max(b.scale());
    if a.scale() == b.scale() {
        let (x, y) = (magnitude(a), magnitude(b));
        let (negative, sum) = match (a.is_sign_negative() == b.is_sign_negative(), x < y) {
            (true, _) => (a.is_sign_negative(), x + y),
            (false, false) => (a.is_sign_negative(), x - y),
            (false, true) => (b.is_sign_negative(), y - x),
        };
        return shorten(sum, false, scale, negative, rounding);
    }
    let (a_zeros, b_zeros) = (scale - a.scale(), scale - b.scale());
    if a_zeros.max(b_zeros) <= ZEROS_WITHIN_I128 {
        let sum = a.mantissa() * power(a_zeros) as i128 + b.mantissa() * power(b_zeros) as i128;
        return shorten(sum.unsigned_abs(), false, scale, sum < 0, rounding);
    }
    let (x, y) =
        (Wide::product(magnitude(a), power(a_zeros)), Wide::product(magnitude(b), power(b_zeros)));
    let (negative, sum) = if a.is_sign_negative() == b.is_sign_negative() {
        (a.is_sign_negative(), x.plus(y))
    } else if x < y {
        (b.is_sign_negative(), y.minus(x))
    } else {
        (a.is_sign_negative(), x.minus(y))
    };
    sum.shorten(scale, negative, rounding)
}

/// Returns `a - b`, or nothing where the difference has more than 28 digits before the point.
#[inline(always)]
pub fn sub(a: Decimal, b: Decimal, rounding: Rounding) -> Option<Rounded> {
    add(a, -b, rounding)
}

/// Returns `a × b`, or nothing where the product has more than 28 digits before the point.
pub fn mul(a: Decimal, b: Decimal, rounding: Rounding) -> Option<Rounded> {
    let negative = a.is_sign_negative() != b.is_sign_negative();
    let (x, y) = (magnitude(a), magnitude(b));
    let scale = a.scale() + b.scale();
    if (x | y) >> 64 == 0 {
        return shorten(x * y, false, scale, negative, rounding);
    }
    Wide::product(x, y).shorten(scale, negative, rounding)
}

/// Returns `a ÷ b`, or nothing where `b` is zero or the quotient has more than 28 digits before the
/// point.
#[inline(always)]
pub fn div(a: Decimal, b: Decimal, rounding: Rounding) -> Option<Rounded> {
    let (numerator, denominator) = (magnitude(a), magnitude(b));
    if denominator == 0 {
        return None;
    }
    let negative = a.is_sign_negative() != b.is_sign_negative();
    let shift = a.scale() as i32 - b.scale() as i32;
    // A rest of so many bits and that many zeros stay within 128.
    let step = (denominator.leading_zeros() * LOG2_4096 / 4096) as i32;
    let places = PLACES_MAX as i32 - shift;
    let (mut quotient, mut rest) = div_rem(numerator, denominator);
    let mut given = 0;
    // Until the quotient has 28 digits or 28 decimals, whichever comes first.
    while rest != 0 && quotient < TOO_LONG / 10 && given < places {
        let length = if quotient == 0 { 0 } else { digits(quotient) };
        let more = (DIGITS_MAX as i32 - length as i32).min(places - given).min(step);
        let zeros = power(more as u32);
        let (next, rest_now) = div_rem(rest * zeros, denominator);
        (quotient, rest) = (quotient * zeros + next, rest_now);
        given += more;
    }
    match u32::try_from(shift + given) {
        // A numerator of 29 digits can leave a quotient of 29.
        Ok(scale) if quotient >= TOO_LONG => {
            shorten(quotient, rest != 0, scale, negative, rounding)
        }
        Ok(scale) if rest == 0 => {
            let (quotient, scale) = strip(quotient, scale);
            Some(exactly(quotient, scale, negative))
        }
        Ok(scale) => {
            let tail = Tail::of(rest, denominator - rest, false);
            settle(Cut { kept: quotient, tail }, scale, negative, rounding)
        }
        // The quotient is a whole number that ends in zeros; a rest is left only by one of 28
        // digits or more before them.
        Err(_) => {
            let zeros = (shift + given).unsigned_abs();
            let fits = quotient == 0 || digits(quotient) + zeros <= DIGITS_MAX;
            fits.then(|| exactly(quotient * power(zeros), 0, negative))
        }
    }
}

/// Returns the value rounded to `length` significant digits, or nothing where that is 10^28 or more
/// in magnitude.
pub fn to_digits(value: Decimal, length: u32, rounding: Rounding) -> Option<Rounded> {
    let (mantissa, scale) = (magnitude(value), value.scale());
    let dropped = digits(mantissa).saturating_sub(length.clamp(1, DIGITS_MAX));
    let cut = Cut::of(mantissa, dropped, false);
    let exact = cut.tail == Tail::Nothing;
    let kept = cut.round(value.is_sign_negative(), rounding);
    let (kept, scale) = match scale.checked_sub(dropped) {
        Some(scale) => (kept, scale),
        None => (kept * power(dropped - scale), 0),
    };
    fit(kept, scale)
        .map(|(kept, scale)| Rounded { value: build(kept, scale, value.is_sign_negative()), exact })
}

/// Returns the value without trailing zeros, and zero without a sign.
pub fn normal(value: Decimal) -> Decimal {
    let mantissa = magnitude(value);
    // An odd number is neither zero nor ends in one.
    if !mantissa.is_multiple_of(2) {
        return value;
    }
    let (mantissa, scale) = strip(mantissa, value.scale());
    build(mantissa, scale, value.is_sign_negative())
}

/// Returns whether a value has no more decimals than that, without trailing zeros.
pub fn has_places_within(value: Decimal, places: u32) -> bool {
    let excess = value.scale().saturating_sub(places);
    excess == 0 || value.is_zero() || ends_in_zeros(magnitude(value), excess)
}

/// Returns `mantissa × 10^-scale`; the caller holds `mantissa` below 2^96 and `scale` within 28.
pub const fn build(mantissa: u128, scale: u32, negative: bool) -> Decimal {
    debug_assert!(mantissa < 1 << 96 && scale <= PLACES_MAX);
    let (low, middle, high) = (mantissa as u32, (mantissa >> 32) as u32, (mantissa >> 64) as u32);
    Decimal::from_parts(low, middle, high, negative && mantissa != 0, scale)
}

/// Returns the number of digits of a value without its trailing zeros behind the point, and without
/// leading zeros; at least one.
pub fn significant_digits(value: Decimal) -> u32 {
    digits(strip(magnitude(value), value.scale()).0)
}

/// Returns the power of ten of a value's last non-zero digit: 6 for 1,004 million, −2 for 0.13;
/// none for zero.
pub fn last_place(value: Decimal) -> Option<i32> {
    let mut mantissa = magnitude(value);
    if mantissa == 0 {
        return None;
    }
    let mut place = -(value.scale() as i32);
    for zeros in [16, 8, 4, 2, 1] {
        while ends_in_zeros(mantissa, zeros) {
            mantissa /= power(zeros);
            place += zeros as i32;
        }
    }
    Some(place)
}

/// Returns the power of ten of a value's first digit that is not zero: 9 for 1,004 million, −1 for
/// 0.13; none for zero.
#[cfg(feature = "xbrl")]
pub fn first_place(value: Decimal) -> Option<i32> {
    let mantissa = magnitude(value);
    (mantissa != 0).then(|| digits(mantissa) as i32 - 1 - value.scale() as i32)
}

/// Returns `10^exponent`, or nothing where that is out of range.
pub fn power_of_ten(exponent: i8) -> Option<Decimal> {
    match u32::try_from(exponent) {
        Ok(exponent) if exponent < DIGITS_MAX => Some(build(power(exponent), 0, false)),
        Ok(_) => None,
        Err(_) => {
            let scale = u32::from(exponent.unsigned_abs());
            (scale <= PLACES_MAX).then(|| build(1, scale, false))
        }
    }
}

fn magnitude(value: Decimal) -> u128 {
    let parts = value.unpack();
    u128::from(parts.lo) | u128::from(parts.mid) << 32 | u128::from(parts.hi) << 64
}

/// Returns the quotient and the rest at the cost of one division, not of two.
fn div_rem(value: u128, by: u128) -> (u128, u128) {
    let quotient = value / by;
    (quotient, value - quotient * by)
}

/// 4096 times log10(2), rounded down: 1233.01….
const LOG2_4096: u32 = 1233;

fn digits(value: u128) -> u32 {
    // The guess is right or one too small up to 128 bits.
    let guess = (u128::BITS - value.leading_zeros()) * LOG2_4096 / 4096;
    (guess + u32::from(value >= power(guess))).max(1)
}

/// The largest power of ten that fits 128 bits.
const POWER_MAX: u32 = u128::MAX.ilog10();

/// A mantissa with so many zeros appended stays below 2^126, so that the sum of two fits an `i128`:
/// a mantissa is below 2^96, and 10^9 below 2^30.
const ZEROS_WITHIN_I128: u32 = 9;

const _: () = assert!(10_u128.pow(ZEROS_WITHIN_I128) < 1 << 30);

/// The powers of ten that fit 128 bits.
const POWERS: [u128; POWER_MAX as usize + 1] = {
    let mut powers = [1; POWER_MAX as usize + 1];
    let mut exponent = 1;
    while exponent < powers.len() {
        #[expect(clippy::indexing_slicing, reason = "a constant: out of bounds does not compile")]
        {
            powers[exponent] = powers[exponent - 1] * 10;
        }
        exponent += 1;
    }
    powers
};

/// Returns `10^exponent`; exponents stay within [`POWER_MAX`].
pub fn power(exponent: u32) -> u128 {
    debug_assert!(exponent <= POWER_MAX);
    POWERS.get(exponent as usize).copied().unwrap_or(u128::MAX)
}

/// The first whole number with a digit too many.
const TOO_LONG: u128 = 10_u128.pow(DIGITS_MAX);

/// Returns how many digits at the end are too many.
fn excess(digits: u32, scale: u32) -> u32 {
    digits.saturating_sub(DIGITS_MAX).max(scale.saturating_sub(PLACES_MAX))
}

/// Returns whether a number ends in that many decimal zeros.
fn ends_in_zeros(value: u128, zeros: u32) -> bool {
    // A multiple of 10^n is one of 2^n, which spares most numbers the division.
    value.trailing_zeros() >= zeros && value.is_multiple_of(power(zeros))
}

/// Drops trailing zeros behind the point.
fn strip(mut mantissa: u128, mut scale: u32) -> (u128, u32) {
    if mantissa == 0 {
        return (0, 0);
    }
    if scale == 0 || !mantissa.is_multiple_of(2) {
        return (mantissa, scale);
    }
    for zeros in [16, 8, 4, 2, 1] {
        while scale >= zeros && ends_in_zeros(mantissa, zeros) {
            mantissa /= power(zeros);
            scale -= zeros;
        }
    }
    (mantissa, scale)
}

/// Rounds `value × 10^-scale` to what is kept; `more` says that non-zero digits follow, which the
/// caller does only where at least one digit of `value` goes.
#[inline]
fn shorten(
    value: u128,
    more: bool,
    scale: u32,
    negative: bool,
    rounding: Rounding,
) -> Option<Rounded> {
    if value < TOO_LONG && scale <= PLACES_MAX && !more {
        return Some(exactly(value, scale, negative));
    }
    cut_short(value, more, scale, negative, rounding)
}

fn cut_short(
    value: u128,
    more: bool,
    scale: u32,
    negative: bool,
    rounding: Rounding,
) -> Option<Rounded> {
    let places = excess(digits(value), scale);
    let scale = scale.checked_sub(places)?;
    settle(Cut::of(value, places, more), scale, negative, rounding)
}

#[inline(always)]
fn settle(cut: Cut, scale: u32, negative: bool, rounding: Rounding) -> Option<Rounded> {
    let exact = cut.tail == Tail::Nothing;
    let (kept, scale) = fit(cut.round(negative, rounding), scale)?;
    Some(Rounded { value: build(kept, scale, negative), exact })
}

fn exactly(mantissa: u128, scale: u32, negative: bool) -> Rounded {
    Rounded { value: build(mantissa, scale, negative), exact: true }
}

/// Takes the digit that rounding up to a power of ten has added off again.
fn fit(kept: u128, scale: u32) -> Option<(u128, u32)> {
    if kept < TOO_LONG { Some((kept, scale)) } else { Some((kept / 10, scale.checked_sub(1)?)) }
}

/// A whole number cut short.
struct Cut {
    kept: u128,
    tail: Tail,
}

/// What was cut off, in terms of the last kept place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tail {
    Nothing,
    BelowHalf,
    Half,
    AboveHalf,
}

impl Tail {
    /// Returns what a rest is that `missing` would make a whole place; `more` follows it.
    fn of(rest: u128, missing: u128, more: bool) -> Self {
        match rest.cmp(&missing) {
            Ordering::Less if rest == 0 && !more => Self::Nothing,
            Ordering::Less => Self::BelowHalf,
            Ordering::Equal if !more => Self::Half,
            Ordering::Equal | Ordering::Greater => Self::AboveHalf,
        }
    }
}

impl Cut {
    /// Cuts `places` digits off the end, which non-zero digits follow if there is `more`.
    fn of(value: u128, places: u32, more: bool) -> Self {
        debug_assert!(places > 0 || !more);
        if places == 0 {
            return Self { kept: value, tail: Tail::Nothing };
        }
        // Past that nothing is left of 128 bits, and the rest is below half of the place.
        if places > POWER_MAX {
            let nothing = value == 0 && !more;
            return Self { kept: 0, tail: if nothing { Tail::Nothing } else { Tail::BelowHalf } };
        }
        let unit = power(places);
        // One digit too many is what sums mostly have, and ten a divisor that the compiler knows.
        let (kept, rest) = match places {
            1 => (value / 10, value % 10),
            _ => div_rem(value, unit),
        };
        Self { kept, tail: Tail::of(rest, unit - rest, more) }
    }

    fn round(self, negative: bool, rounding: Rounding) -> u128 {
        let away = match (rounding, self.tail) {
            (_, Tail::Nothing) | (Rounding::HalfEven, Tail::BelowHalf) => false,
            (Rounding::HalfEven, Tail::Half) => !self.kept.is_multiple_of(2),
            (Rounding::HalfEven, Tail::AboveHalf) => true,
            (Rounding::Floor, _) => negative,
            (Rounding::Ceiling, _) => !negative,
        };
        self.kept + u128::from(away)
    }
}

/// A whole number below 2^192, which holds the product of any two mantissas.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Wide {
    high: u128,
    low: u128,
}

impl Wide {
    /// Returns `a × b` for factors below 2^96.
    fn product(a: u128, b: u128) -> Self {
        const HALF: u128 = u64::MAX as u128;
        let (a1, a0) = (a >> 64, a & HALF);
        let (b1, b0) = (b >> 64, b & HALF);
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

    fn shorten(mut self, mut scale: u32, negative: bool, rounding: Rounding) -> Option<Rounded> {
        // Beyond 128 bits there are 39 digits or more, so at least 11 go: ten at a time never
        // reach the digit that decides, and leave 29 or more.
        const TEN: u32 = 10;
        let mut more = false;
        while self.high != 0 {
            let (quotient, rest) = self.divided(power(TEN));
            scale = scale.checked_sub(TEN)?;
            more |= rest != 0;
            self = quotient;
        }
        shorten(self.low, more, scale, negative, rounding)
    }

    /// Returns the quotient and the rest by a divisor below 2^64.
    fn divided(self, by: u128) -> (Self, u128) {
        let (high, rest) = div_rem(self.high, by);
        let (upper, rest) = div_rem((rest << 64) | (self.low >> 64), by);
        let (lower, rest) = div_rem((rest << 64) | (self.low & u128::from(u64::MAX)), by);
        (Self { high, low: (upper << 64) | lower }, rest)
    }
}

#[cfg(test)]
mod tests;

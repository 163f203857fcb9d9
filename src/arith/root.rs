//! Roots of whole degree.

use rust_decimal::Decimal;

use super::{Rounded, Rounding, add, build, div, mul};
use crate::bounds::{DIGITS_MAX, PLACES_MAX};

/// Returns the root of that degree of a value that is not negative, or nothing for a negative value
/// or degree zero.
///
/// The result is the largest number of 28 significant digits and 28 decimals whose power is not
/// above the value; `exact` says whether the power is the value itself. Rounding up takes the next
/// number above, and rounding to nearest the one of the two whose power is nearer, to within one unit
/// of the last digit.
pub fn root(value: Decimal, degree: u32, rounding: Rounding) -> Option<Rounded> {
    if degree == 0 || (value.is_sign_negative() && !value.is_zero()) {
        return None;
    }
    if value.is_zero() || degree == 1 {
        return Some(Rounded { value, exact: true });
    }
    let below = floor_root(value, degree)?;
    let (low, exact) = power(below, degree, Rounding::Floor)?;
    if exact && low == value {
        return Some(Rounded { value: below, exact: true });
    }
    let above = add(below, last_place(below), Rounding::Ceiling)?.value;
    let value = match rounding {
        Rounding::Floor => below,
        Rounding::Ceiling => above,
        Rounding::HalfEven => {
            let under = distance(value, low)?;
            let over = distance(power(above, degree, Rounding::Ceiling)?.0, value)?;
            if over < under { above } else { below }
        }
    };
    Some(Rounded { value, exact: false })
}

/// Returns the largest representable number whose power is surely not above the value.
fn floor_root(value: Decimal, degree: u32) -> Option<Decimal> {
    let mut guess = newton(value, degree)?;
    // Newton's result is within a few units of the last place; the loops settle which side it is on.
    while power(guess, degree, Rounding::Ceiling).is_none_or(|(power, _)| power > value) {
        guess = add(guess, -last_place(guess), Rounding::Floor)?.value;
    }
    loop {
        let next = add(guess, last_place(guess), Rounding::Ceiling)?.value;
        match power(next, degree, Rounding::Ceiling) {
            Some((power, _)) if power <= value => guess = next,
            _ => return Some(guess),
        }
    }
}

/// Approaches the root from above: `x - (x^n - v) / (n x^(n-1))`, until it stops falling.
fn newton(value: Decimal, degree: u32) -> Option<Decimal> {
    let nearest = Rounding::HalfEven;
    let n = Decimal::from(degree);
    let mut guess = start(value, degree);
    loop {
        let next = match power(guess, degree - 1, nearest) {
            // A power that underflows is far below the root's own; the guess cannot fall further.
            Some((power, _)) if power.is_zero() => return Some(guess),
            Some((power, _)) => {
                let kept = mul(n - Decimal::ONE, guess, nearest)?.value;
                let sum = add(kept, div(value, power, nearest)?.value, nearest)?.value;
                div(sum, n, nearest)?.value
            }
            // A power past the range: the root is far below.
            None => div(guess, Decimal::TWO, nearest)?.value,
        };
        if next >= guess {
            return Some(guess);
        }
        guess = next;
    }
}

/// Returns a power of ten that is above the root.
fn start(value: Decimal, degree: u32) -> Decimal {
    let digits = value.mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) as i32 + 1;
    let exponent = (digits - value.scale() as i32).div_euclid(degree as i32) + 1;
    match exponent {
        0.. => build(10_u128.pow(exponent.unsigned_abs().min(DIGITS_MAX - 1)), 0, false),
        _ => build(1, exponent.unsigned_abs().min(PLACES_MAX), false),
    }
}

/// Returns a power with every step rounded one way, and whether no step was.
fn power(base: Decimal, degree: u32, rounding: Rounding) -> Option<(Decimal, bool)> {
    (0..degree).try_fold((Decimal::ONE, true), |(product, exact), _| {
        let next = mul(product, base, rounding)?;
        Some((next.value, exact && next.exact))
    })
}

/// Returns one unit of the 28th significant digit, or of the 28th decimal where that comes first.
fn last_place(value: Decimal) -> Decimal {
    let digits = value.mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
    let free = (DIGITS_MAX.saturating_sub(digits)).min(PLACES_MAX - value.scale());
    build(1, value.scale() + free, false)
}

fn distance(a: Decimal, b: Decimal) -> Option<Decimal> {
    add(a, -b, Rounding::HalfEven).map(|difference| difference.value.abs())
}

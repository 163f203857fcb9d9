//! [`Amount`]: a number in base units with its place and its unit.

use rust_decimal::Decimal;

use crate::{
    arith,
    bounds::{AMOUNT_LIMIT, DIGITS_MAX},
    stated::unit::Unit,
};

/// A number in base units with its place and its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub value: Decimal,
    pub decimals: i8,
    pub unit: Unit,
}

/// Returns `mantissa × 10^-decimals` as an amount, or nothing where it is larger, finer or
/// coarser than is kept.
#[inline(always)]
pub(super) fn amount(mantissa: u128, decimals: i32, negative: bool, unit: Unit) -> Option<Amount> {
    if decimals > unit.places_max() as i32 || decimals < unit.places_min() {
        return None;
    }
    let mantissa = match decimals {
        0.. => mantissa,
        _ => {
            let zeros = decimals.unsigned_abs().min(DIGITS_MAX);
            mantissa.checked_mul(arith::power(zeros))?
        }
    };
    let scale = decimals.max(0) as u32;
    if mantissa >= arith::power((WHOLE_DIGITS_MAX + scale).min(DIGITS_MAX)) {
        return None;
    }
    Some(Amount {
        value: arith::build(mantissa, scale, negative),
        decimals: i8::try_from(decimals).ok()?,
        unit,
    })
}

/// Digits of an amount before the point.
const WHOLE_DIGITS_MAX: u32 = AMOUNT_LIMIT.ilog10();

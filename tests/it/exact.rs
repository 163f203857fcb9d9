//! Exact rationals, the oracle of the laws.

use financials::Decimal;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;
use proptest::prelude::*;

/// The decimal as the fraction it is.
pub fn exact(value: Decimal) -> BigRational {
    BigRational::new(BigInt::from(value.mantissa()), BigInt::from(10).pow(value.scale()))
}

/// Half a unit of the 28th significant digit of a number, or of the 28th decimal where that is
/// coarser: the most that a rounded result may be off.
pub fn half_last_digit(truth: &BigRational) -> BigRational {
    let ten = BigRational::from_integer(BigInt::from(10));
    let mut place = -28;
    while truth.abs() >= ten.pow(place + 28) {
        place += 1;
    }
    ten.pow(place) / BigRational::from_integer(BigInt::from(2))
}

/// Amounts over the whole allowed range, at every scale, with the edges favoured.
pub fn amounts() -> impl Strategy<Value = Decimal> {
    const EDGE: i128 = 10_i128.pow(28) - 1;
    let wide = prop_oneof![
        6 => -EDGE..=EDGE,
        2 => (0_u32..28, -99_i128..=99).prop_map(|(zeros, near)| {
            (10_i128.pow(zeros) + near).clamp(-EDGE, EDGE)
        }),
        1 => (0_i128..1000).prop_map(|near| EDGE - near),
        1 => Just(0),
    ];
    (wide, 0_u32..=9).prop_map(|(mantissa, scale)| {
        // With fewer decimals, fewer digits stay below 10^19.
        Decimal::from_i128_with_scale(mantissa / 10_i128.pow(9 - scale), scale)
    })
}

/// The same without zero.
pub fn non_zero_amounts() -> impl Strategy<Value = Decimal> {
    amounts().prop_map(|amount| if amount.is_zero() { Decimal::ONE } else { amount })
}

/// The same above zero.
pub fn positive_amounts() -> impl Strategy<Value = Decimal> {
    non_zero_amounts().prop_map(|amount| amount.abs())
}

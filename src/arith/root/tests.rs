//! Roots against powers of exact fractions.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::One;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{super::significant_digits, root};
use crate::{
    arith::Rounding,
    bounds::{DIGITS_MAX, PLACES_MAX, ROOT_DEGREE_MAX},
};

fn exact(value: Decimal) -> BigRational {
    BigRational::new(BigInt::from(value.mantissa()), BigInt::from(10).pow(value.scale()))
}

/// The smallest step between kept numbers just above one.
fn step(value: Decimal) -> BigRational {
    let whole =
        value.mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) as i32 - value.scale() as i32;
    let place = (whole + 1 - DIGITS_MAX as i32).max(-(PLACES_MAX as i32));
    BigRational::from_integer(BigInt::from(10)).pow(place)
}

/// Holds the three roundings of one root against its definition.
fn check(value: Decimal, degree: u32) {
    let of = |rounding| root(value, degree, rounding).expect("a root exists");
    let [below, above, nearest] = [Rounding::Floor, Rounding::Ceiling, Rounding::HalfEven].map(of);
    let truth = exact(value);
    let power = |number: &BigRational| number.pow(degree as i32);
    for kept in [below, above, nearest] {
        assert!(significant_digits(kept.value) <= DIGITS_MAX, "{kept:?}");
        assert!(kept.value.scale() <= PLACES_MAX);
        assert_eq!(kept.exact, below.exact);
    }
    if below.exact {
        assert_eq!(power(&exact(below.value)), truth, "{value}, {degree}");
        assert_eq!((above, nearest), (below, below));
        return;
    }
    let (low, gap) = (exact(below.value), step(below.value));
    let high = &low + &gap;
    assert!(power(&low) < truth, "{value}, {degree}");
    assert!(power(&high) > truth, "{value}, {degree}");
    assert_eq!(exact(above.value), high);
    let middle = &low + gap / BigRational::from_integer(BigInt::one() + BigInt::one());
    let expected = if power(&middle) < truth { high } else { low };
    assert_eq!(exact(nearest.value), expected, "{value}, {degree}");
}

fn values() -> impl Strategy<Value = Decimal> {
    let mantissa = prop_oneof![
        4 => 1..=10_i128.pow(28) - 1,
        2 => (0_u32..28, -9_i128..=9).prop_map(|(zeros, near)| (10_i128.pow(zeros) + near).max(1)),
        1 => 1_i128..100,
    ];
    (mantissa, 0_u32..=28)
        .prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa, scale))
}

proptest! {
    #[test]
    fn a_root_is_the_largest_number_whose_power_is_not_above(
        value in values(),
        degree in 2..=ROOT_DEGREE_MAX,
    ) {
        check(value, degree);
    }

    #[test]
    fn the_root_of_a_power_is_exact(
        base in 1_i64..1_000_000,
        scale in 0_u32..=4,
        degree in 2_u32..=4,
    ) {
        let base = Decimal::new(base, scale);
        let power = (1..degree).fold(base, |power, _| power * base);
        let taken = root(power, degree, Rounding::HalfEven).expect("a root exists");
        prop_assert_eq!((taken.value, taken.exact), (base, true));
    }
}

#[test]
fn the_edges_of_the_range_have_roots_of_every_degree() {
    let largest = Decimal::from_i128_with_scale(10_i128.pow(28) - 1, 0);
    let smallest = Decimal::from_i128_with_scale(1, 28);
    for degree in 2..=ROOT_DEGREE_MAX {
        for value in [largest, smallest, Decimal::ONE, Decimal::TWO, Decimal::MAX] {
            check(value, degree);
        }
    }
}

#[test]
fn what_has_no_root_has_none() {
    let nearest = Rounding::HalfEven;
    assert_eq!(root(Decimal::NEGATIVE_ONE, 3, nearest), None);
    assert_eq!(root(Decimal::TWO, 0, nearest), None);
    assert_eq!(root(Decimal::TWO, ROOT_DEGREE_MAX + 1, nearest), None);
    assert_eq!(root(Decimal::ZERO, 7, nearest).map(|it| it.value), Some(Decimal::ZERO));
    assert_eq!(root(-Decimal::ZERO, 7, nearest).map(|it| it.value), Some(Decimal::ZERO));
    assert_eq!(root(Decimal::TEN, 1, nearest).map(|it| it.value), Some(Decimal::TEN));
}

#[test]
fn long_values_have_roots_of_the_highest_degree_at_every_scale() {
    for scale in 0..=28 {
        let value = Decimal::from_i128_with_scale(9_876_543_210_987_654_321_098_765_432, scale);
        check(value, ROOT_DEGREE_MAX);
    }
}

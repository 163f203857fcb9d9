//! The arithmetic against exact rationals.

use alloc::{format, string::ToString};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use proptest::prelude::*;

use super::*;

/// Eight times the usual number of cases, as the edges are many.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: 8 * usual.cases, ..usual }
}

/// Any decimal there is: mantissas up to 2^96 at every scale, with the edges over-represented.
pub(super) fn decimals() -> impl Strategy<Value = Decimal> {
    const MANTISSA_MAX: u128 = (1 << 96) - 1;
    let power = |exponent: u32| 10_u128.pow(exponent);
    let mantissa = prop_oneof![
        1 => Just(0),
        2 => 1..20_u128,
        3 => 0..=MANTISSA_MAX,
        3 => 0..power(28),
        3 => (0..=28_u32).prop_flat_map(move |length| 0..power(length)),
        2 => (0..=28_u32, 0..3_u128).prop_map(move |(e, near)| (power(e) + near).saturating_sub(1)),
        2 => (0..=28_u32, 1..8_u128).prop_map(move |(e, first)| first * power(e.min(28))),
        2 => (1..10_000_u128, 0..=24_u32).prop_map(move |(few, zeros)| few * power(zeros)),
        1 => (0..3_u128).prop_map(|below| MANTISSA_MAX - below),
        1 => (0..96_u32, 0..3_u128).prop_map(|(bit, near)| (1 << bit) + near - 1),
    ];
    let scale = prop_oneof![2 => 0..=28_u32, 1 => Just(0), 1 => Just(28), 2 => 0..=9_u32];
    (mantissa, scale, any::<bool>())
        .prop_map(|(mantissa, scale, negative)| build(mantissa.min(MANTISSA_MAX), scale, negative))
}

pub(super) fn rational(value: Decimal) -> BigRational {
    BigRational::new(value.mantissa().into(), BigInt::from(10).pow(value.scale()))
}

/// Rounds a rational as the module promises, by another road: on the place of the last kept digit.
fn oracle(
    true_value: &BigRational,
    digits: u32,
    rounding: Rounding,
) -> Option<(BigRational, bool)> {
    let ten = || BigRational::from_integer(10.into());
    let size = true_value.abs();
    let mut last_place = -28;
    while size >= ten().pow(last_place + digits as i32) {
        last_place += 1;
    }
    let scaled = true_value / ten().pow(last_place);
    let floor = scaled.floor();
    let rest = &scaled - &floor;
    let exact = rest.is_zero();
    let half = BigRational::new(1.into(), 2.into());
    let up = match rounding {
        Rounding::Floor => false,
        Rounding::Ceiling => !exact,
        Rounding::HalfEven => {
            rest > half || (rest == half && floor.to_integer() % 2 != BigInt::zero())
        }
    };
    let whole = if up { floor + BigRational::one() } else { floor };
    let value = whole * ten().pow(last_place);
    (value.abs() < ten().pow(28)).then_some((value, exact))
}

const ROUNDINGS: [Rounding; 3] = [Rounding::HalfEven, Rounding::Floor, Rounding::Ceiling];

fn agrees(
    ours: impl Fn(Rounding) -> Option<Rounded>,
    true_value: Option<&BigRational>,
    digits: u32,
) -> Result<(), TestCaseError> {
    for rounding in ROUNDINGS {
        let ours = ours(rounding);
        let expected = true_value.and_then(|value| oracle(value, digits, rounding));
        prop_assert_eq!(ours.map(|r| (rational(r.value), r.exact)), expected, "{:?}", rounding);
        if let Some(Rounded { value, .. }) = ours {
            prop_assert!(value.mantissa().unsigned_abs() < 10_u128.pow(28));
            prop_assert!(!(value.is_zero() && value.is_sign_negative()));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn prop_sums_round_as_promised(a in decimals(), b in decimals()) {
        agrees(|r| add(a, b, r), Some(&(rational(a) + rational(b))), 28)?;
        agrees(|r| sub(a, b, r), Some(&(rational(a) - rational(b))), 28)?;
    }

    #[test]
    fn prop_products_round_as_promised(a in decimals(), b in decimals()) {
        agrees(|r| mul(a, b, r), Some(&(rational(a) * rational(b))), 28)?;
    }

    #[test]
    fn prop_quotients_round_as_promised(a in decimals(), b in decimals()) {
        let quotient = (!b.is_zero()).then(|| rational(a) / rational(b));
        agrees(|r| div(a, b, r), quotient.as_ref(), 28)?;
    }

    #[test]
    fn prop_quotients_of_products_find_the_factor(a in decimals(), b in decimals()) {
        // Random quotients are hardly ever exact or a tie; these often are.
        if let Some(product) = mul(a, b, Rounding::HalfEven) {
            let quotient = (!b.is_zero()).then(|| rational(product.value) / rational(b));
            agrees(|r| div(product.value, b, r), quotient.as_ref(), 28)?;
            if let Some(Rounded { value, exact: true }) = div(product.value, b, Rounding::Floor) {
                prop_assert_eq!(value.scale(), normal(value).scale(), "no zeros at the end");
            }
        }
    }

    #[test]
    fn prop_fewer_digits_round_as_promised(a in decimals(), digits in 1..=28_u32) {
        agrees(|r| to_digits(a, digits, r), Some(&rational(a)), digits)?;
    }

    #[cfg(feature = "companyfacts")]
    #[test]
    fn prop_the_last_place_is_that_of_the_last_digit(a in decimals()) {
        let Some(place) = last_place(a) else {
            prop_assert!(a.is_zero());
            return Ok(());
        };
        let ten = BigRational::from_integer(10.into());
        let whole = rational(a) / ten.pow(place);
        prop_assert!(whole.is_integer());
        prop_assert!(!(whole.to_integer() % BigInt::from(10)).is_zero());
    }

    #[cfg(feature = "companyfacts")]
    #[test]
    fn prop_powers_of_ten_are_exact_or_refused(exponent in any::<i8>()) {
        let ten = BigRational::from_integer(10.into());
        match power_of_ten(exponent) {
            Some(power) => prop_assert_eq!(rational(power), ten.pow(i32::from(exponent))),
            None => prop_assert!(!(-28..28).contains(&exponent)),
        }
    }

    #[test]
    fn prop_normal_keeps_the_value(a in decimals()) {
        let normal = normal(a);
        prop_assert_eq!(rational(normal), rational(a));
        prop_assert!(normal.scale() == 0 || normal.mantissa() % 10 != 0);
        let written = normal.abs().to_string().replace('.', "");
        let length = written.trim_start_matches('0').len().max(1);
        prop_assert_eq!(significant_digits(a) as usize, length);
    }

    #[test]
    fn prop_decimals_order_as_rationals(a in decimals(), b in decimals()) {
        prop_assert_eq!(a.cmp(&b), rational(a).cmp(&rational(b)));
        prop_assert_eq!(a == b, rational(a) == rational(b));
    }
}

fn decimal(text: &str) -> Decimal {
    let (digits, scale) = match text.split_once('.') {
        Some((whole, behind)) => (format!("{whole}{behind}"), behind.len() as u32),
        None => (text.into(), 0),
    };
    let mantissa: i128 = digits.parse().unwrap();
    build(mantissa.unsigned_abs(), scale, mantissa < 0)
}

#[test]
fn silent_rounding_of_the_decimal_type_is_reported() {
    let (large, small) = (decimal("7922816251426433759354395033"), decimal("0.04"));
    assert_eq!(large.checked_add(small), Some(large), "the operator says nothing");
    let below = add(large, small, Rounding::Floor).unwrap();
    assert_eq!((below.value, below.exact), (large, false));
    let above = add(large, small, Rounding::Ceiling).unwrap();
    assert_eq!((above.value, above.exact), (large + Decimal::ONE, false));

    let tiny = decimal("0.00000000000000000001");
    assert_eq!(tiny.checked_mul(tiny), Some(Decimal::ZERO), "the operator says nothing");
    let last_place = build(1, 28, false);
    for (rounding, expected) in
        ROUNDINGS.into_iter().zip([Decimal::ZERO, Decimal::ZERO, last_place])
    {
        assert_eq!(mul(tiny, tiny, rounding), Some(Rounded { value: expected, exact: false }));
        let (one, huge) = (Decimal::ONE, decimal("70000000000000000000000000000"));
        assert_eq!(div(one, huge, rounding), Some(Rounded { value: expected, exact: false }));
        let negated = if rounding == Rounding::Floor { -last_place } else { Decimal::ZERO };
        assert_eq!(div(-one, huge, rounding), Some(Rounded { value: negated, exact: false }));
    }
}

#[test]
fn a_quotient_brackets_what_it_cannot_hold() {
    let (part, whole) = (decimal("463500000"), decimal("1004500000"));
    assert_ne!(part / whole * whole, part, "the operators lose the part");
    let below = div(part, whole, Rounding::Floor).unwrap();
    let above = div(part, whole, Rounding::Ceiling).unwrap();
    assert!(!below.exact && !above.exact);
    assert!(mul(below.value, whole, Rounding::Ceiling).unwrap().value <= part);
    assert!(mul(above.value, whole, Rounding::Floor).unwrap().value >= part);
    assert_eq!(sub(above.value, below.value, Rounding::Floor).unwrap().value, build(1, 28, false));
}

#[test]
fn ties_go_to_the_even_neighbour() {
    let large = decimal("1000000000000000000000000000");
    for (tail, expected) in [("0.5", 0), ("1.5", 2), ("2.5", 2), ("0.51", 1), ("0.49", 0)] {
        let rounded = add(large, decimal(tail), Rounding::HalfEven).unwrap();
        assert_eq!(rounded.value, large + Decimal::from(expected), "{tail}");
        assert!(!rounded.exact);
    }
}

#[test]
fn what_follows_the_28th_digit_of_a_quotient_decides() {
    let quotient =
        |a: &str, b: &str| div(decimal(a), decimal(b), Rounding::HalfEven).unwrap().value;
    assert_eq!(quotient("2", "3"), decimal("0.6666666666666666666666666667"));
    assert_eq!(quotient("5", "3"), decimal("1.666666666666666666666666667"));
    // 1.3 and 1.5 units of the last decimal: the second is a tie, and 2 is even.
    assert_eq!(quotient("0.0000000000000000000000000013", "10"), build(1, 28, false));
    assert_eq!(quotient("0.0000000000000000000000000015", "10"), build(2, 28, false));
}

#[test]
fn operands_of_29_digits_keep_their_upper_bits() {
    let square =
        mul(build((1 << 96) - 1, 28, false), build((1 << 96) - 1, 28, false), Rounding::Floor);
    assert_eq!(square.unwrap().value, decimal("62.77101735386680763835789423"));
}

#[test]
fn nothing_reaches_ten_to_the_28th() {
    let most = decimal("9999999999999999999999999999");
    let (one, half) = (Decimal::ONE, decimal("0.5"));
    for rounding in ROUNDINGS {
        assert_eq!(add(most, one, rounding), None);
        assert_eq!(sub(-most, one, rounding), None);
        assert_eq!(div(one, Decimal::ZERO, rounding), None);
        assert_eq!(div(Decimal::MAX, one, rounding), None);
        assert_eq!(mul(Decimal::MAX, Decimal::MAX, rounding), None);
    }
    assert_eq!(add(most, half, Rounding::Floor).unwrap().value, most);
    assert_eq!(add(most, half, Rounding::Ceiling), None);
    assert_eq!(add(-most, -half, Rounding::Ceiling).unwrap().value, -most);
    assert_eq!(add(-most, -half, Rounding::Floor), None);
}

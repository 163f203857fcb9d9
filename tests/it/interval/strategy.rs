//! Intervals of every kind and size, and values inside them.

use core::ops::Bound;

use financials::{Decimal, Interval};
use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;

use super::oracle::{self, Point};

/// Eight times the usual number of cases, as the kinds of ends are many.
pub fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: 8 * usual.cases, ..usual }
}

/// Any decimal there is, small and round ones more often.
pub fn decimals() -> impl Strategy<Value = Decimal> {
    const MANTISSA_MAX: i128 = (1 << 96) - 1;
    let mantissa = prop_oneof![
        2 => Just(0_i128),
        4 => -20..=20_i128,
        2 => -MANTISSA_MAX..=MANTISSA_MAX,
        3 => (0..=28_u32).prop_flat_map(|length| -10_i128.pow(length)..=10_i128.pow(length)),
        2 => (0..=28_u32, -1..=1_i128).prop_map(|(e, near)| 10_i128.pow(e) + near),
        1 => (-10_000..10_000_i128, 0..=24_u32).prop_map(|(few, zeros)| few * 10_i128.pow(zeros)),
    ];
    let scale = prop_oneof![2 => 0..=28_u32, 2 => Just(0), 1 => Just(28), 2 => 0..=9_u32];
    (mantissa, scale).prop_map(|(m, scale)| Decimal::from_i128_with_scale(m, scale))
}

pub fn intervals() -> impl Strategy<Value = Interval> {
    let end = || (decimals(), 0..7_u8);
    (end(), end()).prop_map(|(a, b)| {
        let ((low, low_kind), (high, high_kind)) = if a.0 <= b.0 { (a, b) } else { (b, a) };
        let bound = |value, kind| match kind {
            0 => Bound::Unbounded,
            1..=3 => Bound::Excluded(value),
            _ => Bound::Included(value),
        };
        let made = Interval::new(bound(low, low_kind), bound(high, high_kind));
        made.unwrap_or(Interval::point(low))
    })
}

/// An interval and a value inside: an end, just beside it, or further in.
pub fn samples() -> impl Strategy<Value = (Interval, BigRational)> {
    (intervals(), 0..6_u8, 1..1_000_000_u32).prop_map(|(interval, place, fraction)| {
        let ratio = |up: i64, down: i64| BigRational::new(up.into(), down.into());
        let (low, high) = oracle::ends(interval);
        let far = BigRational::from_integer(num_bigint::BigInt::from(10).pow(40));
        let (low_value, high_value) = match (low.0, high.0) {
            (Point::At(low), Point::At(high)) => (low, high),
            (Point::At(low), _) => (low.clone(), low + far),
            (_, Point::At(high)) => (&high - far, high),
            _ => (-&far, far),
        };
        let width = &high_value - &low_value;
        if width.is_zero() {
            return (interval, low_value);
        }
        let tiny = ratio(1, i64::from(fraction)) / ratio(10, 1).pow(60);
        let value = match place {
            0 if low.1 => low_value,
            1 if high.1 => high_value,
            2 => low_value + width * tiny,
            3 => high_value - width * tiny,
            4 => {
                low_value + width * ratio(1, 1_000_000_000) * ratio(i64::from(fraction), 1_000_001)
            }
            _ => low_value + width * ratio(i64::from(fraction), 1_000_001),
        };
        (interval, value)
    })
}

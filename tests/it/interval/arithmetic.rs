//! Arithmetic against exact rationals: sound for values inside, and tight at the ends.

use core::ops::Bound::{Excluded, Included};

use financials::{Decimal, Interval};
use num_traits::{Signed, Zero};
use proptest::prelude::*;

use super::{
    decimal,
    oracle::{self, End, bounds, ends, holds, rounded_hull},
    strategy::{config, decimals, intervals, samples},
};

/// Returns what every end of one makes with every end of the other.
fn each(a: Interval, b: Interval, op: impl Fn(&End, &End) -> Option<End>) -> Vec<End> {
    let ((a, b), (c, d)) = (ends(a), ends(b));
    [(&a, &c), (&a, &d), (&b, &c), (&b, &d)].into_iter().filter_map(|(x, y)| op(x, y)).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn prop_results_of_values_inside_are_inside((a, x) in samples(), (b, y) in samples()) {
        prop_assert!(holds(a, &x) && holds(b, &y), "the samples themselves");
        prop_assert!(holds(a + b, &(&x + &y)));
        prop_assert!(holds(a - b, &(&x - &y)));
        prop_assert!(holds(a * b, &(&x * &y)));
        prop_assert!(holds(-a, &-&x));
        prop_assert!(holds(a.abs(), &x.abs()));
        prop_assert!(holds(a.square(), &(&x * &x)));
        prop_assert!(holds(a.min(b), (&x).min(&y)));
        prop_assert!(holds(a.max(b), (&x).max(&y)));
        prop_assert!(holds(a.hull(b), &x) && holds(a.hull(b), &y));
        if !y.is_zero() {
            let quotient = &x / &y;
            let [below, above] = a.div_split(b);
            let piece = if y.is_negative() { below } else { above };
            prop_assert!(holds(piece.unwrap(), &quotient));
            if let Ok(whole) = a.checked_div(b) {
                prop_assert!(holds(whole, &quotient));
            }
        }
        for digits in [1, 3, 17, 28] {
            prop_assert!(holds(a.coarsen(digits), &x));
        }
    }

    #[test]
    fn prop_sums_end_where_they_must(a in intervals(), b in intervals()) {
        let ((a_low, a_high), (b_low, b_high)) = (ends(a), ends(b));
        let sums = [oracle::add(&a_low, &b_low), oracle::add(&a_high, &b_high)];
        prop_assert_eq!(bounds(a + b), rounded_hull(&sums, 28));
        prop_assert_eq!(a + b, b + a);
    }

    #[test]
    fn prop_products_end_where_they_must(a in intervals(), b in intervals()) {
        let products = each(a, b, |x, y| Some(oracle::mul(x, y)));
        prop_assert_eq!(bounds(a * b), rounded_hull(&products, 28));
        prop_assert_eq!(a * b, b * a);
    }

    #[test]
    fn prop_quotients_end_where_they_must(a in intervals(), b in intervals()) {
        let [below, above] = a.div_split(b);
        let negative = b.intersect(Interval::less_than(Decimal::ZERO));
        let positive = b.intersect(Interval::more_than(Decimal::ZERO));
        prop_assert_eq!(below.is_some(), negative.is_some());
        prop_assert_eq!(above.is_some(), positive.is_some());
        for (piece, numerator, divisor) in
            [(below, -a, negative.map(|part| -part)), (above, a, positive)]
        {
            let (Some(piece), Some(divisor)) = (piece, divisor) else { continue };
            let quotients = each(numerator, divisor, oracle::div);
            prop_assert_eq!(bounds(piece), rounded_hull(&quotients, 28));
        }
        match a.checked_div(b) {
            Ok(quotient) => prop_assert_eq!(below.or(above), Some(quotient)),
            Err(_) => prop_assert!(b.contains(Decimal::ZERO)),
        }
    }

    #[test]
    fn prop_rounding_outward_never_decides_whether_a_result_meets_a_stated_figure(
        a in intervals(), b in intervals(), stated in intervals(), beside in -1..=1_i64,
    ) {
        let ((a_low, a_high), (b_low, b_high)) = (ends(a), ends(b));
        let sums = [oracle::add(&a_low, &b_low), oracle::add(&a_high, &b_high)];
        let products = each(a, b, |x, y| Some(oracle::mul(x, y)));
        let quotients = each(a, b, oracle::div);
        let mut results = vec![(a + b, sums.to_vec()), (a * b, products)];
        if b.is_positive() {
            results.push((a.checked_div(b).unwrap(), quotients));
        }
        for (result, candidates) in results {
            // An end of the result, or the number next to it, is where rounding might decide.
            let near = Interval::point(Decimal::from_i128_with_scale(beside.into(), 28));
            let touching = [Interval::less_than, Interval::at_most, Interval::more_than,
                Interval::at_least].map(|up_to| match (result.low(), result.high()) {
                (Included(end) | Excluded(end), _) | (_, Included(end) | Excluded(end)) => {
                    up_to(end) + near
                }
                _ => stated,
            });
            for stated in touching.into_iter().chain([stated]).map(|stated| stated.coarsen(28)) {
                prop_assert_eq!(result.intersects(stated), oracle::meets(&candidates, stated));
            }
        }
    }

    #[test]
    fn prop_coarsened_ends_lie_on_the_grid(a in intervals(), digits in 1..=28_u32) {
        let (low, high) = ends(a);
        let ours = bounds(a.coarsen(digits));
        prop_assert_eq!(&ours, &rounded_hull(&[low, high], digits));
        prop_assert_eq!(a.coarsen(digits).coarsen(digits), a.coarsen(digits));
        prop_assert!(a.coarsen(digits).encloses(a));
    }

    #[test]
    fn prop_narrower_operands_give_narrower_results(
        wide in intervals(), by in intervals(), other in intervals(),
    ) {
        let Some(narrow) = wide.intersect(by) else { return Ok(()) };
        prop_assert!((wide + other).encloses(narrow + other));
        prop_assert!((wide - other).encloses(narrow - other));
        prop_assert!((other - wide).encloses(other - narrow));
        prop_assert!((wide * other).encloses(narrow * other));
        prop_assert!(wide.square().encloses(narrow.square()));
        for (wide, narrow) in wide.div_split(other).into_iter().zip(narrow.div_split(other)) {
            prop_assert!(wide.is_none_or(|wide| wide.encloses(narrow.unwrap())));
        }
        for (wide, narrow) in other.div_split(wide).into_iter().zip(other.div_split(narrow)) {
            prop_assert!(narrow.is_none_or(|narrow| wide.unwrap().encloses(narrow)));
        }
    }

    #[test]
    fn prop_reading_a_product_backward_keeps_every_solution(
        x in decimals(), y in decimals(), a in intervals(), b in intervals(), c in intervals(),
    ) {
        let (x, y) = (Interval::point(x), Interval::point(y));
        let (within, factor, product) = (a.hull(x), b.hull(y), c.hull(x * y));
        let narrowed = Interval::div_hull(product, factor, within);
        prop_assert!(narrowed.is_some_and(|narrowed| narrowed.encloses(x)));
        prop_assert!(within.encloses(narrowed.unwrap()));
    }
}

#[test]
fn zero_times_the_unbounded_is_zero_if_a_zero_is_reached() {
    let zero = Interval::point(Decimal::ZERO);
    assert_eq!(zero * Interval::everything(), zero);
    let up = Interval::at_least(Decimal::ZERO);
    let above = Interval::more_than(Decimal::ZERO);
    assert_eq!(up * Interval::at_least(2.into()), up);
    assert_eq!(above * Interval::at_least(2.into()), above);
    assert_eq!(above * Interval::at_least((-2).into()), Interval::everything());
    assert_eq!(zero.checked_div(above).unwrap(), zero);
}

#[test]
fn a_result_past_the_largest_value_keeps_its_near_end() {
    let huge = Interval::point(decimal("9000000000000000000000000000"));
    assert_eq!((huge + huge).to_string(), "(9999999999999999999999999999, ∞)");
    assert_eq!((-huge - huge).to_string(), "(-∞, -9999999999999999999999999999)");
    assert_eq!((huge * -huge).to_string(), "(-∞, -9999999999999999999999999999)");
}

#[test]
fn a_result_below_the_last_place_is_not_zero() {
    let tiny = Interval::point(decimal("0.00000000000000000001"));
    assert_eq!((tiny * tiny).to_string(), "(0, 0.0000000000000000000000000001)");
    assert!((tiny * tiny).is_positive() && (-tiny * tiny).is_negative());
    let quotient = Interval::point(Decimal::ONE).checked_div(tiny * tiny).unwrap();
    assert_eq!(quotient.high(), core::ops::Bound::Unbounded, "and it can be divided by");
}

#[test]
fn a_product_reads_backward_around_zero() {
    let closed = |low: &str, high: &str| Interval::closed(decimal(low), decimal(high)).unwrap();
    let hull = Interval::div_hull;
    let all = Interval::everything();
    // No x makes 0 × x = 1; any x makes 0 × x = 0.
    let (zero, one) = (Interval::point(Decimal::ZERO), Interval::point(Decimal::ONE));
    assert_eq!(hull(one, zero, all), None);
    assert_eq!(hull(zero, closed("-1", "1"), closed("2", "3")), Some(closed("2", "3")));
    // 1 = x × [-1, 1] leaves the gap between -1 and 1 empty.
    assert_eq!(hull(one, closed("-1", "1"), closed("-0.5", "0.5")), None);
    assert_eq!(hull(one, closed("-1", "1"), closed("-0.5", "4")), Some(closed("1", "4")));
    assert_eq!(hull(one, closed("-1", "1"), all), Some(all));
}

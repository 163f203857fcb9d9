mod arithmetic;
mod oracle;
mod strategy;

use core::ops::Bound::{Excluded, Included, Unbounded};

use financials::{Decimal, Interval, error::IntervalError};
use proptest::prelude::*;

use self::strategy::{config, decimals, intervals};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn prop_membership_is_decided_exactly(a in intervals(), b in intervals(), v in decimals()) {
        let exact = oracle::rational(v);
        let (in_a, in_b) = (oracle::holds(a, &exact), oracle::holds(b, &exact));
        prop_assert_eq!(a.contains(v), in_a);
        let met = a.intersect(b);
        prop_assert_eq!(met.is_some(), a.intersects(b));
        prop_assert_eq!(met.is_some_and(|met| met.contains(v)), in_a && in_b);
        let hull = a.hull(b);
        prop_assert!(hull.encloses(a) && hull.encloses(b));
        prop_assert!(!(in_a || in_b) || hull.contains(v));
        prop_assert_eq!(a.encloses(b), met == Some(b));
        prop_assert_eq!(a.is_positive(), Interval::more_than(Decimal::ZERO).encloses(a));
        prop_assert_eq!(a.is_negative(), Interval::less_than(Decimal::ZERO).encloses(a));
        prop_assert_eq!(a.encloses(b), hull == a);
        prop_assert_eq!(a.is_point(), a.as_point().is_some_and(|v| a == Interval::point(v)));
    }

    #[test]
    fn prop_every_end_of_a_result_comes_from_its_interval(a in intervals(), b in intervals()) {
        let ends = [a.low(), b.low(), a.high(), b.high()];
        let hull = a.hull(b);
        prop_assert!(ends.contains(&hull.low()) && ends.contains(&hull.high()));
    }

    #[test]
    fn prop_intervals_survive_serde(a in intervals()) {
        // Twenty-nine digits are more than text may have.
        let a = a.coarsen(28);
        let json = serde_json::to_string(&a).unwrap();
        prop_assert_eq!(serde_json::from_str::<Interval>(&json).unwrap(), a, "{}", json);
    }
}

#[test]
fn an_empty_interval_is_refused() {
    let (one, two) = (Decimal::ONE, Decimal::TWO);
    for (low, high) in [
        (Included(two), Included(one)),
        (Included(two), Excluded(one)),
        (Excluded(one), Included(one)),
        (Included(one), Excluded(one)),
        (Excluded(one), Excluded(one)),
    ] {
        assert_eq!(Interval::new(low, high), Err(IntervalError::Empty { low, high }));
    }
    assert!(Interval::new(Excluded(one), Unbounded).is_ok());
    assert_eq!(Interval::closed(one, decimal("1.00")).unwrap().as_point(), Some(one));
}

#[test]
fn messages_name_what_was_given_and_what_is_allowed() {
    let (one, two) = (Decimal::ONE, Decimal::TWO);
    for (error, message) in [
        (
            Interval::open(two, one).unwrap_err(),
            "interval (2, 1) holds no value; its low end must be below its high end, or both \
             closed and equal",
        ),
        (
            Interval::around(one, -two).unwrap_err(),
            "half_width -2 is negative; it must be zero or more",
        ),
        (
            Interval::point(one).checked_div(Interval::at_least(-one)).unwrap_err(),
            "divisor [-1, ∞) holds zero; it must lie on one side of it",
        ),
    ] {
        assert_eq!(error.to_string(), message);
        assert_eq!(financials::Error::from(error).to_string(), message);
    }
}

#[test]
fn intervals_are_written_in_mathematical_notation() {
    let (low, high) = (decimal("0.461420"), decimal("0.46288"));
    let margin = Interval::new(Included(low), Excluded(high)).unwrap();
    assert_eq!(margin.to_string(), "[0.46142, 0.46288)");
    assert_eq!(format!("{margin:.5}"), "[0.46142, 0.46288)");
    assert_eq!(format!("{margin:.2}"), "(0.46, 0.47)");
    assert_eq!(format!("{:.0}", -margin), "(-0.5, -0.4)", "no less than one digit");
    assert_eq!(Interval::more_than(200.into()).to_string(), "(200, ∞)");
    assert_eq!(Interval::less_than(200.into()).to_string(), "(-∞, 200)");
    assert_eq!(Interval::everything().to_string(), "(-∞, ∞)");
    let zero = (-Interval::point(Decimal::ZERO)).as_point().unwrap();
    assert!(!zero.is_sign_negative(), "zero has no sign");
}

#[test]
fn the_format_is_four_fields_and_is_validated() {
    let half_open = Interval::new(Included(decimal("0.455")), Unbounded).unwrap();
    let json = r#"{"low":"0.455","high":null,"low_open":false,"high_open":true}"#;
    assert_eq!(serde_json::to_string(&half_open).unwrap(), json);
    assert_eq!(serde_json::from_str::<Interval>(json).unwrap(), half_open);
    let short = serde_json::from_str::<Interval>(r#"{"low": "1", "high": 2}"#).unwrap();
    assert_eq!(short.to_string(), "[1, 2]");
    for (json, reason) in [
        (r#"{"low":"2","high":"1"}"#, "interval [2, 1] holds no value"),
        (r#"{"low":"1","high":"1","high_open":true}"#, "interval [1, 1) holds no value"),
        (r#"{"low":1.5,"high":"2"}"#, "not exact"),
        (r#"{"low":"1","high":"2","open":true}"#, "unknown field `open`"),
    ] {
        let error = serde_json::from_str::<Interval>(json).unwrap_err().to_string();
        assert!(error.contains(reason), "{json}: {error}");
    }
}

#[test]
fn a_width_is_known_between_two_ends() {
    assert_eq!(Interval::open(Decimal::ONE, 4.into()).unwrap().width(), Some(3.into()));
    assert_eq!(Interval::point(decimal("0.1")).width(), Some(Decimal::ZERO));
    assert_eq!(Interval::at_least(Decimal::ONE).width(), None);
    let widest = Interval::closed(-Decimal::MAX, Decimal::MAX).unwrap();
    assert_eq!(widest.width(), None, "it is past 10^28");
}

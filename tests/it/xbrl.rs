//! XBRL Calculations 1.1 and duplicates against a reference processor's verdicts.

use financials::{
    Decimal, Interval, decimal,
    tieout::xbrl::{Calculation, CalculationOutcome, Duplicates, Mode, RoundedFact},
};
use serde_json::Value;

use crate::data;

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn fact(value: &str, decimals: &str) -> RoundedFact {
    let decimals = (decimals != "INF").then(|| decimals.parse().unwrap());
    RoundedFact { value: decimal::parse(value).unwrap(), decimals }
}

fn facts(pairs: &Value) -> Vec<RoundedFact> {
    let pairs = pairs.as_array().unwrap().iter();
    pairs.map(|pair| fact(text(&pair[0]), text(&pair[1]))).collect()
}

/// Totals, items with weights, and what they are in both modes; worked out by hand.
#[test]
fn totals_are_held_against_sums_in_both_modes() {
    type Row<'a> = (&'a [(&'a str, &'a str)], &'a [(i64, &'a str, &'a str)], [bool; 2]);
    let rows: &[Row<'_>] = &[
        // Two items may each be off by half: [99, 101] and [100.5, 101.5] meet.
        (&[("101", "0")], &[(1, "60", "0"), (1, "40", "0")], [true, true]),
        (&[("102", "0")], &[(1, "60", "0"), (1, "40", "0")], [false, false]),
        // Truncated 60 and 40 reach up to 102, rounded ones to 101.
        (&[("101.5", "INF")], &[(1, "60", "0"), (1, "40", "0")], [false, true]),
        (&[("99", "INF")], &[(1, "60", "0"), (1, "40", "0")], [true, false]),
        // Nothing truncates to zero from either side.
        (&[("0", "0")], &[(1, "0.9", "INF")], [false, true]),
        (&[("0", "0")], &[(1, "-0.9", "INF")], [false, true]),
        // Palantir's second quarter of 2025 in thousands: gross profit less expenses.
        (&[("269317", "-3")], &[(1, "810763", "-3"), (-1, "541446", "-3")], [true, true]),
    ];
    for (total, items, expected) in rows {
        let scale = |(value, decimals): &(&str, &str)| {
            let mut fact = fact(value, decimals);
            if fact.decimals == Some(-3) {
                fact.value *= Decimal::from(1000);
            }
            fact
        };
        let total: Vec<RoundedFact> = total.iter().map(scale).collect();
        let sum = items.iter().fold(Calculation::of(&total), |sum, (weight, value, decimals)| {
            sum.with(*weight, &[scale(&(*value, *decimals))])
        });
        let found = [Mode::RoundToNearest, Mode::Truncation]
            .map(|mode| sum.check(mode) == CalculationOutcome::Consistent);
        assert_eq!(found, *expected, "{sum:?}");
    }
}

#[test]
fn what_cannot_be_calculated_is_said() {
    let one = [fact("100", "0")];
    let twice = [fact("100", "0"), fact("102", "0")];
    let mode = Mode::RoundToNearest;
    assert_eq!(Calculation::of(&[]).with(1, &one).check(mode), CalculationOutcome::NotBound);
    assert_eq!(Calculation::of(&one).with(1, &[]).check(mode), CalculationOutcome::NotBound);
    let excess = [fact("101.5", "0")];
    assert_eq!(
        Calculation::of(&excess).with(1, &one).check(mode),
        CalculationOutcome::ExcessDigits
    );
    let open = Calculation::of(&twice).with(1, &one).check(mode);
    assert_eq!(open, CalculationOutcome::InconsistentDuplicates);
}

#[test]
fn duplicates_at_one_place_must_be_equal() {
    let classes = |facts: &[RoundedFact]| {
        let found = Duplicates::of(facts);
        (found.complete, found.consistent, found.inconsistent)
    };
    let at = |value, decimals| fact(value, decimals);
    assert_eq!(classes(&[at("500", "-2"), at("550", "-1")]), (false, true, false));
    assert_eq!(classes(&[at("500", "-2"), at("560", "-1")]), (false, false, true));
    assert_eq!(classes(&[at("500", "-2"), at("500", "-2")]), (true, true, false));
    assert_eq!(classes(&[at("748000", "-3"), at("749000", "-3")]), (false, false, true));
    // Lumen's third quarter of 2010 as 1,747,101 thousand and as 1,748 million.
    assert_eq!(classes(&[at("1747101000", "-3"), at("1748000000", "-6")]), (false, false, true));
    let three = [at("1", "0"), at("1.4", "1"), at("1.5", "1")];
    assert_eq!(classes(&three), (false, true, true));
}

/// Rows of the reference on calculations whose verdict by truncation is wrong, with the reason.
///
/// A weight of -1 mirrors an interval, so that its open end changes sides. The reference leaves it
/// on the side where it was, here and in the twelve other rows that only differ in an open end.
const CALCULATIONS_LEFT_OUT: &[(&str, &str)] = &[
    ("c119", "[3753448, 3753449) and (3753449, 3753451) have no value in common"),
    ("c131", "(-21000000, -20000000] and (-20000000, -18000000) have no value in common"),
];

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn calculations_agree_with_the_reference() {
    let rows: Value = data::json("data/truth/arelle_calc11_oracle.json");
    let mut wrong = Vec::new();
    let (mut compared, mut open_ends) = (0, 0);
    for row in rows.as_array().unwrap() {
        let id = text(&row["id"]);
        let items = row["items"].as_array().unwrap().iter();
        let sum = items.fold(Calculation::of(&facts(&row["total"])), |sum, item| {
            let weight = decimal::parse(&item["weight"].to_string()).unwrap();
            sum.with(weight, &facts(&item["facts"]))
        });
        for (mode, name) in
            [(Mode::RoundToNearest, "round_to_nearest"), (Mode::Truncation, "truncation")]
        {
            let expected = &row[name];
            let found = sum.check(mode);
            let agrees = match (text(&expected["result"]), found) {
                ("inconsistent", CalculationOutcome::Inconsistent { reported, computed }) => {
                    let written = text(&expected["computed_interval"]);
                    let is_mirrored = mode == Mode::Truncation
                        && row["items"]
                            .as_array()
                            .unwrap()
                            .iter()
                            .any(|item| item["weight"].to_string().contains('-'));
                    let is_same = same(computed, written);
                    open_ends += u32::from(!is_same && is_mirrored);
                    same(reported, text(&expected["reported_interval"]))
                        && (is_same || is_mirrored && same_numbers(computed, written))
                }
                ("calc11e:excessDigits", CalculationOutcome::ExcessDigits) => true,
                ("no message (consistent, or not bound)", found) => !matches!(
                    found,
                    CalculationOutcome::Inconsistent { .. } | CalculationOutcome::ExcessDigits
                ),
                _ => false,
            };
            compared += 1;
            let left_out = CALCULATIONS_LEFT_OUT.iter().find(|(left_out, _)| *left_out == id);
            if let (Some((_, why)), Mode::Truncation) = (left_out, mode) {
                assert!(matches!(found, CalculationOutcome::Inconsistent { .. }), "{id}: {why}");
            } else if !agrees {
                wrong.push(format!("{id} {name}: {found:?}, expected {expected}"));
            }
        }
    }
    assert_eq!((compared, open_ends), (240, 12));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns whether an interval is the one written, `[99.0, 101.0)`, number by number.
fn same(interval: Interval, written: &str) -> bool {
    let open = |text: &str| (text.starts_with('('), text.ends_with(')'));
    same_numbers(interval, written) && open(&interval.to_string()) == open(written)
}

fn same_numbers(interval: Interval, written: &str) -> bool {
    let ends = |text: &str| -> Vec<Decimal> {
        let ends = text.trim_matches(['[', ']', '(', ')']).split(", ");
        ends.map(|end| decimal::parse(end).unwrap()).collect()
    };
    ends(&interval.to_string()) == ends(written)
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn duplicates_agree_with_the_reference() {
    let rows: Value = data::json("data/truth/arelle_duplicate_oracle.json");
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 23);
    for row in rows {
        let found = Duplicates::of(&facts(&row["facts"]));
        let classes = row["classes"].as_array().unwrap();
        let has = |name: &str| classes.iter().any(|class| class == name);
        let expected = (has("complete"), has("consistent"), has("inconsistent"));
        let found = (found.complete, found.consistent, found.inconsistent);
        assert_eq!(found, expected, "{row}");
    }
}

/// Rows of the reference on digits past the decimals that do not agree, with the reason.
const DIGITS_LEFT_OUT: &[(&str, &str, &str)] = &[
    ("1.1E28", "-28", "29 digits before the point are more than are kept; the reference keeps 28"),
    ("-1.1E28", "-28", "29 digits before the point"),
    ("1E28", "0", "29 digits before the point"),
    ("1.1E28", "0", "29 digits before the point"),
    (
        "12345678901234567890123456789.1",
        "0",
        "30 digits; the reference drops the last and finds none",
    ),
    ("1.1E-28", "28", "29 decimals"),
    ("-1.1E-28", "28", "29 decimals"),
    ("1.1E-29", "29", "30 decimals"),
    ("-1.1E-29", "29", "30 decimals"),
    ("1E-100", "0", "100 decimals"),
    ("1.1E-100", "0", "101 decimals"),
    ("0.10000000000000000000000000001", "0", "29 decimals; the reference reads 0.1"),
];

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn excess_digits_agree_with_the_reference() {
    let table: Value = data::json("data/truth/arelle_insignificant_digits.json");
    let mut left_out = 0;
    let cases = table["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 56);
    for case in cases {
        let (value, decimals) = (text(&case["value"]), text(&case["decimals"]));
        if let Some((.., why)) =
            DIGITS_LEFT_OUT.iter().find(|(v, d, _)| *v == value && *d == decimals)
        {
            assert!(decimal::parse(value).is_err(), "{value} is read: {why}");
            left_out += 1;
            continue;
        }
        let expected = case["expected"].as_array().map(|pair| {
            (decimal::parse(text(&pair[0])).unwrap(), decimal::parse(text(&pair[1])).unwrap())
        });
        assert_eq!(fact(value, decimals).excess_digits(), expected, "{value} {decimals}");
    }
    assert_eq!(left_out, DIGITS_LEFT_OUT.len());
}

/// The calculations and the duplicates of two filings, read from the test's own input.
#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn filings_come_out_as_recorded() {
    for file in ["aapl-20230930_10K.json", "tsla-20240630_10Q.json"] {
        let filing: Value = data::json(&format!("data/xbrl_with_decimals/{file}"));
        let all = filing["facts"].as_array().unwrap();
        let find = |concept: &str, row: &Value| -> Vec<RoundedFact> {
            let is_it = |fact: &&Value| {
                fact["value"].is_string()
                    && text(&fact["concept"]) == concept
                    && ["start", "end", "unit"].iter().all(|part| fact[*part] == row[*part])
            };
            let found = all.iter().filter(is_it);
            found.map(|found| fact(text(&found["value"]), text(&found["decimals"]))).collect()
        };
        let arcs = filing["calculation_arcs"].as_array().unwrap();
        let checks = filing["calc11_round_check"].as_array().unwrap();
        assert!(checks.len() > 50, "{file}: {} calculations", checks.len());
        for row in checks {
            let parent = text(&row["parent"]);
            let own = arcs.iter().filter(|arc| {
                text(&arc["role"]).rsplit('/').next() == row["role"].as_str()
                    && text(&arc["parent"]) == parent
            });
            let sum = own.fold(Calculation::of(&find(parent, row)), |sum, arc| {
                let weight = arc["weight"].as_f64().unwrap() as i64;
                sum.with(weight, &find(text(&arc["child"]), row))
            });
            let found = sum.check(Mode::RoundToNearest);
            let expected = row["consistent"].as_bool().unwrap();
            assert_eq!(
                found == CalculationOutcome::Consistent,
                expected,
                "{file} {row}: {found:?}"
            );
            if let CalculationOutcome::Inconsistent { reported, computed } = found {
                for (interval, ends) in [(reported, "reported"), (computed, "computed")] {
                    let ends = format!("[{}, {}]", text(&row[ends][0]), text(&row[ends][1]));
                    assert!(same(interval, &ends), "{file} {row}: {found:?}");
                }
            }
        }
        for set in filing["duplicate_sets"].as_array().unwrap() {
            let found = Duplicates::of(&facts(&set["values"]));
            assert!(found.consistent && !found.inconsistent, "{file} {set}");
        }
    }
}

/// What has digits past its place was not rounded to it, and meets all that is within half of that.
#[test]
fn facts_with_digits_past_their_place_contradict_each_other_by_what_they_admit() {
    let of = |facts: &[(i64, i8)]| {
        let fact = |(value, decimals): &(i64, i8)| RoundedFact {
            value: (*value).into(),
            decimals: Some(*decimals),
        };
        let found = Duplicates::of(&facts.iter().map(fact).collect::<Vec<_>>());
        (found.complete, found.consistent, found.inconsistent)
    };
    assert_eq!(of(&[(1_234_567, -6), (1_234_568, -6)]), (false, true, false));
    assert_eq!(of(&[(1_234_567, -6), (1_000_000, -6)]), (false, true, false));
    assert_eq!(of(&[(1_234_567, -6), (2_234_568, -6)]), (false, false, true));
    assert_eq!(of(&[(1_000_000, -6), (2_000_000, -6)]), (false, false, true));
    // Of nothing known but the digits, none contradicts another.
    assert_eq!(of(&[(5, i8::MIN), (7, i8::MIN)]), (false, true, false));
}

proptest::proptest! {
    /// Looking at each once tells what looking at every pair does.
    #[test]
    fn duplicates_are_what_their_pairs_are(
        facts in proptest::collection::vec((-40_i64..40, proptest::option::of(-2_i8..2)), 0..7)
    ) {
        let fact = |(value, decimals): &(i64, Option<i8>)| RoundedFact {
            value: (*value).into(),
            decimals: *decimals,
        };
        let facts: Vec<RoundedFact> = facts.iter().map(fact).collect();
        // A number is a rounding to its place if it is a multiple of it.
        let place = |fact: &RoundedFact| {
            let unit = 10_i64.pow(u32::from(fact.decimals?.unsigned_abs()));
            let is_one = fact.decimals >= Some(0) || (fact.value % Decimal::from(unit)).is_zero();
            is_one.then_some(fact.decimals)
        };
        let half = |fact: &RoundedFact| match fact.decimals {
            None => Decimal::ZERO,
            Some(places @ 0..) => Decimal::new(5, u32::from(places.unsigned_abs()) + 1),
            Some(places) => Decimal::from(5 * 10_i64.pow(u32::from(places.unsigned_abs()) - 1)),
        };
        let agrees = |one: &RoundedFact, other: &RoundedFact| match (place(one), place(other)) {
            (Some(place), Some(of)) if place == of => one.value == other.value,
            _ => (one.value - other.value).abs() <= half(one) + half(other),
        };
        let mut expected = (false, false, false);
        for (at, one) in facts.iter().enumerate() {
            for other in &facts[at + 1..] {
                expected.0 |= one == other;
                expected.1 |= agrees(one, other) || one == other;
                expected.2 |= !(agrees(one, other) || one == other);
            }
        }
        let found = Duplicates::of(&facts);
        proptest::prop_assert_eq!((found.complete, found.consistent, found.inconsistent), expected);
    }
}

/// Ten thousand facts take as long as a few hundred did: with every pair compared, these took
/// twelve seconds.
#[test]
fn many_duplicates_are_classified_as_pairs_would_be() {
    let fact =
        |value: u32, decimals: i8| RoundedFact { value: value.into(), decimals: Some(decimals) };
    let distinct: Vec<RoundedFact> = (0..10_000).map(|value| fact(value, 0)).collect();
    let found = Duplicates::of(&distinct);
    assert_eq!((found.complete, found.consistent, found.inconsistent), (false, false, true));
    let same = vec![fact(1_000, 0); 10_000];
    let found = Duplicates::of(&same);
    assert_eq!((found.complete, found.consistent, found.inconsistent), (true, true, false));
    let total = Calculation::of(&same).with(1, &same);
    assert_eq!(total.check(Mode::RoundToNearest), CalculationOutcome::Consistent);
    // The last is to the ten thousands, and meets those below 5,000.
    let coarse: Vec<RoundedFact> = distinct.into_iter().skip(1).chain([fact(0, -4)]).collect();
    let found = Duplicates::of(&coarse);
    assert_eq!((found.complete, found.consistent, found.inconsistent), (false, true, true));
    // Each has digits past its place, and meets all others.
    let finer: Vec<RoundedFact> = (1..100_000).map(|value| fact(value, -9)).collect();
    let found = Duplicates::of(&finer);
    assert_eq!((found.complete, found.consistent, found.inconsistent), (false, true, false));
}

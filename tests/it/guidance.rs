use core::ops::Neg;
use financials::{
    Accuracy, Basis, Currency, Date, Decimal, Figure, Item, Measure, Money, PerShare, Period,
    Ratio, Source, Stated, Undefined,
    expected::{Actual, Guidance, GuidanceForm, GuidanceRange, Outcome, Revision, Subject},
    item, metric,
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;
use proptest::prelude::*;

use crate::exact::{amounts, exact, half_last_digit, positive_amounts};

const USD: Currency = Currency::USD;

fn millions(amount: i64) -> Money {
    Money::new(amount * 1_000_000, USD).unwrap()
}

fn percent(text: &str) -> Ratio {
    Ratio::from_percent(financials::decimal::parse(text).unwrap()).unwrap()
}

fn year_2025() -> Period {
    "2025-01-01..2025-12-31".parse().unwrap()
}

/// Palantir's outlook for 2025, given on 4 August 2025.
fn palantir() -> GuidanceRange {
    let release = Source::filing("8-K", "0001321655-25-000105".parse().unwrap());
    let subject = Subject::of(Item::Revenue)
        .during(year_2025())
        .dated(Date::constant(2025, 8, 4))
        .from_source(release);
    Guidance::range(millions(4_142), millions(4_150)).unwrap().about(subject).unwrap()
}

fn message<T: core::fmt::Debug>(result: Result<T, impl core::fmt::Display>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn palantir_2025() {
    let year = palantir();
    assert_eq!(year.midpoint(), Some(millions(4_146)));
    assert_eq!(year.half_width(), Some(millions(4)));
    let spread = (year.half_width().unwrap() / year.midpoint().unwrap()).unwrap();
    assert_eq!(format!("{:.4}", spread), "0.0965%");

    let first_half = Figure::thousands(1_887_552).unwrap();
    let reported = Actual::<Money>::of(&first_half, USD).value();
    let second_half = year.implied_remainder(reported).unwrap();
    let ends = [second_half.low(), second_half.midpoint(), second_half.high()];
    let thousands = [2_254_448_000_i64, 2_258_448_000, 2_262_448_000];
    assert_eq!(ends, thousands.map(|amount| Some(Money::new(amount, USD).unwrap())));

    // In excess of 1,302 million, growth of at least 85%: 703.78 million or less the year before.
    let us_commercial = Guidance::in_excess_of(millions(1_302));
    assert_eq!((us_commercial.midpoint(), us_commercial.high()), (None, None));
    let prior = us_commercial.implied_prior(percent("85")).unwrap();
    assert_eq!(format!("{:.2}", prior.low().unwrap()), "$703.78 million");
    let growth = us_commercial.implied_growth(prior.low().unwrap()).unwrap();
    assert_eq!(growth.low().unwrap().rounded_to(20), percent("85"));
    assert_eq!((growth.midpoint(), growth.high()), (None, None));
}

#[test]
fn nvidia_fourth_quarter_2026() {
    let revenue = Guidance::plus_minus_percent(millions(65_000), percent("2")).unwrap();
    assert_eq!(revenue.low(), Some(millions(63_700)));
    assert_eq!(revenue.high(), Some(millions(66_300)));
    assert_eq!(revenue.half_width(), Some(millions(1_300)));
    let actual = Actual::new(millions(68_130), Accuracy::Decimals(-7));
    assert_eq!(revenue.outcome(&actual), Ok(Outcome::Above));

    let fifty = Ratio::from_basis_points(50).unwrap();
    let margin = Guidance::plus_minus(percent("74.8"), fifty).unwrap();
    assert_eq!((margin.low(), margin.high()), (Some(percent("74.3")), Some(percent("75.3"))));
    assert_eq!(margin.midpoint(), Some(percent("74.8")));

    // Approximately 6.7 billion: 6.6 to 6.8 count as that.
    let expenses = Guidance::approximately(millions(6_700), Accuracy::Decimals(-8));
    let outcome = |amount| expenses.outcome(&Actual::new(millions(amount), Accuracy::Decimals(-6)));
    assert_eq!(outcome(6_790), Ok(Outcome::Within));
    assert_eq!(outcome(6_800), Ok(Outcome::WithinRounding));
    assert_eq!(outcome(6_810), Ok(Outcome::Above));
    assert_eq!(outcome(6_590), Ok(Outcome::Below));
}

#[test]
fn a_margin_in_percent_of_a_loss_goes_to_both_sides() {
    let loss = Guidance::plus_minus_percent(-millions(100), percent("10")).unwrap();
    assert_eq!((loss.low(), loss.high()), (Some(-millions(110)), Some(-millions(90))));
}

#[test]
fn salesforce_third_quarter_2026() {
    let rate = |name: &str| metric::Named::new(name.parse().unwrap(), item::Nature::Rate).unwrap();
    let growth = Subject::of(rate("crpo_growth"));
    let crpo = Guidance::slightly_above(percent("10")).about(growth).unwrap();
    assert_eq!((crpo.low(), crpo.high(), crpo.midpoint()), (Some(percent("10")), None, None));
    let outcome =
        |text, places| crpo.outcome(&Actual::new(percent(text), Accuracy::Decimals(places)));
    assert_eq!(outcome("11", 2), Ok(Outcome::Within));
    assert_eq!(outcome("10", 2), Ok(Outcome::WithinRounding));
    assert_eq!(outcome("9", 2), Ok(Outcome::Below));

    let earnings = |low, high| {
        let usd = |text| PerShare::parse(text, USD).unwrap();
        Guidance::range(usd(low), usd(high)).unwrap()
    };
    let actual = Actual::new(PerShare::parse("2.19", USD).unwrap(), Accuracy::Decimals(2));
    assert_eq!(earnings("1.60", "1.62").outcome(&actual), Ok(Outcome::Above));
    let adjusted =
        earnings("2.84", "2.86").about(Subject::of(Item::EpsDiluted).on(Basis::Adjusted)).unwrap();
    assert_eq!(message(adjusted.outcome(&actual)), "the bases differ");
}

#[test]
fn lumen_raises_free_cash_flow() {
    let may = Guidance::range(millions(700), millions(900)).unwrap();
    let july = Guidance::range(millions(1_200), millions(1_400)).unwrap();
    assert_eq!(july.revision_from(&may), Ok(Revision::Raised));
    assert_eq!(may.revision_from(&july), Ok(Revision::Lowered));
    let ebitda = Guidance::range(millions(3_200), millions(3_400)).unwrap();
    assert_eq!(ebitda.revision_from(&ebitda.clone()), Ok(Revision::Reaffirmed));
}

#[test]
fn revisions_follow_the_ends_stated() {
    let range = |low, high| Guidance::range(millions(low), millions(high)).unwrap();
    let floor = |amount| Guidance::in_excess_of(millions(amount));
    let about = |amount| Guidance::approximately(millions(amount), Accuracy::Decimals(-6));
    for (earlier, later, expected) in [
        (range(10, 20), range(12, 20), Revision::Narrowed),
        (range(10, 20), range(10, 18), Revision::Narrowed),
        (range(10, 20), range(9, 20), Revision::Widened),
        (range(10, 20), range(9, 21), Revision::Widened),
        (range(10, 20), Guidance::point(millions(15)), Revision::Narrowed),
        (range(10, 20), floor(12), Revision::Reworded),
        (floor(10), floor(12), Revision::Raised),
        (floor(10), floor(10), Revision::Reaffirmed),
        (floor(10), Guidance::at_least(millions(10)), Revision::Reworded),
        (Guidance::at_most(millions(10)), Guidance::at_most(millions(8)), Revision::Lowered),
        (about(10), about(11), Revision::Raised),
        (about(10), range(9, 11), Revision::Reworded),
        (range(10, 20), Guidance::withdrawn(), Revision::Withdrawn),
        (Guidance::withdrawn(), range(10, 20), Revision::Reinstated),
        (Guidance::withdrawn(), Guidance::withdrawn(), Revision::Reaffirmed),
    ] {
        assert_eq!(later.revision_from(&earlier), Ok(expected), "{earlier:?} to {later:?}");
    }
}

#[test]
fn what_does_not_compare_is_refused() {
    let usd = palantir();
    let eur = Money::new(4_142_000_000_i64, Currency::EUR).unwrap();
    let refused: [(Result<Revision, financials::error::GuidanceError>, &str); 4] = [
        (Guidance::point(eur).revision_from(&usd), "the currencies differ"),
        (
            usd.clone().about(Subject::of(Item::GrossProfit)).unwrap().revision_from(&usd),
            "guidance on gross_profit does not revise guidance on revenue",
        ),
        (
            usd.clone()
                .about(Subject::of(Item::Revenue).during(year_2025()).on(Basis::Adjusted))
                .unwrap()
                .revision_from(&usd),
            "the bases differ",
        ),
        (
            usd.clone()
                .about(Subject::of(Item::Revenue).during("2025-07-01..2025-09-30".parse().unwrap()))
                .unwrap()
                .revision_from(&usd),
            "2025-07-01..2025-09-30 and 2025-01-01..2025-12-31 are not comparable",
        ),
    ];
    for (result, expected) in refused {
        assert_eq!(message(result), expected);
    }
    let actual = Actual::new(eur, Accuracy::Exact);
    assert_eq!(message(usd.outcome(&actual)), "the currencies differ");
    assert_eq!(usd.implied_growth(eur), Err(Undefined::CurrenciesDiffer));
    assert_eq!(usd.implied_remainder(eur), Err(Undefined::CurrenciesDiffer));
    let gone = GuidanceRange::withdrawn();
    let actual = Actual::new(millions(1), Accuracy::Exact);
    assert_eq!(message(gone.outcome(&actual)), "the guidance was withdrawn");
}

#[test]
fn growth_from_a_loss_has_a_reason_and_no_number() {
    let profit = Guidance::range(millions(10), millions(20)).unwrap();
    let reason = |prior| profit.implied_growth(prior).unwrap_err().code();
    assert_eq!(reason(-millions(5)), "turned_profitable");
    assert_eq!(reason(Money::zero(USD)), "growth_from_zero");
    let loss = Guidance::point(-millions(10));
    let reason = |prior| loss.implied_growth(prior).unwrap_err().code();
    assert_eq!(reason(-millions(5)), "loss_widened");
    assert_eq!(reason(-millions(15)), "loss_narrowed");
    assert_eq!(reason(-millions(10)), "loss_unchanged");
    assert_eq!(loss.implied_prior(percent("-100")).unwrap_err().code(), "non_positive_base");
}

#[test]
fn a_balance_has_no_remainder() {
    let cash = Subject::of(Item::Cash).during(year_2025());
    let guidance = Guidance::point(millions(100)).about(cash).unwrap();
    assert_eq!(
        guidance.implied_remainder(millions(40)),
        Err(Undefined::NotAdditive { measure: Measure::Item(Item::Cash) })
    );
}

#[test]
fn guidance_that_cannot_be_is_refused() {
    let eur = Money::new(4_142_000_000_i64, Currency::EUR).unwrap();
    let largest = Money::parse("9999999999999999999", USD).unwrap();
    for (result, expected) in [
        (
            Guidance::range(millions(4_150), millions(4_142)),
            "guidance low 4150000000 USD is above high 4142000000 USD",
        ),
        (Guidance::range(millions(4_142), eur), "cannot subtract USD from EUR"),
        (
            Guidance::plus_minus(millions(1), -millions(1)),
            "guidance margin -1000000 must not be negative",
        ),
        (
            Guidance::plus_minus_percent(millions(1), percent("-2")),
            "guidance margin -20000 must not be negative",
        ),
        (
            Guidance::plus_minus_percent(-millions(100), percent("-2")),
            "guidance margin -2000000 must not be negative",
        ),
        (
            Guidance::plus_minus(largest, millions(1)),
            "cannot add 1000000 to 9999999999999999999: the result is out of range",
        ),
        (
            Guidance::point(millions(1)).about(Subject::of(Item::EpsDiluted)),
            "eps_diluted is money per share over the period, not money",
        ),
    ] {
        assert_eq!(message(result), expected);
    }
    assert_eq!(
        message(Guidance::range(percent("9"), percent("8"))),
        "guidance low 0.09 is above high 0.08"
    );
}

#[test]
fn the_wire_form_keeps_the_wording() {
    let json = r#"{"form":{"range":{"low":{"amount":"4142000000","currency":"USD"},"high":{"amount":"4150000000","currency":"USD"}}},"subject":{"measure":"revenue","period":"2025-01-01..2025-12-31","date":"2025-08-04","source":{"origin":{"filing":{"form":"8-K","accession":"0001321655-25-000105"}}}}}"#;
    assert_eq!(serde_json::to_string(&palantir()).unwrap(), json);
    assert_eq!(serde_json::from_str::<GuidanceRange>(json).unwrap(), palantir());

    let margin = Guidance::plus_minus_percent(percent("74.8"), percent("1")).unwrap();
    let json = r#"{"form":{"plus_minus_percent":{"point":"0.748","percent":"0.01"}}}"#;
    assert_eq!(serde_json::to_string(&margin).unwrap(), json);
    assert_eq!(serde_json::from_str::<Guidance<Ratio>>(json).unwrap(), margin);
    assert_eq!(
        serde_json::to_string(&Guidance::<Ratio>::withdrawn()).unwrap(),
        r#"{"form":"withdrawn"}"#
    );
    let refused = |json| message(serde_json::from_str::<Guidance<Ratio>>(json));
    assert_eq!(
        refused(r#"{"form":{"range":{"low":"0.2","high":"0.1"}}}"#),
        "guidance low 0.2 is above high 0.1"
    );
    assert!(refused(r#"{"form":{"range":{"low":"0.2"}}}"#).contains("missing field `high`"));
    assert_eq!(
        refused(r#"{"form":{"point":"0.2"},"subject":{"measure":"revenue"}}"#),
        "revenue is money over the period, not ratio"
    );
    assert_eq!(serde_json::to_string(&Outcome::WithinRounding).unwrap(), r#""within_rounding""#);
    assert_eq!(serde_json::to_string(&Revision::Raised).unwrap(), r#""raised""#);
}

fn ordered() -> impl Strategy<Value = (Decimal, Decimal)> {
    (amounts(), amounts()).prop_map(|(a, b)| if a <= b { (a, b) } else { (b, a) })
}

fn money(amount: Decimal) -> Money {
    Money::new(amount, USD).unwrap()
}

/// The values that an accuracy admits, by the definition.
fn admitted(value: Decimal, decimals: i8) -> (BigRational, BigRational) {
    let ten = BigRational::from_integer(BigInt::from(10));
    let half = ten.pow(-i32::from(decimals)) / BigRational::from_integer(BigInt::from(2));
    (exact(value) - &half, exact(value) + half)
}

proptest! {
    #[test]
    fn prop_a_midpoint_is_the_nearest_of_28_digits((low, high) in ordered()) {
        let guidance = Guidance::range(money(low), money(high)).unwrap();
        let two = BigRational::from_integer(BigInt::from(2));
        let middle = (exact(low) + exact(high)) / &two;
        let off = (exact(guidance.midpoint().unwrap().number()) - &middle).abs();
        // A sum of 29 digits is rounded, and its half once more.
        prop_assert!(off <= half_last_digit(&middle) * &two);
        let half = (exact(high) - exact(low)) / &two;
        let off = (exact(guidance.half_width().unwrap().number()) - &half).abs();
        prop_assert!(off <= half_last_digit(&half) * &two);
    }

    #[test]
    fn prop_the_remainder_and_the_reported_make_the_whole(
        (low, high) in ordered(), reported in amounts(),
    ) {
        let guidance = Guidance::range(money(low), money(high)).unwrap();
        match guidance.implied_remainder(money(reported)) {
            Ok(rest) => {
                for (rest, whole) in [(rest.low(), low), (rest.high(), high)] {
                    prop_assert_eq!(exact(rest.unwrap().number()) + exact(reported), exact(whole));
                }
            }
            Err(reason) => prop_assert_eq!(reason, Undefined::OutOfRange),
        }
    }

    #[test]
    fn prop_an_outcome_is_decided_by_what_the_actual_admits(
        (low, high) in ordered(), value in amounts(), near in 0_u8..3, decimals in -27_i8..28,
    ) {
        // Values at the ends decide the most.
        let value = match near { 0 => low, 1 => high, _ => value };
        let guidance = Guidance::range(money(low), money(high)).unwrap();
        let actual = Actual::new(money(value), Accuracy::Decimals(decimals));
        let (from, to) = admitted(value, decimals);
        let expected = if exact(low) <= from && to <= exact(high) {
            Outcome::Within
        } else if to < exact(low) {
            Outcome::Below
        } else if exact(high) < from {
            Outcome::Above
        } else {
            Outcome::WithinRounding
        };
        prop_assert_eq!(guidance.outcome(&actual), Ok(expected));
    }

    #[test]
    fn prop_a_revision_and_its_opposite_agree(earlier in ordered(), later in ordered()) {
        let range = |(low, high)| Guidance::range(money(low), money(high)).unwrap();
        let there = range(later).revision_from(&range(earlier)).unwrap();
        let back = range(earlier).revision_from(&range(later)).unwrap();
        let inside = |a: (Decimal, Decimal), b: (Decimal, Decimal)| b.0 <= a.0 && a.1 <= b.1;
        let expected = match (inside(later, earlier), inside(earlier, later)) {
            (true, true) => (Revision::Reaffirmed, Revision::Reaffirmed),
            (true, false) => (Revision::Narrowed, Revision::Widened),
            (false, true) => (Revision::Widened, Revision::Narrowed),
            (false, false) if later.0 > earlier.0 => (Revision::Raised, Revision::Lowered),
            (false, false) => (Revision::Lowered, Revision::Raised),
        };
        prop_assert_eq!((there, back), expected);
    }

    #[test]
    fn prop_implied_growth_is_the_nearest_of_28_digits(
        prior in positive_amounts(), guided in amounts(),
    ) {
        let growth = Guidance::point(money(guided)).implied_growth(money(prior));
        let truth = exact(guided) / exact(prior) - BigRational::from_integer(BigInt::from(1));
        match growth {
            Ok(growth) => {
                let off = (exact(growth.midpoint().unwrap().number()) - &truth).abs();
                // A fall below zero is rounded twice.
                prop_assert!(off <= half_last_digit(&truth) * BigRational::from_integer(2.into()));
            }
            Err(reason) => {
                prop_assert_eq!(reason, Undefined::OutOfRange);
                let limit = BigRational::from_integer(BigInt::from(10).pow(28));
                prop_assert!(truth.abs() + half_last_digit(&truth) >= limit);
            }
        }
    }

    #[test]
    fn prop_guidance_survives_serde((low, high) in ordered()) {
        for form in [
            GuidanceForm::Range { low: money(low), high: money(high) },
            GuidanceForm::Point(money(low)),
            GuidanceForm::InExcessOf(money(low)),
            GuidanceForm::Approximately {
                value: money(high).neg(),
                accuracy: Accuracy::Decimals(-6),
            },
        ] {
            let guidance = Guidance::new(form).unwrap();
            let json = serde_json::to_string(&guidance).unwrap();
            prop_assert_eq!(serde_json::from_str::<GuidanceRange>(&json).unwrap(), guidance);
        }
    }
}

#[test]
fn guidance_takes_the_words_of_a_document() {
    let said = |text: &str| Guidance::<Money>::from_stated(&text.parse::<Stated>().unwrap());
    let billions = |amount: i64| millions(amount * 1_000);
    for (text, expected) in [
        (
            "between $4.142 billion and $4.150 billion",
            GuidanceForm::Range { low: millions(4_142), high: millions(4_150) },
        ),
        (
            "$65.0 billion, plus or minus 2%",
            GuidanceForm::Range { low: millions(63_700), high: millions(66_300) },
        ),
        ("$65 billion", GuidanceForm::Point(billions(65))),
        (
            "approximately $6.7 billion",
            GuidanceForm::Approximately {
                value: millions(6_700),
                accuracy: Accuracy::Decimals(-8),
            },
        ),
        ("in excess of $1,302 million", GuidanceForm::InExcessOf(millions(1_302))),
        ("at least $2 billion", GuidanceForm::AtLeast(billions(2))),
        ("up to $2 billion", GuidanceForm::AtMost(billions(2))),
        ("less than $2 billion", GuidanceForm::LessThan(billions(2))),
        ("more than -$2 billion", GuidanceForm::LessThan(-billions(2))),
        ("at least -$2 billion", GuidanceForm::AtMost(-billions(2))),
    ] {
        assert_eq!(said(text).as_ref().map(Guidance::form), Ok(&expected), "{text}");
    }
    assert_eq!(message(said("nearly $2 billion")), "guidance has no form for 'nearly'");
    assert_eq!(message(said("48%")), "stated figure is ratio, not money");
    let per_share = Guidance::<PerShare>::from_stated(&"$1.60 to $1.62".parse().unwrap()).unwrap();
    assert_eq!(per_share.midpoint(), Some(PerShare::parse("1.61", USD).unwrap()));
    let ratio = Guidance::<Ratio>::from_stated(&"3.4x".parse().unwrap());
    assert_eq!(message(ratio), "stated figure is multiple, not ratio");
    let below = said("less than $2 billion").unwrap();
    let at_the_end = Actual::new(billions(2), Accuracy::Exact);
    assert_eq!(below.outcome(&at_the_end), Ok(Outcome::Above));
}

#[test]
fn an_unknown_accuracy_is_judged_by_the_last_digit_that_is_not_zero() {
    let guidance = Guidance::range(millions(4_142), millions(4_150)).unwrap();
    let outcome = |amount: i64| {
        let actual = Actual::new(Money::new(amount, USD).unwrap(), Accuracy::Unknown);
        guidance.outcome(&actual).unwrap()
    };
    assert_eq!(outcome(4_149_000_000), Outcome::Within);
    // 4,150,000,000 may have been rounded to ten million.
    assert_eq!(outcome(4_150_000_000), Outcome::WithinRounding);
    assert_eq!(outcome(4_150_000_001), Outcome::Above);
}

#[test]
fn every_word_of_the_wire_forms() {
    let one = Ratio::ONE;
    let form = |form: GuidanceForm<Ratio>| serde_json::to_string(&form).unwrap();
    for (written, expected) in [
        (
            form(GuidanceForm::PlusMinus { point: one, margin: one }),
            r#"{"plus_minus":{"point":"1","margin":"1"}}"#,
        ),
        (form(GuidanceForm::Point(one)), r#"{"point":"1"}"#),
        (
            form(GuidanceForm::Approximately { value: one, accuracy: Accuracy::Unknown }),
            r#"{"approximately":{"value":"1","accuracy":"unknown"}}"#,
        ),
        (form(GuidanceForm::InExcessOf(one)), r#"{"in_excess_of":"1"}"#),
        (form(GuidanceForm::AtLeast(one)), r#"{"at_least":"1"}"#),
        (form(GuidanceForm::AtMost(one)), r#"{"at_most":"1"}"#),
        (form(GuidanceForm::LessThan(one)), r#"{"less_than":"1"}"#),
        (form(GuidanceForm::SlightlyAbove(one)), r#"{"slightly_above":"1"}"#),
    ] {
        assert_eq!(written, expected);
        let guidance = format!(r#"{{"form":{expected}}}"#);
        let read = serde_json::from_str::<Guidance<Ratio>>(&guidance).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), guidance);
    }
    let words = [
        (Revision::Raised, "raised"),
        (Revision::Lowered, "lowered"),
        (Revision::Narrowed, "narrowed"),
        (Revision::Widened, "widened"),
        (Revision::Reaffirmed, "reaffirmed"),
        (Revision::Reworded, "reworded"),
        (Revision::Withdrawn, "withdrawn"),
        (Revision::Reinstated, "reinstated"),
    ];
    for (revision, word) in words {
        assert_eq!(serde_json::to_string(&revision).unwrap(), format!("{word:?}"));
    }
    let second_half = palantir().implied_remainder(millions(1_888)).unwrap();
    assert_eq!(
        serde_json::to_string(&second_half).unwrap(),
        r#"{"low":{"amount":"2254000000","currency":"USD"},"midpoint":{"amount":"2258000000","currency":"USD"},"high":{"amount":"2262000000","currency":"USD"}}"#
    );
}

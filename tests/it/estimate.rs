use financials::{
    Accuracy, Basis, Currency, Figure, Item, Money, PerShare, Period, QuarterlyReport, Undefined,
    expected::{Actual, Consensus, Guidance, Subject},
    figure::{IntoFigure, Scale},
    market::PriceTargets,
    report::{AdjustedMeasure, PerShareData},
};
use num_rational::BigRational;
use num_traits::Signed;
use proptest::prelude::*;

use crate::exact::{amounts, exact, half_last_digit};

const USD: Currency = Currency::USD;

fn price(text: &str) -> PerShare {
    PerShare::parse(text, USD).unwrap()
}

fn adjusted_earnings() -> Subject {
    Subject::of(Item::EpsDiluted).on(Basis::Adjusted)
}

#[test]
fn a_smaller_loss_than_expected_is_a_positive_surprise() {
    // Lumen, second quarter of 2025, excluding special items: -0.03 against three providers.
    let actual = Actual::new(price("-0.03"), Accuracy::Decimals(2)).on(Basis::Adjusted);
    for (expected, difference, part) in
        [("-0.27", "0.24", "+88.9%"), ("-0.25", "0.22", "+88.0%"), ("-0.24", "0.21", "+87.5%")]
    {
        let consensus = Consensus::new(price(expected)).about(adjusted_earnings()).unwrap();
        let surprise = consensus.surprise(&actual).unwrap();
        assert_eq!(surprise.absolute(), price(difference));
        assert_eq!(format!("{:+.1}", surprise.relative().unwrap()), part);
    }
}

#[test]
fn a_surprise_needs_one_basis_and_one_currency() {
    let consensus = Consensus::new(price("0.14")).about(adjusted_earnings()).unwrap();
    let reported = Actual::new(price("-0.92"), Accuracy::Decimals(2));
    assert_eq!(consensus.surprise(&reported), Err(Undefined::BasesDiffer));
    let euro = Actual::new(PerShare::parse("0.16", Currency::EUR).unwrap(), Accuracy::Exact);
    let euro = euro.on(Basis::Adjusted);
    assert_eq!(consensus.surprise(&euro), Err(Undefined::CurrenciesDiffer));
    let nothing = Consensus::new(PerShare::zero(USD));
    let surprise = nothing.surprise(&reported).unwrap();
    assert_eq!(surprise.relative(), Err(Undefined::ZeroDenominator));
}

#[test]
fn estimates_are_of_their_measure_s_unit() {
    let money = Consensus::new(Money::new(937_700_000, USD).unwrap());
    assert_eq!(
        money.about(adjusted_earnings()).unwrap_err().to_string(),
        "eps_diluted is money per share over the period, not money"
    );
}

#[test]
fn targets_are_in_order_and_in_one_currency() {
    let message = |low, high| PriceTargets::between(low, high).unwrap_err().to_string();
    assert_eq!(message(price("8"), price("4.60")), "price target low 8 is above high 4.6");
    let euro = PerShare::parse("8", Currency::EUR).unwrap();
    assert_eq!(message(price("8"), euro), "price targets must be in one currency, not USD and EUR");
    let targets = PriceTargets::between(price("4.60"), price("8")).unwrap();
    assert_eq!(
        targets.clone().with_mean(price("9")).unwrap_err().to_string(),
        "price target 9 is not between the lowest 4.6 and the highest 8"
    );
    assert_eq!(targets.upside(PerShare::zero(USD)).unwrap_err().code(), "non_positive_base");
    assert_eq!(targets.upside(euro), Err(Undefined::CurrenciesDiffer));
}

#[test]
fn the_wire_forms() {
    let consensus = Consensus::new(price("0.14")).by("FactSet").from_analysts(19);
    let consensus = consensus.about(adjusted_earnings()).unwrap();
    let json = r#"{"value":{"amount":"0.14","currency":"USD"},"analysts":19,"provider":"FactSet","subject":{"measure":"eps_diluted","basis":"adjusted"}}"#;
    assert_eq!(serde_json::to_string(&consensus).unwrap(), json);
    assert_eq!(serde_json::from_str::<Consensus<PerShare>>(json).unwrap(), consensus);
    let wrong = json.replace("eps_diluted", "revenue");
    assert_eq!(
        serde_json::from_str::<Consensus<PerShare>>(&wrong).unwrap_err().to_string(),
        "revenue is money over the period, not per-share amount"
    );

    let targets = PriceTargets::between(price("65"), price("215")).unwrap();
    let targets = targets.with_mean(price("155.5")).unwrap().from_analysts(24);
    let json = r#"{"low":{"amount":"65","currency":"USD"},"mean":{"amount":"155.5","currency":"USD"},"high":{"amount":"215","currency":"USD"},"analysts":24}"#;
    assert_eq!(serde_json::to_string(&targets).unwrap(), json);
    assert_eq!(serde_json::from_str::<PriceTargets>(json).unwrap(), targets);
    assert!(serde_json::from_str::<PriceTargets>(&json.replace("155.5", "300")).is_err());

    let actual = Actual::<Money>::of(&Figure::thousands(1_003_697).unwrap(), USD);
    let json = r#"{"quantity":{"amount":"1003697000","currency":"USD"},"accuracy":"-3"}"#;
    assert_eq!(serde_json::to_string(&actual).unwrap(), json);
    assert_eq!(serde_json::from_str::<Actual<Money>>(json).unwrap(), actual);
}

proptest! {
    #[test]
    fn prop_consensus_and_surprise_make_the_actual(a in amounts(), b in amounts()) {
        let consensus = Consensus::new(Money::new(a, USD).unwrap());
        let actual = Actual::new(Money::new(b, USD).unwrap(), Accuracy::Exact);
        match consensus.surprise(&actual) {
            Ok(surprise) => {
                prop_assert_eq!(exact(a) + exact(surprise.absolute().number()), exact(b));
                if let Ok(part) = surprise.relative() {
                    let truth = (exact(b) - exact(a)) / exact(a).abs();
                    let off = (exact(part.number()) - &truth).abs();
                    prop_assert!(off <= half_last_digit(&truth));
                }
            }
            Err(reason) => {
                prop_assert_eq!(reason, Undefined::OutOfRange);
                let limit = BigRational::from_integer(10_u128.pow(19).into());
                prop_assert!((exact(b) - exact(a)).abs() >= limit);
            }
        }
    }
}

#[test]
fn an_actual_of_a_report_answers_its_own_measure_and_period_only() {
    let quarter: Period = "2025-04-01..2025-06-30".parse().unwrap();
    let year: Period = "2025-01-01..2025-12-31".parse().unwrap();
    let adjusted =
        AdjustedMeasure::new(Item::EpsDiluted, "0.16".into_figure(Scale::Units).unwrap());
    let report = QuarterlyReport::builder("Palantir", quarter, USD)
        .per_share(PerShareData::in_units().eps_basic("0.14").eps_diluted("0.13".to_owned()))
        .adjusted(adjusted)
        .build_quarterly()
        .unwrap();
    let earnings = report.adjusted_actual::<PerShare>(Item::EpsDiluted).unwrap();
    assert_eq!(
        (earnings.measure(), earnings.period()),
        (Some(Item::EpsDiluted.into()), Some(quarter))
    );
    let json = serde_json::to_string(&earnings).unwrap();
    assert_eq!(serde_json::from_str::<Actual<PerShare>>(&json).unwrap(), earnings);

    let of = |item: Item, period| Subject::of(item).during(period).on(Basis::Adjusted);
    let surprise = |subject| {
        let expected = Consensus::new(price("0.14")).about(subject).unwrap();
        expected.surprise(&earnings).map(|it| it.absolute().to_string())
    };
    assert_eq!(surprise(of(Item::EpsDiluted, quarter)).unwrap(), "$0.02");
    assert_eq!(surprise(Subject::of(Item::EpsDiluted).on(Basis::Adjusted)).unwrap(), "$0.02");
    assert_eq!(surprise(of(Item::EpsBasic, quarter)), Err(Undefined::MeasuresDiffer));
    let periods = Undefined::PeriodsNotComparable { period: quarter, other: year };
    assert_eq!(surprise(of(Item::EpsDiluted, year)), Err(periods));
    assert_eq!(surprise(Subject::of(Item::EpsDiluted)), Err(Undefined::BasesDiffer));
    let guidance = Guidance::point(price("0.16")).about(of(Item::EpsDiluted, year)).unwrap();
    assert_eq!(
        guidance.outcome(&earnings).unwrap_err().to_string(),
        "2025-04-01..2025-06-30 and 2025-01-01..2025-12-31 are not comparable",
    );

    let refused = report.actual::<Money>(Item::EpsDiluted).unwrap_err().to_string();
    assert_eq!(refused, "eps_diluted is money per share over the period, not money");
    let missing = report.actual::<Money>(Item::Revenue).unwrap_err().to_string();
    assert_eq!(missing, "revenue is not reported in the period");
    let missing = report.adjusted_actual::<PerShare>(Item::EpsBasic).unwrap_err().to_string();
    assert_eq!(missing, "no adjusted eps_basic is given");
}

#[test]
fn what_says_no_basis_meets_the_rules_of_the_company_and_never_adjusted_figures() {
    let cents = |text: &str| PerShare::parse(text, Currency::EUR).unwrap();
    let bases = [None, Some(Basis::Gaap), Some(Basis::Ifrs), Some(Basis::Adjusted)];
    for (place, expected) in bases.into_iter().enumerate() {
        let subject = Subject::of(Item::EpsDiluted);
        let subject = expected.map_or(subject.clone(), |basis| subject.on(basis));
        let consensus = Consensus::new(cents("1.10")).about(subject).unwrap();
        assert_eq!(consensus.basis(), expected);
        for (other, reported) in bases.into_iter().enumerate() {
            let actual = Actual::new(cents("1.21"), Accuracy::Decimals(2));
            let actual = reported.map_or(actual.clone(), |basis| actual.on(basis));
            assert_eq!(actual.basis(), reported);
            let meets = match (place.min(other), place.max(other)) {
                (0, 0..=2) => true,
                (one, another) => one == another,
            };
            match consensus.surprise(&actual) {
                Ok(surprise) => assert!(meets, "{expected:?} {reported:?}: {surprise:?}"),
                Err(refused) => {
                    assert!(!meets, "{expected:?} {reported:?}: {refused}");
                    assert_eq!(refused, Undefined::BasesDiffer);
                }
            }
        }
    }
}

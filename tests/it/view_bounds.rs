//! Bounds of metrics against exact rationals: sound for every admitted value, and tight.

use core::ops::Bound;

use financials::{
    Accuracy, BalanceSheet, CashFlowStatement, Currency, Decimal, Figure, IncomeStatement, Metric,
    Period, Report, Undefined,
    formula::Formula,
    metrics,
    report::{MarketData, Quote, ShareCounts},
    undefined::NotMeaningful,
    view::Bounds,
};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;

fn rational(value: Decimal) -> BigRational {
    BigRational::new(value.mantissa().into(), BigInt::from(10).pow(value.scale()))
}

fn holds(bounds: Bounds, value: &BigRational) -> bool {
    let low = match bounds.interval().low() {
        Bound::Included(low) => rational(low) <= *value,
        Bound::Excluded(low) => rational(low) < *value,
        Bound::Unbounded => true,
    };
    let high = match bounds.interval().high() {
        Bound::Included(high) => *value <= rational(high),
        Bound::Excluded(high) => *value < rational(high),
        Bound::Unbounded => true,
    };
    low && high
}

/// Returns whether an end is the value, rounded outward to 28 digits at most twice.
fn is_end(end: Bound<Decimal>, value: &BigRational) -> bool {
    let (Bound::Included(end) | Bound::Excluded(end)) = end else { return false };
    let off = (rational(end) - value).abs();
    off <= value.abs() / BigInt::from(10).pow(25) + rational(Decimal::new(1, 25))
}

/// A figure: its value, its places, and two points within what it admits.
#[derive(Clone, Debug)]
struct Sample {
    value: i64,
    places: i8,
    at: i64,
}

impl Sample {
    fn figure(&self) -> Figure {
        let value = Decimal::from(self.value) * Decimal::from(10_i64.pow((-self.places) as u32));
        Figure::new(value, Accuracy::Decimals(self.places)).unwrap()
    }

    /// Returns a value that the figure admits, from one end (-100) to the other (100).
    fn inside(&self, at: i64) -> BigRational {
        let place = BigRational::from(BigInt::from(10_i64.pow((-self.places) as u32)));
        let offset = BigRational::new(at.into(), 200.into());
        (BigRational::from(BigInt::from(self.value)) + offset) * place
    }
}

fn sample(values: core::ops::Range<i64>) -> impl Strategy<Value = Sample> {
    (values, -6_i8..=0, -100_i64..=100).prop_map(|(value, places, at)| Sample { value, places, at })
}

fn report(year: i16, income: IncomeStatement) -> Report {
    let period: Period = format!("{year}-04-01..{year}-06-30").parse().unwrap();
    Report::builder("Palantir", period, Currency::USD).income(income).build().unwrap()
}

fn growth_bounds(from: &Sample, to: &Sample) -> Result<Bounds, Undefined> {
    let now = report(2025, IncomeStatement::in_units().net_income(to.figure()));
    let before = report(2024, IncomeStatement::in_units().net_income(from.figure()));
    metrics::NET_INCOME_GROWTH.bounds(now.view().with_year_ago(&before).unwrap())
}

/// The market's value of equity stands in it four times. Only with the rates held at their ends is
/// it seen that the cost of capital rises with it.
#[test]
fn the_cost_of_capital_has_the_nearest_ends() {
    let period: Period = "2025-04-01..2025-06-30".parse().unwrap();
    let report = Report::builder("Palantir", period, Currency::USD)
        .balance(
            BalanceSheet::in_units()
                .short_term_debt(Figure::exact(0).unwrap())
                .long_term_debt(Figure::thousands(400).unwrap()),
        )
        .share_counts(ShareCounts::in_units().shares_outstanding(Figure::thousands(100).unwrap()))
        .build()
        .unwrap();
    let rates = MarketData::in_units()
        .share_price("9.5")
        .cost_of_equity("0.09")
        .cost_of_debt("0.04")
        .tax_rate("0.21");
    let quote = Quote::new(Currency::USD, rates).unwrap();
    let bounds = metrics::WACC.bounds(report.view().with_quote(&quote).unwrap()).unwrap();
    let number = |over: i64, under: i64| BigRational::new(over.into(), under.into());
    let at = |side: i64| {
        let equity = number(190 + side, 20) * number(200 + side, 2);
        let debt = number(800 - side, 2);
        let own = number(18 + side, 200);
        let lent = number(8 + side, 200) * (number(1, 1) - number(42 - side, 200));
        (equity.clone() * own + debt.clone() * lent) / (equity + debt)
    };
    assert!(is_end(bounds.interval().low(), &at(-1)), "{bounds} {}", at(-1));
    assert!(is_end(bounds.interval().high(), &at(1)), "{bounds} {}", at(1));
}

proptest! {
    #[test]
    fn growth_is_sound_and_tight_in_rise_and_decline(
        from in sample(1..2000), to in sample(-2000..2000),
    ) {
        let bounds = growth_bounds(&from, &to).unwrap();
        let growth = |to: BigRational, from: BigRational| to / from - BigRational::from(BigInt::from(1));
        let value = growth(to.inside(to.at), from.inside(from.at));
        prop_assert!(holds(bounds, &value), "{bounds} {value}");
        prop_assert!(bounds.is_defined_throughout());
        let corners = [(-100, 100), (-100, -100), (100, 100), (100, -100)]
            .map(|(a, b)| growth(to.inside(a), from.inside(b)));
        let (low, high) = (corners.iter().min().unwrap(), corners.iter().max().unwrap());
        prop_assert!(is_end(bounds.interval().low(), low), "{bounds} {low}");
        prop_assert!(is_end(bounds.interval().high(), high), "{bounds} {high}");
    }

    #[test]
    fn a_figure_that_stands_twice_is_one_figure(
        cash_flow in sample(1..2000), spent in sample(0..2000),
    ) {
        // (a - b) / a, which falls with b and rises with a where b is positive.
        let formula = Formula::parse(
            "(operating_cash_flow - capital_expenditures) / operating_cash_flow",
        ).unwrap();
        let flows = CashFlowStatement::in_units()
            .operating_cash_flow(cash_flow.figure())
            .capital_expenditures(spent.figure());
        let period: Period = "2025-04-01..2025-06-30".parse().unwrap();
        let report = Report::builder("Palantir", period, Currency::USD).cash_flow(flows).build();
        let bounds = formula.bounds(&report.unwrap()).unwrap();
        let kept = |a: BigRational, b: BigRational| (a.clone() - b) / a;
        let value = kept(cash_flow.inside(cash_flow.at), spent.inside(spent.at));
        prop_assert!(holds(bounds, &value), "{bounds} {value}");
        // The slope by the first is seen to be positive where the figures are not too coarse.
        let width = cash_flow.inside(100) - cash_flow.inside(-100);
        if spent.inside(-100) > width && cash_flow.inside(-100) > width {
            let low = kept(cash_flow.inside(-100), spent.inside(100));
            let high = kept(cash_flow.inside(100), spent.inside(-100));
            prop_assert!(is_end(bounds.interval().low(), &low), "{bounds} {low}");
            prop_assert!(is_end(bounds.interval().high(), &high), "{bounds} {high}");
        }
    }

    #[test]
    fn powers_and_their_sums_hold_every_value(
        income in sample(-2000..2000), revenue in sample(1..2000), power in 1_usize..8,
    ) {
        let period: Period = "2025-04-01..2025-06-30".parse().unwrap();
        let statement =
            IncomeStatement::in_units().net_income(income.figure()).revenue(revenue.figure());
        let report = Report::builder("Palantir", period, Currency::USD).income(statement);
        let report = report.build().unwrap();
        let bounds = |function: &str| {
            Formula::parse(&format!("{function}(net_income / revenue, {power})"))
                .unwrap()
                .bounds(&report)
                .unwrap()
        };
        for at in [(income.at, revenue.at), (-100, 100), (100, -100), (-100, -100), (100, 100)] {
            let margin = income.inside(at.0) / revenue.inside(at.1);
            let powers = (1..=power).scan(BigRational::from(BigInt::from(1)), |product, _| {
                *product *= &margin;
                Some(product.clone())
            });
            let powers: Vec<_> = powers.collect();
            let sum = powers.iter().fold(BigRational::zero(), |sum, term| sum + term);
            let last = powers.last().unwrap();
            prop_assert!(holds(bounds("power"), last), "{} {last}", bounds("power"));
            prop_assert!(holds(bounds("geometric_sum"), &sum), "{} {sum}", bounds("geometric_sum"));
        }
    }

    #[test]
    fn a_divisor_around_zero_leaves_every_quotient_inside(
        income in sample(-200..200), equity in sample(-3..3),
    ) {
        let formula = Formula::parse("net_income / stockholders_equity").unwrap();
        let period: Period = "2025-04-01..2025-06-30".parse().unwrap();
        let report = Report::builder("Palantir", period, Currency::USD)
            .income(IncomeStatement::in_units().net_income(income.figure()))
            .balance(BalanceSheet::in_units().stockholders_equity(equity.figure()))
            .build()
            .unwrap();
        let bounds = formula.bounds(&report).unwrap();
        let divisor = equity.inside(equity.at);
        let straddles = equity.inside(-100) <= BigRational::zero()
            && equity.inside(100) >= BigRational::zero();
        prop_assert_eq!(bounds.is_defined_throughout(), !straddles);
        if !divisor.is_zero() {
            let value = income.inside(income.at) / divisor;
            prop_assert!(holds(bounds, &value), "{} {}", bounds, value);
        }
    }
}

#[test]
fn every_metric_that_has_a_value_holds_it_within_its_bounds() {
    let income = |scale: i64| {
        IncomeStatement::in_thousands()
            .revenue(1_003_697 * scale / 10)
            .cost_of_revenue(192_934 * scale / 10)
            .operating_income(269_317 * scale / 10)
            .net_income(326_727 * scale / 10)
            .income_tax_expense(3_596 * scale / 10)
            .income_before_tax(332_168 * scale / 10)
    };
    let balance = BalanceSheet::in_thousands()
        .total_assets(7_365_688)
        .stockholders_equity(5_936_000)
        .total_current_assets(6_890_393)
        .total_current_liabilities(1_089_640);
    let build = |year: i16, scale| {
        let period: Period = format!("{year}-01-01..{year}-12-31").parse().unwrap();
        let report = Report::builder("Palantir", period, Currency::USD);
        report.income(income(scale)).balance(balance.clone()).build().unwrap()
    };
    let (now, before) = (build(2025, 10), build(2024, 7));
    let view = now.view().with_year_ago(&before).unwrap();
    let mut valued = 0;
    for metric in Metric::all() {
        match (metric.value(view), metric.bounds(view)) {
            (Ok(value), Ok(bounds)) => {
                valued += 1;
                // A quotient is rounded to 28 digits; an end that needs more is the next number.
                let wider = bounds.interval().coarsen(27);
                assert!(wider.contains(value.number()), "{metric}: {value} in {bounds}");
            }
            (Err(reason), Err(other)) => assert_eq!(reason, other, "{metric}"),
            (value, bounds) => panic!("{metric}: {value:?} and {bounds:?}"),
        }
    }
    assert!(valued > 20, "only {valued} metrics have a value");
}

#[test]
fn growth_from_a_loss_keeps_its_reason() {
    let loss = |value| Sample { value, places: 0, at: 0 };
    let reason = |from, to| growth_bounds(&loss(from), &loss(to)).unwrap_err();
    assert_eq!(reason(-10, 5), NotMeaningful::TurnedProfitable.into());
    assert_eq!(reason(-10, -5), NotMeaningful::LossNarrowed.into());
    assert_eq!(reason(-10, -20), NotMeaningful::LossWidened.into());
    assert_eq!(reason(-10, -10), NotMeaningful::NonPositiveBase.into());
}

#[test]
fn an_assumed_place_is_said() {
    let of = |accuracy| {
        let revenue = Figure::new(1_003_697_000, accuracy).unwrap();
        let report = report(2025, IncomeStatement::in_units().revenue(revenue));
        financials::Item::Revenue.bounds(&report).unwrap()
    };
    assert!(of(Accuracy::Unknown).is_place_assumed());
    assert_eq!(of(Accuracy::Unknown).interval().to_string(), "[1003696500, 1003697500]");
    assert!(!of(Accuracy::Decimals(-3)).is_place_assumed());
    assert_eq!(of(Accuracy::Exact).interval().to_string(), "[1003697000, 1003697000]");
}

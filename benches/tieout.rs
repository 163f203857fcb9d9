//! What it costs to check a claim, and to hold thousands against one another.
#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use core::hint::black_box;

use criterion::Criterion;
use financials::{
    Currency, Figure, FiscalCalendar, IncomeStatement, Item, Measure, Period, Report, Stated,
    metrics,
    tieout::{Check, Claim, Network},
};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let stated = |text: &str| Stated::parse(text).unwrap();

    let mut group = criterion.benchmark_group("tieout");
    let margin = metrics::OPERATING_MARGIN.formula();
    let check = Check::of(&margin)
        .with(Item::OperatingIncome, stated("$464 million"))
        .with(Item::Revenue, stated("$1.004 billion"));
    group.bench_function("check", |bencher| {
        bencher.iter(|| black_box(&check).against(black_box(stated("46%"))));
    });
    let report = report();
    group.bench_function("bounds", |bencher| {
        bencher.iter(|| metrics::OPERATING_MARGIN.bounds(black_box(&report)).unwrap());
    });

    let article = article("PLTR");
    let network = |claims: &[Claim]| {
        let mut network = Network::new();
        claims.iter().for_each(|claim| network.add(claim.clone()));
        network
    };
    let one = network(&article);
    group.bench_function("network_of_one_article", |bencher| {
        bencher.iter(|| black_box(&one).tie_out());
    });
    let mut against_filing = one.clone();
    against_filing.add_report("PLTR", &report, &FiscalCalendar::CALENDAR_YEAR);
    group.bench_function("network_against_a_filing", |bencher| {
        bencher.iter(|| black_box(&against_filing).tie_out());
    });
    group.sample_size(10);
    let companies: Vec<Claim> =
        (0..1_000).flat_map(|company| self::article(&format!("company {company}"))).collect();
    assert_eq!(companies.len(), 10_000);
    let many = network(&companies);
    group.bench_function("network_of_10_000_statements", |bencher| {
        bencher.iter(|| black_box(&many).tie_out());
    });
    let quarters: Vec<Claim> = (1990..2020).flat_map(chain).collect();
    let long = network(&quarters);
    group.bench_function("network_of_one_chain_of_240", |bencher| {
        bencher.iter(|| black_box(&long).tie_out());
    });
    group.finish();
}

fn report() -> Report {
    let thousands = |number| Figure::thousands(number).unwrap();
    let income = IncomeStatement::in_units()
        .revenue(thousands(1_003_697))
        .operating_income(thousands(269_317))
        .net_income(thousands(326_727));
    let period: Period = "2025-04-01..2025-06-30".parse().unwrap();
    Report::builder("Palantir", period, Currency::USD).income(income).build().unwrap()
}

/// Ten statements about one company, one of which cannot be right.
fn article(subject: &str) -> Vec<Claim> {
    let claims = [
        ("revenue", "2025Q2", "$1.004 billion"),
        ("revenue", "2025Q2", "$1.03B"),
        ("revenue_growth", "2025Q2", "48%"),
        ("operating_income", "2025Q2", "$269 million"),
        ("operating_margin", "2025Q2", "27%"),
        ("net_income", "2025Q2", "$327 million"),
        ("net_margin", "2025Q2", "33%"),
        ("revenue", "2024Q2", "$678 million"),
        ("gross_margin", "2025Q2", "81%"),
        ("cost_of_revenue", "2025Q2", "$193 million"),
    ];
    let claims = claims.iter().enumerate().map(|(place, (measure, period, text))| {
        let measure: Measure = measure.parse().unwrap();
        Claim::new(format!("{subject}:{place}"), measure, Stated::parse(text).unwrap())
            .of(subject)
            .during(*period)
    });
    claims.collect()
}

/// A year of a company whose revenue grows by 10% a year: all figures hang together.
fn chain(year: i32) -> Vec<Claim> {
    let quarters = (1..=4).flat_map(|quarter| {
        let period = format!("{year}Q{quarter}");
        let mut revenue = 1_000.0;
        for _ in 1990..year {
            revenue *= 1.1;
        }
        let figure = Figure::millions(revenue as i64).unwrap();
        let growth = Stated::parse("about 10%").unwrap();
        [
            Claim::new(format!("r{period}"), Item::Revenue, figure).of("X").during(&period),
            Claim::new(format!("g{period}"), metrics::REVENUE_GROWTH, growth)
                .of("X")
                .during(&period),
        ]
    });
    quarters.collect()
}

//! One metric of one report: through the catalogue, beside the bare decimal operations it needs,
//! and beside the same over a hash map of floats.
#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use core::hint::black_box;
use std::collections::HashMap;

use criterion::{BenchmarkGroup, Criterion, measurement::WallTime};
use financials::{
    BalanceSheet, CashFlowStatement, Currency, Decimal, IncomeStatement, Metric, Report, metrics,
};

fn report(period: &str, revenue: i64) -> Report {
    Report::builder("Palantir", period.parse().unwrap(), Currency::USD)
        .income(IncomeStatement::in_thousands().revenue(revenue).operating_income(269_317))
        .balance(
            BalanceSheet::in_thousands()
                .total_current_assets(6_890_393)
                .total_current_liabilities(1_089_640),
        )
        .cash_flow(
            CashFlowStatement::in_thousands()
                .operating_cash_flow(538_560)
                .capital_expenditures(7_460),
        )
        .build()
        .unwrap()
}

/// Benches one metric three ways.
fn three_ways(
    criterion: &mut Criterion,
    metric: Metric,
    [now, then]: [&Report; 2],
    decimals: impl Fn() -> Option<Decimal>,
    floats: impl Fn() -> Option<f64>,
) {
    let mut group: BenchmarkGroup<'_, WallTime> = criterion.benchmark_group(metric.name());
    let view = now.view().with_year_ago(then).unwrap();
    assert!(metric.value(view).is_ok(), "{metric}");
    group.bench_function("value", |bencher| {
        bencher.iter(|| black_box(metric).value(black_box(view)));
    });
    group.bench_function("bare_decimals", |bencher| bencher.iter(&decimals));
    group.bench_function("hash_map_of_floats", |bencher| bencher.iter(&floats));
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let now = report("2025-04-01..2025-06-30", 1_003_697);
    let then = report("2024-04-01..2024-06-30", 678_134);
    let of = |item| now.figure(item).unwrap().number();
    use financials::Item::{
        CapitalExpenditures, OperatingCashFlow, OperatingIncome, Revenue, TotalCurrentAssets,
        TotalCurrentLiabilities,
    };
    let [revenue, income, assets, liabilities, cash_flow, spent] = [
        Revenue,
        OperatingIncome,
        TotalCurrentAssets,
        TotalCurrentLiabilities,
        OperatingCashFlow,
        CapitalExpenditures,
    ]
    .map(of);
    let before = then.figure(Revenue).unwrap().number();
    let floats: HashMap<String, f64> = [
        ("revenue", 1_003_697e3),
        ("revenue_year_ago", 678_134e3),
        ("operating_income", 269_317e3),
        ("total_current_assets", 6_890_393e3),
        ("total_current_liabilities", 1_089_640e3),
        ("operating_cash_flow", 538_560e3),
        ("capital_expenditures", 7_460e3),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_string(), value))
    .collect();
    let float = |name: &str| floats.get(black_box(name)).copied();
    let both = [&now, &then];
    three_ways(
        &mut criterion,
        metrics::OPERATING_MARGIN,
        both,
        || black_box(income).checked_div(black_box(revenue)),
        || Some(float("operating_income")? / float("revenue")?),
    );
    three_ways(
        &mut criterion,
        metrics::CURRENT_RATIO,
        both,
        || {
            let liabilities = black_box(liabilities);
            (liabilities > Decimal::ZERO).then(|| black_box(assets).checked_div(liabilities))?
        },
        || Some(float("total_current_assets")? / float("total_current_liabilities")?),
    );
    let margin =
        || black_box(cash_flow).checked_sub(black_box(spent))?.checked_div(black_box(revenue));
    let float_margin = || {
        Some((float("operating_cash_flow")? - float("capital_expenditures")?) / float("revenue")?)
    };
    three_ways(&mut criterion, metrics::FREE_CASH_FLOW_MARGIN, both, margin, float_margin);
    three_ways(
        &mut criterion,
        metrics::RULE_OF_40_FREE_CASH_FLOW,
        both,
        || {
            let (revenue, before) = (black_box(revenue), black_box(before));
            revenue.checked_sub(before)?.checked_div(before)?.checked_add(margin()?)
        },
        || {
            let (revenue, before) = (float("revenue")?, float("revenue_year_ago")?);
            Some((revenue - before) / before + float_margin()?)
        },
    );
    criterion.final_summary();
}

//! A screen: several companies, several metrics, and an order in which no loss is ever cheap.
//!
//! ```text
//! cargo run --example screen
//! ```

use financials::{
    BalanceSheet, Currency, Error, IncomeStatement, Metric, Report, Undefined,
    analysis::compare,
    metrics,
    report::{MarketData, PerShareData, Quote},
    view::Value,
};

/// A company's year in millions of dollars, and its share in dollars.
struct Row {
    name: &'static str,
    revenue: i64,
    net_income: i64,
    equity: i64,
    eps: &'static str,
    price: &'static str,
}

const ROWS: [Row; 4] = [
    Row { name: "Anvil", revenue: 900, net_income: 72, equity: 600, eps: "3.60", price: "54" },
    Row { name: "Bellows", revenue: 400, net_income: -31, equity: 90, eps: "-0.62", price: "7.79" },
    Row { name: "Crucible", revenue: 1_500, net_income: 30, equity: 40, eps: "0.25", price: "46" },
    Row { name: "Dross", revenue: 120, net_income: 6, equity: -15, eps: "0.40", price: "3" },
];

const COLUMNS: [Metric; 3] = [metrics::PE_TTM_DILUTED, metrics::NET_MARGIN, metrics::EQUITY_RATIO];

fn main() -> Result<(), Error> {
    let mut table = ROWS.iter().map(row).collect::<Result<Vec<_>, Error>>()?;
    // By the first column from low to high. What has no value comes last, by its reason, whichever
    // way the values go.
    table.sort_by(|a, b| compare(&a.1[0], &b.1[0]));
    print!("{:<10}", "");
    for metric in COLUMNS {
        print!("{:>26}", metric.name());
    }
    println!();
    for (name, values) in &table {
        print!("{name:<10}");
        for value in values {
            print!("{:>26}", shown(value));
        }
        println!();
    }
    let order: Vec<&str> = table.iter().map(|(name, _)| *name).collect();
    assert_eq!(order, ["Dross", "Anvil", "Crucible", "Bellows"]);
    Ok(())
}

type Values = [Result<Value, Undefined>; COLUMNS.len()];

fn row(row: &Row) -> Result<(&'static str, Values), Error> {
    let report = Report::builder(row.name, "2024-01-01..2024-12-31".parse()?, Currency::USD)
        .income(IncomeStatement::in_millions().revenue(row.revenue).net_income(row.net_income))
        .balance(BalanceSheet::in_millions().stockholders_equity(row.equity).total_assets(1_000))
        .per_share(PerShareData::in_units().eps_diluted(row.eps))
        .build()?;
    let quote = Quote::new(Currency::USD, MarketData::in_units().share_price(row.price))?;
    let view = report.view().with_quote(&quote)?;
    Ok((row.name, COLUMNS.map(|metric| metric.value(view))))
}

fn shown(value: &Result<Value, Undefined>) -> String {
    match value {
        Ok(value) => format!("{value:.1}"),
        Err(reason) => reason.code().to_owned(),
    }
}

//! A screen: several companies in columns, in an order in which no loss is ever cheap.
//!
//! ```text
//! cargo run --example screen
//! ```

use financials::{
    BalanceSheet, Currency, Error, History, IncomeStatement, Metric, Report, metrics,
    panel::{Order, Panel},
    report::{MarketData, PerShareData, Quote},
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
    let mut panel = Panel::builder();
    for row in &ROWS {
        let (history, quote) = company(row)?;
        panel = panel.quoted(&history, &quote);
    }
    let panel = panel.build()?;

    // By the P/E from low to high. What has no value comes last, by its reason, whichever way the
    // values go.
    let table = panel.view().to_places(3).table(COLUMNS);
    let table = table.sorted("pe_ttm_diluted", Order::LowestFirst);
    print!("{}", table.csv());
    let order: Vec<&str> = table.rows().map(|(_, company, _)| company.name()).collect();
    assert_eq!(order, ["Dross", "Anvil", "Crucible", "Bellows"]);

    // What the peers are valued at: of multiples, the mean that a portfolio of equal parts has.
    let pe = metrics::PE_TTM_DILUTED.column(panel.view().to_places(3));
    let peers = pe.peers(0..panel.len(), |_| Some("all"));
    let Some(all) = peers.get("all") else { return Ok(()) };
    let shown = |number: Option<_>| number.map_or("none".into(), |it| format!("{it:.1}x"));
    println!("\nmedian {}, harmonic mean {}", shown(all.median), shown(all.harmonic_mean));
    println!("{} with a P/E, and without: {:?}", all.count, all.undefined);
    assert_eq!(all.undefined.get("non_positive_earnings"), Some(&1));

    // A filter keeps what has a number of which something holds.
    let sound = table.where_number("equity_ratio", |ratio| ratio > financials::Decimal::ZERO);
    assert_eq!(sound.len(), 3);
    Ok(())
}

fn company(row: &Row) -> Result<(History, Quote), Error> {
    let report = Report::builder(row.name, "2024-01-01..2024-12-31".parse()?, Currency::USD)
        .income(IncomeStatement::in_millions().revenue(row.revenue).net_income(row.net_income))
        .balance(BalanceSheet::in_millions().stockholders_equity(row.equity).total_assets(1_000))
        .per_share(PerShareData::in_units().eps_diluted(row.eps))
        .build()?;
    let quote = Quote::new(Currency::USD, MarketData::in_units().share_price(row.price))?;
    Ok((History::new([report])?, quote))
}

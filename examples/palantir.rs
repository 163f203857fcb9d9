//! Palantir's second quarter of 2025: the filing's figures in, a checked table out.
//!
//! ```text
//! cargo run --example palantir
//! ```
//!
//! Everything typed in is a figure of the company's release. Every number printed is computed from
//! them, exactly, and can say how; what the figures do not give has a reason and no number.

use financials::{
    BalanceSheet, Currency, Date, Error, FiscalCalendar, IncomeStatement, Item, QuarterlyReport,
    Source, Stated, Undefined, View, metrics, period::FiscalQuarter, report::Company,
};

fn main() -> Result<(), Error> {
    let year_ago = quarter(
        2024,
        IncomeStatement::in_thousands()
            .revenue(678_134)
            .gross_profit(549_572)
            .operating_income(105_339)
            .net_income(134_126),
        BalanceSheet::in_thousands(),
    )?;
    let report = quarter(
        2025,
        IncomeStatement::in_thousands()
            .revenue(1_003_697)
            .gross_profit(810_763)
            .operating_income(269_317)
            .net_income(326_727),
        BalanceSheet::in_thousands()
            .total_current_assets(6_890_393)
            .total_current_liabilities(1_089_640),
    )?;

    println!("{}, {}\n", report.company(), report.period());
    println!("  {:<20}{:>18}{:>18}{:>10}", "", "Q2 2025", "Q2 2024", "growth");
    let view = report.view().with_year_ago(&year_ago)?;
    for item in [Item::Revenue, Item::GrossProfit, Item::OperatingIncome, Item::NetIncome] {
        let [now, then] = [view, year_ago.view()].map(|view| shown(item.value(view), 3));
        println!("  {:<20}{now:>18}{then:>18}{:>10}", item.name(), shown(item.growth(view), 1));
    }
    println!();
    for metric in [
        metrics::GROSS_MARGIN,
        metrics::OPERATING_MARGIN,
        metrics::NET_MARGIN,
        metrics::CURRENT_RATIO,
        metrics::RETURN_ON_EQUITY,
    ] {
        let [now, then] = [view, year_ago.view()].map(|view| shown(metric.value(view), 1));
        println!("  {:<20}{now:>18}{then:>18}", metric.name());
    }
    println!("\nHow the operating margin came about:\n");
    print!("{}", metrics::OPERATING_MARGIN.explain(view)?);
    what_the_press_made_of_it(view)
}

/// Makes the report of a second quarter from the release's statements.
fn quarter(
    year: i16,
    income: IncomeStatement,
    balance: BalanceSheet,
) -> Result<QuarterlyReport, Error> {
    let company = Company::new("Palantir Technologies").ticker("PLTR").cik(1_321_655);
    let period = FiscalCalendar::CALENDAR_YEAR.quarter(FiscalQuarter::new(year, 2)?)?;
    let release = Source::filing("8-K", "0001321655-25-000105".parse()?);
    let builder = QuarterlyReport::builder(company, period, Currency::USD)
        .source(release.filed(Date::constant(2025, 8, 4)))
        .income(income)
        .balance(balance);
    Ok(builder.try_into()?)
}

/// "Up 48%" is right and "up 49%" is not: the bounds know how precisely the inputs were stated.
fn what_the_press_made_of_it(view: View<'_>) -> Result<(), Error> {
    let growth = metrics::REVENUE_GROWTH.bounds(view)?.interval();
    println!("\nRevenue growth is within {growth}, as the figures are to the thousand.");
    let admits = |text: &str| Ok::<_, Error>(Stated::parse(text)?.admitted().intersect(growth));
    assert!(admits("up 48%")?.is_some());
    assert!(admits("up 49%")?.is_none());
    Ok(())
}

/// Shows a value with a number of places, or the code of the reason why there is none.
fn shown<T: std::fmt::Display>(value: Result<T, Undefined>, places: usize) -> String {
    value.map_or_else(|reason| reason.code().to_string(), |value| format!("{value:.places$}"))
}

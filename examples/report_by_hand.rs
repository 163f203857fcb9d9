//! A report from the figures of a page: what follows from them, what is missing, and what cannot be.
//!
//! ```text
//! cargo run --example report_by_hand
//! ```

use financials::{
    BalanceSheet, Basis, Currency, Error, Figure, IncomeStatement, Item, Report, Source, metrics,
};

fn main() -> Result<(), Error> {
    // Each statement says the scale that its page has; the figures are exact and know their last
    // place. Costs are positive. A source is for all figures that do not bring their own.
    let page = Source::document("the annual report").at("page 12");
    let report = Report::builder("Example plc", "2024-01-01..2024-12-31".parse()?, Currency::GBP)
        .basis(Basis::Ifrs)
        .source(page)
        .income(
            IncomeStatement::in_millions()
                .revenue(1_240)
                .cost_of_revenue(810)
                .operating_income(155)
                // Half a million is more precise than the rest of the page, and stays so.
                .net_income("96.5"),
        )
        .balance(BalanceSheet::in_millions().total_assets(2_000).total_liabilities(1_150))
        .build()?;

    let revenue = report.revenue()?;
    assert_eq!(revenue.to_string(), "£1,240,000,000");

    // Lines that follow from others are computed, and say so.
    assert_eq!(report.gross_profit()?.to_string(), "£430,000,000");
    print!("{}", metrics::GROSS_MARGIN.explain(&report)?);

    // What does not follow has a reason, with a code for programs and words for people.
    if let Err(missing) = report.current_ratio() {
        println!("\ncurrent ratio: {missing} ({})", missing.code());
    }

    // The figures are to the million, so their ratio is only known to lie between two ends.
    let margin = metrics::OPERATING_MARGIN.bounds(&report)?.interval();
    println!("operating margin: {:.2}, within {margin}", report.operating_margin()?);

    // A figure that the crate cannot take is refused where it stands, by name.
    let refused = Report::builder("Example plc", "2024-01-01..2024-12-31".parse()?, Currency::GBP)
        .income(IncomeStatement::in_millions().revenue("1,24O"))
        .build();
    println!("refused: {}", refused.err().map_or_else(String::new, |it| it.to_string()));

    // Parts that do not add up to their total are no error, but they are found.
    let slip = Report::builder("Example plc", "2024-01-01..2024-12-31".parse()?, Currency::GBP)
        .figures([
            (Item::Revenue, Figure::millions(1_240)?),
            (Item::CostOfRevenue, Figure::millions(810)?),
            (Item::GrossProfit, Figure::millions(340)?),
        ])
        .build()?;
    let findings: Vec<String> = slip.findings().iter().map(ToString::to_string).collect();
    println!("found: {}", findings.join("\n"));
    assert_eq!(findings.len(), 1);
    Ok(())
}

//! A metric of your own: the same engine, from a formula as text.
//!
//! ```text
//! cargo run --example custom_metric
//! ```

use financials::{
    Currency, Error, Figure, History, IncomeStatement, QuarterlyReport, analysis::CustomMetric,
    formula::Formula, item::Nature, metric::Kind,
};

fn main() -> Result<(), Error> {
    // Line items, metrics of the catalogue, segments and measures of your own may stand in it; its
    // unit is checked when it is read.
    let per_store = CustomMetric::new(
        "revenue_per_store",
        Kind::Money,
        Formula::parse("ttm(revenue) / average(named(stores, count))")?,
    )?
    .with_doc("Revenue of twelve months for each store open on average.");

    let quarter = |dates: &str, revenue: i64, stores: i64| -> Result<QuarterlyReport, Error> {
        let builder = QuarterlyReport::builder("Example", dates.parse()?, Currency::USD)
            .income(IncomeStatement::in_millions().revenue(revenue).net_income(revenue / 10))
            .measure("stores", Nature::Count, Figure::exact(stores)?);
        Ok(builder.try_into()?)
    };
    let history = History::new([
        quarter("2023-10-01..2023-12-31", 100, 40)?,
        quarter("2024-01-01..2024-03-31", 100, 42)?,
        quarter("2024-04-01..2024-06-30", 120, 45)?,
        quarter("2024-07-01..2024-09-30", 130, 48)?,
        quarter("2024-10-01..2024-12-31", 150, 50)?,
    ])?;
    let view = history.latest_view()?;

    // Five hundred million over the mean of 40 and 50 stores.
    println!("{} = {:.0}", per_store.name(), per_store.value(view)?);
    print!("{}", per_store.explain(view)?);
    println!("within {}\n", per_store.bounds(view)?.interval());

    // A slip is found before any figure is: a margin is no money.
    let refused = CustomMetric::new("odd", Kind::Money, Formula::parse("net_income / revenue")?);
    println!("refused: {}", refused.err().map_or_else(String::new, |it| it.to_string()));
    let refused = Formula::parse("revenue + shares_diluted").err();
    println!("refused: {}", refused.map_or_else(String::new, |it| it.to_string()));

    // It travels as data.
    println!("\n{}", serde_json::to_string_pretty(&per_store).unwrap_or_default());
    assert_eq!(format!("{:.0}", per_store.value(view)?), "$11 million");
    Ok(())
}

//! A company's quarters from an SEC companyfacts file, as known on a day.
//!
//! ```text
//! cargo run --features companyfacts --example companyfacts_table -- [FILE [DATE]]
//! ```
//!
//! Without a file it reads an excerpt of Palantir's. Files are at
//! `https://data.sec.gov/api/xbrl/companyfacts/CIK##########.json`; the crate downloads none.
//! `financials history` prints more of them.

use std::{env, error::Error, fs};

use financials::{
    Item,
    companyfacts::{CompanyFacts, Vintage},
    metrics,
    period::PeriodKind,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let excerpt = || "tests/cases/palantir_companyfacts/companyfacts.json".to_owned();
    let bytes = fs::read(arguments.next().unwrap_or_else(excerpt))?;
    // Every figure as last restated, or as it was known at the end of a day.
    let vintage = match arguments.next() {
        Some(day) => Vintage::AsOf(day.parse()?),
        None => Vintage::Latest,
    };

    let facts = CompanyFacts::parse(&bytes)?;
    let known = facts.known(vintage);
    let history = known.history()?;
    println!("{}, {} facts\n", facts.entity_name(), facts.facts_read());
    println!("{:<10}{:>18}{:>10}{:>12}{:>18}", "quarter", "revenue", "growth", "operating", "TTM");
    let mut quarters = 0;
    for report in history.reports() {
        let period = report.period();
        if period.kind() != PeriodKind::Quarter {
            continue;
        }
        quarters += 1;
        // The view finds the quarters before it, so that growth and twelve months need no search.
        let view = history.view(&period)?;
        let shown = |value: Result<financials::view::Value, financials::Undefined>| match value {
            Ok(value) => format!("{value:.1}"),
            Err(reason) => reason.code().to_owned(),
        };
        println!(
            "{:<10}{:>18}{:>10}{:>12}{:>18}",
            history.label(&period).map_or_else(|_| period.to_string(), |label| label.to_string()),
            shown(Item::Revenue.value(view)),
            shown(metrics::REVENUE_GROWTH.value(view)),
            shown(metrics::OPERATING_MARGIN.value(view)),
            shown(Item::Revenue.value(view.trailing())),
        );
    }
    assert!(quarters > 0, "the file has no quarter");

    // Each period has a value with the filings that it rests on, or a reason.
    let revenue = known.item(Item::Revenue).series;
    let derived =
        revenue.entries.iter().filter_map(|entry| Some((entry, entry.amount.as_ref().ok()?)));
    for (entry, amount) in derived.filter(|(_, amount)| !amount.origin.is_reported()).take(2) {
        let filings: Vec<String> = amount
            .inputs
            .iter()
            .map(|input| format!("{} of {}", input.form, input.filed))
            .collect();
        println!("\nrevenue to {} is derived from {}", entry.end, filings.join(" and "));
    }
    Ok(())
}

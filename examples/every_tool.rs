//! Five questions, as any other tool asks them of a table: a margin, growth over a gap, a return
//! over twelve months, a P/E on a loss, and whether a printed figure can be right.
//!
//! ```text
//! cargo run --example every_tool
//! ```

use financials::{
    Currency, Item, Measure, Period, Stated, decimal,
    panel::{Frame, Panel},
    report::Company,
    tieout::{Claim, Network},
};

const QUARTERS: &str = include_str!("data/every_tool/quarters.csv");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let panel = read(QUARTERS)?;
    let ask =
        |metric: &str, company: &str, period: &str| -> Result<(), Box<dyn std::error::Error>> {
            let row = panel.row(company, &period.parse()?).ok_or("no such row")?;
            let column = Measure::find(metric)?.column(panel.view().to_places(6));
            match column.get(row).ok_or("no such row")? {
                Ok(number) => println!("{number}"),
                Err(reason) => println!("{}", reason.code()),
            }
            Ok(())
        };
    ask("operating margin", "PLTR", "2025-04-01..2025-06-30")?;
    ask("revenue growth", "PLTR", "2025-01-01..2025-03-31")?;
    ask("return on equity", "Example", "2025-04-01..2025-06-30")?;
    ask("forward p/e", "LUMN", "2025-04-01..2025-06-30")?;

    let mut network = Network::new();
    for (id, text) in [("release", "$1,003,697 thousand"), ("article", "$1.03 billion")] {
        let claim = Claim::new(id, Item::Revenue, Stated::parse(text)?);
        network.add(claim.of("PLTR").during("2025Q2"));
    }
    let tied = network.tie_out();
    println!("{}", tied.ruling("article").ok_or("no ruling")?.verdict().name());
    Ok(())
}

/// Reads a table whose rows stand in the order of companies and periods.
fn read(csv: &'static str) -> Result<Panel, Box<dyn std::error::Error>> {
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let names = lines.next().ok_or("no names")?;
    let rows: Vec<Vec<&str>> = lines.collect();
    let cell = |row: &[&'static str], at: usize| row.get(at).copied().unwrap_or_default();
    let mut frame = Frame::new();
    for company in rows.chunk_by(|one, other| one.first() == other.first()) {
        let period =
            |row: &Vec<&'static str>| format!("{}..{}", cell(row, 1), cell(row, 2)).parse();
        let periods = company.iter().map(period).collect::<Result<Vec<Period>, _>>()?;
        let name = company.first().map_or("", |row| cell(row, 0));
        frame.company(Company::new(name), Currency::USD, None, periods)?;
    }
    for (at, name) in names.iter().enumerate().skip(3) {
        let item: Item = name.parse()?;
        let numbers = rows.iter().map(|row| match cell(row, at) {
            "" => Ok(None),
            text => decimal::parse(text).map(Some),
        });
        frame.decimals(item, numbers.collect::<Result<Vec<_>, _>>()?)?;
    }
    Ok(frame.build())
}

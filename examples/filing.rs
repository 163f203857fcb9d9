//! What a filing says, each figure with how precisely it says it and where:
//! `cargo run --features xbrl --example filing -- [FILE [LABELS]]`.
//!
//! FILE, a made-up quarter where it is left out, is an XBRL instance (`_htm.xml`), an inline document
//! or xBRL-JSON, such as the made-up European year in `examples/data/filing_euro.json`; LABELS is the
//! company's label linkbase (`_lab.xml`), for the names of its segments.

use std::{env, error::Error, fs};

use financials::{
    Item,
    xbrl::{Facts, Labels},
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = env::args().skip(1);
    let filing = files.next().unwrap_or_else(|| "examples/data/filing.xml".into());
    let facts = Facts::parse(&fs::read(filing)?)?;
    let labels = match files.next() {
        Some(file) => Labels::parse(&file, &fs::read(&file)?)?,
        None => Labels::default(),
    };
    for unread in facts.errors() {
        eprintln!("{unread}");
    }
    let report = facts.report(&labels)?;
    println!("{}, {} in {}", report.company().name(), report.period(), report.currency());
    for item in [Item::Revenue, Item::OperatingIncome, Item::NetIncome, Item::TotalAssets] {
        if let Some(figure) = report.figure(item) {
            println!("{item}: {} {}", figure.number(), figure.accuracy());
        }
    }
    for breakdown in report.breakdowns() {
        println!("{} is made up of", breakdown.whole());
        for part in breakdown.parts() {
            let figure = report.figure(*part).ok_or("a part without a figure")?;
            println!("  {part}: {} {}", figure.number(), figure.accuracy());
        }
    }
    let findings = report.findings();
    println!("{} of {} figures do not tie out", findings.len(), report.figures().count());
    Ok(())
}

//! The figures of a paragraph, held against the filing that states them, each as precisely as it was
//! printed and filed: `cargo run --features xbrl --example filing_claims`.

use std::{error::Error, fs};

use financials::{
    Item, Measure, Stated,
    companyfacts::Vintage,
    metrics,
    tieout::{Claim, Network, Verdict},
    xbrl::{Facts, Filings},
};

/// "Example's revenue grew 13.6% to $1.25 billion, of which lamps were $640 million. It earned $240
/// million, or 96 cents a share, at an operating margin of 26.4%."
fn paragraph() -> Result<[(Measure, &'static str); 6], Box<dyn Error>> {
    Ok([
        (metrics::REVENUE_GROWTH.into(), "13.6%"),
        (Item::Revenue.into(), "$1.25 billion"),
        ("revenue:lamps".parse()?, "$640 million"),
        (Item::NetIncome.into(), "$240 million"),
        (Item::EpsDiluted.into(), "$0.96"),
        (metrics::OPERATING_MARGIN.into(), "26.4%"),
    ])
}

fn main() -> Result<(), Box<dyn Error>> {
    let facts = Facts::parse(&fs::read("examples/data/filing.xml")?)?;
    let mut filings = Filings::new();
    filings.add_unlisted(&facts)?;
    let mut network = Network::new();
    network.add_history("EX", &filings.history(Vintage::Latest)?);
    for (measure, text) in paragraph()? {
        let claim = Claim::new(text, measure, Stated::parse(text)?);
        network.add(claim.of("EX").during("2025Q1"));
    }
    let tie_out = network.tie_out();
    for ruling in tie_out.rulings() {
        println!("{ruling}");
        // The filing says how precise it is; companyfacts would not.
        assert!(!ruling.rests_on_assumed_place());
    }
    let verdicts = tie_out.rulings().iter().map(|ruling| ruling.verdict());
    let wrong = verdicts.filter(|verdict| *verdict == Verdict::Contradicted).count();
    println!("{wrong} of {} figures cannot be right", tie_out.rulings().len());
    Ok(())
}

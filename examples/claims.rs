//! Claims of several documents about one quarter: which cannot be right, and because of what.
//!
//! ```text
//! cargo run --example claims
//! ```
//!
//! No tolerance is set: "$1.004 billion" admits 1,003.5 to 1,004.5 million, and nothing else.
//! `financials tie-out` does the same with claims in JSON.

use financials::{
    Basis, Currency, Error, Figure, IncomeStatement, Item, Measure, Report, Stated,
    formula::Formula,
    tieout::{Check, Claim, Network, Verdict},
};

fn main() -> Result<(), Error> {
    // One claim on its own inputs.
    let margin = Formula::parse("operating_income / revenue")?;
    let judgement = Check::of(&margin)
        .with(Item::OperatingIncome, Stated::parse("$464 million")?)
        .with(Item::Revenue, Stated::parse("$1.004 billion")?)
        .against(Stated::parse("46%")?);
    assert_eq!(judgement.verdict(), Verdict::Consistent);
    println!("a margin of 46%: {judgement}\n");

    // Many claims against one another.
    let mut network = Network::new();
    for (id, measure, text, document) in [
        ("release", "revenue", "$1.004 billion", "the release"),
        ("wire", "revenue", "$1.03B", "a news wire"),
        ("growth", "revenue_growth", "up 48%", "the release"),
        ("base", "revenue_year_ago", "$678 million", "an analyst"),
        ("margin", "operating_margin", "27%", "an article"),
        ("profit", "operating_income", "$269 million", "an article"),
    ] {
        // A claim about the quarter a year ago is of that quarter.
        let (measure, period) = match measure.strip_suffix("_year_ago") {
            Some(measure) => (measure, "2024Q2"),
            None => (measure, "2025Q2"),
        };
        let claim = Claim::new(id, measure.parse::<Measure>()?, Stated::parse(text)?)
            .of("PLTR")
            .during(period)
            .from_document(document);
        network.add(claim);
    }
    let tie_out = network.tie_out();
    for ruling in tie_out.rulings() {
        println!("{:<8} {ruling}", ruling.id());
    }
    let wrong: Vec<&str> = tie_out
        .rulings()
        .iter()
        .filter(|ruling| ruling.verdict() == Verdict::Contradicted)
        .map(|ruling| ruling.id())
        .collect();
    assert_eq!(wrong, ["wire"]);

    // A filing's figures are doubted last.
    let income = IncomeStatement::in_thousands().revenue(1_003_697).operating_income(269_317);
    let filed = Report::builder("Palantir", "2025-04-01..2025-06-30".parse()?, Currency::USD)
        .basis(Basis::Gaap)
        .income(income)
        .build()?;
    assert_eq!(filed.figure(Item::Revenue).map(Figure::number), Some(1_003_697_000.into()));
    network.add_report("PLTR", &filed, &financials::FiscalCalendar::CALENDAR_YEAR);
    let against = network.tie_out();
    println!("\nWith the filing:");
    for ruling in against.rulings() {
        println!("{:<8} {ruling}", ruling.id());
    }
    Ok(())
}

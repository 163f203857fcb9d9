//! Writes the page of a checked article to standard output.
//!
//! ```text
//! cargo run -p financials-page --example article_page >page.html
//! ```

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::Path,
};

use financials::companyfacts::{CompanyFacts, Vintage};
use financials_link::{
    Context,
    article::{self, Filing},
};
use financials_page::article::Page;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = fs::read_to_string(root.join("examples/data/article_quarter.txt"))?;
    let facts = fs::read(root.join("tests/cases/palantir_companyfacts/companyfacts.json"))?;
    let facts = CompanyFacts::parse(&facts)?;
    let history = facts.known(Vintage::Latest).history()?;
    let first = facts.known(Vintage::First).history()?;

    let name = facts.entity_name();
    let filing = Filing { ticker: "PLTR", name, history: &history, first: Some(&first) };
    let context = Context {
        subject: Some("PLTR".into()),
        period: Some("2025Q2".parse()?),
        ..Context::default()
    };
    let checked = article::check(&text, &context, &[filing]);
    let title = "Palantir's second quarter, read against its filings";
    let page = Page::of(title, &text, &checked, &[filing]);
    assert_eq!(page.figures.len(), checked.figures().len());
    write!(io::stdout(), "{page}")?;
    Ok(())
}

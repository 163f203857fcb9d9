//! Checks three articles about Palantir and Lumen against Palantir's companyfacts, and writes a
//! page of each into a folder.
//!
//! ```text
//! cargo run -p financials-page --example documents -- docs/articles
//! ```
//!
//! Nobody says what periods they are of: they do themselves, or their figures stay without one.

use std::{env, error::Error, fs, path::Path};

use financials::companyfacts::{CompanyFacts, Vintage};
use financials_link::{
    Context,
    article::{self, Filing},
};
use financials_page::article::Page;

/// The articles, by the names of their files.
pub const NAMES: [&str; 3] = ["scale", "alliance", "rise"];

/// Returns the page of an article.
pub fn page(name: &str) -> Result<Page, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = fs::read_to_string(root.join(format!("examples/data/articles/{name}.txt")))?;
    let facts = fs::read(root.join("tests/cases/palantir_companyfacts/companyfacts.json"))?;
    let facts = CompanyFacts::parse(&facts)?;
    let [history, first] = [Vintage::Latest, Vintage::First].map(|own| facts.known(own).history());
    let (history, first) = (history?, first?);
    let filing = Filing {
        ticker: "PLTR",
        name: facts.entity_name(),
        history: &history,
        first: Some(&first),
    };
    let context = Context { subject: Some("PLTR".into()), ..Context::default() };
    let checked = article::check(&text, &context, &[filing]);
    let title = text.lines().next().unwrap_or_default();
    Ok(Page::of(title, &text, &checked, &[filing]))
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("a folder to write to")?;
    for name in NAMES {
        fs::write(Path::new(&folder).join(format!("{name}.html")), page(name)?.to_string())?;
    }
    Ok(())
}

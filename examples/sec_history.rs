//! Quarterly histories of companies from SEC companyfacts files.
//!
//! ```text
//! sec_history [--json] [--first | --latest | --as-of DATE]
//!             [--item NAME]... [--concept TAXONOMY:NAME]... FILE...
//! ```

use std::{
    error::Error,
    io::{self, Write},
};

use financials::{
    Item, PeriodKind,
    companyfacts::{CompanyFacts, Entry, Series, Vintage},
};
use serde_json::{Map, Value, json};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[derive(Default)]
struct Options {
    json: bool,
    vintage: Option<Vintage>,
    items: Vec<Item>,
    concepts: Vec<(String, String)>,
    files: Vec<String>,
}

fn main() -> Result<()> {
    let options = options(std::env::args().skip(1))?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for file in &options.files {
        let facts = CompanyFacts::parse(&std::fs::read(file)?)?;
        let known = facts.known(options.vintage.unwrap_or(Vintage::Latest));
        let items = match options.items.as_slice() {
            [] if options.concepts.is_empty() => known.items().collect(),
            items => items.to_vec(),
        };
        for item in items {
            let found = known.item(item);
            for entry in &found.series.entries {
                writeln!(out, "{}", row(file, Some(item.name()), &found.series, entry))?;
            }
        }
        for (taxonomy, name) in &options.concepts {
            for series in known.concept(taxonomy, name) {
                for entry in &series.entries {
                    writeln!(out, "{}", row(file, None, &series, entry))?;
                }
            }
        }
    }
    Ok(out.flush()?)
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options> {
    let mut options = Options::default();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => options.json = true,
            "--first" => options.vintage = Some(Vintage::First),
            "--latest" => options.vintage = Some(Vintage::Latest),
            "--as-of" => {
                let date = arguments.next().ok_or("--as-of takes a date")?;
                options.vintage = Some(Vintage::AsOf(date.parse()?));
            }
            "--item" => {
                options.items.push(arguments.next().ok_or("--item takes a name")?.parse()?);
            }
            "--concept" => {
                let name = arguments.next().ok_or("--concept takes a name")?;
                let (taxonomy, name) = name.split_once(':').ok_or("a concept is TAXONOMY:NAME")?;
                options.concepts.push((taxonomy.into(), name.into()));
            }
            _ => options.files.push(argument),
        }
    }
    Ok(options)
}

/// Returns the JSON object of one entry.
fn row(file: &str, item: Option<&str>, series: &Series, entry: &Entry) -> Value {
    let mut row = Map::new();
    let mut put = |key: &str, value: Value| row.insert(key.into(), value);
    put("file", json!(file));
    put("item", json!(item));
    let first = entry.amount.as_ref().ok().and_then(|amount| amount.inputs.first());
    let concept = first.map(|input| &input.concept).or(series.concepts.first());
    put("concept", json!(concept.map(ToString::to_string)));
    put("start", json!(entry.start));
    put("end", json!(entry.end));
    put("kind", json!(kind(entry.kind)));
    put("fiscal_year", json!(entry.fiscal_year));
    put("fiscal_quarter", json!(entry.fiscal_quarter));
    put("unit", json!(series.unit));
    match &entry.amount {
        Ok(amount) => {
            put("value", json!(amount.value.to_string()));
            let reported = amount.origin.is_reported();
            put("origin", json!(if reported { "reported" } else { "derived" }));
            let inputs = &amount.inputs;
            put("accessions", inputs.iter().map(|input| json!(input.accession)).collect());
            put("filed", json!(inputs.iter().map(|input| input.filed).max()));
        }
        Err(absence) => {
            put("value", Value::Null);
            put("reason", json!(absence.code()));
        }
    }
    let codes: Vec<_> = series
        .findings
        .iter()
        .filter(|finding| (finding.start, finding.end) == (entry.start, entry.end))
        .map(|finding| finding.kind.code())
        .collect();
    put("findings", json!(codes));
    Value::Object(row)
}

/// Returns the name of a kind in the output.
fn kind(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Instant => "instant",
        PeriodKind::Quarter => "quarter",
        PeriodKind::Half => "half",
        PeriodKind::NineMonths => "nine_months",
        PeriodKind::Year => "year",
        PeriodKind::TrailingTwelveMonths => "ttm",
        _ => "other",
    }
}

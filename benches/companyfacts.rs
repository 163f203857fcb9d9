//! One whole companyfacts file, from its bytes to its facts and to 40 line items, beside
//! `serde_json` on the same bytes.
//!
//! Takes a file from `FINANCIALS_BENCH_FILE`, and does nothing without one.

use std::{borrow::Cow, collections::BTreeMap, hint::black_box, time::Duration};

use criterion::{Criterion, Throughput};
use financials::companyfacts::{CompanyFacts, Vintage};
use serde::Deserialize;
use serde_json::{Value, value::RawValue};

/// How many line items a history has here.
const ITEMS: usize = 40;

/// The file in plain typed structs, with strings borrowed and numbers as text.
#[derive(Deserialize)]
struct Typed<'a> {
    #[serde(borrow)]
    facts: BTreeMap<Cow<'a, str>, BTreeMap<Cow<'a, str>, Tag<'a>>>,
}

#[derive(Deserialize)]
struct Tag<'a> {
    #[serde(borrow)]
    units: BTreeMap<Cow<'a, str>, Vec<Row<'a>>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what counts is that they are read")]
struct Row<'a> {
    start: Option<&'a str>,
    end: &'a str,
    #[serde(borrow)]
    val: &'a RawValue,
    accn: &'a str,
    fy: Option<i16>,
    fp: Option<&'a str>,
    form: &'a str,
    filed: &'a str,
    frame: Option<&'a str>,
}

/// Returns how many values the series of line items have.
fn series(bytes: &[u8]) -> usize {
    let Ok(facts) = CompanyFacts::parse(bytes) else { return 0 };
    let known = facts.known(Vintage::Latest);
    known.items().take(ITEMS).map(|item| known.item(item).series.entries.len()).sum()
}

fn main() {
    let Some(path) = std::env::var_os("FINANCIALS_BENCH_FILE") else {
        println!("left out: FINANCIALS_BENCH_FILE is not set");
        return;
    };
    let bytes = std::fs::read(path).unwrap_or_default();
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .sample_size(20)
        .configure_from_args();
    let mut group = criterion.benchmark_group("companyfacts");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("facts", |bencher| {
        bencher.iter(|| CompanyFacts::parse(black_box(&bytes)).map(|facts| facts.facts_read()));
    });
    group.bench_function("series of 40 line items", |bencher| {
        bencher.iter(|| series(black_box(&bytes)));
    });
    group.bench_function("reports of every line item", |bencher| {
        bencher.iter(|| {
            let facts = CompanyFacts::parse(black_box(&bytes)).ok()?;
            let history = facts.known(Vintage::Latest).history().ok()?;
            Some(history.reports().len())
        });
    });
    group.bench_function("serde_json typed", |bencher| {
        bencher.iter(|| {
            let typed: serde_json::Result<Typed<'_>> = serde_json::from_slice(black_box(&bytes));
            typed.map(|file| {
                let tags = file.facts.values().flat_map(BTreeMap::values);
                tags.map(|tag| tag.units.len()).sum::<usize>()
            })
        });
    });
    group.bench_function("serde_json::Value", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Value>(black_box(&bytes)).is_ok());
    });
    group.finish();
}

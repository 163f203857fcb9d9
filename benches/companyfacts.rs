//! Bytes of one whole companyfacts file to its facts, beside `serde_json` on the same bytes.
//!
//! Takes a file from `FINANCIALS_BENCH_FILE`, and does nothing without one.

use std::{borrow::Cow, collections::BTreeMap, hint::black_box, time::Duration};

use criterion::{Criterion, Throughput};
use financials::companyfacts::CompanyFacts;
use serde::Deserialize;
use serde_json::{Value, value::RawValue};

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

fn main() {
    let Some(path) = std::env::var_os("FINANCIALS_BENCH_FILE") else {
        println!("left out: FINANCIALS_BENCH_FILE is not set");
        return;
    };
    let bytes = std::fs::read(path).unwrap_or_default();
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let mut group = criterion.benchmark_group("companyfacts");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("facts", |bencher| {
        bencher.iter(|| CompanyFacts::parse(black_box(&bytes)).map(|facts| facts.facts_read()));
    });
    group.bench_function("serde_json typed", |bencher| {
        bencher.iter(|| {
            let typed: Typed<'_> = serde_json::from_slice(black_box(&bytes))
                .unwrap_or(Typed { facts: BTreeMap::new() });
            typed
                .facts
                .values()
                .flat_map(BTreeMap::values)
                .map(|tag| tag.units.len())
                .sum::<usize>()
        });
    });
    group.bench_function("serde_json::Value", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Value>(black_box(&bytes)).is_ok());
    });
    group.finish();
}

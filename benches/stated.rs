//! Time per parsed figure, and throughput of a scan over prose.
#![allow(missing_docs, clippy::expect_used, reason = "a benchmark has no users")]

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, Throughput};
use financials::{Decimal, Stated, stated::scan};
use regex::Regex;

const FIGURES: [&str; 12] = [
    "$1.004 billion",
    "$306M",
    "48%",
    "$(0.20)",
    "1,003,697",
    "€3.2bn",
    "£4.91bn",
    "277x",
    "$65–215",
    "50 bps",
    "$4.142 billion to $4.150 billion",
    "up 48%",
];

/// Earnings prose, with as many numbers that are none as there are figures.
const PROSE: &str = "Revenue for the second quarter of fiscal 2025 rose 48% year over year to \
    $1.004 billion, ahead of the $940 million that analysts had expected on average, the company \
    said on Monday, Aug. 4. U.S. commercial revenue grew 93% to $306 million and government \
    revenue grew 53% to $426 million. Adjusted operating income was $464 million, a margin of 46%. \
    In its Form 10-Q the company said that it had closed 157 deals of at least $1 million during \
    the three months ended June 30, 2025. Shares, which trade at roughly 277 times forward \
    earnings, were up about 4.1% at 11:58 AM EDT, while the S&P 500 slipped 0.2% and the Nasdaq \
    100 was little changed. Management now expects revenue of between $4.142 billion and $4.150 \
    billion for the year, and said that demand from customers in every industry it serves remains \
    strong as they move from pilots to wider use of its software across their operations.\n\n";

fn main() {
    let mut criterion = Criterion::default()
        .measurement_time(Duration::from_secs(2))
        .warm_up_time(Duration::from_millis(500))
        .configure_from_args();

    let mut parse = criterion.benchmark_group("parse");
    for figure in FIGURES {
        parse.bench_function(figure, |b| b.iter(|| Stated::parse(black_box(figure))));
    }
    parse.bench_function("twelve figures", |b| {
        b.iter(|| FIGURES.iter().filter(|figure| Stated::parse(black_box(figure)).is_ok()).count());
    });
    // What a regular expression makes of the plainest of them, and what the digits alone cost.
    let pattern = Regex::new(r"^\$([0-9.]+) (million|billion)$").expect("a pattern");
    parse.bench_function("regex: $1.004 billion", |b| {
        b.iter(|| by_regex(&pattern, black_box("$1.004 billion")));
    });
    parse.bench_function("decimal alone: 1.004", |b| {
        b.iter(|| black_box("1.004").parse::<Decimal>());
    });
    parse.finish();

    let prose = PROSE.repeat(256);
    let mut prose_group = criterion.benchmark_group("scan");
    prose_group.throughput(Throughput::Bytes(prose.len() as u64));
    prose_group.bench_function("prose", |b| b.iter(|| scan(black_box(&prose)).count()));
    prose_group.finish();

    criterion.final_summary();
}

/// Returns the number and the power of ten of its scale.
fn by_regex(pattern: &Regex, text: &str) -> Option<(Decimal, u32)> {
    let captures = pattern.captures(text)?;
    let number = captures.get(1)?.as_str().parse().ok()?;
    let scale = if captures.get(2)?.as_str() == "million" { 6 } else { 9 };
    Some((number, scale))
}

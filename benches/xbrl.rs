//! A whole filing, from its bytes to its facts with everything resolved, beside `quick-xml` alone
//! on the same bytes.
//!
//! Takes files from `FINANCIALS_BENCH_FILINGS`, separated as in `PATH`, and does nothing without
//! one.

use std::{env, fs, hint::black_box, time::Duration};

use criterion::{Criterion, Throughput};
use financials::xbrl::Facts;
use quick_xml::{NsReader, events::Event};

/// Returns how many elements and attributes a document has, each element's name resolved.
fn parsed(text: &str) -> usize {
    let mut reader = NsReader::from_str(text);
    let mut parts = 0;
    loop {
        match reader.read_resolved_event() {
            Ok((_, Event::Start(start) | Event::Empty(start))) => {
                parts += 1 + start.attributes().flatten().count();
            }
            Ok((_, Event::Eof)) | Err(_) => return parts,
            Ok(_) => {}
        }
    }
}

fn main() {
    let Some(paths) = env::var_os("FINANCIALS_BENCH_FILINGS") else {
        println!("left out: FINANCIALS_BENCH_FILINGS is not set");
        return;
    };
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(20)
        .configure_from_args();
    for path in env::split_paths(&paths) {
        let bytes = fs::read(&path).unwrap_or_default();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let facts = Facts::parse(&bytes).map_or(0, |facts| facts.len());
        println!("{name}: {} bytes, {facts} facts", bytes.len());
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function("facts", |run| {
            run.iter(|| Facts::parse(black_box(&bytes)).map_or(0, |facts| facts.len()));
        });
        if let Ok(text) = core::str::from_utf8(&bytes) {
            group.bench_function("quick-xml", |run| run.iter(|| parsed(black_box(text))));
        }
        group.finish();
    }
    criterion.final_summary();
}

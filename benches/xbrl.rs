//! A whole filing, from its bytes to its facts with everything resolved, beside `quick-xml` alone
//! on the same bytes; and beside other readers, where `FINANCIALS_BENCH_PYTHON` names a Python that
//! has them.
//!
//! Takes files from `FINANCIALS_BENCH_FILINGS`, separated as in `PATH`, and does nothing without
//! one. First it prints the best of some runs of each reader, which means something on a machine
//! that others use too.

use std::{
    env, fs,
    hint::black_box,
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

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

/// So many runs of each reader; the best of them counts.
const RUNS: u32 = 50;

/// Prints how fast something reads so many bytes at best.
fn print_best(file: &str, reader: &str, bytes: usize, mut read: impl FnMut() -> usize) {
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let start = Instant::now();
        black_box(read());
        best = best.min(start.elapsed());
    }
    let speed = bytes as f64 / best.as_secs_f64() / 1e6;
    println!("{file:<50}{reader:<24}{speed:8.1} MB/s");
}

/// Prints the best of the readers of this language, and of others where there are any.
fn print_side_by_side(paths: &[PathBuf]) {
    for path in paths {
        let bytes = fs::read(path).unwrap_or_default();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let facts = || Facts::parse(black_box(&bytes)).map_or(0, |facts| facts.len());
        print_best(&name, "facts", bytes.len(), facts);
        if let Ok(text) = core::str::from_utf8(&bytes) {
            print_best(&name, "quick-xml alone", bytes.len(), || parsed(black_box(text)));
        }
    }
    if let Some(python) = env::var_os("FINANCIALS_BENCH_PYTHON") {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/xbrl_peers.py");
        let ran = Command::new(python).arg(script).arg(RUNS.to_string()).args(paths).status();
        if let Err(error) = ran {
            println!("left out: {error}");
        }
    }
}

fn main() {
    let Some(paths) = env::var_os("FINANCIALS_BENCH_FILINGS") else {
        println!("left out: FINANCIALS_BENCH_FILINGS is not set");
        return;
    };
    let paths: Vec<PathBuf> = env::split_paths(&paths).collect();
    print_side_by_side(&paths);
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(20)
        .configure_from_args();
    for path in paths {
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

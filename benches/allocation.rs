//! What is promised not to allocate.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, reason = "the catalogue's tests use the rest")]
#[path = "../tests/it/catalogue/filings.rs"]
mod filings;

use core::hint::black_box;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use financials::{
    Currency, Item, Metric, Period, Report, Stated,
    companyfacts::{CompanyFacts, Vintage},
    metrics,
    panel::Panel,
    xbrl::Facts,
};
use financials_files::Walk;

use filings::{Filing, worked};

/// Holds that the work allocates nothing, and that the count would have seen it.
fn assert_allocates_nothing<T>(of: &str, work: impl Fn() -> T) {
    let counted = allocation_counter::measure(|| drop(work()));
    assert_eq!(counted.count_total, 0, "{of}");
}

#[test]
fn an_allocation_is_counted() {
    let counted = allocation_counter::measure(|| drop(black_box(Box::new(Item::Revenue))));
    assert_eq!(counted.count_total, 1);
}

/// Values and reasons alike: with what came before, adjusted, over twelve months and one period.
#[test]
fn values_take_no_allocation() {
    let names: BTreeSet<String> = worked().into_iter().map(|case| case.filing).collect();
    for name in names {
        let filing = Filing::load(&name);
        let view = filing.view();
        for view in [view, view.adjusted(), view.trailing(), view.over_the_period()] {
            for metric in Metric::all() {
                let formula = metric.formula();
                assert_allocates_nothing(metric.name(), || metric.value(view));
                assert_allocates_nothing(metric.name(), || formula.value(view));
            }
            for item in Item::all() {
                assert_allocates_nothing(item.name(), || item.value(view));
                assert_allocates_nothing(item.name(), || item.growth(view));
            }
        }
    }
}

#[test]
fn a_figure_as_documents_print_it_is_read_without_allocation() {
    for text in ["$1.004 billion", "up 48%", "between $4.142 billion and $4.150 billion", "277x"] {
        assert_allocates_nothing(text, || Stated::parse(text));
    }
}

/// A fact takes its row, its number as it is written, its id, and its share of contexts and names;
/// to read it takes no more than that again.
#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn facts_take_memory_by_fact_and_not_by_document() {
    let folder =
        std::env::var("FINANCIALS_DATA").expect("FINANCIALS_DATA, the folder of real files");
    for (name, most) in [
        ("nflx-10k-2009/nflx-20091231.xml", 400),
        ("kvk-middel-nl-2023/demiddelgrotebv-jaarrekening-nl-2023-12-31.html", 400),
    ] {
        let path = Path::new(&folder).join("data/xbrl").join(name);
        let bytes = fs::read(&path).unwrap();
        let mut kept = None;
        let counted = allocation_counter::measure(|| kept = Some(Facts::parse(&bytes).unwrap()));
        let facts = kept.map_or(0, |facts| facts.len() as u64);
        let (kept, peak) = (counted.bytes_current as u64 / facts, counted.bytes_max / facts);
        println!("{name}: {facts} facts, {kept} bytes each, {peak} while it is read");
        assert!(kept < most && peak < most * 3, "{name}: {kept}, {peak}");
    }
}

/// A report takes the room of what it states: a figure for each line, and a byte for each item.
#[test]
fn a_report_takes_memory_by_its_lines() {
    let period: Period = "2025-04-01..2025-06-30".parse().unwrap();
    let of = |lines: usize| {
        let mut kept = None;
        let counted = allocation_counter::measure(|| {
            let lines = Item::all().filter(|item| !item.is_quoted()).take(lines);
            let report = Report::builder("Palantir Technologies Inc.", period, Currency::USD);
            let figures = lines.map(|item| (item, financials::Figure::thousands(1).unwrap()));
            kept = Some(report.figures(figures).build().unwrap());
        });
        counted.bytes_current as usize + size_of_val(&kept)
    };
    let (twelve, thirteen) = (of(12), of(13));
    println!("a report of 12 lines takes {twelve} bytes");
    assert!(twelve < 700, "{twelve}");
    assert_eq!(thirteen - twelve, size_of::<financials::Figure>());
}

/// A folder of its own, which goes when the test does.
struct Folder(PathBuf);

impl Folder {
    /// Makes a folder of so many files, which repeat some in turn.
    fn repeating(name: &str, files: &[Vec<u8>], count: usize) -> Self {
        let path = std::env::temp_dir().join(format!("financials-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        for (file, number) in files.iter().cycle().zip(0..count) {
            fs::write(path.join(format!("{number:03}.json")), file).unwrap();
        }
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Writes the table of every file of a folder, one after the other, and returns how many rows it
/// has.
fn table_of(folder: &Path) -> usize {
    let mut walk = Walk::over([folder]);
    let mut rows = 0;
    while let Some(member) = walk.next() {
        let facts = CompanyFacts::parse(member.content().unwrap()).unwrap();
        let Ok(panel) = Panel::builder().facts(&facts.known(Vintage::Latest), None) else {
            continue;
        };
        let panel = panel.build().unwrap();
        let table = panel.view().table([metrics::OPERATING_MARGIN, metrics::REVENUE_GROWTH]);
        rows += table.quarters().without_header().csv().to_string().lines().count();
    }
    rows
}

/// Holds that a table of 200 files takes as much memory as that of some of them, but for the names
/// of the files.
fn assert_memory_is_of_one_file(name: &str, files: &[Vec<u8>]) {
    let peak = |count: usize| {
        let folder = Folder::repeating(&format!("{name}-{count}"), files, count);
        let mut rows = 0;
        let counted = allocation_counter::measure(|| rows = table_of(&folder.0));
        assert!(rows >= count / files.len(), "{rows} rows of {count} files");
        (counted.bytes_max, counted.bytes_current)
    };
    let few = files.len().max(4);
    let ((some, _), (all, left)) = (peak(few), peak(200));
    println!("{name}: {some} bytes for {few} files, {all} for 200");
    // A path and its place in the list.
    let names = 512 * (200 - few as u64);
    assert!(all <= some + names && left == 0, "{some} bytes for {few} files, {all} for 200");
}

#[test]
fn a_table_of_many_files_takes_the_memory_of_one() {
    let case = "../tests/cases/palantir_companyfacts/companyfacts.json";
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join(case);
    assert_memory_is_of_one_file("case", &[fs::read(case).unwrap()]);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_table_of_many_real_files_takes_the_memory_of_one() {
    let folder = std::env::var("FINANCIALS_DATA").unwrap();
    let folder = Path::new(&folder).join("data/companyfacts/core");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let files: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    assert_memory_is_of_one_file("core", &files);
}

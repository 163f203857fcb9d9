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
use std::collections::BTreeSet;

use financials::{Item, Metric, Stated, xbrl::Facts};

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
        let path = std::path::Path::new(&folder).join("data/xbrl").join(name);
        let bytes = std::fs::read(&path).unwrap();
        let mut kept = None;
        let counted = allocation_counter::measure(|| kept = Some(Facts::parse(&bytes).unwrap()));
        let facts = kept.map_or(0, |facts| facts.len() as u64);
        let (kept, peak) = (counted.bytes_current as u64 / facts, counted.bytes_max / facts);
        println!("{name}: {facts} facts, {kept} bytes each, {peak} while it is read");
        assert!(kept < most && peak < most * 3, "{name}: {kept}, {peak}");
    }
}

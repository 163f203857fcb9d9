//! What is promised not to allocate.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, reason = "the catalogue's tests use the rest")]
#[path = "../tests/it/catalogue/filings.rs"]
mod filings;

use core::hint::black_box;
use std::collections::BTreeSet;

use financials::{Item, Metric, Stated};

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

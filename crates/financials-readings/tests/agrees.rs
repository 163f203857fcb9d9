//! A reading from outside agrees with the exact one: every metric of the catalogue, over the
//! figures of real reports, and the same reason where there is no value.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "the tests of the crate use the rest")]
#[path = "../../../tests/it/catalogue/filings.rs"]
mod filings;

use std::fs;

use filings::{Filing, cases};
use financials::{Metric, Undefined, View};
use financials_readings::float;

/// Fifteen digits less what subtractions of amounts of one size lose.
const RELATIVE_ERROR: f64 = 1e-9;

fn names() -> Vec<String> {
    let files = fs::read_dir(cases().join("filings")).unwrap();
    let mut names: Vec<String> = files
        .map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Holds every metric, and returns how many have a value and how many a reason.
fn hold(view: View<'_>, name: &str) -> (usize, usize) {
    let (mut values, mut reasons) = (0, 0);
    for metric in Metric::all() {
        let exact: Result<f64, Undefined> =
            metric.value(view).map(|value| value.number().to_string().parse().unwrap());
        match (exact, float(metric, view)) {
            (Ok(exact), Ok(near)) => {
                let off = (near - exact).abs();
                let most = RELATIVE_ERROR * exact.abs().max(RELATIVE_ERROR);
                assert!(off <= most, "{metric} of {name}: {near} and not {exact}");
                values += 1;
            }
            (exact, near) => {
                assert_eq!(near.unwrap_err(), exact.unwrap_err(), "{metric} of {name}");
                reasons += 1;
            }
        }
    }
    (values, reasons)
}

#[test]
fn floats_agree_with_decimals_for_every_metric() {
    let (mut values, mut reasons) = (0, 0);
    for name in names() {
        let filing = Filing::load(&name);
        for report in filing.history.reports() {
            let view = filing.history.view(&report.period()).unwrap();
            let quoted = view.with_quote(&filing.quote).unwrap();
            for view in [view, quoted, quoted.trailing(), quoted.over_the_period()] {
                let counts = hold(view, &name);
                (values, reasons) = (values + counts.0, reasons + counts.1);
            }
        }
    }
    assert!(values > 5_000 && reasons > 5_000, "{values} values and {reasons} reasons");
}

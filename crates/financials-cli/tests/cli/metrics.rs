//! `financials metrics`.

use std::collections::BTreeSet;

use financials::Metric;

use crate::{errors, rows, run};

#[test]
fn every_metric_is_one_object_with_what_one_needs_to_know_of_it() {
    let rows = rows(&run(&["metrics", "--json"]));
    let names: BTreeSet<&str> = rows.iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, Metric::all().map(|metric| metric.name()).collect());
    assert_eq!(rows.len(), names.len());
    for row in &rows {
        let keys: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
        let expected = ["aliases", "doc", "formula", "group", "inputs", "kind", "latex", "name"];
        assert_eq!(keys, expected);
        assert!(!row["inputs"].as_array().unwrap().is_empty(), "{row}");
    }
}

#[test]
fn a_metric_is_found_by_any_of_its_names_and_a_wrong_one_offers_others() {
    let found = rows(&run(&["metrics", "--json", "EV/EBITDA", "Return on Equity"]));
    let names: Vec<&str> = found.iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["ev_to_ebitda", "return_on_equity"]);
    assert_eq!(
        found[1]["formula"],
        "ttm(net_income) / average(positive(stockholders_equity, equity))"
    );
    let error = errors(&run(&["metrics", "returns_on_equity"]));
    assert!(error.contains("such as return_on_equity"), "{error}");
}

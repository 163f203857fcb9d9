//! Every metric on real filings, against values computed in exact rationals by another program.
//!
//! `tests/cases/worked.csv` has the value of each metric at the last period of each filing that has
//! what it needs, to twelve digits. Where a metric is not listed for a filing it has no value
//! there.

use std::collections::{BTreeMap, BTreeSet};

use financials::{Decimal, Measure, Metric};

use super::filings::{Filing, worked};

#[test]
fn metrics_have_the_worked_values_and_no_others() {
    let mut by_filing: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for case in worked() {
        let filing = by_filing.entry(case.filing).or_default();
        assert!(filing.insert(case.metric, case.value).is_none(), "a case stands there twice");
    }
    let mut wrong = Vec::new();
    for (name, cases) in &by_filing {
        let filing = Filing::load(name);
        for metric in Metric::all() {
            let found = metric.value(filing.view()).map(|value| value.number());
            let agrees = match (cases.get(metric.name()), &found) {
                (Some(expected), Ok(found)) => {
                    let expected: Decimal = expected.parse().unwrap();
                    found.round_sf(12).unwrap() == expected
                }
                (None, Err(_)) => true,
                _ => false,
            };
            if !agrees {
                wrong
                    .push(format!("{metric} of {name}: {:?}, {found:?}", cases.get(metric.name())));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_metric_has_a_worked_case() {
    let cases: BTreeSet<String> = worked().into_iter().map(|case| case.metric).collect();
    let without: Vec<&str> =
        Metric::all().map(Metric::name).filter(|name| !cases.contains(*name)).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn the_cases_stand_in_the_order_of_the_catalogue() {
    let metrics = worked().into_iter().map(|case| case.metric.parse::<Metric>().unwrap());
    assert!(metrics.is_sorted());
}

/// Prices, estimates and rates are inputs; what a report says is a report's, but for one.
#[test]
fn what_reports_say_is_assumed_for_one_metric_only() {
    let mut assuming: BTreeSet<String> = BTreeSet::new();
    let mut sourced: BTreeSet<String> = BTreeSet::new();
    let mut filings: BTreeMap<String, Filing> = BTreeMap::new();
    for case in worked() {
        let load = || Filing::load(&case.filing);
        let filing = filings.entry(case.filing.clone()).or_insert_with(load);
        let metric: Metric = case.metric.parse().unwrap();
        let is_assumed = metric.inputs().iter().any(|input| {
            matches!(input, Measure::Item(item)
                if !item.is_quoted() && filing.assumed.contains(item))
        });
        let metrics = if is_assumed { &mut assuming } else { &mut sourced };
        metrics.insert(case.metric);
    }
    let only: Vec<&String> = assuming.difference(&sourced).collect();
    assert_eq!(only, ["lifetime_value_to_cac"]);
    for (name, filing) in &filings {
        for item in &filing.assumed {
            assert!(item.value(filing.view()).is_ok(), "{name} states no {item}");
        }
    }
}

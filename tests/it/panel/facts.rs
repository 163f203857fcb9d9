//! A panel from companyfacts is that of the histories that they make.

use std::fs;

use financials::{
    Currency, Metric,
    companyfacts::{CompanyFacts, Vintage},
    panel::Panel,
    report::{MarketData, Quote},
};

use crate::data;

/// Holds the panel of a file's facts to that of its history, cell by cell.
fn hold(json: &[u8], vintage: Vintage) -> usize {
    let facts = CompanyFacts::parse(json).unwrap();
    let known = facts.known(vintage);
    let price = |currency: Currency| {
        Quote::new(currency, MarketData::in_units().share_price(30).eps_ntm("1.5")).unwrap()
    };
    let Ok(history) = known.history() else {
        let refused = Panel::builder().facts(&known, None).unwrap_err();
        assert_eq!(refused, known.history().unwrap_err());
        return 0;
    };
    let quote = price(known.currency().unwrap());
    let of_reports = Panel::builder().quoted(&history, &quote).build().unwrap();
    let of_facts = Panel::builder().facts(&known, Some(&quote)).unwrap().build().unwrap();
    assert!(of_facts.rows().eq(of_reports.rows()));
    assert!(of_facts.companies().eq(of_reports.companies()));
    let views = history
        .reports()
        .iter()
        .map(|report| history.view(&report.period()).unwrap().with_quote(&quote).unwrap());
    let views: Vec<_> = views.collect();
    for metric in Metric::all() {
        let column = metric.column(&of_facts);
        assert_eq!(column, metric.column(&of_reports), "{metric}");
        for (view, cell) in views.iter().zip(column.iter()) {
            // Reasons come with what the filings say of an absence.
            assert_eq!(cell.err(), metric.value(*view).err(), "{metric}");
        }
    }
    // The labels of the periods come along.
    let [one, other] = [&of_facts, &of_reports]
        .map(|panel| panel.view().table::<Metric>([]).quarters().csv().to_string());
    assert_eq!(one, other);
    of_facts.len()
}

#[test]
fn facts_make_the_panel_of_their_history() {
    let json = fs::read("tests/cases/palantir_companyfacts/companyfacts.json").unwrap();
    for vintage in [Vintage::Latest, Vintage::First, Vintage::AsOf("2024-05-31".parse().unwrap())] {
        assert!(hold(&json, vintage) > 0);
    }
    assert_eq!(hold(br#"{"cik": 1, "entityName": "A", "facts": {}}"#, Vintage::Latest), 0);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn facts_of_real_companies_make_the_panel_of_their_histories() {
    let mut rows = 0;
    for folder in ["core", "july2026"] {
        for file in fs::read_dir(data::folder().join("data/companyfacts").join(folder)).unwrap() {
            rows += hold(&fs::read(file.unwrap().path()).unwrap(), Vintage::Latest);
        }
    }
    assert!(rows > 2_000, "{rows}");
}

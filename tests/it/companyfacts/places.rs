//! The place to which an amount per share is stated, where the file does not say it.

use financials::{
    Accuracy, Figure, Item, Report,
    companyfacts::{CompanyFacts, Vintage},
};
use serde_json::{Value, json};

/// Makes a file of yearly earnings per share, 2019 to 2022, as its amounts are written.
fn reports(unit: &str, amounts: [&str; 4]) -> Vec<Report> {
    let (currency, _) = unit.split_once('/').unwrap();
    let row = |year: usize, value: &str| {
        json!({
            "start": format!("{year}-01-01"), "end": format!("{year}-12-31"),
            "val": serde_json::from_str::<Value>(value).unwrap(), "form": "10-K", "fy": year,
            "filed": format!("{}-02-20", year + 1), "accn": format!("0000000001-{}-000001", year - 1999),
        })
    };
    let yearly = |amounts: [&str; 4]| -> Vec<Value> {
        amounts.into_iter().enumerate().map(|(at, value)| row(2019 + at, value)).collect()
    };
    let file = json!({"cik": 1, "entityName": "A Company", "facts": {"us-gaap": {
        "Revenues": {"units": {currency: yearly(["5000000", "6000000", "7000000", "8000000"])}},
        "EarningsPerShareDiluted": {"units": {unit: yearly(amounts)}},
    }}});
    let facts = CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap();
    facts.known(Vintage::Latest).history().unwrap().reports().to_vec()
}

fn eps(reports: &[Report], at: usize) -> &Figure {
    reports[at].figure(Item::EpsDiluted).unwrap()
}

#[test]
fn one_dollar_a_share_is_to_the_cent_where_the_years_around_have_cents() {
    let reports = reports("USD/shares", ["1.25", "1", "0", "2.5"]);
    assert_eq!(eps(&reports, 1).accuracy(), Accuracy::Assumed(2));
    assert_eq!(eps(&reports, 1).admitted().to_string(), "[0.995, 1.005]");
    assert_eq!(eps(&reports, 0).accuracy(), Accuracy::Unknown);
    // The cents of 2019 are more than a year away from the report for 2021, and nil from all.
    assert_eq!(eps(&reports, 2).accuracy(), Accuracy::Assumed(1));
    assert_eq!(eps(&reports, 3).admitted().to_string(), "[2.45, 2.55]");
}

#[test]
fn a_filer_in_whole_units_stays_whole() {
    let reports = reports("KRW/shares", ["1234", "1200", "980", "1001"]);
    assert_eq!(eps(&reports, 0).accuracy(), Accuracy::Unknown);
    assert_eq!(eps(&reports, 1).accuracy(), Accuracy::Assumed(0));
    assert_eq!(eps(&reports, 1).admitted().to_string(), "[1199.5, 1200.5]");
}

#[test]
fn a_place_finer_than_the_cent_is_of_its_own_amount_alone() {
    let reports = reports("USD/shares", ["0.1875", "0.25", "1", "0.5"]);
    assert_eq!(eps(&reports, 1).accuracy(), Accuracy::Unknown);
    assert_eq!(eps(&reports, 2).accuracy(), Accuracy::Assumed(2));
    assert_eq!(eps(&reports, 3).accuracy(), Accuracy::Unknown);
}

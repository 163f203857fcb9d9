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
    assert_eq!(eps(&reports, 1).accuracy(), Accuracy::assumed(2));
    assert_eq!(eps(&reports, 1).admitted().to_string(), "[0.995, 1.005]");
    assert_eq!(eps(&reports, 0).accuracy(), Accuracy::Unknown);
    // The cents of 2019 are more than a year away from the report for 2021, and nil from all.
    assert_eq!(eps(&reports, 2).accuracy(), Accuracy::assumed(1));
    assert_eq!(eps(&reports, 3).admitted().to_string(), "[2.45, 2.55]");
}

#[test]
fn a_filer_in_whole_units_stays_whole() {
    let reports = reports("KRW/shares", ["1234", "1200", "980", "1001"]);
    assert_eq!(eps(&reports, 0).accuracy(), Accuracy::Unknown);
    assert_eq!(eps(&reports, 1).accuracy(), Accuracy::assumed(0));
    assert_eq!(eps(&reports, 1).admitted().to_string(), "[1199.5, 1200.5]");
}

#[test]
fn a_place_finer_than_the_cent_is_of_its_own_amount_alone() {
    let reports = reports("USD/shares", ["0.1875", "0.25", "1", "0.5"]);
    assert_eq!(eps(&reports, 1).accuracy(), Accuracy::Unknown);
    assert_eq!(eps(&reports, 2).accuracy(), Accuracy::assumed(2));
    assert_eq!(eps(&reports, 3).accuracy(), Accuracy::Unknown);
}

/// The reports of two years and what one annual report says of the inventory at both ends, and of
/// revenue over them and over nine months.
fn of_money(inventories: [i64; 2], revenues: [i64; 3]) -> Vec<Report> {
    let fact = |start: Option<&str>, end: &str, value: i64, form: &str| {
        let mut fact = json!({
            "end": end, "val": value, "form": form, "fy": 2024, "fp": "FY",
            "filed": if form == "10-K" { "2025-02-20" } else { "2024-11-01" },
            "accn": if form == "10-K" { "0000000001-25-000001" } else { "0000000001-24-000004" },
        });
        if let Some(start) = start {
            fact["start"] = json!(start);
        }
        fact
    };
    let [old, new] = inventories;
    let [before, whole, nine] = revenues;
    let file = json!({"cik": 1, "entityName": "A Company", "facts": {"us-gaap": {
        "InventoryNet": {"units": {"USD": [
            fact(None, "2023-12-31", old, "10-K"), fact(None, "2024-12-31", new, "10-K"),
        ]}},
        "Revenues": {"units": {"USD": [
            fact(Some("2023-01-01"), "2023-12-31", before, "10-K"),
            fact(Some("2024-01-01"), "2024-12-31", whole, "10-K"),
            fact(Some("2024-01-01"), "2024-09-30", nine, "10-Q"),
        ]}},
    }}});
    let facts = CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap();
    facts.known(Vintage::Latest).history().unwrap().reports().to_vec()
}

#[test]
fn money_that_ends_before_its_line_is_to_the_place_of_the_line() {
    let million = 1_000_000;
    let at = |reports: &[Report], start: &str, item: Item| {
        let of = |report: &&Report| report.period().to_string().starts_with(start);
        let ends = |report: &&Report| report.period().end().to_string() == "2024-12-31";
        let report = reports.iter().filter(of).find(ends).unwrap();
        report.figure(item).unwrap().clone()
    };
    let reports =
        of_money([123 * million, 100 * million], [900 * million, 1_000 * million, 735 * million]);
    // It ends two digits before the other; half of two are not most.
    let inventory = at(&reports, "2024-01-01", Item::Inventory);
    assert_eq!(inventory.accuracy(), Accuracy::Unknown);
    let reports =
        of_money([120 * million, 123 * million], [980 * million, 1_000 * million, 735 * million]);
    assert_eq!(at(&reports, "2024-01-01", Item::Inventory).accuracy(), Accuracy::Unknown);
    assert_eq!(at(&reports, "2024-01-01", Item::Revenue).accuracy(), Accuracy::Unknown);
    let fourth = at(&reports, "2024-10-01", Item::Revenue);
    assert_eq!(fourth.accuracy(), Accuracy::Assumed { halves: 2, decimals: -6 });
    assert_eq!(fourth.admitted().to_string(), "[264000000, 266000000]");
    let reports =
        of_money([123 * million, 120 * million], [980 * million, 900 * million, 735 * million]);
    assert_eq!(at(&reports, "2024-01-01", Item::Inventory).accuracy(), Accuracy::assumed(-6));
    assert_eq!(at(&reports, "2024-01-01", Item::Revenue).accuracy(), Accuracy::assumed(-7));
}

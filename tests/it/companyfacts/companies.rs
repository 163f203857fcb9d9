//! Two companies under one number, joined items, revenues that differ, and amounts across a split.

use super::expected::value;
use crate::data;
use financials::{
    Decimal, Item,
    companyfacts::{CompanyFacts, FindingKind, Vintage},
    undefined::Absence,
};
use serde_json::{Value, json};

/// A fact: its tag, first day if any, last day, value in millions, form and day of filing.
pub(crate) type Fact<'a> = (&'a str, &'a str, &'a str, i64, &'a str, &'a str);

pub(crate) fn made(facts: &[Fact<'_>]) -> CompanyFacts {
    let mut tags = serde_json::Map::new();
    for (tag, start, end, value, form, filed) in facts {
        let mut fact = json!({
            "end": end, "val": value * 1_000_000, "form": form, "filed": filed,
            "fy": end[..4].parse::<i16>().unwrap(),
            "accn": format!("0000000001-{}-{}00", &filed[2..4], filed[5..].replace('-', "")),
        });
        if !start.is_empty() {
            fact["start"] = Value::from(*start);
        }
        let tag = tags.entry((*tag).to_owned()).or_insert_with(|| json!({"units": {"USD": []}}));
        tag["units"]["USD"].as_array_mut().unwrap().push(fact);
    }
    let file = json!({"cik": 1, "facts": {"us-gaap": tags}});
    CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
}

fn fourth(facts: &CompanyFacts, item: Item) -> Result<Decimal, Absence> {
    value(facts.known(Vintage::Latest).item(item).series.quarter(2009, 4))
}

fn millions(number: i64) -> Result<Decimal, Absence> {
    Ok(Decimal::from(number * 1_000_000))
}

const NINE: (&str, &str, &str) = ("2009-01-01", "2009-09-30", "2009-11-02");
const YEAR: (&str, &str, &str) = ("2009-01-01", "2009-12-31", "2010-02-26");

#[test]
fn a_year_of_another_company_has_no_fourth_quarter() {
    // The annual report is that of the company that was merged into the shell.
    let facts = |assets: i64| {
        made(&[
            ("Revenues", "2008-01-01", "2008-12-31", 18_502, "10-K", "2009-02-27"),
            ("Revenues", NINE.0, NINE.1, 13_539, "10-Q", NINE.2),
            ("Revenues", YEAR.0, YEAR.1, 27_428, "10-K", YEAR.2),
            ("Assets", "", "2008-12-31", 28_117, "10-Q", NINE.2),
            ("Assets", "", "2008-12-31", assets, "10-K", YEAR.2),
        ])
    };
    assert_eq!(fourth(&facts(47_196), Item::Revenue), Err(Absence::MixedVintage));
    assert_eq!(fourth(&facts(28_300), Item::Revenue), millions(27_428 - 13_539));
}

#[test]
fn revenue_moves_with_its_cost() {
    // The annual report restates last year's cost, and so its gross profit, and the nine months'
    // report did not.
    let facts = |restated: i64| {
        made(&[
            ("Revenues", "2008-01-01", "2008-12-31", 4003, "10-K", "2009-02-27"),
            ("Revenues", NINE.0, NINE.1, 3001, "10-Q", NINE.2),
            ("Revenues", YEAR.0, YEAR.1, 4107, "10-K", YEAR.2),
            ("CostOfRevenue", "2008-01-01", "2008-12-31", 3007, "10-K", "2009-02-27"),
            ("CostOfRevenue", "2008-01-01", "2008-12-31", restated, "10-K", YEAR.2),
            ("NetIncomeLoss", NINE.0, NINE.1, 301, "10-Q", NINE.2),
            ("NetIncomeLoss", YEAR.0, YEAR.1, 407, "10-K", YEAR.2),
        ])
    };
    assert_eq!(fourth(&facts(3007), Item::Revenue), millions(1106));
    assert_eq!(fourth(&facts(3008), Item::Revenue), millions(1106));
    assert_eq!(fourth(&facts(2811), Item::Revenue), Err(Absence::MixedVintage));
    // What no identity joins stays.
    assert_eq!(fourth(&facts(2811), Item::NetIncome), millions(106));
}

fn second(facts: &CompanyFacts, vintage: Vintage) -> Result<Decimal, Absence> {
    value(facts.known(vintage).item(Item::Revenue).series.quarter(2009, 2))
}

const FIRST: (&str, &str) = ("2009-01-01", "2009-03-31");
const HALF: (&str, &str) = ("2009-01-01", "2009-06-30");

#[test]
fn a_comparative_is_no_first_figure_where_the_half_year_was_restated() {
    // The first quarter stands in the file only as the comparative of the next year.
    let facts = |restated: i64| {
        made(&[
            ("Revenues", HALF.0, HALF.1, 13_888, "10-Q", "2009-08-06"),
            ("Revenues", YEAR.0, YEAR.1, 27_428, "10-K", YEAR.2),
            ("Revenues", FIRST.0, FIRST.1, 6_924, "10-Q", "2010-05-07"),
            ("Revenues", HALF.0, HALF.1, restated, "10-Q", "2010-08-05"),
        ])
    };
    assert_eq!(second(&facts(13_866), Vintage::First), Err(Absence::MixedVintage));
    assert_eq!(second(&facts(13_888), Vintage::First), millions(13_888 - 6_924));
}

#[test]
fn a_part_that_changed_many_times_as_much_changed_by_itself() {
    let facts = |slice: i64| {
        made(&[
            ("Revenues", FIRST.0, FIRST.1, 38_438, "10-Q", "2009-05-05"),
            ("Revenues", HALF.0, HALF.1, 77_493, "10-Q", "2009-08-03"),
            ("Revenues", YEAR.0, YEAR.1, 155_777, "10-K", YEAR.2),
            ("Revenues", FIRST.0, FIRST.1, 38_438, "10-Q", "2010-05-07"),
            ("Revenues", HALF.0, HALF.1, 77_546, "10-Q", "2010-08-02"),
            ("Revenues", FIRST.0, FIRST.1, slice, "10-K", "2011-02-25"),
        ])
    };
    assert_eq!(second(&facts(14_278), Vintage::Latest), Err(Absence::MixedVintage));
    assert_eq!(second(&facts(38_411), Vintage::Latest), millions(77_546 - 38_411));
}

#[test]
fn a_figure_of_something_else_leaves_no_quarter() {
    let contracts = "RevenueFromContractWithCustomerExcludingAssessedTax";
    let facts = |nine: i64| {
        made(&[
            (contracts, HALF.0, HALF.1, 84, "10-Q", "2009-08-06"),
            ("Revenues", NINE.0, NINE.1, 1_070, "10-Q", NINE.2),
            ("Revenues", YEAR.0, YEAR.1, 1_190, "10-K", YEAR.2),
            (contracts, NINE.0, NINE.1, nine, "10-Q", "2010-11-03"),
        ])
    };
    let third = |facts: &CompanyFacts| {
        value(facts.known(Vintage::First).item(Item::Revenue).series.quarter(2009, 3))
    };
    assert_eq!(third(&facts(134)), Err(Absence::MixedVintage));
    assert_eq!(third(&facts(1_069)), millions(1_070 - 84));
}

#[test]
fn the_revenue_is_the_one_that_the_statement_adds_up_with_or_the_total() {
    let contracts = "RevenueFromContractWithCustomerExcludingAssessedTax";
    let facts = |cost: Option<i64>| {
        let mut facts = vec![
            (contracts, "2008-01-01", "2008-12-31", 31_943, "10-K", "2009-02-27"),
            ("Revenues", "2008-01-01", "2008-12-31", 31_543, "10-K", "2009-02-27"),
            (contracts, YEAR.0, YEAR.1, 28_256, "10-K", YEAR.2),
            ("Revenues", YEAR.0, YEAR.1, 28_823, "10-K", YEAR.2),
            ("OperatingIncomeLoss", YEAR.0, YEAR.1, 1_000, "10-K", YEAR.2),
        ];
        facts.extend(cost.map(|cost| ("CostsAndExpenses", YEAR.0, YEAR.1, cost, "10-K", YEAR.2)));
        made(&facts).known(Vintage::Latest).item(Item::Revenue).series
    };
    for (cost, right, other) in
        [(None, 28_823, 28_256), (Some(27_823), 28_823, 28_256), (Some(27_256), 28_256, 28_823)]
    {
        let series = facts(cost);
        assert_eq!(value(series.year(2009)), millions(right), "{cost:?}");
        let passed_over = series.findings.iter().find(|finding| {
            finding.kind == FindingKind::CandidateDiffers
                && finding.end == series.year(2009).unwrap().end
        });
        let against = passed_over.unwrap().against.unwrap().0;
        assert_eq!(Ok(against), millions(other), "{cost:?}");
    }
}

#[test]
fn amounts_per_share_are_held_against_each_other_on_one_count() {
    // Four shares for one come between the half year and the nine months.
    let facts = |third: &str| {
        let fact = |start: &str, end: &str, value: &str, filed: &str| {
            json!({
                "start": start, "end": end, "val": serde_json::from_str::<Value>(value).unwrap(),
                "form": "10-Q", "fy": 2024, "filed": filed,
                "accn": format!("0000000001-{}-{}00", &filed[2..4], filed[5..].replace('-', "")),
            })
        };
        let amounts = [
            fact("2024-01-01", "2024-03-31", "2.00", "2024-05-02"),
            fact("2024-01-01", "2024-06-30", "3.20", "2024-08-02"),
            fact("2024-01-01", "2024-09-30", "1.30", "2024-11-02"),
            fact("2024-07-01", "2024-09-30", third, "2024-11-02"),
        ];
        let counts = [
            fact("2023-07-01", "2023-09-30", "100000003", "2023-11-02"),
            fact("2023-07-01", "2023-09-30", "400000012", "2024-11-02"),
            fact("2023-01-01", "2023-09-30", "100000015", "2023-11-02"),
            fact("2023-01-01", "2023-09-30", "400000060", "2024-11-02"),
            fact("2024-01-01", "2024-09-30", "400000100", "2024-11-02"),
        ];
        let file = json!({"cik": 1, "facts": {"us-gaap": {
            "EarningsPerShareDiluted": {"units": {"USD/shares": amounts}},
            "WeightedAverageNumberOfDilutedSharesOutstanding": {"units": {"shares": counts}},
        }}});
        let facts = CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap();
        let item = facts.known(Vintage::Latest).item(Item::EpsDiluted);
        assert_eq!(item.share_basis.unwrap().splits.len(), 1);
        let findings = item.series.findings.into_iter();
        findings.map(|finding| finding.to_string()).collect::<Vec<_>>()
    };
    let none: [&str; 0] = [];
    assert_eq!(facts("0.50"), none);
    // Each of the three is rounded.
    assert_eq!(facts("0.51"), none);
    let text = "2024-07-01..2024-09-30: 0.55 is not the difference of the longer periods, 0.5";
    assert_eq!(facts("0.55"), [text]);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn the_whole_revenue_of_a_power_producer_is_taken() {
    let case = data::text("data/cases/nrg_revenue_pick.json");
    let facts = CompanyFacts::parse(case.as_bytes()).unwrap();
    let series = facts.known(Vintage::Latest).item(Item::Revenue).series;
    for (year, right) in [(2022, 31_543), (2023, 28_823), (2024, 28_130)] {
        assert_eq!(value(series.year(year)), millions(right), "{year}");
    }
}

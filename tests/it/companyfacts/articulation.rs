//! Derived quarters that do not add up with the lines beside them.

use super::{
    companies::{Fact, made},
    expected::value,
};
use financials::{
    Decimal, Item,
    companyfacts::{CompanyFacts, FindingKind, Vintage},
    undefined::Absence,
};

const LINES: [(&str, Item); 3] = [
    ("Revenues", Item::Revenue),
    ("CostOfRevenue", Item::CostOfRevenue),
    ("GrossProfit", Item::GrossProfit),
];

/// Each year's report and that of its first quarter, in which the lines add up.
fn statements(tags: [&'static str; 3], years: &[(i64, i64)]) -> Vec<Fact<'static>> {
    const DATES: [[&str; 3]; 4] = [
        ["2005-01-01", "2005-03-31", "2005-12-31"],
        ["2006-01-01", "2006-03-31", "2006-12-31"],
        ["2007-01-01", "2007-03-31", "2007-12-31"],
        ["2008-01-01", "2008-03-31", "2008-12-31"],
    ];
    const FILED: [[&str; 2]; 4] = [
        ["2005-05-05", "2006-02-20"],
        ["2006-05-05", "2007-02-20"],
        ["2007-05-05", "2008-02-20"],
        ["2008-05-05", "2009-02-20"],
    ];
    let mut facts = Vec::new();
    for (([start, first, last], [quarterly, annual]), (revenue, cost)) in
        DATES.into_iter().zip(FILED).zip(years)
    {
        for (tag, value) in tags.into_iter().zip([*revenue, *cost, revenue - cost]) {
            facts.push((tag, start, first, value / 4, "10-Q", quarterly));
            facts.push((tag, start, last, value, "10-K", annual));
        }
    }
    facts
}

const NINE: (&str, &str, &str) = ("2009-01-01", "2009-09-30", "2009-11-02");
const YEAR: (&str, &str, &str) = ("2009-01-01", "2009-12-31", "2010-02-26");
const YEARS: [(i64, i64); 4] = [(4004, 2400), (4404, 2804), (4804, 3004), (5204, 3204)];

/// A year whose lines add up, and its nine months with a cost that is filed on a day of its own.
fn file(nine: [i64; 3], cost_filed: &'static str) -> CompanyFacts {
    let mut facts = statements(LINES.map(|(tag, _)| tag), &YEARS);
    for ((tag, item), (nine, year)) in
        LINES.into_iter().zip(nine.into_iter().zip([5606, 3407, 2199]))
    {
        let filed = if item == Item::CostOfRevenue { cost_filed } else { NINE.2 };
        facts.push((tag, NINE.0, NINE.1, nine, "10-Q", filed));
        facts.push((tag, YEAR.0, YEAR.1, year, "10-K", YEAR.2));
    }
    made(&facts)
}

/// Returns the fourth quarters of revenue, its cost and the gross profit, in millions, and what is
/// said of each.
fn fourth(facts: &CompanyFacts) -> [(Result<i64, Absence>, Option<i64>); 3] {
    LINES.map(|(_, item)| {
        let series = facts.known(Vintage::Latest).item(item).series;
        let millions = |value: Decimal| i64::try_from(value).unwrap() / 1_000_000;
        let said = series.findings.iter().find(|finding| {
            finding.kind == FindingKind::Differs && finding.end == YEAR.1.parse().unwrap()
        });
        let against = said.and_then(|finding| finding.against).map(|against| millions(against.0));
        (value(series.quarter(2009, 4)).map(millions), against)
    })
}

#[test]
fn quarters_that_add_up_are_derived() {
    let right = [(Ok(1405), None), (Ok(901), None), (Ok(504), None)];
    assert_eq!(fourth(&file([4201, 2506, 1695], NINE.2)), right);
    // Whatever report they are from; and each of the nine figures is rounded.
    assert_eq!(fourth(&file([4201, 2506, 1695], "2009-11-20")), right);
    let rounded = [(Ok(1405), None), (Ok(905), None), (Ok(504), None)];
    assert_eq!(fourth(&file([4201, 2502, 1695], NINE.2)), rounded);
}

#[test]
fn the_one_that_rests_on_other_filings_is_refused() {
    let mixed = (Err(Absence::MixedVintage), None);
    let found = fourth(&file([4201, 2306, 1695], "2009-11-20"));
    assert_eq!(found, [(Ok(1405), None), mixed, (Ok(504), None)]);
}

#[test]
fn where_it_is_not_known_which_each_is_marked() {
    // The report of the nine months does not add up by itself.
    let found = fourth(&file([4201, 2306, 1695], NINE.2));
    let each = [(Ok(1405), Some(1101 + 504)), (Ok(1101), Some(901)), (Ok(504), Some(304))];
    assert_eq!(found, each);
    // A company whose reports do not have the identity says nothing by it.
    let mut facts = statements(LINES.map(|(tag, _)| tag), &YEARS);
    facts.retain(|fact| fact.0 != "CostOfRevenue");
    let nine = [4201, 2306, 1695];
    for ((tag, _), (nine, year)) in LINES.into_iter().zip(nine.into_iter().zip([5606, 3407, 2199]))
    {
        facts.push((tag, NINE.0, NINE.1, nine, "10-Q", NINE.2));
        facts.push((tag, YEAR.0, YEAR.1, year, "10-K", YEAR.2));
    }
    assert_eq!(fourth(&made(&facts)), [(Ok(1405), None), (Ok(1101), None), (Ok(504), None)]);
}

#[test]
fn a_line_that_stands_between_in_one_year_is_no_fault() {
    const TAGS: [&str; 3] = [
        concat!(
            "IncomeLossFromContinuingOperationsBeforeIncomeTaxes",
            "ExtraordinaryItemsNoncontrollingInterest"
        ),
        "IncomeTaxExpenseBenefit",
        "NetIncomeLoss",
    ];
    // The year has a gain of 70 from what is discontinued; its nine months add up.
    let facts = |again: Option<Fact<'static>>| {
        let mut facts = statements(TAGS, &YEARS);
        for (tag, (nine, year)) in TAGS.into_iter().zip([(801, 1105), (201, 266), (600, 909)]) {
            facts.push((tag, NINE.0, NINE.1, nine, "10-Q", NINE.2));
            facts.push((tag, YEAR.0, YEAR.1, year, "10-K", YEAR.2));
        }
        facts.extend(again);
        made(&facts)
    };
    // Net income alone is filed again, so that it rests on other filings than the two.
    let again = (TAGS[2], NINE.0, NINE.1, 600, "10-Q", "2010-11-02");
    for facts in [facts(None), facts(Some(again))] {
        let series = facts.known(Vintage::Latest).item(Item::NetIncome).series;
        assert_eq!(value(series.quarter(2009, 4)), Ok(Decimal::from(309_000_000)));
        assert_eq!(series.findings, []);
    }
}

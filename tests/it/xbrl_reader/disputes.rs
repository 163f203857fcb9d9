//! What a filing says in two ways, or in a way that cannot be read, is no figure, and nothing else
//! takes its place.

use financials::{
    Item, Undefined,
    companyfacts::Vintage,
    undefined::Absence,
    xbrl::{ChoiceError, Facts, Filings, Labels, Primary},
};

use super::written::Written;

const YEAR: &str = "2024-01-01..2024-12-31";
const LAST: &str = "2024-12-31";
const CONTRACTS: &str = "g:RevenueFromContractWithCustomerExcludingAssessedTax";

fn annual() -> Written {
    Written::report("c:0000000001", "10-K", ("2024", "FY"), YEAR)
}

/// A line item by the histories of filings and by the report of one, which are the same or absent
/// for the same reason.
fn figure(facts: &[&Facts], item: Item) -> Result<String, Absence> {
    let mut filings = Filings::new();
    for facts in facts {
        filings.add_unlisted(facts).unwrap();
    }
    let history = filings.history(Vintage::Latest).unwrap();
    let report = history.reports().iter().find(|report| report.period().to_string() == YEAR);
    let found = item.value(report.unwrap());
    let entries = filings.company_facts().known(Vintage::Latest).item(item).series.entries;
    let entry = entries.iter().find(|entry| entry.end.to_string() == LAST).unwrap();
    let series = entry.amount.clone().map(|amount| amount.value.to_string());
    if let [alone] = facts {
        let report = alone.report(&Labels::default()).unwrap();
        let alone = report.figure(item).map(|figure| figure.number().to_string());
        assert_eq!(alone, series.clone().ok(), "the filing's own report");
    }
    match (found, &series) {
        (Err(Undefined::Absent { reason, .. }), Err(why)) => assert_eq!(reason, *why),
        (found, series) => assert_eq!(found.is_ok(), series.is_ok(), "{found:?} {series:?}"),
    }
    series
}

#[test]
fn another_concept_does_not_take_the_place_of_one_that_contradicts_itself() {
    let twice = annual()
        .money("g:Revenues", YEAR, 1_000, 0)
        .money("g:Revenues", YEAR, 1_001, 0)
        .money(CONTRACTS, YEAR, 900, 0)
        .money("g:NetIncomeLoss", YEAR, 100, 0)
        .money("g:NetIncomeLoss", YEAR, 101, 0)
        .money("g:ProfitLoss", YEAR, 130, 0)
        .money("g:StockholdersEquity", LAST, 5, 0)
        .money("g:StockholdersEquity", LAST, 6, 0)
        .money(
            "g:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
            LAST,
            9,
            0,
        )
        .money("g:Assets", LAST, 50, 0)
        .read();
    for item in [Item::Revenue, Item::NetIncome, Item::StockholdersEquity] {
        assert_eq!(figure(&[&twice], item), Err(Absence::Contradicted), "{item}");
    }
    assert_eq!(figure(&[&twice], Item::TotalAssets), Ok("50".into()));
    // What comes after the concept that is taken does not matter.
    let after = annual()
        .money("g:Revenues", YEAR, 1_000, 0)
        .money("g:NetIncomeLoss", YEAR, 100, 0)
        .money("g:ProfitLoss", YEAR, 130, 0)
        .money("g:ProfitLoss", YEAR, 131, 0)
        .read();
    assert_eq!(figure(&[&after], Item::NetIncome), Ok("100".into()));
    // In another currency it is another number.
    let dual = annual()
        .money("g:Revenues", YEAR, 1_000, 0)
        .money("g:NetIncomeLoss", YEAR, 100, 0)
        .number("g:Revenues", YEAR, ("900", "iso4217:EUR"), Some(0))
        .read();
    assert_eq!(figure(&[&dual], Item::Revenue), Ok("1000".into()));
}

#[test]
fn nor_does_what_stands_where_nothing_else_is_tagged() {
    let alone = annual()
        .money("g:Revenues", YEAR, 1_000, 0)
        .money("g:Revenues", YEAR, 1_001, 0)
        .money("g:NetIncomeLoss", YEAR, 5, 0)
        .read();
    assert_eq!(figure(&[&alone], Item::Revenue), Err(Absence::Contradicted));
    // Of the same filing in another syntax nothing becomes clearer.
    assert_eq!(figure(&[&alone, &alone], Item::Revenue), Err(Absence::Contradicted));
    // A later filing that says it once has it.
    let later = Written::report("c:0000000001", "10-K/A", ("2024", "FY"), YEAR)
        .money("g:Revenues", YEAR, 1_001, 0)
        .money(CONTRACTS, YEAR, 900, 0)
        .read();
    for order in [[&alone, &later], [&later, &alone]] {
        assert_eq!(figure(&order, Item::Revenue), Ok("1001".into()));
    }
}

/// A filing whose preferred concept has thousands in groups, which no instance has.
fn unread() -> Facts {
    let written = annual()
        .number("g:Revenues", YEAR, ("1,000", "iso4217:USD"), Some(0))
        .money(CONTRACTS, YEAR, 900, 0)
        .money("g:NetIncomeLoss", YEAR, 5, 0);
    let facts = super::read(&written.json());
    assert_eq!(facts.errors().len(), 1);
    facts
}

#[test]
fn nor_of_one_that_cannot_be_read() {
    let unread = unread();
    assert_eq!(figure(&[&unread], Item::Revenue), Err(Absence::Unreadable));
    let primary = Primary::of(&unread).unwrap();
    let error = primary.number("us-gaap", "Revenues", YEAR.parse().unwrap()).unwrap_err();
    assert!(matches!(error, ChoiceError::Unreadable { .. }));
    assert_eq!(
        error.to_string(),
        "xbrl: us-gaap:Revenues of 2024-01-01..2024-12-31 cannot be read"
    );
    // Said once more, it can be.
    let again = annual()
        .number("g:Revenues", YEAR, ("1,000", "iso4217:USD"), Some(0))
        .money("g:Revenues", YEAR, 1_000, 0)
        .money("g:NetIncomeLoss", YEAR, 5, 0)
        .json();
    assert_eq!(figure(&[&super::read(&again)], Item::Revenue), Ok("1000".into()));
}

#[test]
fn the_three_syntaxes_say_of_what_a_number_is_that_cannot_be_read() {
    let revenues = |name: &str| format!("xmlns:g='http://fasb.org/us-gaap/2025' {name}");
    let other = format!(
        "<g:{} {} contextRef='q' unitRef='usd' decimals='0'>900</g:{0}>",
        &CONTRACTS[2..],
        revenues("")
    );
    let instance = format!(
        "<g:Revenues {} contextRef='q' unitRef='usd' decimals='0'>1,000</g:Revenues>{other}",
        revenues("")
    );
    let inline = format!(
        "<ix:nonFraction {} contextRef='q' unitRef='usd' decimals='0'>1,000</ix:nonFraction>\
         <ix:nonFraction {} contextRef='q' unitRef='usd' decimals='0'>900</ix:nonFraction>",
        revenues("name='g:Revenues'"),
        revenues(&format!("name='{CONTRACTS}'"))
    );
    // The unit is not there, so that nobody knows what it counts.
    let no_unit = instance.replacen("unitRef='usd'", "unitRef='none'", 1);
    let documents = [super::instance(&instance), super::inline(&inline), super::instance(&no_unit)];
    for document in documents {
        let facts = super::read(&document);
        assert_eq!((facts.len(), facts.errors().len()), (1, 1), "{:?}", facts.errors());
        let report = facts.report(&Labels::default()).unwrap();
        let revenue = Item::Revenue.value(&report).unwrap_err();
        assert_eq!(revenue.code(), "unreadable");
    }
}

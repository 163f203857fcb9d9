//! Palantir's quarters, from a small file of its figures in the repository.

use financials::{
    Decimal, Item,
    companyfacts::{Accounting, CompanyFacts, Derivation, Entry, Vintage},
    metrics,
    period::{FiscalLabel, PeriodKind},
    undefined::Absence,
};

const JSON: &[u8] = include_bytes!("../../cases/palantir_companyfacts/companyfacts.json");

fn facts() -> CompanyFacts {
    CompanyFacts::parse(JSON).unwrap()
}

fn thousands(entry: Option<&Entry>) -> Result<Decimal, Absence> {
    let value = entry.unwrap().amount.as_ref().map(|amount| amount.value);
    value.map(|value| value / Decimal::from(1000)).map_err(|reason| *reason)
}

fn value(number: i64) -> Result<Decimal, Absence> {
    Ok(Decimal::from(number))
}

#[test]
fn quarters_are_those_of_the_press_releases() {
    let facts = facts();
    let known = facts.known(Vintage::Latest);
    // The fourth quarter of 2024 as released on 3 February 2025: revenue of 827,519 thousand,
    // operating cash flow of 460,327 thousand, capital expenditures of 3,106 thousand.
    let expected = [
        (Item::Revenue, 827_519, 725_516),
        (Item::NetIncome, 79_009, 143_525),
        (Item::OperatingCashFlow, 460_327, 419_772),
        (Item::CapitalExpenditures, 3_106, 3_985),
    ];
    for (item, fourth, third) in expected {
        let series = known.item(item).series;
        assert_eq!(thousands(series.quarter(2024, 4)), value(fourth), "{item:?}");
        assert_eq!(thousands(series.quarter(2024, 3)), value(third), "{item:?}");
        let amount = series.quarter(2024, 4).unwrap().amount.as_ref().unwrap();
        assert_eq!(amount.origin, Derivation::LessYearToDate);
        let filings: Vec<_> = amount.inputs.iter().map(|i| i.accession.to_string()).collect();
        assert_eq!(filings, ["0001321655-25-000022", "0001321655-24-000209"]);
    }
    let revenue = known.item(Item::Revenue).series;
    assert_eq!(thousands(revenue.trailing(2025, 2)), value(3_440_587));
    assert_eq!(thousands(revenue.trailing(2024, 4)), value(2_865_507));
    assert!(revenue.trailing(2024, 3).is_none(), "no filing dates the quarters of 2023");
    assert!(revenue.quarter(2025, 3).is_none());
}

#[test]
fn per_share_amounts_and_balances_are_no_differences() {
    let facts = facts();
    let known = facts.known(Vintage::Latest);
    for item in [Item::EpsDiluted, Item::SharesDiluted] {
        let series = known.item(item).series;
        let fourth = series.quarter(2024, 4).unwrap().amount.as_ref().unwrap();
        assert_eq!(fourth.origin, Derivation::WeightedShares, "{item:?}");
        assert!(series.trailing(2025, 2).is_none());
        assert!(series.quarter(2025, 2).unwrap().amount.is_ok());
    }
    let cash = known.item(Item::Cash).series;
    assert_eq!(thousands(cash.instant(2025, 2)), value(929_547));
    assert!(cash.entries.iter().all(|entry| entry.kind == PeriodKind::Instant));
    let absent = known.item(Item::GrossProfit).series;
    assert_eq!(thousands(absent.quarter(2025, 2)), Err(Absence::NotTagged));
}

#[test]
fn earnings_per_share_are_those_of_income_and_shares() {
    let facts = facts();
    let given = |name: &str| {
        let concept = facts.concept("us-gaap", name).unwrap();
        let facts = concept.units[0].facts.iter();
        facts.map(|fact| ((fact.start, fact.end, fact.accession), fact.value)).collect::<Vec<_>>()
    };
    let (income, shares) =
        (given("NetIncomeLoss"), given("WeightedAverageNumberOfDilutedSharesOutstanding"));
    let per_share = given("EarningsPerShareDiluted");
    assert_eq!(per_share.len(), 14);
    for (key, stated) in per_share {
        let find = |list: &[(_, Decimal)]| list.iter().find(|(known, _)| *known == key).unwrap().1;
        let (income, shares) = (find(&income), find(&shares));
        // Income lies within half a cent a share of what is stated.
        let twice = (income - stated * shares).abs() * Decimal::from(200);
        assert!(twice <= shares, "{key:?}: {stated}");
    }
}

#[test]
fn the_history_computes_from_its_sources() {
    let facts = facts();
    let history = facts.known(Vintage::Latest).history().unwrap();
    let label: FiscalLabel = "2025Q2".parse().unwrap();
    let quarter = history.labelled(label).unwrap();
    let view = history.view(&quarter.period()).unwrap();
    assert_eq!(format!("{:.1}", metrics::REVENUE_GROWTH.value(view).unwrap()), "48.0%");
    let source = quarter.figure(Item::Revenue).unwrap().source().unwrap();
    assert_eq!(
        source.to_string(),
        "10-Q 0001321655-25-000106, us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax"
    );
    let flow = quarter.figure(Item::OperatingCashFlow).unwrap();
    assert_eq!(flow.number(), Decimal::from(539_251_000));
    assert!(flow.source().unwrap().to_string().starts_with(
        "2025-01-01..2025-06-30 - 2025-01-01..2025-03-31 [2025-01-01..2025-06-30: 10-Q "
    ));
}

#[test]
fn a_reader_in_november_knows_no_year() {
    let facts = facts();
    let known = facts.known(Vintage::AsOf("2024-11-30".parse().unwrap()));
    let revenue = known.item(Item::Revenue).series;
    assert!(revenue.quarter(2024, 4).is_none());
    assert_eq!(thousands(revenue.quarter(2024, 3)), value(725_516));
    assert!(revenue.trailing(2024, 3).is_none(), "no filing dates the quarters of 2023");
    let before = facts.known(Vintage::AsOf("2020-01-01".parse().unwrap()));
    assert!(before.item(Item::Revenue).series.entries.is_empty());
    let error = before.history().unwrap_err().to_string();
    assert_eq!(
        error,
        "the file of Palantir Technologies Inc. has 90 facts, none of a known quarter or year, \
         and so no history"
    );
}

#[test]
fn the_proxy_statement_is_counted_and_left_out() {
    let facts = facts();
    let account = facts.known(Vintage::Latest).accounting();
    let Accounting { read, used, duplicate, other_form, .. } = account;
    assert_eq!((read, used + duplicate, other_form), (90, 89, 1));
    let net_income = facts.known(Vintage::Latest).item(Item::NetIncome).series;
    let year = net_income.year(2024).unwrap().amount.as_ref().unwrap();
    assert_eq!(year.inputs[0].form, "10-K");
    assert_eq!(account.to_string(), "90 facts read: 61 used, 28 duplicate, 1 from other forms");
}

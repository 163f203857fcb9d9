//! Fourth quarters per share, which no filing gives.

use super::expected::value;
use crate::data;
use financials::{
    Decimal, Item,
    companyfacts::{CompanyFacts, Derivation, Vintage},
    undefined::Absence,
};
use serde_json::{Value, json};

const PALANTIR: &[u8] = include_bytes!("../../cases/palantir_companyfacts/companyfacts.json");

/// A year of four quarters: the income and the shares of each, and what it gives a share.
fn file(income: [i64; 4], shares: [i64; 4], off: &str) -> CompanyFacts {
    let ends = ["03-31", "06-30", "09-30", "12-31"];
    let days = [90, 91, 92, 92];
    let (mut earned, mut counted, mut per_share) = (Vec::new(), Vec::new(), Vec::new());
    for number in 1..=4_usize {
        let filed = if number == 4 {
            "2024-02-15".into()
        } else {
            format!("2023-{:02}-05", 3 * number + 2)
        };
        let fact = |value: Value| {
            json!({
                "start": "2023-01-01", "end": format!("2023-{}", ends[number - 1]), "val": value,
                "accn": format!("0000000001-23-{number:06}"), "fy": 2023,
                "form": if number == 4 { "10-K" } else { "10-Q" }, "filed": filed,
            })
        };
        let sum: i64 = income[..number].iter().sum();
        let weight: i64 = (0..number).map(|at| shares[at] * days[at]).sum();
        let count = weight / days[..number].iter().sum::<i64>();
        let cents = Decimal::from(sum) / Decimal::from(count);
        let cents = cents.round_dp(2) + off.parse::<Decimal>().unwrap();
        earned.push(fact(json!(sum)));
        counted.push(fact(json!(count)));
        per_share.push(fact(serde_json::from_str(&cents.to_string()).unwrap()));
    }
    let unit = |unit: &str, facts: Vec<Value>| json!({"units": {unit: facts}});
    let file = json!({"facts": {"us-gaap": {
        "NetIncomeLoss": unit("USD", earned),
        "WeightedAverageNumberOfDilutedSharesOutstanding": unit("shares", counted),
        "EarningsPerShareDiluted": unit("USD/shares", per_share),
    }}});
    CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
}

/// Two years from 2023 on, in millions: the income of each quarter and its diluted shares, which
/// are the basic ones and, in the second year, five more. Reports give the first three quarters by
/// themselves and to date, and the fourth in the year alone.
pub(super) fn quarters(income: &[[i64; 4]; 2], diluted: &[[i64; 4]; 2]) -> CompanyFacts {
    const ENDS: [&str; 4] = ["03-31", "06-30", "09-30", "12-31"];
    const STARTS: [&str; 4] = ["01-01", "04-01", "07-01", "10-01"];
    const DAYS: [[i64; 4]; 2] = [[90, 91, 92, 92], [91, 91, 92, 92]];
    const MILLION: i64 = 1_000_000;
    let tags = [
        ("NetIncomeLoss", "USD"),
        ("WeightedAverageNumberOfSharesOutstandingBasic", "shares"),
        ("WeightedAverageNumberOfDilutedSharesOutstanding", "shares"),
        ("EarningsPerShareDiluted", "USD/shares"),
    ];
    let mut facts: [Vec<Value>; 4] = Default::default();
    for (at, (income, diluted)) in income.iter().zip(diluted).enumerate() {
        let year = 2023 + at;
        for last in 0..4 {
            let alone = (1..=2).contains(&last).then_some(last);
            for first in [0].into_iter().chain(alone) {
                let sum: i64 = income[first..=last].iter().sum();
                let days = &DAYS[at][first..=last];
                let mean = |more: i64| {
                    let counts = diluted[first..=last].iter().zip(days);
                    let weight: i64 = counts.map(|(count, days)| (count - more) * days).sum();
                    weight * MILLION / days.iter().sum::<i64>()
                };
                let (count, basic) = (mean(0), mean(5 * at as i64));
                let cents = (Decimal::from(sum * MILLION) / Decimal::from(count)).round_dp(2);
                let values = [
                    json!(sum * MILLION),
                    json!(basic),
                    json!(count),
                    serde_json::from_str(&cents.to_string()).unwrap(),
                ];
                let filed = match last {
                    3 => format!("{}-02-15", year + 1),
                    _ => format!("{year}-{:02}-05", 3 * last + 5),
                };
                for (facts, value) in facts.iter_mut().zip(values) {
                    facts.push(json!({
                        "start": format!("{year}-{}", STARTS[first]),
                        "end": format!("{year}-{}", ENDS[last]),
                        "val": value,
                        "accn": format!("0000000001-{}-{:06}", year % 100, last + 1),
                        "fy": year,
                        "form": if last == 3 { "10-K" } else { "10-Q" },
                        "filed": filed,
                    }));
                }
            }
        }
    }
    let tags = tags
        .into_iter()
        .zip(facts)
        .map(|((tag, unit), facts)| (tag.to_owned(), json!({"units": {unit: facts}})));
    let tags: serde_json::Map<_, _> = tags.collect();
    let file = json!({"cik": 1, "entityName": "Example", "facts": {"us-gaap": tags}});
    CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
}

fn fourth(facts: &CompanyFacts, item: Item) -> Result<Decimal, Absence> {
    value(facts.known(Vintage::Latest).item(item).series.quarter(2023, 4))
}

#[test]
fn a_fourth_quarter_is_its_income_over_its_own_shares() {
    let facts = file(
        [110_000_000, 120_000_000, 130_000_000, 150_000_000],
        [100_000_000, 99_000_000, 98_000_000, 90_000_000],
        "0",
    );
    // The year's and the nine months' counts are cut to whole shares, 365 days of one share a day.
    let shares = fourth(&facts, Item::SharesDiluted).unwrap();
    assert!((shares - Decimal::from(90_000_000)).abs() <= Decimal::from(4), "{shares}");
    let eps = fourth(&facts, Item::EpsDiluted).unwrap();
    assert_eq!(eps.round_dp(6), "1.666667".parse().unwrap());
    let series = facts.known(Vintage::Latest).item(Item::EpsDiluted).series;
    let amount = series.quarter(2023, 4).unwrap().amount.as_ref().unwrap();
    assert_eq!(amount.origin, Derivation::WeightedShares);
    assert_eq!(amount.inputs[0].accession.to_string(), "0000000001-23-000004");
    let source = amount.source().to_string();
    let formula = concat!(
        "(NetIncomeLoss 2023-01-01..2023-12-31 - NetIncomeLoss 2023-01-01..2023-09-30) / ",
        "weighted by days (WeightedAverageNumberOfDilutedSharesOutstanding ",
        "2023-01-01..2023-12-31 - WeightedAverageNumberOfDilutedSharesOutstanding ",
        "2023-01-01..2023-09-30)"
    );
    assert!(source.starts_with(formula), "{source}");
    let marks = series.findings.iter().filter(|f| f.kind.code() == "per_share_convention");
    assert!(marks.count() >= 1);
}

#[test]
fn a_loss_or_another_numerator_leaves_the_quarter_absent() {
    let shares = [100_000_000, 99_000_000, 98_000_000, 90_000_000];
    let absent = Err(Absence::NotAdditive);
    let loss = file([110_000_000, -20_000_000, 130_000_000, 150_000_000], shares, "0");
    assert_eq!(fourth(&loss, Item::EpsDiluted), absent);
    assert_eq!(fourth(&loss, Item::SharesDiluted), absent);
    // What the company gives a share is not its income over its shares.
    let classes = file([110_000_000, 120_000_000, 130_000_000, 150_000_000], shares, "-0.05");
    assert_eq!(fourth(&classes, Item::EpsDiluted), absent);
    assert!(fourth(&classes, Item::SharesDiluted).is_ok());
}

/// Asks for items one after the other, and each by itself.
fn is_the_same_whatever_was_asked_before(facts: &CompanyFacts, items: &[Item]) {
    for vintage in [Vintage::First, Vintage::Latest] {
        let asked = facts.known(vintage);
        for item in items.iter().chain(items.iter().rev()) {
            assert_eq!(asked.item(*item), facts.known(vintage).item(*item), "{item} {vintage:?}");
        }
    }
}

const PER_SHARE: [Item; 5] =
    [Item::EpsDiluted, Item::NetIncome, Item::SharesDiluted, Item::EpsBasic, Item::SharesBasic];

#[test]
fn an_item_is_the_same_whatever_was_asked_before() {
    let facts = CompanyFacts::parse(PALANTIR).unwrap();
    is_the_same_whatever_was_asked_before(&facts, &PER_SHARE);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn an_item_across_splits_is_the_same_whatever_was_asked_before() {
    let file = data::text("data/companyfacts/trimmed/AAPL.json");
    let facts = CompanyFacts::parse(file.as_bytes()).unwrap();
    is_the_same_whatever_was_asked_before(&facts, &PER_SHARE);
}

#[test]
fn known_facts_are_shared_between_threads() {
    let facts = CompanyFacts::parse(PALANTIR).unwrap();
    let known = facts.known(Vintage::Latest);
    let series = |item| known.item(item).series;
    let found = std::thread::scope(|scope| {
        let threads = PER_SHARE.map(|item| scope.spawn(move || series(item)));
        threads.map(|thread| thread.join().unwrap())
    });
    for (item, found) in PER_SHARE.into_iter().zip(found) {
        assert_eq!(found, facts.known(Vintage::Latest).item(item).series, "{item}");
    }
}

#[test]
fn a_real_fourth_quarter_is_that_of_the_press_release() {
    // Palantir's release of February 2025 has 0.03 dollars a diluted share.
    let facts = CompanyFacts::parse(PALANTIR).unwrap();
    let known = facts.known(Vintage::Latest);
    let eps = value(known.item(Item::EpsDiluted).series.quarter(2024, 4)).unwrap();
    assert_eq!(eps.round_dp(2), "0.03".parse().unwrap());
}

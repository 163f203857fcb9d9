//! Laws that hold on every real file.

use std::collections::BTreeSet;

use financials::{
    Date, Decimal, Item,
    companyfacts::{Accounting, CompanyFacts, Derivation, FindingKind, Series, Vintage},
    item::Nature,
    period::PeriodKind,
};
use serde_json::Value;

const ITEMS: [Item; 8] = [
    Item::Revenue,
    Item::GrossProfit,
    Item::NetIncome,
    Item::OperatingCashFlow,
    Item::CapitalExpenditures,
    Item::EpsDiluted,
    Item::SharesDiluted,
    Item::Cash,
];

fn value(series: &Series, kind: PeriodKind, year: i16, quarter: Option<u8>) -> Option<Decimal> {
    let mut entries = series.entries.iter().filter(|entry| {
        (entry.kind, entry.fiscal_year, entry.fiscal_quarter) == (kind, Some(year), quarter)
    });
    Some(entries.next()?.amount.as_ref().ok()?.value)
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn every_fact_is_accounted_for() {
    for (name, bytes) in super::files() {
        let facts = CompanyFacts::parse(&bytes).unwrap();
        let day = "2022-06-30".parse().unwrap();
        for vintage in [Vintage::Latest, Vintage::First, Vintage::AsOf(day)] {
            let account = facts.known(vintage).accounting();
            let Accounting {
                read,
                used,
                duplicate,
                superseded,
                passed_over,
                trailing,
                other_period,
                ends_after_filing,
                other_form,
                later,
                not_line_item,
                unreadable,
                ..
            } = account;
            let sum = used
                + duplicate
                + superseded
                + passed_over
                + trailing
                + other_period
                + ends_after_filing
                + other_form
                + later
                + not_line_item
                + unreadable;
            assert_eq!((sum, read), (read, facts.facts_read()), "{name} {vintage:?} {account:?}");
            assert!(used > 0 || read == 0 || later == read, "{name} {vintage:?} {account:?}");
        }
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn four_quarters_make_the_year_or_a_finding_says_why() {
    let mut sums = 0;
    for (name, bytes) in super::files() {
        let facts = CompanyFacts::parse(&bytes).unwrap();
        for vintage in [Vintage::Latest, Vintage::First] {
            let known = facts.known(vintage);
            for item in known.items().filter(|item| item.nature() == Nature::Flow) {
                let series = known.item(item).series;
                let years: BTreeSet<i16> =
                    series.entries.iter().filter_map(|entry| entry.fiscal_year).collect();
                for year in years {
                    let Some(whole) = value(&series, PeriodKind::Year, year, None) else {
                        continue;
                    };
                    let quarter =
                        |quarter| value(&series, PeriodKind::Quarter, year, Some(quarter));
                    let Some(quarters) = (1..=4).map(quarter).collect::<Option<Vec<_>>>() else {
                        continue;
                    };
                    sums += 1;
                    let sum: Decimal = quarters.iter().sum();
                    let end = series.year(year).unwrap().end;
                    let noted = series.findings.iter().any(|finding| {
                        finding.kind == FindingKind::QuartersDoNotSum && finding.end == end
                    });
                    // Five figures, each rounded to the million at the coarsest.
                    let close = (sum - whole).abs() <= Decimal::from(2_500_000);
                    assert!(close || noted, "{name} {item:?} {year}: {sum} is not {whole}");
                }
            }
        }
    }
    assert!(sums > 1000, "{sums}");
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn every_fiscal_quarter_stands_once_in_a_series() {
    for (name, bytes) in super::files() {
        let facts = CompanyFacts::parse(&bytes).unwrap();
        let known = facts.known(Vintage::Latest);
        for item in known.items() {
            let mut seen = BTreeSet::new();
            for entry in known.item(item).series.entries {
                let kinds = [PeriodKind::Quarter, PeriodKind::Instant];
                if let (Some(year), Some(quarter)) = (entry.fiscal_year, entry.fiscal_quarter)
                    && kinds.contains(&entry.kind)
                {
                    let label = format!("{name} {} {year} Q{quarter}", item.name());
                    assert!(seen.insert(label.clone()), "{label}, {}", entry.end);
                }
            }
        }
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn what_does_not_add_up_is_never_derived() {
    for (name, bytes) in super::files() {
        let facts = CompanyFacts::parse(&bytes).unwrap();
        let known = facts.known(Vintage::Latest);
        for item in known.items().filter(|item| item.nature() != Nature::Flow) {
            let Series { entries, findings, .. } = known.item(item).series;
            for entry in entries {
                if let Ok(amount) = entry.amount {
                    if amount.origin == Derivation::WeightedShares {
                        let natures = [Nature::PerShareFlow, Nature::WeightedShares];
                        assert!(natures.contains(&item.nature()), "{name} {item:?}");
                        let marked = findings.iter().any(|finding| {
                            finding.kind == FindingKind::PerShareConvention
                                && (finding.start, finding.end) == (entry.start, entry.end)
                        });
                        assert!(marked, "{name} {item:?} {}", entry.end);
                        continue;
                    }
                    if amount.origin == Derivation::CoverPage {
                        assert_eq!(item, Item::SharesOutstanding, "{name}");
                        assert!(amount.inputs.iter().all(|input| input.end >= entry.end), "{name}");
                        continue;
                    }
                    // A balance may be what other lines of the balance sheet make it, on one day.
                    let lines = amount.origin == Derivation::StatementLines;
                    if lines
                        && matches!(
                            item,
                            Item::TotalLiabilities
                                | Item::ShortTermDebt
                                | Item::LongTermDebt
                                | Item::LeaseLiabilities
                                | Item::NoncontrollingInterest
                                | Item::StockholdersEquity
                                | Item::TotalEquity
                        )
                    {
                        assert!(amount.inputs.iter().all(|input| input.end == entry.end));
                        continue;
                    }
                    assert_eq!(amount.origin, Derivation::Reported, "{name} {item:?}");
                    assert_eq!(amount.inputs.len(), 1, "{name} {item:?}");
                }
            }
        }
    }
}

/// Takes the facts out of a file that were filed after a day.
fn without_later(bytes: &[u8], day: Date) -> CompanyFacts {
    let mut file: Value = serde_json::from_slice(bytes).unwrap();
    for tags in file["facts"].as_object_mut().unwrap().values_mut() {
        for tag in tags.as_object_mut().unwrap().values_mut().filter(|tag| tag.is_object()) {
            for facts in tag["units"].as_object_mut().unwrap().values_mut() {
                facts
                    .as_array_mut()
                    .unwrap()
                    .retain(|fact| fact["filed"].as_str().unwrap().parse::<Date>().unwrap() <= day);
            }
        }
    }
    CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn no_answer_as_of_a_date_uses_a_later_filing() {
    for (name, bytes) in super::files() {
        let facts = CompanyFacts::parse(&bytes).unwrap();
        for day in ["2012-03-15", "2019-08-20", "2024-11-05"] {
            let day: Date = day.parse().unwrap();
            let (known, earlier) = (facts.known(Vintage::AsOf(day)), without_later(&bytes, day));
            let then = earlier.known(Vintage::Latest);
            assert_eq!(known.years(), then.years(), "{name} {day}");
            for item in ITEMS {
                let (known, then) = (known.item(item), then.item(item));
                let same = known.series.entries == then.series.entries;
                assert!(same, "{name} {day} {item:?}");
                assert_eq!(known.share_basis, then.share_basis, "{name} {day} {item:?}");
                for entry in known.series.entries {
                    let inputs = entry.amount.into_iter().flat_map(|amount| amount.inputs);
                    assert!(inputs.map(|input| input.filed).all(|filed| filed <= day), "{name}");
                }
            }
        }
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn every_file_makes_a_history() {
    for (name, bytes) in super::files() {
        let facts = CompanyFacts::parse(&bytes).unwrap();
        let history = facts.known(Vintage::Latest).history();
        if facts.facts_read() == 0 {
            let message = format!("the file of {} has no facts", facts.entity_name());
            assert!(history.unwrap_err().to_string().starts_with(&message), "{name}");
            continue;
        }
        let history = history.unwrap_or_else(|error| panic!("{name}: {error}"));
        for report in history.reports() {
            for (_, figure) in report.figures() {
                assert!(figure.source().is_some(), "{name} {}", report.period());
            }
        }
        assert!(history.reports().len() > 2, "{name}");
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn an_older_file_is_what_the_newer_one_knew_then() {
    let pairs = [
        ("vintage_pairs/JNJ_2026-07-24.json", "vintage_pairs/JNJ_2026-07-23.json", "2026-07-22"),
        (
            "full/AAPL_CIK0000320193_asof2026-01-30.json",
            "full/AAPL_CIK0000320193_asof2024-11-01.json",
            "2024-11-01",
        ),
        ("trimmed/AAPL.json", "trimmed/AAPL_asof2024-11-01.json", "2024-11-01"),
    ];
    let files: std::collections::BTreeMap<_, _> = super::files().into_iter().collect();
    for (newer, older, day) in pairs {
        let [newer, old] = [newer, older].map(|name| files.get(name).expect(name));
        let (newer, old) = (CompanyFacts::parse(newer).unwrap(), CompanyFacts::parse(old).unwrap());
        let day: Date = day.parse().unwrap();
        let (known, then) = (newer.known(Vintage::AsOf(day)), old.known(Vintage::Latest));
        assert_eq!(known.years(), then.years(), "{older}");
        for item in ITEMS {
            let (known, then) = (known.item(item).series, then.item(item).series);
            assert!(known.entries == then.entries, "{older} {item:?}");
        }
    }
}

//! Debt due within a year and debt due later, where companies tag its parts alone.

use super::{careful::without_concepts, expected::facts};
use financials::{
    Decimal, Item,
    companyfacts::{CompanyFacts, Derivation, EntryAmount, FindingKind, KnownFacts, Vintage},
    metrics,
    period::PeriodKind,
    undefined::Absence,
};
use serde_json::{Value, json};

fn millions(number: i64) -> Decimal {
    Decimal::from(number * 1_000_000)
}

/// Makes a file of balances in millions: concept, day, value, and the day of the filing.
fn balances(rows: &[(&str, &str, i64, &str)]) -> CompanyFacts {
    let mut concepts = json!({});
    for (concept, end, value, filed) in rows {
        let fact = json!({
            "end": end, "val": value * 1_000_000, "form": "10-K", "filed": filed,
            "accn": format!("0000000001-{}-000001", &filed[2..4]),
        });
        let facts = &mut concepts[concept]["units"]["USD"];
        match facts {
            Value::Array(facts) => facts.push(fact),
            _ => *facts = json!([fact]),
        }
    }
    let file = json!({"facts": {"us-gaap": concepts}});
    CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
}

fn on(known: &KnownFacts<'_>, item: Item, end: &str) -> Result<EntryAmount, Absence> {
    let series = known.item(item).series;
    let entry = series.entry(PeriodKind::Instant, None, end.parse().unwrap());
    entry.map_or(Err(Absence::NotReported), |entry| entry.amount.clone())
}

fn names(amount: &EntryAmount) -> Vec<&str> {
    amount.inputs.iter().map(|input| input.concept.name.as_str()).collect()
}

#[test]
fn short_term_debt_is_its_parts_together() {
    // Apple's of 28 September 2024.
    let (end, filed) = ("2024-09-28", "2024-11-01");
    let apple = balances(&[
        ("LongTermDebtCurrent", end, 10_912, filed),
        ("CommercialPaper", end, 9_967, filed),
        ("LongTermDebtNoncurrent", end, 85_750, filed),
        ("LongTermDebt", end, 96_662, filed),
    ]);
    let known = apple.known(Vintage::Latest);
    let short = on(&known, Item::ShortTermDebt, end).unwrap();
    assert_eq!(short.value, millions(20_879));
    assert_eq!(short.origin, Derivation::StatementLines);
    assert_eq!(names(&short), ["LongTermDebtCurrent", "CommercialPaper"]);
    assert_eq!(on(&known, Item::LongTermDebt, end).unwrap().value, millions(85_750));

    let found = known.item(Item::ShortTermDebt);
    let candidates: Vec<_> =
        found.candidates.iter().map(|c| (c.concept.name.as_str(), c.entries, c.differs)).collect();
    assert_eq!(candidates, [("LongTermDebtCurrent", 1, false), ("CommercialPaper", 1, false)]);
    let account = known.accounting();
    assert_eq!((account.read, account.used, account.passed_over), (4, 3, 1), "{account}");
}

#[test]
fn no_part_of_short_term_debt_counts_twice() {
    let (end, filed) = ("2015-12-31", "2016-02-11");
    let short = |rows: &[(&str, i64)]| {
        let rows: Vec<_> = rows.iter().map(|(name, value)| (*name, end, *value, filed)).collect();
        let facts = balances(&rows);
        on(&facts.known(Vintage::Latest), Item::ShortTermDebt, end).unwrap()
    };
    // The total comes before its parts, as Alphabet has both.
    let parts = [
        ("DebtCurrent", 3_225),
        ("CommercialPaper", 2_000),
        ("LongTermDebtAndCapitalLeaseObligationsCurrent", 1_225),
    ];
    let total = short(&parts);
    assert_eq!((total.value, total.origin), (millions(3_225), Derivation::Reported));
    assert_eq!(short(&parts[1..]).value, millions(3_225));

    // Commercial paper is among short-term borrowings, and a current portion with leases is the
    // one without and more.
    let nested = short(&[
        ("ShortTermBorrowings", 3_000),
        ("CommercialPaper", 2_000),
        ("LongTermDebtCurrent", 1_000),
        ("LongTermDebtAndCapitalLeaseObligationsCurrent", 1_225),
    ]);
    assert_eq!(nested.value, millions(4_000));

    // Equal amounts are no evidence of one line under two tags; what all debt leaves is.
    let equal = [("ShortTermBorrowings", 584), ("LongTermDebtCurrent", 584)];
    let both = short(&equal);
    assert_eq!((both.value, both.origin), (millions(1_168), Derivation::StatementLines));
    for (all, right) in [(4_584, 584), (5_168, 1_168)] {
        let rest = ("LongTermDebtNoncurrent", 4_000);
        let all = ("DebtLongtermAndShorttermCombinedAmount", all);
        assert_eq!(short(&[equal[0], equal[1], rest, all]).value, millions(right));
    }
    let rows = equal.map(|(name, value)| (name, end, value, filed));
    let series = balances(&rows).known(Vintage::Latest).item(Item::ShortTermDebt).series;
    let marks: Vec<_> = series.findings.iter().map(|finding| finding.kind).collect();
    assert_eq!(marks, [FindingKind::EqualLines]);
    assert_eq!(short(&[("CommercialPaper", 2_010)]).value, millions(2_010));
}

#[test]
fn parts_of_two_vintages_do_not_add_up() {
    let end = "2023-12-31";
    let facts = balances(&[
        ("LongTermDebtCurrent", end, 1_000, "2024-02-01"),
        ("LongTermDebtCurrent", end, 1_300, "2025-02-01"),
        ("CommercialPaper", end, 500, "2024-02-01"),
    ]);
    let short = |vintage| on(&facts.known(vintage), Item::ShortTermDebt, end);
    assert_eq!(short(Vintage::Latest), Err(Absence::MixedVintage));
    assert_eq!(short(Vintage::First).unwrap().value, millions(1_500));
}

#[test]
fn long_term_debt_is_less_its_current_portion() {
    let filed = "2024-11-01";
    let facts = balances(&[
        ("LongTermDebt", "2024-09-28", 96_662, filed),
        ("LongTermDebtCurrent", "2024-09-28", 10_912, filed),
        ("LongTermDebt", "2022-09-24", 110_087, filed),
        ("LongTermDebtNoncurrent", "2021-09-25", 109_106, filed),
    ]);
    let known = facts.known(Vintage::Latest);
    let long = |end| on(&known, Item::LongTermDebt, end).unwrap();
    let less = long("2024-09-28");
    assert_eq!((less.value, less.origin), (millions(85_750), Derivation::StatementLines));
    // With the part due within a year, and marked.
    assert_eq!(long("2022-09-24").value, millions(110_087));
    assert_eq!(long("2021-09-25").value, millions(109_106));
    let findings = known.item(Item::LongTermDebt).series.findings;
    let marked: Vec<_> = findings.iter().map(|f| (f.kind, f.end.to_string())).collect();
    assert_eq!(marked, [(FindingKind::OtherConcept, "2022-09-24".to_owned())]);
}

#[test]
fn lines_that_do_not_make_the_total_are_left_alone() {
    // Alphabet's whole of 2019 holds leases; its notes due later are 3,958, and not 4,685.
    let filed = "2020-02-04";
    let facts = balances(&[
        ("LongTermDebt", "2019-12-31", 4_685, filed),
        ("LongTermDebtCurrent", "2019-12-31", 0, filed),
        ("LongTermDebtNoncurrent", "2019-12-31", 3_958, filed),
        ("LongTermDebt", "2020-12-31", 15_319, "2021-02-03"),
        ("LongTermDebtCurrent", "2020-12-31", 999, "2021-02-03"),
        ("DebtCurrent", "2019-12-31", 412, filed),
        ("ShortTermBorrowings", "2019-12-31", 305, filed),
        ("ShortTermBorrowings", "2020-12-31", 300, "2021-02-03"),
    ]);
    let known = facts.known(Vintage::Latest);
    let long = on(&known, Item::LongTermDebt, "2020-12-31").unwrap();
    assert_eq!((long.value, long.origin), (millions(15_319), Derivation::Reported));
    assert_eq!(on(&known, Item::ShortTermDebt, "2019-12-31").unwrap().value, millions(412));
    assert_eq!(on(&known, Item::ShortTermDebt, "2020-12-31"), Err(Absence::NotReported));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn the_parts_of_real_debt_come_to_its_totals() {
    let apple = facts("full/AAPL_CIK0000320193_asof2024-11-01.json");
    let known = apple.known(Vintage::Latest);
    let history = known.history().unwrap();
    let year = history.reports().iter().rfind(|r| r.period().kind() == PeriodKind::Year).unwrap();
    let debt = metrics::TOTAL_DEBT.value(history.view(&year.period()).unwrap()).unwrap();
    assert_eq!(debt.number(), millions(106_629));

    // Where companies tag the total, its parts agree with it but for rounding.
    let totals = [
        (Item::ShortTermDebt, &["DebtCurrent"][..]),
        (
            Item::LongTermDebt,
            &["LongTermDebtNoncurrent", "LongTermDebtAndCapitalLeaseObligations"][..],
        ),
    ];
    let mut days = [0; 2];
    for (name, bytes) in super::files() {
        // Alphabet's whole holds leases and face values, as only the tags withheld here show.
        let totals = totals
            .iter()
            .filter(|(item, _)| *item == Item::ShortTermDebt || !name.contains("GOOGL"));
        let whole = CompanyFacts::parse(&bytes).unwrap();
        for (item, tags) in totals {
            let parts = without_concepts(&bytes, tags);
            let parts = parts.known(Vintage::First).item(*item).series;
            for entry in whole.known(Vintage::First).item(*item).series.entries {
                let part = parts.entry(entry.kind, entry.start, entry.end);
                let (Ok(total), Some(Ok(part))) = (&entry.amount, part.map(|part| &part.amount))
                else {
                    continue;
                };
                if total.origin.is_reported() && !part.origin.is_reported() {
                    days[usize::from(*item == Item::LongTermDebt)] += 1;
                    // Apple gives the whole in hundreds of millions between years.
                    let gap = (total.value - part.value).abs();
                    assert!(gap <= Decimal::from(60_000_000), "{name} {item:?} {}", entry.end);
                }
            }
        }
    }
    assert!(days[0] >= 2 && days[1] > 50, "{days:?}");
}

//! Figures on two bases, which no dates of filing tell apart.

use super::{Row, expected::value};
use crate::data;
use financials::{
    Decimal, Item,
    companyfacts::{CompanyFacts, SeriesFinding, Vintage},
    undefined::Absence,
};
use proptest::prelude::*;

/// The four year-to-date periods of a year and the day on which each is filed.
fn periods(year: i32) -> [(String, String, String); 4] {
    let date = |day: &str| format!("{year}-{day}");
    let next = |day: &str| format!("{}-{day}", year + 1);
    [
        (date("01-01"), date("03-31"), date("05-01")),
        (date("01-01"), date("06-30"), date("08-01")),
        (date("01-01"), date("09-30"), date("11-01")),
        (date("01-01"), date("12-31"), next("02-15")),
    ]
}

/// Two years to date, the second with the first as its comparative. `restated` gives the first
/// year's figures as the reports of the second have them.
fn file(first: [i64; 4], restated: [i64; 4], second: [i64; 4]) -> CompanyFacts {
    let mut rows = Vec::new();
    let (before, now) = (periods(2023), periods(2024));
    for at in 0..4 {
        let form = if at == 3 { "10-K" } else { "10-Q" };
        let reports = [
            (&before[at], first[at], &before[at].2, at),
            (&before[at], restated[at], &now[at].2, at + 4),
            (&now[at], second[at], &now[at].2, at + 4),
        ];
        rows.extend(reports.map(|((start, end, _), value, filed, number)| {
            (start.clone(), end.clone(), format!("{value}000000"), form, filed.clone(), number)
        }));
    }
    let rows = rows.iter().map(|(start, end, value, form, filed, number)| {
        let fiscal_year = if *number < 4 { 2023 } else { 2024 };
        Row { start, end, value: value.clone(), form, fiscal_year, number: *number, filed }
    });
    super::made("Revenues", &rows.collect::<Vec<_>>())
}

fn fourth(facts: &CompanyFacts, vintage: Vintage) -> Result<Decimal, Absence> {
    value(facts.known(vintage).item(Item::Revenue).series.quarter(2024, 4))
}

fn millions(number: i64) -> Result<Decimal, Absence> {
    Ok(Decimal::from(number * 1_000_000))
}

const VINTAGES: [Vintage; 2] = [Vintage::First, Vintage::Latest];
const OLD: [i64; 4] = [1001, 2003, 3007, 4019];

#[test]
fn a_year_on_a_new_basis_less_nine_months_on_the_old_is_no_quarter() {
    // A part of a tenth is sold in the fourth quarter: the annual report restates the year before.
    let facts = file(OLD, [1001, 2003, 3007, 3611], [1101, 2203, 3307, 3983]);
    for vintage in VINTAGES {
        assert_eq!(fourth(&facts, vintage), Err(Absence::MixedVintage), "{vintage:?}");
    }
    // Where the year before stands as it was, so does the quarter.
    let facts = file(OLD, OLD, [1101, 2203, 3307, 4419]);
    for vintage in VINTAGES {
        assert_eq!(fourth(&facts, vintage), millions(4419 - 3307), "{vintage:?}");
    }
    // So it does where the nine months were on the new basis already, and where a unit is rounded.
    for restated in [[901, 1803, 2707, 3618], [1001, 2003, 3007, 4020]] {
        let facts = file(OLD, restated, [1101, 2203, 3307, 4419]);
        assert_eq!(fourth(&facts, Vintage::First), millions(4419 - 3307), "{restated:?}");
    }
    // A small correction of the nine months does not bear out a large one of the year.
    let facts = file(OLD, [1001, 2003, 3014, 3611], [1101, 2203, 3307, 3983]);
    assert_eq!(fourth(&facts, Vintage::First), Err(Absence::MixedVintage));
}

proptest! {
    #[test]
    fn a_quarter_is_derived_on_one_basis_or_not_at_all(
        quarters in prop::array::uniform4(300..1000_i64),
        part in 3..50_i64,
        sold_in in 0..5_usize,
    ) {
        // The same part of every quarter is sold; reports from one on are without it, and restate.
        let with = [0, 1, 2, 3].map(|at| quarters[..=at].iter().sum::<i64>() * 100);
        let without = with.map(|value| value - value * part / 100);
        let restated = [0, 1, 2, 3].map(|at| if at < sold_in { with[at] } else { without[at] });
        let facts = file(with, restated, restated);
        let series = facts.known(Vintage::First).item(Item::Revenue).series;
        for quarter in 2..=4_usize {
            let found = value(series.quarter(2024, quarter as u8));
            let of = |year: [i64; 4]| millions(year[quarter - 1] - year[quarter - 2]);
            let right = if quarter <= sold_in { of(with) } else { of(without) };
            if quarter - 1 == sold_in {
                prop_assert_eq!(found, Err(Absence::MixedVintage), "quarter {}", quarter);
            } else {
                prop_assert_eq!(found, right, "quarter {}", quarter);
            }
        }
    }
}

/// Reads a smallest input of the shared cases.
fn case(name: &str) -> CompanyFacts {
    CompanyFacts::parse(data::text(&format!("data/cases/{name}.json")).as_bytes()).unwrap()
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn known_changes_of_basis_leave_no_wrong_quarter() {
    let mixed = Err(Absence::MixedVintage);
    // Uber's quarters stood anew in a report between, so that the year less them is on one basis.
    let rows = [
        ("ibm_q4_2021_kyndryl", Item::Revenue, 2021, mixed),
        ("uber_q4_2020_reclass", Item::Revenue, 2020, millions(3165)),
        ("hon_capex_q4_2025_solstice", Item::CapitalExpenditures, 2025, mixed),
        ("crwd_q4_fy2026", Item::NetIncome, 2026, mixed),
        ("crwd_q4_fy2026", Item::OperatingIncome, 2026, mixed),
    ];
    for (name, item, year, right) in rows {
        let facts = case(name);
        for vintage in VINTAGES {
            let series = facts.known(vintage).item(item).series;
            assert_eq!(value(series.quarter(year, 4)), right, "{name} {vintage:?}");
        }
    }
    let facts = case("axp_ttm_2018q2_asc606");
    let known = facts.known(Vintage::AsOf("2018-07-25".parse().unwrap()));
    assert_eq!(value(known.item(Item::Revenue).series.trailing(2018, 2)), mixed);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn liabilities_are_without_what_may_have_to_be_bought_back() {
    let rows = [
        ("entergy_2009_mezzanine", "2009-12-31", 28_439_894_000_i64),
        ("comcast_2009_mezzanine", "2009-12-31", 69_756_000_000),
        ("annual_only_liabilities", "2023-12-31", 600_000_000),
        ("annual_only_liabilities", "2024-12-31", 600_000_000),
    ];
    for (name, end, right) in rows {
        let facts = case(name);
        let series = facts.known(Vintage::Latest).item(Item::TotalLiabilities).series;
        let end = end.parse().unwrap();
        let mut entries = series.entries.iter().filter(|entry| entry.end == end);
        let entry = entries.next().unwrap();
        assert_eq!(value(Some(entry)), Ok(Decimal::from(right)), "{name} {end}");
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn shares_that_are_only_authorised_speak_of_no_split() {
    let facts = case("authorised_shares_corrected");
    let eps = facts.known(Vintage::Latest).item(Item::EpsDiluted);
    assert_eq!(eps.share_basis.unwrap().splits.len(), 0);
    assert_eq!(value(eps.series.year(2022)), Ok("2.40".parse().unwrap()));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn counts_in_millions_are_marked_without_others_beside_them() {
    let facts = case("mcd_shares_in_millions");
    let series = facts.known(Vintage::Latest).item(Item::SharesDiluted).series;
    for entry in series.entries.iter().filter(|entry| entry.amount.is_ok()) {
        let of =
            |finding: &&SeriesFinding| (finding.start, finding.end) == (entry.start, entry.end);
        let kinds: Vec<_> = series.findings.iter().filter(of).map(|f| f.kind.code()).collect();
        let value = value(Some(entry)).unwrap();
        let single = value > Decimal::from(100_000_000);
        assert_eq!(!single, kinds.contains(&"other_scale"), "{} {value}: {kinds:?}", entry.end);
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_part_of_revenue_is_not_taken_for_the_whole() {
    let rows = [
        ("ceg_revenue_pick", 2024, 23_568),
        ("ceg_revenue_pick", 2025, 25_533),
        ("pg_revenue_us_slice", 2012, 82_006),
        ("pg_revenue_us_slice", 2014, 74_401),
        ("pg_revenue_us_slice", 2020, 70_950),
    ];
    for (name, year, right) in rows {
        let facts = case(name);
        let series = facts.known(Vintage::Latest).item(Item::Revenue).series;
        assert_eq!(value(series.year(year)), millions(right), "{name} {year}");
    }
    // The three facts of one country are left out and said to be.
    let facts = case("pg_revenue_us_slice");
    let series = facts.known(Vintage::Latest).item(Item::Revenue).series;
    let strays = series.findings.iter().filter(|finding| finding.kind.code() == "stray");
    assert_eq!(strays.count(), 3);
    assert!((2012..=2016).all(|year| value(series.quarter(year, 2)).is_ok()));
}

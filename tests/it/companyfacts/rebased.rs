//! Quarters of a year that reports give anew while it runs, or under the dates of another.

use super::{Row, expected::value};
use crate::data;
use financials::{
    Date, Decimal, Item,
    companyfacts::{CompanyFacts, FindingKind, Series, Vintage},
    undefined::Absence,
};

/// Makes revenues of fiscal years that are calendar years, in millions: the first and last month of
/// each fact, its value, and the month in which it was filed.
fn made(facts: &[(&str, &str, i64, &str)]) -> CompanyFacts {
    let day = |month: &str, last: bool| {
        let first: Date = format!("{month}-01").parse().unwrap();
        if last { first.last_of_month().to_string() } else { first.to_string() }
    };
    let rows: Vec<_> = facts
        .iter()
        .map(|(from, to, value, filed)| (day(from, false), day(to, true), value, day(filed, false)))
        .collect();
    let rows = rows.iter().map(|(start, end, value, filed)| Row {
        start,
        end,
        value: format!("{value}000000"),
        form: if &filed[5..7] == "02" { "10-K" } else { "10-Q" },
        fiscal_year: end[..4].parse().unwrap(),
        number: filed[5..7].parse().unwrap(),
        filed,
    });
    super::made("Revenues", &rows.collect::<Vec<_>>())
}

fn quarter(facts: &CompanyFacts, vintage: Vintage, year: i16, quarter: u8) -> Result<i64, Absence> {
    let series = facts.known(vintage).item(Item::Revenue).series;
    value(series.quarter(year, quarter)).map(|v| i64::try_from(v).unwrap() / 1_000_000)
}

const VINTAGES: [Vintage; 2] = [Vintage::First, Vintage::Latest];

#[test]
fn a_year_less_the_quarters_that_its_own_report_gives_anew_is_its_fourth() {
    // A standard is adopted in the fourth quarter from the year's start on, and the annual report
    // gives the three quarters anew.
    let mut facts = vec![
        ("2024-01", "2024-03", 1501, "2024-05"),
        ("2024-04", "2024-06", 2003, "2024-08"),
        ("2024-01", "2024-06", 3504, "2024-08"),
        ("2024-07", "2024-09", 2307, "2024-11"),
        ("2024-01", "2024-09", 5811, "2024-11"),
        ("2024-01", "2024-12", 10_217, "2025-02"),
    ];
    let less = |quarters: i64| Ok(10_217 - quarters);
    for vintage in VINTAGES {
        assert_eq!(quarter(&made(&facts), vintage, 2024, 4), less(5811), "{vintage:?}");
    }
    facts
        .extend([("2024-01", "2024-03", 1738, "2025-02"), ("2024-04", "2024-06", 2283, "2025-02")]);
    // Two of three show that the nine months are on another basis, and do not make them.
    for vintage in VINTAGES {
        let found = quarter(&made(&facts), vintage, 2024, 4);
        assert_eq!(found, Err(Absence::MixedVintage), "{vintage:?}");
    }
    facts.push(("2024-07", "2024-09", 2627, "2025-02"));
    for vintage in VINTAGES {
        let found = quarter(&made(&facts), vintage, 2024, 4);
        assert_eq!(found, less(1738 + 2283 + 2627), "{vintage:?}");
    }
}

#[test]
fn a_first_quarter_given_anew_after_an_unchanged_half_was_on_another_basis() {
    // The half year adopted what the first quarter had not; a year later the first is given anew
    // and the half stands.
    let facts = made(&[
        ("2023-01", "2023-12", 8003, "2024-02"),
        ("2024-01", "2024-03", 2001, "2024-05"),
        ("2024-01", "2024-06", 4511, "2024-08"),
        ("2024-01", "2024-12", 9007, "2025-02"),
        ("2024-01", "2024-03", 2203, "2025-05"),
        ("2024-01", "2024-06", 4511, "2025-08"),
        ("2025-01", "2025-06", 4999, "2025-08"),
    ]);
    assert_eq!(quarter(&facts, Vintage::First, 2024, 2), Err(Absence::MixedVintage));
    assert_eq!(quarter(&facts, Vintage::Latest, 2024, 2), Ok(4511 - 2203));
    // Before that no filing shows it.
    let known = Vintage::AsOf("2025-04-01".parse().unwrap());
    assert_eq!(quarter(&facts, known, 2024, 2), Ok(4511 - 2001));
}

#[test]
fn another_comparative_shows_another_basis() {
    // The second report gives for the year before a half and its second quarter, which leave
    // another first quarter than the first report gave.
    let facts = |half: i64| {
        made(&[
            ("2023-01", "2023-12", 8003, "2024-02"),
            ("2023-01", "2023-03", 2001, "2024-05"),
            ("2024-01", "2024-03", 2101, "2024-05"),
            ("2023-01", "2023-06", half, "2024-08"),
            ("2023-04", "2023-06", 2003, "2024-08"),
            ("2024-01", "2024-06", 4507, "2024-08"),
        ])
    };
    for vintage in VINTAGES {
        assert_eq!(quarter(&facts(4004), vintage, 2024, 2), Ok(4507 - 2101));
        // Each of the three is rounded, and columns are made to add up.
        assert_eq!(quarter(&facts(4007), vintage, 2024, 2), Ok(4507 - 2101));
        assert_eq!(quarter(&facts(4008), vintage, 2024, 2), Err(Absence::MixedVintage));
    }
}

#[test]
fn a_quarter_left_behind_is_the_rest_of_the_restated_year() {
    let mut facts = vec![
        ("2024-01", "2024-03", 9105, "2024-05"),
        ("2024-01", "2024-06", 18_682, "2024-08"),
        ("2024-01", "2024-09", 28_410, "2024-11"),
        ("2024-01", "2024-12", 38_498, "2025-02"),
        ("2024-01", "2024-12", 34_717, "2026-02"),
        ("2024-01", "2024-03", 8157, "2026-02"),
        ("2024-04", "2024-06", 8572, "2026-02"),
    ];
    // The third quarter on the old basis stands beside others on the new.
    assert_eq!(quarter(&made(&facts), Vintage::Latest, 2024, 3), Err(Absence::MixedVintage));
    assert_eq!(quarter(&made(&facts), Vintage::First, 2024, 3), Ok(28_410 - 18_682));
    facts.push(("2024-10", "2024-12", 9169, "2026-02"));
    let rest = 34_717 - 9169 - 8157 - 8572;
    assert_eq!(quarter(&made(&facts), Vintage::Latest, 2024, 3), Ok(rest));
    assert_eq!(quarter(&made(&facts), Vintage::First, 2024, 3), Ok(28_410 - 18_682));
}

#[test]
fn quarters_under_the_dates_of_the_year_before_are_struck() {
    let mut facts = vec![
        ("2024-01", "2024-03", 1501, "2024-05"),
        ("2024-04", "2024-06", 2003, "2024-08"),
        ("2024-07", "2024-09", 2307, "2024-11"),
        ("2024-01", "2024-12", 8117, "2025-02"),
        ("2025-01", "2025-03", 1601, "2025-05"),
        ("2025-04", "2025-06", 2109, "2025-08"),
        ("2025-07", "2025-09", 2411, "2025-11"),
        ("2025-01", "2025-12", 8513, "2026-02"),
        ("2025-10", "2025-12", 2392, "2026-02"),
        // The annual report for 2025 dates its quarters to 2024; the second and third stand
        // nowhere else so, but the three make 2025 with its fourth.
        ("2024-01", "2024-03", 1601, "2026-02"),
        ("2024-04", "2024-06", 2207, "2026-02"),
        ("2024-07", "2024-09", 2313, "2026-02"),
    ];
    let of = |facts: &[_]| {
        let facts = made(facts);
        [1, 2, 3].map(|number| quarter(&facts, Vintage::Latest, 2024, number))
    };
    assert_eq!(of(&facts), [1501, 2003, 2307].map(Ok));
    let series = made(&facts).known(Vintage::Latest).item(Item::Revenue).series;
    let slips = series.findings.iter().filter(|finding| finding.kind == FindingKind::Slip);
    assert_eq!(slips.count(), 3);
    // A year less, and they are a restatement of 2024 but for the one that is 2025's to the digit.
    facts[10].2 = 2250;
    assert_eq!(of(&facts), [1501, 2250, 2313].map(Ok));
    // A value of one digit may well come back a year later.
    facts[0].2 = 1000;
    facts[4].2 = 2000;
    facts[9].2 = 2000;
    assert_eq!(of(&facts), [2000, 2250, 2313].map(Ok));
}

#[test]
fn what_is_no_longer_whole_is_said() {
    let facts = made(&[
        ("2023-01", "2023-12", 8003, "2024-02"),
        ("2024-01", "2024-03", 2001, "2024-05"),
        ("2024-01", "2024-09", 6511, "2024-11"),
        ("2024-01", "2024-12", 9007, "2025-02"),
        ("2024-01", "2024-03", 1847, "2025-05"),
    ]);
    let kinds = |day: &str| {
        let series = facts.known(Vintage::AsOf(day.parse().unwrap())).item(Item::Revenue).series;
        let start: Date = "2024-10-01".parse().unwrap();
        let of = series.findings.iter().filter(|finding| finding.start == Some(start));
        of.map(|finding| finding.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds("2025-03-01"), []);
    assert_eq!(kinds("2025-06-01"), [FindingKind::PartRestated]);
}

#[test]
fn a_payment_under_the_other_sign_leaves_a_quarter_that_is_marked() {
    let facts = |first: &str| {
        let row = |end, value: &str, filed| Row {
            start: "2009-01-01",
            end,
            value: value.to_owned(),
            form: "10-Q",
            fiscal_year: 2009,
            number: 1,
            filed,
        };
        let rows =
            [row("2009-03-31", first, "2009-05-07"), row("2009-06-30", "10414", "2009-08-06")];
        super::made("PaymentsToAcquireProductiveAssets", &rows)
    };
    for (first, marked) in [("-5984", true), ("5984", false)] {
        let facts = facts(first);
        let series = facts.known(Vintage::Latest).item(Item::CapitalExpenditures).series;
        let kinds: Vec<_> = series.findings.iter().map(|finding| finding.kind).collect();
        assert_eq!(kinds.contains(&FindingKind::LoneSign), marked, "{kinds:?}");
    }
}

/// Makes what is paid for property in some years from 2009 on: the first quarter, the nine months
/// and the year of each.
fn payments(years: &[[i64; 3]]) -> Series {
    let rows = (2009..).zip(years).flat_map(|(year, [first, nine, whole])| {
        let date = |year: i16, day: &str| format!("{year}-{day}");
        let row = |end, value: i64, form, filed| (date(year, "01-01"), end, value, form, filed);
        [
            row(date(year, "03-31"), *first, "10-Q", date(year, "05-07")),
            row(date(year, "09-30"), *nine, "10-Q", date(year, "11-06")),
            row(date(year, "12-31"), *whole, "10-K", date(year + 1, "02-20")),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let rows = rows.iter().map(|(start, end, value, form, filed)| Row {
        start,
        end,
        value: format!("{value}000000"),
        form,
        fiscal_year: end[..4].parse().unwrap(),
        number: filed[5..7].parse().unwrap(),
        filed,
    });
    let facts =
        super::made("PaymentsToAcquirePropertyPlantAndEquipment", &rows.collect::<Vec<_>>());
    facts.known(Vintage::Latest).item(Item::CapitalExpenditures).series
}

#[test]
fn a_payment_below_zero_is_marked() {
    // A year may end with money that is given back, and the others are quarters.
    let series = payments(&[[40, 121, 104], [40, 121, 165], [40, 121, 170]]);
    let marked: Vec<_> = series.findings.iter().map(|f| (f.kind, f.end.to_string())).collect();
    assert_eq!(marked, [(FindingKind::LoneSign, "2009-12-31".into())]);
    assert_eq!(value(series.quarter(2009, 4)), Ok(Decimal::from(-17_000_000)));
}

#[test]
fn years_that_hold_less_than_their_nine_months_leave_no_quarter_unmarked() {
    // The annual reports give the payments for software in a line of its own.
    let series = payments(&[[40, 121, 104], [41, 125, 131], [42, 130, 117]]);
    let marked = |kind| {
        let marked = series.findings.iter().filter(|finding| finding.kind == kind);
        marked.map(|finding| finding.end.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(marked(FindingKind::LoneSign), ["2009-12-31", "2011-12-31"]);
    // The twelve months up to other quarters take a year with a part of another line.
    assert_eq!(
        marked(FindingKind::NarrowerConcept),
        [
            "2009-12-31",
            "2010-03-31",
            "2010-09-30",
            "2010-12-31",
            "2011-03-31",
            "2011-09-30",
            "2011-12-31"
        ]
    );
    assert!(value(series.year(2010)).is_ok());
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn reports_that_date_their_quarters_a_year_early_are_found_out() {
    let case = data::text("data/cases/intu_quarters_a_year_off.json");
    let facts = CompanyFacts::parse(case.as_bytes()).unwrap();
    let millions = |values: [i64; 3]| values.map(|v| Ok(Decimal::from(v * 1_000_000)));
    let rows = [
        (Item::Revenue, 2011, [532, 878, 1848]),
        (Item::Revenue, 2012, [575, 999, 1926]),
        (Item::NetIncome, 2011, [-70, 73, 688]),
    ];
    for (item, year, right) in rows {
        let series = facts.known(Vintage::Latest).item(item).series;
        let found = [1, 2, 3].map(|number| value(series.quarter(year, number)));
        assert_eq!(found, millions(right), "{item:?} {year}");
    }
    let series = facts.known(Vintage::Latest).item(Item::Revenue).series;
    assert_eq!(value(series.quarter(2010, 4)), Ok(Decimal::from(537_000_000)));
}

#[test]
fn comparatives_on_either_side_of_a_change_make_no_quarter() {
    // The year was recast between February and September, and so between the two reports, perhaps.
    let facts = |recast: i64, filed: &'static str| {
        made(&[
            ("2024-01", "2024-12", 8117, "2025-02"),
            ("2024-01", "2024-03", 1901, "2025-05"),
            ("2024-01", "2024-06", 4417, "2025-08"),
            ("2024-01", "2024-12", recast, filed),
        ])
    };
    for vintage in VINTAGES {
        let second = |facts: &CompanyFacts| quarter(facts, vintage, 2024, 2);
        assert_eq!(second(&facts(8703, "2025-09")), Err(Absence::MixedVintage));
        assert_eq!(second(&facts(8117, "2025-09")), Ok(4417 - 1901));
        // A change before the first of them leaves both on the new basis.
        assert_eq!(second(&facts(8703, "2025-04")), Ok(4417 - 1901));
    }
}

#[test]
fn a_whole_that_lost_many_times_what_its_part_did_is_on_another_basis() {
    let facts = |nine_months: i64| {
        made(&[
            ("2024-01", "2024-06", 5801, "2024-08"),
            ("2024-01", "2024-09", 8833, "2024-11"),
            ("2024-01", "2024-06", 5701, "2025-08"),
            ("2024-01", "2024-09", nine_months, "2025-11"),
        ])
    };
    let third = |facts: &CompanyFacts| quarter(facts, Vintage::Latest, 2024, 3);
    // Both by up to six times the hundred, the one way and the other.
    assert_eq!(third(&facts(8833 - 600)), Ok(8233 - 5701));
    assert_eq!(third(&facts(8833 - 601)), Err(Absence::MixedVintage));
    assert_eq!(third(&facts(8833 - 16)), Err(Absence::MixedVintage));
    assert_eq!(third(&facts(8833 - 17)), Ok(8816 - 5701));
    assert_eq!(quarter(&facts(1), Vintage::First, 2024, 3), Ok(8833 - 5801));
}

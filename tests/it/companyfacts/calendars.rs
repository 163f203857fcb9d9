//! Fiscal calendars as filings show them, and periods that only look like quarters.

use super::Row;
use financials::{
    Date, Decimal,
    companyfacts::{CompanyFacts, Entry, Series, Vintage},
    period::PeriodKind,
    undefined::Absence,
};

/// A fact: its period, value, fiscal year as the filing names it, and the day of filing.
type Case = (&'static str, &'static str, i64, i16, &'static str);

/// Builds a file of one concept; a year-long fact comes from a 10-K, others from a 10-Q.
fn file(rows: &[Case]) -> CompanyFacts {
    let rows = rows.iter().enumerate().map(|(number, (start, end, value, year, filed))| {
        let (from, to): (Date, Date) = (start.parse().unwrap(), end.parse().unwrap());
        let form = if (to - from).get_days() > 340 { "10-K" } else { "10-Q" };
        let value = value.to_string();
        Row { start, end, value, form, fiscal_year: *year, number, filed }
    });
    super::made("Revenues", &rows.collect::<Vec<_>>())
}

fn series(facts: &CompanyFacts, vintage: Vintage) -> Series {
    facts.known(vintage).concept("us-gaap", "Revenues").remove(0)
}

fn value(entry: Option<&Entry>) -> Result<Decimal, Absence> {
    entry.unwrap().amount.as_ref().map(|amount| amount.value).map_err(|reason| *reason)
}

fn number(number: i64) -> Result<Decimal, Absence> {
    Ok(Decimal::from(number))
}

#[test]
fn twelve_week_quarters_and_one_of_sixteen() {
    // Costco's fiscal 2024: three quarters of 12 weeks and one of 16.
    let facts = file(&[
        ("2023-09-04", "2023-11-26", 578, 2024, "2023-12-15"),
        ("2023-11-27", "2024-02-18", 584, 2024, "2024-03-08"),
        ("2023-09-04", "2024-02-18", 1162, 2024, "2024-03-08"),
        ("2024-02-19", "2024-05-12", 585, 2024, "2024-05-31"),
        ("2023-09-04", "2024-05-12", 1747, 2024, "2024-05-31"),
        ("2023-09-04", "2024-09-01", 2545, 2024, "2024-10-09"),
    ]);
    let series = series(&facts, Vintage::Latest);
    let last = series.quarter(2024, 4).unwrap();
    assert_eq!(
        (last.start.unwrap().to_string().as_str(), value(Some(last))),
        ("2024-05-13", number(798))
    );
    assert_eq!(value(series.quarter(2024, 3)), number(585));
    let kinds: Vec<_> = series.entries.iter().map(|entry| entry.kind).collect();
    assert!(kinds.contains(&PeriodKind::Half) && kinds.contains(&PeriodKind::NineMonths));
}

#[test]
fn a_year_named_for_its_start_with_a_53rd_week() {
    // Kroger's fiscal 2023 begins with a quarter of 16 weeks and ends with one of 13.
    let facts = file(&[
        ("2023-01-29", "2023-05-20", 45, 2023, "2023-06-23"),
        ("2023-05-21", "2023-08-12", 34, 2023, "2023-09-15"),
        ("2023-01-29", "2023-08-12", 79, 2023, "2023-09-15"),
        ("2023-08-13", "2023-11-04", 34, 2023, "2023-12-08"),
        ("2023-01-29", "2023-11-04", 113, 2023, "2023-12-08"),
        ("2023-01-29", "2024-02-03", 150, 2023, "2024-04-02"),
        ("2024-02-04", "2024-05-25", 45, 2024, "2024-06-28"),
    ]);
    let series = series(&facts, Vintage::Latest);
    assert_eq!(value(series.quarter(2023, 4)), number(37));
    assert_eq!(value(series.year(2023)), number(150));
    assert_eq!(value(series.quarter(2024, 1)), number(45));
    assert_eq!(value(series.trailing(2024, 1)), number(150));
    let calendar = facts.known(Vintage::Latest).calendar().unwrap();
    let first = series.quarter(2023, 1).unwrap().period().unwrap();
    assert_eq!(calendar.label(&first).unwrap().to_string(), "2023Q1");
}

#[test]
fn a_changed_year_end_leaves_a_transition_period() {
    // From December to June: six months stand between the years.
    let facts = file(&[
        ("2022-01-01", "2022-12-31", 400, 2022, "2023-02-10"),
        ("2023-01-01", "2023-03-31", 100, 2023, "2023-05-10"),
        ("2023-01-01", "2023-06-30", 210, 2023, "2023-08-20"),
        ("2023-07-01", "2023-09-30", 120, 2024, "2023-11-10"),
        ("2023-07-01", "2023-12-31", 250, 2024, "2024-02-10"),
        ("2023-07-01", "2024-03-31", 380, 2024, "2024-05-10"),
        ("2023-07-01", "2024-06-30", 520, 2024, "2024-08-20"),
    ]);
    let series = series(&facts, Vintage::Latest);
    let quarter = |start: &str, end: &str| {
        let dates = (Some(start.parse().unwrap()), end.parse().unwrap());
        value(series.entry(PeriodKind::Quarter, dates.0, dates.1))
    };
    assert_eq!(quarter("2023-01-01", "2023-03-31"), number(100));
    assert_eq!(quarter("2023-04-01", "2023-06-30"), number(110));
    assert_eq!(quarter("2023-10-01", "2023-12-31"), number(130));
    assert_eq!(quarter("2024-01-01", "2024-03-31"), number(130));
    assert_eq!(quarter("2024-04-01", "2024-06-30"), number(140));
    assert_eq!(value(series.year(2024)), number(520));
    assert_eq!(value(series.year(2022)), number(400));
    // Twelve months across the change are four quarters, of which 2022 has none.
    let end = "2023-06-30".parse().unwrap();
    let trailing =
        |entry: &&Entry| entry.kind == PeriodKind::TrailingTwelveMonths && entry.end == end;
    assert!(series.entries.iter().filter(trailing).all(|entry| entry.amount.is_err()));
}

#[test]
fn a_company_before_its_first_annual_report() {
    let facts = file(&[
        ("2024-02-01", "2024-04-30", 10, 2025, "2024-06-10"),
        ("2024-05-01", "2024-07-31", 12, 2025, "2024-09-10"),
        ("2024-02-01", "2024-07-31", 22, 2025, "2024-09-10"),
        ("2024-02-01", "2024-10-31", 37, 2025, "2024-12-10"),
    ]);
    let series = series(&facts, Vintage::Latest);
    assert_eq!(value(series.quarter(2025, 1)), number(10));
    assert_eq!(value(series.quarter(2025, 3)), number(15));
    assert!(series.quarter(2025, 4).is_none());
}

#[test]
fn odd_lengths_are_no_quarters() {
    // Fifteen months tagged as if they were a quarter's (457 days).
    let facts = file(&[
        ("2023-01-01", "2023-12-31", 400, 2023, "2024-02-10"),
        ("2023-01-01", "2023-09-30", 290, 2023, "2023-11-10"),
        ("2023-01-01", "2024-03-31", -45, 2024, "2024-05-10"),
        ("2024-01-01", "2024-03-31", 110, 2024, "2024-05-10"),
        ("2024-01-01", "2024-01-31", 30, 2024, "2024-05-10"),
    ]);
    let series = series(&facts, Vintage::Latest);
    let odd = series.entries.iter().filter(|entry| entry.kind == PeriodKind::Other);
    assert_eq!(odd.count(), 2, "a month and fifteen months");
    assert_eq!(value(series.quarter(2024, 1)), number(110));
    assert_eq!(value(series.quarter(2023, 4)), number(110));
}

#[test]
fn absent_quarters_say_why() {
    let year = ("2023-01-01", "2023-12-31", 400, 2023, "2024-02-10");
    let next = [
        ("2024-01-01", "2024-03-31", 100, 2024, "2024-05-10"),
        ("2024-04-01", "2024-06-30", 100, 2024, "2024-08-10"),
        ("2024-07-01", "2024-09-30", 100, 2024, "2024-11-10"),
        ("2024-01-01", "2024-12-31", 401, 2024, "2025-02-10"),
    ];
    let facts = file(&[&[year][..], &next].concat());
    let series_of = |facts: &CompanyFacts| series(facts, Vintage::Latest);
    // Without nine months, the three quarters are taken off the year.
    assert_eq!(value(series_of(&facts).quarter(2024, 4)), number(101));
    let facts = file(&[&[year][..], &next[..1], &next[2..]].concat());
    assert_eq!(value(series_of(&facts).quarter(2024, 4)), Err(Absence::MissingNineMonths));
    let facts = file(&[&[year][..], &next[..3]].concat());
    assert!(series_of(&facts).quarter(2024, 4).is_none(), "it is not over");
    let late = ("2023-01-08", "2023-09-30", 290, 2023, "2023-11-10");
    let facts = file(&[year, late, next[0], next[1], next[2]]);
    assert_eq!(value(series_of(&facts).quarter(2023, 4)), Err(Absence::DifferentStarts));
}

#[test]
fn half_years_make_twelve_months() {
    // A foreign issuer reports halves and years: twelve months roll, quarters are not known.
    let facts = file(&[
        ("2022-01-01", "2022-12-31", 400, 2022, "2023-03-10"),
        ("2023-01-01", "2023-06-30", 210, 2023, "2023-08-20"),
        ("2023-01-01", "2023-12-31", 430, 2023, "2024-03-10"),
        ("2024-01-01", "2024-06-30", 230, 2024, "2024-08-20"),
    ]);
    let series = series(&facts, Vintage::Latest);
    assert_eq!(value(series.trailing(2024, 2)), number(450));
    assert!(series.quarter(2024, 2).is_none());
    assert!(series.entries.iter().all(|entry| entry.kind != PeriodKind::Quarter));
}

#[test]
fn the_second_half_is_the_year_less_the_first() {
    let second = |rows: &[Case]| {
        let series = series(&file(rows), Vintage::Latest);
        let (start, end) = ("2023-07-01".parse().unwrap(), "2023-12-31".parse().unwrap());
        series.entry(PeriodKind::Half, Some(start), end).cloned()
    };
    let halves = [
        ("2023-01-01", "2023-06-30", 401, 2023, "2023-08-10"),
        ("2023-01-01", "2023-12-31", 1002, 2023, "2024-02-20"),
    ];
    let found = second(&halves).unwrap();
    assert_eq!(value(Some(&found)), number(601));
    assert_eq!((found.fiscal_year, found.fiscal_quarter), (Some(2023), Some(4)));
    let inputs = found.amount.unwrap().inputs;
    let signs: Vec<_> = inputs.iter().map(|input| (input.value, input.subtracted)).collect();
    assert_eq!(signs, [(Decimal::from(1002), false), (Decimal::from(401), true)]);

    // A second half that is tagged stands; the year may be restated without its first half.
    let tagged = ("2023-07-01", "2023-12-31", 603, 2023, "2024-02-20");
    assert_eq!(value(second(&[halves[0], halves[1], tagged]).as_ref()), number(603));
    let restated = ("2023-01-01", "2023-12-31", 1103, 2024, "2025-02-20");
    let mixed = second(&[halves[0], halves[1], restated]);
    assert_eq!(value(mixed.as_ref()), Err(Absence::MixedVintage));

    // A company that reports by quarters has no second half.
    let quarter = ("2023-04-01", "2023-06-30", 250, 2023, "2023-08-10");
    assert_eq!(second(&[halves[0], halves[1], quarter]), None);
}

#[test]
fn fiscal_years_of_january_keep_the_companys_names() {
    // Two retailers whose years end on 1 February 2025: one calls it 2024, the other 2025.
    for (named, label) in [(2024, 2024), (2025, 2025)] {
        let facts = file(&[
            ("2023-01-29", "2024-02-03", 100, named - 1, "2024-03-20"),
            ("2024-02-04", "2025-02-01", 104, named, "2025-03-20"),
            ("2025-02-02", "2025-05-03", 25, named + 1, "2025-06-05"),
        ]);
        let series = series(&facts, Vintage::Latest);
        assert_eq!(value(series.year(label)), number(104));
        assert_eq!(value(series.quarter(label + 1, 1)), number(25));
    }
}

#[test]
fn a_quarter_a_day_off_takes_no_label() {
    // Microsoft's first quarter of fiscal 2017 stands under two first days.
    let facts = file(&[
        ("2016-07-01", "2016-09-30", 20_453, 2017, "2016-10-20"),
        ("2016-07-01", "2016-12-31", 44_543, 2017, "2017-01-26"),
        ("2016-07-01", "2017-06-30", 89_950, 2017, "2017-08-02"),
        ("2016-07-02", "2016-09-30", 21_928, 2018, "2018-08-03"),
    ]);
    let series = series(&facts, Vintage::Latest);
    let start = series.quarter(2017, 1).unwrap().start.unwrap();
    assert_eq!(start.to_string(), "2016-07-01");
    let (start, end) = ("2016-07-02".parse().unwrap(), "2016-09-30".parse().unwrap());
    let other = series.entry(PeriodKind::Quarter, Some(start), end).unwrap();
    assert_eq!((other.fiscal_year, other.fiscal_quarter), (Some(2017), None));
}

//! Fiscal years that filings date over one another, or a few days apart.

use std::collections::BTreeSet;

use super::Row;
use financials::{
    Date,
    companyfacts::{CompanyFacts, FiscalYears, Series, Vintage},
    period::PeriodKind,
};
use jiff::{SignedDuration, ToSpan};
use proptest::prelude::*;

/// Makes a file of revenues: the dates of each, its form, and the fiscal year its filing names.
fn file(rows: &[(String, String, &str, i16)]) -> CompanyFacts {
    let filed: Vec<_> = rows.iter().map(|(_, end, ..)| plus(date(end), 50).to_string()).collect();
    let rows = rows.iter().zip(&filed).enumerate();
    let rows = rows.map(|(number, ((start, end, form, year), filed))| {
        let value = format!("{}000000", 100 + number);
        Row { start, end, value, form, fiscal_year: *year, number, filed }
    });
    super::made("Revenues", &rows.collect::<Vec<_>>())
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn plus(date: Date, days: i64) -> Date {
    date.checked_add(SignedDuration::from_hours(24 * days)).unwrap_or(date)
}

fn annual(rows: &[(&str, &str)]) -> CompanyFacts {
    let rows = rows
        .iter()
        .map(|(start, end)| ((*start).to_owned(), (*end).to_owned(), "10-K", date(end).year()));
    file(&rows.collect::<Vec<_>>())
}

fn dates(facts: &CompanyFacts) -> Vec<(String, String, bool)> {
    let known = facts.known(Vintage::Latest);
    let years = known.years().as_slice().iter();
    years.map(|year| (year.start.to_string(), year.end.to_string(), year.is_reported)).collect()
}

/// Reads the years back, which holds that they follow one another day by day.
fn read_back(facts: &CompanyFacts) -> FiscalYears {
    let years = facts.known(Vintage::Latest).years().clone();
    let text = serde_json::to_string(&years).unwrap();
    let again: FiscalYears = serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!("{error}: {text}");
    });
    assert_eq!(again, years);
    years
}

#[test]
fn a_year_that_begins_on_the_last_day_of_another_begins_on_the_day_after() {
    let (first, second) = (("2009-01-01", "2009-12-31"), ("2009-12-31", "2010-12-31"));
    let facts = annual(&[first, first, second]);
    let year = |start: &str, end: &str| (start.to_owned(), end.to_owned(), true);
    let right = vec![year("2009-01-01", "2009-12-31"), year("2010-01-01", "2010-12-31")];
    assert_eq!(dates(&facts), right);
    read_back(&facts);
    // Where more facts have the start of the second, the first ends before it.
    let facts = annual(&[
        ("2009-01-01", "2010-01-02"),
        ("2010-01-01", "2010-12-31"),
        ("2010-01-01", "2010-12-31"),
    ]);
    assert_eq!(dates(&facts), right);
    // So it is with years some days apart: nothing lies between them.
    let facts = annual(&[first, first, ("2010-01-03", "2010-12-31")]);
    assert_eq!(dates(&facts), right);
}

#[test]
fn quarters_of_a_transition_period_have_no_number_that_a_year_has() {
    // From June to December: two quarters of calendar 2011 come after the fiscal year of that name.
    let mut rows: Vec<_> = [("2010-07-01", "2011-06-30"), ("2012-01-01", "2012-12-31")]
        .map(|(start, end)| (start.to_owned(), end.to_owned(), "10-K", date(end).year()))
        .into();
    let quarters = [
        ("2010-07-01", "2010-09-30"),
        ("2010-10-01", "2010-12-31"),
        ("2011-01-01", "2011-03-31"),
        ("2011-07-01", "2011-09-30"),
        ("2011-10-01", "2011-12-31"),
    ];
    rows.extend(quarters.map(|(start, end)| (start.to_owned(), end.to_owned(), "10-Q", 2011)));
    let facts = file(&rows);
    let series = facts.known(Vintage::Latest).concept("us-gaap", "Revenues").remove(0);
    let number = |start: &str, end: &str| {
        let entry = series.entry(PeriodKind::Quarter, Some(date(start)), date(end)).unwrap();
        (entry.fiscal_year, entry.fiscal_quarter)
    };
    assert_eq!(number("2010-10-01", "2010-12-31"), (Some(2011), Some(2)));
    assert_eq!(number("2011-10-01", "2011-12-31"), (Some(2011), None));
    assert_once(&series);
    assert_once(&facts.known(Vintage::Latest).item(financials::Item::Revenue).series);
}

/// Asserts that no two quarters have one number.
fn assert_once(series: &Series) {
    let mut seen = BTreeSet::new();
    for entry in series.entries.iter().filter(|entry| entry.kind == PeriodKind::Quarter) {
        if let (Some(year), Some(quarter)) = (entry.fiscal_year, entry.fiscal_quarter) {
            assert!(seen.insert((year, quarter)), "{year} Q{quarter}");
        }
    }
}

/// A period of a file: the month it is counted from, the days that its start and end are off, and
/// its months.
fn periods() -> impl Strategy<Value = Vec<(i32, i64, i64, i32, bool)>> {
    let months = prop_oneof![Just(12), Just(12), Just(3), Just(6), Just(9)];
    prop::collection::vec((0..72_i32, -12..=12_i64, -12..=12_i64, months, any::<bool>()), 1..12)
}

proptest! {
    #[test]
    fn years_follow_one_another_day_by_day(
        periods in periods(),
        first in prop_oneof![Just(1995), Just(2010), Just(9994)],
    ) {
        let rows = periods.iter().map(|(month, before, after, months, annual)| {
            let begin = jiff::civil::date(first, 1, 1);
            let start = begin.saturating_add(month.months());
            let end = plus(start.saturating_add(months.months()), -1 + after);
            let form = if *annual { "10-K" } else { "10-Q" };
            let start = plus(start, *before).min(end);
            (start.to_string(), end.to_string(), form, end.year())
        });
        let facts = file(&rows.collect::<Vec<_>>());
        let years = read_back(&facts);
        // An annual report's year is a year of the company, or lies over another that is.
        for (start, end, form, _) in rows_of(&facts) {
            let (start, end) = (date(&start), date(&end));
            if form == "annual" && (357..=378).contains(&((end - start).get_days() + 1)) {
                let meets = |year: &financials::companyfacts::FiscalYearDates| {
                    year.start <= end && start <= year.end
                };
                prop_assert!(years.as_slice().iter().any(meets), "{start}..{end}");
            }
        }
        let series = facts.known(Vintage::Latest).item(financials::Item::Revenue).series;
        assert_once(&series);
    }
}

fn rows_of(facts: &CompanyFacts) -> Vec<(String, String, &'static str, i16)> {
    let concept = facts.concept("us-gaap", "Revenues").unwrap();
    let facts = concept.units.iter().flat_map(|unit| &unit.facts);
    let eligible = facts.filter(|fact| fact.end <= fact.filed);
    let rows = eligible.map(|fact| {
        let form = match fact.form {
            financials::companyfacts::Form::Annual => "annual",
            _ => "other",
        };
        (fact.start.unwrap().to_string(), fact.end.to_string(), form, 0)
    });
    rows.collect()
}

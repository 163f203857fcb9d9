//! Companies that have just been listed, that move their year's end, or that rename their years.

use super::Row;
use financials::{
    Decimal,
    companyfacts::{CompanyFacts, Entry, Series, Vintage},
    period::PeriodKind,
    undefined::Absence,
};

/// A fact: its period, value, form, fiscal year as the filing names it, and the day of filing.
type Case = (&'static str, &'static str, i64, &'static str, i16, &'static str);

/// Builds the series of a file; facts filed on one day are of one filing.
fn series(rows: &[Case]) -> Series {
    let row = |(start, end, value, form, year, filed): &Case| Row {
        start,
        end,
        value: value.to_string(),
        form,
        fiscal_year: *year,
        number: rows.iter().position(|row| row.5 == *filed).unwrap(),
        filed,
    };
    let rows: Vec<_> = rows.iter().map(row).collect();
    let facts: CompanyFacts = super::made("Revenues", &rows);
    facts.known(Vintage::Latest).concept("us-gaap", "Revenues").remove(0)
}

fn value(entry: Option<&Entry>) -> Result<i64, Absence> {
    let amount = entry.unwrap().amount.as_ref().map_err(|reason| *reason)?;
    Ok(i64::try_from(amount.value).unwrap())
}

/// Returns the first day and the value of the twelve months up to a date.
fn trailing<'a>(series: &'a Series, end: &str) -> (String, Result<i64, Absence>) {
    let kind = PeriodKind::TrailingTwelveMonths;
    let last = |entry: &&'a Entry| entry.kind == kind && entry.end.to_string() == end;
    let entry = series.entries.iter().find(last).unwrap();
    (entry.start.unwrap().to_string(), value(Some(entry)))
}

#[test]
fn trailing_years_run_across_a_transition_period() {
    // Two quarters of a transition period stand between a December year and a June year.
    let series = series(&[
        ("2019-01-01", "2019-03-31", 1, "10-Q", 2019, "2019-05-05"),
        ("2019-01-01", "2019-06-30", 3, "10-Q", 2019, "2019-08-05"),
        ("2019-01-01", "2019-09-30", 7, "10-Q", 2019, "2019-11-05"),
        ("2019-01-01", "2019-12-31", 15, "10-K", 2019, "2020-02-20"),
        ("2020-01-01", "2020-03-31", 16, "10-Q", 2020, "2020-05-05"),
        ("2020-01-01", "2020-06-30", 48, "10-KT", 2020, "2020-08-20"),
        ("2020-07-01", "2020-09-30", 64, "10-Q", 2021, "2020-11-05"),
        ("2020-07-01", "2020-12-31", 192, "10-Q", 2021, "2021-02-05"),
        ("2020-07-01", "2021-03-31", 448, "10-Q", 2021, "2021-05-05"),
        ("2020-07-01", "2021-06-30", 960, "10-K", 2021, "2021-08-20"),
    ]);
    let across = [
        ("2020-03-31", "2019-04-01", 2 + 4 + 8 + 16),
        ("2020-06-30", "2019-07-01", 4 + 8 + 16 + 32),
        ("2020-09-30", "2019-10-01", 8 + 16 + 32 + 64),
        ("2020-12-31", "2020-01-01", 16 + 32 + 64 + 128),
        ("2021-03-31", "2020-04-01", 32 + 64 + 128 + 256),
    ];
    for (end, start, sum) in across {
        assert_eq!(trailing(&series, end), (start.to_owned(), Ok(sum)));
    }
    assert_eq!(value(series.trailing(2021, 4)), Ok(960));
}

#[test]
fn a_transition_period_of_one_month_leaves_no_trailing_year() {
    let series = series(&[
        ("2019-01-01", "2019-09-30", 7, "10-Q", 2019, "2019-11-05"),
        ("2019-01-01", "2019-12-31", 15, "10-K", 2019, "2020-02-20"),
        ("2020-02-01", "2020-04-30", 16, "10-Q", 2020, "2020-06-05"),
        ("2020-02-01", "2020-07-31", 48, "10-Q", 2020, "2020-09-05"),
        ("2020-02-01", "2021-01-31", 240, "10-K", 2020, "2021-03-20"),
    ]);
    let kind = PeriodKind::TrailingTwelveMonths;
    let summed = series.entries.iter().filter(|entry| entry.kind == kind && entry.amount.is_ok());
    let ends: Vec<_> = summed.map(|entry| entry.end.to_string()).collect();
    assert_eq!(ends, ["2019-12-31", "2021-01-31"]);
    // The company names its December years for their end, and its January years for their start.
    assert_eq!((value(series.year(2019)), value(series.year(2020))), (Ok(15), Ok(240)));
}

#[test]
fn quarterly_reports_name_the_years_before_the_first_annual_report() {
    // A retailer listed in June 2024, which calls the year to 31 January 2025 its fiscal 2024.
    for named in [2024_i16, 2025] {
        let series = series(&[
            ("2022-02-01", "2023-01-31", 80, "S-1/A", named, "2024-06-01"),
            ("2023-02-01", "2024-01-31", 90, "S-1/A", named, "2024-06-01"),
            ("2023-02-01", "2023-04-30", 20, "10-Q", named, "2024-06-10"),
            ("2024-02-01", "2024-04-30", 24, "10-Q", named, "2024-06-10"),
        ]);
        assert_eq!(value(series.quarter(named, 1)), Ok(24));
        assert_eq!(value(series.quarter(named - 1, 1)), Ok(20));
        assert_eq!(value(series.trailing(named, 1)), Ok(90 + 24 - 20));
        // The registration's years are fiscal years, though no annual report gives them.
        assert_eq!(value(series.year(named - 1)), Ok(90));
        assert_eq!(value(series.year(named - 2)), Ok(80));
    }
}

#[test]
fn a_quarterly_report_names_its_own_year_alone() {
    // Of the report for the second quarter of 2015 only the figures of a year before are left.
    let series = series(&[
        ("2014-01-01", "2014-06-30", 41, "10-Q", 2015, "2015-07-31"),
        ("2014-04-01", "2014-06-30", 20, "10-Q", 2015, "2015-07-31"),
    ]);
    assert!(series.entries.iter().all(|entry| entry.fiscal_year == Some(2014)));
}

#[test]
fn forms_that_carry_statements_are_told_from_the_others() {
    use financials::companyfacts::Form;
    let of = |names: &[&str], form| names.iter().all(|name| Form::of(name) == form);
    assert!(of(&["10-K", "10-K/A", "10-KT", "10-KT/A", "20-F/A", "40-F"], Form::Annual));
    assert!(of(&["10-Q", "10-Q/A", "10-QT"], Form::Quarterly));
    let current = ["8-K", "8-K/A", "8-K12G3", "6-K", "S-1/A", "S-4", "F-1", "424B4", "20FR12G"];
    assert!(of(&current, Form::Current));
    assert!(of(&["DEF 14A", "DEFA14A", "PRE 14A", "ARS", "SD", "", "10-D"], Form::Other));
}

#[test]
fn a_registration_alone_gives_years() {
    let series = series(&[
        ("2022-07-01", "2023-06-30", 80, "S-1", 0, "2024-09-01"),
        ("2023-07-01", "2024-06-30", 90, "S-1", 0, "2024-09-01"),
    ]);
    assert_eq!((value(series.year(2023)), value(series.year(2024))), (Ok(80), Ok(90)));
}

#[test]
fn quarters_that_miss_their_year_to_date_make_no_trailing_year() {
    // No filing gives the first quarter twice, yet 11 and 21 are not the half year's 35: the first
    // was restated by 3. The year before has no nine months from which the twelve would roll.
    let mut rows = vec![
        ("2022-01-01", "2022-12-31", 70, "10-K", 2022, "2023-02-10"),
        ("2023-07-01", "2023-09-30", 30, "10-Q", 2023, "2023-11-10"),
        ("2023-10-01", "2023-12-31", 40, "10-K", 2023, "2024-02-10"),
        ("2023-01-01", "2023-12-31", 100, "10-K", 2023, "2024-02-10"),
        ("2024-01-01", "2024-03-31", 11, "10-Q", 2024, "2024-05-10"),
        ("2024-04-01", "2024-06-30", 21, "10-Q", 2024, "2024-08-10"),
        ("2024-01-01", "2024-06-30", 35, "10-Q", 2024, "2024-08-10"),
    ];
    assert_eq!(value(series(&rows).trailing(2024, 2)), Err(Absence::MixedVintage));
    rows[6].2 = 32;
    assert_eq!(value(series(&rows).trailing(2024, 2)), Ok(30 + 40 + 11 + 21));
}

#[test]
fn small_round_figures_are_no_roundings() {
    // 400 restated as 360 is no re-rounding to hundreds: the nine months are on the older basis.
    let series = series(&[
        ("2020-01-01", "2020-09-30", 300, "10-Q", 2020, "2020-11-01"),
        ("2020-01-01", "2020-12-31", 400, "10-K", 2020, "2021-02-01"),
        ("2020-01-01", "2020-12-31", 360, "8-K", 2020, "2021-06-01"),
    ]);
    assert_eq!(value(series.quarter(2020, 4)), Err(Absence::MixedVintage));
    assert_eq!(series.restatements[0].class.code(), "changed");
}

#[test]
fn a_split_is_found_from_one_share_count_and_one_amount() {
    // Chipotle split 50 for 1: 0.81 a share became 0.02, which alone might be 32 to 50 for 1.
    let rows = |unit: &str, old: &str, new: &str| {
        let row = |number: usize, value: &str, filed: &str| {
            serde_json::json!({
                "start": "2024-01-01", "end": "2024-03-31",
                "val": serde_json::from_str::<serde_json::Value>(value).unwrap(),
                "accn": format!("0000000001-24-{number:06}"), "form": "10-Q", "filed": filed,
            })
        };
        let rows = [row(1, old, "2024-04-25"), row(2, new, "2025-04-25")];
        serde_json::json!({"units": {unit: rows}})
    };
    let splits = |counts: [&str; 2], amounts: [&str; 2]| {
        let file = serde_json::json!({"facts": {"us-gaap": {
            "WeightedAverageNumberOfDilutedSharesOutstanding":
                rows("shares", counts[0], counts[1]),
            "EarningsPerShareDiluted": rows("USD/shares", amounts[0], amounts[1]),
        }}});
        let facts = CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap();
        let eps = facts.known(Vintage::First).item(financials::Item::EpsDiluted);
        let value = eps.series.entries[0].amount.as_ref().unwrap().value;
        let splits = eps.share_basis.unwrap().splits;
        (splits.iter().map(|split| (split.new, split.old)).collect::<Vec<_>>(), value)
    };
    let text = |text: &str| text.parse::<Decimal>().unwrap();
    let counts = ["27480000", "1374000000"];
    assert_eq!(splits(counts, ["0.81", "0.02"]), (vec![(50, 1)], text("0.0162")));
    // A stock dividend of a tenth, and a count corrected by a tenth that leaves the amount alone.
    let counts = ["20000000", "22000000"];
    assert_eq!(splits(counts, ["1.10", "1.00"]), (vec![(11, 10)], text("1")));
    assert_eq!(splits(counts, ["1.10", "1.15"]), (vec![], text("1.10")));
    // One for ten.
    let counts = ["123456789", "12345679"];
    assert_eq!(splits(counts, ["-0.13", "-1.28"]), (vec![(1, 10)], text("-1.3")));
}

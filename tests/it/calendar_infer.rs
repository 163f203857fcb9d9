use financials::{
    Date, FiscalCalendar, Period,
    period::{FiscalQuarter, PeriodKind, Quarters, Weekday, YearEnd},
};
use proptest::prelude::*;

fn periods(texts: &[&str]) -> Vec<Period> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

fn infer(texts: &[&str]) -> String {
    FiscalCalendar::infer(periods(texts)).unwrap().to_string()
}

const THREE_MONTHS: &str = "named for its end, quarters of three months";
const WEEKS: &str =
    "named for its end, quarters of 13, 13, 13 and 13 weeks, a 53rd week in quarter 4";

#[test]
fn few_years_give_the_plainest_rule() {
    assert_eq!(
        infer(&["2024-02-01..2025-01-31"]),
        format!("year to the end of January, {THREE_MONTHS}")
    );
    // The last Saturday of September as well as the nearest to its end.
    assert_eq!(
        infer(&["2023-10-01..2024-09-28"]),
        format!("year to the last Saturday of September, {WEEKS}")
    );
    // Starbucks: past the end of the month, so that it is the nearest.
    assert_eq!(
        infer(&["2021-10-04..2022-10-02", "2022-10-03..2023-10-01", "2023-10-02..2024-09-29"]),
        format!("year to the Sunday nearest 30 September, {WEEKS}")
    );
}

#[test]
fn quarters_tell_how_the_year_divides() {
    assert_eq!(
        infer(&[
            "2021-08-30..2022-08-28",
            "2022-08-29..2023-09-03",
            "2023-09-04..2024-09-01",
            "2023-09-04..2023-11-26",
            "2023-11-27..2024-02-18",
            "2024-02-19..2024-05-12",
        ]),
        "year to the Sunday nearest 31 August, named for its end, \
         quarters of 12, 12, 12 and 16 weeks, a 53rd week in quarter 4"
    );
    assert_eq!(
        infer(&[
            "2021-09-26..2022-09-24",
            "2022-09-25..2023-09-30",
            "2022-09-25..2022-12-31",
            "2023-01-01..2023-04-01",
            "2023-04-02..2023-07-01",
        ]),
        "year to the last Saturday of September, named for its end, \
         quarters of 13, 13, 13 and 13 weeks, a 53rd week in quarter 1"
    );
}

#[test]
fn a_change_is_told_from_a_slip() {
    let year = |year: i32| format!("{year}-01-01..{year}-12-31");
    let mut years: Vec<String> = (2010..2018).map(year).collect();
    // A slip of one day, and a year-long period that is no fiscal year.
    years[3] = "2013-01-01..2013-12-30".to_owned();
    years.push("2014-07-01..2015-06-30".to_owned());
    let texts: Vec<&str> = years.iter().map(String::as_str).collect();
    assert_eq!(infer(&texts), format!("year to the end of December, {THREE_MONTHS}"));

    // Eleven months to 30 November 2018, and years to November from there on.
    let mut changed = texts.clone();
    changed.extend(["2018-01-01..2018-11-30", "2018-12-01..2019-11-30", "2019-12-01..2020-11-30"]);
    let calendar = FiscalCalendar::infer(periods(&changed)).unwrap();
    assert_eq!(
        calendar.to_string(),
        format!(
            "year to the end of December, {THREE_MONTHS}; \
             from 2018-12-01 year to the end of November, {THREE_MONTHS}"
        )
    );
    let stub: Period = "2018-01-01..2018-11-30".parse().unwrap();
    assert_eq!(calendar.label(&stub).unwrap().to_string(), "2018 transition");
}

#[test]
fn without_a_year_there_is_no_calendar() {
    assert_eq!(
        FiscalCalendar::infer(periods(&["2024-01-01..2024-03-31", "at 2024-12-31"]))
            .unwrap_err()
            .to_string(),
        "none of 2 periods is a fiscal year, so that no calendar can be told"
    );
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn calendars_of_companyfacts_are_told() {
    for (file, rule, extra_week_in) in [
        ("core/AMZN", "end of December", 0),
        ("core/CRM", "end of January", 0),
        ("core/INTC", "last Saturday of December", 1),
        ("core/JNJ", "Sunday nearest 31 December", 4),
        ("core/MSFT", "end of June", 0),
        ("core/NKE", "end of May", 0),
        ("core/PLTR", "end of December", 0),
        ("core/SBUX", "Sunday nearest 30 September", 4),
        ("core/WMT", "end of January", 0),
        ("trimmed/AAPL", "last Saturday of September", 1),
    ] {
        let json = crate::data::json(&format!("data/companyfacts/{file}.json"));
        let mut periods = Vec::new();
        collect_reported(&json, &mut periods);
        periods.sort();
        periods.dedup();
        let calendar = FiscalCalendar::infer(periods.iter().copied()).unwrap();
        assert_eq!(calendar.year_end().to_string(), rule, "{file}: {calendar}");
        let extra_week = format!("a 53rd week in quarter {extra_week_in}");
        assert_eq!(calendar.to_string().ends_with(&extra_week), extra_week_in > 0, "{calendar}");
        assert!(periods.len() > 30, "{file}: {}", periods.len());
        for period in periods.iter().filter(|period| period.kind() != PeriodKind::Other) {
            let label = calendar.label(period);
            assert!(label.is_ok(), "{file}: {label:?}");
        }
    }
}

/// Collects the years of annual reports, and the shorter periods of quarterly ones.
fn collect_reported(json: &serde_json::Value, periods: &mut Vec<Period>) {
    if let (Some(form), Some(start), Some(end)) =
        (json["form"].as_str(), json["start"].as_str(), json["end"].as_str())
    {
        let period: Period = format!("{start}..{end}").parse().unwrap();
        let annual = period.kind() == PeriodKind::Year;
        periods
            .extend(((form == "10-K" && annual) || (form == "10-Q" && !annual)).then_some(period));
    } else if let Some(parts) = json.as_object() {
        parts.values().for_each(|part| collect_reported(part, periods));
    } else if let Some(parts) = json.as_array() {
        parts.iter().for_each(|part| collect_reported(part, periods));
    }
}

fn any_calendar() -> impl Strategy<Value = FiscalCalendar> {
    let division = prop_oneof![
        Just(None),
        Just(Some([13; 4])),
        Just(Some([12, 12, 12, 16])),
        Just(Some([16, 12, 12, 12])),
    ];
    (0_i8..7, 1_i8..=12, 0..3, division, 1_u8..=4).prop_map(|(day, month, rule, weeks, long)| {
        let weekday = Weekday::from_monday_zero_offset(day).unwrap();
        let year_end = match rule {
            0 => YearEnd::month_end(month),
            1 => YearEnd::last(weekday, month),
            _ => YearEnd::nearest(weekday, month),
        };
        let quarters = weeks.map_or(Quarters::MONTHS, |weeks| {
            Quarters::weeks(weeks).unwrap().with_extra_week_in(long).unwrap()
        });
        FiscalCalendar::new(year_end.unwrap()).with_quarters(quarters)
    })
}

/// Returns the years and quarters of a calendar; the fourth quarter, as in filings, is left out.
fn reported(calendar: &FiscalCalendar, years: core::ops::Range<i16>) -> Vec<Period> {
    let quarters = |year| (1..=3).map(move |quarter| FiscalQuarter::new(year, quarter).unwrap());
    let of_year = |year: i16| {
        let quarters = quarters(year).filter_map(|quarter| calendar.quarter(quarter).ok());
        calendar.year(year).into_iter().chain(quarters).collect::<Vec<_>>()
    };
    years.flat_map(of_year).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_calendar_is_told_from_its_own_periods(calendar in any_calendar(), from in 1950_i16..2070) {
        // 28 years hold every pairing of weekday and leap year.
        let periods = reported(&calendar, from..from + 28);
        let inferred = FiscalCalendar::infer(periods.iter().copied()).unwrap();
        prop_assert_eq!(reported(&inferred, from..from + 28), periods, "{}", inferred);
    }

    #[test]
    fn a_change_is_told_from_the_years_around_it(
        before in any_calendar(), after in any_calendar(), year in 1970_i16..2060,
    ) {
        let from: Date = after.year(year).unwrap().start();
        let Ok(calendar) = before.changed_on(from, after) else { return Ok(()) };
        let periods = reported(&calendar, year - 28..year + 28);
        let inferred = FiscalCalendar::infer(periods.iter().copied()).unwrap();
        for dates in periods.iter().filter(|period| period.kind() == PeriodKind::Year) {
            prop_assert_eq!(inferred.label(dates), calendar.label(dates), "{}", inferred);
        }
    }

    #[test]
    fn no_periods_break_the_inference(
        periods in proptest::collection::vec(crate::period::any_period(), 0..12),
        years in proptest::collection::vec((1990_i16..2030, 1_i8..=12, 1_i8..=28), 0..12),
    ) {
        let years = years.into_iter().filter_map(|(year, month, day)| {
            let start = Date::new(year, month, day).ok()?;
            Period::between(start, Date::new(year + 1, month, day).ok()?).ok()
        });
        let _ = FiscalCalendar::infer(periods.into_iter().chain(years));
    }
}

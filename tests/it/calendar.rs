use financials::{
    Date, FiscalCalendar, Period,
    period::{
        CalendarError, FiscalLabel, FiscalQuarter, FiscalYear, Quarters, Weekday, YearEnd,
        YearNamed,
    },
};
use jiff::ToSpan;
use proptest::prelude::*;

use crate::{
    companies::{Company, apple, companies, costco, jefferies, month_end, nearest},
    period::any_period,
};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

#[test]
fn companies_have_the_periods_they_reported() {
    for Company { name: company, calendar, periods } in companies() {
        for (label, dates) in periods {
            let label: FiscalLabel = label.parse().unwrap();
            let dates = period(dates);
            assert_eq!(calendar.period(label), Ok(dates), "{company} {label}");
            assert_eq!(calendar.label(&dates), Ok(label), "{company} {dates}");
        }
    }
}

#[test]
fn dates_rounded_to_month_ends_have_the_same_names() {
    // Kept as the end of the month where the year has 52 or 53 weeks, and the other way round.
    for (calendar, dates, label) in [
        (apple(), "2023-10-01..2023-12-31", "2024Q1"),
        (apple(), "2023-10-01..2024-09-30", "FY2024"),
        (month_end(9), "2023-10-01..2023-12-30", "2024Q1"),
        (month_end(12), "2023-04-03..2023-07-02", "2023Q2"),
        (month_end(12), "2022-01-03..2023-01-01", "FY2022"),
        // Lockheed Martin: calendar years, quarters to the last Sunday.
        (month_end(12), "2024-04-01..2024-06-30", "2024Q2"),
        (month_end(12), "2024-07-01..2024-09-29", "2024Q3"),
        (month_end(12), "at 2024-09-29", "2024Q3"),
        (month_end(12), "TTM 2023-10-01..2024-09-30", "TTM 2024Q3"),
        (month_end(12), "TTM 2024-01-01..2024-12-31", "TTM 2024Q4"),
    ] {
        assert_eq!(calendar.label(&period(dates)).unwrap().to_string(), label, "{dates}");
    }
}

#[test]
fn dates_of_no_fiscal_period_have_no_name() {
    for (calendar, dates, kind) in [
        (month_end(12), "2025-02-01..2025-04-30", "quarter"),
        (month_end(12), "2024-07-01..2025-06-30", "year"),
        (month_end(12), "2025-04-01..2025-09-30", "half year"),
        (month_end(12), "2025-04-01..2025-12-31", "nine months"),
        (month_end(12), "2025-01-01..2025-01-31", "other period"),
        (month_end(12), "2025-01-09..2025-03-31", "other period"),
        (month_end(12), "2023-01-01..2023-04-08", "quarter"),
        (month_end(12), "at 2025-05-31", "instant"),
        (month_end(12), "TTM 2024-06-01..2025-05-31", "trailing twelve months"),
    ] {
        assert_eq!(
            calendar.label(&period(dates)).unwrap_err().to_string(),
            format!(
                "{dates} ({kind}) is no period of the calendar (year to the end of December), \
                 give or take 7 days"
            )
        );
    }
    assert_eq!(
        month_end(12).quarter_ending(date("2025-05-31")).unwrap_err().to_string(),
        "at 2025-05-31 (instant) is no period of the calendar (year to the end of December), \
         give or take 7 days"
    );
}

#[test]
fn ends_of_quarters_are_found_from_the_month_of_the_year_end_alone() {
    for (end, month, quarter) in [
        ("2023-07-02", 12, 2),
        ("2023-10-01", 12, 3),
        ("2024-09-29", 12, 3),
        ("2023-12-31", 12, 4),
        ("2026-01-03", 9, 1),
        ("2023-12-30", 9, 1),
        ("2024-09-28", 9, 4),
        ("2024-05-03", 1, 1),
        ("2024-04-28", 1, 1),
        ("2024-01-02", 6, 2),
        ("2024-04-07", 12, 1),
    ] {
        let found = month_end(month).quarter_ending(date(end)).unwrap();
        assert_eq!(found.quarter(), quarter, "{end}, year to month {month}");
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn every_row_of_the_ground_truth_holds() {
    let truth: serde_json::Value = crate::data::json("data/truth/fiscal_labels.json");
    let row = |row: &serde_json::Value| {
        let month = i8::try_from(row["fye_month"].as_i64().unwrap()).unwrap();
        (date(row["end"].as_str().unwrap()), month_end(month))
    };
    let quarters = truth["quarter_for_end_date"].as_array().unwrap();
    assert_eq!(quarters.len(), 17);
    for case in quarters {
        let (end, calendar) = row(case);
        let found = calendar.quarter_ending(end).unwrap().quarter();
        assert_eq!(format!("Q{found}"), case["expect"].as_str().unwrap(), "{case}");
    }
    let years = truth["plausible_fiscal_year"].as_array().unwrap();
    assert_eq!(years.len(), 17);
    for case in years {
        let (end, calendar) = row(case);
        let year = |named| {
            let calendar = calendar.clone().with_year_named(named);
            i64::from(calendar.quarter_ending(end).unwrap().year().number())
        };
        // A year may be named for its end, for its start, or for the day it happens to end on.
        let plausible = [year(YearNamed::End), year(YearNamed::Start), i64::from(end.year())];
        let found = plausible.contains(&case["fiscal_year"].as_i64().unwrap());
        assert_eq!(found, case["expect"].as_bool().unwrap(), "{case}: {plausible:?}");
    }
}

#[test]
fn periods_before_have_the_calendars_own_dates() {
    let apple = apple();
    let year_ago = |dates: &str| apple.year_ago(&period(dates)).unwrap().to_string();
    assert_eq!(year_ago("2023-10-01..2023-12-30"), "2022-09-25..2022-12-31");
    assert_eq!(year_ago("2023-10-01..2024-03-30"), "2022-09-25..2023-04-01");
    assert_eq!(year_ago("at 2024-09-28"), "at 2023-09-30");
    assert_eq!(year_ago("TTM 2023-12-31..2024-12-28"), "TTM 2023-01-01..2023-12-30");

    let quarter_ago = |dates: &str| apple.quarter_ago(&period(dates)).unwrap().to_string();
    assert_eq!(quarter_ago("2023-10-01..2023-12-30"), "2023-07-02..2023-09-30");
    assert_eq!(quarter_ago("at 2024-03-31"), "at 2023-12-30");

    assert_eq!(
        apple.quarter_ago(&period("2023-10-01..2024-03-30")).unwrap_err().to_string(),
        "2023-10-01..2024-03-30 (half year) is no quarter, so that it has none before it"
    );
}

#[test]
fn a_change_of_year_end_leaves_a_stub_and_no_year_before() {
    let calendar = jefferies();
    assert_eq!(
        calendar.year(2018).unwrap_err().to_string(),
        "the calendar (year to the end of November) has no FY2018"
    );
    let message = |result: Result<Period, CalendarError>| result.unwrap_err().to_string();
    assert_eq!(
        message(calendar.year_ago(&period("2018-12-01..2019-02-28"))),
        "the calendar (year to the end of November) has no 2018Q1"
    );
    assert_eq!(
        message(calendar.quarter_ago(&period("2018-12-01..2019-02-28"))),
        "at 2018-11-30 (instant) is no period of the calendar (year to the end of December), \
         give or take 7 days"
    );
    assert_eq!(
        message(calendar.period("2019 transition".parse().unwrap())),
        "the calendar (year to the end of November) has no 2019 transition"
    );
    // Six months that are a stub are not a half year.
    let june = month_end(6).changed_on(date("2019-01-01"), month_end(12)).unwrap();
    let stub = period("2018-07-01..2018-12-31");
    assert_eq!(june.label(&stub).unwrap().to_string(), "2018 transition");
    assert_eq!(month_end(6).label(&stub).unwrap().to_string(), "2019H1");
}

#[test]
fn a_change_of_a_few_days_is_taken_up_by_the_year_after() {
    // From the Saturday nearest the end of December to calendar years, as of the year 2021.
    let calendar = nearest(Weekday::Saturday, 12)
        .changed_on(date("2021-01-03"), FiscalCalendar::CALENDAR_YEAR)
        .unwrap();
    assert_eq!(calendar.year(2020).unwrap().to_string(), "2019-12-29..2021-01-02");
    assert_eq!(calendar.year(2021).unwrap().to_string(), "2021-01-03..2021-12-31");
    let q1 = calendar.quarter(FiscalQuarter::new(2021, 1).unwrap()).unwrap();
    assert_eq!(q1.to_string(), "2021-01-03..2021-03-31");
    assert_eq!(calendar.quarter_ago(&q1).unwrap().to_string(), "2020-09-27..2021-01-02");
}

#[test]
fn changes_out_of_order_are_refused() {
    let change = |from: &str, month| {
        jefferies().changed_on(date(from), month_end(month)).unwrap_err().to_string()
    };
    assert_eq!(
        change("2020-03-01", 6),
        "no fiscal year to the end of June starts on 2020-03-01, or within 7 days of it"
    );
    assert_eq!(
        change("2017-07-01", 6),
        "the change of the fiscal year on 2017-07-01 must leave a full year after 2018-12-01"
    );
    assert_eq!(
        change("2019-07-01", 6),
        "the change of the fiscal year on 2019-07-01 must leave a full year after 2018-12-01"
    );
    let to_start = month_end(6).with_year_named(YearNamed::Start);
    assert_eq!(
        month_end(6).changed_on(date("2018-07-01"), to_start).unwrap_err().to_string(),
        "the change of the fiscal year on 2018-07-01 would give FY2018 a second time"
    );
    let mut calendar = month_end(12);
    for year in 1990..2006 {
        let from = Date::new(year, 1, 1).unwrap();
        calendar = calendar.changed_on(from, month_end(12)).unwrap();
    }
    assert_eq!(
        calendar.changed_on(date("2010-01-01"), month_end(12)).unwrap_err().to_string(),
        "the calendar changes 17 times, at most 16 are allowed"
    );
}

#[test]
fn rules_that_cannot_be_are_refused() {
    for month in [0, 13, -1, i8::MIN, i8::MAX] {
        let expected = format!("month {month} does not exist, it must be 1 to 12");
        assert_eq!(YearEnd::month_end(month).unwrap_err().to_string(), expected);
        assert_eq!(YearEnd::last(Weekday::Friday, month).unwrap_err().to_string(), expected);
        assert_eq!(YearEnd::nearest(Weekday::Friday, month).unwrap_err().to_string(), expected);
    }
    assert_eq!(
        YearEnd::nearest_to(Weekday::Friday, 6, 31).unwrap_err().to_string(),
        "month 6 never has a day 31"
    );
    assert_eq!(
        Quarters::weeks([13, 13, 13, 14]).unwrap_err().to_string(),
        "quarters of [13, 13, 13, 14] weeks make no year, each must have 12 to 16 and all four 52"
    );
    for weeks in [[10, 14, 14, 14], [17, 12, 12, 11], [255, 255, 255, 255]] {
        assert!(Quarters::weeks(weeks).is_err(), "{weeks:?}");
    }
    assert_eq!(
        Quarters::WEEKS.with_extra_week_in(5).unwrap_err().to_string(),
        "quarter 5 cannot have the 53rd week, it must be 1 to 4"
    );
    for text in ["", "end of Smarch", "last Saturday of september", "Saturday nearest 32 January"] {
        assert_eq!(
            text.parse::<YearEnd>().unwrap_err().to_string(),
            format!(
                "'{text}' is not a rule for a year's end, such as 'end of December', \
                 'last Saturday of September' or 'Saturday nearest 31 January'"
            )
        );
    }
}

#[test]
fn calendars_keep_their_form_in_serde() {
    let json = serde_json::to_string(&costco()).unwrap();
    assert_eq!(
        json,
        concat!(
            r#"{"year_end":"Sunday nearest 31 August","#,
            r#""quarters":{"weeks":{"weeks":[12,12,12,16],"extra_week_in":4}},"#,
            r#""year_named":"end"}"#,
        )
    );
    assert_eq!(
        serde_json::to_string(&jefferies()).unwrap(),
        concat!(
            r#"{"year_end":"end of December","quarters":"months","year_named":"end","#,
            r#""changes":[{"from":"2018-12-01","year_end":"end of November","#,
            r#""quarters":"months","year_named":"end"}]}"#,
        )
    );
    assert_eq!(
        jefferies().to_string(),
        "year to the end of December, named for its end, quarters of three months; \
         from 2018-12-01 year to the end of November, named for its end, quarters of three months"
    );
    for bad in [
        r#"{"year_end":"end of Smarch","quarters":"months","year_named":"end"}"#,
        concat!(
            r#"{"year_end":"end of May","#,
            r#""quarters":{"weeks":{"weeks":[1,2,3,4],"extra_week_in":4}},"year_named":"end"}"#,
        ),
        concat!(
            r#"{"year_end":"end of May","quarters":"months","year_named":"end","#,
            r#""changes":[{"from":"2018-12-02","year_end":"end of June","quarters":"months","#,
            r#""year_named":"end"}]}"#,
        ),
    ] {
        assert!(serde_json::from_str::<FiscalCalendar>(bad).is_err(), "{bad}");
    }
}

fn any_weekday() -> impl Strategy<Value = Weekday> {
    (0_i8..7).prop_map(|day| Weekday::from_monday_zero_offset(day).unwrap())
}

fn any_year_end() -> impl Strategy<Value = YearEnd> {
    (any_weekday(), 1_i8..=12, 1_i8..=31, 0..4).prop_map(|(weekday, month, day, rule)| {
        match rule {
            0 => YearEnd::month_end(month),
            1 => YearEnd::last(weekday, month),
            2 => YearEnd::nearest(weekday, month),
            _ => YearEnd::nearest_to(weekday, month, day)
                .or_else(|_| YearEnd::nearest(weekday, month)),
        }
        .unwrap()
    })
}

fn any_quarters() -> impl Strategy<Value = Quarters> {
    let weeks = [12_u8..=16, 12..=16, 12..=16]
        .prop_filter_map("no year", |[a, b, c]| Quarters::weeks([a, b, c, 52 - a - b - c]).ok());
    prop_oneof![
        1 => Just(Quarters::MONTHS),
        1 => Just(Quarters::WEEKS),
        2 => (weeks, 1_u8..=4).prop_map(|(q, long)| q.with_extra_week_in(long).unwrap()),
    ]
}

fn any_calendar() -> impl Strategy<Value = FiscalCalendar> {
    let named = prop_oneof![Just(YearNamed::End), Just(YearNamed::Start)];
    (any_year_end(), any_quarters(), named).prop_map(|(year_end, quarters, named)| {
        FiscalCalendar::new(year_end).with_quarters(quarters).with_year_named(named)
    })
}

/// A calendar that changes to another rule, with the year before which it does.
fn changing_calendar() -> impl Strategy<Value = (FiscalCalendar, i16)> {
    (any_calendar(), any_calendar(), 1960_i16..2090).prop_filter_map(
        "the change would give a year's number twice",
        |(before, after, year)| {
            let from = after.year(year).ok()?.start();
            Some((before.changed_on(from, after).ok()?, year))
        },
    )
}

fn labels_of(year: i16) -> impl Iterator<Item = FiscalLabel> {
    let year = FiscalYear::new(year).unwrap();
    let quarters = (1..=4).map(move |quarter| year.quarter(quarter).unwrap());
    quarters
        .flat_map(|quarter| [FiscalLabel::Quarter(quarter), FiscalLabel::Trailing(quarter)])
        .chain([
            FiscalLabel::FirstHalf(year),
            FiscalLabel::SecondHalf(year),
            FiscalLabel::NineMonths(year),
            FiscalLabel::Year(year),
        ])
}

fn next_day(period: &Period) -> Date {
    period.end().checked_add(1.day()).unwrap()
}

proptest! {
    #[test]
    fn labels_name_their_dates_and_dates_their_labels(
        calendar in any_calendar(), from in 1950_i16..=2090,
    ) {
        for label in (from..=from + 10).flat_map(labels_of) {
            let dates = calendar.period(label).unwrap();
            prop_assert_eq!(calendar.label(&dates), Ok(label), "{} of {}", dates, calendar);
        }
    }

    #[test]
    fn quarters_tile_years_and_years_tile_time(
        calendar in any_calendar(), from in 1950_i16..=2072,
    ) {
        let mut expected = calendar.year(from).unwrap().start();
        for number in from..=from + 28 {
            let year = calendar.year(number).unwrap();
            prop_assert_eq!(year.start(), expected);
            let weekly = calendar.year_end().is_weekly();
            let lengths = if weekly { [364, 371] } else { [365, 366] };
            prop_assert!(lengths.contains(&year.days()), "{} has {}", year, year.days());
            prop_assert_eq!(year.is_53_weeks(), weekly && year.days() == 371);
            for quarter in 1..=4 {
                let quarter = FiscalQuarter::new(number, quarter).unwrap();
                let dates = calendar.quarter(quarter).unwrap();
                prop_assert_eq!(dates.start(), expected);
                expected = next_day(&dates);
            }
            prop_assert_eq!(expected, next_day(&year));
        }
    }

    #[test]
    fn years_and_stubs_tile_a_change((calendar, year) in changing_calendar()) {
        let mut pieces = Vec::new();
        for number in year - 4..=year + 3 {
            pieces.extend(calendar.year(number).ok());
            let stub = FiscalLabel::Transition(FiscalYear::new(number).unwrap());
            if let Ok(stub) = calendar.period(stub) {
                prop_assert_eq!(calendar.label(&stub).unwrap(), FiscalLabel::Transition(
                    FiscalYear::new(year - 1).unwrap()
                ));
                pieces.push(stub);
            }
        }
        prop_assert!(pieces.len() >= 5, "{:?}", pieces);
        pieces.sort();
        for pair in pieces.windows(2) {
            prop_assert!(pair[1].follows(&pair[0]), "{} {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn a_week_more_or_less_does_not_change_a_name(
        calendar in any_calendar(), year in 1950_i16..=2100, by in -7_i32..=7, quarter in 1_u8..=4,
    ) {
        let label = FiscalQuarter::new(year, quarter).unwrap();
        let end = calendar.quarter(label).unwrap().end();
        prop_assert_eq!(calendar.quarter_ending(end.checked_add(by.days()).unwrap()), Ok(label));
        for far in [8, -8] {
            let day = end.checked_add(far.days()).unwrap();
            prop_assert!(calendar.quarter_ending(day).is_err());
        }
    }

    #[test]
    fn no_date_breaks_a_calendar((calendar, _) in changing_calendar(), period in any_period()) {
        if let Ok(label) = calendar.label(&period) {
            prop_assert!(calendar.period(label).is_ok() || label.year().number() < 2);
        }
        let _ = calendar.year_ago(&period);
        let _ = calendar.quarter_ago(&period);
        let _ = calendar.quarter_ending(period.end());
    }

    #[test]
    fn text_and_serde_rebuild_every_calendar(
        rule in any_year_end(), (calendar, _) in changing_calendar(),
    ) {
        prop_assert_eq!(rule.to_string().parse::<YearEnd>().unwrap(), rule);
        let json = serde_json::to_string(&calendar).unwrap();
        prop_assert_eq!(serde_json::from_str::<FiscalCalendar>(&json).unwrap(), calendar);
    }
}

#[test]
fn the_edges_of_time_are_refused_and_do_not_panic() {
    for calendar in [month_end(12), month_end(1), nearest(Weekday::Monday, 12), costco()] {
        for year in [i16::MIN, -9999, -1, 0, 1, 9998, 9999, 10_000, i16::MAX] {
            let _ = calendar.year(year);
            let _ = calendar.clone().with_year_named(YearNamed::Start).year(year);
        }
        for day in [Date::MIN, Date::MAX] {
            let _ = calendar.quarter_ending(day);
            let _ = calendar.label(&Period::instant(day));
            let _ = calendar.quarter_ago(&Period::instant(day));
            let _ = Period::instant(day).calendar_frame();
            let _ = calendar.clone().changed_on(day, month_end(3));
        }
    }
    assert_eq!(
        month_end(12).year(0).unwrap_err().to_string(),
        "fiscal year 0 is out of range, it must be 1 to 9999"
    );
    assert!(Period::between(Date::MIN, Date::MAX).unwrap().days() > 7_300_000);
}

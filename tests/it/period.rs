use financials::{
    Date, Period,
    period::{CalendarFrame, NotComparable, PeriodError, PeriodKind, YearAgo},
};
use jiff::ToSpan;
use proptest::prelude::*;

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn message(result: Result<Period, PeriodError>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn the_length_gives_the_kind() {
    for (text, kind, days, weeks) in [
        ("2025-04-01..2025-06-30", PeriodKind::Quarter, 91, 13),
        ("2025-01-01..2025-03-31", PeriodKind::Quarter, 90, 13),
        // Apple's 14-week first quarter of fiscal 2023.
        ("2022-09-25..2022-12-31", PeriodKind::Quarter, 98, 14),
        // Costco's 17-week fourth quarter of fiscal 2023.
        ("2023-05-08..2023-09-03", PeriodKind::Quarter, 119, 17),
        // Costco's 12-week first quarter of fiscal 2024.
        ("2023-09-04..2023-11-26", PeriodKind::Quarter, 84, 12),
        ("2025-01-01..2025-06-30", PeriodKind::Half, 181, 26),
        ("2024-01-01..2024-09-30", PeriodKind::NineMonths, 274, 39),
        ("2024-01-01..2024-12-31", PeriodKind::Year, 366, 52),
        ("2022-09-25..2023-09-30", PeriodKind::Year, 371, 53),
        ("2025-01-01..2025-01-31", PeriodKind::Other, 31, 4),
        ("2024-01-01..2024-04-30", PeriodKind::Other, 121, 17),
        ("2025-01-01..2025-01-01", PeriodKind::Other, 1, 0),
        ("TTM 2024-07-01..2025-06-30", PeriodKind::TrailingTwelveMonths, 365, 52),
        ("other 2018-07-01..2018-12-31", PeriodKind::Other, 184, 26),
        ("at 2025-06-30", PeriodKind::Instant, 0, 0),
    ] {
        let found = period(text);
        let seen = (found.kind(), found.days(), found.weeks());
        assert_eq!(seen, (kind, days, weeks), "{text}");
        assert_eq!(found.to_string(), text);
    }
    assert!(period("2022-09-25..2023-09-30").is_53_weeks());
    assert!(!period("2024-01-01..2024-12-31").is_53_weeks());
}

#[test]
fn constructors_refuse_another_length() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let (start, end) = (day("2025-01-01"), day("2025-06-30"));
    let refused = |kind: &str, allowed: &str| {
        format!("2025-01-01..2025-06-30 has 181 days and is no {kind}, which has {allowed}")
    };
    assert_eq!(message(Period::quarter(start, end)), refused("quarter", "84 to 119"));
    assert_eq!(message(Period::nine_months(start, end)), refused("nine months", "252 to 287"));
    assert_eq!(message(Period::year(start, end)), refused("year", "357 to 378"));
    assert_eq!(
        message(Period::trailing(start, end)),
        refused("trailing twelve months", "357 to 378")
    );
    assert_eq!(
        message(Period::half(start, day("2025-03-31"))),
        "2025-01-01..2025-03-31 has 90 days and is no half year, which has 168 to 203"
    );
    for make in [Period::between, Period::quarter, Period::other, Period::year] {
        assert_eq!(
            message(make(end, start)),
            "end 2025-01-01 of a period is before its start 2025-06-30"
        );
    }
}

#[test]
fn texts_that_are_no_period_are_refused() {
    for text in [
        "",
        "2025-6-30",
        "2025-04-01/P3M",
        "2025-04-01/2025-06-30/2025-09-30",
        "2025-04-01..",
        "2025-04-01..2025-06-31",
        "2025-04-01T00:00..2025-06-30",
        "20250401..20250630",
        "2025-04-01..2025-06-30 ",
        "at 2025-06-30T12:00:00",
        "ttm 2024-07-01..2025-06-30",
    ] {
        assert_eq!(
            message(text.parse()),
            format!(
                "'{text}' is not a period, such as 2025-04-01..2025-06-30 or \
                 2025-04-01/2025-06-30, 2025-06-30, or TTM 2024-07-01..2025-06-30"
            )
        );
    }
}

#[test]
fn intervals_and_days_of_iso_8601_are_read() {
    for (text, same) in [
        ("2025-04-01/2025-06-30", "2025-04-01..2025-06-30"),
        ("2024-01-01/2024-12-31", "2024-01-01..2024-12-31"),
        ("TTM 2024-07-01/2025-06-30", "TTM 2024-07-01..2025-06-30"),
        ("2025-06-30/2025-06-30", "2025-06-30..2025-06-30"),
        ("2025-06-30", "at 2025-06-30"),
    ] {
        assert_eq!(period(text).to_string(), same);
    }
    assert_eq!(
        message("2025-06-30/2025-04-01".parse()),
        "end 2025-04-01 of a period is before its start 2025-06-30"
    );
}

#[test]
fn periods_sort_by_end_then_start() {
    let mut periods =
        ["2025-04-01..2025-06-30", "2025-01-01..2025-06-30", "at 2025-03-31"].map(period).to_vec();
    periods.sort();
    let texts: Vec<_> = periods.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["at 2025-03-31", "2025-01-01..2025-06-30", "2025-04-01..2025-06-30"]);
}

#[test]
fn a_period_follows_the_one_that_ends_the_day_before() {
    let (q1, q2) = (period("2025-01-01..2025-03-31"), period("2025-04-01..2025-06-30"));
    assert!(q2.follows(&q1) && !q1.follows(&q2) && !q2.follows(&q2));
    assert!(!q2.follows(&period("at 2025-03-31")));
    assert!(q2.contains(q2.start()) && q2.contains(q2.end()) && !q2.contains(q1.end()));
}

#[test]
fn year_over_year_flags_a_53rd_week() {
    let weeks = |later: &str, earlier: &str| -> Result<i8, NotComparable> {
        let YearAgo { extra_weeks, .. } = period(later).compares_with_year_ago(&period(earlier))?;
        Ok(extra_weeks)
    };
    assert_eq!(weeks("2025-04-01..2025-06-30", "2024-04-01..2024-06-30"), Ok(0));
    assert_eq!(weeks("2024-01-01..2024-03-31", "2023-01-01..2023-03-31"), Ok(0));
    assert_eq!(weeks("2022-09-25..2022-12-31", "2021-09-26..2021-12-25"), Ok(1));
    assert_eq!(weeks("2023-10-01..2023-12-30", "2022-09-25..2022-12-31"), Ok(-1));
    assert_eq!(weeks("2022-09-25..2023-09-30", "2021-09-26..2022-09-24"), Ok(1));
    assert_eq!(weeks("at 2025-06-30", "at 2024-06-30"), Ok(0));

    let refusal = |later: &str, earlier: &str| weeks(later, earlier).unwrap_err().to_string();
    assert_eq!(
        refusal("2025-04-01..2025-06-30", "2024-01-01..2024-06-30"),
        "2025-04-01..2025-06-30 (quarter) and 2024-01-01..2024-06-30 (half year) \
         are not of one kind"
    );
    assert_eq!(
        refusal("2025-04-01..2025-06-30", "2024-01-01..2024-03-31"),
        "2024-01-01..2024-03-31 ends 456 days before 2025-04-01..2025-06-30, \
         and a year before is 357 to 378"
    );
    assert_eq!(
        refusal("2024-05-13..2024-09-01", "2023-06-05..2023-09-03"),
        "2024-05-13..2024-09-01 has 16 weeks and 2023-06-05..2023-09-03 13, \
         and a year before may differ by 1"
    );
}

#[test]
fn calendar_frames_are_those_of_the_sec() {
    for (text, frame) in [
        ("2025-04-01..2025-06-30", "CY2025Q2"),
        // Apple, first fiscal quarter of 2024, and Walmart's of 2025.
        ("2023-10-01..2023-12-30", "CY2023Q4"),
        ("2024-02-01..2024-04-30", "CY2024Q1"),
        ("2023-07-01..2024-06-30", "CY2024"),
        ("2023-10-01..2024-09-28", "CY2024"),
        ("2024-02-01..2025-01-31", "CY2024"),
        ("at 2024-01-31", "CY2023Q4I"),
        ("at 2024-09-28", "CY2024Q3I"),
    ] {
        assert_eq!(period(text).calendar_frame().unwrap().to_string(), frame, "{text}");
    }
    assert_eq!(period("2025-01-01..2025-06-30").calendar_frame(), None);
    let frame = period("at 2024-01-31").calendar_frame().unwrap();
    assert_eq!((frame.year(), frame.quarter(), frame.is_instant()), (2023, Some(4), true));
    for text in ["", "CY", "2024Q1", "CY24Q1", "CY2024Q5", "CY2024Q01", "CY2024I", "CY+2024"] {
        assert_eq!(
            text.parse::<CalendarFrame>().unwrap_err().to_string(),
            format!("'{text}' is not a calendar frame, such as CY2025Q1, CY2025Q1I or CY2025")
        );
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn frames_of_companyfacts_are_reproduced() {
    let mut compared = 0;
    for company in ["MSFT", "WMT", "SBUX", "NKE", "JNJ", "INTC"] {
        let path = format!("data/companyfacts/core/{company}.json");
        compare_frames(&crate::data::json(&path), &mut compared);
    }
    assert!(compared > 5_000, "{compared}");
}

fn compare_frames(json: &serde_json::Value, compared: &mut u32) {
    if let (Some(frame), Some(end)) = (json["frame"].as_str(), json["end"].as_str()) {
        let found = match json["start"].as_str() {
            Some(start) => period(&format!("{start}..{end}")),
            None => period(&format!("at {end}")),
        };
        if found.kind() != PeriodKind::Other {
            assert_eq!(found.calendar_frame().unwrap().to_string(), frame, "{found}");
            *compared += 1;
        }
    } else if let Some(parts) = json.as_object() {
        parts.values().for_each(|part| compare_frames(part, compared));
    } else if let Some(parts) = json.as_array() {
        parts.iter().for_each(|part| compare_frames(part, compared));
    }
}

/// Any date that there is.
pub fn any_date() -> impl Strategy<Value = Date> {
    (-9999_i16..=9999, 1_i8..=12, 1_i8..=31)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day).ok())
}

/// Any period: of any dates, of all regular lengths, and of every kind.
pub fn any_period() -> impl Strategy<Value = Period> {
    let near = (any_date(), 0_i32..=400).prop_filter_map("outside the years", |(start, days)| {
        Some((start, start.checked_add(days.days()).ok()?))
    });
    let far = (any_date(), any_date()).prop_map(|(a, b)| (a.min(b), a.max(b)));
    (prop_oneof![4 => near, 1 => far], 0..4).prop_map(|((start, end), kind)| {
        let made = match kind {
            0 => Ok(Period::instant(end)),
            1 => Period::trailing(start, end),
            2 => Period::other(start, end),
            _ => Period::between(start, end),
        };
        made.unwrap_or_else(|_| Period::between(start, end).unwrap())
    })
}

proptest! {
    #[test]
    fn text_and_serde_rebuild_every_period(period in any_period()) {
        prop_assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
        let json = serde_json::to_string(&period).unwrap();
        prop_assert_eq!(&json, &format!("\"{period}\""));
        prop_assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), period);
        let frame = period.calendar_frame();
        let json = serde_json::to_string(&frame).unwrap();
        prop_assert_eq!(serde_json::from_str::<Option<CalendarFrame>>(&json).unwrap(), frame);
    }

    #[test]
    fn days_and_contains_agree_with_walking(start in any_date(), length in 0_i32..500) {
        let Ok(end) = start.checked_add(length.days()) else { return Ok(()) };
        let period = Period::between(start, end).unwrap();
        let walked = start.series(1.day()).take_while(|day| *day <= end).count();
        prop_assert_eq!(period.days() as usize, walked);
        prop_assert!(start.series(1.day()).take(walked).all(|day| period.contains(day)));
    }

    #[test]
    fn no_two_periods_break_a_comparison(a in any_period(), b in any_period()) {
        let _ = a.compares_with_year_ago(&b);
        prop_assert_eq!(a.follows(&b) && b.follows(&a), false);
        prop_assert_eq!(a.cmp(&b) == core::cmp::Ordering::Equal, a == b);
    }
}

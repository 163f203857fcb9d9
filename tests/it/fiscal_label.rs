use financials::period::{FiscalLabel, FiscalQuarter, FiscalYear, LabelError};
use proptest::prelude::*;

#[test]
fn common_forms_are_read() {
    for (texts, label) in [
        (
            &[
                "2025Q2",
                "2025-Q2",
                "2025 Q2",
                "Q2 2025",
                "Q2 FY2025",
                "FY25Q2",
                "FY2025 Q2",
                "FY2025-Q2",
                "2Q25",
                "2Q2025",
                "2Q FY25",
                "q2 fy25",
                "Q2 25",
            ][..],
            "2025Q2",
        ),
        (&["2025H1", "H1 2025", "1H25", "FY2025 H1", "1H FY2025"], "2025H1"),
        (&["2025H2", "2H25"], "2025H2"),
        (&["2025 9M", "9M 2025", "9M2025", "9M25", "9M FY2025"], "2025 9M"),
        (&["FY2025", "FY 2025", "FY25", "fy2025", "FY-2025"], "FY2025"),
        (&["TTM 2025Q2", "TTM Q2 FY2025"], "TTM 2025Q2"),
        (&["2018 transition", "FY2018 transition"], "2018 transition"),
        (&["FY68"], "FY2068"),
        (&["FY69", "FY1969"], "FY1969"),
        (&["0001Q1"], "0001Q1"),
    ] {
        for text in texts {
            assert_eq!(text.parse::<FiscalLabel>().unwrap().to_string(), label, "{text}");
        }
    }
}

#[test]
fn other_texts_are_refused() {
    let message = |text: &str| text.parse::<FiscalLabel>().unwrap_err().to_string();
    for text in [
        "",
        " ",
        "2025",
        "Q2",
        "2025Q",
        "Q22025",
        "20-25Q2",
        "2025  Q2",
        "2025Q02",
        "2025Q12",
        "CY2025Q2",
        "FY",
        "FY2",
        "FY202",
        "FY20255",
        "2025QQ2",
        "FY FY2025",
        "2025 8M",
        "Q2 FYFY25",
        "TTM",
        "TTM FY2025",
        "transition",
        "2025Q2 transition",
        "२०२५Q2",
        "2025Q2\u{301}",
        "FY99999999999999999999",
    ] {
        assert_eq!(
            message(text),
            format!(
                "'{text}' is not a fiscal label, such as 2025Q2, 2025H1, 2025 9M, FY2025 or \
                 TTM 2025Q2"
            )
        );
    }
    assert_eq!(
        message("2025Q5"),
        "quarter 5 of fiscal year 2025 does not exist, it must be 1 to 4"
    );
    assert_eq!(message("2025H3"), "half 3 of fiscal year 2025 does not exist, it must be 1 or 2");
    assert_eq!(message("FY0000"), "fiscal year 0 is out of range, it must be 1 to 9999");
    let error = |e: LabelError| e.to_string();
    assert_eq!(error(FiscalYear::new(10_000).unwrap_err()), {
        "fiscal year 10000 is out of range, it must be 1 to 9999"
    });
    assert_eq!(
        error("2025H1".parse::<FiscalQuarter>().unwrap_err()),
        "'2025H1' is not a fiscal quarter"
    );
    assert_eq!(error("2025Q1".parse::<FiscalYear>().unwrap_err()), "'2025Q1' is not a fiscal year");
}

#[test]
fn a_year_to_date_label_is_no_quarter() {
    for text in ["2025H1", "2025H2", "2025 9M", "FY2025", "TTM 2025Q2", "2018 transition"] {
        assert_eq!(text.parse::<FiscalLabel>().unwrap().quarter(), None, "{text}");
    }
}

#[test]
fn labels_sort_by_their_end_and_length() {
    let order = [
        "FY2024",
        "TTM 2024Q4",
        "2025Q1",
        "2025Q2",
        "2025H1",
        "2025Q3",
        "2025 9M",
        "2025Q4",
        "2025H2",
        "FY2025",
        "2025 transition",
        "2026Q1",
    ];
    let labels: Vec<FiscalLabel> = order.iter().map(|text| text.parse().unwrap()).collect();
    assert!(labels.is_sorted(), "{labels:?}");
    assert!(labels.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn quarters_step_across_years_and_stop_at_the_ends() {
    let quarter = |year, quarter| FiscalQuarter::new(year, quarter).unwrap();
    assert_eq!(quarter(2024, 4).next(), Some(quarter(2025, 1)));
    assert_eq!(quarter(2025, 1).previous(), Some(quarter(2024, 4)));
    assert_eq!(quarter(2025, 3).year_ago(), Some(quarter(2024, 3)));
    assert_eq!(quarter(9999, 4).next(), None);
    assert_eq!(quarter(1, 1).previous(), None);
    assert_eq!(quarter(1, 4).year_ago(), None);
    assert_eq!(quarter(2025, 1).quarters_since(quarter(2023, 4)), 5);
    assert_eq!(FiscalYear::new(1).unwrap().previous(), None);
}

pub fn any_label() -> impl Strategy<Value = FiscalLabel> {
    (1_i16..=9999, 1_u8..=4, 0..7).prop_map(|(year, quarter, kind)| {
        let year = FiscalYear::new(year).unwrap();
        let quarter = year.quarter(quarter).unwrap();
        match kind {
            0 => FiscalLabel::FirstHalf(year),
            1 => FiscalLabel::SecondHalf(year),
            2 => FiscalLabel::NineMonths(year),
            3 => FiscalLabel::Year(year),
            4 => FiscalLabel::Trailing(quarter),
            5 => FiscalLabel::Transition(year),
            _ => FiscalLabel::Quarter(quarter),
        }
    })
}

proptest! {
    #[test]
    fn text_and_serde_rebuild_every_label(label in any_label()) {
        prop_assert_eq!(label.to_string().parse::<FiscalLabel>().unwrap(), label);
        let json = serde_json::to_string(&label).unwrap();
        prop_assert_eq!(&json, &format!("\"{label}\""));
        prop_assert_eq!(serde_json::from_str::<FiscalLabel>(&json).unwrap(), label);
    }

    #[test]
    fn no_text_breaks_the_reader(text in "([FfYyQqHhMmTt0-9 -]|FY|TTM|transition|\\PC){0,12}") {
        if let Ok(label) = text.parse::<FiscalLabel>() {
            prop_assert_eq!(label.to_string().parse::<FiscalLabel>().unwrap(), label);
        }
    }

    #[test]
    fn next_and_previous_undo_each_other(year in 2_i16..9998, quarter in 1_u8..=4) {
        let quarter = FiscalQuarter::new(year, quarter).unwrap();
        prop_assert_eq!(quarter.next().unwrap().previous(), Some(quarter));
        let mut before = quarter;
        for _ in 0..4 {
            before = before.previous().unwrap();
        }
        prop_assert_eq!(quarter.year_ago(), Some(before));
        prop_assert_eq!(before < quarter, true);
    }
}

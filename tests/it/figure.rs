use financials::{
    Accuracy, Basis, Currency, Decimal, Figure, Money, Source,
    figure::{Accession, IntoFigure, Scale},
};
use jiff::civil::date;
use num_rational::BigRational;
use proptest::prelude::*;

fn dec(text: &str) -> Decimal {
    financials::decimal::parse(text).unwrap()
}

fn release() -> Source {
    Source::filing("8-K", "0001321655-25-000105".parse().unwrap()).filed(date(2025, 8, 4))
}

#[test]
fn the_last_digit_written_is_the_last_one_stated() {
    for (figure, value, decimals) in [
        (1_003_697.into_figure(Scale::Thousands), "1003697000", -3),
        ((-5).into_figure(Scale::Units), "-5", 0),
        (4_142.into_figure(Scale::Millions), "4142000000", -6),
        ("0.13".into_figure(Scale::Units), "0.13", 2),
        ("0.130".into_figure(Scale::Units), "0.13", 3),
        ("1003.697".into_figure(Scale::Thousands), "1003697", 0),
        ("1.004".into_figure(Scale::Billions), "1004000000", -6),
        ("1.2e3".into_figure(Scale::Units), "1200", -2),
        ("15e-1".into_figure(Scale::Thousands), "1500", -2),
        (Decimal::new(150, 2).into_figure(Scale::Units), "1.5", 2),
        (Figure::thousands(678_134), "678134000", -3),
        (Figure::millions(306), "306000000", -6),
    ] {
        let figure = figure.unwrap();
        assert_eq!(figure.number(), dec(value));
        assert_eq!(figure.accuracy(), Accuracy::Decimals(decimals), "{value}");
    }
    let amount = Money::new(29, Currency::USD).unwrap().into_figure(Scale::Thousands).unwrap();
    assert_eq!(amount, Figure::exact(29).unwrap());
}

#[test]
fn values_past_the_limits_are_refused() {
    let refused =
        |figure: Result<Figure, financials::error::FigureError>| figure.unwrap_err().to_string();
    assert_eq!(
        refused(i64::MAX.into_figure(Scale::Thousands)),
        "figure 9223372036854775807000 is out of range, must be smaller than 10^19 in magnitude"
    );
    assert_eq!(
        refused("0.1234567891".into_figure(Scale::Units)),
        "figure 0.1234567891 has more than 9 decimals"
    );
    assert_eq!(
        refused("1,003".into_figure(Scale::Units)),
        "'1,003' is not a decimal number, at byte 1"
    );
    assert_eq!(
        refused("1234567890123456789012345678".into_figure(Scale::Billions)),
        "cannot multiply 1234567890123456789012345678 by 1000000000: the result is out of range"
    );
    assert!("0.1234567891".into_figure(Scale::Thousands).is_ok(), "7 decimals in units");
}

#[test]
fn the_wire_form_keeps_accuracy_basis_and_source() {
    let plain = Figure::thousands(1_003_697).unwrap();
    let sourced = plain.clone().on(Basis::Adjusted).from_source(release().at("us-gaap:Revenues"));
    for (figure, json) in [
        (&plain, r#"{"value":"1003697000","accuracy":"-3"}"#),
        (&Figure::exact(29).unwrap(), r#"{"value":"29","accuracy":"INF"}"#),
        (
            &sourced,
            r#"{"value":"1003697000","accuracy":"-3","basis":"adjusted","source":{"origin":{"filing":{"form":"8-K","accession":"0001321655-25-000105"}},"date":"2025-08-04","at":"us-gaap:Revenues"}}"#,
        ),
    ] {
        assert_eq!(serde_json::to_string(figure).unwrap(), json);
        assert_eq!(&serde_json::from_str::<Figure>(json).unwrap(), figure);
    }
    let refused = |json| serde_json::from_str::<Figure>(json).unwrap_err().to_string();
    assert!(refused(r#"{"value":"1"}"#).starts_with("missing field `accuracy`"));
    assert_eq!(
        refused(r#"{"value":"1e20","accuracy":"INF"}"#),
        "figure 100000000000000000000 is out of range, must be smaller than 10^19 in magnitude"
    );
}

#[test]
fn accession_numbers_are_checked() {
    let accession: Accession = "0001321655-25-000105".parse().unwrap();
    assert_eq!(serde_json::to_string(&accession).unwrap(), r#""0001321655-25-000105""#);
    for text in ["0001321655-25-00010", "000132165525000105", "000132165x-25-000105", "1-2-3-4"] {
        assert_eq!(
            text.parse::<Accession>().unwrap_err().to_string(),
            format!(
                "accession '{text}' is not ten, two and six digits with hyphens between, \
                 such as 0001321655-25-000105"
            )
        );
    }
}

#[test]
fn sources_nest_and_compare_by_content() {
    let derived = || {
        Source::derived("revenue / (1 + growth)")
            .from_input("revenue", release())
            .from_input("growth", Source::document("Outlook raised").at("line 12"))
    };
    assert_eq!(derived(), derived());
    assert_ne!(derived(), release());
    assert_eq!(
        derived().to_string(),
        "revenue / (1 + growth) [revenue: 8-K 0001321655-25-000105; \
         growth: Outlook raised, line 12]"
    );
    let json = serde_json::to_string(&derived()).unwrap();
    assert_eq!(serde_json::from_str::<Source>(&json).unwrap(), derived());
    assert_eq!(release().accession().unwrap().to_string(), "0001321655-25-000105");
    assert_eq!(release().date(), Some(date(2025, 8, 4)));
}

#[test]
fn every_word_of_the_wire_forms() {
    for (basis, name, printed) in [
        (Basis::Gaap, "gaap", "GAAP"),
        (Basis::Ifrs, "ifrs", "IFRS"),
        (Basis::Adjusted, "adjusted", "adjusted"),
    ] {
        assert_eq!(serde_json::to_string(&basis).unwrap(), format!("{name:?}"));
        assert_eq!(basis.to_string(), printed);
    }
    for (scale, name, exponent) in [
        (Scale::Units, "units", 0),
        (Scale::Thousands, "thousands", 3),
        (Scale::Millions, "millions", 6),
        (Scale::Billions, "billions", 9),
    ] {
        assert_eq!(serde_json::to_string(&scale).unwrap(), format!("{name:?}"));
        assert_eq!(scale.exponent(), exponent);
    }
    let derived = Source::derived("a / b").from_input("a", Source::document("Outlook"));
    assert_eq!(
        serde_json::to_string(&derived).unwrap(),
        r#"{"origin":{"derived":{"formula":"a / b"}},"inputs":[{"name":"a","source":{"origin":{"document":{"title":"Outlook"}}}}]}"#
    );
}

#[test]
fn a_figure_admits_half_a_place_to_either_side() {
    let admitted =
        |value: &str, accuracy| Figure::new(dec(value), accuracy).unwrap().admitted().to_string();
    for (value, accuracy, expected) in [
        ("1004000000", Accuracy::Decimals(-6), "[1003500000, 1004500000]"),
        ("0.13", Accuracy::Decimals(2), "[0.125, 0.135]"),
        ("-0.2", Accuracy::Decimals(1), "[-0.25, -0.15]"),
        ("7", Accuracy::Exact, "[7, 7]"),
        ("1004000000", Accuracy::Unknown, "[1003500000, 1004500000]"),
        ("0.130", Accuracy::Unknown, "[0.125, 0.135]"),
        ("0", Accuracy::Unknown, "[-0.5, 0.5]"),
        (
            "1",
            Accuracy::Decimals(-27),
            "[-499999999999999999999999999, 500000000000000000000000001]",
        ),
        ("1", Accuracy::Decimals(-128), "(-∞, ∞)"),
        (
            "0",
            Accuracy::Decimals(27),
            "[-0.0000000000000000000000000005, 0.0000000000000000000000000005]",
        ),
        // Half of these places has more decimals than are kept, and is rounded outward.
        (
            "0",
            Accuracy::Decimals(28),
            "[-0.0000000000000000000000000001, 0.0000000000000000000000000001]",
        ),
        (
            "0",
            Accuracy::Decimals(127),
            "[-0.0000000000000000000000000001, 0.0000000000000000000000000001]",
        ),
    ] {
        assert_eq!(admitted(value, accuracy), expected, "{value} {accuracy}");
    }
}

#[test]
fn a_source_of_any_depth_is_printed_compared_and_dropped() {
    let chain = |length: usize| {
        (0..length).fold(Source::document("start"), |source, _| {
            Source::derived("x").from_input("x", source)
        })
    };
    let (deep, same) = (chain(200_000), chain(200_000));
    assert_eq!(deep, same);
    assert_ne!(deep, chain(199_999));
    assert_eq!(deep.to_string(), format!("{}x […{}", "x [x: ".repeat(32), "]".repeat(33)));
    assert_eq!(
        serde_json::to_string(&deep).unwrap_err().to_string(),
        "source has inputs nested 200000 deep, must be at most 32",
    );
    let written = serde_json::to_string(&chain(32)).unwrap();
    assert_eq!(serde_json::from_str::<Source>(&written).unwrap(), chain(32));
    let deeper = written.replace(
        r#"{"document":{"title":"start"}}"#,
        r#"{"derived":{"formula":"x"}},"inputs":[{"name":"x","source":
            {"origin":{"document":{"title":"start"}}}}]"#,
    );
    let refused = serde_json::from_str::<Source>(&deeper).unwrap_err().to_string();
    assert!(refused.contains("nested 33 deep, must be at most 32"), "{refused}");

    // Thirty-two doublings of one input are four billion of them.
    let wide = (0..32).fold(Source::document("start"), |source, _| {
        Source::derived("2x").from_input("a", source.clone()).from_input("b", source)
    });
    assert_eq!(
        wide.to_string().matches("b: ").count() + wide.to_string().matches("a: ").count(),
        1_000
    );
}

#[test]
fn billions_are_correct_to_the_last_digit_written() {
    let whole = Figure::billions(-3).unwrap();
    assert_eq!((whole.number(), whole.accuracy()), (dec("-3000000000"), Accuracy::Decimals(-9)));
    let read = Figure::parse("64.70", Scale::Billions).unwrap();
    assert_eq!((read.number(), read.accuracy()), (dec("64700000000"), Accuracy::Decimals(-7)));
    assert!(Figure::parse("64.7B", Scale::Units).is_err());
}

#[test]
fn accuracy_is_one_text_and_no_other() {
    for (text, accuracy) in [
        ("INF", Accuracy::Exact),
        ("-6", Accuracy::Decimals(-6)),
        ("assumed 2", Accuracy::assumed(2)),
        ("assumed -6*2", Accuracy::Assumed { halves: 2, decimals: -6 }),
        ("-6*2", Accuracy::Within { halves: 2, decimals: -6 }),
        ("unknown", Accuracy::Unknown),
    ] {
        let json = format!("\"{text}\"");
        assert_eq!(serde_json::from_str::<Accuracy>(&json).unwrap(), accuracy);
        assert_eq!(serde_json::to_string(&accuracy).unwrap(), json);
    }
    for text in [
        "",
        "+2",
        "02",
        "128",
        "-6*0",
        "-6*65536",
        "assumed 2*0",
        "assumed",
        "assumed  2",
        "inf",
        "2 ",
    ] {
        let refused = serde_json::from_str::<Accuracy>(&format!("\"{text}\"")).unwrap_err();
        let expected = format!(
            "accuracy '{text}' must be a number of decimals from -128 to 127, as 2 or -6, alone, \
             behind 'assumed ', with a number of halves as in -6*2 or both; or INF or unknown"
        );
        assert!(refused.to_string().starts_with(&expected), "{refused}");
    }
}

/// Returns what is half of a place, so many times, as a fraction.
fn room(halves: u16, decimals: i8) -> BigRational {
    let place = BigRational::from_integer(10.into()).pow(-i32::from(decimals));
    place * BigRational::new(halves.into(), 2.into())
}

proptest! {
    /// A sum is as rough as its parts together, and no rougher than the place that it is told to
    /// asks for: a half of that for each part.
    #[test]
    fn the_rounding_of_parts_adds_up(places in prop::collection::vec(-12_i8..=6, 2..9)) {
        let parts: BigRational = places.iter().map(|place| room(1, *place)).sum();
        let sum = Accuracy::of_sum(places.iter().map(|place| Accuracy::Decimals(*place)));
        let Accuracy::Within { halves, decimals } = sum else { panic!("{sum}") };
        let (told, each) = (room(halves, decimals), room(1, decimals));
        prop_assert!(told >= parts, "{} {:?}", sum, places);
        let most = parts + each * BigRational::from_integer(places.len().into());
        prop_assert!(told < most, "{} {:?}", sum, places);
        // Told as finely as halves are counted: at the next place there would be too many.
        let is_finest = places.contains(&decimals);
        prop_assert!(is_finest || told > room(u16::MAX / 11, decimals), "{} {:?}", sum, places);
    }
}

//! `Stated::parse`: every notation, with values worked out by hand.

use financials::{
    Decimal, Stated,
    figure::Scale,
    stated::{Options, Unit},
};
use proptest::prelude::*;

/// A figure as text: kind or currency, value, high, decimals, bound.
fn shown(stated: &Stated) -> String {
    let unit = match stated.unit() {
        Unit::Money(currency) => currency.code().to_owned(),
        other => other.kind().to_owned(),
    };
    let high = stated.high().map_or(String::new(), |high| format!("..{}", high.normalize()));
    let (value, place, bound) = (stated.number().normalize(), stated.decimals(), stated.bound());
    format!("{unit} {value}{high} @{place} {bound}")
}

const NOTATIONS: &[(&str, &str)] = &[
    ("$1.004 billion", "USD 1004000000 @-6 stated"),
    ("$306M", "USD 306000000 @-6 stated"),
    ("~$420\u{202f}B", "USD 420000000000 @-9 about"),
    ("~$420\u{a0}B", "USD 420000000000 @-9 about"),
    ("–$0.20", "USD -0.2 @2 stated"),
    ("−$0.20", "USD -0.2 @2 stated"),
    ("(306)", "count -306 @0 stated"),
    ("(4.5)%", "ratio -0.045 @3 stated"),
    ("(4.5%)", "ratio -0.045 @3 stated"),
    ("48%", "ratio 0.48 @2 stated"),
    ("+133%", "ratio 1.33 @2 stated"),
    ("50 bps", "ratio 0.005 @4 stated"),
    ("50bp", "ratio 0.005 @4 stated"),
    ("277×", "multiple 277 @0 stated"),
    ("2049 times", "multiple 2049 @0 stated"),
    ("1969–8,145x", "multiple 1969..8145 @0 stated"),
    ("2027 days", "days 2027 @0 stated"),
    ("2012 dollars", "USD 2012 @0 stated"),
    ("3.4x", "multiple 3.4 @1 stated"),
    (">200×", "multiple 200 @0 more_than"),
    ("$65–215", "USD 65..215 @0 stated"),
    ("~$4.60–8.00", "USD 4.6..8 @2 about"),
    ("between $4.142 billion and $4.150 billion", "USD 4142000000..4150000000 @-6 stated"),
    ("$65.0 billion, plus or minus 2%", "USD 63700000000..66300000000 @-8 stated"),
    ("17%, plus or minus 1%", "ratio 0.16..0.18 @2 stated"),
    ("74.8%, plus or minus 50 basis points", "ratio 0.743..0.753 @3 stated"),
    ("$65.0 billion ± 2%", "USD 63700000000..66300000000 @-8 stated"),
    ("up 48%", "ratio 0.48 @2 stated"),
    ("down 9.5%", "ratio -0.095 @3 stated"),
    ("€3.2bn", "EUR 3200000000 @-8 stated"),
    ("£4.91bn", "GBP 4910000000 @-7 stated"),
    ("¥1.2 trillion", "JPY 1200000000000 @-11 stated"),
    ("US$12.5m", "USD 12500000 @-5 stated"),
    ("USD 3.2 million", "USD 3200000 @-5 stated"),
    ("47M", "count 47000000 @-6 stated"),
    ("$500K", "USD 500000 @-3 stated"),
    ("$1.2 trillion", "USD 1200000000000 @-11 stated"),
    ("nearly $3 billion", "USD 3000000000 @-9 nearly"),
    ("roughly 33%", "ratio 0.33 @2 about"),
    ("over $200 million", "USD 200000000 @-6 more_than"),
    ("in excess of $65 billion", "USD 65000000000 @-9 more_than"),
    ("as much as 30%", "ratio 0.3 @2 at_most"),
    ("Rs 1,10,577 crore", "INR 1105770000000 @-7 stated"),
    ("₹5 lakh", "INR 500000 @-5 stated"),
    ("₹1.5 lakh crore", "INR 1500000000000 @-11 stated"),
    ("HK$2.4 billion", "HKD 2400000000 @-8 stated"),
    ("CHF 45.2 million", "CHF 45200000 @-5 stated"),
    ("EUR 3 million", "EUR 3000000 @-6 stated"),
    ("3.2 million Swiss francs", "CHF 3200000 @-5 stated"),
    ("450 billion yen", "JPY 450000000000 @-9 stated"),
    ("2.1 billion euros", "EUR 2100000000 @-8 stated"),
    ("365m pounds", "GBP 365000000 @-6 stated"),
    ("10.5 M EUR", "EUR 10500000 @-5 stated"),
    ("220 B yen", "JPY 220000000000 @-9 stated"),
    ("2.4 M €", "EUR 2400000 @-5 stated"),
    ("270p", "GBP 2.7 @2 stated"),
    ("8c", "USD 0.08 @2 stated"),
    ("12 cents", "USD 0.12 @2 stated"),
    ("$4.5MM", "USD 4500000 @-5 stated"),
    ("$7.1 Bln", "USD 7100000000 @-8 stated"),
    ("£1.3tn", "GBP 1300000000000 @-11 stated"),
    ("4.5 per cent", "ratio 0.045 @3 stated"),
    ("12 pct", "ratio 0.12 @2 stated"),
    ("1.5pp", "ratio 0.015 @3 stated"),
    ("2.5 pts", "ratio 0.025 @3 stated"),
    ("3 percentage points", "ratio 0.03 @2 stated"),
    ("1 bp", "ratio 0.0001 @4 stated"),
    ("3.5 times", "multiple 3.5 @1 stated"),
    ("10-fold", "multiple 10 @0 stated"),
    ("$15 1/4", "USD 15.25 @2 stated"),
    ("$15¼", "USD 15.25 @2 stated"),
    ("(US$2.9) billion", "USD -2900000000 @-8 stated"),
    ("$(0.76) to $(0.36)", "USD -0.76..-0.36 @2 stated"),
    ("$-438 million", "USD -438000000 @-6 stated"),
    ("$840 and $870 million", "USD 840000000..870000000 @-6 stated"),
    ("between $840 and $870 million", "USD 840000000..870000000 @-6 stated"),
    ("$840 to $870 million", "USD 840000000..870000000 @-6 stated"),
    ("365m pounds-385m pounds", "GBP 365000000..385000000 @-6 stated"),
    ("600-plus", "count 600 @0 at_least"),
    ("8,000+", "count 8000 @0 at_least"),
    ("5% or less", "ratio 0.05 @2 at_most"),
    ("$3 billion or more", "USD 3000000000 @-9 at_least"),
    ("c. £40m", "GBP 40000000 @-6 about"),
    ("c.£40m", "GBP 40000000 @-6 about"),
    ("some $3 billion", "USD 3000000000 @-9 about"),
    ("close to 40%", "ratio 0.4 @2 about"),
    ("just over $1 billion", "USD 1000000000 @-9 more_than"),
    ("almost 9%", "ratio 0.09 @2 nearly"),
    ("not exceeding $50 million", "USD 50000000 @-6 at_most"),
    ("no more than 5%", "ratio 0.05 @2 at_most"),
    ("no less than 5%", "ratio 0.05 @2 at_least"),
    ("mid-70%", "ratio 0.7 @2 about"),
    ("declined 4%", "ratio -0.04 @2 stated"),
    ("shed 2.1%", "ratio -0.021 @3 stated"),
    ("a 9.6% drop", "ratio -0.096 @3 stated"),
    ("reduced by 12%", "ratio -0.12 @2 stated"),
    ("down about 1.6%", "ratio -0.016 @3 about"),
    ("237 days", "days 237 @0 stated"),
    ("about 237 days", "days 237 @0 about"),
    ("1'234'567 Swiss francs", "CHF 1234567 @0 stated"),
    ("€1.234,56", "EUR 1234.56 @2 stated"),
    ("3,2 Mrd. €", "EUR 3200000000 @-8 stated"),
    ("1\u{202f}234,5 Mio. €", "EUR 1234500000 @-5 stated"),
    ("$.05", "USD 0.05 @2 stated"),
    ("4億円", "JPY 400000000 @-8 stated"),
    ("about -$0.20", "USD -0.2 @2 about"),
    ("~+133%", "ratio 1.33 @2 about"),
    ("$40 million CAD", "CAD 40000000 @-6 stated"),
    ("-5% to 3%", "ratio -0.05..0.03 @2 stated"),
    ("10–15%", "ratio 0.1..0.15 @2 stated"),
    ("down 5-7%", "ratio -0.07..-0.05 @2 stated"),
    ("12 euro cents", "EUR 0.12 @2 stated"),
    ("50 paise", "INR 0.5 @2 stated"),
    ("$1.004 billion1", ""),
    ("2.5e3", "count 2500 @-2 stated"),
    ("$1.2e9", "USD 1200000000 @-8 stated"),
    // Coarser than one trillion, or than one per cent: no scale word shows the place.
    ("5e13", ""),
    ("0e20", ""),
    ("5e1 lakh crore", ""),
    ("1e2%", ""),
    ("R1.2 billion", "ZAR 1200000000 @-8 stated"),
    ("EUR3.2bn", "EUR 3200000000 @-8 stated"),
    ("40-plus times", "multiple 40 @0 at_least"),
    ("$5+ billion", "USD 5000000000 @-9 at_least"),
    ("$100 million, give or take", "USD 100000000 @-6 about"),
    ("± 2%", "ratio -0.02..0.02 @2 stated"),
    ("12,500 employees", "count 12500 @0 stated"),
    ("at or below 2.5x", "multiple 2.5 @1 at_most"),
    ("minus 2%", "ratio -0.02 @2 stated"),
    ("from $65 to $215", "USD 65..215 @0 stated"),
    ("$900 million to $1.1 billion", "USD 900000000..1100000000 @-8 stated"),
];

#[test]
fn every_notation_is_read() {
    let mut wrong = Vec::new();
    for (text, expected) in NOTATIONS {
        let got = Stated::parse(text).map_or_else(|e| format!("error: {e}"), |s| shown(&s));
        if got != *expected && !(expected.is_empty() && got.starts_with("error")) {
            wrong.push(format!("{text:?}\n  expected {expected}\n  got      {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A space before a figure keeps it from being read in the short way that plain ones are.
#[test]
fn a_figure_reads_the_same_by_the_short_way_and_by_tokens() {
    let plain =
        ["1,003,697", "$14 205 million", "1.234 Millionen", "1.2e9", "15 1/4", "5 lakh crore"];
    let notations = NOTATIONS.iter().map(|(text, _)| *text).chain(plain);
    for text in notations {
        assert_eq!(Stated::parse(text).ok(), Stated::parse(&format!(" {text}")).ok(), "{text}");
    }
}

#[test]
fn what_is_printed_reads_back() {
    for (text, expected) in NOTATIONS.iter().filter(|(_, expected)| !expected.is_empty()) {
        let stated = Stated::parse(text).unwrap();
        let printed = stated.to_string();
        assert_eq!(shown(&Stated::parse(&printed).unwrap()), *expected, "{text} as {printed}");
    }
}

#[test]
fn a_table_scale_multiplies_plain_money_and_counts_only() {
    let table = Options::new().with_scale(Scale::Thousands);
    for (text, value, decimals) in [
        ("$ 1,003,697", Decimal::from(1_003_697_000), -3),
        ("(24,680)", Decimal::from(-24_680_000), -3),
        ("48%", Decimal::new(48, 2), 2),
        ("3.4x", Decimal::new(34, 1), 1),
        ("$1.2 billion", Decimal::from(1_200_000_000), -8),
    ] {
        let stated = Stated::parse_with(text, &table).unwrap();
        assert_eq!((stated.number(), stated.decimals()), (value, decimals), "{text}");
    }
}

#[test]
fn the_values_admitted_follow_the_words() {
    for (text, admitted) in [
        ("$1.004 billion", "[1003500000, 1004500000]"),
        ("48%", "[0.475, 0.485]"),
        ("–$0.20", "[-0.205, -0.195]"),
        ("around –$0.20", "[-0.21, -0.19]"),
        ("~$420 B", "[419000000000, 421000000000]"),
        ("about 10%", "[0.09, 0.11]"),
        ("~$4.60–8.00", "[4.59, 8.01]"),
        ("$65–70", "[64.5, 70.5]"),
        ("down 5-7%", "[-0.075, -0.045]"),
        ("-5% to 3%", "[-0.055, 0.035]"),
        (">200×", "(200, ∞)"),
        ("over 2,600%", "(26, ∞)"),
        ("down more than 5%", "(-∞, -0.05)"),
        ("fell less than 5%", "(-0.05, ∞)"),
        ("under $5", "(-∞, 5)"),
        ("at least 3x", "[3, ∞)"),
        ("down at least 3%", "(-∞, -0.03]"),
        ("up to $90 million", "(-∞, 90000000]"),
        ("nearly 9%", "[0.08, 0.09]"),
        ("down nearly 9%", "[-0.09, -0.08]"),
        ("more than 5% to 7%", "(0.05, ∞)"),
    ] {
        assert_eq!(Stated::parse(text).unwrap().admitted().to_string(), admitted, "{text}");
    }
}

#[test]
fn figures_travel_as_data() {
    let stated = Stated::parse("between $4.142 billion and $4.150 billion").unwrap();
    let json = serde_json::to_value(stated).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "kind": "money", "value": "4142000000", "high": "4150000000",
            "decimals": -6, "bound": "stated", "currency": "USD",
        })
    );
    assert_eq!(serde_json::from_value::<Stated>(json).unwrap(), stated);
}

#[test]
fn data_that_holds_no_figure_is_refused() {
    let figure = |patch: serde_json::Value| {
        let mut data = serde_json::json!({
            "kind": "money", "value": "5", "high": null,
            "decimals": 0, "bound": "stated", "currency": "USD",
        });
        for (key, value) in patch.as_object().unwrap() {
            data[key] = value.clone();
        }
        serde_json::from_value::<Stated>(data).unwrap_err().to_string()
    };
    let head = "figure of money with value 5, high null and decimals 0";
    for (patch, message) in [
        (serde_json::json!({ "currency": null }), format!("{head} has no currency")),
        (
            serde_json::json!({ "kind": "days" }),
            "figure of days with value 5, high null and decimals 0 \
             has a currency and is no money"
                .to_owned(),
        ),
        (
            serde_json::json!({ "high": "4" }),
            "figure of money with value 5, high 4 and decimals 0 is a range that runs downwards"
                .to_owned(),
        ),
        (
            serde_json::json!({ "decimals": 10 }),
            "figure of money with value 5, high null and decimals 10 \
             has its last place out of range"
                .to_owned(),
        ),
        (
            serde_json::json!({ "value": "5.5" }),
            "figure of money with value 5.5, high null and decimals 0 \
             has digits behind its last place"
                .to_owned(),
        ),
        (
            serde_json::json!({ "value": "10000000000000000000" }),
            "figure of money with value 10000000000000000000, high null and decimals 0 \
             is not below 10^19"
                .to_owned(),
        ),
    ] {
        assert_eq!(figure(patch), message);
    }
}

#[test]
fn errors_point_at_the_byte() {
    let long = "9".repeat(29);
    for (text, message) in [
        ("n/a", "figure 'n/a' has no number in it, such as '$1.004 billion'".to_owned()),
        ("", "figure '' has no number in it, such as '$1.004 billion'".to_owned()),
        (
            "up 5% to $290",
            "figure 'up 5% to $290' has something else in it at byte 6: 'to $290'".to_owned(),
        ),
        (
            "revenue of $5",
            "figure 'revenue of $5' has something else in it at byte 0: 'revenue of $5'".to_owned(),
        ),
        (
            "$5 (pretax",
            "figure '$5 (pretax' has something else in it at byte 3: '(pretax'".to_owned(),
        ),
        ("(306", "figure '(306' has something else in it at byte 0: '(306'".to_owned()),
        ("5P", "figure '5P' has something else in it at byte 1: 'P'".to_owned()),
        ("0P", "figure '0P' has something else in it at byte 1: 'P'".to_owned()),
        ("69P", "figure '69P' has something else in it at byte 2: 'P'".to_owned()),
        ("306)", "figure '306)' has something else in it at byte 3: ')'".to_owned()),
        ("$5 to $3", "figure '$5 to $3' has something else in it at byte 3: 'to $3'".to_owned()),
        (
            "$1,2345",
            "figure '$1,2345' has digits at byte 1 that are not grouped by thousands, \
             or by lakhs and crores"
                .to_owned(),
        ),
        (
            &long,
            format!(
                "figure '{long}' has a number at byte 0 of more than 28 digits or 9 decimals, \
                 or not below 10^19"
            ),
        ),
        (
            "$0.0123456789",
            "figure '$0.0123456789' has a number at byte 1 of more than 28 digits or 9 decimals, \
             or not below 10^19"
                .to_owned(),
        ),
        (
            "-0.92 ± 0.127482%",
            "figure '-0.92 ± 0.127482%' has something else in it at byte 6: '± 0.127482%'"
                .to_owned(),
        ),
        (
            "$9000000 trillion ± 50%",
            "figure '$9000000 trillion ± 50%' has something else in it at byte 18: '± 50%'"
                .to_owned(),
        ),
        (
            "$20000000 trillion",
            "figure '$20000000 trillion' has a number at byte 1 of more than 28 digits or \
             9 decimals, or not below 10^19"
                .to_owned(),
        ),
    ] {
        assert_eq!(Stated::parse(text).unwrap_err().to_string(), message);
    }
}

/// A figure of any kind, as the notations spell it.
fn any_figure() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        (0_u64..10_000_000, 0_usize..7).prop_map(|(whole, places)| {
            let decimals = (whole * 7919) % 10_u64.pow(places as u32);
            if places == 0 { format!("{whole}") } else { format!("{whole}.{decimals:0places$}") }
        }),
        (1_u32..999, 0_u32..1000).prop_map(|(a, b)| format!("{a},{b:03}")),
    ];
    let hedge = prop::sample::select(vec![
        "",
        "~",
        "about ",
        "over ",
        "under ",
        "at least ",
        "up to ",
        "nearly ",
    ]);
    let shape = prop::sample::select(vec![
        "${}",
        "-${}",
        "${} million",
        "€{}bn",
        "CHF {}k",
        "(US${}) billion",
        "₹{} crore",
        "{}%",
        "-{}%",
        "{} bps",
        "{}x",
        "{} days",
        "{}M",
        "{}p",
        "{} cents",
        "JPY {} trillion",
        "KWD {}",
        "{} million yen",
    ]);
    (hedge, shape, number)
        .prop_map(|(hedge, shape, number)| format!("{hedge}{}", shape.replace("{}", &number)))
}

proptest! {
    #[test]
    fn display_and_parse_are_inverse(text in any_figure()) {
        if let Ok(stated) = Stated::parse(&text) {
            let printed = stated.to_string();
            prop_assert_eq!(Stated::parse(&printed), Ok(stated), "{} as {}", text, printed);
        }
    }

    #[test]
    fn display_and_parse_are_inverse_for_ranges(a in any_figure(), b in any_figure()) {
        if let Ok(stated) = Stated::parse(&format!("{a} to {b}")) {
            let printed = stated.to_string();
            prop_assert_eq!(Stated::parse(&printed), Ok(stated), "{} to {} as {}", a, b, printed);
        }
    }

    #[test]
    fn data_and_figure_are_inverse(text in any_figure()) {
        if let Ok(stated) = Stated::parse(&text) {
            let json = serde_json::to_string(&stated).unwrap();
            prop_assert_eq!(serde_json::from_str::<Stated>(&json).unwrap(), stated);
        }
    }
}

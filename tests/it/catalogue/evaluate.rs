//! The JSON of the `evaluate` example, by which other tools call the crate.

use serde_json::{Value, json};

#[path = "../../../examples/evaluate.rs"]
#[allow(dead_code, unreachable_pub, reason = "the example's own entry points")]
mod example;

fn evaluated(input: &Value) -> Value {
    serde_json::from_str(&example::evaluate(&input.to_string(), true).unwrap()).unwrap()
}

fn refused(input: &str) -> String {
    example::evaluate(input, true).unwrap_err().to_string()
}

#[test]
fn amounts_have_four_forms() {
    let growth = |now: Value, ago: Value| {
        let output = evaluated(&json!({
            "metric": "revenue_growth",
            "at": "2025Q2",
            "periods": {"2025Q2": {"revenue": now}, "2024Q2": {"revenue": ago}},
        }));
        ["value", "low", "high"].map(|key| output[key].as_str().unwrap().to_string())
    };
    // Numbers and strings of numbers are exact.
    assert_eq!(growth(json!(150), json!("1e2")), ["0.5", "0.5", "0.5"]);
    // 1,003.5 / 678.1345 - 1 to 1,004.5 / 678.1335 - 1.
    let [value, low, high] =
        growth(json!("$1.004 billion"), json!({"value": 678_134_000, "decimals": -3}));
    assert!(value.starts_with("0.480533345916"), "{value}");
    assert!(low.starts_with("0.479794937434"), "{low}");
    assert!(high.starts_with("0.481271755487"), "{high}");
}

/// 2^53 + 1 and a number of 21 digits have no binary fraction of their own.
#[test]
fn numbers_do_not_pass_through_binary_fractions() {
    for number in ["9007199254740993", "1234567890123456789.25"] {
        let input = format!(
            r#"{{"metric": "working_capital",
                "periods": {{"FY2024": {{"total_current_assets": {number},
                                         "total_current_liabilities": 0}}}}}}"#,
        );
        let output: Value =
            serde_json::from_str(&example::evaluate(&input, true).unwrap()).unwrap();
        assert_eq!(output["value"], number);
    }
}

#[test]
fn a_result_without_a_value_has_a_reason() {
    let output = evaluated(&json!({
        "metric": "forward_pe",
        "periods": {"2024Q4": {}},
        "market": {"share_price": "$7.79", "eps_ntm": "–$0.20"},
    }));
    assert_eq!(
        output,
        json!({
            "metric": "forward_pe_ntm",
            "value": null,
            "low": null,
            "high": null,
            "reason": "non_positive_earnings",
            "explanation": "not meaningful: non-positive earnings",
        }),
    );
}

#[test]
fn a_formula_takes_the_place_of_a_metric() {
    let output = evaluated(&json!({
        "formula": "revenue:us / revenue",
        "periods": {"2025-04-01..2025-06-30": {"revenue": 1004, "revenue:us": 753}},
        "currency": "EUR",
    }));
    assert_eq!(
        (&output["metric"], &output["value"]),
        (&json!("revenue:us / revenue"), &json!("0.75"))
    );
}

#[test]
fn a_measure_of_ones_own_is_of_the_nature_that_the_formula_gives_it() {
    let output = evaluated(&json!({
        "formula": "revenue / named(stores, count)",
        "periods": {"2025Q2": {"revenue": 1004, "stores": 4}},
    }));
    assert_eq!(output["value"], "251");
    let output = evaluated(&json!({
        "formula": "revenue * named(take_rate, rate)",
        "periods": {"2025Q2": {"revenue": 1000, "take_rate": "5%"}},
    }));
    assert_eq!((&output["value"], &output["low"]), (&json!("50.00"), &json!("45.000")));
}

/// 48% is no revenue of 48 cents.
#[test]
fn a_text_in_another_unit_is_refused() {
    let one = |name: &str, text: &str| {
        let input = json!({"metric": "net_margin", "periods": {"2024": {name: text}}});
        refused(&input.to_string())
    };
    assert_eq!(one("revenue", "48%"), "2024: revenue: '48%' is ratio, and a Flow was asked for");
    assert_eq!(
        one("eps_diluted", "3.4x"),
        "2024: eps_diluted: '3.4x' is multiple, and a PerShareFlow was asked for"
    );
    assert_eq!(
        one("shares_diluted", "$5 million"),
        "2024: shares_diluted: '$5 million' is money in USD, and a Shares was asked for",
    );
    assert_eq!(one("cash", "5 days"), "2024: cash: '5 days' is days, and a Money was asked for");
    let market = json!({"metric": "wacc", "periods": {"2024": {}}, "market": {"tax_rate": "$2"}});
    assert_eq!(
        refused(&market.to_string()),
        "tax_rate: '$2' is money in USD, and a Ratio was asked for",
    );
}

#[test]
fn a_name_that_stands_twice_is_refused() {
    let twice = |periods: &str, market: &str| {
        refused(&format!(r#"{{"metric": "net_margin", "periods": {periods}, "market": {market}}}"#))
    };
    let revenue = twice(r#"{"2024": {"revenue": 100, "revenue": 200}}"#, "{}");
    assert!(revenue.starts_with("'revenue' is given twice"), "{revenue}");
    let period = twice(r#"{"2024": {"revenue": 100}, "2024": {"revenue": 200}}"#, "{}");
    assert!(period.starts_with("'2024' is given twice"), "{period}");
    let price = twice(r#"{"2024": {}}"#, r#"{"share_price": 1, "share_price": 2}"#);
    assert!(price.starts_with("'share_price' is given twice"), "{price}");
}

#[test]
fn input_that_makes_no_sense_is_refused() {
    let with = |rest: &str| format!(r#"{{"metric": "net_margin", {rest}}}"#);
    let revenue =
        |amount: &str| with(&format!(r#""periods": {{"2024": {{"revenue": {amount}}}}}"#));
    assert_eq!(
        refused(&revenue(r#""€5 million""#)),
        "2024: revenue: '€5 million' is in EUR, not USD",
    );
    assert_eq!(
        refused(&revenue(r#""more than $5 million""#)),
        "2024: revenue: 'more than $5 million' is no single amount",
    );
    assert_eq!(
        refused(&revenue("1e-400")),
        "2024: revenue: '1e-400' has more than 28 significant digits or 28 decimals",
    );
    assert_eq!(
        refused(&revenue("null")),
        "2024: revenue: 'null' is not a decimal number, at byte 0",
    );
    assert_eq!(
        refused(r#"{"metric": "sales", "periods": {}}"#),
        "'sales' is not a metric of the catalogue, such as operating_margin",
    );
    assert_eq!(refused(r#"{"periods": {}}"#), "give one of 'metric' and 'formula'");
    assert_eq!(
        refused(&with(r#""periods": {"2024": {}, "2023": {}}"#)),
        "'at' must name one of the periods",
    );
    assert!(refused(&with(r#""periods": {}, "prices": {}"#)).starts_with("unknown field `prices`"));
}

//! `financials evaluate`, by which other tools call the crate.

use financials::Decimal;
use serde_json::{Value, json};

use crate::{errors, rows, run_with};

fn evaluated(input: &Value) -> Value {
    evaluated_text(&input.to_string())
}

fn evaluated_text(input: &str) -> Value {
    let output = run_with(input, &["evaluate", "--json", "-"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    rows(&output).swap_remove(0)
}

fn refused(input: &str) -> String {
    let output = run_with(input, &["evaluate", "--json", "-"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    errors(&output).strip_prefix("-: ").unwrap().trim_end().to_owned()
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
        let output = evaluated_text(&input);
        assert_eq!(output["value"], number);
    }
}

#[test]
fn exact_figures_may_say_so_in_the_terms_of_xbrl() {
    let output = evaluated(&json!({
        "metric": "net_margin",
        "periods": {"2024": {
            "revenue": {"value": "4", "decimals": "INF"},
            "net_income": {"value": 1, "decimals": 0},
        }},
    }));
    // 0.5 / 4 to 1.5 / 4.
    assert_eq!(["low", "value", "high"].map(|key| &output[key]), ["0.125", "0.25", "0.375"]);
}

/// Apple's fiscal 2023 had 371 days, to 30 September 2023.
#[test]
fn fiscal_labels_are_those_of_the_calendar_given() {
    let input = json!({
        "metric": "days_sales_outstanding",
        "at": "FY2023",
        "periods": {
            "FY2023": {"revenue": 100, "accounts_receivable": 12},
            "FY2022": {"accounts_receivable": 8},
        },
        "calendar": {
            "year_end": "last Saturday of September",
            "quarters": {"weeks": {"weeks": [13, 13, 13, 13], "extra_week_in": 1}},
            "year_named": "end",
        },
    });
    let output = evaluated(&input);
    assert_eq!(output["value"].as_str().unwrap().parse::<Decimal>().unwrap(), Decimal::new(371, 1));
    assert!(output["explanation"].as_str().unwrap().contains("2022-09-25..2023-09-30"));
    let refused = refused(r#"{"metric": "roe", "periods": {}, "calendar": 12}"#);
    assert!(
        refused.contains("expected a calendar, an object of year_end, quarters, year_named"),
        "{refused}"
    );
}

/// Companies state the retention, and never the cohort that it is of; a cost of capital may be
/// given. The growth that enterprise value implies is (1,200 * 0.08 - 60) / (1,200 + 60).
#[test]
fn a_metric_may_be_given_instead_of_its_parts() {
    let value = |metric: &str, given: Value| {
        let output = evaluated(&json!({"metric": metric, "periods": {"2024": given}}));
        output["value"].as_str().unwrap().parse::<Decimal>().unwrap().normalize().to_string()
    };
    assert_eq!(value("NRR", json!({"net_revenue_retention": "120%"})), "1.2");
    let given =
        json!({"wacc": "8%", "enterprise_value": "$1,200", "free_cash_flow_to_firm": "$60"});
    assert!(value("implied_perpetual_growth", given).starts_with("0.028571428571428571"));
}

/// Four quarters of 2024 have 366 days, the mean of receivables of 5 and 40, and revenue of 1,000.
#[test]
fn twelve_months_are_asked_for_by_their_last_quarter() {
    let mut periods = json!({"2023Q4": {"accounts_receivable": 5}});
    for quarter in 1..=4 {
        periods[format!("2024Q{quarter}")] =
            json!({"revenue": 100 * quarter, "accounts_receivable": 10 * quarter});
    }
    let days = |at: &str| {
        let input = json!({"metric": "DSO", "at": at, "periods": periods});
        evaluated(&input)["value"].as_str().unwrap().parse::<Decimal>().unwrap().normalize()
    };
    assert_eq!(days("TTM 2024Q4").to_string(), "8.235");
    // The quarter's 92 days, the mean of 30 and 40, and its revenue of 400.
    assert_eq!(days("2024Q4").to_string(), "8.05");
    assert_eq!(
        refused(r#"{"metric": "dso", "at": "TTM 2024Q3", "periods": {"2024Q4": {}}}"#),
        "there is no report of 2024-07-01..2024-09-30",
    );
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

/// A name that is no line item's is a measure of the user's own, or a slip of the pen.
#[test]
fn what_is_missing_may_have_been_misspelt() {
    let words = |rest: Value| {
        let mut input = json!({"periods": {"2024": {"net_income": 3, "revenu": 8, "us": 1}}});
        for (key, value) in rest.as_object().unwrap() {
            input[key] = value.clone();
        }
        evaluated(&input)["explanation"].as_str().unwrap().to_string()
    };
    assert_eq!(
        words(json!({"metric": "net_margin"})),
        "revenue is not reported in the period; no line item or metric is called 'revenu' or 'us'",
    );
    assert_eq!(
        words(json!({"formula": "named(us, flow) / revenue"})),
        "revenue is not reported in the period; no line item or metric is called 'revenu'",
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
        refused(&revenue(r#""48%""#)),
        "2024: revenue: '48%' is of the kind ratio, where an amount of money or a bare \
         number stands",
    );
    assert_eq!(
        refused(&with(r#""periods": {"2024": {"shares_diluted": "$5 million"}}"#)),
        "2024: shares_diluted: '$5 million' is of the kind money, where a bare number stands",
    );
    assert_eq!(
        refused(&revenue("1e-400")),
        "2024: revenue: '1e-400' has more than 28 significant digits or 28 decimals",
    );
    for amount in ["null", "true", "[5]"] {
        assert_eq!(
            refused(&revenue(amount)),
            format!(
                "2024: revenue: {amount} is no amount, which is a number, a text or \
                 {{\"value\", \"decimals\"}}; what is not reported is left out"
            ),
        );
    }
    assert_eq!(
        refused(&revenue(r#"{"value": 5, "decimals": "none"}"#)),
        "2024: revenue: decimals are \"none\", not a whole number of -128 to 127 or \"INF\"",
    );
    assert_eq!(
        refused(r#"{"metric": "returns_on_equity", "periods": {}}"#),
        "'returns_on_equity' is not a metric of the catalogue, such as return_on_equity, \
         cash_return_on_equity or return_on_common_equity",
    );
    assert_eq!(refused(r#"{"periods": {}}"#), "give one of 'metric' and 'formula'");
    assert_eq!(
        refused(&with(r#""periods": {"2024": {}, "2023": {}}"#)),
        "'at' must name one of the periods",
    );
    assert!(refused(&with(r#""periods": {}, "prices": {}"#)).starts_with("unknown field `prices`"));
}

#[test]
fn what_is_stated_is_judged_one_object_a_line() {
    let margin = |stated: &str| {
        json!({
            "metric": "operating_margin",
            "periods": {"2025Q2": {"operating_income": "$464 million",
                                   "revenue": "$1.004 billion"}},
            "stated": stated,
        })
        .to_string()
    };
    let loss = json!({
        "metric": "dividend_payout",
        "periods": {"FY2024": {"dividends_paid": "1", "net_income": "-2"}},
        "stated": "-50%",
    });
    let lines = [margin("46%"), margin("47%"), "{\"metric\": 1}".to_owned(), loss.to_string()];
    let output = run_with(&lines.join("\n"), &["evaluate", "--json", "-"]);
    let found = rows(&output);
    let verdicts: Vec<&str> = found.iter().map(|row| row["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["consistent", "contradicted", "not_meaningful"]);
    assert_eq!(found[0]["stated"], json!(["0.455", "0.465"]));
    assert!(found[0]["computed"][0].as_str().unwrap().starts_with("0.46142"));
    // The line that is no input is told, and loses no other.
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("invalid type: integer `1`"));
    assert!(refused(&margin("$3")).contains("'$3' is of another kind than a percentage"));
}

#[test]
fn a_claim_is_ruled_on_as_a_check_rules() {
    let verdict = |formula: &str, revenue: Value, stated: Value| {
        let input = json!({
            "formula": formula, "stated": stated,
            "periods": {"2025Q2": {"revenue": revenue, "cost_of_revenue": "0"}},
        });
        rows(&run_with(&input.to_string(), &["evaluate", "--json", "-"]))[0]["verdict"].clone()
    };
    // At one place two statements of a figure are equal, and what they admit need not only meet.
    assert_eq!(verdict("revenue", json!("$749 thousand"), json!("$748 thousand")), "contradicted");
    assert_eq!(verdict("revenue", json!("$749 thousand"), json!("$0.75 million")), "consistent");
    let thousands = |value: &str| json!({"value": value, "decimals": -3});
    assert_eq!(verdict("revenue", json!("749400"), thousands("749000")), "consistent");
    assert_eq!(verdict("revenue", thousands("749000"), thousands("748000")), "contradicted");
    // What is computed has no place of its own.
    let loss = "revenue - cost_of_revenue";
    assert_eq!(verdict(loss, json!("$749 thousand"), json!("$748 thousand")), "consistent");
    assert_eq!(verdict("revenue / cost_of_revenue", json!("1"), json!("2x")), "not_meaningful");
    let input = json!({
        "formula": "revenue", "stated": "€3 million", "periods": {"2025Q2": {"revenue": "3000000"}},
    });
    assert!(refused(&input.to_string()).contains("'€3 million' is in EUR, not USD"));
}

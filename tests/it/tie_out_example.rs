//! The `tie_out` example, run as a user runs it.

use std::{env, path::Path, process::Output};

use serde_json::{Value, json};

use crate::example::{file, run};

fn tie_out(args: &[&str]) -> Option<Output> {
    run("tie_out", args)
}

fn rows(output: &Output) -> Vec<Value> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = core::str::from_utf8(&output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn own(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data").join(name);
    path.to_str().unwrap().to_owned()
}

#[test]
fn all_claims_form_one_network_and_each_is_one_object() {
    let [a, b, c] = ["results_article", "market_article", "contract_note"]
        .map(|name| own(&format!("claims_{name}.json")));
    let Some(output) = tie_out(&["--json", &a, &b, &c]) else { return };
    let rows = rows(&output);
    assert_eq!(rows.len(), 81);
    let wrong: Vec<&Value> = rows.iter().filter(|row| row["verdict"] == "contradicted").collect();
    assert_eq!(wrong.len(), 1);
    let wrong = wrong[0].as_object().unwrap();
    let expected = json!({
        "id": "B35", "verdict": "contradicted", "tied": false,
        "stated": ["1025000000", "1035000000"], "computed": ["1003500000", "1004500000"],
        "because": ["A2", "B35"], "only_because_about": false, "reason": null,
    });
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(wrong.get(name), Some(value), "{name}");
    }
    let open = rows.iter().find(|row| row["id"] == "B7").unwrap();
    assert_eq!(open["stated"], json!(["26", null]), "over 2,600% has no upper end");
    assert_eq!(open["computed"], json!([null, null]));
    assert_eq!(open["verdict"], "undetermined");
}

#[test]
fn claims_that_cannot_be_read_are_named() {
    for (text, message) in [
        (r#"[{"id": "1", "metric": "revenue", "stated": "n/a"}]"#, "claim 1: "),
        (r#"[{"id": "2", "metric": "Net Sales", "stated": "$1"}]"#, "claim 2: name 'Net Sales'"),
        (r#"[{"id": "3"}]"#, "missing field"),
    ] {
        let path = file("claims.json", text);
        let Some(output) = tie_out(&[path.to_str().unwrap()]) else { return };
        assert!(!output.status.success());
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn the_usage_is_printed_and_ids_that_are_given_twice_are_named() {
    let Some(output) = tie_out(&["--help"]) else { return };
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("usage: tie_out"));
    let claim = r#"{"id": "1", "metric": "revenue", "stated": "$1"}"#;
    let path = file("twice.json", format!("[{claim}, {claim}]"));
    let Some(output) = tie_out(&["--json", path.to_str().unwrap()]) else { return };
    assert_eq!(rows(&output).len(), 2);
    let warning = String::from_utf8(output.stderr).unwrap();
    assert!(warning.contains("claim 1: its id is another claim's too"), "{warning}");
}

#[test]
fn an_article_is_checked_against_companyfacts() {
    let Ok(folder) = env::var("FINANCIALS_DATA") else {
        println!("left out: FINANCIALS_DATA is not set");
        return;
    };
    let claim = |id: &str, metric: &str, stated: &str| {
        let period = "2025Q2";
        json!({"id": id, "subject": "PLTR", "metric": metric, "period": period, "stated": stated})
    };
    let mut adjusted = claim("A12", "net_income", "$327 million");
    adjusted["basis"] = json!("adjusted");
    let claims = json!([
        claim("A2", "revenue", "$1.004 billion"),
        claim("B35", "revenue", "$1.03B"),
        claim("A3", "revenue_growth_yoy", "48%"),
        adjusted,
    ]);
    let path = file("against.json", claims.to_string());
    let filing = Path::new(&folder).join("data/companyfacts/core/PLTR.json");
    let args = ["--json", "--filing", filing.to_str().unwrap(), path.to_str().unwrap()];
    let Some(output) = tie_out(&args) else { return };
    if String::from_utf8_lossy(&output.stderr).contains("need the feature companyfacts") {
        println!("left out: the example was built without the feature companyfacts");
        return;
    }
    let rows = rows(&output);
    let found: Vec<(&str, &str)> = rows
        .iter()
        .map(|row| (row["verdict"].as_str().unwrap(), row["reason"].as_str().unwrap_or_default()))
        .collect();
    let expected =
        [("consistent", ""), ("contradicted", ""), ("consistent", ""), ("undetermined", "basis")];
    assert_eq!(found, expected);
    assert!(rows[3]["words"].as_str().unwrap().ends_with("[326726500, 326727500], would match"));
    // The accuracy of companyfacts is unknown, so a place was assumed, which is said.
    assert_eq!(rows[0]["rests_on_assumed_place"], true);
}

//! `financials tie-out`.

use std::{env, path::Path, process::Output};

use serde_json::{Value, json};

use crate::{errors, file, own, rows, run};

fn tie_out(args: &[&str]) -> Output {
    run(&[&["tie-out"], args].concat())
}

#[test]
fn all_claims_form_one_network_and_each_is_one_object() {
    let [a, b, c] = ["results_article", "market_article", "contract_note"]
        .map(|name| own(&format!("examples/data/claims_{name}.json")));
    let output = tie_out(&["--json", &a, &b, &c]);
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

/// One bad claim does not lose the others, nor one bad file the other files.
#[test]
fn claims_that_cannot_be_read_are_named_and_the_others_are_judged() {
    let sound = r#"{"id": "0", "metric": "revenue", "stated": "$1"}"#;
    for (claim, message) in [
        (r#"{"id": "1", "metric": "revenue", "stated": "n/a"}"#, "claim 1: "),
        (r#"{"id": "2", "metric": "Net Sales", "stated": "$1"}"#, "claim 2: name 'Net Sales'"),
        (r#"{"id": "3"}"#, "claim number 2: missing field"),
        ("3", "claim number 2: invalid type"),
    ] {
        let path = file("claims.json", format!("[{sound}, {claim}]"));
        let output = tie_out(&["--json", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{claim}");
        let ids: Vec<Value> = rows(&output).into_iter().map(|row| row["id"].clone()).collect();
        assert_eq!(ids, ["0"], "{claim}");
        let error = errors(&output);
        assert!(error.starts_with(&format!("{}: {message}", path.display())), "{error}");
    }
}

#[test]
fn claims_stand_in_an_array_or_one_a_line() {
    let claims = [("a", "$1.004 billion"), ("b", "$1.03 billion")].map(|(id, stated)| {
        let claim = json!({"id": id, "subject": "PLTR", "metric": "revenue", "period": "2025Q2",
            "stated": stated});
        claim.to_string()
    });
    let array = file("claims_array.json", format!("[{}]", claims.join(",")));
    let lines = file("claims_lines.jsonl", claims.join("\n"));
    let [array, lines] = [array, lines].map(|path| tie_out(&["--json", path.to_str().unwrap()]));
    assert_eq!(errors(&lines), "");
    assert_eq!(rows(&lines).len(), 2);
    assert_eq!(rows(&lines), rows(&array));
}

#[test]
fn ids_that_are_given_twice_are_named() {
    let claim = r#"{"id": "1", "metric": "revenue", "stated": "$1"}"#;
    let path = file("twice.json", format!("[{claim}, {claim}]"));
    let output = tie_out(&["--json", path.to_str().unwrap()]);
    assert_eq!((rows(&output).len(), output.status.code()), (2, Some(0)));
    let warning = errors(&output);
    assert!(warning.contains("claim 1: its id is another claim's too"), "{warning}");
}

/// The claims are of two companies, and the file's name and entity are of neither.
#[test]
fn whose_figures_a_filing_has_must_be_said_where_it_does_not_show() {
    let facts = own("tests/cases/palantir_companyfacts/companyfacts.json");
    let claim = |id: &str, subject: &str| {
        json!({"id": id, "subject": subject, "metric": "revenue", "period": "2025Q2",
               "stated": "$1.03B"})
    };
    let path = file("two.json", json!([claim("a", "ABC"), claim("b", "XYZ")]).to_string());
    let path = path.to_str().unwrap();
    let unclear = tie_out(&["--json", "--filing", &facts, path]);
    assert_eq!(unclear.status.code(), Some(1));
    assert!(errors(&unclear).contains("--filing SUBJECT=FILE"), "{}", errors(&unclear));
    let verdicts = |output: &Output| -> Vec<Value> {
        rows(output).into_iter().map(|row| row["verdict"].clone()).collect()
    };
    assert_eq!(verdicts(&unclear), ["undetermined", "undetermined"]);
    let said = tie_out(&["--json", "--filing", &format!("XYZ={facts}"), path]);
    assert_eq!(said.status.code(), Some(0), "a contradiction changes no exit code");
    assert_eq!(verdicts(&said), ["undetermined", "contradicted"]);
}

/// A companyfacts file of one company, whose only figure is a year's revenue.
fn listed(name: &str, cik: u64, entity: &str) -> String {
    let year = json!([{"start": "2024-01-01", "end": "2024-12-31", "val": 1_000_000_000,
        "accn": "0000000001-25-000001", "fy": 2024, "fp": "FY", "form": "10-K",
        "filed": "2025-02-01"}]);
    let facts = json!({"us-gaap": {"Revenues": {"units": {"USD": year}}}});
    let path = file(name, json!({"cik": cik, "entityName": entity, "facts": facts}).to_string());
    path.to_str().unwrap().to_owned()
}

/// Returns the verdicts on claims of a year's revenue of subjects, and what else is said.
fn judged(name: &str, subjects: &[&str], filings: &[&str]) -> (Vec<String>, String) {
    let claims = subjects.iter().enumerate().map(|(id, subject)| {
        json!({"id": id.to_string(), "subject": subject, "metric": "revenue", "period": "FY2024",
               "stated": "$1,000,000,000"})
    });
    let path = file(name, json!(claims.collect::<Vec<_>>()).to_string());
    let filings = filings.iter().flat_map(|filing| ["--filing", filing]);
    let arguments: Vec<&str> = ["--json"].into_iter().chain(filings).collect();
    let output = tie_out(&[&arguments[..], &[path.to_str().unwrap()]].concat());
    let rows = rows(&output);
    let verdicts = rows.iter().map(|it| it["verdict"].as_str().unwrap().to_owned());
    (verdicts.collect(), errors(&output))
}

/// The name of T-Mobile does not make it the company whose shares trade as T.
#[test]
fn a_file_is_of_the_subject_whose_words_its_name_begins_with() {
    let mobile = listed("who-mobile.json", 7, "T-Mobile US, Inc.");
    let said = "must be said: --filing SUBJECT=FILE";
    let (open, known) = ("undetermined", "consistent");
    for (subjects, expected, words) in [
        (["T", "ABC"], [open, open], said),
        // The first letters of a word are no word.
        (["T-Mob", "ABC"], [open, open], said),
        (["T", "T-Mobile"], [open, known], ""),
        (["t-mobile us", "T-Mobile"], [known, open], ""),
        (["T-Mobile US", "T-Mobile US, Inc."], [open, known], ""),
        (["T-MOBILE", "T-Mobile"], [open, open], "may be of T-MOBILE or of T-Mobile, which must"),
    ] {
        let (verdicts, errors) = judged("who.json", &subjects, &[&mobile]);
        assert_eq!(verdicts, expected, "{subjects:?}: {errors}");
        assert!(errors.contains(words), "{subjects:?}: {errors}");
        assert_eq!(errors.contains("--filing"), !words.is_empty(), "{subjects:?}: {errors}");
    }
    // Of one subject it is, for want of another; that is said.
    let (verdicts, errors) = judged("who-only.json", &["T"], &[&mobile]);
    assert_eq!(verdicts, [known]);
    let note = "it is of T-Mobile US, Inc., and taken for T, as there is no other subject; \
                --filing T=PATH says so";
    assert!(errors.contains(note), "{errors}");
    let (verdicts, errors) = judged("who-said.json", &["T"], &[&format!("T={mobile}")]);
    assert_eq!(verdicts, [known]);
    assert!(!errors.contains("--filing"), "{errors}");
}

#[test]
fn what_two_companies_filed_is_not_one_subjects_unless_it_is_said() {
    let [cola, palantir] = [(8, "COCA COLA CO"), (9, "Palantir Technologies Inc.")]
        .map(|(cik, entity)| listed(&format!("two-{cik}.json"), cik, entity));
    let refused = |one: &str, of: &str, other: &str, is: &str| {
        format!("{one}: it is of {of}, and {other} is of {is}; which is ")
    };
    for filings in [[&cola, &palantir], [&palantir, &cola]].map(|it| it.map(String::as_str)) {
        let (verdicts, errors) = judged("two-open.json", &["PLTR"], &filings);
        assert_eq!(verdicts, ["undetermined"], "{errors}");
        let names = ["COCA COLA CO", "Palantir Technologies Inc."];
        assert!(errors.contains(&refused(&cola, names[0], &palantir, names[1])), "{errors}");
        assert!(errors.contains(&refused(&palantir, names[1], &cola, names[0])), "{errors}");
        assert!(errors.contains("which is PLTR must be said: --filing PLTR=PATH"), "{errors}");
        // The one that is of the subject is taken, and the other left out.
        let (verdicts, errors) = judged("two-one.json", &["Palantir"], &filings);
        assert_eq!(verdicts, ["consistent"], "{errors}");
        assert!(errors.contains(&refused(&cola, names[0], &palantir, names[1])), "{errors}");
        assert!(!errors.contains(&format!("{palantir}: ")), "{errors}");
    }
    let said = [format!("PLTR={cola}"), format!("PLTR={palantir}")];
    let (_, errors) = judged("two-said.json", &["PLTR"], &[&said[0], &said[1]]);
    assert!(!errors.contains("must be said"), "{errors}");
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn an_article_is_checked_against_companyfacts() {
    let folder = env::var("FINANCIALS_DATA").expect("FINANCIALS_DATA, the folder of real files");
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
    let output = tie_out(&args);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
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

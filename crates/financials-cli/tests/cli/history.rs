//! `financials history`.

use std::{
    fs,
    io::{Cursor, Write},
};

use serde_json::{Value, json};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{errors, file, own, rows, run};

fn palantir() -> String {
    own("tests/cases/palantir_companyfacts/companyfacts.json")
}

/// Returns the rows of an item's periods of one kind.
fn of_kind(rows: &[Value], kind: &str) -> Vec<Value> {
    rows.iter().filter(|row| row["kind"] == kind).cloned().collect()
}

#[test]
fn each_period_of_an_item_is_one_object() {
    let rows = rows(&run(&["history", "--json", "--item", "revenue", &palantir()]));
    let quarters = of_kind(&rows, "quarter");
    let q2 = quarters.iter().find(|row| row["end"] == "2025-06-30").unwrap();
    for (key, value) in [
        ("item", json!("revenue")),
        ("value", json!("1003697000")),
        ("unit", json!("USD")),
        ("origin", json!("reported")),
        ("fiscal_year", json!(2025)),
        ("fiscal_quarter", json!(2)),
        ("start", json!("2025-04-01")),
        ("calendar", json!("CY2025Q2")),
        ("file", json!(palantir())),
    ] {
        assert_eq!(q2[key], value, "{key}");
    }
    assert!(!of_kind(&rows, "ttm").is_empty() && !of_kind(&rows, "year").is_empty());
}

#[test]
fn what_is_not_tagged_has_a_reason() {
    let output = run(&["history", "--json", "--concept", "us-gaap:NoSuchThing", &palantir()]);
    let rows = rows(&output);
    assert_eq!(rows.len(), 1);
    assert_eq!((&rows[0]["reason"], &rows[0]["value"]), (&json!("not_tagged"), &Value::Null));
    assert_eq!(rows[0]["concept"], "us-gaap:NoSuchThing");
    assert_eq!(output.status.code(), Some(0), "what is not there changes no exit code");
}

#[test]
fn figures_are_as_known_on_the_day_asked_for() {
    let ends = |options: &[&str]| {
        let arguments = ["history", "--json", "--item", "revenue"];
        let output = run(&[&arguments, options, &[palantir().as_str()]].concat());
        let rows = of_kind(&rows(&output), "quarter");
        rows.iter().map(|row| row["end"].as_str().unwrap().to_owned()).max().unwrap()
    };
    assert!(ends(&["--as-of", "2025-06-30"]).as_str() < "2025-06-30");
    assert_eq!(ends(&["--first"]), ends(&["--latest"]));
}

#[test]
fn the_table_has_quarters_and_the_filings_findings() {
    let output = run(&["history", &palantir()]);
    let table = String::from_utf8(output.stdout).unwrap();
    let q2 = table.lines().find(|line| line.starts_with("FY2025 Q2")).unwrap();
    assert!(q2.contains("2025-06-30") && q2.contains("1003.7"), "{q2}");
}

#[test]
fn a_folder_stands_for_the_json_files_in_it_and_in_its_folders() {
    let folder = std::env::temp_dir().join(format!("financials-cli-{}", std::process::id()));
    let inner = folder.join("inner");
    fs::create_dir_all(&inner).unwrap();
    let empty = r#"{"cik": 1, "entityName": "A", "facts": {}}"#;
    for (path, content) in
        [("b.json", empty), ("a.json", "<html>"), ("note.txt", "no facts"), ("inner/c.json", empty)]
    {
        fs::write(folder.join(path), content).unwrap();
    }
    let shown = |path: &str| folder.join(path).to_str().unwrap().to_owned();
    let output = run(&["history", "--json", "--item", "revenue", folder.to_str().unwrap()]);
    let rows = rows(&output);
    let files: Vec<&Value> = rows.iter().map(|row| &row["file"]).collect();
    assert_eq!(files, [&json!(shown("b.json")), &json!(shown("inner/c.json"))]);
    assert!(errors(&output).starts_with(&format!("{}: ", shown("a.json"))));
    assert_eq!(output.status.code(), Some(1));

    let bare = folder.join("bare");
    fs::create_dir_all(&bare).unwrap();
    let output = run(&["history", bare.to_str().unwrap()]);
    assert_eq!(
        errors(&output),
        format!("{}: has no member that ends in .json, .json.gz or .zip\n", bare.display())
    );
    assert_eq!(output.status.code(), Some(1));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_bad_fact_is_passed_over_and_named_where_that_is_asked_for() {
    let facts = r#"{"cik":1,"facts":{"us-gaap":{"Assets":{"units":{"USD":[{"val":"many"}]}}}}}"#;
    let path = file("bad_fact.json", facts);
    let path = path.to_str().unwrap();
    let strict = run(&["history", "--json", path]);
    assert_eq!((strict.status.code(), strict.stdout.len()), (Some(1), 0));
    let lenient = run(&["history", "--json", "--lenient", path]);
    assert_eq!(lenient.status.code(), Some(0));
    assert!(errors(&lenient).starts_with(&format!("{path}: passed over: companyfacts: us-gaap")));
}

/// A member that broke off is named, and the others of its archive are printed.
#[test]
fn an_archive_is_read_member_by_member() {
    let good = fs::read(palantir()).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("CIK1.json", &good[..]), ("CIK2.json", &good[..good.len() / 2])] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let archive = file("history.zip", zip.finish().unwrap().into_inner()).display().to_string();
    let output = run(&["history", "--json", "--item", "revenue", &archive]);
    let rows = rows(&output);
    assert!(rows.len() > 5);
    assert!(rows.iter().all(|row| row["file"] == json!(format!("{archive}/CIK1.json"))));
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).starts_with(&format!("{archive}/CIK2.json: ")), "{}", errors(&output));
}

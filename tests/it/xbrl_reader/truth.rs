//! Real filings against the facts that two independent readers agree on.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use financials::{
    Decimal,
    xbrl::{Document, Facts, Reader},
};
use serde_json::Value;

use crate::data;

/// The folder of the filings.
pub(crate) fn folder() -> PathBuf {
    data::folder().join("data/xbrl")
}

/// Reads a file, packed or not.
pub(crate) fn content(path: &Path) -> Vec<u8> {
    if path.exists() && path.extension().is_none_or(|extension| extension != "gz") {
        return fs::read(path).unwrap();
    }
    let packed = match path.extension() {
        Some(extension) if extension == "gz" => path.to_path_buf(),
        _ => PathBuf::from(format!("{}.gz", path.display())),
    };
    let unpacked = Command::new("gzip").arg("-dc").arg(&packed).output().unwrap();
    assert!(unpacked.status.success(), "{}", packed.display());
    unpacked.stdout
}

/// Reads the document that a truth is of; one with a second document beside it is a set.
fn facts(folder: &Path, name: &str) -> Facts {
    let path = folder.join(name);
    let mut documents = vec![(name.to_owned(), content(&path))];
    if name.contains("_header_") {
        let others = fs::read_dir(path.parent().unwrap()).unwrap();
        for other in others.map(|entry| entry.unwrap().path()) {
            let other_name = other.file_name().unwrap().to_str().unwrap().to_owned();
            if other_name.contains("_honbun_") {
                documents.push((other_name, content(&other)));
            }
        }
    }
    let documents: Vec<Document<'_>> =
        documents.iter().map(|(name, bytes)| Document::new(name, bytes)).collect();
    Reader::new().read(&documents).unwrap()
}

/// What a fact is of, as a text that sorts.
fn key(fact: &Value) -> String {
    let dims: BTreeMap<String, Value> = serde_json::from_value(fact["dims"].clone()).unwrap();
    let text = |key: &str| fact[key].as_str().unwrap_or("-");
    let (concept, start, end) = (text("concept"), text("start"), text("end"));
    let (instant, unit, nil) = (text("instant"), text("unit"), &fact["nil"]);
    format!("{concept} {start} {end} {instant} {unit} {dims:?} {nil}")
}

/// What it says: a number without trailing zeros and its decimals, or a text without line breaks.
fn says(fact: &Value, is_text: bool) -> String {
    let Some(value) = fact["value"].as_str() else { return "nothing".into() };
    if is_text {
        return value.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let number = |text: &str| match text.parse::<Decimal>() {
        Ok(number) => number.normalize().to_string(),
        Err(_) => text.into(),
    };
    let numbers: Vec<String> = value.split('/').map(number).collect();
    let decimals = match &fact["decimals"] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    format!("{} {decimals}", numbers.join("/"))
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn every_number_of_every_document_is_right_and_none_is_extra() {
    let folder = folder();
    let mut documents = 0;
    let mut numbers = 0;
    for entry in fs::read_dir(folder.join("truth")).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap().to_owned();
        let Some(stem) = file.strip_suffix(".gz").unwrap_or(&file).strip_suffix(".jsonl") else {
            continue;
        };
        let name = stem.replacen("__", "/", 1);
        let truth = String::from_utf8(content(&path)).unwrap();
        let (mut expected, mut texts, mut too_long) = (Vec::new(), Vec::new(), Vec::new());
        for line in truth.lines() {
            let fact: Value = serde_json::from_str(line).unwrap();
            if fact["kind"] == "tuple" || fact["target"].is_string() {
                continue;
            }
            let is_text = fact["kind"] == "text";
            let row = format!("{} = {}", key(&fact), says(&fact, is_text));
            let value = fact["value"].as_str().unwrap_or_default();
            match is_text && fact["nil"] == false {
                true if fact["value"].is_string() => texts.push(row),
                true => {}
                // More than 28 digits: the fact must be an error, and never rounded.
                false if value.len() > 28 && !value.contains('/') => too_long.push(fact),
                false => expected.push(row),
            }
        }
        let facts = facts(&folder, &name);
        let records: Vec<(Value, bool)> = facts
            .iter()
            .map(|fact| (serde_json::to_value(fact).unwrap(), fact.unit().is_none()))
            .collect();
        let rows = |with_text: bool| -> Vec<String> {
            let of_kind = records
                .iter()
                .filter(|(record, is_text)| with_text == (*is_text && record["nil"] == false));
            let mut rows: Vec<String> = of_kind
                .map(|(record, is_text)| format!("{} = {}", key(record), says(record, *is_text)))
                .collect();
            rows.sort();
            rows
        };
        expected.sort();
        assert_eq!(rows(false), expected, "{name}");
        let ours = rows(true);
        for text in texts {
            assert!(ours.binary_search(&text).is_ok(), "{name}: {text}");
        }
        let failed: Vec<Option<&str>> =
            facts.errors().iter().map(|error| error.id.as_deref()).collect();
        let expected: Vec<Option<&str>> = too_long.iter().map(|fact| fact["id"].as_str()).collect();
        assert_eq!(failed, expected, "{name}");
        documents += 1;
        numbers += rows(false).len();
    }
    assert!(documents >= 50 && numbers > 15_000, "{documents} documents, {numbers} numbers");
}

/// The documents that are bad on purpose: what is delivered, and what is an error.
#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn bad_documents_come_to_what_is_expected_of_them() {
    let folder = folder();
    let read = |name: &str| Facts::parse(&content(&folder.join("conformance").join(name)));
    for (name, ids, good) in [
        ("bad-format.xhtml", "x1", 1),
        ("bad-noformat-comma.xhtml", "x1", 0),
        ("bad-negative-text.xhtml", "x2", 0),
        ("bad-context.xhtml", "x1", 0),
        ("bad-unit.xhtml", "x1", 0),
        ("bad-unknown-format.xhtml", "x1", 0),
        ("bad-decimals.xhtml", "x1", 0),
        ("bad-scale.xhtml", "x1", 0),
        ("bad-continuation-loop.xhtml", "t1", 0),
        ("oim-bad-prefix.json", "f1", 0),
        ("oim-bad-period.json", "f1", 0),
        ("oim-bad-short-period.json", "f1", 0),
    ] {
        let facts = read(name).unwrap();
        assert_eq!(facts.len(), good, "{name}");
        let failed: Vec<_> = facts.errors().iter().filter_map(|error| error.id.clone()).collect();
        assert_eq!(failed, [ids], "{name}");
    }
    for name in [
        "bad-entity-bomb.xhtml",
        "bad-external-entity.xml",
        "bad-deep.xml",
        "oim-bad-number-value.json",
        "oim-bad-decimals-string.json",
        "oim-bad-doctype.json",
        "oim-bad-duplicate-key.json",
    ] {
        assert!(read(name).is_err(), "{name}");
    }
}

/// The inline 10-Q and the instance that the SEC made of it, and a filing as an instance and as
/// xBRL-JSON: the same numbers.
#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn the_syntaxes_of_one_filing_agree() {
    let folder = folder();
    let numbers = |name: &str| -> Vec<String> {
        let facts = facts(&folder, name);
        let numbers = facts.iter().filter(|fact| fact.unit().is_some());
        let mut rows: Vec<String> = numbers
            .map(|fact| serde_json::to_value(fact).unwrap())
            .map(|record| format!("{} = {}", key(&record), says(&record, false)))
            .collect();
        rows.sort();
        rows
    };
    let inline = numbers("aapl-10q-2025q2/aapl-20250329.htm");
    assert!(inline.len() > 600);
    assert_eq!(inline, numbers("aapl-10q-2025q2/aapl-20250329_htm.xml"));
    assert_eq!(numbers("pandora-dk-ifrs/pandora.xml"), numbers("oim-json/pandora-dk-ifrs.json"));
}

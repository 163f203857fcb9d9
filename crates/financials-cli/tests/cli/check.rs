//! `financials check`: texts to verdicts.

use std::{collections::BTreeMap, fs, path::PathBuf};

use serde_json::Value;

use crate::{errors, file, own, rows, run};

/// The verdicts on the figures of a text about Palantir's second quarter of 2025.
fn verdicts(name: &str, text: &str) -> Vec<Option<String>> {
    let filing = format!("PLTR={}", own("tests/cases/palantir_companyfacts/companyfacts.json"));
    let article = file(name, text);
    let article = article.to_str().unwrap();
    let known = ["--subject", "PLTR", "--period", "2025Q2", "--filing", &filing];
    let output = run(&[&["check", "--json"][..], &known, &[article]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    rows(&output).iter().map(|row| row["verdict"].as_str().map(str::to_owned)).collect()
}

/// By the accounting rules they were 13 cents; what analysts expect is adjusted.
#[test]
fn earnings_held_against_a_consensus_may_be_adjusted() {
    let is = |verdict: &str| Some(verdict.to_owned());
    let bare = verdicts("bare.txt", "Earnings per share were $0.16.");
    assert_eq!(bare, [is("contradicted")]);
    let held = verdicts("held.txt", "Earnings per share were $0.16, beating the $0.14 consensus.");
    assert_eq!(held[0], is("undetermined"));
    // Revenue has no other basis.
    let revenue =
        verdicts("revenue.txt", "Revenue was $1.2 billion, beating the $939 million consensus.");
    assert_eq!(revenue[0], is("contradicted"));
}

/// The documents of a folder whose figures were labelled by hand.
struct Labelled {
    data: PathBuf,
    documents: Vec<Value>,
}

impl Labelled {
    fn open() -> Self {
        let folder = std::env::var_os("FINANCIALS_DATA").expect("FINANCIALS_DATA");
        let data = PathBuf::from(folder).join("data");
        let documents = lines(&data.join("links/docs.jsonl"));
        Self { data, documents }
    }

    /// What is found of a copy of each document, by its name.
    fn checked(&self, folder: &str, name: impl Fn(&str) -> String) -> BTreeMap<String, Vec<Value>> {
        let mut found = BTreeMap::new();
        for document in &self.documents {
            let name = name(document["file"].as_str().unwrap());
            let path = self.data.join("links").join(folder).join(&name);
            if !path.exists() {
                continue;
            }
            let mut arguments = vec!["check".to_owned(), "--json".to_owned()];
            for option in ["subject", "period"] {
                if let Some(value) = document[option].as_str() {
                    arguments.extend([format!("--{option}"), value.to_owned()]);
                }
            }
            for (ticker, filing) in document["filings"].as_object().into_iter().flatten() {
                let filing = self.data.join(filing.as_str().unwrap());
                arguments.extend(["--filing".to_owned(), format!("{ticker}={}", filing.display())]);
            }
            arguments.push(path.to_str().unwrap().to_owned());
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let output = run(&arguments);
            assert_eq!(output.status.code(), Some(0), "{name}: {}", errors(&output));
            found.insert(name, rows(&output));
        }
        found
    }
}

fn lines(path: &PathBuf) -> Vec<Value> {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Returns the figure that covers most of a label.
fn figure<'a>(found: &'a BTreeMap<String, Vec<Value>>, label: &Value) -> Option<&'a Value> {
    let range = |row: &Value| (row["start"].as_u64().unwrap(), row["end"].as_u64().unwrap());
    let (start, end) = range(label);
    let common = |row: &&Value| {
        let (from, to) = range(row);
        to.min(end).saturating_sub(from.max(start))
    };
    let rows = found.get(label["file"].as_str().unwrap())?;
    rows.iter().max_by_key(common).filter(|row| common(row) > 0)
}

fn is_accused(figure: Option<&Value>) -> bool {
    let verdict = figure.and_then(|row| row["verdict"].as_str());
    matches!(verdict, Some("contradicted" | "in_conflict"))
}

fn place(label: &Value) -> String {
    format!("{} {} {}", label["file"], label["start"], label["text"])
}

/// Whether a label allows that its figure is accused.
fn may_be_accused(label: &Value) -> bool {
    let also = label["verdict_also"].as_array();
    label["verdict"] == "contradicted"
        || also.is_some_and(|also| also.iter().any(|verdict| verdict == "contradicted"))
        || label["planted"].is_object()
}

/// Labels written by hand say which figures are true beside the filing, and which are not.
#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn no_true_figure_of_a_labelled_document_is_accused() {
    let data = Labelled::open();
    let folder = data.data.join("links");
    let mut accused = Vec::new();
    let (mut confirmable, mut confirmed) = (0, 0);
    let texts = data.checked("texts", str::to_owned);
    let planted = data.checked("planted", |name| name.replace(".txt", "_x.txt"));
    for (labels, found) in [("labels.jsonl", &texts), ("planted.jsonl", &planted)] {
        for label in lines(&folder.join(labels)) {
            let figure = figure(found, &label);
            if is_accused(figure) && !may_be_accused(&label) {
                accused.push(place(&label));
            }
            if label["verdict"] == "consistent" {
                confirmable += 1;
                let verdict = figure.and_then(|row| row["verdict"].as_str());
                confirmed += usize::from(matches!(verdict, Some("consistent" | "compatible")));
            }
        }
    }
    assert_eq!(accused, [""; 0]);
    // What links reach is found, and what the filing has is confirmed: 200 of 228 when written.
    assert!(confirmed * 100 >= confirmable * 85, "{confirmed} of {confirmable}");
}

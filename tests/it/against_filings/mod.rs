//! Verdicts on figures of companies whose filings are at hand: published ones and planted ones.

mod documents;
mod others;
mod planted;
mod published;

use std::{
    io::Write,
    process::{Command, Stdio},
};

use financials::{
    History,
    companyfacts::{CompanyFacts, Vintage},
    tieout::{Network, Ruling},
};

use crate::data;

/// What a company has filed, as last restated, and a network of that and of what was first filed.
struct Filed {
    history: History,
    network: Network,
}

fn filed(subject: &str, path: &str) -> Filed {
    let facts = CompanyFacts::parse(data::text(path).as_bytes()).unwrap();
    let history = facts.known(Vintage::Latest).history().unwrap();
    let mut network = Network::new();
    network.add_history(subject, &history);
    network.add_first_filed(subject, &facts.known(Vintage::First).history().unwrap());
    Filed { history, network }
}

/// Has the certificates of rulings checked by exact arithmetic that shares no code with the crate,
/// and returns how many there were.
fn check_certificates<'r>(rulings: impl Iterator<Item = &'r Ruling>) -> usize {
    let rows: Vec<String> = rulings
        .filter_map(|ruling| Some((ruling.id(), ruling.certificate()?)))
        .map(|(id, proof)| serde_json::json!({ "id": id, "certificate": proof }).to_string())
        .collect();
    let checker = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/certificate.py");
    let mut python = Command::new("python3")
        .arg(checker)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = python.stdin.take().unwrap();
    input.write_all(rows.join("\n").as_bytes()).unwrap();
    drop(input);
    let output = python.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    assert!(text.contains(&format!("certificates: {} checked, 0 wrong", rows.len())), "{text}");
    rows.len()
}

//! Documents without a filing: tables that are right, and sets of claims with what is expected.

use std::collections::BTreeMap;

use financials::{
    Basis, Measure, Stated,
    tieout::{Claim, Network, Ruling, Verdict},
};
use serde::Deserialize;

use crate::data;

#[derive(Deserialize)]
struct Document {
    id: String,
    claims: Vec<Given>,
    #[serde(alias = "expected")]
    expect: String,
}

#[derive(Deserialize)]
struct Given {
    id: String,
    subject: String,
    metric: String,
    period: String,
    stated: String,
    basis: Option<Basis>,
}

fn ruled(claims: &[Given]) -> Vec<Ruling> {
    let mut network = Network::new();
    for claim in claims {
        let measure: Measure = claim.metric.parse().unwrap();
        let stated = Stated::parse(&claim.stated).unwrap();
        let mut made = Claim::new(&claim.id, measure, stated);
        made = made.of(&claim.subject).during(&claim.period);
        if let Some(basis) = claim.basis {
            made = made.on(basis);
        }
        network.add(if claim.stated.contains('(') { made.in_brackets() } else { made });
    }
    network.tie_out().rulings().to_vec()
}

/// Returns whether the rulings are what a document's expectation says in words.
fn is_met(expect: &str, rulings: &[Ruling]) -> bool {
    let has = |verdict| rulings.iter().any(|ruling: &Ruling| ruling.verdict() == verdict);
    let is_accused = rulings.iter().any(|ruling| ruling.verdict().is_accused());
    match expect {
        "neither contradicted" | "none contradicted" => {
            !has(Verdict::Contradicted) && !has(Verdict::NotMeaningful)
        }
        "none contradicted, or a reason that names the sign" => !is_accused,
        "contradicted: 20%" => is_accused,
        "contradicted or a note: 1.69" => {
            rulings.iter().any(|ruling| ruling.to_string().contains("admits (1.683274021, 1.6896"))
        }
        "undetermined is defensible (EPS is not summed); a flag would help" => {
            rulings.iter().all(|ruling| ruling.verdict() == Verdict::Undetermined)
        }
        "a warning that operating_icome is no metric" => {
            rulings.iter().any(|ruling| ruling.suggestions() == ["operating_income"])
        }
        other => panic!("{other}: what is expected has no words here"),
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn documents_by_themselves_are_judged_as_they_are() {
    let mut documents: Vec<Document> = data::json("data/published/documents_only.json");
    let cases = data::text("data/published/tie_cases.jsonl");
    documents.extend(cases.lines().map(|line| serde_json::from_str::<Document>(line).unwrap()));
    assert!(documents.len() > 15);
    let rulings: BTreeMap<&str, Vec<Ruling>> =
        documents.iter().map(|document| (document.id.as_str(), ruled(&document.claims))).collect();
    for document in &documents {
        let found = &rulings[document.id.as_str()];
        let words: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(is_met(&document.expect, found), "{}: {}", document.id, words.join("\n"));
    }
}

//! The findings as JSON, for programs that read the page.

use serde_json::{Value, json};

use super::{Conflict, Figure, Member, Page, State, text::id};
use crate::number::ends;

/// The findings as JSON that no tag can end: `<` occurs in texts alone, where it has an escape.
pub(super) fn findings(page: &Page) -> String {
    let figures = page.figures.iter().enumerate();
    let figures: Vec<Value> = figures.map(|(place, figure)| row(page, place, figure)).collect();
    let documents: Vec<Value> = page
        .documents
        .iter()
        .map(|it| json!({"ticker": it.ticker, "name": it.name, "sha256": it.fingerprint}))
        .collect();
    let counts: Vec<(String, Value)> =
        State::ALL.map(|state| (state.name().to_owned(), count(page, state).into())).into();
    let findings = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "article": {"title": page.title, "sha256": page.fingerprint},
        "filings": documents,
        "counts": serde_json::Map::from_iter(counts),
        "is_capped": page.is_capped,
        "conflicts": page.conflicts.iter().map(conflict).collect::<Vec<Value>>(),
        "figures": figures,
    });
    findings.to_string().replace('<', "\\u003c")
}

/// How many figures are marked so.
pub(super) fn count(page: &Page, state: State) -> usize {
    page.figures.iter().filter(|figure| figure.state() == state).count()
}

fn conflict(conflict: &Conflict) -> Value {
    let members: Vec<String> = conflict.members.iter().map(member).collect();
    json!({"members": members, "assumed": conflict.assumed})
}

fn member(member: &Member) -> String {
    match member {
        Member::Figure(place) => id(*place),
        Member::Filed { name, .. } => name.clone(),
    }
}

fn row(page: &Page, place: usize, figure: &Figure) -> Value {
    let about: Vec<(String, Value)> = figure
        .about
        .iter()
        .map(|(name, value)| (name.replace(' ', "_"), value.as_str().into()))
        .collect();
    let diagnoses: Vec<Value> = figure
        .remedies
        .iter()
        .map(|it| json!({"change": it.change, "to": it.to, "value": it.value}))
        .collect();
    json!({
        "id": id(place),
        "start": figure.source.start,
        "end": figure.source.end,
        "text": page.text.get(figure.span.clone()),
        "verdict": figure.verdict.map(|verdict| verdict.name()),
        "about": serde_json::Map::from_iter(about),
        "definition": figure.definition,
        "stated": figure.place.map(|place| ends(place.stated)),
        "computed": figure.place.and_then(|place| place.computed).map(ends),
        "conflict": figure.conflict,
        "reservations": figure.reservations,
        "diagnoses": diagnoses,
        "missing": figure.missing,
        "words": figure.words,
    })
}

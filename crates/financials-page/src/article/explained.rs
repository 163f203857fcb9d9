//! From the crate's explanations and sources to what the page says of them.

use financials::{History, Source, figure::Origin, view::Explanation};

use super::{Citation, Derivation};
use crate::filing::link;

/// So many sources of one figure are named: a year less its quarters has four.
const SOURCES_MAX: usize = 16;

/// Returns the SEC's number of the company that a history is of.
pub(super) fn key(history: &History) -> Option<u64> {
    history.reports().first()?.company().central_index_key()
}

/// Returns how a value came about, down to the filings.
pub(super) fn explained(
    explanation: &Explanation,
    history: &History,
    cik: Option<u64>,
) -> Derivation {
    let period = explanation.period().map(|period| {
        history.label(&period).map_or_else(|_| period.to_string(), |label| label.to_string())
    });
    let figure = explanation.figure();
    let absent = explanation.is_absent().then(|| String::from("not reported, taken as zero"));
    let notes = [
        period,
        explanation.basis().map(|basis| basis.to_string()),
        figure.map(|figure| figure.accuracy().to_string()),
        absent,
    ];
    let inputs = explanation.inputs().iter();
    Derivation {
        name: explanation.name().to_owned(),
        value: explanation.value().to_string(),
        notes: notes.into_iter().flatten().collect(),
        formula: explanation.formula().map(str::to_owned),
        sources: explanation.source().map(|it| citations(it, cik)).unwrap_or_default(),
        inputs: inputs.map(|input| explained(input, history, cik)).collect(),
    }
}

/// Returns where a figure was filed: its filing, or its calculation and the filings below it.
pub(super) fn citations(source: &Source, cik: Option<u64>) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut waiting = vec![(None, source)];
    while let Some((name, source)) = waiting.pop() {
        if found.len() == SOURCES_MAX {
            break;
        }
        let words = match source.origin() {
            Origin::Filing { form, accession, .. } => format!("{form} {accession}"),
            Origin::Document { title, .. } => title.clone(),
            Origin::Derived { formula, .. } => format!("derived: {formula}"),
            _ => source.to_string(),
        };
        let name = name.map(|name: &String| format!("{name}: ")).unwrap_or_default();
        let place = source.place().map(|place| format!(", {place}")).unwrap_or_default();
        found.push(Citation {
            words: format!("{name}{words}{place}"),
            link: source.accession().zip(cik).map(|(accession, cik)| link(accession, cik)),
            date: source.date().map(|date| date.to_string()),
        });
        waiting.extend(source.inputs().iter().rev().map(|it| (Some(&it.name), &it.source)));
    }
    found
}

//! The periods of a company as JSON, one object a line.

use std::io::{self, Write};

use financials::companyfacts::{Absence, CompanyFacts, Derivation, Entry, ItemSeries, Series};
use serde_json::{Map, Value, json};

use super::{Arguments, kind, named};

/// Prints every period of what is asked for.
pub fn print(
    out: &mut impl Write,
    arguments: &Arguments,
    file: &str,
    facts: &CompanyFacts,
) -> io::Result<()> {
    let known = facts.known(arguments.vintage());
    let items = match arguments.items.as_slice() {
        [] if arguments.concepts.is_empty() => known.items().collect(),
        items => items.to_vec(),
    };
    for item in items {
        let ItemSeries { series, .. } = known.item(item);
        if series.entries.is_empty() {
            writeln!(out, "{}", nothing(file, Some(item.name()), None))?;
        }
        for entry in named(&series) {
            writeln!(out, "{}", row(file, Some(item.name()), &series, entry))?;
        }
    }
    for (taxonomy, name) in &arguments.concepts {
        let all = known.concept(taxonomy, name);
        if all.iter().all(|series| series.entries.is_empty()) {
            let concept = format!("{taxonomy}:{name}");
            writeln!(out, "{}", nothing(file, None, Some(concept)))?;
        }
        for series in &all {
            for entry in named(series) {
                writeln!(out, "{}", row(file, None, series, entry))?;
            }
        }
    }
    Ok(())
}

/// Returns the JSON object of an item or concept without any period.
fn nothing(file: &str, item: Option<&str>, concept: Option<String>) -> Value {
    json!({
        "file": file, "item": item, "concept": concept, "start": null, "end": null, "kind": null,
        "fiscal_year": null, "fiscal_quarter": null, "value": null, "unit": null, "origin": null,
        "accessions": [], "filed": null, "reason": Absence::NotTagged.code(),
    })
}

/// Returns the JSON object of one entry.
fn row(file: &str, item: Option<&str>, series: &Series, entry: &Entry) -> Value {
    let mut row = Map::new();
    let mut put = |key: &str, value: Value| row.insert(key.into(), value);
    let first = entry.amount.as_ref().ok().and_then(|amount| amount.inputs.first());
    let concept = first.map(|input| &input.concept).or(series.concepts.first());
    // A figure computed from several lines is of no one concept.
    let lines = entry.amount.as_ref().is_ok_and(|amount| {
        matches!(amount.origin, Derivation::StatementLines | Derivation::WeightedShares)
    });
    let concept = concept.filter(|_| !lines);
    put("file", json!(file));
    put("item", json!(item));
    put("concept", json!(concept.map(ToString::to_string)));
    put("start", json!(entry.start));
    put("end", json!(entry.end));
    put("kind", json!(kind(entry.kind)));
    put("fiscal_year", json!(entry.fiscal_year));
    put("fiscal_quarter", json!(entry.fiscal_quarter));
    let frame = entry.period().and_then(|period| period.calendar_frame());
    put("calendar", json!(frame.map(|frame| frame.to_string())));
    put("unit", json!(series.unit));
    match &entry.amount {
        Ok(amount) => {
            let inputs = &amount.inputs;
            let reported = amount.origin.is_reported();
            let mut accessions = Vec::new();
            for input in inputs {
                if !accessions.contains(&input.accession) {
                    accessions.push(input.accession);
                }
            }
            put("value", json!(amount.value.to_string()));
            put("origin", json!(if reported { "reported" } else { "derived" }));
            put("accessions", json!(accessions));
            put("filed", json!(inputs.iter().map(|input| input.filed).max()));
            put("restated", json!(amount.restated));
            put("split_adjusted", json!(amount.split_adjusted));
        }
        Err(absence) => {
            put("value", Value::Null);
            put("origin", Value::Null);
            put("accessions", json!([]));
            put("filed", Value::Null);
            put("reason", json!(absence.code()));
        }
    }
    let findings = series
        .findings
        .iter()
        .filter(|finding| (finding.start, finding.end) == (entry.start, entry.end));
    put("findings", findings.map(|finding| json!(finding.kind.code())).collect());
    Value::Object(row)
}

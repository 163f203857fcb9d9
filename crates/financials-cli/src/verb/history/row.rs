//! The periods of a company as JSON, one object a line.

use std::io::{self, Write};

use financials::{
    Accuracy, Decimal, Figure,
    companyfacts::{Derivation, Entry, EntryAmount, ItemSeries, Series},
    undefined::Absence,
    xbrl::Filings,
};
use financials_wire::ends;
use serde_json::{Map, Value, json};

use super::{
    arguments::Arguments,
    named::{kind, named},
};

/// Prints every period of what is asked for.
pub fn print(
    out: &mut impl Write,
    arguments: &Arguments,
    file: &str,
    filings: &Filings,
) -> io::Result<()> {
    let known = filings.company_facts().known(arguments.vintages.vintage());
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
            writeln!(out, "{}", row((file, filings), Some(item.name()), &series, entry))?;
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
                writeln!(out, "{}", row((file, filings), None, series, entry))?;
            }
        }
    }
    Ok(())
}

/// Returns the JSON object of an item or concept without any period.
fn nothing(file: &str, item: Option<&str>, concept: Option<String>) -> Value {
    json!({
        "file": file, "item": item, "concept": concept, "start": null, "end": null, "kind": null,
        "fiscal_year": null, "fiscal_quarter": null, "value": null, "unit": null,
        "decimals": null, "within": null, "origin": null, "accessions": [], "documents": [],
        "filed": null,
        "reason": Absence::NotTagged.code(),
    })
}

/// Returns the JSON object of one entry.
fn row(
    (file, filings): (&str, &Filings),
    item: Option<&str>,
    series: &Series,
    entry: &Entry,
) -> Value {
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
            let reported = amount.origin.is_reported();
            put("value", json!(amount.value.to_string()));
            let accuracy = amount.accuracy(|input| filings.accuracy(input));
            put("decimals", decimals(accuracy));
            put("within", within(accuracy));
            put("origin", json!(if reported { "reported" } else { "derived" }));
            let (accessions, documents, filed) = filed(filings, amount);
            put("accessions", accessions);
            put("documents", documents);
            put("filed", filed);
            put("restated", json!(amount.restated));
            put("split_adjusted", json!(amount.split_adjusted));
        }
        Err(absence) => {
            put("value", Value::Null);
            put("decimals", Value::Null);
            put("within", Value::Null);
            put("origin", Value::Null);
            put("accessions", json!([]));
            put("documents", json!([]));
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

/// Returns how precise a value is as XBRL says it.
fn decimals(accuracy: Accuracy) -> Value {
    match accuracy {
        Accuracy::Exact => json!("INF"),
        Accuracy::Decimals(i8::MIN) => Value::Null,
        Accuracy::Decimals(places) => json!(places),
        Accuracy::Within { .. } | Accuracy::Assumed { .. } | Accuracy::Unknown => Value::Null,
    }
}

/// Returns how far off a sum of rounded figures may be.
fn within(accuracy: Accuracy) -> Value {
    let Accuracy::Within { .. } = accuracy else { return Value::Null };
    let zero = Figure::new(Decimal::ZERO, accuracy).map(|figure| ends(figure.admitted()));
    zero.map_or(Value::Null, |[_, most]| json!(most))
}

/// Returns the accessions that a value rests on, the documents of filings without one, and the day
/// of the last of all: where one is without an accession, it is not known.
fn filed(filings: &Filings, amount: &EntryAmount) -> (Value, Value, Value) {
    let (mut accessions, mut documents, mut filed) = (Vec::new(), Vec::new(), None);
    for input in &amount.inputs {
        match filings.unlisted(input.accession) {
            Some(document) if !documents.contains(&document) => documents.push(document),
            Some(_) => {}
            None => {
                filed = filed.max(Some(input.filed));
                if !accessions.contains(&input.accession) {
                    accessions.push(input.accession);
                }
            }
        }
    }
    let filed = filed.filter(|_| documents.is_empty());
    (json!(accessions), json!(documents), json!(filed))
}

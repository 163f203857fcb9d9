//! A figure of a checked article as JSON.

use financials_link::article::{Checked, Figure};
use serde_json::{Map, Value, json};

use crate::parts::{computed, diagnoses, ends};

/// Returns a figure of a checked article: its bytes, half open, what it is about, and whether it
/// can be right.
#[must_use]
pub fn checked(text: &str, checked: &Checked, figure: &Figure) -> Map<String, Value> {
    let link = &figure.link;
    let ruling = checked.ruling(figure);
    let mut row = Map::new();
    let mut put = |key: &str, value: Value| row.insert(key.to_owned(), value);
    put("start", json!(link.span.start));
    put("end", json!(link.span.end));
    put("text", json!(text.get(link.span.clone())));
    put("role", json!(link.role.name()));
    put("metric", json!(link.metric));
    put("aspect", json!(link.aspect.map(|aspect| aspect.name())));
    put("segment", json!(link.segment));
    put("subject", json!(link.subject));
    put("period", json!(link.period.map(|period| period.to_string())));
    let basis = |is_adjusted| if is_adjusted { "adjusted" } else { "gaap" };
    put("basis", json!(link.is_adjusted.map(basis)));
    put("constant_currency", json!(link.is_constant_currency));
    put("abstained", json!(link.abstained.map(|reason| reason.code())));
    put("verdict", json!(checked.verdict(figure).map(|verdict| verdict.name())));
    put("definition", json!(ruling.and_then(|ruling| ruling.definition())));
    put("stated", json!(ruling.map(|ruling| ends(ruling.stated()))));
    put("computed", json!(ruling.map(computed)));
    put("because", json!(ruling.map_or(&[][..], |ruling| ruling.because())));
    put("diagnoses", ruling.map_or_else(|| json!([]), diagnoses));
    put("missing", json!(checked.missing(figure)));
    put("words", json!(checked.words(figure)));
    row
}

//! A figure of a text as JSON.

use std::ops::Range;

use financials::{
    Decimal, Stated,
    stated::{Cue, Found},
};
use financials_link::Cell;
use serde_json::{Map, Value, json};

/// Returns a figure of a text: its bytes, half open, its words, and what they state; and which
/// words made it so, where that is asked for.
#[must_use]
pub fn figure(text: &str, found: &Found<'_>, why: bool) -> Map<String, Value> {
    let mut row = printed(found.span(), found.text(), found.stated());
    if why {
        let cue = |cue: &Cue| {
            let span = cue.span();
            let text = text.get(span.clone());
            json!({ "rule": cue.rule(), "start": span.start, "end": span.end, "text": text })
        };
        row.insert("why".to_owned(), found.why().iter().map(cue).collect());
    }
    row
}

/// Returns a number of a table: its bytes, half open, its words, what they state, and what its row
/// and its column say of it.
#[must_use]
pub fn cell(text: &str, cell: &Cell) -> Map<String, Value> {
    let words = text.get(cell.span.clone()).unwrap_or_default();
    let mut row = printed(cell.span.clone(), words, cell.stated);
    let mut put = |key: &str, value: Value| row.insert(key.to_owned(), value);
    put("row", json!(cell.row));
    put("group", json!(cell.group));
    put("column", json!(cell.column));
    put("period", json!(cell.period.map(|period| period.to_string())));
    row
}

fn printed(span: Range<usize>, words: &str, stated: Stated) -> Map<String, Value> {
    let mut row = Map::new();
    let mut put = |key: &str, value: Value| row.insert(key.to_owned(), value);
    put("start", json!(span.start));
    put("end", json!(span.end));
    put("text", json!(words));
    put("kind", json!(stated.unit().kind()));
    put("value", json!(shown(stated.number())));
    put("high", json!(stated.high().map(shown)));
    put("decimals", json!(stated.decimals()));
    put("bound", json!(stated.bound().name()));
    put("currency", json!(stated.unit().currency().map(|currency| currency.code())));
    row
}

/// Returns a value in base units as text, without an exponent.
fn shown(value: Decimal) -> String {
    value.normalize().to_string()
}

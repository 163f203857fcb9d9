//! A figure of a text as JSON.

use financials::{
    Decimal,
    stated::{Cue, Found},
};
use serde_json::{Map, Value, json};

/// Returns a figure of a text: its bytes, half open, its words, and what they state; and which
/// words made it so, where that is asked for.
#[must_use]
pub fn figure(text: &str, found: &Found<'_>, why: bool) -> Map<String, Value> {
    let (span, stated) = (found.span(), found.stated());
    let mut row = Map::new();
    let mut put = |key: &str, value: Value| row.insert(key.to_owned(), value);
    put("start", json!(span.start));
    put("end", json!(span.end));
    put("text", json!(found.text()));
    put("kind", json!(stated.unit().kind()));
    put("value", json!(shown(stated.number())));
    put("high", json!(stated.high().map(shown)));
    put("decimals", json!(stated.decimals()));
    put("bound", json!(stated.bound().name()));
    put("currency", json!(stated.unit().currency().map(|currency| currency.code())));
    if why {
        let cue = |cue: &Cue| {
            let span = cue.span();
            let text = text.get(span.clone());
            json!({ "rule": cue.rule(), "start": span.start, "end": span.end, "text": text })
        };
        put("why", found.why().iter().map(cue).collect());
    }
    row
}

/// Returns a value in base units as text, without an exponent.
fn shown(value: Decimal) -> String {
    value.normalize().to_string()
}

//! A metric of the catalogue as JSON.

use financials::Metric;
use serde_json::{Value, json};

/// Returns a metric with its names, its formula, its inputs and what it tells.
#[must_use]
pub fn metric(metric: Metric) -> Value {
    json!({
        "name": metric.name(),
        "aliases": metric.aliases(),
        "group": metric.group(),
        "kind": metric.kind(),
        "formula": metric.formula().to_string(),
        "latex": metric.latex(),
        "inputs": metric.inputs(),
        "doc": metric.doc(),
    })
}

//! Parts of a ruling as JSON: intervals as two ends, definitions, diagnoses.

use financials::{Decimal, Interval, tieout::Ruling};
use serde_json::{Number, Value, json};

/// Returns the ends of an interval, exact; null where there is none.
#[must_use]
pub fn ends(interval: Interval) -> [Option<String>; 2] {
    interval.ends().map(|end| Some(end?.normalize().to_string()))
}

/// Returns the ends of what the other statements admit; none where nothing else bears on it.
pub(crate) fn computed(ruling: &Ruling) -> [Option<String>; 2] {
    ends(ruling.computed().unwrap_or(Interval::everything()))
}

/// Returns what each known definition comes to, the nearest first.
pub(crate) fn nearest(ruling: &Ruling) -> Value {
    let near = ruling.nearest().iter().map(|near| {
        json!({
            "definition": near.definition,
            "computed": ends(near.interval),
            "gap": number(near.gap),
        })
    });
    near.collect()
}

/// Returns the single changes under which a figure would hold.
pub(crate) fn diagnoses(ruling: &Ruling) -> Value {
    let changes = ruling.diagnoses().iter().map(|diagnosis| {
        json!({
            "change": diagnosis.change,
            "to": diagnosis.to,
            "value": diagnosis.value.normalize().to_string(),
            "chance": number(diagnosis.chance),
        })
    });
    changes.collect()
}

/// Returns a share as a number, since nothing is computed from it.
pub(crate) fn number(share: Decimal) -> Value {
    share.normalize().to_string().parse::<Number>().map_or(Value::Null, Value::Number)
}

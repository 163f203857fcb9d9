//! A ruling as JSON.

use financials::tieout::Ruling;
use serde_json::{Value, json};

use crate::parts::{computed, diagnoses, ends, nearest, number};

/// Returns what is said of a claim, with its certificate where there is one.
#[must_use]
pub fn ruling(ruling: &Ruling) -> Value {
    let conflict = ruling
        .conflict()
        .map(|conflict| json!({ "members": conflict.members(), "assumed": conflict.assumed() }));
    let mut row = json!({
        "id": ruling.id(),
        "verdict": ruling.verdict().name(),
        "tied": ruling.is_tied(),
        "stated": ends(ruling.stated()),
        "computed": computed(ruling),
        "because": ruling.because(),
        "only_because_about": ruling.only_because_about(),
        "rests_on_trailing_zeros": ruling.rests_on_trailing_zeros(),
        "rests_on_assumed_place": ruling.rests_on_assumed_place(),
        "from_rounded": ruling.is_from_rounded(),
        "footing": ruling.is_footing(),
        "basis": ruling.basis(),
        "reason": ruling.reason().map(|reason| reason.code()),
        "definition": ruling.definition(),
        "chance": ruling.chance().map(number),
        "nearest": nearest(ruling),
        "diagnoses": diagnoses(ruling),
        "conflict": conflict,
        "suggestions": ruling.suggestions(),
        "words": ruling.to_string(),
    });
    if let Some(Ok(certificate)) = ruling.certificate().map(serde_json::to_value)
        && let Some(row) = row.as_object_mut()
    {
        row.insert("certificate".to_owned(), certificate);
    }
    row
}

//! Figures of a text, with spans in code points.

use financials::stated;
use pyo3::prelude::*;
use serde_json::{Map, Value, json};

/// Returns the figures of a text as JSON, one object each.
#[pyfunction]
#[pyo3(signature = (text, why=false))]
pub fn scan(py: Python<'_>, text: &str, why: bool) -> Vec<String> {
    py.detach(|| {
        let mut points = Points::of(text);
        let figure = |found: stated::Found<'_>| {
            let mut row = financials_wire::figure(text, &found, why);
            points.replace(&mut row);
            if let Some(Value::Array(reasons)) = row.get_mut("why") {
                reasons
                    .iter_mut()
                    .filter_map(Value::as_object_mut)
                    .for_each(|it| points.replace(it));
            }
            Value::Object(row).to_string()
        };
        stated::scan(text).map(figure).collect()
    })
}

/// From bytes of a text to its code points.
pub struct Points<'a> {
    text: &'a str,
    /// The last byte that was asked for, and how many code points stand before it.
    last: (usize, usize),
}

impl<'a> Points<'a> {
    /// Counts the code points of a text.
    pub fn of(text: &'a str) -> Self {
        Self { text, last: (0, 0) }
    }

    /// Returns how many code points stand before a byte.
    fn before(&mut self, byte: usize) -> usize {
        let (from, count) = if byte < self.last.0 { (0, 0) } else { self.last };
        let passed = self.text.get(from..byte).map_or(0, |text| text.chars().count());
        self.last = (byte, count + passed);
        self.last.1
    }

    /// Puts code points in the place of the bytes of an object's start and end.
    pub fn replace(&mut self, row: &mut Map<String, Value>) {
        for key in ["start", "end"] {
            let byte = row.get(key).and_then(Value::as_u64).and_then(|it| usize::try_from(it).ok());
            if let Some(byte) = byte {
                row.insert(key.to_owned(), json!(self.before(byte)));
            }
        }
    }
}

//! [`Place`]: where in a document the reader is.

use alloc::{format, string::String, vec::Vec};

/// Where the reader is, for a message.
#[derive(Default)]
pub(crate) struct Place<'a> {
    pub taxonomy: Option<&'a str>,
    pub concept: Option<&'a str>,
    pub unit: Option<&'a str>,
    pub fact: Option<usize>,
    pub field: Option<&'static str>,
}

impl Place<'_> {
    /// Returns the path, such as `us-gaap/Revenues/USD[17].val`.
    pub(crate) fn path(&self) -> String {
        let Self { taxonomy, concept, unit, fact, field } = *self;
        let names = [taxonomy, concept, unit].into_iter().flatten();
        let mut path = names.collect::<Vec<_>>().join("/");
        if let Some(index) = fact {
            path.push_str(&format!("[{index}]"));
        }
        match field {
            Some(field) if path.is_empty() => path.push_str(field),
            Some(field) => path.push_str(&format!(".{field}")),
            None if path.is_empty() => path.push_str("document"),
            None => {}
        }
        path
    }
}

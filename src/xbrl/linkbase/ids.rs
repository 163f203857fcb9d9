//! [`Ids`]: which names of a table the ids of schemas mean.

use alloc::{string::String, vec::Vec};
use std::collections::HashMap;

use crate::xbrl::{
    bounds::ID_BYTES_MAX,
    qname::{QName, QNameId, QNames},
};

/// The names of a table by the ids that schemas give them: `us-gaap_Assets`.
pub(super) struct Ids<'a> {
    by_id: HashMap<String, Vec<QNameId>>,
    by_local: HashMap<&'a str, Vec<QNameId>>,
}

impl<'a> Ids<'a> {
    pub(super) fn of(names: &'a QNames) -> Self {
        let mut ids = Self { by_id: HashMap::new(), by_local: HashMap::new() };
        for id in names.ids() {
            let name = names.get(id);
            ids.by_id.entry(spelled(name)).or_default().push(id);
            ids.by_local.entry(name.local()).or_default().push(id);
        }
        ids
    }

    /// Returns the names that an id means: those of its prefix and local name, or, where a document
    /// has another prefix than the schema, the only one of its local name.
    pub(super) fn find(&self, id: &str) -> &[QNameId] {
        if let Some(found) = self.by_id.get(id) {
            return found;
        }
        if id.len() > ID_BYTES_MAX {
            return &[];
        }
        // A prefix and a local name may both have a line under them: every split is tried.
        let mut tails = id.match_indices('_').filter_map(|(at, _)| id.get(at + 1..));
        let found = tails.find_map(|local| self.by_local.get(local));
        found.filter(|names| names.len() == 1).map_or(&[], |names| names.as_slice())
    }
}

/// Returns the id that schemas give a name by convention.
pub(super) fn spelled(name: QName<'_>) -> String {
    alloc::format!("{}_{}", name.prefix(), name.local())
}

//! [`Concept`]: a tag with its facts, by unit.

use core::fmt;

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::fact::FiledFact;

/// A tag of a taxonomy with all its facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// The taxonomy: `us-gaap`, `ifrs-full`, `dei`, `srt`, or a company's own.
    pub taxonomy: String,
    /// The tag: `Revenues`.
    pub name: String,
    /// Its facts, one list for each unit.
    pub units: Vec<UnitFacts>,
}

/// The facts of a concept in one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitFacts {
    /// The unit as the file names it: `USD`, `USD/shares`, `shares`, `pure`, `Store`.
    pub unit: String,
    /// The facts, in the order of the file.
    pub facts: Vec<FiledFact>,
}

/// The full name of a concept: `us-gaap:Revenues`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConceptName {
    /// The taxonomy.
    pub taxonomy: String,
    /// The tag.
    pub name: String,
}

impl fmt::Display for ConceptName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.taxonomy, self.name)
    }
}

impl Concept {
    /// Returns the full name.
    #[must_use]
    pub fn full_name(&self) -> ConceptName {
        ConceptName { taxonomy: self.taxonomy.clone(), name: self.name.clone() }
    }
}

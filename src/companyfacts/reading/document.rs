//! [`CompanyFacts`]: one company's file.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::{
    concept::{Concept, UnitFacts},
    disputed::Disputed,
    error::CompanyFactsError,
    fact::{FiledFact, Form},
};

/// All facts of one company, as the SEC's companyfacts file gives them.
///
/// Every taxonomy and unit is kept, and every value exactly as its number is written.
///
/// ```
/// use financials::companyfacts::CompanyFacts;
///
/// let json = br#"{"cik":1321655,"entityName":"Palantir Technologies Inc.","facts":{"us-gaap":{
///     "Revenues":{"units":{"USD":[{"start":"2025-04-01","end":"2025-06-30","val":1003697000,
///     "accn":"0001321655-25-000106","form":"10-Q","filed":"2025-08-05"}]}}}}}"#;
/// let facts = CompanyFacts::parse(json)?;
/// assert_eq!(facts.entity_name(), "Palantir Technologies Inc.");
/// let revenues = facts.concept("us-gaap", "Revenues").ok_or("not tagged")?;
/// assert_eq!(revenues.units[0].facts[0].value.to_string(), "1003697000");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct CompanyFacts {
    pub(crate) cik: Option<u64>,
    pub(crate) entity_name: String,
    pub(crate) concepts: Vec<Concept>,
    pub(crate) forms: Vec<String>,
    pub(crate) skipped: Vec<CompanyFactsError>,
    /// What filings say of which no figure can be taken.
    pub(crate) disputed: Vec<Disputed>,
    pub(crate) read: usize,
}

/// A file's facts as serde writes them, which is not the SEC's layout: every value is a string.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct CompanyFacts")]
struct Wire {
    cik: Option<u64>,
    entity_name: String,
    concepts: Vec<Concept>,
    forms: Vec<String>,
    skipped: Vec<CompanyFactsError>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    disputed: Vec<Disputed>,
}

impl From<CompanyFacts> for Wire {
    fn from(facts: CompanyFacts) -> Self {
        let CompanyFacts { cik, entity_name, concepts, forms, skipped, disputed, read: _ } = facts;
        Self { cik, entity_name, concepts, forms, skipped, disputed }
    }
}

impl TryFrom<Wire> for CompanyFacts {
    type Error = &'static str;

    fn try_from(wire: Wire) -> Result<Self, Self::Error> {
        let Wire { cik, entity_name, concepts, forms, skipped, disputed } = wire;
        let mut facts = Self { cik, entity_name, concepts, forms, skipped, disputed, read: 0 };
        let named = |fact: &FiledFact| {
            let name = facts.forms.get(usize::from(fact.form_index));
            name.is_some_and(|name| Form::of(name) == fact.form)
        };
        if !facts.groups().flat_map(|(_, unit)| &unit.facts).all(named) {
            return Err("the form of a fact is none of the file's forms");
        }
        let read: usize = facts.groups().map(|(_, unit)| unit.facts.len()).sum();
        facts.read = read + facts.skipped.len();
        Ok(facts)
    }
}

impl CompanyFacts {
    /// Returns the company's central index key, where the file has one.
    #[must_use]
    pub fn cik(&self) -> Option<u64> {
        self.cik
    }

    /// Returns the company's name; empty where the file has none.
    #[must_use]
    pub fn entity_name(&self) -> &str {
        &self.entity_name
    }

    /// Returns every concept, in the order of the file.
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// Returns a concept by its taxonomy and name.
    #[must_use]
    pub fn concept(&self, taxonomy: &str, name: &str) -> Option<&Concept> {
        self.concepts.iter().find(|concept| concept.name == name && concept.taxonomy == taxonomy)
    }

    /// Returns the name of the form that a fact of this file was filed in: `10-K/A`.
    #[must_use]
    pub fn form_name(&self, fact: &FiledFact) -> &str {
        self.forms.get(usize::from(fact.form_index)).map_or("", String::as_str)
    }

    /// Returns how many facts the file has, those passed over with them.
    #[must_use]
    pub fn facts_read(&self) -> usize {
        self.read
    }

    /// Returns why each fact was passed over that [`parse_lenient`](Self::parse_lenient) could not
    /// read.
    #[must_use]
    pub fn skipped(&self) -> &[CompanyFactsError] {
        &self.skipped
    }

    /// Returns the facts of each concept and unit.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (&Concept, &UnitFacts)> {
        self.concepts
            .iter()
            .flat_map(|concept| concept.units.iter().map(move |unit| (concept, unit)))
    }
}

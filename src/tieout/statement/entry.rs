//! [`Entry`]: one statement of a network.

use alloc::string::String;

use super::{
    evidence::Evidence,
    key::{Key, Version},
    label::PeriodLabel,
    qualifier::Qualifier,
    what::What,
};
use crate::{currency::Currency, figure::Basis};

/// One statement.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub id: String,
    pub subject: String,
    pub what: What,
    /// Whether the figure is in a unit of the measure.
    pub has_unit: bool,
    pub period: PeriodLabel,
    pub basis: Option<Basis>,
    pub document: Option<String>,
    /// The name under which the document prints it, in small letters.
    pub printed_name: Option<String>,
    pub qualifier: Option<Qualifier>,
    /// Whether it is a cost in brackets, read as the cost that it is.
    pub is_turned: bool,
    pub evidence: Evidence,
    pub currency: Option<Currency>,
    pub is_filed: bool,
}

impl Entry {
    /// Returns the key of the statement, on a basis that it does not name itself.
    pub(crate) fn key(&self, version: Version) -> Key {
        Key::new(self.what, self.period.clone(), version)
    }

    pub(crate) fn version(&self) -> Version {
        Version::of(self.what, self.basis)
    }
}

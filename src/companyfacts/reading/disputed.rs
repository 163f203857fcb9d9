//! [`Disputed`]: a figure that a filing has, and that nobody can take from it.

use alloc::string::String;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::concept::ConceptName;
use crate::{figure::Accession, undefined::Absence};

/// A figure that a filing says in two ways, or in one that cannot be read, so that it gives none.
///
/// What the filing gives under another concept is not that figure either.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Disputed {
    pub concept: ConceptName,
    /// The unit; nothing where that is what cannot be read.
    pub unit: Option<String>,
    /// First day of the period; nothing for an instant.
    pub start: Option<Date>,
    pub end: Date,
    pub accession: Accession,
    pub filed: Date,
    pub why: Absence,
}

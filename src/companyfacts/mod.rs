//! Histories from SEC companyfacts JSON: the file of all facts that a company has tagged.
//!
//! The file comes from `https://data.sec.gov/api/xbrl/companyfacts/CIK##########.json`; nothing here
//! downloads it.

mod accession;
mod concept;
mod document;
mod error;
mod fact;
mod reader;
mod scan;

pub use accession::{Accession, AccessionError};
pub use concept::{Concept, ConceptName, UnitFacts};
pub use document::CompanyFacts;
pub use error::CompanyFactsError;
pub use fact::{Fact, Form};

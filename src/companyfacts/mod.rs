//! Histories from SEC companyfacts JSON: the file of all facts that a company has tagged.
//!
//! The file comes from `https://data.sec.gov/api/xbrl/companyfacts/CIK##########.json`; nothing
//! here downloads it.

mod stream;

mod account;
mod history;

mod items;

mod chains;

mod known;

mod shares;

mod series;

mod findings;
mod restatement;

mod trailing;

mod grid;

mod tracks;

mod entry;
mod finding;
mod timeline;

mod rounding;
mod years;

mod vintage;

mod document;

mod reader;

mod scan;

mod concept;
mod fact;

mod days;
mod error;

pub use account::Accounting;
pub use concept::{Concept, ConceptName, UnitFacts};
pub use document::CompanyFacts;
pub use entry::{Absence, Amount, Derivation, Entry, Input};
pub use error::{BuildError, CompanyFactsError};
pub use fact::{Fact, Form};
pub use finding::{Against, Finding, FindingKind};
pub use items::{Candidate, ItemSeries};
pub use known::KnownFacts;
pub use restatement::{Given, Restatement, RestatementClass};
pub use series::Series;
pub use shares::{ShareBasis, Split};
pub use stream::{Stream, StreamError, StreamFile};
pub use vintage::Vintage;
pub use years::{FiscalYearDates, FiscalYears};

//! Facts of filings with their stated precision: XBRL instances, inline XBRL and xBRL-JSON.
//!
//! The SEC's companyfacts files say neither how precisely a figure was stated nor of which segment
//! it is. The filing itself says both: as an instance (the `_htm.xml` beside a 10-K), as the inline
//! document that people read, or as xBRL-JSON, which collections of European reports hold. All
//! three are read to one table, [`Facts`].
//!
//! ```no_run
//! use financials::xbrl::Facts;
//!
//! let facts = Facts::parse(&std::fs::read("aapl-20230930_htm.xml")?)?;
//! for fact in facts.concept("us-gaap", "NetIncomeLoss") {
//!     println!("{} {:?} {:?}", fact.period(), fact.number(), fact.accuracy());
//! }
//! for error in facts.errors() {
//!     eprintln!("{error}");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is read, and what is not needed
//!
//! No taxonomy: names are compared by namespace and local name, a number is what has a unit, and
//! nothing is opened that a document names. Values are exact. A fact that cannot be read, for an
//! unknown transformation, a context that does not exist, thirty digits, is an error with its id
//! and byte, and the others are delivered; never is a text taken for a number that its
//! transformation does not take. Contexts are joined to facts wherever they stand, in another
//! document of an inline report too.
//!
//! # What is out of reach
//!
//! A text whose type is a number, and that has neither unit nor decimals in xBRL-JSON, is a text
//! there. Names of countries in the SEC's transformations `countrynameen` and
//! `edgarprovcountryen`, and quarters in `datequarterend`, are not translated, and their facts are
//! errors. So are facts of a typed member that has elements in it; those of xBRL-JSON have none.

mod choosing;

mod linkbase;

mod reader;

mod facts;

mod finding;

mod fact;

mod tuple;

mod read;

mod transform;

mod table;

mod row;

mod context;
mod unit;

mod period;

mod qname;

mod decimals;

mod fault;

mod error;

mod bounds;

pub use choosing::{
    Axis, ChoiceError, ClassShares, Cover, Dated, Disaggregation, FilingFinding, Filings, Listing,
    Primary,
};
pub use context::{DimensionValue, Entity, Member};
pub use decimals::{Decimals, Precision};
pub use error::XbrlError;
pub use fact::{Content, Fact};
pub use facts::Facts;
pub use fault::{FactError, Fault, PartFault};
pub use finding::FactFinding;
pub use linkbase::{Calculations, Labels, Summand, Summation};
pub use period::{FactPeriod, Moment};
pub use qname::QName;
pub use reader::{Document, Reader};
pub use tuple::Tuple;
pub use unit::FactUnit;

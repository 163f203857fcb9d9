//! Which of a filing's facts are the figures of a report: what the filing says of itself, the facts
//! that are of the whole entity, and the members that add up to them.
//!
//! *Invariant:* nothing is added over members, axes or periods that the filing does not add up
//! itself; what cannot be told is refused with the reason.

mod history;

mod filings;

mod unlisted;

mod place;

mod stated;

mod finding;

mod disputes;

mod merging;

mod listing;

mod report;

mod segments;

mod items;

mod disaggregation;

mod sets;

mod calendar;

mod primary;

mod error;

mod classes;

mod cover;

pub use cover::{ClassShares, Cover};
pub use disaggregation::{Axis, Disaggregation};
pub use error::ChoiceError;
pub use filings::Filings;
pub use finding::FilingFinding;
pub use listing::{Dated, Listing};
pub use primary::Primary;

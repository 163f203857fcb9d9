//! What a company's own linkbases say of its concepts: labels and sums.
//!
//! Both are optional, and both come as documents of their own beside the facts (`_lab.xml` and
//! `_cal.xml`). A locator names a concept by the id that a schema gives it, which is its prefix and
//! name by convention; the schema itself is not needed.

mod calculations;
mod labels;

mod summation;

mod ids;

mod links;

pub use calculations::Calculations;
pub use labels::Labels;
pub use summation::{Summand, Summation};

//! [`Context`]: what a caller knows of a text beforehand.

use crate::moment::{Numbering, Period};

/// A company that a text may speak of.
#[derive(Clone, Debug, Default)]
pub struct Company {
    /// What its figures are filed under.
    pub ticker: String,
    /// Its names, as in `Palantir Technologies Inc.`.
    pub names: Vec<String>,
    /// How it numbers its fiscal periods, if known.
    pub numbering: Option<Numbering>,
}

/// What a caller knows of a text beforehand; every part may be left out.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The ticker of the company that the text is about where it names no other.
    pub subject: Option<String>,
    /// The period that the text is about where it names no other.
    pub period: Option<Period>,
    /// The companies that the text may speak of.
    pub companies: Vec<Company>,
}

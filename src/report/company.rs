//! [`Company`]: who reports.

use core::fmt;

use alloc::{
    boxed::Box,
    string::{String, ToString},
};

use serde::{Deserialize, Serialize};

/// Who reports: a name, and the identifiers under which others know it.
///
/// ```
/// use financials::report::Company;
///
/// let palantir = Company::new("Palantir Technologies").ticker("PLTR").cik(1_321_655);
/// assert_eq!(palantir.to_string(), "Palantir Technologies (PLTR)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    name: Box<str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ticker: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cik: Option<u64>,
}

impl Company {
    /// Names a company.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into().into(), ticker: None, cik: None }
    }

    /// Adds the symbol its share trades under.
    #[must_use]
    pub fn ticker(self, ticker: impl Into<String>) -> Self {
        Self { ticker: Some(ticker.into().into()), ..self }
    }

    /// Adds its Central Index Key at the SEC.
    #[must_use]
    pub fn cik(self, cik: u64) -> Self {
        Self { cik: Some(cik), ..self }
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the symbol its share trades under, if it was given.
    #[must_use]
    pub fn symbol(&self) -> Option<&str> {
        self.ticker.as_deref()
    }

    /// Returns its Central Index Key, if it was given.
    #[must_use]
    pub const fn central_index_key(&self) -> Option<u64> {
        self.cik
    }

    /// Returns whether this is the same company: the same key where both have one, else the name.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self.cik, other.cik) {
            (Some(own), Some(others)) => own == others,
            _ => self.name == other.name,
        }
    }
}

impl From<String> for Company {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}

impl From<&str> for Company {
    fn from(name: &str) -> Self {
        Self::new(name.to_string())
    }
}

impl fmt::Display for Company {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.ticker {
            Some(ticker) => write!(f, "{} ({ticker})", self.name),
            None => f.pad(&self.name),
        }
    }
}

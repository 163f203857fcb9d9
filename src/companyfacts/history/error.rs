//! [`BuildError`]: why facts make no history.

use alloc::{borrow::ToOwned, string::String};

use crate::{
    companyfacts::reading::document::CompanyFacts, currency::CurrencyError, history::HistoryError,
    report::ReportError,
};

/// Why facts make no history.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// No fact that is known in the vintage gives a line item over a quarter or a year: most often
    /// the file has none at all.
    #[error("the file of {company} has {} and so no history", Facts(*facts))]
    NoFigures {
        /// The company, by the name in the file.
        company: String,
        /// How many facts the file has.
        facts: usize,
    },
    /// The unit of most amounts is no currency.
    #[error(transparent)]
    Currency(#[from] CurrencyError),
    /// The figures make no report.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// The reports make no history.
    #[error(transparent)]
    History(#[from] HistoryError),
}

/// How many facts there are, in words.
struct Facts(usize);

impl core::fmt::Display for Facts {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            0 => f.write_str("no facts"),
            1 => f.write_str("one fact, no known quarter or year,"),
            all => write!(f, "{all} facts, none of a known quarter or year,"),
        }
    }
}

impl BuildError {
    /// Returns the error of a file without a figure for a report.
    pub(crate) fn no_figures(facts: &CompanyFacts) -> Self {
        let company = match facts.entity_name() {
            "" => "an unnamed company".to_owned(),
            name => name.to_owned(),
        };
        Self::NoFigures { company, facts: facts.facts_read() }
    }
}

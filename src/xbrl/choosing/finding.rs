//! [`FilingFinding`]: what is worth knowing of filings that were put together.

use core::fmt;

use alloc::string::String;

use rust_decimal::Decimal;

use crate::{period::Period, xbrl::fact::Fact};

/// What is worth knowing of filings that were put together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FilingFinding {
    /// A filing says two numbers of one concept, period and unit that have no value in common. None
    /// is to be preferred, and neither is a figure of the history.
    #[non_exhaustive]
    Contradiction {
        /// The document.
        document: String,
        /// The concept, as it prints.
        concept: String,
        /// The period.
        period: Period,
        /// One of the numbers.
        one: Decimal,
        /// Another.
        other: Decimal,
    },
}

impl FilingFinding {
    pub(super) fn contradiction(
        fact: &Fact<'_>,
        one: Decimal,
        other: Option<Decimal>,
    ) -> Option<Self> {
        Some(Self::Contradiction {
            document: fact.document().into(),
            concept: alloc::format!("{}", fact.concept()),
            period: fact.period().to_period()?,
            one,
            other: other?,
        })
    }

    /// Returns a short name of the kind that never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Contradiction { .. } => "contradiction",
        }
    }
}

impl fmt::Display for FilingFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contradiction { document, concept, period, one, other } => write!(
                f,
                "{document}: {concept} of {period} is said twice, as {one} and {other}; neither is \
                 taken"
            ),
        }
    }
}

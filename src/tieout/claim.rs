//! [`Claim`]: a figure that a document states, and what it is about.

use alloc::string::String;

use super::evidence::Evidence;
use crate::{figure::Basis, measure::Measure};

/// A figure that a document states, and what it is about: whose, of what, when, on which basis.
///
/// ```
/// use financials::{Basis, Item, Stated, tieout::Claim};
///
/// let claim = Claim::new("A8", Item::OperatingIncome, Stated::parse("$464 million")?)
///     .of("PLTR")
///     .during("2025Q2")
///     .on(Basis::Adjusted)
///     .from_document("release");
/// assert_eq!(claim.id(), "A8");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub(super) id: String,
    pub(super) subject: String,
    pub(super) measure: Measure,
    pub(super) period: String,
    pub(super) basis: Option<Basis>,
    pub(super) document: Option<String>,
    pub(super) evidence: Evidence,
}

impl Claim {
    /// Makes a claim of no company and no period yet; the id is the caller's own.
    ///
    /// A measure by the name of a segment's, such as `revenue:us_commercial` or
    /// `revenue_growth:us_commercial`, is joined by the formulas of that segment; a name that is in
    /// no formula, such as `guidance:revenue`, meets other statements of that name only.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        measure: impl Into<Measure>,
        figure: impl Into<Evidence>,
    ) -> Self {
        Self {
            id: id.into(),
            subject: String::new(),
            measure: measure.into(),
            period: String::new(),
            basis: None,
            document: None,
            evidence: figure.into(),
        }
    }

    /// Adds whose figure it is.
    #[must_use]
    pub fn of(self, subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), ..self }
    }

    /// Adds the period: a fiscal label (`2025Q2`, `FY2025`, `TTM 2025Q2`), a date, or any other
    /// label, which is compared as it stands.
    ///
    /// Claims without a period are not compared: two price targets without a date are two targets.
    #[must_use]
    pub fn during(self, period: impl Into<String>) -> Self {
        Self { period: period.into(), ..self }
    }

    /// Adds the basis that the document names.
    ///
    /// A claim without one agrees if it agrees with a basis that is on record.
    #[must_use]
    pub fn on(self, basis: Basis) -> Self {
        Self { basis: Some(basis), ..self }
    }

    /// Adds the document that states it.
    #[must_use]
    pub fn from_document(self, document: impl Into<String>) -> Self {
        Self { document: Some(document.into()), ..self }
    }

    /// Returns the caller's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns what the figure admits.
    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.evidence
    }
}

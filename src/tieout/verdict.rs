//! [`Verdict`]: whether a claim can be right.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Whether a claim can be right.
///
/// ```
/// use financials::tieout::Verdict;
///
/// assert_eq!(Verdict::NotMeaningful.to_string(), "not_meaningful");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Verdict {
    /// What is claimed meets what the rest admits.
    Consistent,
    /// What is claimed cannot be, given the rest.
    Contradicted,
    /// Nothing else bears on the claim.
    Undetermined,
    /// The number would mislead, whatever it is: a multiple of a loss.
    NotMeaningful,
    /// Nothing was claimed; the inputs imply bounds.
    Implied,
}

impl Verdict {
    /// Returns the name used in data, such as `not_meaningful`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Consistent => "consistent",
            Self::Contradicted => "contradicted",
            Self::Undetermined => "undetermined",
            Self::NotMeaningful => "not_meaningful",
            Self::Implied => "implied",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

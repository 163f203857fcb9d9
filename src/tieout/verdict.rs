//! [`Verdict`]: whether a claim can be right.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::undefined::Undefined;

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
    /// What is claimed meets what the rest admits, though under one of several definitions, and a
    /// figure of so few digits would by chance as well: above one in twenty.
    Compatible,
    /// What is claimed cannot be, given what is doubted less: a filing, or more that say otherwise.
    Contradicted,
    /// What is claimed cannot hold together with others, and nothing decides which is wrong.
    InConflict,
    /// No known definition of the name gives what is claimed, and companies define it themselves.
    Unexplained,
    /// Nothing else bears on the claim.
    Undetermined,
    /// The number would mislead, whatever it is: a multiple of a loss.
    NotMeaningful,
    /// Nothing was claimed; the inputs imply bounds.
    Implied,
}

impl Verdict {
    /// Returns the verdict on a claim of what has no value, by the reason: not meaningful where any
    /// number would mislead, such as a multiple of a loss or a change from zero, else undetermined.
    ///
    /// ```
    /// use financials::{Undefined, tieout::Verdict};
    ///
    /// let verdict = Verdict::without_value(Undefined::ZeroDenominator);
    /// assert_eq!(verdict, Verdict::NotMeaningful);
    /// assert_eq!(Verdict::without_value(Undefined::CurrenciesDiffer), Verdict::Undetermined);
    /// ```
    #[must_use]
    pub const fn without_value(reason: Undefined) -> Self {
        match reason {
            Undefined::NotMeaningful(_) | Undefined::ZeroDenominator => Self::NotMeaningful,
            _ => Self::Undetermined,
        }
    }

    /// Returns whether the claim may stand: it meets what the rest admits.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::Consistent | Self::Compatible)
    }

    /// Returns whether the claim cannot hold together with the rest, whichever is wrong.
    #[must_use]
    pub const fn is_accused(self) -> bool {
        matches!(self, Self::Contradicted | Self::InConflict)
    }

    /// Returns the name used in data, such as `not_meaningful`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Consistent => "consistent",
            Self::Compatible => "compatible",
            Self::Contradicted => "contradicted",
            Self::InConflict => "in_conflict",
            Self::Unexplained => "unexplained",
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

//! [`Basis`]: the rules a figure follows.

use core::fmt;

use serde::{Deserialize, Serialize};

/// The rules a figure follows; figures on different bases are not compared by accident.
///
/// ```
/// use financials::Basis;
///
/// assert_eq!(Basis::Adjusted.to_string(), "adjusted");
/// assert_eq!(Basis::default(), Basis::Gaap);
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// US generally accepted accounting principles.
    #[default]
    Gaap,
    /// International Financial Reporting Standards.
    Ifrs,
    /// The company's own definition, "adjusted" or "non-GAAP" (Regulation G, 17 CFR 244.101).
    Adjusted,
}

impl Basis {
    /// Returns whether two bases are said and are not the same.
    pub(crate) fn differ(one: Option<Self>, other: Option<Self>) -> bool {
        one.zip(other).is_some_and(|(one, other)| one != other)
    }

    /// Returns whether this is the default, GAAP.
    pub(crate) fn is_gaap(&self) -> bool {
        *self == Self::Gaap
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Gaap => "GAAP",
            Self::Ifrs => "IFRS",
            Self::Adjusted => "adjusted",
        })
    }
}

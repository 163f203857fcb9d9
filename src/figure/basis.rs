//! [`Basis`]: the rules a figure follows.

use core::fmt;

use serde::{Deserialize, Serialize};

/// The rules a figure follows; figures on different bases are not compared by accident.
///
/// What says no basis is by the rules that its company reports by, whichever they are, and not
/// adjusted: an adjusted figure has to say so (Regulation G, 17 CFR 244.100).
///
/// ```
/// use financials::Basis;
///
/// assert_eq!(Basis::Adjusted.to_string(), "adjusted");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// US generally accepted accounting principles.
    Gaap,
    /// International Financial Reporting Standards.
    Ifrs,
    /// The company's own definition, "adjusted" or "non-GAAP" (Regulation G, 17 CFR 244.101).
    Adjusted,
}

impl Basis {
    /// Every basis.
    const ALL: [Self; 3] = [Self::Gaap, Self::Ifrs, Self::Adjusted];

    /// Returns the name used in data.
    ///
    /// ```
    /// use financials::Basis;
    ///
    /// assert_eq!(Basis::Ifrs.code(), "ifrs");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Gaap => "gaap",
            Self::Ifrs => "ifrs",
            Self::Adjusted => "adjusted",
        }
    }

    /// Returns the basis of a name used in data, in small letters or capitals.
    ///
    /// ```
    /// use financials::Basis;
    ///
    /// assert_eq!(Basis::of_code("IFRS"), Some(Basis::Ifrs));
    /// assert_eq!(Basis::of_code("HGB"), None);
    /// ```
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.code().eq_ignore_ascii_case(code))
    }

    /// Returns whether two bases are said and are not the same.
    pub(crate) fn differ(one: Option<Self>, other: Option<Self>) -> bool {
        one.zip(other).is_some_and(|(one, other)| one != other)
    }

    /// Returns whether a figure may be held against another: the same basis where both say theirs,
    /// and neither an adjusted one where only the other does.
    pub(crate) fn meet(one: Option<Self>, other: Option<Self>) -> bool {
        match (one, other) {
            (Some(one), Some(other)) => one == other,
            (Some(said), None) | (None, Some(said)) => said != Self::Adjusted,
            (None, None) => true,
        }
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

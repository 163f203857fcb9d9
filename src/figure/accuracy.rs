//! [`Accuracy`]: how precisely a figure was stated.

use core::fmt;

use serde::{Deserialize, Serialize};

/// How precisely a figure was stated.
///
/// ```
/// use financials::Accuracy;
///
/// // "1,003,697" in a table headed "in thousands": correct to the thousand.
/// assert_eq!(Accuracy::Decimals(-3).to_string(), "to 10^3");
/// assert_eq!(Accuracy::Exact.to_string(), "exact");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Accuracy {
    /// The value itself: a contract term, a count, a computed sum of exact parts. XBRL's `INF`.
    Exact,
    /// Correct to half of `10^-n`, as XBRL's `decimals`: 1.004 billion is `Decimals(-6)`.
    Decimals(i8),
    /// Nothing was said about it, as in SEC companyfacts.
    ///
    /// It is never taken for exact; for comparison only, the place of the last non-zero digit is
    /// assumed, and a verdict that used it says so.
    Unknown,
}

impl fmt::Display for Accuracy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact => f.write_str("exact"),
            Self::Decimals(places) => write!(f, "to 10^{}", -i16::from(*places)),
            Self::Unknown => f.write_str("accuracy unknown"),
        }
    }
}

//! [`Accuracy`]: how precisely a figure was stated.

use core::fmt;

use alloc::string::String;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::decimal::excerpt;

/// How precisely a figure was stated.
///
/// ```
/// use financials::Accuracy;
///
/// // "1,003,697" in a table headed "in thousands": correct to the thousand.
/// assert_eq!(Accuracy::Decimals(-3).to_string(), "to 10^3");
/// assert_eq!(Accuracy::Exact.to_string(), "exact");
/// ```
///
/// In serde it is a text, as XBRL writes the attribute `decimals`: `"-3"`, `"INF"` for what is
/// exact; and `"unknown"`, or `"assumed 2"` where a place is assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Accuracy {
    /// The value itself: a contract term, a count, a computed sum of exact parts. XBRL's `INF`.
    Exact,
    /// Correct to half of `10^-n`, as XBRL's `decimals`: 1.004 billion is `Decimals(-6)`.
    Decimals(i8),
    /// Nothing was said about it, and correct to half of `10^-n` is assumed, which is the place
    /// that the same company states the same amount to elsewhere: earnings of 1 dollar a share are
    /// 1.00 where those of the quarters around have cents. A verdict that used it says so.
    Assumed(i8),
    /// Nothing was said about it, as in SEC companyfacts.
    ///
    /// It is never taken for exact; for comparison only, the place of the last non-zero digit is
    /// assumed, and a verdict that used it says so.
    Unknown,
}

impl Accuracy {
    /// Returns whether nothing was said about it, so that a place has to be assumed.
    ///
    /// ```
    /// use financials::Accuracy;
    ///
    /// assert!(Accuracy::Unknown.is_place_assumed());
    /// assert!(Accuracy::Assumed(2).is_place_assumed());
    /// assert!(!Accuracy::Decimals(2).is_place_assumed());
    /// ```
    #[must_use]
    pub const fn is_place_assumed(self) -> bool {
        matches!(self, Self::Assumed(_) | Self::Unknown)
    }
}

impl fmt::Display for Accuracy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact => f.write_str("exact"),
            Self::Decimals(places) => write!(f, "to 10^{}", -i16::from(*places)),
            Self::Assumed(places) => write!(f, "to 10^{}, as is assumed", -i16::from(*places)),
            Self::Unknown => f.write_str("accuracy unknown"),
        }
    }
}

const EXACT: &str = "INF";
const ASSUMED: &str = "assumed ";
const UNKNOWN: &str = "unknown";

impl Serialize for Accuracy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Exact => serializer.serialize_str(EXACT),
            Self::Decimals(places) => serializer.collect_str(places),
            Self::Assumed(places) => serializer.collect_str(&format_args!("{ASSUMED}{places}")),
            Self::Unknown => serializer.serialize_str(UNKNOWN),
        }
    }
}

impl<'de> Deserialize<'de> for Accuracy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let found = match (text.as_str(), text.strip_prefix(ASSUMED)) {
            (EXACT, _) => Some(Self::Exact),
            (UNKNOWN, _) => Some(Self::Unknown),
            (_, Some(places)) => places.parse().map(Self::Assumed).ok(),
            (places, None) => places.parse().map(Self::Decimals).ok(),
        };
        found.ok_or_else(|| {
            de::Error::custom(format_args!(
                "accuracy '{}' must be a number of decimals from -128 to 127, INF or unknown",
                excerpt(&text)
            ))
        })
    }
}

//! [`Kind`]: what a period is.

use serde::{Deserialize, Serialize};

/// What a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// One day.
    Instant,
    /// Three months, discrete.
    Quarter,
    /// Six months, most often from the start of the fiscal year.
    Half,
    /// Nine months, most often from the start of the fiscal year.
    NineMonths,
    /// A fiscal year.
    Year,
    /// A year that is no fiscal year: the twelve months up to a quarter's end.
    #[serde(rename = "ttm")]
    TrailingTwelveMonths,
    /// Any other length.
    Other,
}

impl Kind {
    /// Returns the kind that a length in days has; a year may be a trailing one.
    pub(super) fn of_days(days: i32) -> Self {
        match days {
            84..=119 => Self::Quarter,
            168..=203 => Self::Half,
            252..=287 => Self::NineMonths,
            357..=378 => Self::Year,
            _ => Self::Other,
        }
    }

    /// Returns the name in text and JSON: `nine_months`, `ttm`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Instant => "instant",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::NineMonths => "nine_months",
            Self::Year => "year",
            Self::TrailingTwelveMonths => "ttm",
            Self::Other => "other",
        }
    }
}

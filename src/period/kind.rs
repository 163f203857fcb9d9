//! [`PeriodKind`]: what a range of dates is.

use core::{fmt, ops::RangeInclusive};

use serde::{Deserialize, Serialize};

use crate::bounds::{HALF_DAYS, NINE_MONTHS_DAYS, QUARTER_DAYS, YEAR_DAYS};

/// What a period is: figures of different kinds never stand for one another.
///
/// Half a year and nine months are year-to-date periods of their own; neither passes as a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PeriodKind {
    /// One point in time, the end of its day: the period of a balance.
    Instant,
    /// Three months: 12 to 17 weeks.
    Quarter,
    /// Six months: 24 to 29 weeks.
    Half,
    /// Nine months: 36 to 41 weeks.
    NineMonths,
    /// A fiscal year: 51 to 54 weeks.
    Year,
    /// Twelve months up to a date that need not be the end of a fiscal year.
    TrailingTwelveMonths,
    /// Any other length, such as the transition period after a change of fiscal year (Exchange Act
    /// Rule 13a-10).
    Other,
}

impl PeriodKind {
    /// Returns the kind that a length in days has by itself.
    pub(crate) fn of_days(days: u32) -> Self {
        [Self::Quarter, Self::Half, Self::NineMonths, Self::Year]
            .into_iter()
            .find(|kind| kind.days_allowed().is_some_and(|allowed| allowed.contains(&days)))
            .unwrap_or(Self::Other)
    }

    /// Returns the kind of so many whole weeks: of 12 to 17 a quarter, of 24 to 29 a half.
    ///
    /// ```
    /// use financials::period::PeriodKind;
    ///
    /// assert_eq!(PeriodKind::of_weeks(39), PeriodKind::NineMonths);
    /// assert_eq!(PeriodKind::of_weeks(22), PeriodKind::Other);
    /// ```
    #[must_use]
    pub fn of_weeks(weeks: u8) -> Self {
        const DAYS_PER_WEEK: u32 = 7;
        Self::of_days(u32::from(weeks) * DAYS_PER_WEEK)
    }

    /// Returns how many months a quarter, a half, nine months and a year stand for.
    ///
    /// ```
    /// use financials::period::PeriodKind;
    ///
    /// assert_eq!(PeriodKind::Half.months(), Some(6));
    /// assert_eq!(PeriodKind::Instant.months(), None);
    /// ```
    #[must_use]
    pub const fn months(self) -> Option<u8> {
        match self {
            Self::Quarter => Some(3),
            Self::Half => Some(6),
            Self::NineMonths => Some(9),
            Self::Year | Self::TrailingTwelveMonths => Some(12),
            Self::Instant | Self::Other => None,
        }
    }

    /// Returns the short name that tables have: `instant`, `quarter`, `half`, `nine_months`,
    /// `year`, `ttm` or `other`.
    #[must_use]
    pub const fn code(self) -> &'static str {
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

    /// Returns the kind of a short name.
    ///
    /// ```
    /// use financials::period::PeriodKind;
    ///
    /// assert_eq!(PeriodKind::of_code("ttm"), Some(PeriodKind::TrailingTwelveMonths));
    /// assert_eq!(PeriodKind::of_code("month"), None);
    /// ```
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let named = [Self::Instant, Self::Quarter, Self::Half, Self::NineMonths, Self::Year];
        let others = [Self::TrailingTwelveMonths, Self::Other];
        named.into_iter().chain(others).find(|kind| kind.code() == code)
    }

    /// Returns whether a period of this kind is a year long.
    pub(crate) const fn is_twelve_months(self) -> bool {
        matches!(self, Self::Year | Self::TrailingTwelveMonths)
    }

    /// Returns how many days a period of this kind may have; none for instants and other periods.
    pub(super) fn days_allowed(self) -> Option<RangeInclusive<u32>> {
        match self {
            Self::Quarter => Some(QUARTER_DAYS),
            Self::Half => Some(HALF_DAYS),
            Self::NineMonths => Some(NINE_MONTHS_DAYS),
            Self::Year | Self::TrailingTwelveMonths => Some(YEAR_DAYS),
            Self::Instant | Self::Other => None,
        }
    }
}

impl fmt::Display for PeriodKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Instant => "instant",
            Self::Quarter => "quarter",
            Self::Half => "half year",
            Self::NineMonths => "nine months",
            Self::Year => "year",
            Self::TrailingTwelveMonths => "trailing twelve months",
            Self::Other => "other period",
        })
    }
}

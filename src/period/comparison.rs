//! [`YearAgo`]: whether two periods are a year apart and alike.

use serde::{Deserialize, Serialize};

use super::{days, kind::PeriodKind, range::Period};
use crate::bounds::{EXTRA_WEEKS_MAX, YEAR_DAYS, YEAR_DAYS_TYPICAL};

/// Two periods that may be compared year over year, and what to say beside the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct YearAgo {
    /// How many weeks the later period has more than the earlier one: 1 when it holds the 53rd
    /// week, -1 when the earlier one held it, else 0.
    pub extra_weeks: i8,
}

/// Why two periods may not be compared year over year.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotComparable {
    /// They are of different kinds, such as a quarter and a half year.
    #[error("{period} ({}) and {earlier} ({}) are not of one kind", period.kind(), earlier.kind())]
    Kind {
        /// The later period.
        period: Period,
        /// The one it was to be compared with.
        earlier: Period,
    },
    /// Their ends are not a year apart.
    #[error(
        "{earlier} ends {days} days before {period}, and a year before is {} to {}",
        YEAR_DAYS.start(), YEAR_DAYS.end()
    )]
    Distance {
        /// The later period.
        period: Period,
        /// The one it was to be compared with.
        earlier: Period,
        /// How many days earlier the other one ends; negative when it ends later.
        days: i64,
    },
    /// Their lengths differ by more than a 53rd week.
    #[error(
        "{period} has {} weeks and {earlier} {}, and a year before may differ by {EXTRA_WEEKS_MAX}",
        period.weeks(), earlier.weeks()
    )]
    Length {
        /// The later period.
        period: Period,
        /// The one it was to be compared with.
        earlier: Period,
    },
}

impl Period {
    /// Returns how the period compares with the one a year before: same kind, an end 357 to 378
    /// days earlier, and the same number of weeks but for a 53rd.
    ///
    /// ```
    /// use financials::Period;
    ///
    /// // Apple's first fiscal quarter of 2023 had 14 weeks.
    /// let q1_2023: Period = "2022-09-25..2022-12-31".parse()?;
    /// let q1_2022: Period = "2021-09-26..2021-12-25".parse()?;
    /// assert_eq!(q1_2023.compares_with_year_ago(&q1_2022)?.extra_weeks, 1);
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - a quarter with a half year: not of one kind.
    /// - a second quarter with a first: not a year apart.
    /// - a quarter of 12 weeks with one of 16: not of one length.
    pub fn compares_with_year_ago(&self, earlier: &Self) -> Result<YearAgo, NotComparable> {
        let (period, earlier) = (*self, *earlier);
        if period.kind() != earlier.kind() {
            return Err(NotComparable::Kind { period, earlier });
        }
        let days = days::between(earlier.end(), period.end());
        if !u32::try_from(days).is_ok_and(|days| YEAR_DAYS.contains(&days)) {
            return Err(NotComparable::Distance { period, earlier, days: days.into() });
        }
        let longer = i64::from(period.weeks()) - i64::from(earlier.weeks());
        match i8::try_from(longer) {
            Ok(extra_weeks) if extra_weeks.abs() <= EXTRA_WEEKS_MAX => Ok(YearAgo { extra_weeks }),
            _ => Err(NotComparable::Length { period, earlier }),
        }
    }
}

/// A period by the numbers of its days: a timeline asks each of its periods how far it is from
/// others, and a date is turned into a number once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    kind: PeriodKind,
    start: i32,
    end: i32,
}

impl Days {
    pub(crate) fn of(period: &Period) -> Self {
        let (start, end) = (days::number(period.start()), days::number(period.end()));
        Self { kind: period.kind(), start, end }
    }

    pub(crate) const fn kind(&self) -> PeriodKind {
        self.kind
    }

    pub(crate) const fn end(&self) -> i32 {
        self.end
    }

    pub(crate) fn is_instant(&self) -> bool {
        self.kind == PeriodKind::Instant
    }

    /// Returns the day before the first one.
    pub(crate) const fn eve(&self) -> i32 {
        self.start - 1
    }

    /// Returns whether the periods are of one kind and of one length, but for a 53rd week.
    pub(crate) fn is_alike(&self, other: &Self) -> bool {
        let extra_weeks = self.weeks() - other.weeks();
        self.kind == other.kind && extra_weeks.abs() <= i32::from(EXTRA_WEEKS_MAX)
    }

    /// Returns whether the period is longer than one that is alike can be.
    pub(crate) fn is_longer(&self, other: &Self) -> bool {
        self.weeks() - other.weeks() > i32::from(EXTRA_WEEKS_MAX)
    }

    /// Returns the first and the last day on which the same fiscal period so many years earlier may
    /// end. A 52/53-week year keeps to its month, so that the slack is that of one year.
    pub(crate) fn ends_years_ago(&self, years: u8) -> (i32, i32) {
        let before = days_of(years) - YEAR_DAYS_TYPICAL;
        let ago = |days: &u32| self.end - (before + days).cast_signed();
        (ago(YEAR_DAYS.end()), ago(YEAR_DAYS.start()))
    }

    /// Returns by how many days the end of a period is off so many years before this one's.
    pub(crate) fn days_off(&self, earlier: &Self, years: u8) -> u32 {
        (self.end - earlier.end).abs_diff(days_of(years).cast_signed())
    }

    /// Returns the length in weeks, as [`Period::weeks`] does.
    fn weeks(&self) -> i32 {
        if self.is_instant() { 0 } else { (self.end - self.start + 4) / 7 }
    }
}

/// Returns how many days so many years have, with a leap day every fourth.
fn days_of(years: u8) -> u32 {
    u32::from(years) * YEAR_DAYS_TYPICAL + u32::from(years) / 4
}

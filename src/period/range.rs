//! [`Period`]: a range of dates, or one date.

use core::{cmp::Ordering, fmt, ops::RangeInclusive, str::FromStr};

use alloc::string::String;

use jiff::civil::Date;

use super::{days, kind::PeriodKind, text::serde_as_text};
use crate::decimal::excerpt;

/// The dates that a figure covers: a range with both of its dates in it, or an instant.
///
/// Its text, which is also its form in serde, is `2025-04-01..2025-06-30`; an instant is
/// `at 2025-06-30`, and twelve months that are no fiscal year are `TTM 2024-07-01..2025-06-30`.
/// An interval of ISO 8601, `2025-04-01/2025-06-30`, is read as well, both of its days in it, and a
/// day alone is the instant at its end. Periods sort by their end, then by their start.
///
/// ```
/// use financials::{Date, Period, period::PeriodKind};
///
/// let q2: Period = "2025-04-01..2025-06-30".parse()?;
/// assert_eq!(q2.kind(), PeriodKind::Quarter);
/// assert_eq!(q2.days(), 91);
///
/// let first_half = Period::between(Date::constant(2025, 1, 1), q2.end())?;
/// assert_eq!(first_half.kind(), PeriodKind::Half);
/// assert_eq!(
///     Period::quarter(first_half.start(), first_half.end()).unwrap_err().to_string(),
///     "2025-01-01..2025-06-30 has 181 days and is no quarter, which has 84 to 119",
/// );
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    kind: PeriodKind,
    start: Date,
    end: Date,
}

/// Dates or a text that make no period of the kind asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PeriodError {
    /// The end comes before the start.
    #[error("end {end} of a period is before its start {start}")]
    Backwards {
        /// The first day as given.
        start: Date,
        /// The last day as given.
        end: Date,
    },
    /// The length is none of the kind asked for.
    #[error(
        "{start}..{end} has {days} days and is no {kind}, which has {} to {}",
        allowed.start(), allowed.end()
    )]
    Length {
        /// The kind asked for.
        kind: PeriodKind,
        /// The first day.
        start: Date,
        /// The last day.
        end: Date,
        /// How many days there are, both of them counted.
        days: u32,
        /// How many days a period of the kind has.
        allowed: RangeInclusive<u32>,
    },
    /// The text is no period.
    #[error(
        "'{text}' is not a period, such as 2025-04-01..2025-06-30 or 2025-04-01/2025-06-30, \
         2025-06-30, or TTM 2024-07-01..2025-06-30"
    )]
    Syntax {
        /// The text, cut after 40 bytes.
        text: String,
    },
}

impl Period {
    /// Returns the period from one day to another, both of them in it, as the kind its length has:
    /// a quarter of 84 to 119 days, a half year of 168 to 203, nine months of 252 to 287, a year of
    /// 357 to 378, or [`PeriodKind::Other`].
    ///
    /// # Errors
    ///
    /// - `2025-06-30`, `2025-04-01`: the end is before the start.
    pub fn between(start: Date, end: Date) -> Result<Self, PeriodError> {
        let kind = PeriodKind::of_days(day_count(start, end)?);
        Ok(Self { kind, start, end })
    }

    /// Returns the end of one day: the period of a balance.
    #[must_use]
    pub fn instant(date: Date) -> Self {
        Self { kind: PeriodKind::Instant, start: date, end: date }
    }

    /// Returns a quarter of 84 to 119 days (12 to 17 weeks).
    ///
    /// # Errors
    ///
    /// - `2025-01-01`, `2025-06-30`: 181 days, a half year.
    /// - `2025-06-30`, `2025-04-01`: the end is before the start.
    pub fn quarter(start: Date, end: Date) -> Result<Self, PeriodError> {
        Self::of_kind(PeriodKind::Quarter, start, end)
    }

    /// Returns a half year of 168 to 203 days (24 to 29 weeks).
    ///
    /// # Errors
    ///
    /// - `2025-04-01`, `2025-06-30`: 91 days, a quarter.
    /// - `2025-06-30`, `2025-01-01`: the end is before the start.
    pub fn half(start: Date, end: Date) -> Result<Self, PeriodError> {
        Self::of_kind(PeriodKind::Half, start, end)
    }

    /// Returns nine months of 252 to 287 days (36 to 41 weeks).
    ///
    /// # Errors
    ///
    /// - `2025-01-01`, `2025-06-30`: 181 days, a half year.
    /// - `2025-09-30`, `2025-01-01`: the end is before the start.
    pub fn nine_months(start: Date, end: Date) -> Result<Self, PeriodError> {
        Self::of_kind(PeriodKind::NineMonths, start, end)
    }

    /// Returns a fiscal year of 357 to 378 days (51 to 54 weeks).
    ///
    /// # Errors
    ///
    /// - `2025-01-01`, `2025-09-30`: 273 days, nine months.
    /// - `2025-12-31`, `2025-01-01`: the end is before the start.
    pub fn year(start: Date, end: Date) -> Result<Self, PeriodError> {
        Self::of_kind(PeriodKind::Year, start, end)
    }

    /// Returns twelve months of 357 to 378 days that the caller knows to be trailing: dates alone
    /// cannot tell them from a fiscal year.
    ///
    /// # Errors
    ///
    /// - `2025-01-01`, `2025-09-30`: 273 days, nine months.
    /// - `2025-12-31`, `2025-01-01`: the end is before the start.
    pub fn trailing(start: Date, end: Date) -> Result<Self, PeriodError> {
        Self::of_kind(PeriodKind::TrailingTwelveMonths, start, end)
    }

    /// Returns a period of any length that the caller knows to be none of the regular ones, such as
    /// a transition period of six months.
    ///
    /// # Errors
    ///
    /// - `2025-12-31`, `2025-01-01`: the end is before the start.
    pub fn other(start: Date, end: Date) -> Result<Self, PeriodError> {
        day_count(start, end)?;
        Ok(Self { kind: PeriodKind::Other, start, end })
    }

    /// Returns the period of whole months that ends with a month: the quarter of `2025-06-30`
    /// begins with April. `None` where the day ends no month, so that weeks may count, or where the
    /// kind has no number of months.
    ///
    /// ```
    /// use financials::{Date, Period, period::PeriodKind};
    ///
    /// let end = Date::constant(2025, 6, 30);
    /// let quarter = Period::of_months(PeriodKind::Quarter, end);
    /// assert_eq!(quarter, Some("2025-04-01..2025-06-30".parse()?));
    /// assert_eq!(Period::of_months(PeriodKind::Quarter, Date::constant(2025, 6, 28)), None);
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn of_months(kind: PeriodKind, end: Date) -> Option<Self> {
        let next = end.tomorrow().ok().filter(|next| next.day() == 1)?;
        let months = match kind {
            PeriodKind::Instant => return Some(Self::instant(end)),
            PeriodKind::Quarter => 3,
            PeriodKind::Half => 6,
            PeriodKind::NineMonths => 9,
            PeriodKind::Year | PeriodKind::TrailingTwelveMonths => 12,
            PeriodKind::Other => return None,
        };
        let months = i16::from(next.month()) - 1 - months;
        let year = next.year().checked_add(months.div_euclid(12))?;
        let month = i8::try_from(months.rem_euclid(12) + 1).ok()?;
        Self::of_kind(kind, Date::new(year, month, 1).ok()?, end).ok()
    }

    /// Returns the period of a kind from one day to another; of an instant both are its day.
    ///
    /// # Errors
    ///
    /// - a length that the kind has not, as [`quarter`](Self::quarter) and its like.
    /// - `2025-12-31`, `2025-01-01`: the end is before the start.
    pub fn of(kind: PeriodKind, start: Date, end: Date) -> Result<Self, PeriodError> {
        match kind {
            PeriodKind::Instant if start == end => Ok(Self::instant(end)),
            PeriodKind::Instant => {
                let (days, allowed) = (day_count(start, end)?, 1..=1);
                Err(PeriodError::Length { kind, start, end, days, allowed })
            }
            kind => Self::of_kind(kind, start, end),
        }
    }

    /// Returns what the period is.
    #[must_use]
    pub fn kind(&self) -> PeriodKind {
        self.kind
    }

    /// Returns the first day; of an instant, its date.
    #[must_use]
    pub fn start(&self) -> Date {
        self.start
    }

    /// Returns the last day; of an instant, its date.
    #[must_use]
    pub fn end(&self) -> Date {
        self.end
    }

    /// Returns whether the period is one point in time.
    #[must_use]
    pub fn is_instant(&self) -> bool {
        self.kind == PeriodKind::Instant
    }

    /// Returns how many days the period has, its first and last counted; an instant has none.
    #[must_use]
    pub fn days(&self) -> u32 {
        if self.is_instant() { 0 } else { days::length(self.start, self.end) }
    }

    /// Returns the length in weeks, to the nearest: 13 for every calendar quarter, 52 for every
    /// calendar year.
    #[must_use]
    pub fn weeks(&self) -> u32 {
        (self.days() + 3) / 7
    }

    /// Returns whether the period is a year, fiscal or trailing, that has a 53rd week.
    #[must_use]
    pub fn is_53_weeks(&self) -> bool {
        self.kind.is_twelve_months() && self.weeks() == 53
    }

    /// Returns whether the day is in the period.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        (self.start..=self.end).contains(&date)
    }

    /// Returns whether the period starts on the day after the other one ends; an instant follows
    /// nothing and nothing follows it.
    #[must_use]
    pub fn follows(&self, other: &Self) -> bool {
        !self.is_instant() && !other.is_instant() && days::between(other.end, self.start) == 1
    }

    fn of_kind(kind: PeriodKind, start: Date, end: Date) -> Result<Self, PeriodError> {
        let days = day_count(start, end)?;
        match kind.days_allowed() {
            Some(allowed) if !allowed.contains(&days) => {
                Err(PeriodError::Length { kind, start, end, days, allowed })
            }
            _ => Ok(Self { kind, start, end }),
        }
    }
}

fn day_count(start: Date, end: Date) -> Result<u32, PeriodError> {
    if start <= end {
        Ok(days::length(start, end))
    } else {
        Err(PeriodError::Backwards { start, end })
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Self| (period.end, period.start, period.kind);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

const INSTANT: &str = "at ";
const TRAILING: &str = "TTM ";
const OTHER: &str = "other ";

impl fmt::Display for Period {
    /// Writes the dates, with a word before them where they do not say the kind.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, start, end } = self;
        match kind {
            PeriodKind::Instant => write!(f, "{INSTANT}{end}"),
            PeriodKind::TrailingTwelveMonths => write!(f, "{TRAILING}{start}..{end}"),
            PeriodKind::Other if PeriodKind::of_days(self.days()) != PeriodKind::Other => {
                write!(f, "{OTHER}{start}..{end}")
            }
            _ => write!(f, "{start}..{end}"),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    /// Reads what `Display` writes, a day, and the intervals of ISO 8601 between two days.
    ///
    /// ```
    /// use financials::Period;
    ///
    /// let q2: Period = "2025-04-01/2025-06-30".parse()?;
    /// assert_eq!(q2.to_string(), "2025-04-01..2025-06-30");
    /// assert_eq!("2025-06-30".parse::<Period>()?, Period::instant(q2.end()));
    /// # Ok::<(), financials::Error>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let syntax = || PeriodError::Syntax { text: excerpt(text) };
        if let Some(date) = date_of(text) {
            return Ok(Self::instant(date));
        }
        if let Some(date) = text.strip_prefix(INSTANT) {
            return date_of(date).map(Self::instant).ok_or_else(syntax);
        }
        let dates = |range: &str| {
            let (start, end) = range.split_once("..").or_else(|| range.split_once('/'))?;
            Some((date_of(start)?, date_of(end)?))
        };
        if let Some(range) = text.strip_prefix(TRAILING) {
            let (start, end) = dates(range).ok_or_else(syntax)?;
            return Self::trailing(start, end);
        }
        if let Some(range) = text.strip_prefix(OTHER) {
            let (start, end) = dates(range).ok_or_else(syntax)?;
            return Self::other(start, end);
        }
        let (start, end) = dates(text).ok_or_else(syntax)?;
        Self::between(start, end)
    }
}

/// Reads a date in the one form that jiff writes; jiff reads others too, such as a date and a time.
fn date_of(text: &str) -> Option<Date> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'+');
    if plain && text.len() >= "2025-06-30".len() { text.parse().ok() } else { None }
}

serde_as_text!(Period: "a period, such as \"2025-04-01..2025-06-30\" or \"at 2025-06-30\"");

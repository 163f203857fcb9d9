//! [`FactPeriod`]: the period of a fact.

use core::fmt;

use jiff::civil::{Date, DateTime};

use crate::period::Period;

/// The period of a fact: an instant, a duration, or forever.
///
/// XBRL counts a day by its midnights, and every reader here does the same, so that
/// `2024-12-31` in an instance and `2025-01-01T00:00:00` in xBRL-JSON are one instant. What comes
/// out are days that are part of the period.
///
/// ```
/// use financials::xbrl::Facts;
///
/// let json = br#"{"documentInfo": {"documentType": "https://xbrl.org/2021/xbrl-json",
///         "namespaces": {"t": "http://example.com/t"}},
///     "facts": {"f1": {"value": "Acme", "dimensions": {"concept": "t:Name",
///         "period": "2022-09-25T00:00:00/2023-10-01T00:00:00"}}}}"#;
/// let facts = Facts::parse(json)?;
/// let period = facts.iter().next().ok_or("no fact")?.period();
/// assert_eq!(period.to_string(), "2022-09-25..2023-09-30");
/// assert_eq!(period.to_period().ok_or("no days")?.weeks(), 53);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FactPeriod(pub(super) Kind);

/// The points in time as XBRL's model has them: the end of a day is the midnight after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    Forever,
    Instant(DateTime),
    Duration { start: DateTime, end: DateTime },
}

/// A point in time at an end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Moment {
    /// The first or last day, which is part of the period.
    Day(Date),
    /// A time within a day.
    Time(DateTime),
}

impl FactPeriod {
    /// Returns it as a period of the crate where it is one of whole days: not forever, and without
    /// times of day.
    #[must_use]
    pub fn to_period(self) -> Option<Period> {
        match (self.start(), self.end()?) {
            (None, Moment::Day(day)) => Some(Period::instant(day)),
            (Some(Moment::Day(start)), Moment::Day(end)) => Period::between(start, end).ok(),
            _ => None,
        }
    }

    /// Returns whether it is without a beginning and an end.
    #[must_use]
    pub fn is_forever(self) -> bool {
        self.0 == Kind::Forever
    }

    /// Returns whether it is a point in time.
    #[must_use]
    pub fn is_instant(self) -> bool {
        matches!(self.0, Kind::Instant(_))
    }

    /// Returns where a duration starts.
    #[must_use]
    pub fn start(self) -> Option<Moment> {
        match self.0 {
            Kind::Duration { start, .. } if is_midnight(start) => Some(Moment::Day(start.date())),
            Kind::Duration { start, .. } => Some(Moment::Time(start)),
            Kind::Forever | Kind::Instant(_) => None,
        }
    }

    /// Returns where a duration ends, or the instant.
    #[must_use]
    pub fn end(self) -> Option<Moment> {
        match self.0 {
            Kind::Duration { end, .. } | Kind::Instant(end) => Some(last(end)),
            Kind::Forever => None,
        }
    }
}

fn is_midnight(time: DateTime) -> bool {
    time == time.date().to_datetime(jiff::civil::Time::midnight())
}

/// Returns the day that ends at a midnight, or the time.
fn last(end: DateTime) -> Moment {
    if end == DateTime::MAX {
        return Moment::Day(end.date());
    }
    match end.date().yesterday() {
        Ok(day) if is_midnight(end) => Moment::Day(day),
        _ => Moment::Time(end),
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Time(time) => time.fmt(f),
        }
    }
}

impl fmt::Display for FactPeriod {
    /// Writes `2024-01-01..2024-12-31`, `at 2024-12-31` or `forever`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.start(), self.end()) {
            (Some(start), Some(end)) => write!(f, "{start}..{end}"),
            (None, Some(end)) => write!(f, "at {end}"),
            (_, None) => f.write_str("forever"),
        }
    }
}

//! [`Subject`]: what guidance or an estimate is about.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    figure::{Basis, Source},
    metric::{Dimension, Measure},
    period::Period,
    quantity::{Operand, Quantity},
};

/// What guidance or an estimate is about: the measure, the period, the basis, when it was given and
/// where.
///
/// ```
/// use financials::{Basis, Date, Item, Period, expected::Subject};
///
/// let year: Period = "2025-01-01..2025-12-31".parse()?;
/// let subject = Subject::of(Item::Revenue).during(year).dated(Date::constant(2025, 8, 4));
/// assert_eq!(subject.basis(), None);
/// assert_eq!(subject.to_string(), "revenue 2025-01-01..2025-12-31");
/// let adjusted = subject.on(Basis::Adjusted);
/// assert_eq!(adjusted.to_string(), "adjusted revenue 2025-01-01..2025-12-31");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    measure: Measure,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
}

/// A quantity that cannot be of the measure it is said to be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{measure} is {}, not {kind}", .measure.dimension())]
pub struct SubjectError {
    /// The measure.
    pub measure: Measure,
    /// The kind of quantity given.
    pub kind: &'static str,
}

impl Subject {
    /// Names the measure: a line item, a metric, or a measure of the company's own.
    #[must_use]
    pub fn of(measure: impl Into<Measure>) -> Self {
        Self { measure: measure.into(), period: None, basis: None, date: None, source: None }
    }

    /// Adds the period it is about.
    #[must_use]
    pub fn during(self, period: Period) -> Self {
        Self { period: Some(period), ..self }
    }

    /// Says the basis; without it, it is that by which the company reports.
    #[must_use]
    pub fn on(self, basis: Basis) -> Self {
        Self { basis: Some(basis), ..self }
    }

    /// Adds the day on which it was issued.
    #[must_use]
    pub fn dated(self, date: Date) -> Self {
        Self { date: Some(date), ..self }
    }

    /// Adds where it was issued.
    #[must_use]
    pub fn from_source(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// Returns the measure.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.measure
    }

    /// Returns the period.
    #[must_use]
    pub const fn period(&self) -> Option<Period> {
        self.period
    }

    /// Returns the basis, where it was said.
    #[must_use]
    pub const fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Returns the day on which it was issued.
    #[must_use]
    pub const fn date(&self) -> Option<Date> {
        self.date
    }

    /// Returns where it was issued.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// Holds a kind of quantity against the measure's unit.
    pub(crate) fn checked_for<Q: Quantity>(self) -> Result<Self, SubjectError> {
        check_unit::<Q>(self.measure)?;
        Ok(self)
    }
}

/// Holds a kind of quantity against a measure's unit.
pub(super) fn check_unit<Q: Quantity>(measure: Measure) -> Result<(), SubjectError> {
    let Dimension { money, shares, days, .. } = measure.dimension();
    match <Q as Operand>::EXPONENTS == [money, shares, days] {
        true => Ok(()),
        false => Err(SubjectError { measure, kind: Q::NAME }),
    }
}

impl core::fmt::Display for Subject {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if let Some(basis) = self.basis {
            write!(f, "{basis} ")?;
        }
        write!(f, "{}", self.measure)?;
        match self.period {
            Some(period) => write!(f, " {period}"),
            None => Ok(()),
        }
    }
}

//! Changes of a company's fiscal year, and the transition periods between.

use jiff::civil::Date;

use super::{
    calendar::FiscalCalendar,
    calendar_error::CalendarError,
    days,
    era::Era,
    label::FiscalLabel,
    range::Period,
    year_dates::{Span, near},
    year_end::YearEnd,
};
use crate::bounds::CALENDAR_CHANGES_MAX;

impl FiscalCalendar {
    /// Returns the calendar as it is until the day before, and as the other one from that day on:
    /// the first day of the first full fiscal year under the new rule. What lies between the last
    /// full year before and that day is a transition period (Exchange Act Rule 13a-10).
    ///
    /// ```
    /// use financials::{Date, FiscalCalendar};
    ///
    /// // From years to June to calendar years, with a report on July to December 2018 between.
    /// let calendar = FiscalCalendar::month_end(6)?
    ///     .changed_on(Date::constant(2019, 1, 1), FiscalCalendar::CALENDAR_YEAR)?;
    /// let stub = calendar.period("2018 transition".parse()?)?;
    /// assert_eq!(stub.to_string(), "other 2018-07-01..2018-12-31");
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - a day on which no year of the new rule starts, give or take seven days.
    /// - a day before an earlier change or within the year after it.
    /// - a change that would give a year's number twice.
    /// - more than 16 changes.
    pub fn changed_on(mut self, from: Date, next: Self) -> Result<Self, CalendarError> {
        let changes = core::iter::once((from, next.first)).chain(next.changes);
        for (from, era) in changes {
            self.add_change(from, era)?;
        }
        Ok(self)
    }

    pub(super) fn add_change(&mut self, from: Date, era: Era) -> Result<(), CalendarError> {
        let before = self.spans().last();
        self.changes.push((from, era));
        if self.changes.len() > CALENDAR_CHANGES_MAX {
            return Err(CalendarError::Changes { changes: self.changes.len() });
        }
        let span = Span { era, from: Some(from), until: None };
        let first = span.years_near(from).find(|year| near(year.start(), from));
        let first = first.ok_or(CalendarError::ChangeStart { from, rule: era.year_end })?;
        let before = before.map(|span| Span { until: Some(from), ..span });
        let last_year = before.and_then(|span| span.last_year());
        match (last_year, before.and_then(|span| span.from)) {
            (Some(last_year), _) if last_year.year < first.year => Ok(()),
            (Some(_), _) => Err(CalendarError::ChangeYear { from, year: first.year }),
            (None, Some(last)) => Err(CalendarError::ChangeOrder { from, last }),
            (None, None) => Err(CalendarError::ChangeStart { from, rule: era.year_end }),
        }
    }

    /// Returns the transition periods with their names.
    pub(super) fn stubs(&self) -> impl Iterator<Item = (Period, FiscalLabel)> {
        self.spans().zip(self.spans().skip(1)).filter_map(|(before, after)| {
            let from = after.from?;
            let start = days::later(before.last_year()?.end(), 1)?;
            let end = days::later(from, -1)?;
            let first = after.years_near(from).find(|year| year.start() == from)?;
            let label = FiscalLabel::Transition(first.year.previous()?);
            Some((Period::other(start, end).ok()?, label))
        })
    }

    /// Returns the rule for the year's end that holds on a day.
    pub(super) fn rule_on(&self, date: Date) -> YearEnd {
        let span = self.spans().find(|span| span.until.is_none_or(|until| date < until));
        span.map_or(self.first, |span| span.era).year_end
    }
}

//! The dates of one fiscal year under one rule.

use jiff::civil::Date;

use super::{
    days,
    era::{Era, YearNamed},
    fiscal::FiscalYear,
};
use crate::bounds::LABEL_TOLERANCE_DAYS;

/// An era with the first day on which it holds, and the first on which the next one does.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) era: Era,
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
}

/// A fiscal year with the first and last days of its quarters.
#[derive(Clone, Copy)]
pub(super) struct YearDates {
    pub(super) year: FiscalYear,
    starts: [Date; 4],
    ends: [Date; 4],
}

impl Era {
    /// Returns the calendar year in which the rule puts the end of a fiscal year.
    fn end_year(self, year: FiscalYear) -> Option<i16> {
        year.number().checked_add(self.years_to_end())
    }

    /// Returns how many years after the year it is named for a fiscal year ends.
    fn years_to_end(self) -> i16 {
        i16::from(self.named == YearNamed::Start && self.year_end.month() < 12)
    }

    fn year_ending_in(self, end_year: i16) -> Option<YearDates> {
        let year = FiscalYear::new(end_year.checked_sub(self.years_to_end())?).ok()?;
        let start = days::later(self.year_end.date_in(end_year.checked_sub(1)?)?, 1)?;
        let end = self.year_end.date_in(end_year)?;
        let length = days::length(start, end);
        let end_of = |quarter: u8| match self.quarters.days_to_end_of(quarter, length) {
            Some(to_end) => days::later(start, to_end - 1),
            None => {
                let (rule, years) = self.year_end.months_before(12 - 3 * quarter as i8);
                rule.date_in(end_year.checked_add(years)?)
            }
        };
        let ends = [end_of(1)?, end_of(2)?, end_of(3)?, end];
        let after = |end| days::later(end, 1);
        let [first, second, third, _] = ends;
        Some(YearDates {
            year,
            starts: [start, after(first)?, after(second)?, after(third)?],
            ends,
        })
    }
}

impl Span {
    /// Returns a fiscal year by its number; none when it does not lie in the span.
    pub(super) fn year(&self, year: FiscalYear) -> Option<YearDates> {
        self.year_ending_in(self.era.end_year(year)?)
    }

    /// Returns the fiscal years that end up to a year or so before or after a date.
    pub(super) fn years_near(self, date: Date) -> impl Iterator<Item = YearDates> {
        (-1..=1).filter_map(move |years| self.year_ending_in(date.year().checked_add(years)?))
    }

    /// Returns the year of the span that ends in a calendar year. The first one starts on the first
    /// day of the span, wherever by a few days the rule would have it.
    fn year_ending_in(&self, end_year: i16) -> Option<YearDates> {
        let mut dates = self.era.year_ending_in(end_year)?;
        if self.until.is_some_and(|until| dates.end() >= until) {
            return None;
        }
        match self.from {
            Some(from) if near(from, dates.start()) => dates.start_on(from),
            Some(from) if dates.start() < from => return None,
            _ => {}
        }
        Some(dates)
    }

    /// Returns the last year of the span.
    pub(super) fn last_year(&self) -> Option<YearDates> {
        let until = self.until?;
        self.years_near(until).filter(|year| year.end() < until).last()
    }
}

impl YearDates {
    pub(super) fn start(&self) -> Date {
        let [start, ..] = self.starts;
        start
    }

    pub(super) fn end(&self) -> Date {
        let [.., end] = self.ends;
        end
    }

    /// Returns the first day of one quarter and the last of another, each 1 to 4.
    pub(super) fn range(&self, first: u8, last: u8) -> Option<(Date, Date)> {
        let index = |quarter: u8| quarter.checked_sub(1).map(usize::from);
        Some((*self.starts.get(index(first)?)?, *self.ends.get(index(last)?)?))
    }

    /// Returns the quarter, 1 to 4, that ends on a date or within a few days of it.
    pub(super) fn quarter_ending(&self, date: Date) -> Option<u8> {
        (1..=4).zip(self.ends).find(|(_, end)| near(*end, date)).map(|(quarter, _)| quarter)
    }

    /// Returns whether one of the quarters ends on the very day.
    pub(super) fn has_quarter_end(&self, date: Date) -> bool {
        self.ends.contains(&date)
    }

    fn start_on(&mut self, date: Date) {
        let [start, ..] = &mut self.starts;
        *start = date;
    }
}

/// Returns whether two dates are so close that filers take one for the other.
pub(super) fn near(one: Date, other: Date) -> bool {
    days::apart(one, other) <= LABEL_TOLERANCE_DAYS
}

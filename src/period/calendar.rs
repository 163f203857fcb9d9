//! [`FiscalCalendar`]: which dates a company's fiscal periods have.

use core::fmt;

use alloc::vec::Vec;

use jiff::civil::{Date, Weekday};

use super::{
    calendar_error::CalendarError,
    era::{Era, YearNamed},
    fiscal::{FiscalQuarter, FiscalYear},
    label::FiscalLabel,
    quarters::Quarters,
    range::Period,
    rule_error::RuleError,
    year_dates::{Span, YearDates},
    year_end::YearEnd,
};

/// Which dates a company's fiscal periods have: the rule for the year's end, how the year divides
/// into quarters, which year its number names, and changes of these.
///
/// ```
/// use financials::{FiscalCalendar, Period};
/// use financials::period::{Weekday, YearNamed};
///
/// // Target: the Saturday nearest 31 January; fiscal 2024 is the year that began in 2024.
/// let target = FiscalCalendar::nearest(Weekday::Saturday, 1)?.with_year_named(YearNamed::Start);
/// assert_eq!(target.year(2024)?, "2024-02-04..2025-02-01".parse()?);
///
/// let half: Period = "2024-02-04..2024-08-03".parse()?;
/// assert_eq!(target.label(&half)?.to_string(), "2024H1");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FiscalCalendar {
    pub(super) first: Era,
    /// What holds from the first day of a fiscal year on, in order of those days.
    pub(super) changes: Vec<(Date, Era)>,
}

impl FiscalCalendar {
    /// The calendar year with its own quarters.
    pub const CALENDAR_YEAR: Self = Self::new(YearEnd::DECEMBER);

    /// Returns the calendar of a rule, its years named for their end.
    ///
    /// Years that end with a month have quarters of three months, and years of weeks have quarters
    /// of 13 weeks, the 53rd week in the last.
    #[must_use]
    pub const fn new(year_end: YearEnd) -> Self {
        let quarters = if year_end.is_weekly() { Quarters::WEEKS } else { Quarters::MONTHS };
        let first = Era { year_end, quarters, named: YearNamed::End };
        Self { first, changes: Vec::new() }
    }

    /// Returns the calendar whose years end with the last day of a month, 1 to 12.
    ///
    /// # Errors
    ///
    /// - `0`, `13`: no month.
    pub fn month_end(month: i8) -> Result<Self, RuleError> {
        YearEnd::month_end(month).map(Self::new)
    }

    /// Returns the calendar whose years end on the last of a weekday in a month, 1 to 12.
    ///
    /// # Errors
    ///
    /// - `0`, `13`: no month.
    pub fn last(weekday: Weekday, month: i8) -> Result<Self, RuleError> {
        YearEnd::last(weekday, month).map(Self::new)
    }

    /// Returns the calendar whose years end on the day of a weekday that is nearest to the end of a
    /// month, 1 to 12.
    ///
    /// # Errors
    ///
    /// - `0`, `13`: no month.
    pub fn nearest(weekday: Weekday, month: i8) -> Result<Self, RuleError> {
        YearEnd::nearest(weekday, month).map(Self::new)
    }

    /// Returns the calendar with its years divided so; where the calendar changes, all of them.
    #[must_use]
    pub fn with_quarters(mut self, quarters: Quarters) -> Self {
        self.eras_mut().for_each(|era| era.quarters = quarters);
        self
    }

    /// Returns the calendar with its years named so; where the calendar changes, all of them.
    #[must_use]
    pub fn with_year_named(mut self, named: YearNamed) -> Self {
        self.eras_mut().for_each(|era| era.named = named);
        self
    }

    /// Returns the rule for the year's end that holds last.
    #[must_use]
    pub fn year_end(&self) -> YearEnd {
        self.changes.last().map_or(self.first, |(_, era)| *era).year_end
    }

    /// Returns the dates of a fiscal year.
    ///
    /// # Errors
    ///
    /// - `0`: fiscal years are 1 to 9999.
    /// - `2019` where the year's end moved from December to June in 2019: no year ended between.
    pub fn year(&self, year: i16) -> Result<Period, CalendarError> {
        self.period(FiscalLabel::Year(FiscalYear::new(year)?))
    }

    /// Returns the dates of a fiscal quarter.
    ///
    /// # Errors
    ///
    /// - a quarter of a year that the calendar does not have.
    pub fn quarter(&self, quarter: FiscalQuarter) -> Result<Period, CalendarError> {
        self.period(FiscalLabel::Quarter(quarter))
    }

    /// Returns the dates of the period of this name.
    ///
    /// # Errors
    ///
    /// - a label in a year that the calendar does not have, or a transition that did not happen.
    pub fn period(&self, label: FiscalLabel) -> Result<Period, CalendarError> {
        let none = || CalendarError::NoPeriod { label, rule: self.year_end() };
        if let FiscalLabel::Transition(_) = label {
            let stub = self.stubs().find(|(_, name)| *name == label);
            return stub.map(|(stub, _)| stub).ok_or_else(none);
        }
        let year = self.year_dates(label.year()).ok_or_else(none)?;
        let range = |first, last| year.range(first, last).ok_or_else(none);
        Ok(match label {
            FiscalLabel::Quarter(quarter) => {
                let (start, end) = range(quarter.quarter(), quarter.quarter())?;
                Period::quarter(start, end)?
            }
            FiscalLabel::Trailing(quarter) => {
                let (_, end) = range(quarter.quarter(), quarter.quarter())?;
                Period::trailing(self.trailing_start(quarter).ok_or_else(none)?, end)?
            }
            FiscalLabel::FirstHalf(_) => {
                let (start, end) = range(1, 2)?;
                Period::half(start, end)?
            }
            FiscalLabel::SecondHalf(_) => {
                let (start, end) = range(3, 4)?;
                Period::half(start, end)?
            }
            FiscalLabel::NineMonths(_) => {
                let (start, end) = range(1, 3)?;
                Period::nine_months(start, end)?
            }
            FiscalLabel::Year(_) | FiscalLabel::Transition(_) => {
                let (start, end) = range(1, 4)?;
                Period::year(start, end)?
            }
        })
    }

    /// Returns the day on which the four quarters start that end with this one.
    fn trailing_start(&self, last: FiscalQuarter) -> Option<Date> {
        let before = if last.quarter() == 4 { last } else { last.year_ago()? };
        let first = if last.quarter() == 4 { 1 } else { last.quarter() + 1 };
        self.year_dates(before.year())?.range(first, first).map(|(start, _)| start)
    }

    pub(super) fn year_dates(&self, year: FiscalYear) -> Option<YearDates> {
        self.spans().find_map(|span| span.year(year))
    }

    /// Returns each rule with the days between which it holds.
    pub(super) fn spans(&self) -> impl Iterator<Item = Span> {
        let starts = self.changes.iter().map(|(from, era)| (Some(*from), *era));
        let untils = self.changes.iter().map(|(from, _)| Some(*from));
        core::iter::once((None, self.first))
            .chain(starts)
            .zip(untils.chain(core::iter::once(None)))
            .map(|((from, era), until)| Span { era, from, until })
    }

    pub(super) fn eras_mut(&mut self) -> impl Iterator<Item = &mut Era> {
        core::iter::once(&mut self.first).chain(self.changes.iter_mut().map(|(_, era)| era))
    }
}

impl fmt::Display for FiscalCalendar {
    /// Writes the rules in words, for people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        self.changes.iter().try_for_each(|(from, era)| write!(f, "; from {from} {era}"))
    }
}

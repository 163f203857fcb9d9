//! The fiscal calendar that a filing's cover and periods imply.

use alloc::vec::Vec;

use jiff::{ToSpan, civil::Date};

use super::primary::Primary;
use crate::{
    bounds::YEAR_VOTES_ONE_IN,
    period::{FiscalCalendar, Period, PeriodKind, YearNamed},
};

impl Primary<'_> {
    /// Returns the calendar that the company's fiscal years and quarters follow, by this filing
    /// alone: its fiscal years are those that most of its annual numbers are of, or the one that
    /// began with its year to date and ends on the day that its cover names, and without one a
    /// year later. They are named as the cover names the year.
    ///
    /// Nothing is known of it where the filing has neither a year nor a year to date.
    ///
    /// ```no_run
    /// use financials::xbrl::{Facts, Primary};
    ///
    /// let facts = Facts::parse(&std::fs::read("aapl-20250329_htm.xml")?)?;
    /// let calendar = Primary::of(&facts)?.calendar().ok_or("no year")?;
    /// assert_eq!(calendar.year_end().to_string(), "last Saturday of September");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn calendar(&self) -> Option<FiscalCalendar> {
        let durations = self.periods();
        let of_kind = |kind| durations.iter().filter(move |(period, _)| period.kind() == kind);
        let period = self.period()?;
        let mut dated: Vec<Period> = Vec::new();
        if period.kind() == PeriodKind::Year {
            let most = of_kind(PeriodKind::Year).map(|(_, count)| *count).max().unwrap_or(0);
            let many = |(_, count): &&(Period, usize)| count * YEAR_VOTES_ONE_IN >= most;
            dated.extend(of_kind(PeriodKind::Year).filter(many).map(|(period, _)| *period));
        } else {
            dated.push(self.running_year(period)?);
        }
        dated.extend(of_kind(PeriodKind::Quarter).map(|(period, _)| *period));
        let calendar = FiscalCalendar::infer(dated).ok()?;
        let named = self.facts.cover().fiscal_year();
        let by_end = calendar.label(&period).ok().map(|label| label.year().number());
        Some(match (named, by_end) {
            (Some(named), Some(by_end)) if by_end.checked_sub(named) == Some(1) => {
                calendar.with_year_named(YearNamed::Start)
            }
            _ => calendar,
        })
    }

    /// Returns the fiscal year that a part of one belongs to, the last day of which is still to
    /// come.
    fn running_year(&self, period: Period) -> Option<Period> {
        let cover = self.facts.cover();
        let end = cover.period_end().unwrap_or(period.end());
        let to_date = match cover.fiscal_period() {
            Some("Q1") => Some(PeriodKind::Quarter),
            Some("Q2") => Some(PeriodKind::Half),
            Some("Q3") => Some(PeriodKind::NineMonths),
            _ => None,
        };
        // Without a cover, a quarter may be any of four.
        let begun = |kind: PeriodKind| match to_date {
            Some(to_date) => kind == to_date,
            None => matches!(kind, PeriodKind::Half | PeriodKind::NineMonths),
        };
        let known = self.periods().into_iter().map(|(period, _)| period).chain(cover.period());
        let begun = known.filter(|period| period.end() == end && begun(period.kind()));
        let named = |to| cover.fiscal_year_end().and_then(|(month, day)| nearest(month, day, to));
        let Some(start) = begun.map(|period| period.start()).min() else {
            let last = [end, end.checked_add(1.year()).ok()?].into_iter().filter_map(named);
            let last = last.filter(|last| *last >= end).min()?;
            let before = named(last.checked_sub(1.year()).ok()?)?;
            return Period::year(before.tomorrow().ok()?, last).ok();
        };
        let usual = start.checked_add(1.year()).ok()?.yesterday().ok()?;
        let year = named(usual).and_then(|end| Period::year(start, end).ok());
        year.or_else(|| Period::year(start, usual).ok())
    }
}

/// Returns the day of a month that is nearest to a date.
fn nearest(month: i8, day: i8, to: Date) -> Option<Date> {
    let years = (-1..=1).filter_map(|years| to.year().checked_add(years));
    let days = years.filter_map(|year| {
        // The 29th of February is the 28th in most years.
        let month = Date::new(year, month, 1).ok()?;
        Date::new(year, month.month(), day.min(month.days_in_month())).ok()
    });
    days.min_by_key(|date| (to - *date).get_days().abs())
}

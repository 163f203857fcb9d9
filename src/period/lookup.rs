//! From dates to labels, and to the periods before.

use jiff::civil::Date;

use super::{
    calendar::FiscalCalendar,
    calendar_error::CalendarError,
    days,
    fiscal::FiscalQuarter,
    kind::PeriodKind,
    label::FiscalLabel,
    range::Period,
    year_dates::{YearDates, near},
};

impl FiscalCalendar {
    /// Returns the name of the period that has these dates, or dates up to seven days off: filers
    /// round the weekday on which a quarter ends to the month's end, or the other way round.
    ///
    /// An instant has the name of the quarter that it ends, a trailing period that of the quarter
    /// it ends with. A half year, nine months or a year are never named as a quarter, and a year
    /// that does not end with a fiscal year has no name unless it is said to be trailing.
    ///
    /// # Errors
    ///
    /// - `2025-02-01..2025-04-30` of a calendar year: its quarters end in March and June.
    /// - `2024-07-01..2025-06-30` of a calendar year: no fiscal year.
    /// - `2025-04-01..2025-09-30` of a calendar year: neither its first nor its last half.
    pub fn label(&self, period: &Period) -> Result<FiscalLabel, CalendarError> {
        let (start, end) = (period.start(), period.end());
        let label = match period.kind() {
            PeriodKind::Instant => self.quarter_near(end).map(FiscalLabel::Quarter),
            PeriodKind::TrailingTwelveMonths => self.quarter_near(end).map(FiscalLabel::Trailing),
            _ => {
                let is_it = |stub: &Period| near(stub.start(), start) && near(stub.end(), end);
                let stub = self.stubs().find(|(stub, _)| is_it(stub));
                stub.map(|(_, label)| label)
                    .or_else(|| self.years_near(end).find_map(|year| label_in(&year, period)))
            }
        };
        label.ok_or_else(|| CalendarError::NoLabel { period: *period, rule: self.rule_on(end) })
    }

    /// Returns the fiscal quarter that ends on a date, or within seven days of it.
    ///
    /// # Errors
    ///
    /// - `2025-05-31` of a calendar year: its quarters end in March and June.
    pub fn quarter_ending(&self, date: Date) -> Result<FiscalQuarter, CalendarError> {
        self.quarter_near(date).ok_or_else(|| CalendarError::NoLabel {
            period: Period::instant(date),
            rule: self.rule_on(date),
        })
    }

    /// Returns the same fiscal period a year before, with the calendar's own dates.
    ///
    /// ```
    /// use financials::{FiscalCalendar, Period};
    /// use financials::period::Weekday;
    ///
    /// // NVIDIA: the last Sunday of January.
    /// let nvidia = FiscalCalendar::last(Weekday::Sunday, 1)?;
    /// let q1: Period = "2025-01-27..2025-04-27".parse()?;
    /// assert_eq!(nvidia.year_ago(&q1)?, "2024-01-29..2024-04-28".parse()?);
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - dates that are none of the calendar's periods.
    /// - a period of the first year after a change of fiscal year: the calendar has none of its
    ///   name a year before.
    pub fn year_ago(&self, period: &Period) -> Result<Period, CalendarError> {
        let label = self.label(period)?;
        let rule = self.rule_on(period.end());
        let earlier = label.year_ago().ok_or(CalendarError::NoPeriod { label, rule })?;
        let earlier = like(period, self.period(earlier)?);
        like(period, self.period(label)?).compares_with_year_ago(&earlier)?;
        Ok(earlier)
    }

    /// Returns the quarter, or the balance at its end, that comes right before, with the calendar's
    /// own dates.
    ///
    /// # Errors
    ///
    /// - a half year, nine months or a year: no quarter.
    /// - dates that are none of the calendar's periods.
    /// - the first quarter after a transition period: none ends on the day before it.
    pub fn quarter_ago(&self, period: &Period) -> Result<Period, CalendarError> {
        let FiscalLabel::Quarter(quarter) = self.label(period)? else {
            return Err(CalendarError::NotQuarter { period: *period });
        };
        let label = FiscalLabel::Quarter(quarter);
        let rule = self.rule_on(period.end());
        let none = || CalendarError::NoPeriod { label, rule };
        let end = days::later(self.quarter(quarter)?.start(), -1).ok_or_else(none)?;
        let before = self.quarter(self.quarter_ending(end)?)?;
        Ok(like(period, before))
    }

    fn quarter_near(&self, date: Date) -> Option<FiscalQuarter> {
        self.years_near(date).find_map(|year| year.year.quarter(year.quarter_ending(date)?).ok())
    }

    fn years_near(&self, date: Date) -> impl Iterator<Item = YearDates> {
        self.spans().flat_map(move |span| span.years_near(date))
    }
}

/// Returns the name that a period has in a year; none when it is no period of that year.
fn label_in(year: &YearDates, period: &Period) -> Option<FiscalLabel> {
    let quarter = year.quarter_ending(period.end())?;
    let from = |first: u8| {
        year.range(first, quarter).is_some_and(|(start, _)| near(start, period.start()))
    };
    match (period.kind(), quarter) {
        (PeriodKind::Quarter, _) if from(quarter) => {
            year.year.quarter(quarter).ok().map(FiscalLabel::Quarter)
        }
        (PeriodKind::Half, 2) if from(1) => Some(FiscalLabel::FirstHalf(year.year)),
        (PeriodKind::Half, 4) if from(3) => Some(FiscalLabel::SecondHalf(year.year)),
        (PeriodKind::NineMonths, 3) if from(1) => Some(FiscalLabel::NineMonths(year.year)),
        (PeriodKind::Year, 4) if from(1) => Some(FiscalLabel::Year(year.year)),
        _ => None,
    }
}

/// Returns a period, or the instant at its end when the one it stands beside is an instant.
fn like(period: &Period, other: Period) -> Period {
    if period.is_instant() { Period::instant(other.end()) } else { other }
}

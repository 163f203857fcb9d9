//! [`Reference`]: what a moment is read against.

use financials::{
    Date,
    period::{FiscalLabel, FiscalQuarter, FiscalYear},
};

use super::{Day, Moment, Numbering, Period};

/// What a moment is read against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reference {
    pub(crate) numbering: Numbering,
    /// The period that the text is about where it names no other.
    pub(crate) period: Option<Period>,
    /// The calendar year that the text was written in, if known.
    pub(crate) year: Option<i16>,
    /// Whether what is named lies ahead.
    pub(crate) is_ahead: bool,
}

impl Reference {
    fn label(&self) -> Option<FiscalLabel> {
        match self.period? {
            Period::Label(label) => Some(label),
            Period::Day(day) => self.numbering.quarter(day).map(FiscalLabel::Quarter),
        }
    }

    /// Returns a day about the end of the quarter that is the reference.
    pub(crate) fn end(&self) -> Option<Date> {
        let FiscalLabel::Quarter(quarter) = self.label()? else { return None };
        let month = self.numbering.month - 3 * (4 - quarter.quarter().cast_signed());
        let year = quarter.year().number() - self.numbering.offset;
        let (year, month) = if month <= 0 { (year - 1, month + 12) } else { (year, month) };
        Date::new(year, month, 28).ok()
    }

    fn fiscal_year(&self) -> Option<i16> {
        self.label().map(|label| label.year().number()).or(self.year)
    }

    /// Returns the period that a moment names.
    pub(crate) fn resolve(&self, moment: Moment) -> Option<Period> {
        let of = |label: FiscalLabel| Some(Period::Label(label));
        match moment {
            Moment::Quarter { quarter, year } => {
                let year = year.or_else(|| self.year_of(quarter))?;
                of(FiscalLabel::Quarter(FiscalQuarter::new(year, quarter).ok()?))
            }
            Moment::Half { year } => of(FiscalLabel::FirstHalf(self.year(year)?)),
            Moment::NineMonths { year } => of(FiscalLabel::NineMonths(self.year(year)?)),
            Moment::Year { year } => of(FiscalLabel::Year(self.year(year)?)),
            Moment::ToDate => of(self.year_so_far()?),
            Moment::Trailing => of(match self.label()? {
                FiscalLabel::Quarter(quarter) => FiscalLabel::Trailing(quarter),
                label => label,
            }),
            Moment::Ended { months, day } => {
                let day = self.day(day)?;
                let quarter = self.numbering.quarter(day)?;
                of(match months {
                    Some(3) | None => FiscalLabel::Quarter(quarter),
                    Some(6) => FiscalLabel::FirstHalf(quarter.year()),
                    Some(9) => FiscalLabel::NineMonths(quarter.year()),
                    Some(12) if quarter.quarter() == 4 => FiscalLabel::Year(quarter.year()),
                    Some(12) => FiscalLabel::Trailing(quarter),
                    Some(_) => return None,
                })
            }
            Moment::MonthQuarter { month, year } => {
                let day = self.day(Day { year, month, day: 28 })?;
                of(FiscalLabel::Quarter(self.numbering.quarter(day)?))
            }
            Moment::On(day) => self.day(day).map(Period::Day),
            Moment::Span { months } => of(self.so_many(months)?),
            Moment::SameIn { year } => of(in_year(self.label()?, year)?),
            Moment::Several => None,
            Moment::YearAgo => self.period.and_then(year_ago),
            Moment::QuarterAgo => match self.label()? {
                FiscalLabel::Quarter(quarter) => of(FiscalLabel::Quarter(quarter.previous()?)),
                _ => None,
            },
            Moment::NextQuarter => match self.label()? {
                FiscalLabel::Quarter(quarter) => of(FiscalLabel::Quarter(quarter.next()?)),
                _ => None,
            },
        }
    }

    /// Returns the fiscal year of a quarter that is named alone: that of the reference, or the next
    /// one where it lies ahead and would be past.
    fn year_of(&self, quarter: u8) -> Option<i16> {
        let label = self.label();
        let year = self.fiscal_year()?;
        let own = label.and_then(|label| match label {
            FiscalLabel::Quarter(own) | FiscalLabel::Trailing(own) => Some(own.quarter()),
            FiscalLabel::Year(_) => Some(4),
            _ => None,
        });
        match own {
            Some(own) if self.is_ahead && quarter <= own => Some(year + 1),
            _ => Some(year),
        }
    }

    fn year(&self, year: Option<i16>) -> Option<FiscalYear> {
        FiscalYear::new(year.or_else(|| self.fiscal_year())?).ok()
    }

    fn year_so_far(&self) -> Option<FiscalLabel> {
        Some(match self.label()? {
            FiscalLabel::Quarter(quarter) => match quarter.quarter() {
                2 => FiscalLabel::FirstHalf(quarter.year()),
                3 => FiscalLabel::NineMonths(quarter.year()),
                4 => FiscalLabel::Year(quarter.year()),
                _ => FiscalLabel::Quarter(quarter),
            },
            label => label,
        })
    }

    /// Returns the first so many months of the year, where they end with the reference.
    fn so_many(&self, months: u8) -> Option<FiscalLabel> {
        let label = self.label()?;
        let so_far = self.year_so_far()?;
        let of = |label| match label {
            FiscalLabel::FirstHalf(_) => Some(6),
            FiscalLabel::NineMonths(_) => Some(9),
            FiscalLabel::Year(_) => Some(12),
            _ => None,
        };
        [label, so_far].into_iter().find(|own| of(*own) == Some(months))
    }

    /// Returns the day, in the year nearest to the reference where none is named.
    fn day(&self, day: Day) -> Option<Date> {
        if let Some(year) = day.year {
            return Date::new(year, day.month, day.day).ok();
        }
        let label = self.label();
        let year = match label {
            Some(label) => {
                let quarter = match label {
                    FiscalLabel::Quarter(quarter) | FiscalLabel::Trailing(quarter) => {
                        i16::from(quarter.quarter())
                    }
                    FiscalLabel::FirstHalf(_) => 2,
                    FiscalLabel::NineMonths(_) => 3,
                    _ => 4,
                };
                // The month in which the period of the reference ends.
                let ends = i16::from(self.numbering.month) - 3 * (4 - quarter);
                let own = label.year().number() - self.numbering.offset;
                let (own, ends) = if ends <= 0 { (own - 1, ends + 12) } else { (own, ends) };
                let apart = i16::from(day.month) - ends;
                match (self.is_ahead, apart) {
                    (true, apart) if apart <= 0 => own + 1,
                    (false, apart) if apart > 3 => own - 1,
                    _ => own,
                }
            }
            None => self.year?,
        };
        Date::new(year, day.month, day.day).ok()
    }
}

/// Returns the period of another year that a period is of its own.
fn in_year(label: FiscalLabel, year: i16) -> Option<FiscalLabel> {
    let year = FiscalYear::new(year).ok()?;
    Some(match label {
        FiscalLabel::Quarter(own) => {
            FiscalLabel::Quarter(FiscalQuarter::new(year.number(), own.quarter()).ok()?)
        }
        FiscalLabel::FirstHalf(_) => FiscalLabel::FirstHalf(year),
        FiscalLabel::NineMonths(_) => FiscalLabel::NineMonths(year),
        FiscalLabel::Year(_) => FiscalLabel::Year(year),
        _ => return None,
    })
}

/// Returns the quarter before a quarter.
pub(crate) fn quarter_ago(period: Period) -> Option<Period> {
    match period {
        Period::Label(FiscalLabel::Quarter(quarter)) => {
            quarter.previous().map(|quarter| Period::Label(FiscalLabel::Quarter(quarter)))
        }
        _ => None,
    }
}

/// Returns the same period a year before; that of a leap day is the day before.
pub(crate) fn year_ago(period: Period) -> Option<Period> {
    match period {
        Period::Label(label) => label.year_ago().map(Period::Label),
        Period::Day(day) => {
            let year = day.year() - 1;
            let same = Date::new(year, day.month(), day.day());
            same.or_else(|_| Date::new(year, day.month(), day.day() - 1)).ok().map(Period::Day)
        }
    }
}

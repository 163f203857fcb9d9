//! [`Numbering`]: how a company numbers its fiscal periods.

use financials::{
    Date,
    period::{FiscalCalendar, FiscalLabel, FiscalQuarter, FiscalYear},
};

/// How a company numbers its fiscal periods: the month that its year ends in, and the year's number
/// less the calendar year of that end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbering {
    /// The month in which the fiscal year ends, 1 to 12.
    pub month: i8,
    /// The number of a fiscal year less the calendar year in which it ends: 0, or -1 where a year
    /// is named for the one it begins in.
    pub offset: i16,
}

impl Default for Numbering {
    fn default() -> Self {
        Self { month: 12, offset: 0 }
    }
}

impl Numbering {
    /// Returns the numbering of a fiscal calendar.
    #[must_use]
    pub fn of_calendar(calendar: &FiscalCalendar, year: i16) -> Option<Self> {
        let end = calendar.year(year).ok()?.end();
        Self::of(FiscalLabel::Year(FiscalYear::new(year).ok()?), end)
    }

    /// Returns the fiscal quarter that ends about a day.
    pub(crate) fn quarter(self, day: Date) -> Option<FiscalQuarter> {
        // The Saturday next to a month's end may be in the next month.
        let (mut year, mut month) = (day.year(), day.month());
        if day.day() <= 10 {
            month -= 1;
        }
        if month == 0 {
            (year, month) = (year - 1, 12);
        }
        let since = (month - self.month).rem_euclid(12);
        let quarter = match since {
            0 => 4,
            since if since % 3 == 0 => since / 3,
            _ => return None,
        };
        let ends = if month > self.month { year + 1 } else { year };
        FiscalQuarter::new(ends + self.offset, u8::try_from(quarter).ok()?).ok()
    }

    /// Returns the numbering under which a label's period ends on a day.
    pub(crate) fn of(label: FiscalLabel, day: Date) -> Option<Self> {
        let quarter = match label {
            FiscalLabel::Quarter(quarter) | FiscalLabel::Trailing(quarter) => quarter.quarter(),
            FiscalLabel::FirstHalf(_) => 2,
            FiscalLabel::NineMonths(_) => 3,
            FiscalLabel::Year(_) => 4,
            _ => return None,
        };
        let month = if day.day() <= 10 { day.month() - 1 } else { day.month() };
        let month = (month - 1 + 3 * (4 - quarter.cast_signed())).rem_euclid(12) + 1;
        let plain = Self { month, offset: 0 };
        let offset = label.year().number() - plain.quarter(day)?.year().number();
        (-1..=0).contains(&offset).then_some(Self { month, offset })
    }
}

/// A year of four digits, or of two, of which the crate knows the century.
pub(super) fn year_of_digits(year: i16) -> Option<i16> {
    let label: FiscalYear = format!("FY{year:02}").parse().ok()?;
    Some(label.number())
}

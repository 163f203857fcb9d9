//! [`PeriodLabel`]: the period of a statement.

use core::fmt;

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use jiff::civil::Date;

use super::span::{self, Words};
use crate::{
    formula::{At, Over},
    period::{FiscalCalendar, FiscalLabel, Period},
    undefined::{Undefined, When},
};

/// The period of a statement, as far as it can be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PeriodLabel {
    Fiscal(FiscalLabel),
    Date(Date),
    /// So many months to a date, of a company whose fiscal calendar is not known.
    Months(u8, Date),
    /// Any other label, which is compared as it stands.
    Other(String),
    /// None is given; two such statements need not be about one figure.
    Unstated,
}

impl PeriodLabel {
    pub(crate) fn read(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::Unstated;
        }
        if let Ok(label) = text.parse() {
            return Self::Fiscal(label);
        }
        match (text.parse(), span::read(text)) {
            (Ok(date), _) | (_, Some(Words::Date(date))) => Self::Date(date),
            (_, Some(Words::Fiscal(label))) => Self::Fiscal(label),
            (_, Some(Words::Months(months, end))) => Self::Months(months, end),
            // The same days are the same period, whichever way they are written.
            (_, None) => Self::Other(
                text.parse::<Period>().map_or_else(|_| text.to_string(), |days| days.to_string()),
            ),
        }
    }

    /// Returns the quarters that make half a year or nine months up; none of any other period.
    pub(crate) fn quarters(&self) -> Vec<Self> {
        let Self::Fiscal(label) = self else { return Vec::new() };
        let quarters = match label {
            FiscalLabel::FirstHalf(_) => 1..=2,
            FiscalLabel::SecondHalf(_) => 3..=4,
            FiscalLabel::NineMonths(_) => 1..=3,
            _ => return Vec::new(),
        };
        let quarter = |number| label.year().quarter(number).map(FiscalLabel::Quarter);
        quarters.filter_map(|number| quarter(number).ok()).map(Self::Fiscal).collect()
    }

    /// Returns the label of the twelve months that a date or another label speaks of.
    pub(crate) fn trailing(&self) -> Self {
        Self::Other(format!("TTM {self}"))
    }

    /// Returns the label under which a calendar has a report's period.
    pub(crate) fn of(period: &Period, calendar: &FiscalCalendar) -> Self {
        match calendar.label(period) {
            Ok(label) => Self::Fiscal(label),
            Err(_) if period.is_instant() => Self::Date(period.end()),
            Err(_) => Self::Other(period.to_string()),
        }
    }

    /// Returns the label that a company's calendar has for months to a date or for a range of
    /// dates; without a calendar, the months to the end of a month.
    pub(crate) fn in_calendar(&self, calendar: Option<&FiscalCalendar>) -> Self {
        let range = match self {
            Self::Months(months, end) => Some((*months, *end)),
            Self::Other(text) => text.parse().ok().and_then(|period| span::of_range(&period)),
            _ => None,
        };
        let Some((months, end)) = range else { return self.clone() };
        let Some(calendar) = calendar else {
            return Self::Months(months, span::month_end(end));
        };
        let Ok(quarter) = calendar.quarter_ending(end) else { return self.clone() };
        let year = quarter.year();
        Self::Fiscal(match (months, quarter.quarter()) {
            (3, _) => FiscalLabel::Quarter(quarter),
            (6, 2) => FiscalLabel::FirstHalf(year),
            (6, 4) => FiscalLabel::SecondHalf(year),
            (9, 3) => FiscalLabel::NineMonths(year),
            (12, 4) => FiscalLabel::Year(year),
            (12, _) => FiscalLabel::Trailing(quarter),
            _ => return self.clone(),
        })
    }

    /// Returns the label of the period at a point in time, seen from this one.
    pub(crate) fn at(&self, when: When) -> Result<Self, Undefined> {
        let label = (0..when.years).try_fold(self.clone(), |label, _| label.year_ago());
        let label =
            label.and_then(|label| (0..when.quarters).try_fold(label, |label, _| label.before()));
        label.ok_or(Undefined::NoReport { at: when })
    }

    /// Returns the label of the period that a figure is looked up in: that of the quarter at whose
    /// end a balance is, where that is one within a year.
    pub(crate) fn of_figure(&self, at: At) -> Result<Self, Undefined> {
        let label = self.at(at.when)?;
        match at.over {
            Over::QuarterEnd(ago) => label.quarter_before_end(ago).ok_or(Undefined::NotAQuarter),
            _ => Ok(label),
        }
    }

    /// Returns the label of the quarter that ends so many quarters before the end of a year.
    fn quarter_before_end(&self, ago: u8) -> Option<Self> {
        let last = match self {
            Self::Fiscal(FiscalLabel::Year(year)) => year.quarter(4).ok()?,
            Self::Fiscal(FiscalLabel::Trailing(quarter)) => *quarter,
            Self::Months(12, end) => {
                let end = span::months_before(*end, ago.checked_mul(3)?)?;
                return Some(Self::Months(3, end));
            }
            _ => return None,
        };
        let quarter = (0..ago).try_fold(last, |quarter, _| quarter.previous())?;
        Some(Self::Fiscal(FiscalLabel::Quarter(quarter)))
    }

    /// Returns the label of the same period a year before.
    pub(crate) fn year_ago(&self) -> Option<Self> {
        match self {
            Self::Fiscal(label) => label.year_ago().map(Self::Fiscal),
            Self::Months(months, end) => {
                Some(Self::Months(*months, span::months_before(*end, 12)?))
            }
            _ => None,
        }
    }

    /// Returns the label of the period of the same kind before.
    pub(crate) fn before(&self) -> Option<Self> {
        match self {
            Self::Fiscal(label) => before(*label).map(Self::Fiscal),
            Self::Months(months, end) => {
                Some(Self::Months(*months, span::months_before(*end, *months)?))
            }
            _ => None,
        }
    }

    /// Returns the labels of which its flows are the sum: all but the last part, and that.
    pub(crate) fn parts(&self) -> Option<[Self; 2]> {
        let Self::Months(months, end) = self else { return None };
        let rest = months.checked_sub(3).filter(|rest| *rest > 0)?;
        Some([Self::Months(rest, span::months_before(*end, 3)?), Self::Months(3, *end)])
    }

    /// Returns how often a year has the period that a formula takes a figure over.
    pub(crate) fn periods_per_year(&self, over: Over) -> Result<u8, Undefined> {
        match (self, over) {
            (Self::Fiscal(FiscalLabel::Year(_) | FiscalLabel::Trailing(_)), _) => Ok(1),
            (Self::Fiscal(FiscalLabel::Quarter(_)), Over::Period) => Ok(4),
            (Self::Fiscal(FiscalLabel::Quarter(_)), _) => Ok(1),
            (Self::Fiscal(FiscalLabel::FirstHalf(_) | FiscalLabel::SecondHalf(_)), _) => Ok(2),
            (Self::Months(12, _), _) => Ok(1),
            (Self::Months(6, _), Over::Period) => Ok(2),
            (Self::Months(3, _), Over::Period) => Ok(4),
            _ => Err(Undefined::NotPartOfAYear),
        }
    }
}

/// Returns the period of the same kind before.
pub(crate) fn before(label: FiscalLabel) -> Option<FiscalLabel> {
    match label {
        FiscalLabel::Quarter(quarter) => quarter.previous().map(FiscalLabel::Quarter),
        FiscalLabel::Trailing(quarter) => quarter.previous().map(FiscalLabel::Trailing),
        FiscalLabel::Year(year) => year.previous().map(FiscalLabel::Year),
        FiscalLabel::SecondHalf(year) => Some(FiscalLabel::FirstHalf(year)),
        FiscalLabel::FirstHalf(year) => year.previous().map(FiscalLabel::SecondHalf),
        _ => None,
    }
}

impl fmt::Display for PeriodLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fiscal(label) => label.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Months(months, end) => write!(f, "{months} months to {end}"),
            Self::Other(text) => f.write_str(text),
            Self::Unstated => f.write_str("at no stated time"),
        }
    }
}

//! [`PeriodLabel`]: the period of a statement.

use core::fmt;

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use jiff::civil::Date;

use crate::period::{FiscalCalendar, FiscalLabel, Period};

/// The period of a statement, as far as it can be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodLabel {
    Fiscal(FiscalLabel),
    Date(Date),
    /// Any other label, which is compared as it stands.
    Other(String),
    /// None is given; two such statements need not be about one figure.
    Unstated,
}

impl PeriodLabel {
    pub fn read(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::Unstated;
        }
        if let Ok(label) = text.parse() {
            return Self::Fiscal(label);
        }
        match text.parse() {
            Ok(date) => Self::Date(date),
            Err(_) => Self::Other(text.to_string()),
        }
    }

    /// Returns the quarters that make half a year or nine months up; none of any other period.
    pub fn quarters(&self) -> Vec<Self> {
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
    pub fn trailing(&self) -> Self {
        Self::Other(format!("TTM {self}"))
    }

    /// Returns the label under which a calendar has a report's period.
    pub fn of(period: &Period, calendar: &FiscalCalendar) -> Self {
        match calendar.label(period) {
            Ok(label) => Self::Fiscal(label),
            Err(_) => Self::Other(period.to_string()),
        }
    }
}

impl fmt::Display for PeriodLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fiscal(label) => label.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Other(text) => f.write_str(text),
            Self::Unstated => f.write_str("at no stated time"),
        }
    }
}

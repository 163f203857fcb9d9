//! [`Moment`]: a period as a text names it, and what it is in a company's fiscal calendar.

mod read;
mod reference;
mod numbering;
mod weeks;

use std::{fmt, str::FromStr};

use financials::{
    Date,
    period::{FiscalLabel, LabelError},
};

pub use numbering::Numbering;
pub(crate) use read::{Reader, is_month};
pub(crate) use reference::{Reference, quarter_ago, year_ago};

/// A period as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    Quarter {
        quarter: u8,
        year: Option<i16>,
    },
    Half {
        year: Option<i16>,
    },
    NineMonths {
        year: Option<i16>,
    },
    Year {
        year: Option<i16>,
    },
    /// The year so far.
    ToDate,
    Trailing,
    /// A span of months that ends on a day.
    Ended {
        months: Option<u8>,
        day: Day,
    },
    /// The quarter that ends in a month.
    MonthQuarter {
        month: i8,
        year: Option<i16>,
    },
    /// A day.
    On(Day),
    YearAgo,
    QuarterAgo,
    NextQuarter,
    /// So many months of the year that are over: `the nine months`.
    Span {
        months: u8,
    },
    /// The same period of a year: `the same quarter of 2024`.
    SameIn {
        year: i16,
    },
    /// Several years or quarters, which no fiscal label is of: `the last two years`.
    Several,
}

impl Moment {
    /// The same in a year that is named apart from it, where it has none: `Q2` under `2025`.
    pub(crate) const fn in_year(self, year: Option<i16>) -> Self {
        match self {
            Self::Quarter { quarter, year: None } => Self::Quarter { quarter, year },
            Self::Ended { months, day: Day { year: None, month, day } } => {
                Self::Ended { months, day: Day { year, month, day } }
            }
            own => own,
        }
    }

    /// Whether it is named from another period: a year ago, the quarter before.
    pub(crate) const fn is_relative(self) -> bool {
        matches!(self, Self::YearAgo | Self::QuarterAgo | Self::SameIn { .. })
    }
}

/// A day whose year may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: Option<i16>,
    pub(crate) month: i8,
    pub(crate) day: i8,
}

/// A period that a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A fiscal period.
    Label(FiscalLabel),
    /// A day.
    Day(Date),
}

impl FromStr for Period {
    type Err = LabelError;

    /// Reads a fiscal label (`2025Q2`, `FY2025`) or a day (`2025-06-30`).
    fn from_str(text: &str) -> Result<Self, LabelError> {
        match text.parse() {
            Ok(day) => Ok(Self::Day(day)),
            Err(_) => text.parse().map(Self::Label),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Label(label) => label.fmt(f),
            Self::Day(day) => day.fmt(f),
        }
    }
}

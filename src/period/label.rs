//! [`FiscalLabel`]: a company's name for a period of any kind.

use core::{cmp::Ordering, fmt};

use super::fiscal::{FiscalQuarter, FiscalYear};

/// A company's name for a period: `2025Q2`, `2025H1`, `2025 9M`, `FY2025`, `TTM 2025Q2`.
///
/// The year is the fiscal one. Labels of one calendar sort by their end, and the longer period
/// comes after the shorter: `2025Q2`, `2025H1`, `2025Q3`, `2025 9M`, `2025Q4`, `2025H2`, `FY2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FiscalLabel {
    /// A quarter: `2025Q2`. A balance has the label of the quarter that it ends.
    Quarter(FiscalQuarter),
    /// The first six months: `2025H1`.
    FirstHalf(FiscalYear),
    /// The last six months: `2025H2`.
    SecondHalf(FiscalYear),
    /// The first nine months: `2025 9M`.
    NineMonths(FiscalYear),
    /// A fiscal year: `FY2025`.
    Year(FiscalYear),
    /// The twelve months up to the end of a quarter: `TTM 2025Q2`.
    Trailing(FiscalQuarter),
    /// The stub between the last year before a change of fiscal year and the first one after it:
    /// `2018 transition`. Its number is that of the year before the first full one.
    Transition(FiscalYear),
}

impl FiscalLabel {
    /// Returns the fiscal year that the period is in; of trailing months, the one they end in.
    #[must_use]
    pub fn year(self) -> FiscalYear {
        match self {
            Self::Quarter(quarter) | Self::Trailing(quarter) => quarter.year(),
            Self::FirstHalf(year)
            | Self::SecondHalf(year)
            | Self::NineMonths(year)
            | Self::Year(year)
            | Self::Transition(year) => year,
        }
    }

    /// Returns the quarter, when the period is one.
    #[must_use]
    pub fn quarter(self) -> Option<FiscalQuarter> {
        match self {
            Self::Quarter(quarter) => Some(quarter),
            _ => None,
        }
    }

    /// Returns the same period of the next fiscal year; none after 9999, none for a transition.
    #[must_use]
    pub fn next_year(self) -> Option<Self> {
        self.years_later(1)
    }

    /// Returns the same period of the fiscal year before; none before 1, none for a transition.
    #[must_use]
    pub fn year_ago(self) -> Option<Self> {
        self.years_later(-1)
    }

    fn years_later(self, years: i16) -> Option<Self> {
        let year = self.year().plus(years)?;
        Some(match self {
            Self::Quarter(q) => Self::Quarter(year.quarter(q.quarter()).ok()?),
            Self::Trailing(q) => Self::Trailing(year.quarter(q.quarter()).ok()?),
            Self::FirstHalf(_) => Self::FirstHalf(year),
            Self::SecondHalf(_) => Self::SecondHalf(year),
            Self::NineMonths(_) => Self::NineMonths(year),
            Self::Year(_) => Self::Year(year),
            Self::Transition(_) => return None,
        })
    }

    /// Returns what orders labels: the year, the quarter at whose end the period ends, and its
    /// length.
    fn key(self) -> (FiscalYear, u8, u8) {
        let (ends_with, length) = match self {
            Self::Quarter(quarter) => (quarter.quarter(), 1),
            Self::FirstHalf(_) => (2, 2),
            Self::SecondHalf(_) => (4, 2),
            Self::NineMonths(_) => (3, 3),
            Self::Year(_) => (4, 4),
            Self::Trailing(quarter) => (quarter.quarter(), 5),
            Self::Transition(_) => (5, 0),
        };
        (self.year(), ends_with, length)
    }
}

impl Ord for FiscalLabel {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for FiscalLabel {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for FiscalLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quarter(quarter) => quarter.fmt(f),
            Self::FirstHalf(year) => write!(f, "{:04}H1", year.number()),
            Self::SecondHalf(year) => write!(f, "{:04}H2", year.number()),
            Self::NineMonths(year) => write!(f, "{:04} 9M", year.number()),
            Self::Year(year) => year.fmt(f),
            Self::Trailing(quarter) => write!(f, "TTM {quarter}"),
            Self::Transition(year) => write!(f, "{:04} transition", year.number()),
        }
    }
}

impl From<FiscalQuarter> for FiscalLabel {
    fn from(quarter: FiscalQuarter) -> Self {
        Self::Quarter(quarter)
    }
}

impl From<FiscalYear> for FiscalLabel {
    fn from(year: FiscalYear) -> Self {
        Self::Year(year)
    }
}

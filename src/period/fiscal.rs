//! [`FiscalYear`] and [`FiscalQuarter`]: a company's names for its years and quarters.

use core::fmt;

use alloc::string::String;

use crate::bounds::FISCAL_YEARS;

/// A fiscal year, such as `FY2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FiscalYear(i16);

/// A fiscal quarter, such as `2025Q2`.
///
/// ```
/// use financials::period::FiscalQuarter;
///
/// let q1 = FiscalQuarter::new(2025, 1)?;
/// assert_eq!(q1.previous(), Some(FiscalQuarter::new(2024, 4)?));
/// assert_eq!("Q1 FY25".parse::<FiscalQuarter>()?, q1);
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FiscalQuarter {
    year: FiscalYear,
    quarter: u8,
}

/// A number or a text that names no fiscal period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LabelError {
    /// The year is outside the range.
    #[error(
        "fiscal year {year} is out of range, it must be {} to {}",
        FISCAL_YEARS.start(), FISCAL_YEARS.end()
    )]
    Year {
        /// The year as given.
        year: i16,
    },
    /// The quarter is none of the four.
    #[error("quarter {quarter} of fiscal year {year} does not exist, it must be 1 to 4")]
    Quarter {
        /// The year as given.
        year: i16,
        /// The quarter as given.
        quarter: u8,
    },
    /// The half is neither of the two.
    #[error("half {half} of fiscal year {year} does not exist, it must be 1 or 2")]
    Half {
        /// The year as given.
        year: i16,
        /// The half as given.
        half: u8,
    },
    /// The text names no fiscal period.
    #[error(
        "'{text}' is not a fiscal label, such as 2025Q2, 2025H1, 2025 9M, FY2025 or TTM 2025Q2"
    )]
    Syntax {
        /// The text, cut after 40 bytes.
        text: String,
    },
    /// The text names a fiscal period of another kind than the one asked for.
    #[error("'{text}' is not a {expected}")]
    Other {
        /// The text, cut after 40 bytes.
        text: String,
        /// What was asked for, such as `fiscal quarter`.
        expected: &'static str,
    },
}

impl FiscalYear {
    /// Returns the fiscal year of this number.
    ///
    /// # Errors
    ///
    /// - `0`, `10000`: outside 1 to 9999.
    pub fn new(year: i16) -> Result<Self, LabelError> {
        if FISCAL_YEARS.contains(&year) { Ok(Self(year)) } else { Err(LabelError::Year { year }) }
    }

    /// Returns its number.
    #[must_use]
    pub fn number(self) -> i16 {
        self.0
    }

    /// Returns one of its quarters.
    ///
    /// # Errors
    ///
    /// - `0`, `5`: there are four.
    pub fn quarter(self, quarter: u8) -> Result<FiscalQuarter, LabelError> {
        FiscalQuarter::new(self.0, quarter)
    }

    /// Returns the next fiscal year; none after 9999.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.plus(1)
    }

    /// Returns the fiscal year before; none before 1.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        self.plus(-1)
    }

    /// Returns the fiscal year so many later, or earlier when negative.
    pub(super) fn plus(self, years: i16) -> Option<Self> {
        Self::new(self.0.checked_add(years)?).ok()
    }
}

impl FiscalQuarter {
    /// Returns a quarter of a fiscal year.
    ///
    /// # Errors
    ///
    /// - `2025`, `5`: there are four quarters.
    /// - `0`, `1`: the year is outside 1 to 9999.
    pub fn new(year: i16, quarter: u8) -> Result<Self, LabelError> {
        let fiscal_year = FiscalYear::new(year)?;
        if (1..=4).contains(&quarter) {
            Ok(Self { year: fiscal_year, quarter })
        } else {
            Err(LabelError::Quarter { year, quarter })
        }
    }

    /// Returns the fiscal year it is in.
    #[must_use]
    pub fn year(self) -> FiscalYear {
        self.year
    }

    /// Returns which of the year's quarters it is, 1 to 4.
    #[must_use]
    pub fn quarter(self) -> u8 {
        self.quarter
    }

    /// Returns the next quarter; none after the last of 9999.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.plus(1)
    }

    /// Returns the quarter before; none before the first of year 1.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        self.plus(-1)
    }

    /// Returns the same quarter of the fiscal year before; none before year 1.
    #[must_use]
    pub fn year_ago(self) -> Option<Self> {
        self.plus(-4)
    }

    /// Returns how many quarters it comes after another; negative when it comes before.
    #[must_use]
    pub fn quarters_since(self, other: Self) -> i32 {
        self.ordinal() - other.ordinal()
    }

    fn ordinal(self) -> i32 {
        i32::from(self.year.0) * 4 + i32::from(self.quarter) - 1
    }

    fn plus(self, quarters: i32) -> Option<Self> {
        let ordinal = self.ordinal() + quarters;
        let year = i16::try_from(ordinal.div_euclid(4)).ok()?;
        let quarter = u8::try_from(ordinal.rem_euclid(4) + 1).ok()?;
        Self::new(year, quarter).ok()
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FY{:04}", self.0)
    }
}

impl fmt::Display for FiscalQuarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}Q{}", self.year.0, self.quarter)
    }
}

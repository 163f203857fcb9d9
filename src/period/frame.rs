//! [`CalendarFrame`]: the calendar's own quarter or year that a period fills most.

use core::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{days, kind::PeriodKind, range::Period};

/// A calendar quarter or year, to be shown beside a fiscal label and never in its place.
///
/// Written as SEC's frames are: `CY2025Q1`, `CY2024`, and `CY2025Q1I` for an instant at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum CalendarFrame {
    /// A quarter of a calendar year.
    Quarter {
        /// The calendar year.
        year: i16,
        /// The quarter, 1 to 4.
        quarter: u8,
    },
    /// The instant nearest to the end of a quarter of a calendar year.
    Instant {
        /// The calendar year.
        year: i16,
        /// The quarter, 1 to 4.
        quarter: u8,
    },
    /// A calendar year.
    Year {
        /// The calendar year.
        year: i16,
    },
}

impl Period {
    /// Returns the calendar quarter or year that holds the middle of the period, or at whose end an
    /// instant is nearest; none for other kinds of period, which SEC's frames do not have either.
    /// A year from July to June belongs to the calendar year of its end.
    ///
    /// ```
    /// use financials::Period;
    ///
    /// // The third quarter of NVIDIA's fiscal 2025.
    /// let q3: Period = "2024-07-29..2024-10-27".parse()?;
    /// assert_eq!(q3.calendar_frame().unwrap().to_string(), "CY2024Q3");
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn calendar_frame(&self) -> Option<CalendarFrame> {
        match self.kind() {
            PeriodKind::Quarter => {
                let (year, quarter) = quarter_of(self.middle()?);
                Some(CalendarFrame::Quarter { year, quarter })
            }
            PeriodKind::Year | PeriodKind::TrailingTwelveMonths => {
                // A year from July to June is half in one and half in the other; SEC's frames put
                // it with its end, which two days past its middle does too.
                Some(CalendarFrame::Year { year: days::later(self.middle()?, 2)?.year() })
            }
            PeriodKind::Instant => {
                // Half a quarter earlier lies in the quarter whose end is nearest.
                let (year, quarter) = quarter_of(days::later(self.end(), -45)?);
                Some(CalendarFrame::Instant { year, quarter })
            }
            _ => None,
        }
    }

    fn middle(&self) -> Option<Date> {
        days::later(self.start(), i64::from(self.days()) / 2)
    }
}

fn quarter_of(date: Date) -> (i16, u8) {
    (date.year(), date.month().unsigned_abs().div_ceil(3))
}

impl fmt::Display for CalendarFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quarter { year, quarter } => write!(f, "CY{year:04}Q{quarter}"),
            Self::Instant { year, quarter } => write!(f, "CY{year:04}Q{quarter}I"),
            Self::Year { year } => write!(f, "CY{year:04}"),
        }
    }
}

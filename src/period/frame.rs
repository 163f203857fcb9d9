//! [`CalendarFrame`]: the calendar's own quarter or year that a period fills most.

use core::{fmt, str::FromStr};

use alloc::string::ToString;

use jiff::civil::Date;

use super::{days, fiscal::LabelError, kind::PeriodKind, range::Period, text::serde_as_text};
use crate::{bounds::QUARTER_DAYS_TYPICAL, decimal::excerpt};

/// A calendar quarter or year, to be shown beside a fiscal label and never in its place.
///
/// Its text, which is also its form in serde, is that of SEC's frames: `CY2025Q1`, `CY2024`, and
/// `CY2025Q1I` for an instant at the quarter's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CalendarFrame {
    year: i16,
    quarter: Option<u8>,
    instant: bool,
}

impl CalendarFrame {
    /// Returns the calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// Returns the quarter of the calendar year, 1 to 4; none when the frame is the year.
    #[must_use]
    pub fn quarter(self) -> Option<u8> {
        self.quarter
    }

    /// Returns whether the frame is of balances, at the quarter's end.
    #[must_use]
    pub fn is_instant(self) -> bool {
        self.instant
    }

    fn quarter_of(date: Date, instant: bool) -> Self {
        let quarter = date.month().unsigned_abs().div_ceil(3);
        Self { year: date.year(), quarter: Some(quarter), instant }
    }
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
        let middle = days::later(self.start(), self.days().cast_signed() / 2)?;
        match self.kind() {
            PeriodKind::Quarter => Some(CalendarFrame::quarter_of(middle, false)),
            PeriodKind::Year | PeriodKind::TrailingTwelveMonths => {
                // A year from July to June is half in one and half in the other; SEC's frames put
                // it with its end, which two days past its middle does too.
                let year = days::later(middle, 2)?.year();
                Some(CalendarFrame { year, quarter: None, instant: false })
            }
            PeriodKind::Instant => {
                // Half a quarter earlier lies in the quarter whose end is nearest.
                Some(CalendarFrame::quarter_of(
                    days::later(self.end(), -(QUARTER_DAYS_TYPICAL.cast_signed() / 2))?,
                    true,
                ))
            }
            _ => None,
        }
    }
}

impl fmt::Display for CalendarFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CY{:04}", self.year)?;
        if let Some(quarter) = self.quarter {
            write!(f, "Q{quarter}{}", if self.instant { "I" } else { "" })?;
        }
        Ok(())
    }
}

impl FromStr for CalendarFrame {
    type Err = LabelError;

    /// Reads what `Display` writes.
    fn from_str(text: &str) -> Result<Self, LabelError> {
        let expected = "calendar frame, such as CY2025Q1, CY2025Q1I or CY2025";
        read(text)
            .filter(|frame| frame.to_string() == text)
            .ok_or_else(|| LabelError::Other { text: excerpt(text), expected })
    }
}

fn read(text: &str) -> Option<CalendarFrame> {
    let rest = text.strip_prefix("CY")?;
    let Some((year, quarter)) = rest.split_once('Q') else {
        return Some(CalendarFrame { year: rest.parse().ok()?, quarter: None, instant: false });
    };
    let number = quarter.strip_suffix('I').unwrap_or(quarter);
    let instant = number.len() < quarter.len();
    let number = number.parse().ok().filter(|number| (1..=4).contains(number))?;
    Some(CalendarFrame { year: year.parse().ok()?, quarter: Some(number), instant })
}

serde_as_text!(CalendarFrame: "a calendar frame, such as \"CY2025Q1\"");

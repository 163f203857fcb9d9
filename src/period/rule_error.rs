//! [`RuleError`]: why a rule for a fiscal year cannot be.

use alloc::string::String;

use crate::bounds::QUARTER_WEEKS;

/// Why a rule for the end of a fiscal year, or for its quarters, cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleError {
    /// The month does not exist.
    #[error("month {month} does not exist, it must be 1 to 12")]
    Month {
        /// The month as given.
        month: i8,
    },
    /// The month has no such day.
    #[error("month {month} never has a day {day}")]
    Day {
        /// The month as given.
        month: i8,
        /// The day as given.
        day: i8,
    },
    /// The text is no rule for a year's end.
    #[error(
        "'{text}' is not a rule for a year's end, such as 'end of December', \
         'last Saturday of September' or 'Saturday nearest 31 January'"
    )]
    Syntax {
        /// The text, cut after 40 bytes.
        text: String,
    },
    /// The weeks of the quarters make no year.
    #[error(
        "quarters of {weeks:?} weeks make no year, each must have {} to {} and all four 52",
        QUARTER_WEEKS.start(), QUARTER_WEEKS.end()
    )]
    Weeks {
        /// The weeks as given.
        weeks: [u8; 4],
    },
    /// The 53rd week is in none of the four quarters.
    #[error("quarter {quarter} cannot have the 53rd week, it must be 1 to 4")]
    ExtraWeek {
        /// The quarter as given.
        quarter: u8,
    },
}

//! [`Quarters`]: how a fiscal year divides into its quarters.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::rule_error::RuleError;
use crate::bounds::QUARTER_WEEKS;

/// How a fiscal year divides into its four quarters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Quarters(Division);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Division {
    Months,
    Weeks { weeks: [u8; 4], extra_week_in: u8 },
}

impl Quarters {
    /// Every quarter ends by the rule of the year's end, three months apart: at month ends, or on
    /// the last Sunday of March, June, September and December.
    pub const MONTHS: Self = Self(Division::Months);

    /// Four quarters of 13 weeks, the 53rd week in the last.
    pub const WEEKS: Self = Self(Division::Weeks { weeks: [13; 4], extra_week_in: 4 });

    /// Returns quarters of so many weeks each, the 53rd week in the last: 12/12/12/16 for Costco,
    /// 16/12/12/12 for Kroger.
    ///
    /// The last quarter ends with the year, whatever its weeks.
    ///
    /// # Errors
    ///
    /// - `[13, 13, 13, 14]`: 53 weeks, and a year has 52.
    /// - `[10, 14, 14, 14]`: a quarter has 12 to 16 weeks.
    pub fn weeks(weeks: [u8; 4]) -> Result<Self, RuleError> {
        let each = weeks.iter().all(|weeks| QUARTER_WEEKS.contains(weeks));
        if each && weeks.iter().sum::<u8>() == 52 {
            Ok(Self(Division::Weeks { weeks, extra_week_in: 4 }))
        } else {
            Err(RuleError::Weeks { weeks })
        }
    }

    /// Returns the same quarters with the 53rd week of a long year in this one, 1 to 4.
    ///
    /// Most companies have it in the last, Apple and Intel in the first.
    ///
    /// Quarters that end at month ends have no such week.
    ///
    /// # Errors
    ///
    /// - `0`, `5`: there are four quarters.
    pub fn with_extra_week_in(self, quarter: u8) -> Result<Self, RuleError> {
        if !(1..=4).contains(&quarter) {
            return Err(RuleError::ExtraWeek { quarter });
        }
        Ok(match self.0 {
            Division::Months => self,
            Division::Weeks { weeks, .. } => {
                Self(Division::Weeks { weeks, extra_week_in: quarter })
            }
        })
    }

    /// Returns the days from the start of a year to the end of one of its first three quarters;
    /// none when the quarters end by months.
    pub(super) fn days_to_end_of(self, quarter: u8, year_days: u32) -> Option<i32> {
        match self.0 {
            Division::Months => None,
            Division::Weeks { weeks, extra_week_in } => {
                let whole: i32 = weeks.iter().zip(1..=quarter).map(|(w, _)| i32::from(*w)).sum();
                let extra = year_days == 53 * 7 && extra_week_in <= quarter;
                Some((whole + i32::from(extra)) * 7)
            }
        }
    }
}

impl fmt::Display for Quarters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Division::Months => f.write_str("quarters of three months"),
            Division::Weeks { weeks: [a, b, c, d], extra_week_in } => write!(
                f,
                "quarters of {a}, {b}, {c} and {d} weeks, a 53rd week in quarter {extra_week_in}"
            ),
        }
    }
}

/// The form in serde: `"months"`, or `{"weeks": {"weeks": [12, 12, 12, 16], "extra_week_in": 4}}`.
#[derive(Serialize, Deserialize)]
#[serde(expecting = "enum Quarters", rename_all = "snake_case", deny_unknown_fields)]
enum Wire {
    Months,
    Weeks { weeks: [u8; 4], extra_week_in: u8 },
}

impl TryFrom<Wire> for Quarters {
    type Error = RuleError;

    fn try_from(wire: Wire) -> Result<Self, RuleError> {
        match wire {
            Wire::Months => Ok(Self::MONTHS),
            Wire::Weeks { weeks, extra_week_in } => {
                Self::weeks(weeks)?.with_extra_week_in(extra_week_in)
            }
        }
    }
}

impl From<Quarters> for Wire {
    fn from(quarters: Quarters) -> Self {
        match quarters.0 {
            Division::Months => Self::Months,
            Division::Weeks { weeks, extra_week_in } => Self::Weeks { weeks, extra_week_in },
        }
    }
}

//! [`Nature`]: what kind of number a line item is.

use serde::{Deserialize, Serialize};

/// What kind of number a line item is: its unit, and what happens to it over several periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Money over a period, such as revenue: four quarters add up to the year.
    Flow,
    /// Money on a date, such as total assets: never added over periods.
    Balance,
    /// Money for one share over a period, such as earnings per share: never added over periods,
    /// since each quarter has its own share count.
    PerShareFlow,
    /// Money for one share on a date or for a named twelve months, such as a price.
    Price,
    /// An average number of shares over a period: never added over periods.
    WeightedShares,
    /// A number of shares on a date.
    Shares,
    /// A fraction, printed as a percentage: a tax rate of 21% is 0.21.
    Rate,
    /// A number of things other than shares on a date, such as employees.
    Count,
    /// A number without a unit that is no part of anything, such as beta.
    Coefficient,
}

impl Nature {
    /// Returns whether the amounts of consecutive periods add up to that of the whole.
    #[must_use]
    pub const fn is_additive(self) -> bool {
        matches!(self, Self::Flow)
    }

    /// Returns whether the number belongs to a period and not to a date.
    #[must_use]
    pub const fn is_over_a_period(self) -> bool {
        matches!(self, Self::Flow | Self::PerShareFlow | Self::WeightedShares)
    }
}

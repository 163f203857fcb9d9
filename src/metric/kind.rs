//! [`Kind`]: what a metric's value is; [`Dimension`]: what the check of a formula works with.

use core::fmt::{self, Display};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    currency::Currency,
    item::Nature,
    quantity::{Checked, Days, Money, Multiple, Operand as _, PerShare, Ratio, Shares, plain},
};

/// What the value of a metric is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Money over the period evaluated, such as free cash flow.
    Flow,
    /// Money on a date or over twelve months, such as market capitalisation.
    Money,
    /// Money for one share over the period evaluated.
    PerShareFlow,
    /// Money for one share on a date or over twelve months, such as book value per share.
    PerShare,
    /// A number of shares.
    Shares,
    /// A fraction, printed as a percentage: 46% is 0.46.
    Ratio,
    /// A number of times, printed as `3.4x`.
    Multiple,
    /// A number of days.
    Days,
    /// Points of a score, such as Altman's Z, and coefficients such as beta.
    Score,
    /// A number of things, such as employees.
    Count,
}

impl Kind {
    /// Returns the kind of a line item's amount.
    #[must_use]
    pub const fn of(nature: Nature) -> Self {
        match nature {
            Nature::Flow => Self::Flow,
            Nature::Balance => Self::Money,
            Nature::PerShareFlow => Self::PerShareFlow,
            Nature::Price => Self::PerShare,
            Nature::WeightedShares | Nature::Shares => Self::Shares,
            Nature::Rate => Self::Ratio,
            Nature::Count => Self::Count,
            Nature::Coefficient => Self::Score,
        }
    }

    /// Returns whether its numbers are amounts in a currency.
    #[must_use]
    pub const fn is_in_a_currency(self) -> bool {
        matches!(self, Self::Flow | Self::Money | Self::PerShareFlow | Self::PerShare)
    }

    /// Prints a number of this kind, amounts in their currency.
    pub(crate) fn print(
        self,
        number: Decimal,
        currency: Option<Currency>,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        match (self, currency) {
            (Self::Flow | Self::Money, Some(currency)) => {
                Money::from_result(Checked(number), currency).fmt(f)
            }
            (Self::PerShareFlow | Self::PerShare, Some(currency)) => {
                PerShare::from_result(Checked(number), currency).fmt(f)
            }
            (Self::Shares, _) => Shares::from_result(Checked(number), ()).fmt(f),
            (Self::Ratio, _) => Ratio::from_result(Checked(number), ()).fmt(f),
            (Self::Multiple, _) => Multiple::from_result(Checked(number), ()).fmt(f),
            (Self::Days, _) => Days::from_result(Checked(number), ()).fmt(f),
            _ => plain(number, f),
        }
    }

    /// Returns the dimension that a formula of this kind must have.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::Flow => Dimension::of(Nature::Flow),
            Self::Money => Dimension::of(Nature::Balance),
            Self::PerShareFlow => Dimension::of(Nature::PerShareFlow),
            Self::PerShare => Dimension::of(Nature::Price),
            Self::Shares => Dimension::of(Nature::Shares),
            Self::Ratio | Self::Multiple | Self::Score | Self::Count => Dimension::PURE,
            Self::Days => Dimension { days: 1, ..Dimension::PURE },
        }
    }
}

/// The unit of an expression as exponents, and whether it belongs to the period evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// The exponent of money.
    pub money: i8,
    /// The exponent of shares.
    pub shares: i8,
    /// The exponent of days.
    pub days: i8,
    /// The exponent of the period evaluated: 1 for what a quarter adds up, 0 for a balance and for
    /// twelve months, -1 for a balance over a quarter's flow.
    pub period: i8,
}

impl Dimension {
    /// A number without a unit.
    pub const PURE: Self = Self { money: 0, shares: 0, days: 0, period: 0 };

    /// Returns the dimension of a measure of that nature.
    #[must_use]
    pub const fn of(nature: Nature) -> Self {
        let (money, shares) = match nature {
            Nature::Flow | Nature::Balance => (1, 0),
            Nature::PerShareFlow | Nature::Price => (1, -1),
            Nature::WeightedShares | Nature::Shares => (0, 1),
            Nature::Rate | Nature::Count | Nature::Coefficient => (0, 0),
        };
        // An average share count is the same number whatever the length of its period.
        let period = matches!(nature, Nature::Flow | Nature::PerShareFlow) as i8;
        Self { money, shares, days: 0, period }
    }

    /// Returns whether the units are the same, the period included.
    #[must_use]
    pub const fn is_same_unit(self, other: Self) -> bool {
        self.money == other.money
            && self.shares == other.shares
            && self.days == other.days
            && self.period == other.period
    }

    /// Returns the dimension of a product (`sign` 1) or a quotient (`sign` -1).
    ///
    /// Exponents past a sixteenth power saturate; no formula that is accepted comes near.
    pub(crate) const fn combine(self, other: Self, sign: i8) -> Self {
        Self {
            money: self.money.saturating_add(other.money.saturating_mul(sign)),
            shares: self.shares.saturating_add(other.shares.saturating_mul(sign)),
            days: self.days.saturating_add(other.days.saturating_mul(sign)),
            period: self.period.saturating_add(other.period.saturating_mul(sign)),
        }
    }

    /// Returns the plainest kind of number that has this unit.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match (self.money, self.shares, self.days, self.period) {
            (1, 0, 0, 1) => Kind::Flow,
            (1, 0, 0, _) => Kind::Money,
            (1, -1, 0, 1) => Kind::PerShareFlow,
            (1, -1, 0, _) => Kind::PerShare,
            (0, 1, 0, _) => Kind::Shares,
            (0, 0, 1, _) => Kind::Days,
            _ => Kind::Score,
        }
    }
}

impl Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.money, self.shares, self.days) {
            (0, 0, 0) => f.write_str("a plain number"),
            (1, 0, 0) => f.write_str("money"),
            (1, -1, 0) => f.write_str("money per share"),
            (0, 1, 0) => f.write_str("shares"),
            (0, 0, 1) => f.write_str("days"),
            (money, shares, days) => write!(f, "money^{money} shares^{shares} days^{days}"),
        }?;
        match self.period {
            0 => Ok(()),
            1 => f.write_str(" over the period"),
            -1 => f.write_str(" by the period's length"),
            other => write!(f, " by the period^{other}"),
        }
    }
}

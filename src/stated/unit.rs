//! [`Unit`]: what a stated figure counts.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::{bounds::AMOUNT_PLACES_MAX, currency::Currency};

/// What a stated figure counts.
///
/// A per-share amount is printed as money, so it is money here; the metric that a caller compares
/// it with says that it is per share.
///
/// ```
/// use financials::{Currency, Stated, stated::Unit};
///
/// assert_eq!(Stated::parse("€3.2bn")?.unit(), Unit::Money(Currency::EUR));
/// assert_eq!(Stated::parse("50 bps")?.unit(), Unit::Ratio);
/// assert_eq!(Stated::parse("47M")?.unit().kind(), "count");
/// # Ok::<(), financials::stated::StatedError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unit {
    /// An amount in major units of a currency: dollars, not cents.
    Money(Currency),
    /// A part of one: 48% and 4,800 basis points are 0.48.
    Ratio,
    /// A number of times: `277×`, `3.4x`, `-fold`.
    Multiple,
    /// A number of things: shares, customers, miles.
    Count,
    /// A number of days.
    Days,
}

impl Unit {
    /// Returns the kind's name in data: `money`, `ratio`, `multiple`, `count` or `days`.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Money(_) => "money",
            Self::Ratio => "ratio",
            Self::Multiple => "multiple",
            Self::Count => "count",
            Self::Days => "days",
        }
    }

    /// Returns the finest place that is kept, as a number of decimals: a basis point is the fourth
    /// decimal of one, and may have decimals of its own.
    pub(super) const fn places_max(self) -> u32 {
        match self {
            Self::Ratio => AMOUNT_PLACES_MAX + 4,
            _ => AMOUNT_PLACES_MAX,
        }
    }

    /// Returns the coarsest place that is kept, as a number of decimals: that of one per cent, or
    /// of the largest scale word, one trillion.
    pub(super) const fn places_min(self) -> i32 {
        match self {
            Self::Ratio => 2,
            _ => -12,
        }
    }

    /// Returns the currency of an amount of money.
    #[must_use]
    pub fn currency(self) -> Option<Currency> {
        match self {
            Self::Money(currency) => Some(currency),
            _ => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.currency() {
            Some(currency) => write!(f, "money in {currency}"),
            None => f.write_str(self.kind()),
        }
    }
}

//! [`PriceTargets`]: where analysts see the price.

use alloc::string::String;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::returns::simple_return;
use crate::{
    currency::Currency,
    quantity::{PerShare, Ratio},
    undefined::Undefined,
};

/// Where analysts see the price: the lowest and the highest target, and their mean.
///
/// ```
/// use financials::{Currency, PerShare, market::PriceTargets};
///
/// let usd = |text: &str| PerShare::parse(text, Currency::USD);
/// let street = PriceTargets::between(usd("4.60")?, usd("8.00")?)?;
/// let upside = street.upside(usd("7.79")?)?;
/// assert_eq!(format!("{:.1} to {:+.1}", upside.low(), upside.high()), "-40.9% to +2.7%");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "TargetsWire", into = "TargetsWire")]
pub struct PriceTargets {
    low: PerShare,
    high: PerShare,
    mean: Option<PerShare>,
    analysts: Option<u32>,
    provider: Option<String>,
}

/// Price targets that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PriceTargetError {
    /// The targets are not in one currency.
    #[error("price targets must be in one currency, not {left} and {right}")]
    Currencies {
        /// The lowest target's.
        left: Currency,
        /// The other one's.
        right: Currency,
    },
    /// The lowest target is above the highest.
    #[error("price target low {low} is above high {high}")]
    Crossed {
        /// The lowest target as given.
        low: Decimal,
        /// The highest target as given.
        high: Decimal,
    },
    /// The mean is not between the lowest target and the highest.
    #[error("price target {value} is not between the lowest {low} and the highest {high}")]
    Order {
        /// The lowest target as given.
        low: Decimal,
        /// The highest target as given.
        high: Decimal,
        /// The one that is out of order.
        value: Decimal,
    },
}

impl PriceTargets {
    /// Makes targets of the lowest and the highest.
    ///
    /// # Errors
    ///
    /// - `low` above `high`, or in another currency.
    pub fn between(low: PerShare, high: PerShare) -> Result<Self, PriceTargetError> {
        let targets = Self { low, high, mean: None, analysts: None, provider: None };
        targets.in_order(high)
    }

    /// Makes the target of one analyst.
    #[must_use]
    pub fn single(target: PerShare) -> Self {
        Self { low: target, high: target, mean: Some(target), analysts: Some(1), provider: None }
    }

    /// Adds the mean target.
    ///
    /// # Errors
    ///
    /// - a mean that is not between the lowest and the highest, or in another currency.
    pub fn with_mean(self, mean: PerShare) -> Result<Self, PriceTargetError> {
        Self { mean: Some(mean), ..self }.in_order(mean)
    }

    /// Adds who set or collected them.
    #[must_use]
    pub fn by(self, provider: impl Into<String>) -> Self {
        Self { provider: Some(provider.into()), ..self }
    }

    /// Adds how many analysts they are of.
    #[must_use]
    pub fn from_analysts(self, count: u32) -> Self {
        Self { analysts: Some(count), ..self }
    }

    /// Returns the lowest target.
    #[must_use]
    pub fn low(&self) -> PerShare {
        self.low
    }

    /// Returns the mean target.
    #[must_use]
    pub fn mean(&self) -> Option<PerShare> {
        self.mean
    }

    /// Returns the highest target.
    #[must_use]
    pub fn high(&self) -> PerShare {
        self.high
    }

    /// Returns how many analysts they are of.
    #[must_use]
    pub fn analysts(&self) -> Option<u32> {
        self.analysts
    }

    /// Returns who set or collected them.
    #[must_use]
    pub fn provider(&self) -> Option<&str> {
        self.provider.as_deref()
    }

    /// Returns what a holder would gain from the price to each target; negative where a target is
    /// below the price.
    ///
    /// # Errors
    ///
    /// - a price that is not above zero, or in another currency.
    pub fn upside(&self, price: PerShare) -> Result<Upside, Undefined> {
        Ok(Upside {
            low: simple_return(price, self.low)?,
            mean: self.mean.map(|mean| simple_return(price, mean)).transpose()?,
            high: simple_return(price, self.high)?,
        })
    }

    fn in_order(self, value: PerShare) -> Result<Self, PriceTargetError> {
        let (left, right) = (self.low.currency(), value.currency());
        if left != right {
            return Err(PriceTargetError::Currencies { left, right });
        }
        let (low, high, value) = (self.low.number(), self.high.number(), value.number());
        if low > high {
            return Err(PriceTargetError::Crossed { low, high });
        }
        if value < low || value > high {
            return Err(PriceTargetError::Order { low, high, value });
        }
        Ok(self)
    }
}

/// The way from a price to price targets, as parts of the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Upside {
    low: Ratio,
    mean: Option<Ratio>,
    high: Ratio,
}

impl Upside {
    /// Returns the upside to the lowest target.
    #[must_use]
    pub fn low(&self) -> Ratio {
        self.low
    }

    /// Returns the upside to the mean target.
    #[must_use]
    pub fn mean(&self) -> Option<Ratio> {
        self.mean
    }

    /// Returns the upside to the highest target.
    #[must_use]
    pub fn high(&self) -> Ratio {
        self.high
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct PriceTargets")]
struct TargetsWire {
    low: PerShare,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mean: Option<PerShare>,
    high: PerShare,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    analysts: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    provider: Option<String>,
}

impl TryFrom<TargetsWire> for PriceTargets {
    type Error = PriceTargetError;

    fn try_from(wire: TargetsWire) -> Result<Self, PriceTargetError> {
        let TargetsWire { low, mean, high, analysts, provider } = wire;
        let targets = Self { analysts, provider, ..Self::between(low, high)? };
        match mean {
            Some(mean) => targets.with_mean(mean),
            None => Ok(targets),
        }
    }
}

impl From<PriceTargets> for TargetsWire {
    fn from(targets: PriceTargets) -> Self {
        let PriceTargets { low, high, mean, analysts, provider } = targets;
        Self { low, mean, high, analysts, provider }
    }
}

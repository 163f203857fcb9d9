//! [`Reaction`]: what the market made of an announcement.

use serde::{Deserialize, Serialize};

use super::returns::{implied_earlier_price, simple_return};
use crate::{
    quantity::{Money, PerShare, Ratio, Shares},
    undefined::Undefined,
};

/// The share price before and after an announcement, and what changed.
///
/// ```
/// use financials::{Currency, PerShare, Ratio, market::Reaction};
///
/// // The shares rose 10.7% and closed at 7.79.
/// let close = PerShare::parse("7.79", Currency::USD)?;
/// let reaction = Reaction::to_close(close, Ratio::parse("0.107")?)?;
/// assert_eq!(format!("{:.2}", reaction.before()), "$7.04");
/// assert_eq!(format!("{:.1}", reaction.change()), "10.7%");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Reaction {
    before: PerShare,
    after: PerShare,
    change: Ratio,
    /// Which of the two was given; the other one is computed from it.
    is_change_given: bool,
}

impl Reaction {
    /// Makes it of the close before the announcement and the one after it.
    ///
    /// # Errors
    ///
    /// - a close before that is not above zero, or in another currency.
    pub fn between(before: PerShare, after: PerShare) -> Result<Self, Undefined> {
        let change = simple_return(before, after)?;
        Ok(Self { before, after, change, is_change_given: false })
    }

    /// Makes it of the close after the announcement and the change to it, which imply the close
    /// before, rounded to 28 significant digits.
    ///
    /// # Errors
    ///
    /// - a change of -100% or less.
    pub fn to_close(after: PerShare, change: Ratio) -> Result<Self, Undefined> {
        let before = implied_earlier_price(after, change)?;
        Ok(Self { before, after, change, is_change_given: true })
    }

    /// Returns the close before.
    #[must_use]
    pub fn before(&self) -> PerShare {
        self.before
    }

    /// Returns the close after.
    #[must_use]
    pub fn after(&self) -> PerShare {
        self.after
    }

    /// Returns the change as a part of the close before.
    #[must_use]
    pub fn change(&self) -> Ratio {
        self.change
    }

    /// Returns by how much the company's market value changed: the close after less the one before,
    /// times the shares.
    ///
    /// # Errors
    ///
    /// - a value out of range.
    pub fn value_change(&self, shares: Shares) -> Result<Money, Undefined> {
        Ok(((self.after - self.before)? * shares)?)
    }
}

/// A price after an announcement with neither or both of what it is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReactionError {
    /// Neither or both are given.
    #[error("a reaction has either the price before or the change, and the other is computed")]
    Given,
    /// The prices have no change between them, or the change no price before it.
    #[error(transparent)]
    Undefined(#[from] Undefined),
}

/// What was given: two prices, or one and the change.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Reaction")]
struct Wire {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<PerShare>,
    after: PerShare,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    change: Option<Ratio>,
}

impl TryFrom<Wire> for Reaction {
    type Error = ReactionError;

    fn try_from(wire: Wire) -> Result<Self, ReactionError> {
        match (wire.before, wire.change) {
            (Some(before), None) => Ok(Self::between(before, wire.after)?),
            (None, Some(change)) => Ok(Self::to_close(wire.after, change)?),
            _ => Err(ReactionError::Given),
        }
    }
}

impl From<Reaction> for Wire {
    fn from(reaction: Reaction) -> Self {
        let Reaction { before, after, change, is_change_given } = reaction;
        Self {
            before: (!is_change_given).then_some(before),
            after,
            change: is_change_given.then_some(change),
        }
    }
}

//! [`GuidanceError`]: guidance that cannot be, or that has no answer to a question.

use rust_decimal::Decimal;

use core::fmt;

use crate::{
    currency::Currency, expected::SubjectError, metric::Measure, quantity::QuantityError, stated,
    undefined::Undefined,
};

/// Guidance that cannot be, or that has no answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GuidanceError {
    /// The ends of a range are the wrong way round.
    #[error(
        "guidance low {low}{} is above high {high}{}",
        Code(*currency), Code(*currency)
    )]
    Order {
        /// The low end as given.
        low: Decimal,
        /// The high end as given.
        high: Decimal,
        /// Their currency, if they are money.
        currency: Option<Currency>,
    },
    /// A margin to either side is negative.
    #[error("guidance margin {margin} must not be negative")]
    NegativeMargin {
        /// The margin as given.
        margin: Decimal,
    },
    /// A stated figure is in another unit than the guidance.
    #[error(transparent)]
    Unit(#[from] stated::UnitError),
    /// A stated figure is hedged in a way that guidance has no form for.
    #[error("guidance has no form for '{}'", .bound.words())]
    Hedge {
        /// The hedge.
        bound: stated::Bound,
    },
    /// The guidance was withdrawn, so nothing can be held against it.
    #[error("the guidance was withdrawn")]
    Withdrawn,
    /// Two pieces of guidance are about different measures.
    #[error("guidance on {later} does not revise guidance on {earlier}")]
    MeasuresDiffer {
        /// The measure of the earlier one.
        earlier: Measure,
        /// The measure of the later one.
        later: Measure,
    },
    /// The guidance is of another unit than its measure.
    #[error(transparent)]
    Subject(#[from] SubjectError),
    /// The calculation has no result.
    #[error(transparent)]
    Undefined(#[from] Undefined),
    /// An end of the guidance is out of range, or its ends are in different currencies.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
}

/// A currency's code behind a number.
struct Code(Option<Currency>);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(currency) => write!(f, " {currency}"),
            None => Ok(()),
        }
    }
}

//! [`Error`]: what any fallible call can be turned into.

use crate::{
    currency::CurrencyError,
    decimal::DecimalError,
    item::{ItemError, NameError},
    metric::MetricError,
};

/// Any error of the crate.
///
/// Each call returns the narrowest error that says what can go wrong; every one of them turns into
/// this by `?`. A message is lower case, names the parameter, its value and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A text is no decimal number.
    #[error(transparent)]
    Decimal(#[from] DecimalError),
    /// A text names no currency.
    #[error(transparent)]
    Currency(#[from] CurrencyError),
    /// A text names no line item.
    #[error(transparent)]
    Item(#[from] ItemError),
    /// A text names no metric.
    #[error(transparent)]
    Metric(#[from] MetricError),
    /// A text cannot name a measure.
    #[error(transparent)]
    Name(#[from] NameError),
}

//! [`Error`]: what any fallible call can be turned into.

use crate::{currency::CurrencyError, decimal::DecimalError, interval::IntervalError};

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
    /// An interval cannot be made.
    #[error(transparent)]
    Interval(#[from] IntervalError),
}

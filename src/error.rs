//! [`Error`]: what any fallible call can be turned into.

use crate::{
    currency::CurrencyError,
    decimal::DecimalError,
    figure::{AccessionError, FigureError},
    quantity::QuantityError,
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
    /// A quantity cannot be made, or an operation on two has no result.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
    /// A text is no accession number.
    #[error(transparent)]
    Accession(#[from] AccessionError),
    /// A value is no figure.
    #[error(transparent)]
    Figure(#[from] FigureError),
}

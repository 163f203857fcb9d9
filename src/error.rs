//! [`Error`]: what any fallible call can be turned into.

use crate::{
    currency::CurrencyError,
    decimal::DecimalError,
    period::{CalendarError, LabelError, NotComparable, PeriodError, RuleError},
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
    /// Dates or a text make no period.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// Numbers or a text name no fiscal period.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// A rule for a fiscal year cannot be.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// A fiscal calendar cannot be, or has no such period.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// Two periods may not be compared year over year.
    #[error(transparent)]
    NotComparable(#[from] NotComparable),
}

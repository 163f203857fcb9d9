//! [`QuantityError`]: a quantity that cannot be made, or an operation that has no exact result.

use core::fmt;

use rust_decimal::Decimal;

use crate::{
    bounds::{AMOUNT_LIMIT, AMOUNT_PLACES_MAX, DIGITS_MAX},
    currency::{Currency, CurrencyError},
    decimal::{DecimalError, excerpt},
};

/// A quantity that cannot be made, or an operation without a result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuantityError {
    /// An amount is too large.
    #[error(
        "{kind} {value} is out of range, must be smaller than 10^{} in magnitude",
        AMOUNT_LIMIT.ilog10()
    )]
    OutOfRange {
        /// What it is an amount of, such as `money`.
        kind: &'static str,
        /// The amount as given.
        value: Decimal,
    },
    /// An amount that came in has more decimals than an exact sum can keep.
    #[error("{kind} {value} has more than {AMOUNT_PLACES_MAX} decimals")]
    Places {
        /// What it is an amount of, such as `money`.
        kind: &'static str,
        /// The amount as given.
        value: Decimal,
    },
    /// A number has more significant digits than arithmetic keeps.
    #[error("{kind} {value} needs more than {DIGITS_MAX} significant digits or decimals")]
    Digits {
        /// The kind of number, such as `ratio`.
        kind: &'static str,
        /// The number as given.
        value: Decimal,
    },
    /// Two currencies meet.
    #[error("cannot {}", .operation.phrase(.left.code(), .right.code()))]
    Currencies {
        /// The operation.
        operation: Operation,
        /// The currency of its left operand.
        left: Currency,
        /// The currency of its right operand.
        right: Currency,
    },
    /// A sum or difference of amounts would have to be rounded.
    #[error(
        "cannot {} exactly: more than {DIGITS_MAX} significant digits; round an operand first",
        .operation.phrase(.left, .right)
    )]
    Inexact {
        /// The operation.
        operation: Operation,
        /// Its left operand.
        left: Decimal,
        /// Its right operand.
        right: Decimal,
    },
    /// A result is too large for its kind.
    #[error("cannot {}: the result is out of range", .operation.phrase(.left, .right))]
    Overflow {
        /// The operation.
        operation: Operation,
        /// Its left operand.
        left: Decimal,
        /// Its right operand.
        right: Decimal,
    },
    /// The divisor is zero.
    #[error("cannot divide {left} by {kind} 0")]
    ZeroDivisor {
        /// What was to be divided.
        left: Decimal,
        /// The kind of the divisor, such as `share count`.
        kind: &'static str,
    },
    /// A code named as a minor unit is a currency of its own.
    #[error("currency '{code}' is not a quote in a minor unit, such as GBX")]
    NotMinorUnit {
        /// The code as given.
        code: alloc::string::String,
    },
    /// A text is no decimal number.
    #[error(transparent)]
    Decimal(#[from] DecimalError),
    /// A text names no currency.
    #[error(transparent)]
    Currency(#[from] CurrencyError),
}

impl QuantityError {
    pub(crate) fn not_minor_unit(code: &str) -> Self {
        Self::NotMinorUnit { code: excerpt(code) }
    }
}

/// An operation on two quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Operation {
    /// `left + right`.
    Add,
    /// `left - right`.
    Subtract,
    /// `left × right`.
    Multiply,
    /// `left ÷ right`.
    Divide,
}

impl Operation {
    /// Returns the operation in words, as in "add EUR to USD".
    fn phrase(self, left: impl fmt::Display, right: impl fmt::Display) -> impl fmt::Display {
        Phrase { operation: self, left, right }
    }
}

/// An operation with its operands, as it is printed.
struct Phrase<L, R> {
    operation: Operation,
    left: L,
    right: R,
}

impl<L: fmt::Display, R: fmt::Display> fmt::Display for Phrase<L, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, left, right } = self;
        match operation {
            Operation::Add => write!(f, "add {right} to {left}"),
            Operation::Subtract => write!(f, "subtract {right} from {left}"),
            Operation::Multiply => write!(f, "multiply {left} by {right}"),
            Operation::Divide => write!(f, "divide {left} by {right}"),
        }
    }
}

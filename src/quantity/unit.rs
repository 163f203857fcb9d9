//! The unit of a quantity: a currency, or none.

use super::{Operation, QuantityError};
use crate::currency::Currency;

/// What a quantity is counted in, beside its kind.
pub trait Unit: Copy + PartialEq + Combine<(), Unit = Self> + Combine<Self, Unit = ()> {
    /// Returns the currency, if there is one.
    fn currency(self) -> Option<Currency>;

    /// Returns the unit with that currency, or with none.
    fn of_currency(currency: Option<Currency>) -> Option<Self>;
}

impl Unit for Currency {
    fn currency(self) -> Option<Currency> {
        Some(self)
    }

    fn of_currency(currency: Option<Currency>) -> Option<Self> {
        currency
    }
}

impl Unit for () {
    fn currency(self) -> Option<Currency> {
        None
    }

    fn of_currency(currency: Option<Currency>) -> Option<Self> {
        currency.is_none().then_some(())
    }
}

/// The unit of a result, from the units of its operands.
pub trait Combine<Right> {
    /// The result's unit.
    type Unit;

    /// Combines the units, unless they are two currencies.
    fn combine(self, right: Right, operation: Operation) -> Result<Self::Unit, QuantityError>;
}

impl Combine<()> for () {
    type Unit = ();

    fn combine(self, (): (), _: Operation) -> Result<(), QuantityError> {
        Ok(())
    }
}

impl Combine<()> for Currency {
    type Unit = Self;

    fn combine(self, (): (), _: Operation) -> Result<Self, QuantityError> {
        Ok(self)
    }
}

impl Combine<Currency> for () {
    type Unit = Currency;

    fn combine(self, right: Currency, _: Operation) -> Result<Currency, QuantityError> {
        Ok(right)
    }
}

/// Two amounts in one currency: the currency cancels in a quotient, and stays the left one's in a
/// sum.
impl Combine<Self> for Currency {
    type Unit = ();

    fn combine(self, right: Self, operation: Operation) -> Result<(), QuantityError> {
        if self == right {
            Ok(())
        } else {
            Err(QuantityError::Currencies { operation, left: self, right })
        }
    }
}

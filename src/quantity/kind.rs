//! What the kinds of quantity share: a decimal, a unit, limits, constructors, serde.

use rust_decimal::Decimal;

use super::{QuantityError, unit::Unit};
use crate::{
    arith,
    bounds::{AMOUNT_LIMIT, AMOUNT_PLACES_MAX, DIGITS_MAX},
};

/// A kind of quantity, as the operators see it.
pub trait Operand: Copy {
    /// `Currency` for money, nothing for a plain number.
    type Unit: Unit;
    /// The word for it in messages.
    const NAME: &'static str;
    /// Whether it is an amount, whose sums are exact or refused, or a number computed from amounts.
    const IS_AMOUNT: bool;
    /// The exponents of money, shares and days in its dimension.
    const EXPONENTS: [i8; 3];

    /// Returns the number of units.
    fn number(self) -> Decimal;
    /// Returns the unit.
    fn unit(self) -> Self::Unit;
    /// Makes the quantity of a result.
    fn from_result(result: Checked, unit: Self::Unit) -> Self;
}

/// A number within the limits of its kind; only the crate can make one.
pub struct Checked(pub(crate) Decimal);

/// Holds an amount that comes in to the limits under which sums are exact.
pub(crate) fn amount_within_limits(
    kind: &'static str,
    value: Decimal,
) -> Result<Decimal, QuantityError> {
    let value = arith::normal(value);
    if is_past_limit(value) {
        return Err(QuantityError::OutOfRange { kind, value });
    }
    if value.scale() > AMOUNT_PLACES_MAX {
        return Err(QuantityError::Places { kind, value });
    }
    Ok(value)
}

/// Returns whether an amount is too large; results of arithmetic are held to the same bound.
pub(super) fn is_past_limit(value: Decimal) -> bool {
    value.abs() >= arith::build(AMOUNT_LIMIT, 0, false)
}

/// Holds a number of kind `K` to its limits as it comes in.
pub(super) fn incoming<K: Operand>(value: Decimal) -> Result<Decimal, QuantityError> {
    if K::IS_AMOUNT {
        return amount_within_limits(K::NAME, value);
    }
    if arith::significant_digits(value) > DIGITS_MAX {
        return Err(QuantityError::Digits { kind: K::NAME, value });
    }
    Ok(arith::normal(value))
}

/// Holds a number of kind `K` that is read back to what arithmetic can have produced.
pub(crate) fn read_back<K: Operand>(value: Decimal) -> Result<Decimal, QuantityError> {
    if K::IS_AMOUNT && is_past_limit(value) {
        return Err(QuantityError::OutOfRange { kind: K::NAME, value });
    }
    Ok(value)
}

/// Gives a kind its constructors, accessors and serde form: in a currency, or a plain number.
macro_rules! kind {
    ($kind:ident in a currency, $name:literal, $exponents:expr) => {
        impl $kind {
            /// Makes the amount of a decimal, or of a whole number.
            ///
            /// # Errors
            ///
            /// - `10000000000000000000` — not smaller than 10^19 in magnitude.
            /// - `0.0000000001` — more than 9 decimals.
            pub fn new(
                amount: impl Into<Decimal>,
                currency: Currency,
            ) -> Result<Self, QuantityError> {
                Ok(Self { amount: kind::incoming::<Self>(amount.into())?, currency })
            }

            /// Reads the amount from a decimal text, such as `1003697000` or `-0.20`.
            ///
            /// # Errors
            ///
            /// - `1,000`, `.5`, `+1` — not a number of the grammar in [`decimal`](crate::decimal).
            /// - amounts that [`new`](Self::new) refuses.
            pub fn parse(amount: &str, currency: Currency) -> Result<Self, QuantityError> {
                Self::new(crate::decimal::parse(amount)?, currency)
            }

            /// Returns zero in a currency.
            #[must_use]
            pub const fn zero(currency: Currency) -> Self {
                Self { amount: Decimal::ZERO, currency }
            }

            /// Returns the amount in the currency's major unit, without the currency.
            #[must_use]
            pub const fn number(self) -> Decimal {
                self.amount
            }

            /// Returns the currency.
            #[must_use]
            pub const fn currency(self) -> Currency {
                self.currency
            }

            /// Returns the exact sum of amounts in one currency, zero where there are none.
            ///
            /// # Errors
            ///
            /// - an amount in another currency.
            /// - a sum that is out of range, or that is not exact in 28 significant digits.
            pub fn sum(
                currency: Currency,
                amounts: impl IntoIterator<Item = Self>,
            ) -> Result<Self, QuantityError> {
                amounts.into_iter().try_fold(Self::zero(currency), |sum, amount| sum + amount)
            }

            /// Returns the amount rounded to a number of decimals, a tie away from zero.
            ///
            /// For results of × and ÷ that are to take part in exact sums again.
            #[must_use]
            pub fn rounded_to(self, places: u32) -> Self {
                Self { amount: kind::rounded_to(self.amount, places), ..self }
            }
        }

        impl kind::Operand for $kind {
            type Unit = Currency;
            const NAME: &'static str = $name;
            const IS_AMOUNT: bool = true;
            const EXPONENTS: [i8; 3] = $exponents;

            fn number(self) -> Decimal {
                self.amount
            }

            fn unit(self) -> Currency {
                self.currency
            }

            fn from_result(amount: kind::Checked, currency: Currency) -> Self {
                Self { amount: amount.0, currency }
            }
        }

        /// Amounts compare within one currency; across currencies there is no order.
        impl PartialOrd for $kind {
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                (self.currency == other.currency).then(|| self.amount.cmp(&other.amount))
            }
        }

        impl TryFrom<kind::AmountWire> for $kind {
            type Error = QuantityError;

            fn try_from(wire: kind::AmountWire) -> Result<Self, QuantityError> {
                let amount = kind::read_back::<Self>(wire.amount)?;
                Ok(Self { amount, currency: wire.currency })
            }
        }

        impl From<$kind> for kind::AmountWire {
            fn from(quantity: $kind) -> Self {
                Self { amount: quantity.amount, currency: quantity.currency }
            }
        }
    };
    ($kind:ident without unit, $name:literal, amount: $is_amount:literal, $exponents:expr) => {
        impl $kind {
            /// Zero.
            pub const ZERO: Self = Self(Decimal::ZERO);

            /// Reads the number from a decimal text, such as `2563.5`.
            ///
            /// # Errors
            ///
            /// - `1,000`, `.5`, `+1` — not a number of the grammar in [`decimal`](crate::decimal).
            /// - numbers that [`new`](Self::new) refuses.
            pub fn parse(number: &str) -> Result<Self, QuantityError> {
                Self::new(crate::decimal::parse(number)?)
            }

            /// Returns the number.
            #[must_use]
            pub const fn number(self) -> Decimal {
                self.0
            }

            /// Returns the sum, zero where there is nothing to add.
            ///
            /// # Errors
            ///
            /// Fails where one of the additions it stands for does.
            pub fn sum(numbers: impl IntoIterator<Item = Self>) -> Result<Self, QuantityError> {
                numbers.into_iter().try_fold(Self::ZERO, |sum, number| sum + number)
            }

            /// Returns the number rounded to a number of decimals, a tie away from zero.
            #[must_use]
            pub fn rounded_to(self, places: u32) -> Self {
                Self(kind::rounded_to(self.0, places))
            }
        }

        impl kind::Operand for $kind {
            type Unit = ();
            const NAME: &'static str = $name;
            const IS_AMOUNT: bool = $is_amount;
            const EXPONENTS: [i8; 3] = $exponents;

            fn number(self) -> Decimal {
                self.0
            }

            fn unit(self) {}

            fn from_result(number: kind::Checked, (): ()) -> Self {
                Self(number.0)
            }
        }

        impl TryFrom<kind::NumberWire> for $kind {
            type Error = QuantityError;

            fn try_from(wire: kind::NumberWire) -> Result<Self, QuantityError> {
                kind::read_back::<Self>(wire.0).map(Self)
            }
        }

        impl From<$kind> for kind::NumberWire {
            fn from(quantity: $kind) -> Self {
                Self(quantity.0)
            }
        }
    };
}
pub(crate) use kind;

/// An amount in a currency, on the wire.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "an amount, an object of amount and currency")]
pub struct AmountWire {
    /// In the major unit.
    #[serde(with = "crate::decimal::wire")]
    pub amount: Decimal,
    /// The ISO 4217 code.
    pub currency: crate::currency::Currency,
}

/// A plain number, on the wire.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct NumberWire(#[serde(with = "crate::decimal::wire")] pub Decimal);

/// Rounds as people do: half away from zero.
pub(crate) fn rounded_to(value: Decimal, places: u32) -> Decimal {
    arith::normal(
        value.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero),
    )
}

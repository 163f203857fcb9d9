//! The change from one value to another, and the reasons why a calculation on quantities has none.

use rust_decimal::Decimal;

use crate::{
    arith::{self, Rounding},
    quantity::QuantityError,
    undefined::{NotMeaningful, Undefined},
};

/// Returns `to / from - 1` as `(to - from) / from`, rounded to 28 significant digits, or the reason
/// why a base that is not positive gives no growth.
pub fn growth(from: Decimal, to: Decimal) -> Result<Decimal, Undefined> {
    if from.is_zero() {
        return Err(NotMeaningful::GrowthFromZero.into());
    }
    if from.is_sign_negative() {
        return Err(after_a_loss(from, to).into());
    }
    let change = arith::sub(to, from, Rounding::HalfEven).ok_or(Undefined::OutOfRange)?;
    let growth = arith::div(change.value, from, Rounding::HalfEven);
    growth.map(|growth| arith::normal(growth.value)).ok_or(Undefined::OutOfRange)
}

fn after_a_loss(from: Decimal, to: Decimal) -> NotMeaningful {
    if to > Decimal::ZERO {
        NotMeaningful::TurnedProfitable
    } else if to > from {
        NotMeaningful::LossNarrowed
    } else if to < from {
        NotMeaningful::LossWidened
    } else {
        NotMeaningful::LossUnchanged
    }
}

/// A calculation that goes on with what it was given keeps the reason and drops the operands.
impl From<QuantityError> for Undefined {
    fn from(error: QuantityError) -> Self {
        match error {
            QuantityError::Currencies { .. } => Self::CurrenciesDiffer,
            QuantityError::ZeroDivisor { .. } => Self::ZeroDenominator,
            _ => Self::OutOfRange,
        }
    }
}

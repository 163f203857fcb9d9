//! The change from one value to another, and the reasons why a calculation on quantities has none.

use rust_decimal::Decimal;

use crate::{
    arith::{self, Rounding},
    quantity::{Operand, QuantityError, Ratio, quotient},
    undefined::{NotMeaningful, Undefined},
};

/// Returns `to / from - 1`, as [`yearly`] does for one year.
pub(crate) fn growth(from: Decimal, to: Decimal) -> Result<Decimal, Undefined> {
    yearly(from, to, 1)
}

/// Returns the yearly growth over a number of years, `(to / from)^(1 / years) - 1`, rounded to 28
/// significant digits at each step, or the reason why there is none.
///
/// Growth from nothing and from a loss have no percentage that two readers agree on: both
/// `(v - p) / p` and `(v - p) / |p|` have their users.
pub(crate) fn yearly(from: Decimal, to: Decimal, years: u8) -> Result<Decimal, Undefined> {
    if let Some(reason) = no_growth(from, to, years) {
        return Err(reason.into());
    }
    let nearest = Rounding::HalfEven;
    let result = if years == 1 && !to.is_sign_negative() {
        arith::sub(to, from, nearest).and_then(|change| arith::div(change.value, from, nearest))
    } else {
        // Below zero the difference can have 29 digits, and the factor has one rounding less.
        let factor = arith::div(to, from, nearest).ok_or(Undefined::OutOfRange)?;
        let yearly = match years {
            1 => Some(factor),
            _ => arith::root(factor.value, u32::from(years), nearest),
        };
        yearly.and_then(|yearly| arith::sub(yearly.value, Decimal::ONE, nearest))
    };
    result.map(|growth| arith::normal(growth.value)).ok_or(Undefined::OutOfRange)
}

/// Returns why growth has no meaning, if it has none: the base is not positive, or a root would be
/// taken of a negative number.
pub(crate) fn no_growth(from: Decimal, to: Decimal, years: u8) -> Option<NotMeaningful> {
    match () {
        () if is_positive(from) && is_positive(-to) && years > 1 => {
            Some(NotMeaningful::TurnedUnprofitable)
        }
        () if is_positive(from) => None,
        () if from.is_zero() => Some(NotMeaningful::GrowthFromZero),
        () if is_positive(to) => Some(NotMeaningful::TurnedProfitable),
        () if to > from => Some(NotMeaningful::LossNarrowed),
        () if to < from => Some(NotMeaningful::LossWidened),
        () => Some(NotMeaningful::LossUnchanged),
    }
}

/// Returns whether a value is above zero, without bringing the two to one scale.
pub(crate) fn is_positive(value: Decimal) -> bool {
    value.is_sign_positive() && !value.is_zero()
}

/// Returns the earlier quantity that a later one and its growth imply, `now / (1 + growth)`,
/// rounded to 28 significant digits; none for a growth of -100% or less.
pub(crate) fn earlier<Q: Operand>(now: Q, growth: Ratio) -> Result<Q, Undefined> {
    let factor = (Ratio::ONE + growth)?;
    if factor <= Ratio::ZERO {
        return Err(NotMeaningful::NonPositiveBase.into());
    }
    Ok(quotient(now, factor)?)
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

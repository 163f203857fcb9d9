//! Which kinds combine, and into what: the one table of operators.

use core::ops::{Add, Div, Mul, Neg, Sub};

use super::{
    Days, Money, Multiple, Operation, PerShare, QuantityError, Ratio, Shares,
    kind::{Checked, Operand, is_past_limit},
    unit::Combine,
};
use crate::arith::{self, Rounded, Rounding};

macro_rules! operators {
    (same kind: $($kind:ident)+; $($left:ident $operator:tt $right:ident = $result:ident;)+) => {
        $(operators!(@ $kind +);)+
        $(operators!(@ $left $operator $right = $result);)+
    };
    (@ $kind:ident +) => {
        impl Add for $kind {
            type Output = Result<Self, QuantityError>;

            fn add(self, other: Self) -> Self::Output {
                sum(self, other, Operation::Add)
            }
        }

        impl Sub for $kind {
            type Output = Result<Self, QuantityError>;

            fn sub(self, other: Self) -> Self::Output {
                sum(self, other, Operation::Subtract)
            }
        }

        impl Neg for $kind {
            type Output = Self;

            fn neg(self) -> Self {
                Self::from_result(Checked(arith::normal(-self.number())), self.unit())
            }
        }
    };
    (@ $left:ident * $right:ident = $result:ident) => {
        impl Mul<$right> for $left {
            type Output = Result<$result, QuantityError>;

            fn mul(self, other: $right) -> Self::Output {
                product(self, other)
            }
        }
    };
    (@ $left:ident / $right:ident = $result:ident) => {
        impl Div<$right> for $left {
            type Output = Result<$result, QuantityError>;

            fn div(self, other: $right) -> Self::Output {
                quotient(self, other)
            }
        }
    };
}

operators! {
    same kind: Money PerShare Shares Ratio Multiple Days;

    PerShare * Shares = Money;
    Shares * PerShare = Money;
    Money / Shares = PerShare;
    Money / PerShare = Shares;

    Money / Money = Ratio;
    Money * Ratio = Money;
    Ratio * Money = Money;
    Money / Ratio = Money;
    Money * Multiple = Money;
    Multiple * Money = Money;
    Money / Multiple = Money;

    PerShare / PerShare = Multiple;
    PerShare * Ratio = PerShare;
    Ratio * PerShare = PerShare;
    PerShare / Ratio = PerShare;
    PerShare * Multiple = PerShare;
    Multiple * PerShare = PerShare;
    PerShare / Multiple = PerShare;

    Shares / Shares = Ratio;
    Shares * Ratio = Shares;
    Ratio * Shares = Shares;
    Shares / Ratio = Shares;

    Ratio * Ratio = Ratio;
    Ratio / Ratio = Ratio;
    Multiple * Ratio = Multiple;
    Ratio * Multiple = Multiple;
    Multiple / Ratio = Multiple;
    Multiple / Multiple = Ratio;
    Days / Days = Ratio;
    Days * Ratio = Days;
    Ratio * Days = Days;
    Days / Ratio = Days;
}

/// Returns the sum or difference of two quantities of one kind.
pub(crate) fn sum<K: Operand>(left: K, right: K, operation: Operation) -> Result<K, QuantityError> {
    Combine::<K::Unit>::combine(left.unit(), right.unit(), operation)?;
    let (a, b) = (left.number(), right.number());
    let signed = if operation == Operation::Subtract { -b } else { b };
    let result = arith::add(a, signed, Rounding::HalfEven);
    if K::IS_AMOUNT && result.is_some_and(|sum| !sum.exact && !is_past_limit(sum.value)) {
        return Err(QuantityError::Inexact { operation, left: a, right: b });
    }
    within_limits(result, left.unit(), QuantityError::Overflow { operation, left: a, right: b })
}

/// Returns the product, rounded to 28 significant digits.
pub(crate) fn product<A, B, C>(left: A, right: B) -> Result<C, QuantityError>
where
    A: Operand<Unit: Combine<B::Unit, Unit = C::Unit>>,
    B: Operand,
    C: Operand,
{
    let unit = left.unit().combine(right.unit(), Operation::Multiply)?;
    let (a, b) = (left.number(), right.number());
    let overflow = QuantityError::Overflow { operation: Operation::Multiply, left: a, right: b };
    within_limits(arith::mul(a, b, Rounding::HalfEven), unit, overflow)
}

/// Returns the quotient, rounded to 28 significant digits.
pub(crate) fn quotient<A, B, C>(left: A, right: B) -> Result<C, QuantityError>
where
    A: Operand<Unit: Combine<B::Unit, Unit = C::Unit>>,
    B: Operand,
    C: Operand,
{
    let unit = left.unit().combine(right.unit(), Operation::Divide)?;
    let (a, b) = (left.number(), right.number());
    if b.is_zero() {
        return Err(QuantityError::ZeroDivisor { left: a, kind: B::NAME });
    }
    let overflow = QuantityError::Overflow { operation: Operation::Divide, left: a, right: b };
    within_limits(arith::div(a, b, Rounding::HalfEven), unit, overflow)
}

fn within_limits<K: Operand>(
    result: Option<Rounded>,
    unit: K::Unit,
    overflow: QuantityError,
) -> Result<K, QuantityError> {
    match result {
        Some(Rounded { value, .. }) if !(K::IS_AMOUNT && is_past_limit(value)) => {
            Ok(K::from_result(Checked(arith::normal(value)), unit))
        }
        _ => Err(overflow),
    }
}

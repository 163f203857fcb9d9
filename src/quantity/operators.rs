//! Which kinds combine, and into what: the one table of operators.

use core::ops::{Add, Div, Mul, Neg, Sub};

use rust_decimal::Decimal;

use super::{
    Days, Money, Multiple, Operation, PerShare, QuantityError, Ratio, Shares,
    kind::{Kind, is_past_limit},
};
use crate::{
    arith::{self, Rounded, Rounding},
    currency::Currency,
};

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
                Self::from_result(unsigned_zero(-self.number()), self.unit())
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

/// The unit of a result, from the units of its operands.
trait Combine<Right> {
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

fn sum<K>(left: K, right: K, operation: Operation) -> Result<K, QuantityError>
where
    K: Kind<Unit: Combine<K::Unit>>,
{
    left.unit().combine(right.unit(), operation)?;
    let (a, b) = (left.number(), right.number());
    let signed = if operation == Operation::Subtract { -b } else { b };
    let result = arith::add(a, signed, Rounding::HalfEven);
    if K::IS_AMOUNT && result.is_some_and(|sum| !sum.exact && !is_past_limit(sum.value)) {
        return Err(QuantityError::Inexact { operation, left: a, right: b });
    }
    within_limits(result, left.unit(), QuantityError::Overflow { operation, left: a, right: b })
}

fn product<A, B, C>(left: A, right: B) -> Result<C, QuantityError>
where
    A: Kind<Unit: Combine<B::Unit, Unit = C::Unit>>,
    B: Kind,
    C: Kind,
{
    let unit = left.unit().combine(right.unit(), Operation::Multiply)?;
    let (a, b) = (left.number(), right.number());
    let overflow = QuantityError::Overflow { operation: Operation::Multiply, left: a, right: b };
    within_limits(arith::mul(a, b, Rounding::HalfEven), unit, overflow)
}

fn quotient<A, B, C>(left: A, right: B) -> Result<C, QuantityError>
where
    A: Kind<Unit: Combine<B::Unit, Unit = C::Unit>>,
    B: Kind,
    C: Kind,
{
    let unit = left.unit().combine(right.unit(), Operation::Divide)?;
    let (a, b) = (left.number(), right.number());
    if b.is_zero() {
        return Err(QuantityError::ZeroDivisor { left: a, kind: B::NAME });
    }
    let overflow = QuantityError::Overflow { operation: Operation::Divide, left: a, right: b };
    within_limits(arith::div(a, b, Rounding::HalfEven), unit, overflow)
}

fn within_limits<K: Kind>(
    result: Option<Rounded>,
    unit: K::Unit,
    overflow: QuantityError,
) -> Result<K, QuantityError> {
    match result {
        Some(Rounded { value, .. }) if !(K::IS_AMOUNT && is_past_limit(value)) => {
            Ok(K::from_result(unsigned_zero(value), unit))
        }
        _ => Err(overflow),
    }
}

fn unsigned_zero(value: Decimal) -> Decimal {
    if value.is_zero() { Decimal::ZERO } else { value }
}

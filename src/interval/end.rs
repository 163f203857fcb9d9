//! The ends of an interval: which is further out, and what arithmetic makes of them.

use core::{cmp::Ordering, ops::Bound};

use rust_decimal::Decimal;

use crate::arith::{self, Rounded, Rounding};

/// Which end of its interval an end is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Low,
    High,
}

impl Side {
    /// Returns the end that leaves more inside.
    pub(super) fn outer(self, a: Bound<Decimal>, b: Bound<Decimal>) -> Bound<Decimal> {
        if self.reaches(a, b) { a } else { b }
    }

    /// Returns the end that leaves less inside.
    pub(super) fn inner(self, a: Bound<Decimal>, b: Bound<Decimal>) -> Bound<Decimal> {
        if self.reaches(a, b) { b } else { a }
    }

    /// Returns whether `a` is as far out as `b`, so that everything inside `b` is inside `a`.
    pub(super) fn reaches(self, a: Bound<Decimal>, b: Bound<Decimal>) -> bool {
        match (finite(a), finite(b)) {
            (None, _) => true,
            (_, None) => false,
            (Some((x, x_closed)), Some((y, y_closed))) => match x.cmp(&y) {
                Ordering::Less => self == Self::Low,
                Ordering::Equal => x_closed || !y_closed,
                Ordering::Greater => self == Self::High,
            },
        }
    }

    #[inline]
    pub(super) fn sum(self, a: Bound<Decimal>, b: Bound<Decimal>) -> Bound<Decimal> {
        let (Some((x, x_closed)), Some((y, y_closed))) = (finite(a), finite(b)) else {
            return Bound::Unbounded;
        };
        self.end(arith::add(x, y, self.rounding()), x_closed && y_closed, || x < -y)
    }

    /// Returns the product of two ends, of either side, that makes the end of this side.
    ///
    /// Zero times anything is zero, and is reached if the zero is, whatever becomes of the other.
    #[inline]
    pub(super) fn product(self, a: Bound<Decimal>, b: Bound<Decimal>) -> Bound<Decimal> {
        match (finite(a), finite(b)) {
            (Some((x, x_closed)), Some((y, y_closed))) => {
                let closed = match (x.is_zero(), y.is_zero()) {
                    (false, false) => x_closed && y_closed,
                    (x_zero, y_zero) => (x_zero && x_closed) || (y_zero && y_closed),
                };
                self.end(arith::mul(x, y, self.rounding()), closed, || negative(x, y))
            }
            (Some((x, _)), None) if x.is_zero() => a,
            (None, Some((y, _))) if y.is_zero() => b,
            _ => Bound::Unbounded,
        }
    }

    /// Returns the quotient of an end by one of a divisor above zero, that makes the end of this
    /// side.
    ///
    /// Zero divided is zero, and is reached if the zero is. Anything else grows without bound as
    /// the divisor comes down to zero, and comes down to zero as the divisor grows without bound.
    #[inline]
    pub(super) fn quotient(self, a: Bound<Decimal>, b: Bound<Decimal>) -> Bound<Decimal> {
        let Some((x, x_closed)) = finite(a) else {
            return Bound::Unbounded;
        };
        if x.is_zero() {
            return a;
        }
        match finite(b) {
            None => Bound::Excluded(Decimal::ZERO),
            Some((y, _)) if y.is_zero() => Bound::Unbounded,
            Some((y, y_closed)) => {
                let quotient = arith::div(x, y, self.rounding());
                self.end(quotient, x_closed && y_closed, || negative(x, y))
            }
        }
    }

    pub(super) fn coarsened(self, end: Bound<Decimal>, digits: u32) -> Bound<Decimal> {
        let Some((value, _)) = finite(end) else {
            return Bound::Unbounded;
        };
        match arith::to_digits(value, digits, self.rounding()) {
            Some(Rounded { exact: true, .. }) => end,
            Some(Rounded { value, .. }) => Bound::Excluded(value),
            // The largest value may itself have too many digits, but it can be rounded.
            None => self.coarsened(self.end(None, false, || value.is_sign_negative()), digits),
        }
    }

    /// Returns the end that a result makes: one that is not exact lies outside, so it is open.
    #[inline]
    fn end(
        self,
        result: Option<Rounded>,
        closed: bool,
        negative: impl FnOnce() -> bool,
    ) -> Bound<Decimal> {
        match result {
            Some(Rounded { value, exact: true }) if closed => Bound::Included(value),
            Some(Rounded { value, .. }) => Bound::Excluded(value),
            // The result is past the largest value on one side of zero, and this end on that side
            // has nothing to hold it; the other end is still known to be past that value.
            None if negative() => match self {
                Self::Low => Bound::Unbounded,
                Self::High => Bound::Excluded(-arith::LARGEST),
            },
            None => match self {
                Self::Low => Bound::Excluded(arith::LARGEST),
                Self::High => Bound::Unbounded,
            },
        }
    }

    const fn rounding(self) -> Rounding {
        match self {
            Self::Low => Rounding::Floor,
            Self::High => Rounding::Ceiling,
        }
    }
}

/// Returns the end mirrored at zero, which is one of the other side; zero has no sign.
pub(super) fn negated(end: Bound<Decimal>) -> Bound<Decimal> {
    end.map(|value| if value.is_zero() { Decimal::ZERO } else { -value })
}

/// Returns the value of a finite end and whether it is closed.
#[inline]
pub(super) fn finite(end: Bound<Decimal>) -> Option<(Decimal, bool)> {
    match end {
        Bound::Included(value) => Some((value, true)),
        Bound::Excluded(value) => Some((value, false)),
        Bound::Unbounded => None,
    }
}

/// Returns whether the value is zero or above, which its sign tells faster than a comparison.
pub(super) fn is_up(value: Decimal) -> bool {
    !value.is_sign_negative() || value.is_zero()
}

/// Returns whether the product and the quotient of the two are below zero.
fn negative(x: Decimal, y: Decimal) -> bool {
    x.is_sign_negative() != y.is_sign_negative()
}

//! [`Whole`]: a block of whole numbers of one scale.

use alloc::{borrow::Cow, vec::Vec};

use crate::bounds::AMOUNT_PLACES_MAX;

/// A number for each cell of a block, `number / 10^scale`, each within an error of its true value.
#[derive(Clone, Debug)]
pub(super) struct Whole<'p> {
    pub numbers: Numbers<'p>,
    pub scale: u32,
    /// By how many units each number may be off; zero where they are exact.
    pub error: u64,
}

/// One number for all cells, or one for each.
#[derive(Clone, Debug)]
pub(super) enum Numbers<'p> {
    Every(i64),
    Each(Cow<'p, [i64]>),
}

/// Calls a step with each cell of a block and its two numbers.
#[inline]
pub(super) fn pairs(
    one: &Numbers<'_>,
    other: &Numbers<'_>,
    cells: usize,
    mut step: impl FnMut(usize, i64, i64),
) {
    match (one, other) {
        (Numbers::Each(ones), Numbers::Each(others)) => {
            for (cell, (one, other)) in ones.iter().zip(others.iter()).enumerate() {
                step(cell, *one, *other);
            }
        }
        _ => (0..cells).for_each(|cell| step(cell, one.get(cell), other.get(cell))),
    }
}

/// Returns a magnitude that none of some numbers exceeds, which is at most twice the largest.
pub(super) fn largest(numbers: &[i64]) -> u64 {
    // The bits of all magnitudes together bound each, and cost less than the largest.
    let bits = numbers.iter().fold(0, |bits, number| bits | (number ^ (number >> 63)));
    u64::MAX.checked_shr(bits.leading_zeros()).unwrap_or(0).saturating_add(1)
}

/// Returns a power of ten, where 64 bits hold it.
pub(super) fn power(exponent: u32) -> Option<i64> {
    10_i64.checked_pow(exponent)
}

impl<'p> Numbers<'p> {
    /// Returns the number of a cell.
    #[inline]
    pub(super) fn get(&self, cell: usize) -> i64 {
        match self {
            Self::Every(number) => *number,
            Self::Each(numbers) => numbers.get(cell).copied().unwrap_or_default(),
        }
    }

    /// Returns the largest magnitude.
    pub(super) fn bound(&self) -> u64 {
        match self {
            Self::Every(number) => number.unsigned_abs(),
            Self::Each(numbers) => largest(numbers),
        }
    }

    /// Returns whether something holds of a number.
    pub(super) fn any(&self, holds: impl Fn(i64) -> bool) -> bool {
        match self {
            Self::Every(number) => holds(*number),
            // All at once, which costs less than stopping at the first.
            Self::Each(numbers) => numbers.iter().fold(false, |any, number| any | holds(*number)),
        }
    }

    pub(super) fn map(&self, step: impl Fn(i64) -> i64) -> Self {
        match self {
            Self::Every(number) => Self::Every(step(*number)),
            Self::Each(numbers) => Self::Each(numbers.iter().map(|it| step(*it)).collect()),
        }
    }

    pub(super) fn join(&self, other: &Self, step: impl Fn(i64, i64) -> i64) -> Self {
        match (self, other) {
            (Self::Every(one), Self::Every(other)) => Self::Every(step(*one, *other)),
            (Self::Each(ones), Self::Every(other)) => {
                Self::Each(ones.iter().map(|one| step(*one, *other)).collect())
            }
            (Self::Every(one), Self::Each(others)) => {
                Self::Each(others.iter().map(|other| step(*one, *other)).collect())
            }
            (Self::Each(ones), Self::Each(others)) => {
                let pairs = ones.iter().zip(others.iter());
                Self::Each(pairs.map(|(one, other)| step(*one, *other)).collect())
            }
        }
    }
}

impl<'p> Whole<'p> {
    /// Returns exact numbers.
    pub(super) const fn exact(numbers: Numbers<'p>, scale: u32) -> Self {
        Self { numbers, scale, error: 0 }
    }

    pub(super) fn each(numbers: Vec<i64>, scale: u32) -> Self {
        Self::exact(Numbers::Each(Cow::Owned(numbers)), scale)
    }

    pub(super) const fn is_exact(&self) -> bool {
        self.error == 0
    }

    /// Returns how large a number may be, its error with it.
    pub(super) fn bound(&self) -> u64 {
        self.numbers.bound().saturating_add(self.error)
    }

    /// Returns the numbers at a scale with so many decimals more, where they fit.
    pub(super) fn scaled_up(self, decimals: u32) -> Option<Self> {
        if decimals == 0 {
            return Some(self);
        }
        let factor = power(decimals)?;
        self.times(factor).map(|scaled| Self { scale: scaled.scale + decimals, ..scaled })
    }

    /// Multiplies by a number that is not negative, where the products fit.
    pub(super) fn times(self, factor: i64) -> Option<Self> {
        fits(u128::from(self.bound()) * u128::from(factor.unsigned_abs()))?;
        let numbers = self.numbers.map(|number| number.wrapping_mul(factor));
        let error = self.error * factor.unsigned_abs();
        Some(Self { numbers, scale: self.scale, error })
    }

    /// Brings two to one scale.
    pub(super) fn aligned(one: Self, other: Self) -> Option<(Self, Self)> {
        let scale = one.scale.max(other.scale);
        let [by_one, by_other] = [scale - one.scale, scale - other.scale];
        Some((one.scaled_up(by_one)?, other.scaled_up(by_other)?))
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        self.sum(other, i64::wrapping_add)
    }

    /// Returns the mean of two, which has one decimal more.
    pub(super) fn mean(self, other: Self) -> Option<Self> {
        let (one, other) = Self::aligned(self, other)?;
        fits(5 * (u128::from(one.bound()) + u128::from(other.bound())))?;
        let step = |one: i64, other: i64| one.wrapping_add(other).wrapping_mul(5);
        let error = 5 * (one.error + other.error);
        Some(Self { numbers: one.numbers.join(&other.numbers, step), scale: one.scale + 1, error })
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.sum(other, i64::wrapping_sub)
    }

    fn sum(self, other: Self, step: impl Fn(i64, i64) -> i64) -> Option<Self> {
        let (one, other) = Self::aligned(self, other)?;
        fits(u128::from(one.bound()) + u128::from(other.bound()))?;
        let error = one.error + other.error;
        Some(Self { numbers: one.numbers.join(&other.numbers, step), scale: one.scale, error })
    }

    /// Takes the one or the other of two, by their order.
    pub(super) fn chosen(self, other: Self, step: impl Fn(i64, i64) -> i64) -> Option<Self> {
        let (one, other) = Self::aligned(self, other)?;
        let error = one.error.max(other.error);
        Some(Self { numbers: one.numbers.join(&other.numbers, step), scale: one.scale, error })
    }

    /// Multiplies exact numbers.
    pub(super) fn product(self, other: Self) -> Option<Self> {
        if !(self.is_exact() && other.is_exact()) {
            return None;
        }
        fits(u128::from(self.bound()) * u128::from(other.bound()))?;
        if self.scale + other.scale > AMOUNT_PLACES_MAX * 2 {
            return None;
        }
        let numbers = self.numbers.join(&other.numbers, i64::wrapping_mul);
        Some(Self::exact(numbers, self.scale + other.scale))
    }
}

fn fits(bound: u128) -> Option<()> {
    (bound <= i64::MAX.unsigned_abs().into()).then_some(())
}

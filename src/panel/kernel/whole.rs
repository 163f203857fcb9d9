//! [`Whole`]: a block of whole numbers of one scale.

use alloc::{borrow::Cow, vec::Vec};

use crate::{bounds::AMOUNT_PLACES_MAX, panel::extent::Extent};

/// A number for each cell of a block, `number / 10^scale`, each within an error of its true value.
#[derive(Clone, Debug)]
pub(super) struct Whole<'p> {
    pub numbers: Numbers<'p>,
    pub scale: u32,
    /// By how many units each number may be off; zero where they are exact.
    pub error: u64,
    /// Between which numbers those of sound cells lie, told from those that they are made of.
    pub extent: Extent,
}

/// One number for all cells, or one for each.
#[derive(Clone, Debug)]
pub(super) enum Numbers<'p> {
    Every(i64),
    Each(Cow<'p, [i64]>),
}

/// Cells that are looked at together, before each by itself.
const TOGETHER: usize = 16;

/// Returns a power of ten, where 64 bits hold it.
pub(super) fn power(exponent: u32) -> Option<i64> {
    10_i64.checked_pow(exponent)
}

impl Numbers<'_> {
    /// Returns the number of a cell.
    #[inline]
    pub(super) fn get(&self, cell: usize) -> i64 {
        match self {
            Self::Every(number) => *number,
            Self::Each(numbers) => numbers.get(cell).copied().unwrap_or_default(),
        }
    }

    /// Calls a step with each cell, of so many, whose number has something that few have.
    #[inline]
    pub(super) fn each_that(
        &self,
        cells: usize,
        has: impl Fn(i64) -> bool,
        mut step: impl FnMut(usize, i64),
    ) {
        let Self::Each(numbers) = self else {
            let number = self.get(0);
            return (0..cells).filter(|_| has(number)).for_each(|cell| step(cell, number));
        };
        for (some, start) in numbers.chunks(TOGETHER).zip((0..).step_by(TOGETHER)) {
            if !some.iter().fold(false, |any, number| any | has(*number)) {
                continue;
            }
            for (number, cell) in some.iter().zip(start..) {
                if has(*number) {
                    step(cell, *number);
                }
            }
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

    /// Calls a step with two numbers of each cell, of so many, and returns what it gives.
    #[inline]
    pub(super) fn pairs(
        &self,
        other: &Self,
        cells: usize,
        mut step: impl FnMut(usize, i64, i64) -> i64,
    ) -> Vec<i64> {
        match (self, other) {
            (Self::Each(ones), Self::Each(others)) => {
                let pairs = ones.iter().zip(others.iter()).enumerate();
                pairs.map(|(cell, (one, other))| step(cell, *one, *other)).collect()
            }
            _ => (0..cells).map(|cell| step(cell, self.get(cell), other.get(cell))).collect(),
        }
    }
}

impl<'p> Whole<'p> {
    /// Returns exact numbers.
    pub(super) const fn exact(numbers: Numbers<'p>, scale: u32, extent: Extent) -> Self {
        Self { numbers, scale, error: 0, extent }
    }

    pub(super) fn each(numbers: Vec<i64>, scale: u32, extent: Extent) -> Self {
        Self::exact(Numbers::Each(Cow::Owned(numbers)), scale, extent)
    }

    /// Returns one exact number for all cells.
    pub(super) const fn every(number: i64, scale: u32) -> Self {
        Self::exact(Numbers::Every(number), scale, Extent::point(number))
    }

    pub(super) const fn is_exact(&self) -> bool {
        self.error == 0
    }

    /// Returns how large a number may be, its error with it.
    pub(super) fn bound(&self) -> u64 {
        self.extent.bound().saturating_add(self.error)
    }

    /// Returns the numbers at a scale with so many decimals more, where they fit.
    pub(super) fn scaled_up(self, decimals: u32) -> Option<Self> {
        if decimals == 0 {
            return Some(self);
        }
        let factor = power(decimals)?;
        let scaled = Self {
            numbers: self.numbers.map(|number| number.wrapping_mul(factor)),
            scale: self.scale + decimals,
            error: self.error.checked_mul(factor.unsigned_abs())?,
            extent: self.extent.product(Extent::point(factor))?,
        };
        scaled.fitting()
    }

    /// Returns the numbers where all fit, whatever their error is.
    fn fitting(self) -> Option<Self> {
        (self.bound() <= i64::MAX.unsigned_abs()).then_some(self)
    }

    /// Brings two to one scale.
    pub(super) fn aligned(one: Self, other: Self) -> Option<(Self, Self)> {
        let scale = one.scale.max(other.scale);
        let [by_one, by_other] = [scale - one.scale, scale - other.scale];
        Some((one.scaled_up(by_one)?, other.scaled_up(by_other)?))
    }

    /// Joins two of one scale.
    fn joined(&self, other: &Self, extent: Extent, step: impl Fn(i64, i64) -> i64) -> Option<Self> {
        let (numbers, error) = (self.numbers.join(&other.numbers, step), self.error + other.error);
        Self { numbers, scale: self.scale, error, extent }.fitting()
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let (one, other) = Self::aligned(self, other)?;
        one.joined(&other, one.extent.plus(other.extent)?, i64::wrapping_add)
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        let (one, other) = Self::aligned(self, other)?;
        one.less(&other)
    }

    /// Subtracts numbers of the same scale.
    pub(super) fn less(&self, other: &Self) -> Option<Self> {
        self.joined(other, self.extent.minus(other.extent)?, i64::wrapping_sub)
    }

    /// Returns the mean of two, which has one decimal more.
    pub(super) fn mean(self, other: Self) -> Option<Self> {
        let (one, other) = Self::aligned(self, other)?;
        let extent = one.extent.plus(other.extent)?.product(Extent::point(5))?;
        let step = |one: i64, other: i64| one.wrapping_add(other).wrapping_mul(5);
        let mean = one.joined(&other, extent, step)?;
        Self { scale: mean.scale + 1, error: 5 * mean.error, ..mean }.fitting()
    }

    /// Takes the one or the other of two, by their order.
    pub(super) fn chosen(self, other: Self, step: impl Fn(i64, i64) -> i64) -> Option<Self> {
        let (one, other) = Self::aligned(self, other)?;
        one.joined(&other, one.extent.hull(other.extent), step)
    }

    /// Multiplies exact numbers.
    pub(super) fn product(self, other: Self) -> Option<Self> {
        if !(self.is_exact() && other.is_exact()) {
            return None;
        }
        let extent = self.extent.product(other.extent)?;
        if self.scale + other.scale > AMOUNT_PLACES_MAX * 2 {
            return None;
        }
        let numbers = self.numbers.join(&other.numbers, i64::wrapping_mul);
        Some(Self::exact(numbers, self.scale + other.scale, extent))
    }
}

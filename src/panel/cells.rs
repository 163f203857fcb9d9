//! [`Cells`]: numbers of one scale, and which of them are there.

use alloc::{vec, vec::Vec};
use core::ops::Range;

use rust_decimal::Decimal;

use crate::arith;

/// Numbers in a column: whole numbers of one scale where all fit 64 bits, else decimals.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    numbers: Numbers,
    /// One bit a cell, set where there is a number.
    present: Vec<u64>,
    /// Whether every cell has one.
    is_full: bool,
}

/// A column of whole numbers of one scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Narrow<'a> {
    /// Zero where there is no number.
    pub mantissas: &'a [i64],
    pub scale: u32,
}

#[derive(Clone, Debug)]
enum Numbers {
    /// Each is `mantissa / 10^scale`.
    Narrow { mantissas: Vec<i64>, scale: u32 },
    /// Amounts that no one scale fits.
    Wide(Vec<Decimal>),
}

impl Cells {
    /// Lays numbers out in a column of a length, each at its place.
    pub(super) fn new(length: usize, numbers: &[(usize, Decimal)]) -> Self {
        let mut present = vec![0_u64; length.div_ceil(64)];
        for (place, _) in numbers {
            if let Some(word) = present.get_mut(place / 64) {
                *word |= 1 << (place % 64);
            }
        }
        let bits: u32 = present.iter().map(|word| word.count_ones()).sum();
        let is_full = usize::try_from(bits) == Ok(length);
        let scales = numbers.iter().map(|(_, number)| arith::normal(*number).scale());
        let scale = scales.max().unwrap_or(0);
        let mut mantissas = vec![0_i64; length];
        let fits = numbers.iter().all(|(place, number)| {
            let place = mantissas.get_mut(*place);
            place.zip(mantissa(*number, scale)).map(|(place, it)| *place = it).is_some()
        });
        if fits {
            return Self { numbers: Numbers::Narrow { mantissas, scale }, present, is_full };
        }
        let mut wide = vec![Decimal::ZERO; length];
        for (place, number) in numbers {
            if let Some(place) = wide.get_mut(*place) {
                *place = *number;
            }
        }
        Self { numbers: Numbers::Wide(wide), present, is_full }
    }

    /// Returns the whole numbers, where all fit.
    pub(super) fn narrow(&self) -> Option<Narrow<'_>> {
        match &self.numbers {
            Numbers::Narrow { mantissas, scale } => Some(Narrow { mantissas, scale: *scale }),
            Numbers::Wide(_) => None,
        }
    }

    /// Returns whether every cell has a number.
    pub(super) const fn is_full(&self) -> bool {
        self.is_full
    }

    /// Returns the cells of a range that have no number.
    pub(super) fn absent(&self, cells: Range<usize>) -> impl Iterator<Item = usize> {
        let words = cells.start / 64..cells.end.div_ceil(64);
        let words = words.map(|at| (at, !self.present.get(at).copied().unwrap_or_default()));
        let places = words.flat_map(|(at, word)| {
            let next = |word: &u64| (word & (word - 1) != 0).then_some(word & (word - 1));
            let words = core::iter::successors((word != 0).then_some(word), next);
            words.map(move |word| at * 64 + usize::try_from(word.trailing_zeros()).unwrap_or(0))
        });
        places.filter(move |place| cells.contains(place))
    }

    /// Returns whether a cell has a number.
    #[inline]
    pub(super) fn has(&self, place: usize) -> bool {
        self.present.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// Returns the number of a cell, if there is one.
    #[inline]
    pub(super) fn get(&self, place: usize) -> Option<Decimal> {
        if !self.has(place) {
            return None;
        }
        match &self.numbers {
            Numbers::Narrow { mantissas, scale } => {
                let mantissa = *mantissas.get(place)?;
                Some(arith::build(mantissa.unsigned_abs().into(), *scale, mantissa < 0))
            }
            Numbers::Wide(wide) => wide.get(place).copied(),
        }
    }
}

/// Returns a number as a whole number of a scale, where it is one and fits.
pub(super) fn mantissa(number: Decimal, scale: u32) -> Option<i64> {
    let number = arith::normal(number);
    let power = 10_i128.checked_pow(scale.checked_sub(number.scale())?)?;
    i64::try_from(number.mantissa().checked_mul(power)?).ok()
}

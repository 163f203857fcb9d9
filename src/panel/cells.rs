//! [`Cells`]: numbers of one scale, and which of them are there.

use alloc::{vec, vec::Vec};
use core::ops::Range;

use rust_decimal::Decimal;

use super::extent::Extent;
use crate::{arith, figure::Accuracy, view::Precise};

/// Numbers in a column: whole numbers of one scale where all fit 64 bits, else decimals.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    numbers: Numbers,
    /// One bit a cell, set where there is a number.
    present: Vec<u64>,
    /// Whether every cell has one.
    is_full: bool,
    accuracies: Accuracies,
    /// For each block of companies the extent of its numbers, if it has any.
    extents: Vec<Option<Extent>>,
}

/// A number as it was stated, to be laid out in a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub number: Decimal,
    pub accuracy: Accuracy,
}

/// A cell that has a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'a> {
    cells: &'a Cells,
    place: usize,
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

/// How precisely the numbers of a column were stated.
#[derive(Clone, Debug)]
enum Accuracies {
    /// All alike, which costs nothing.
    Every(Accuracy),
    /// One for each cell.
    Each(Vec<Accuracy>),
}

impl Numbers {
    fn new(length: usize, amounts: &[(usize, Amount)]) -> Self {
        let scales = amounts.iter().map(|(_, amount)| arith::normal(amount.number).scale());
        let scale = scales.max().unwrap_or(0);
        let mut mantissas = vec![0_i64; length];
        let fits = amounts.iter().all(|(place, amount)| {
            let place = mantissas.get_mut(*place);
            place.zip(mantissa(amount.number, scale)).map(|(place, it)| *place = it).is_some()
        });
        if fits {
            return Self::Narrow { mantissas, scale };
        }
        let mut wide = vec![Decimal::ZERO; length];
        for (place, amount) in amounts {
            if let Some(place) = wide.get_mut(*place) {
                *place = amount.number;
            }
        }
        Self::Wide(wide)
    }
}

impl Precise for Cell<'_> {
    #[inline]
    fn number(self) -> Decimal {
        // A cell is made only where there is a number.
        self.cells.number(self.place).unwrap_or_default()
    }

    fn accuracy(self) -> Accuracy {
        match &self.cells.accuracies {
            Accuracies::Every(accuracy) => *accuracy,
            Accuracies::Each(each) => each.get(self.place).copied().unwrap_or(Accuracy::Unknown),
        }
    }
}

impl Accuracies {
    fn new(length: usize, amounts: &[(usize, Amount)]) -> Self {
        let first = amounts.first().map_or(Accuracy::Unknown, |(_, amount)| amount.accuracy);
        if amounts.iter().all(|(_, amount)| amount.accuracy == first) {
            return Self::Every(first);
        }
        let mut each = vec![first; length];
        for (place, amount) in amounts {
            if let Some(place) = each.get_mut(*place) {
                *place = amount.accuracy;
            }
        }
        Self::Each(each)
    }
}

impl Cells {
    /// Lays amounts out in a column of a length, each at its place.
    pub(super) fn new(length: usize, amounts: &[(usize, Amount)]) -> Self {
        let mut present = vec![0_u64; length.div_ceil(64)];
        for (place, _) in amounts {
            if let Some(word) = present.get_mut(place / 64) {
                *word |= 1 << (place % 64);
            }
        }
        let bits: u32 = present.iter().map(|word| word.count_ones()).sum();
        let is_full = usize::try_from(bits) == Ok(length);
        let (numbers, accuracies) =
            (Numbers::new(length, amounts), Accuracies::new(length, amounts));
        Self { numbers, present, is_full, accuracies, extents: Vec::new() }
    }

    /// Finds between which numbers those of each block lie.
    pub(super) fn measure(&mut self, blocks: impl Iterator<Item = Range<usize>>) {
        self.extents = blocks.map(|block| self.find_extent(block)).collect();
    }

    fn find_extent(&self, block: Range<usize>) -> Option<Extent> {
        if self.is_full
            && let Numbers::Narrow { mantissas, .. } = &self.numbers
        {
            return Extent::of(mantissas.get(block)?.iter().copied());
        }
        let mut present = block.filter(|place| self.has(*place));
        match &self.numbers {
            Numbers::Narrow { mantissas, .. } => {
                Extent::of(present.filter_map(|place| mantissas.get(place).copied()))
            }
            Numbers::Wide(_) => present.next().map(|_| Extent::point(0)),
        }
    }

    /// Returns between which whole numbers those of a block lie; nothing where it has none.
    pub(super) fn extent(&self, block: usize) -> Option<Extent> {
        self.extents.get(block).copied().flatten()
    }

    /// Takes over numbers of one scale, one for each cell in order, whose accuracy is not known.
    pub(super) fn whole(scale: u32, numbers: impl IntoIterator<Item = Option<i64>>) -> Self {
        let numbers = numbers.into_iter();
        let (mut mantissas, mut present) = (Vec::with_capacity(numbers.size_hint().0), Vec::new());
        let (mut word, mut is_full) = (0_u64, true);
        for number in numbers {
            word |= u64::from(number.is_some()) << (mantissas.len() % 64);
            is_full &= number.is_some();
            mantissas.push(number.unwrap_or_default());
            if mantissas.len() % 64 == 0 {
                present.push(core::mem::take(&mut word));
            }
        }
        if mantissas.len() % 64 > 0 {
            present.push(word);
        }
        let (numbers, accuracies) =
            (Numbers::Narrow { mantissas, scale }, Accuracies::Every(Accuracy::Unknown));
        Self { numbers, present, is_full, accuracies, extents: Vec::new() }
    }

    /// Returns how many cells there are.
    pub(super) fn len(&self) -> usize {
        match &self.numbers {
            Numbers::Narrow { mantissas, .. } => mantissas.len(),
            Numbers::Wide(wide) => wide.len(),
        }
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

    /// Returns a cell, if it has a number.
    #[inline]
    pub(super) fn get(&self, place: usize) -> Option<Cell<'_>> {
        self.has(place).then_some(Cell { cells: self, place })
    }

    #[inline]
    fn number(&self, place: usize) -> Option<Decimal> {
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

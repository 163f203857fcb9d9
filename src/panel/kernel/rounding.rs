//! Quotients and sums rounded to decimals, where the digits are certain.
//!
//! The walk over one row rounds a quotient to 28 digits or 28 decimals, whichever is coarser, and
//! the column rounds that once more. It differs from rounding the exact quotient once only next to
//! a tie, nearer than the first rounding may move it. A quotient at a tie has few digits, is kept
//! by the first rounding, and goes to the even one in both.

use alloc::vec::Vec;

use super::{
    states::{States, WALK},
    value::{Quotient, Value},
    whole::{Numbers, Whole, power},
};
use crate::panel::extent::Extent;

/// The digits that a value has at least, or the decimals.
const DIGITS: u32 = 28;

/// Quotients with more digits before the point are left to the walk.
const DIGITS_BEFORE_MAX: u32 = 6;

/// The decimals that a quotient has beyond those asked for, where it is an operand.
const GUARD: u32 = 4;

/// What a block comes to.
pub(crate) struct Rounded {
    pub numbers: Vec<i64>,
    /// Their scale, where they have no more decimals than asked for and one of them is too large at
    /// that many; else they are whole numbers of the last decimal.
    pub scale: Option<u32>,
    /// Nothing where every cell is sound.
    pub states: Option<Vec<u8>>,
}

impl Rounded {
    fn new(numbers: Vec<i64>, states: &mut States) -> Self {
        Self { numbers, scale: None, states: core::mem::take(states).into_vec() }
    }

    /// Returns cells of which none has a number.
    pub(super) fn nothing(states: &mut States) -> Self {
        let states = core::mem::take(states).into_vec();
        let cells = states.as_ref().map_or(0, Vec::len);
        Self { numbers: alloc::vec![0; cells], scale: None, states }
    }
}

/// Returns the scale to which a quotient is divided that is an operand.
pub(super) const fn guarded(places: u32) -> u32 {
    places + GUARD
}

impl<'p> Value<'p> {
    /// Divides what is not divided yet, to a scale; nothing where that is not certain enough.
    pub(super) fn divided(
        self,
        states: &mut States,
        cells: usize,
        scale: u32,
    ) -> Option<Whole<'p>> {
        match self {
            Self::Whole(whole) => Some(whole),
            Self::Quotient(quotient) => quotient.divided(states, cells, scale),
        }
    }

    /// Rounds to decimals, half to even; nothing where a whole block is left to the walk.
    pub(super) fn rounded(self, states: &mut States, cells: usize, places: u32) -> Option<Rounded> {
        match self {
            Self::Quotient(quotient) => quotient.rounded(states, cells, places),
            Self::Whole(whole) if whole.scale <= places && whole.is_exact() => {
                Some(whole.lengthened(states, cells, places))
            }
            Self::Whole(whole) => whole.shortened(states, cells, places),
        }
    }
}

impl Whole<'_> {
    fn lengthened(self, states: &mut States, cells: usize, places: u32) -> Rounded {
        let scale = self.scale;
        match self.clone().scaled_up(places - scale) {
            Some(scaled) => Rounded::new(scaled.listed(cells), states),
            None => Rounded { scale: Some(scale), ..Rounded::new(self.listed(cells), states) },
        }
    }

    fn shortened(self, states: &mut States, cells: usize, places: u32) -> Option<Rounded> {
        let unit = power(self.scale.checked_sub(places)?)?;
        let mut numbers = Vec::with_capacity(cells);
        for cell in 0..cells {
            let number = self.numbers.get(cell);
            let (whole, rest) = (number.div_euclid(unit), number.rem_euclid(unit));
            let beyond = (2 * i128::from(rest)) - i128::from(unit);
            if !self.is_exact() && beyond.unsigned_abs() <= 2 * u128::from(self.error) {
                states.set(cell, WALK);
            }
            let is_up = beyond > 0 || (beyond == 0 && whole & 1 == 1);
            numbers.push(whole + i64::from(is_up));
        }
        Some(Rounded::new(numbers, states))
    }

    fn listed(self, cells: usize) -> Vec<i64> {
        match self.numbers {
            Numbers::Every(number) => alloc::vec![number; cells],
            Numbers::Each(numbers) => numbers.into_owned(),
        }
    }
}

/// How a block of quotients is divided: the exponents of ten by which what is left is multiplied
/// before each division, so that 64 bits hold it.
struct Steps {
    first: u64,
    next: Vec<u64>,
}

impl Steps {
    /// Plans the division of numbers up to a bound by others, to so many decimals.
    fn plan(over: u64, under: u64, decimals: u32) -> Option<Self> {
        let room = |bound: u64| u64::MAX.checked_div(bound.max(1)).and_then(u64::checked_ilog10);
        let first = room(over)?.min(decimals);
        let (mut left, mut next) = (decimals - first, Vec::new());
        while left > 0 {
            let step = room(under)?.min(left);
            if step == 0 || next.len() == 4 {
                return None;
            }
            next.push(10_u64.pow(step));
            left -= step;
        }
        Some(Self { first: 10_u64.pow(first), next })
    }

    /// Divides numbers by others in one step each and rounds half to even, where no quotient is
    /// near a tie without being one; nothing where one of them is past a limit.
    fn round_at_once(
        &self,
        over: &Numbers<'_>,
        under: &Numbers<'_>,
        limit: u64,
    ) -> Option<Vec<i64>> {
        let (Numbers::Each(over), Numbers::Each(under)) = (over, under) else { return None };
        let mut all = 0;
        let pairs = over.iter().zip(under.iter());
        let numbers = pairs.map(|(above, below)| {
            let divisor = below.unsigned_abs().max(1);
            let over = above.unsigned_abs().wrapping_mul(self.first);
            let quotient = over / divisor;
            let twice = 2 * (over - quotient * divisor);
            let is_up = (twice > divisor) | ((twice == divisor) & (quotient & 1 == 1));
            // A lower one of zero is that of a cell without a number.
            all = if *below == 0 { all } else { quotient.max(all) };
            let sign = (above ^ below) >> 63;
            ((quotient + u64::from(is_up)).cast_signed() ^ sign).wrapping_sub(sign)
        });
        let numbers = numbers.collect();
        (all < limit).then_some(numbers)
    }

    /// Divides one number by another that is not zero: the quotient, cut off, and what is left of
    /// the last digit; a quotient past a limit is the limit.
    #[inline]
    fn divide(&self, over: u64, under: u64, limit: u64) -> (u64, u64) {
        let over = over.wrapping_mul(self.first);
        let mut quotient = over / under;
        let mut rest = over - quotient * under;
        for step in &self.next {
            if quotient >= limit / step {
                return (limit, 0);
            }
            let over = rest.wrapping_mul(*step);
            let digits = over / under;
            quotient = quotient * step + digits;
            rest = over - digits * under;
        }
        (quotient, rest)
    }
}

impl<'p> Quotient<'p> {
    /// Returns its two parts, of which the upper one has no more decimals than the lower one and
    /// those asked for, and how many decimals its whole quotient is short of these.
    fn parts(self, places: u32) -> Option<(Whole<'p>, Whole<'p>, u32)> {
        let Self { over, under, .. } = self;
        match (places + under.scale).checked_sub(over.scale) {
            Some(decimals) => Some((over, under, decimals)),
            None => {
                let missing = over.scale - places - under.scale;
                Some((over, under.scaled_up(missing)?, 0))
            }
        }
    }

    fn rounded(self, states: &mut States, cells: usize, places: u32) -> Option<Rounded> {
        let (slack, is_plain) = (self.slack, self.is_plain);
        let (over, under, decimals) = self.parts(places)?;
        let steps = Steps::plan(over.bound(), under.bound(), decimals)?;
        // Each is at most so far from the exact quotient: ten times what one rounding moves.
        let before = DIGITS_BEFORE_MAX.max(slack);
        let exponent = DIGITS.checked_sub(places + before + 2).filter(|it| *it > 1)?;
        let shift = (10_u64.checked_pow(exponent.min(18))? / 2).ilog2();
        let limit = 10_u64.checked_pow(DIGITS_BEFORE_MAX + places)?;
        if steps.next.is_empty()
            && is_plain
            && under.bound() >> shift == 0
            && let Some(numbers) = steps.round_at_once(&over.numbers, &under.numbers, limit)
        {
            return Some(Rounded::new(numbers, states));
        }
        let numbers = over.numbers.pairs(&under.numbers, cells, |cell, above, below| {
            let divisor = below.unsigned_abs().max(1);
            let (quotient, rest) = steps.divide(above.unsigned_abs(), divisor, limit);
            let twice = 2 * rest;
            let distance = twice.abs_diff(divisor);
            // Of several steps a tie may come out next to it.
            let is_near = distance <= divisor >> shift && (distance != 0 || !is_plain);
            if quotient >= limit || is_near {
                states.set(cell, WALK);
                return 0;
            }
            let is_up = twice > divisor || (twice == divisor && quotient & 1 == 1);
            let quotient = (quotient + u64::from(is_up)).cast_signed();
            if (above ^ below) < 0 { -quotient } else { quotient }
        });
        Some(Rounded::new(numbers, states))
    }

    /// Divides to a scale, each quotient to within two units.
    fn divided(self, states: &mut States, cells: usize, scale: u32) -> Option<Whole<'p>> {
        // What the walk rounds off at 28 digits is less than a unit of this scale.
        if self.slack + 2 + scale > DIGITS {
            return None;
        }
        let (over, under, decimals) = self.parts(scale)?;
        let steps = Steps::plan(over.bound(), under.bound(), decimals)?;
        let limit = i64::MAX.unsigned_abs() / 8;
        let mut largest = 0;
        let numbers = over.numbers.pairs(&under.numbers, cells, |cell, above, below| {
            let divisor = below.unsigned_abs().max(1);
            let (quotient, _) = steps.divide(above.unsigned_abs(), divisor, limit);
            if quotient >= limit {
                states.set(cell, WALK);
                return 0;
            }
            // A lower one of zero is that of a cell without a number.
            largest = if below == 0 { largest } else { quotient.max(largest) };
            let quotient = quotient.cast_signed();
            if (above ^ below) < 0 { -quotient } else { quotient }
        });
        let largest = largest.cast_signed();
        let extent = Extent { low: -largest, high: largest };
        Some(Whole { error: 2, ..Whole::each(numbers, scale, extent) })
    }
}

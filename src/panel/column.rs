//! [`Column`]: what a measure comes to in every row of a panel.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::cells::mantissa;
use crate::{arith, undefined::Undefined};

/// What a measure comes to in every row of a panel: a number at so many decimals, or the reason why
/// there is none.
///
/// Each cell is the value that [`Metric::value`](crate::Metric::value) gives of that company's
/// history and period, rounded half to even, and the same reason where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    places: u32,
    numbers: Numbers,
    /// Zero where there is a number, else the reason's number, counted from one.
    codes: Vec<u32>,
    reasons: Vec<Undefined>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Numbers {
    /// Whole numbers of the last decimal; zero where there is none.
    Narrow(Vec<i64>),
    /// Numbers of which one does not fit 64 bits.
    Wide(Vec<Decimal>),
}

impl Column {
    pub(super) fn with_capacity(places: u32, rows: usize) -> Self {
        Self {
            places,
            numbers: Numbers::Narrow(Vec::with_capacity(rows)),
            codes: Vec::with_capacity(rows),
            reasons: Vec::new(),
        }
    }

    /// Adds a number, which is rounded half to even.
    pub(super) fn push(&mut self, number: Decimal) {
        let number = arith::normal(number.round_dp(self.places));
        self.codes.push(0);
        if let Numbers::Narrow(mantissas) = &mut self.numbers {
            if let Some(mantissa) = mantissa(number, self.places) {
                return mantissas.push(mantissa);
            }
            let places = self.places;
            let decimal = |it: &i64| Decimal::from_i128_with_scale((*it).into(), places);
            self.numbers = Numbers::Wide(mantissas.iter().map(decimal).collect());
        }
        if let Numbers::Wide(wide) = &mut self.numbers {
            wide.push(number);
        }
    }

    /// Adds why there is no number.
    pub(super) fn push_reason(&mut self, reason: Undefined) {
        let known = self.reasons.iter().position(|known| *known == reason);
        let place = known.unwrap_or_else(|| {
            self.reasons.push(reason);
            self.reasons.len() - 1
        });
        self.codes.push(u32::try_from(place + 1).unwrap_or(u32::MAX));
        match &mut self.numbers {
            Numbers::Narrow(mantissas) => mantissas.push(0),
            Numbers::Wide(wide) => wide.push(Decimal::ZERO),
        }
    }

    /// Returns how many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Returns whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Returns to how many decimals its numbers are rounded.
    #[must_use]
    pub const fn places(&self) -> u32 {
        self.places
    }

    /// Returns the number of a row, or why there is none; nothing past the last row.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<Result<Decimal, Undefined>> {
        let code = usize::try_from(*self.codes.get(row)?).ok()?;
        if let Some(reason) = code.checked_sub(1) {
            return self.reasons.get(reason).copied().map(Err);
        }
        let number = match &self.numbers {
            Numbers::Narrow(mantissas) => {
                Decimal::from_i128_with_scale((*mantissas.get(row)?).into(), self.places)
            }
            Numbers::Wide(wide) => *wide.get(row)?,
        };
        Some(Ok(number))
    }

    /// Returns the cells in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = Result<Decimal, Undefined>> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    /// Returns the numbers as whole numbers of the last decimal, zero where there is none, unless
    /// one of them does not fit 64 bits.
    #[must_use]
    pub fn mantissas(&self) -> Option<&[i64]> {
        match &self.numbers {
            Numbers::Narrow(mantissas) => Some(mantissas),
            Numbers::Wide(_) => None,
        }
    }

    /// Returns for each row zero where there is a number, else which of the
    /// [`reasons`](Self::reasons) there is, counted from one.
    #[must_use]
    pub fn codes(&self) -> &[u32] {
        &self.codes
    }

    /// Returns the reasons that rows have, each once, in the order of the rows.
    #[must_use]
    pub fn reasons(&self) -> &[Undefined] {
        &self.reasons
    }
}

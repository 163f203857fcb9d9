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
    /// Whether its numbers are multiples, of which none below one of zero is low.
    is_of_multiples: bool,
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
            is_of_multiples: false,
            numbers: Numbers::Narrow(Vec::with_capacity(rows)),
            codes: Vec::with_capacity(rows),
            reasons: Vec::new(),
        }
    }

    pub(super) fn of_multiples(self, is_of_multiples: bool) -> Self {
        Self { is_of_multiples, ..self }
    }

    pub(super) const fn is_of_multiples(&self) -> bool {
        self.is_of_multiples
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
            let wide = mantissas.iter().map(|it| decimal(*it, places));
            self.numbers = Numbers::Wide(wide.collect());
        }
        if let Numbers::Wide(wide) = &mut self.numbers {
            wide.push(number);
        }
    }

    /// Adds numbers by their whole numbers of the last decimal.
    pub(super) fn extend(&mut self, added: &[i64]) {
        self.codes.resize(self.codes.len() + added.len(), 0);
        match &mut self.numbers {
            Numbers::Narrow(mantissas) => mantissas.extend_from_slice(added),
            Numbers::Wide(wide) => {
                let decimals = added.iter().map(|it| decimal(*it, self.places));
                wide.extend(decimals);
            }
        }
    }

    /// Adds numbers as [`extend`](Self::extend) does, each with its code; one that has a code
    /// becomes zero.
    pub(super) fn extend_coded(&mut self, added: &mut [i64], codes: impl Iterator<Item = u32>) {
        let start = self.codes.len();
        self.codes.extend(codes.take(added.len()));
        let codes = self.codes.get(start..).unwrap_or_default();
        for (number, code) in added.iter_mut().zip(codes) {
            *number = if *code == 0 { *number } else { 0 };
        }
        match &mut self.numbers {
            Numbers::Narrow(mantissas) => mantissas.extend_from_slice(added),
            Numbers::Wide(wide) => wide.extend(added.iter().map(|it| decimal(*it, self.places))),
        }
    }

    /// Adds a number or why there is none.
    pub(super) fn push_cell(&mut self, cell: Result<Decimal, Undefined>) {
        match cell {
            Ok(number) => self.push(number),
            Err(reason) => self.push_reason(reason),
        }
    }

    /// Adds why there is no number.
    pub(super) fn push_reason(&mut self, reason: Undefined) {
        let code = self.code(reason);
        self.push_code(code);
    }

    /// Adds that there is no number, for a reason that has a code.
    pub(super) fn push_code(&mut self, code: u32) {
        self.codes.push(code);
        match &mut self.numbers {
            Numbers::Narrow(mantissas) => mantissas.push(0),
            Numbers::Wide(wide) => wide.push(Decimal::ZERO),
        }
    }

    /// Returns the code of a reason.
    pub(super) fn code(&mut self, reason: Undefined) -> u32 {
        let known = self.reasons.iter().position(|known| *known == reason);
        let place = known.unwrap_or_else(|| {
            self.reasons.push(reason);
            self.reasons.len() - 1
        });
        u32::try_from(place + 1).unwrap_or(u32::MAX)
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
            Numbers::Narrow(mantissas) => decimal(*mantissas.get(row)?, self.places),
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

fn decimal(mantissa: i64, places: u32) -> Decimal {
    Decimal::from_i128_with_scale(mantissa.into(), places)
}

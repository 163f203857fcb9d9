//! [`Column`]: what a measure comes to in every row of a panel.

use rust_decimal::Decimal;

use super::{numbers::Numbers, reasons::Reasons};
use crate::undefined::Undefined;

/// What a measure comes to in every row of a panel: a number at so many decimals, or the reason why
/// there is none.
///
/// Each cell is the value that [`Metric::value`](crate::Metric::value) gives of that company's
/// history and period, rounded half to even, and the same reason where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Whether its numbers are multiples, of which none below one of zero is low.
    is_of_multiples: bool,
    /// Zero where there is none.
    numbers: Numbers,
    reasons: Reasons,
}

impl Column {
    pub(super) fn with_capacity(places: u32, rows: usize) -> Self {
        Self {
            is_of_multiples: false,
            numbers: Numbers::with_capacity(places, rows),
            reasons: Reasons::with_capacity(rows),
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
        self.reasons.push(0);
        self.numbers.push(number.round_dp(self.places()));
    }

    /// Adds numbers by their whole numbers of the last decimal.
    pub(super) fn extend(&mut self, added: &[i64]) {
        self.reasons.extend_sound(added.len());
        self.numbers.extend(added);
    }

    /// Puts a number or why there is none in the place of a number.
    pub(super) fn put(&mut self, row: usize, cell: Result<Decimal, Undefined>) {
        match cell {
            Ok(number) => self.numbers.put(row, number.round_dp(self.places())),
            Err(reason) => {
                let code = self.code(reason);
                self.put_code(row, code);
            }
        }
    }

    /// Puts that there is no number in the place of one, for a reason that has a code.
    pub(super) fn put_code(&mut self, row: usize, code: u32) {
        self.reasons.put(row, code);
        self.numbers.put(row, Decimal::ZERO);
    }

    /// Adds a number or why there is none.
    pub(super) fn push_cell(&mut self, cell: Result<Decimal, Undefined>) {
        match cell {
            Ok(number) => self.push(number),
            Err(reason) => {
                let code = self.code(reason);
                self.reasons.push(code);
                self.numbers.push(Decimal::ZERO);
            }
        }
    }

    /// Returns the code of a reason.
    pub(super) fn code(&mut self, reason: Undefined) -> u32 {
        self.reasons.code(reason)
    }

    /// Returns how many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.reasons.codes().len()
    }

    /// Returns whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reasons.codes().is_empty()
    }

    /// Returns to how many decimals its numbers are rounded.
    #[must_use]
    pub const fn places(&self) -> u32 {
        self.numbers.places()
    }

    /// Returns the number of a row, or why there is none; nothing past the last row.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<Result<Decimal, Undefined>> {
        match self.reasons.get(row)? {
            Some(reason) => Some(Err(reason)),
            None => self.numbers.get(row).map(Ok),
        }
    }

    /// Returns the cells in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = Result<Decimal, Undefined>> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    /// Returns the numbers as whole numbers of the last decimal, zero where there is none, unless
    /// one of them does not fit 64 bits.
    #[must_use]
    pub fn mantissas(&self) -> Option<&[i64]> {
        self.numbers.mantissas()
    }

    /// Returns for each row zero where there is a number, else which of the
    /// [`reasons`](Self::reasons) there is, counted from one.
    #[must_use]
    pub fn codes(&self) -> &[u32] {
        self.reasons.codes()
    }

    /// Returns the reasons that rows have, each once, in the order of the rows.
    #[must_use]
    pub fn reasons(&self) -> &[Undefined] {
        self.reasons.known()
    }
}

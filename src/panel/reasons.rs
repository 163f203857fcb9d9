//! [`Reasons`]: which rows have a number, and why the others have none.

use alloc::vec::Vec;

use crate::undefined::Undefined;

/// For each row of a column whether it has a number, or the reason why it has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reasons {
    /// Zero where there is a number, else the reason's number, counted from one.
    codes: Vec<u32>,
    known: Vec<Undefined>,
}

impl Reasons {
    pub(super) fn with_capacity(rows: usize) -> Self {
        Self { codes: Vec::with_capacity(rows), known: Vec::new() }
    }

    /// Returns the code of a reason.
    pub(super) fn code(&mut self, reason: Undefined) -> u32 {
        let known = self.known.iter().position(|known| *known == reason);
        let place = known.unwrap_or_else(|| {
            self.known.push(reason);
            self.known.len() - 1
        });
        u32::try_from(place + 1).unwrap_or(u32::MAX)
    }

    pub(super) fn push(&mut self, code: u32) {
        self.codes.push(code);
    }

    /// Adds rows that have numbers.
    pub(super) fn extend_sound(&mut self, rows: usize) {
        self.codes.resize(self.codes.len() + rows, 0);
    }

    /// Gives a row the code of a reason.
    pub(super) fn put(&mut self, row: usize, code: u32) {
        if let Some(place) = self.codes.get_mut(row) {
            *place = code;
        }
    }

    /// Returns why a row has no number, or nothing where it has one; nothing past the last row.
    pub(super) fn get(&self, row: usize) -> Option<Option<Undefined>> {
        let code = usize::try_from(*self.codes.get(row)?).ok()?;
        match code.checked_sub(1) {
            None => Some(None),
            Some(place) => self.known.get(place).map(|reason| Some(*reason)),
        }
    }

    pub(super) fn codes(&self) -> &[u32] {
        &self.codes
    }

    pub(super) fn known(&self) -> &[Undefined] {
        &self.known
    }
}

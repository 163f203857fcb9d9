//! [`Numbers`]: numbers of one scale as they are added to a column.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::cells::mantissa;
use crate::arith;

/// Numbers to so many decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbers {
    places: u32,
    kept: Kept,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kept {
    /// Whole numbers of the last decimal; zero where there is none.
    Narrow(Vec<i64>),
    /// Numbers of which one does not fit 64 bits.
    Wide(Vec<Decimal>),
}

impl Numbers {
    pub(super) fn with_capacity(places: u32, rows: usize) -> Self {
        Self { places, kept: Kept::Narrow(Vec::with_capacity(rows)) }
    }

    pub(super) const fn places(&self) -> u32 {
        self.places
    }

    /// Adds a number that has no more decimals than are kept.
    pub(super) fn push(&mut self, number: Decimal) {
        let number = arith::normal(number);
        if let Kept::Narrow(mantissas) = &mut self.kept {
            match mantissa(number, self.places) {
                Some(mantissa) => return mantissas.push(mantissa),
                None => self.widen(),
            }
        }
        if let Kept::Wide(wide) = &mut self.kept {
            wide.push(number);
        }
    }

    /// Puts a number, which has no more decimals than are kept, in the place of another.
    pub(super) fn put(&mut self, row: usize, number: Decimal) {
        let number = arith::normal(number);
        if let Kept::Narrow(mantissas) = &mut self.kept {
            match (mantissa(number, self.places), mantissas.get_mut(row)) {
                (Some(mantissa), Some(place)) => return *place = mantissa,
                _ => self.widen(),
            }
        }
        if let Kept::Wide(wide) = &mut self.kept
            && let Some(place) = wide.get_mut(row)
        {
            *place = number;
        }
    }

    /// Keeps decimals from here on.
    fn widen(&mut self) {
        if let Kept::Narrow(mantissas) = &self.kept {
            let wide = mantissas.iter().map(|it| decimal(*it, self.places));
            self.kept = Kept::Wide(wide.collect());
        }
    }

    /// Adds numbers by their whole numbers of the last decimal.
    pub(super) fn extend(&mut self, added: &[i64]) {
        match &mut self.kept {
            Kept::Narrow(mantissas) => mantissas.extend_from_slice(added),
            Kept::Wide(wide) => wide.extend(added.iter().map(|it| decimal(*it, self.places))),
        }
    }

    /// Returns a number by its row.
    pub(super) fn get(&self, row: usize) -> Option<Decimal> {
        match &self.kept {
            Kept::Narrow(mantissas) => Some(decimal(*mantissas.get(row)?, self.places)),
            Kept::Wide(wide) => wide.get(row).copied(),
        }
    }

    /// Returns the whole numbers, where all fit 64 bits.
    pub(super) fn mantissas(&self) -> Option<&[i64]> {
        match &self.kept {
            Kept::Narrow(mantissas) => Some(mantissas),
            Kept::Wide(_) => None,
        }
    }
}

fn decimal(mantissa: i64, places: u32) -> Decimal {
    Decimal::from_i128_with_scale(mantissa.into(), places)
}

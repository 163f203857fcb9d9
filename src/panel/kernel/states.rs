//! [`States`]: which cells of a block have no number, and why.

use alloc::{vec, vec::Vec};

/// The state of a cell that has a number.
pub(super) const SOUND: u8 = 0;

/// The state of a cell that is left to the walk over its row.
pub(crate) const WALK: u8 = u8::MAX;

/// The state of each cell of a block: sound, left to the walk, or the number of a reason, counted
/// from one.
///
/// The first reason of a cell stays, as it ends the walk over a row.
#[derive(Clone, Debug, Default)]
pub(super) struct States(Option<Vec<u8>>);

impl States {
    /// Gives a cell of a block a state, if it has none yet.
    #[inline]
    pub(super) fn set(&mut self, cells: usize, cell: usize, state: u8) {
        let states = self.0.get_or_insert_with(|| vec![SOUND; cells]);
        if let Some(known) = states.get_mut(cell)
            && *known == SOUND
        {
            *known = state;
        }
    }

    /// Returns the state of a cell.
    #[inline]
    pub(super) fn get(&self, cell: usize) -> u8 {
        self.0.as_ref().and_then(|states| states.get(cell)).copied().unwrap_or(SOUND)
    }

    /// Adds the states of what is read next.
    pub(super) fn then(self, next: Self) -> Self {
        match (self.0, next.0) {
            (Some(mut first), Some(second)) => {
                for (known, other) in first.iter_mut().zip(second) {
                    *known = if *known == SOUND { other } else { *known };
                }
                Self(Some(first))
            }
            (first, second) => Self(first.or(second)),
        }
    }

    /// Returns the states, if any cell is not sound.
    pub(super) fn into_vec(self) -> Option<Vec<u8>> {
        self.0
    }
}

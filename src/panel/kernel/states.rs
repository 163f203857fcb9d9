//! [`States`]: which cells of a block have no number, and why.

use alloc::{vec, vec::Vec};
use core::ops::Range;

/// The state of a cell that has a number.
pub(super) const SOUND: u8 = 0;

/// The state of a cell that is left to the walk over its row.
pub(super) const WALK: u8 = u8::MAX;

/// The state of each cell of a block: sound, left to the walk, or the number of a reason, counted
/// from one.
///
/// A formula is read in the order in which the walk over a row reads it, and there a reason ends
/// the walk: the first state of a cell stays.
#[derive(Clone, Debug, Default)]
pub(super) struct States {
    /// Empty as long as every cell is sound.
    states: Vec<u8>,
    cells: usize,
    sound: usize,
}

impl States {
    pub(super) const fn new(cells: usize) -> Self {
        Self { states: Vec::new(), cells, sound: cells }
    }

    /// Gives a cell a state, if it has none yet.
    #[inline]
    pub(super) fn set(&mut self, cell: usize, state: u8) {
        self.fill(cell..cell + 1, state);
    }

    /// Gives cells a state, those that have none yet.
    #[inline]
    pub(super) fn fill(&mut self, cells: Range<usize>, state: u8) {
        if self.states.is_empty() {
            self.states = vec![SOUND; self.cells];
        }
        for known in self.states.get_mut(cells).unwrap_or_default() {
            if *known == SOUND && state != SOUND {
                *known = state;
                self.sound -= 1;
            }
        }
    }

    /// Returns whether a cell has no state yet.
    #[inline]
    pub(super) fn is_sound(&self, cell: usize) -> bool {
        self.states.get(cell).is_none_or(|state| *state == SOUND)
    }

    /// Returns whether no cell is left for the rest of a formula to say anything about.
    pub(super) const fn is_decided(&self) -> bool {
        self.sound == 0
    }

    /// Returns the states, if any cell is not sound.
    pub(super) fn into_vec(self) -> Option<Vec<u8>> {
        (self.sound < self.cells).then_some(self.states)
    }
}

//! [`Kernel`]: a block of rows, over which formulas are read at once.

use super::{reading::Reading, rounding::Rounded};
use crate::{
    formula::{Node, Window, evaluate},
    metric::Named,
    panel::{figures::Panel, standpoint::Standpoint},
    undefined::Undefined,
};

/// A block of whole companies.
pub(crate) struct Kernel<'p> {
    reading: Reading<'p>,
    places: u32,
}

impl<'p> Kernel<'p> {
    /// Looks at a block of a panel, by its number, to so many decimals.
    pub(crate) fn new(panel: &'p Panel, block: usize, is_quoted: bool, places: u32) -> Self {
        Self { reading: Reading::new(panel, block, is_quoted, places), places }
    }

    /// Reads a formula and rounds what it comes to; nothing where the block is left to the walk.
    pub(crate) fn read(
        &mut self,
        nodes: &[Node],
        names: &[Named],
        window: Window,
    ) -> Option<Rounded> {
        match evaluate(nodes, names, &mut self.reading, window) {
            Ok(value) => {
                let cells = self.reading.cells();
                value.rounded(&mut self.reading.states, cells, self.places)
            }
            Err(reason) => {
                self.reading.end(reason);
                let is_decided = self.reading.states.is_decided();
                is_decided.then(|| Rounded::nothing(&mut self.reading.states))
            }
        }
    }

    /// Returns the standpoint of a row of the block.
    pub(crate) fn standpoint(&self, row: usize) -> Option<Standpoint<'p>> {
        self.reading.standpoint(row)
    }

    /// Returns the reason that is a cell's state; there is none of one that is left to the walk.
    pub(crate) fn reason(&self, state: u8) -> Option<Undefined> {
        self.reading.reason(state)
    }
}

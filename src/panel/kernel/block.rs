//! [`Kernel`]: a block of rows, over which formulas are read at once.

use core::ops::Range;

use super::{reading::Reading, rounding::Rounded};
use crate::{
    formula::{Node, Window, evaluate},
    metric::Named,
    panel::figures::Panel,
    undefined::Undefined,
};

/// A block of whole companies.
pub(crate) struct Kernel<'p> {
    reading: Reading<'p>,
    places: u32,
}

impl<'p> Kernel<'p> {
    /// Looks at some companies of a panel, to so many decimals.
    pub(crate) fn new(
        panel: &'p Panel,
        companies: Range<usize>,
        is_quoted: bool,
        places: u32,
    ) -> Self {
        Self { reading: Reading::new(panel, companies, is_quoted, places), places }
    }

    /// Reads a formula and rounds what it comes to; nothing where the block is left to the walk.
    pub(crate) fn read(
        &mut self,
        nodes: &[Node],
        names: &[Named],
        window: Window,
    ) -> Option<Rounded> {
        let value = evaluate(nodes, names, &mut self.reading, window).ok()?;
        value.rounded(self.reading.cells(), self.places)
    }

    /// Returns the reason that is a cell's state.
    pub(crate) fn reason(&self, state: u8) -> Option<Undefined> {
        self.reading.reason(state)
    }
}

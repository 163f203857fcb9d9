//! [`Leaf`]: how the amounts of a line item are read in a block.

use core::ops::Range;

use super::{reading::Reading, states::WALK};
use crate::{
    bounds::QUARTERS_PER_YEAR,
    formula::{At, Over},
    item::{Item, Nature},
    metric::Measure,
    panel::{
        cells::{Cells, Narrow, mantissa},
        extent::Extent,
    },
    undefined::{Undefined, When},
    view::{Records, amount},
};

/// How the amounts of a line item are read in a block.
pub(super) struct Leaf<'p> {
    pub item: Item,
    pub at: At,
    pub cells: &'p Cells,
    pub numbers: Narrow<'p>,
    /// Whether something else may stand for an amount that is not stated.
    pub may_be_absent: bool,
    pub sum: Sum,
    /// How many decimals an amount has.
    pub scale: u32,
    /// Between which numbers, of that scale, an amount lies.
    pub extent: Extent,
}

/// How many figures are added up to an amount, and whether their mean is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sum {
    /// The amount is that of one row.
    One,
    /// Four quarters add up to twelve months.
    Total,
    /// Of four quarters the mean is taken.
    Mean,
}

impl Sum {
    /// Returns how the rules of a row make twelve months of four quarters that are all stated.
    pub(super) const fn of(nature: Nature, over: Over) -> Self {
        match (nature, over) {
            (_, Over::Period) => Self::One,
            (Nature::Flow, _) | (Nature::PerShareFlow, Over::TwelveMonthsPerShare) => Self::Total,
            (Nature::WeightedShares, _) => Self::Mean,
            _ => Self::One,
        }
    }

    /// Returns the scale and the extent of amounts made of numbers of a scale and an extent, and of
    /// those numbers themselves, where they fit.
    pub(super) fn measure(self, scale: u32, extent: Extent) -> Option<(u32, Extent)> {
        match self {
            Self::One => Some((scale, extent)),
            Self::Total => {
                let total = extent.product(Extent::point(QUARTERS_PER_YEAR as i64))?;
                Some((scale, extent.hull(total)))
            }
            // A quarter of a whole number has two decimals.
            Self::Mean => Some((scale + 2, extent.product(Extent::point(100))?)),
        }
    }

    /// Returns what a sum of four comes to, at the scale of the amounts.
    #[inline]
    pub(super) fn of_four(self, sum: i64) -> i64 {
        if self == Self::Mean { sum.wrapping_mul(25) } else { sum }
    }
}

impl Reading<'_> {
    /// Looks one cell up by the rules of a row: its number at a scale, or its state.
    pub(super) fn look(
        &mut self,
        item: Item,
        at: At,
        row: usize,
        scale: u32,
        leaf: Option<&Leaf<'_>>,
    ) -> (i64, u8) {
        let Some(standpoint) = self.standpoint(row) else { return (0, WALK) };
        let figures = standpoint.figures(&Measure::Item(item), at);
        match figures.and_then(amount) {
            Ok(Some(number)) => mantissa(number, scale).map_or((0, WALK), |number| (number, 0)),
            Ok(None) => (0, leaf.map_or(0, |leaf| self.absent_state(leaf, at.when))),
            Err(reason) => (0, self.state(reason)),
        }
    }

    /// Gives cells the state of those that look back to where no row is.
    pub(super) fn set_gone(&mut self, rows: Range<usize>, when: When) {
        let gone = self.state(Undefined::NoReport { at: when });
        let start = self.rows().start;
        self.states.fill(rows.start - start..rows.end - start, gone);
    }

    /// Returns the state of cells whose item is not stated, where that of others is.
    pub(super) fn absent_state(&mut self, leaf: &Leaf<'_>, when: When) -> u8 {
        // What else may stand for it is left to the walk.
        if leaf.may_be_absent { WALK } else { self.missing_state(leaf.item, when) }
    }

    /// Gives the cells from a row on the state of absent ones where rows do not state an item.
    pub(super) fn set_absent(&mut self, leaf: &Leaf<'_>, stated: Range<usize>, first: usize) {
        if leaf.cells.is_full() {
            return;
        }
        let absent = self.absent_state(leaf, leaf.at.when);
        let start = self.rows().start;
        for place in leaf.cells.absent(stated.clone()) {
            self.states.set(first + (place - stated.start) - start, absent);
        }
    }
}

/// Returns whether an amount of a nature is one figure of one row.
pub(super) fn is_of_the_row(nature: Nature, over: Over) -> bool {
    over == Over::Period || !nature.is_over_a_period()
}

//! Amounts of twelve months in each cell of a block.

use alloc::vec::Vec;
use core::ops::Range;

use super::{
    leaf::{Leaf, Sum},
    reading::Reading,
    states::WALK,
    whole::Whole,
};
use crate::{
    bounds::QUARTERS_PER_YEAR,
    panel::links::{Link, Links, TwelveMonths},
    undefined::Undefined,
};

/// What the numbers of four quarters come to, where one of them is not there.
enum Four {
    Sum(i64),
    /// How long ago the last quarter is that has no number, where others have one.
    Missing(usize),
    /// The rules of a row decide.
    Unknown,
}

/// The states of cells for which a quarter is not there, by how long ago it is, once they are told.
#[derive(Default)]
struct Told {
    missing: [Option<u8>; QUARTERS_PER_YEAR],
    gap: [Option<u8>; QUARTERS_PER_YEAR],
}

impl Told {
    fn state(
        told: &mut [Option<u8>; QUARTERS_PER_YEAR],
        ago: u8,
        tell: impl FnOnce(u8) -> u8,
    ) -> u8 {
        match told.get_mut(usize::from(ago)) {
            Some(state) => *state.get_or_insert_with(|| tell(ago)),
            None => WALK,
        }
    }
}

impl<'p> Reading<'p> {
    /// Reads amounts of the twelve months up to each row, or to what it looks back to.
    pub(super) fn twelve_months(&mut self, leaf: &Leaf<'p>, link: Option<&Link>) -> Whole<'p> {
        let links = &self.panel.links;
        let mut numbers = Vec::with_capacity(self.cells());
        let mut told = Told::default();
        let mut rows = self.rows();
        while let Some(row) = rows.next() {
            if link.is_none() && leaf.sum == Sum::Total {
                let run = leaf.adjacent_run(links, row..rows.end);
                if !run.is_empty() {
                    rows = run.end..rows.end;
                    leaf.add_run(run.clone(), &mut numbers);
                    self.mend_run(leaf, run, &mut numbers, &mut told);
                    continue;
                }
            }
            let number = match link.map_or(Some(row), |link| link.get(row)) {
                Some(base) => self.twelve_months_of(leaf, row, base, &mut told),
                None => {
                    self.set_gone(row..row + 1, leaf.at.when);
                    0
                }
            };
            numbers.push(number);
        }
        Whole::each(numbers, leaf.scale, leaf.extent)
    }

    /// Reads those cells of a run again in whose sum a quarter is missing.
    fn mend_run(
        &mut self,
        leaf: &Leaf<'p>,
        run: Range<usize>,
        numbers: &mut [i64],
        told: &mut Told,
    ) {
        if leaf.cells.is_full() {
            return;
        }
        let (start, mut next) = (self.rows().start, run.start);
        let first = run.start.saturating_sub(QUARTERS_PER_YEAR - 1);
        for absent in leaf.cells.absent(first..run.end) {
            let end = (absent + QUARTERS_PER_YEAR).min(run.end);
            for row in next.max(absent)..end {
                let mended = self.twelve_months_of(leaf, row, row, told);
                if let Some(number) = numbers.get_mut(row - start) {
                    *number = mended;
                }
            }
            next = next.max(end);
        }
    }

    /// Reads an amount of the twelve months up to a row that another looks back to, and gives the
    /// cell its state where there is none.
    fn twelve_months_of(
        &mut self,
        leaf: &Leaf<'p>,
        row: usize,
        base: usize,
        told: &mut Told,
    ) -> i64 {
        let links = &self.panel.links;
        let twelve = links.twelve_months().get(base).copied().unwrap_or(TwelveMonths::Other);
        let when = leaf.at.when;
        let found = match twelve {
            TwelveMonths::Itself if leaf.sum == Sum::Mean => None,
            TwelveMonths::Itself => match leaf.number(base) {
                Some(number) => Some((number, 0)),
                None => Some((0, self.absent_state(leaf, when))),
            },
            _ if leaf.sum == Sum::One => None,
            TwelveMonths::Adjacent | TwelveMonths::Four => match leaf.four(links, base) {
                Four::Sum(sum) => Some((leaf.sum.of_four(sum), 0)),
                Four::Missing(_) if links.ends_a_year(base) => None,
                Four::Missing(ago) => {
                    let absent = |ago| self.absent_state(leaf, when.quarters_before(ago));
                    Some((0, Told::state(&mut told.missing, ago as u8, absent)))
                }
                Four::Unknown => None,
            },
            TwelveMonths::Gap(_) if !links.ends_a_year(base) && leaf.may_be_absent => {
                Some((0, WALK))
            }
            TwelveMonths::Gap(ago) if !links.ends_a_year(base) => {
                let gap = |ago| self.state(Undefined::Gap { at: when.quarters_before(ago) });
                Some((0, Told::state(&mut told.gap, ago, gap)))
            }
            TwelveMonths::Gap(_) | TwelveMonths::Other => None,
        };
        let (number, state) =
            found.unwrap_or_else(|| self.look(leaf.item, leaf.at, row, leaf.scale, Some(leaf)));
        self.states.set(row - self.rows().start, state);
        number
    }
}

impl Leaf<'_> {
    /// Returns the number of a row.
    #[inline]
    fn number(&self, row: usize) -> Option<i64> {
        self.numbers.mantissas.get(row).copied().filter(|_| self.cells.has(row))
    }

    /// Returns those of the rows that come next that follow three others each.
    fn adjacent_run(&self, links: &Links, rows: Range<usize>) -> Range<usize> {
        let twelve = links.twelve_months().get(rows.clone());
        debug_assert!(twelve.is_some(), "every row is linked to what its twelve months are");
        let twelve = twelve.unwrap_or_default();
        let run = twelve.iter().position(|it| *it != TwelveMonths::Adjacent);
        rows.start..rows.start + run.unwrap_or(twelve.len())
    }

    /// Adds the sums of four that end with each of some rows; what is missing adds nothing.
    fn add_run(&self, rows: Range<usize>, sums: &mut Vec<i64>) {
        let first = rows.start.saturating_sub(QUARTERS_PER_YEAR - 1);
        let numbers = self.numbers.mantissas.get(first..rows.end);
        debug_assert!(numbers.is_some(), "a column has a number for every row");
        let numbers = numbers.unwrap_or_default();
        let four = numbers.windows(QUARTERS_PER_YEAR);
        sums.extend(four.map(|four| four.iter().fold(0, |sum: i64, it| sum.wrapping_add(*it))));
    }

    /// Adds up four quarters, the last of which is a row.
    fn four(&self, links: &Links, row: usize) -> Four {
        let (mut row, mut sum, mut has_any, mut missing) = (row, 0_i64, false, None);
        for ago in 0..QUARTERS_PER_YEAR {
            if ago > 0 {
                let Some(before) = links.before().get(row) else { return Four::Unknown };
                row = before;
            }
            match self.number(row) {
                Some(number) => (sum, has_any) = (sum.wrapping_add(number), true),
                None => missing = missing.or(Some(ago)),
            }
        }
        match missing {
            None => Four::Sum(sum),
            Some(ago) if has_any => Four::Missing(ago),
            // A line that none of the quarters has is absent.
            Some(_) => Four::Unknown,
        }
    }
}

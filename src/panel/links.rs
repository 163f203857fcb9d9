//! [`Links`]: which row stands how far back from which, for all rows at once.

use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    history::Timeline,
    period::{Period, PeriodKind},
};

/// Which rows of a panel formulas look back to, as the timelines of its companies have found them.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    before: Link,
    year_ago: Link,
    twelve_months: Vec<TwelveMonths>,
    ends_a_year: Vec<bool>,
}

/// For each row of a panel another row, or none.
///
/// Rows next to one another mostly look back to rows that are: they are kept as runs, which are
/// read without asking each.
#[derive(Clone, Debug, Default)]
pub(super) struct Link {
    /// In order, each up to the next one.
    runs: Vec<Run>,
    /// The row of each, for those that are asked one at a time.
    rows: Vec<u32>,
}

/// No row.
const NONE: u32 = u32::MAX;

/// Rows of which each looks back as far as the first one does.
#[derive(Clone, Copy, Debug)]
struct Run {
    start: usize,
    /// What the first one looks back to.
    base: Option<usize>,
}

/// What the twelve months up to a row's end are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TwelveMonths {
    /// The row itself.
    Itself,
    /// The row and the three before it, which stand next to one another.
    Adjacent,
    /// The row and the three before it.
    Four,
    /// The row is a quarter, and the one that many before it is not there.
    Gap(u8),
    /// Something else, or nothing.
    Other,
}

impl Run {
    /// Returns what a row at or after the first one looks back to.
    fn base_of(self, row: usize) -> Option<usize> {
        self.base.map(|base| base + (row - self.start))
    }
}

impl Link {
    fn push(&mut self, base: Option<usize>) {
        let last = self.runs.last().copied();
        let start = self.rows.len();
        if last.is_none_or(|run| run.base_of(start) != base) {
            self.runs.push(Run { start, base });
        }
        self.rows.push(base.and_then(|base| u32::try_from(base).ok()).unwrap_or(NONE));
    }

    /// Returns some rows in order as runs, each with what its first row looks back to, and the
    /// others to the rows after that.
    pub(super) fn runs(
        &self,
        rows: Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, Option<usize>)> {
        let first = self.runs.partition_point(|run| run.start <= rows.start).saturating_sub(1);
        let runs = self.runs.get(first..).unwrap_or_default();
        let ends = runs.iter().skip(1).map(|run| run.start).chain([self.rows.len()]);
        let within = runs.iter().zip(ends).take_while(move |(run, _)| run.start < rows.end);
        within.map(move |(run, end)| {
            let start = run.start.max(rows.start);
            (start..end.min(rows.end), run.base_of(start))
        })
    }

    /// Returns what a row looks back to.
    #[inline]
    pub(super) fn get(&self, row: usize) -> Option<usize> {
        let row = *self.rows.get(row)?;
        if row == NONE { None } else { usize::try_from(row).ok() }
    }
}

impl Links {
    /// Adds the rows of a company, of which the first is at a place.
    pub(super) fn add(&mut self, timeline: &Timeline, start: usize) {
        for place in 0..timeline.periods().len() {
            self.before.push(timeline.before(place).map(|place| start + place));
            self.year_ago.push(timeline.years_ago(place, 1).map(|place| start + place));
            self.twelve_months.push(twelve_months(timeline, place).unwrap_or(TwelveMonths::Other));
            self.ends_a_year.push(timeline.twelve_months(place).is_some());
        }
    }

    /// Returns the rows before each.
    pub(super) const fn before(&self) -> &Link {
        &self.before
    }

    /// Returns the rows of the same period a year before each.
    pub(super) const fn year_ago(&self) -> &Link {
        &self.year_ago
    }

    /// Returns whether a row of twelve months ends with a row.
    pub(super) fn ends_a_year(&self, row: usize) -> bool {
        self.ends_a_year.get(row).copied().unwrap_or(true)
    }

    /// Returns what the twelve months up to the end of each row are made of.
    pub(super) fn twelve_months(&self) -> &[TwelveMonths] {
        &self.twelve_months
    }
}
fn twelve_months(timeline: &Timeline, place: usize) -> Option<TwelveMonths> {
    let period = timeline.at(place)?;
    match period.kind() {
        kind if kind.is_twelve_months() => return Some(TwelveMonths::Itself),
        PeriodKind::Quarter => {}
        _ => return None,
    }
    let mut first = place;
    for ago in 1..=3 {
        match timeline.before(first) {
            Some(before) => first = before,
            None => return Some(TwelveMonths::Gap(ago)),
        }
    }
    // Four quarters of 14 weeks each are adjacent and no year.
    Period::trailing(timeline.at(first)?.start(), period.end()).ok()?;
    Some(if first + 3 == place { TwelveMonths::Adjacent } else { TwelveMonths::Four })
}

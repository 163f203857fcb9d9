//! [`Links`]: which row stands how far back from which, for all rows at once.

use alloc::vec::Vec;

use crate::{
    history::Timeline,
    period::{Period, PeriodKind},
};

/// No row.
pub(super) const NONE: u32 = u32::MAX;

/// Which rows of a panel formulas look back to, as the timelines of its companies have found them.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    before: Vec<u32>,
    year_ago: Vec<u32>,
    twelve_months: Vec<TwelveMonths>,
    ends_a_year: Vec<bool>,
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

impl Links {
    /// Adds the rows of a company, of which the first is at a place.
    pub(super) fn add(&mut self, timeline: &Timeline, start: usize) {
        let row = |place: Option<usize>| {
            place.and_then(|place| u32::try_from(start + place).ok()).unwrap_or(NONE)
        };
        for place in 0..timeline.periods().len() {
            self.before.push(row(timeline.before(place)));
            self.year_ago.push(row(timeline.years_ago(place, 1)));
            self.twelve_months.push(twelve_months(timeline, place).unwrap_or(TwelveMonths::Other));
            self.ends_a_year.push(timeline.twelve_months(place).is_some());
        }
    }

    /// Returns the rows before each.
    pub(super) fn before(&self) -> &[u32] {
        &self.before
    }

    /// Returns the rows of the same period a year before each.
    pub(super) fn year_ago(&self) -> &[u32] {
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
    let gap = (1..=3).find(|ago| timeline.back(place, 0, *ago).is_none());
    if let Some(ago) = gap {
        return Some(TwelveMonths::Gap(ago));
    }
    let first = timeline.back(place, 0, 3)?;
    // Four quarters of 14 weeks each are adjacent and no year.
    Period::trailing(timeline.at(first)?.start(), period.end()).ok()?;
    Some(if first + 3 == place { TwelveMonths::Adjacent } else { TwelveMonths::Four })
}

//! [`Timeline`]: everything that filings said about one period, in order of filing.

use alloc::vec::Vec;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{rounding, vintage::Vintage};
use crate::companyfacts::reading::fact::FiledFact;
use crate::figure::Accession;

/// What one filing said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Version {
    pub fact: FiledFact,
    /// The concept it was tagged with: its place in the chain.
    pub track: usize,
    /// The power of ten to which the filing rounds this concept, as far as its values show.
    pub place: i8,
}

/// What filings said about one period, the earliest first; one version for each filing.
#[derive(Clone, Debug)]
pub(crate) struct Timeline {
    pub start: Option<Date>,
    pub end: Date,
    pub versions: Vec<Version>,
}

/// What a timeline says under a vintage, and how it came to say so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sighting {
    pub version: Version,
    /// When this value, but for rounding, was first filed.
    pub introduced: Date,
    /// When it was last filed, up to the vintage.
    pub last: Date,
    /// When another value was last filed before it: the figure is restated.
    pub previous: Option<Date>,
    /// When another value was first filed after it; only as first reported.
    pub superseded: Option<Date>,
}

impl Version {
    /// Returns whether two filings gave one value, but for rounding.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        rounding::agree(self.fact.value, other.fact.value, self.place.max(other.place))
    }

    /// Returns whether two filings gave one value, but for rounding and for the unit by which a
    /// filer that turns to coarser figures makes them add up.
    ///
    /// Lumen's third quarter of 2010, 1,747,101 thousand, became 1,748 million, so that the nine
    /// months came to 5,320: no figure was restated.
    fn continues(&self, other: &Self) -> bool {
        let place = self.place.max(other.place);
        let places: &[i8] = if self.place == other.place { &[place] } else { &[place, place] };
        self.fact.value == other.fact.value
            || rounding::within_halves(self.fact.value, other.fact.value, places)
    }
}

impl Timeline {
    /// Returns what counts under a vintage, where anything was filed by then.
    pub(crate) fn sight(&self, vintage: Vintage) -> Option<Sighting> {
        if vintage == Vintage::First {
            return self.first();
        }
        let known = match vintage {
            Vintage::AsOf(date) => {
                self.versions.partition_point(|version| version.fact.filed <= date)
            }
            _ => self.versions.len(),
        };
        let (last, before) = self.versions.get(..known)?.split_last()?;
        let same = before.iter().rev().take_while(|version| version.continues(last)).count();
        // A slip that later filings took back restates nothing: Amazon's Q1 2012 in its 10-K.
        let first = self.versions.first().filter(|first| first.continues(last));
        let start = if first.is_some() { 0 } else { before.len() - same };
        let introduced = before.get(start).unwrap_or(last).fact.filed;
        let previous = start.checked_sub(1).and_then(|at| before.get(at));
        Some(Sighting {
            version: *last,
            introduced,
            last: last.fact.filed,
            previous: previous.map(|version| version.fact.filed),
            superseded: None,
        })
    }

    /// Returns what a filing gave.
    pub(crate) fn given_by(&self, filing: Accession) -> Option<&Version> {
        self.versions.iter().find(|version| version.fact.accession == filing)
    }

    fn first(&self) -> Option<Sighting> {
        let (first, later) = self.versions.split_first()?;
        let same = later.iter().take_while(|version| version.continues(first)).count();
        let last = same.checked_sub(1).and_then(|at| later.get(at)).unwrap_or(first);
        // As above, a slip that was taken back supersedes nothing.
        let is_taken_back = later.last().is_some_and(|last| last.continues(first));
        Some(Sighting {
            version: *first,
            introduced: first.fact.filed,
            last: last.fact.filed,
            previous: None,
            superseded: later
                .get(same)
                .filter(|_| !is_taken_back)
                .map(|version| version.fact.filed),
        })
    }
}

impl Sighting {
    pub(crate) const fn value(&self) -> Decimal {
        self.version.fact.value
    }

    pub(crate) const fn place(&self) -> i8 {
        self.version.place
    }

    pub(crate) const fn restated(&self) -> bool {
        self.previous.is_some()
    }

    /// Returns whether two figures of one year stand on one basis: both as first filed, or both
    /// restated by one event.
    ///
    /// Where only one is restated, the other must have been filed, or filed again unchanged, with
    /// or after the change. Where both are, the times within which each changed must overlap, or
    /// the one that changed first must have been filed again, unchanged, with or after the other's
    /// change.
    pub(crate) fn one_vintage(&self, other: &Self) -> bool {
        let after = |a: &Self, b: &Self| a.superseded.is_none_or(|date| date > b.introduced);
        match (self.previous, other.previous) {
            (None, None) => after(self, other) && after(other, self),
            (Some(_), None) => other.last >= self.introduced,
            (None, Some(_)) => self.last >= other.introduced,
            (Some(a), Some(b)) => {
                let overlap = a < other.introduced && b < self.introduced;
                overlap || self.last.min(other.last) >= self.introduced.max(other.introduced)
            }
        }
    }

    /// Returns whether another figure was filed with this one, or as it is after this one changed.
    pub(crate) fn seen_since(&self, other: &Self) -> bool {
        other.last >= self.introduced
    }

    /// Returns whether two figures of different years stand on one basis: where one is restated,
    /// the other was filed with or after the change, or is restated by it too.
    pub(crate) fn contemporary(&self, other: &Self) -> bool {
        let shown = |restated: &Self, kept: &Self| kept.last >= restated.introduced;
        match (self.previous, other.previous) {
            (Some(_), None) => shown(self, other),
            (None, Some(_)) => shown(other, self),
            _ => self.one_vintage(other),
        }
    }
}

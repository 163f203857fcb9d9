//! [`Timeline`]: everything that filings said about one period, in order of filing.

use alloc::vec::Vec;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{rounding, vintage::Vintage};
use crate::bounds::{COMPARATIVE_GROWTH_MAX, LATE_REPORT_DAYS};
use crate::companyfacts::{periods::days, reading::fact::FiledFact};
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
    /// By how much it was restated; nothing where it was not.
    pub change: Decimal,
    /// Whether the next value was of another concept, and one of the two more than twice the other:
    /// this one was of something else. Zscaler's first nine months under `Revenues` are 1.07
    /// billion dollars, and 134 million as its contracts with customers.
    pub is_of_another: bool,
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
            change: previous
                .and_then(|version| rounding::exact_difference(last.fact.value, version.fact.value))
                .map_or(Decimal::ZERO, |change| change.abs()),
            is_of_another: false,
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
        let next = later.get(same).filter(|_| !is_taken_back);
        Some(Sighting {
            version: *first,
            introduced: first.fact.filed,
            last: last.fact.filed,
            previous: None,
            superseded: next.map(|version| version.fact.filed),
            change: Decimal::ZERO,
            is_of_another: next.is_some_and(|next| {
                let (a, b) = (first.fact.value, next.fact.value);
                next.track != first.track && (rounding::dwarfs(a, b) || rounding::dwarfs(b, a))
            }),
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

    /// Returns whether a figure and a part of it stand on one basis: both as first filed, or both
    /// restated by one event.
    ///
    /// Where only one is restated, the other must have been filed, or filed again unchanged, with
    /// or after the change. Where both are, the times within which each changed must overlap, and
    /// neither may have changed many times as much as the other; or the one that changed first must
    /// have been filed again, unchanged, with or after the other's change.
    ///
    /// General Electric's first nine months of 2018 lost 17.8 billion dollars when two of its
    /// businesses had left, and the half year, as the filing before gave it, 1.8.
    pub(crate) fn one_vintage(&self, part: &Self) -> bool {
        let dwarfs = |one: Decimal, other| {
            rounding::exact_product(other, COMPARATIVE_GROWTH_MAX).is_some_and(|most| one > most)
        };
        let both = self.restated() && part.restated();
        let alone = self.restated() && dwarfs(part.change, self.change)
            || both && dwarfs(self.change, part.change);
        self.changed_with(part) && (!alone || self.kept_with(part))
    }

    fn changed_with(&self, other: &Self) -> bool {
        match (self.previous, other.previous) {
            (None, None) => {
                !self.is_of_another
                    && !other.is_of_another
                    && self.holds_at(other)
                    && other.holds_at(self)
            }
            (Some(_), None) => other.last >= self.introduced,
            (None, Some(_)) => self.last >= other.introduced,
            (Some(a), Some(b)) => {
                a < other.introduced && b < self.introduced || self.kept_with(other)
            }
        }
    }

    /// Returns whether each of two figures was filed as it is with or after the other's change.
    fn kept_with(&self, other: &Self) -> bool {
        self.last.min(other.last) >= self.introduced.max(other.introduced)
    }

    /// Returns whether a figure as first filed still held when another one was: before a new value
    /// came out, or, where the other is only the comparative of a later report, at its last filing.
    fn holds_at(&self, other: &Self) -> bool {
        let late = days::between(other.version.fact.end, other.introduced) > LATE_REPORT_DAYS;
        let until =
            |date: Date| other.introduced < date && (!late || other.introduced <= self.last);
        self.superseded.is_none_or(until)
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
            _ => self.changed_with(other),
        }
    }
}

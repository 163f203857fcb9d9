//! [`Duplicates`]: whether facts that state the same thing agree.

use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::fact::{Mode, RoundedFact};
use crate::tieout::statement::Reading;

/// What the pairs of a set of duplicate facts are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duplicates {
    /// Two facts have the same value and the same `decimals`.
    pub complete: bool,
    /// Two facts admit a value in common, which complete ones do.
    pub consistent: bool,
    /// Two facts admit no value in common.
    pub inconsistent: bool,
}

impl Duplicates {
    /// Classifies the pairs of a set of duplicates.
    ///
    /// ```
    /// use financials::tieout::xbrl::{Duplicates, RoundedFact};
    ///
    /// let fact = |value: i64, decimals| RoundedFact { value: value.into(), decimals: Some(decimals) };
    /// assert!(Duplicates::of(&[fact(500, -2), fact(550, -1)]).consistent);
    /// assert!(Duplicates::of(&[fact(748_000, -3), fact(749_000, -3)]).inconsistent);
    /// ```
    #[must_use]
    pub fn of(facts: &[RoundedFact]) -> Self {
        let mut facts = facts.to_vec();
        facts.sort_by_key(|fact| (fact.decimals, fact.value));
        let count = facts.len();
        facts.dedup();
        let complete = facts.len() < count;
        let mut readings: Vec<Reading> =
            facts.iter().map(|fact| fact.reading(Mode::RoundToNearest)).collect();
        // Facts are by their place here, so that those that were rounded to one stand together.
        let places: Vec<i8> = readings.iter().filter_map(place).collect();
        let is_twice = places.iter().zip(places.iter().skip(1)).any(|(one, other)| one == other);
        readings.sort_by_key(|reading| reading.interval.ends()[0]);
        let (mut reach, mut least) = (Reach::default(), None);
        let mut found = Self { complete, consistent: complete, inconsistent: is_twice };
        for reading in readings {
            found.consistent |= reach.meets(reading);
            reach.take(reading);
            // No two are apart where the one that ends first meets the one that begins last.
            let first: &mut Reading = least.get_or_insert(reading);
            found.inconsistent |= !first.interval.intersects(reading.interval);
            if high(reading) < high(*first) {
                *first = reading;
            }
        }
        found
    }
}

/// Of readings that were met in the order of their beginnings, which end last: any of them, and any
/// that was not rounded to the place of that one. What begins later agrees with one of all of them
/// only if it does with one of these, so that each is looked at once.
#[derive(Default)]
struct Reach {
    last: Option<Reading>,
    other: Option<Reading>,
}

impl Reach {
    /// Returns whether a reading that begins no earlier agrees with any of those before.
    fn meets(&self, reading: Reading) -> bool {
        [self.last, self.other].into_iter().flatten().any(|known| known.agrees(reading))
    }

    fn take(&mut self, reading: Reading) {
        let Some(last) = self.last else {
            self.last = Some(reading);
            return;
        };
        let is_alike = place(&reading).is_some() && place(&reading) == place(&last);
        if high(reading) > high(last) {
            self.last = Some(reading);
            if !is_alike {
                self.other = Some(last);
            }
        } else if !is_alike && self.other.is_none_or(|other| high(reading) > high(other)) {
            self.other = Some(reading);
        }
    }
}

/// Returns the place that a fact was rounded to, where it was.
fn place(reading: &Reading) -> Option<i8> {
    reading.rounded.map(|(_, place)| place)
}

/// Returns where a reading ends, to compare by; one without an end ends after all others.
fn high(reading: Reading) -> (bool, Option<Decimal>) {
    let [_, high] = reading.interval.ends();
    (high.is_none(), high)
}

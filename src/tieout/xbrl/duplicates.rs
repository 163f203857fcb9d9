//! [`Duplicates`]: whether facts that state the same thing agree.

use alloc::vec::Vec;

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
        readings.sort_by_key(|reading| reading.interval.ends()[0]);
        let mut found = Self { complete, consistent: complete, inconsistent: false };
        for (place, one) in readings.iter().enumerate() {
            for other in readings.iter().skip(place + 1) {
                let agrees = one.agrees(*other);
                found.consistent |= agrees;
                found.inconsistent |= !agrees;
                // Those that follow begin no earlier, so that they do not meet it either.
                let is_past = !one.interval.intersects(other.interval);
                if is_past || found.consistent && found.inconsistent {
                    break;
                }
            }
        }
        found
    }
}

//! [`Calculation`]: a total held against what it is summed from.

use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::fact::{Mode, RoundedFact};
use crate::interval::Interval;

/// A total and what it is summed from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calculation {
    total: Vec<RoundedFact>,
    items: Vec<(Decimal, Vec<RoundedFact>)>,
}

/// What a calculation comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CalculationOutcome {
    /// There is no total, or no item.
    NotBound,
    /// A fact has digits past its `decimals`.
    ExcessDigits,
    /// Duplicates of one fact have no value in common.
    InconsistentDuplicates,
    /// The total and the sum have a value in common.
    Consistent,
    /// The total and the sum have no value in common.
    Inconsistent {
        /// What the total admits.
        reported: Interval,
        /// What the weighted sum of the items admits.
        computed: Interval,
    },
}

impl Calculation {
    /// Makes a calculation of a total, given with all its duplicates.
    #[must_use]
    pub fn of(total: &[RoundedFact]) -> Self {
        Self { total: total.to_vec(), items: Vec::new() }
    }

    /// Adds an item with its weight and all its duplicates; one without facts is left out.
    #[must_use]
    pub fn with(mut self, weight: impl Into<Decimal>, facts: &[RoundedFact]) -> Self {
        self.items.push((weight.into(), facts.to_vec()));
        self
    }

    /// Holds the total against the weighted sum of the items.
    ///
    /// ```
    /// use financials::tieout::xbrl::{Calculation, RoundedFact, Mode, CalculationOutcome};
    ///
    /// let fact = |value: i64| [RoundedFact { value: value.into(), decimals: Some(0) }];
    /// let sum = Calculation::of(&fact(101)).with(1, &fact(60)).with(1, &fact(40));
    /// assert_eq!(sum.check(Mode::RoundToNearest), CalculationOutcome::Consistent);
    /// let off = Calculation::of(&fact(102)).with(1, &fact(60)).with(1, &fact(40));
    /// assert!(matches!(off.check(Mode::RoundToNearest), CalculationOutcome::Inconsistent { .. }));
    /// ```
    #[must_use]
    pub fn check(&self, mode: Mode) -> CalculationOutcome {
        let items = || self.items.iter().filter(|(_, facts)| !facts.is_empty());
        if self.total.is_empty() || items().next().is_none() {
            return CalculationOutcome::NotBound;
        }
        let mut facts = self.total.iter().chain(items().flat_map(|(_, facts)| facts));
        if facts.any(|fact| fact.excess_digits().is_some()) {
            return CalculationOutcome::ExcessDigits;
        }
        let Some(reported) = common(&self.total, mode) else {
            return CalculationOutcome::InconsistentDuplicates;
        };
        let mut computed = Interval::point(Decimal::ZERO);
        for (weight, facts) in items() {
            let Some(item) = common(facts, mode) else {
                return CalculationOutcome::InconsistentDuplicates;
            };
            computed = computed + Interval::point(*weight) * item;
        }
        match reported.intersects(computed) {
            true => CalculationOutcome::Consistent,
            false => CalculationOutcome::Inconsistent { reported, computed },
        }
    }
}

/// Returns the values that all duplicates of a fact admit.
fn common(facts: &[RoundedFact], mode: Mode) -> Option<Interval> {
    let mut readings = facts.iter().map(|fact| fact.reading(mode));
    let (first, rest) = (readings.next()?, readings);
    let mut seen = Vec::from([first]);
    let mut common = first.interval;
    for reading in rest {
        if seen.contains(&reading) {
            continue;
        }
        if !seen.iter().all(|other| other.agrees(reading)) {
            return None;
        }
        common = common.intersect(reading.interval)?;
        seen.push(reading);
    }
    Some(common)
}

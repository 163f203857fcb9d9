//! XBRL's own consistency of rounded facts: Calculations 1.1 and duplicate facts.
//!
//! The rules are those of the XBRL specifications "Calculations 1.1" (both of its rounding modes)
//! and of duplicate facts in "Open Information Model", on the same intervals as everything else
//! here. One rule is stricter: two facts at one place must be equal, while 748,000 and 749,000,
//! both to the thousand, touch at 748,500 and would pass as closed intervals.

use core::ops::Bound;

use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::evidence::Reading;
use crate::{
    arith::{self, Rounding},
    figure::{Accuracy, admitted},
    interval::Interval,
};

/// How the facts of a report were rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// To the nearest: 1,004 admits 1,003.5 to 1,004.5, both ends included.
    RoundToNearest,
    /// Towards zero: 1,004 admits 1,004 up to and without 1,005.
    Truncation,
}

/// A numeric fact: its value and its `decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The value as reported.
    #[serde(with = "crate::decimal::wire")]
    pub value: Decimal,
    /// The attribute `decimals`; `None` is `INF`.
    pub decimals: Option<i8>,
}

impl Fact {
    /// Returns the values that the fact admits.
    ///
    /// ```
    /// use financials::tieout::xbrl::{Fact, Mode};
    ///
    /// let fact = Fact { value: 1_004_000_000.into(), decimals: Some(-6) };
    /// assert_eq!(fact.admitted(Mode::RoundToNearest).to_string(), "[1003500000, 1004500000]");
    /// assert_eq!(fact.admitted(Mode::Truncation).to_string(), "[1004000000, 1005000000)");
    /// ```
    #[must_use]
    pub fn admitted(self, mode: Mode) -> Interval {
        let point = Interval::point(self.value);
        let Some(decimals) = self.decimals else { return point };
        if mode == Mode::RoundToNearest {
            return admitted(self.value, Accuracy::Decimals(decimals));
        }
        let Some(place) = decimals.checked_neg().and_then(arith::power_of_ten) else {
            return Interval::everything();
        };
        // Truncation goes towards zero, and to zero from either side.
        let up = Interval::point(Decimal::ZERO).hull(Interval::less_than(place));
        let away = up.intersect(Interval::at_least(Decimal::ZERO)).unwrap_or(up);
        match () {
            () if self.value.is_zero() => away.hull(-away),
            () if self.value.is_sign_negative() => point + -away,
            () => point + away,
        }
    }

    /// Returns the value without the digits past its `decimals`, and how much they amount to, if
    /// any of them is not zero; a calculation with such a fact is an error
    /// (`calc11e:excessDigits`).
    ///
    /// ```
    /// use financials::tieout::xbrl::Fact;
    ///
    /// let fact = Fact { value: (-1234).into(), decimals: Some(-1) };
    /// assert_eq!(fact.excess_digits(), Some(((-1230).into(), 4.into())));
    /// ```
    #[must_use]
    pub fn excess_digits(self) -> Option<(Decimal, Decimal)> {
        let decimals = self.decimals?;
        let truncated = match u32::try_from(decimals) {
            Ok(places) => self.value.trunc_with_scale(places),
            Err(_) => {
                let place = 10_i128.checked_pow(decimals.unsigned_abs().into());
                let whole = self.value.trunc().mantissa();
                let kept = place.map_or(0, |place| whole / place * place);
                Decimal::try_from_i128_with_scale(kept, 0).ok()?
            }
        };
        let excess = arith::sub(self.value, truncated, Rounding::HalfEven)?.value;
        (!excess.is_zero()).then(|| (truncated, excess.abs()))
    }

    fn reading(self, mode: Mode) -> Reading {
        let rounded = self.decimals.map(|decimals| (self.value, decimals));
        Reading { interval: self.admitted(mode), rounded }
    }
}

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
    /// use financials::tieout::xbrl::{Duplicates, Fact};
    ///
    /// let fact = |value: i64, decimals| Fact { value: value.into(), decimals: Some(decimals) };
    /// assert!(Duplicates::of(&[fact(500, -2), fact(550, -1)]).consistent);
    /// assert!(Duplicates::of(&[fact(748_000, -3), fact(749_000, -3)]).inconsistent);
    /// ```
    #[must_use]
    pub fn of(facts: &[Fact]) -> Self {
        let mut facts = facts.to_vec();
        facts.sort_by_key(|fact| (fact.decimals, fact.value));
        let count = facts.len();
        facts.dedup();
        let complete = facts.len() < count;
        let mut readings: Vec<Reading> =
            facts.iter().map(|fact| fact.reading(Mode::RoundToNearest)).collect();
        readings.sort_by_key(low);
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

fn low(reading: &Reading) -> Option<Decimal> {
    match reading.interval.low() {
        Bound::Included(low) | Bound::Excluded(low) => Some(low),
        Bound::Unbounded => None,
    }
}

/// A total and what it is summed from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calculation {
    total: Vec<Fact>,
    items: Vec<(Decimal, Vec<Fact>)>,
}

/// What a calculation comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Outcome {
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
    pub fn of(total: &[Fact]) -> Self {
        Self { total: total.to_vec(), items: Vec::new() }
    }

    /// Adds an item with its weight and all its duplicates; one without facts is left out.
    #[must_use]
    pub fn with(mut self, weight: impl Into<Decimal>, facts: &[Fact]) -> Self {
        self.items.push((weight.into(), facts.to_vec()));
        self
    }

    /// Holds the total against the weighted sum of the items.
    ///
    /// ```
    /// use financials::tieout::xbrl::{Calculation, Fact, Mode, Outcome};
    ///
    /// let fact = |value: i64| [Fact { value: value.into(), decimals: Some(0) }];
    /// let sum = Calculation::of(&fact(101)).with(1, &fact(60)).with(1, &fact(40));
    /// assert_eq!(sum.check(Mode::RoundToNearest), Outcome::Consistent);
    /// let off = Calculation::of(&fact(102)).with(1, &fact(60)).with(1, &fact(40));
    /// assert!(matches!(off.check(Mode::RoundToNearest), Outcome::Inconsistent { .. }));
    /// ```
    #[must_use]
    pub fn check(&self, mode: Mode) -> Outcome {
        let items = || self.items.iter().filter(|(_, facts)| !facts.is_empty());
        if self.total.is_empty() || items().next().is_none() {
            return Outcome::NotBound;
        }
        let mut facts = self.total.iter().chain(items().flat_map(|(_, facts)| facts));
        if facts.any(|fact| fact.excess_digits().is_some()) {
            return Outcome::ExcessDigits;
        }
        let Some(reported) = common(&self.total, mode) else {
            return Outcome::InconsistentDuplicates;
        };
        let mut computed = Interval::point(Decimal::ZERO);
        for (weight, facts) in items() {
            let Some(item) = common(facts, mode) else {
                return Outcome::InconsistentDuplicates;
            };
            computed = computed + Interval::point(*weight) * item;
        }
        match reported.intersects(computed) {
            true => Outcome::Consistent,
            false => Outcome::Inconsistent { reported, computed },
        }
    }
}

/// Returns the values that all duplicates of a fact admit.
fn common(facts: &[Fact], mode: Mode) -> Option<Interval> {
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

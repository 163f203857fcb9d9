//! [`Summation`]: a total of a filing with its items.

use alloc::{string::String, vec::Vec};

use rust_decimal::Decimal;

use crate::{
    tieout::xbrl::{Calculation, CalculationOutcome, Mode, RoundedFact},
    xbrl::fact::Fact,
};

/// A total of a filing with the items that its company says it is summed from.
#[derive(Clone, Debug)]
pub struct Summation<'a> {
    role: &'a str,
    total: Vec<Fact<'a>>,
    items: Vec<Summand<'a>>,
}

/// An item of a total.
#[derive(Clone, Debug)]
pub struct Summand<'a> {
    pub(super) id: &'a str,
    pub(super) weight: Decimal,
    pub(super) facts: Vec<Fact<'a>>,
}

impl<'a> Summand<'a> {
    /// Returns the id of the concept in its schema, such as `us-gaap_Assets`.
    #[must_use]
    pub const fn id(&self) -> &'a str {
        self.id
    }

    /// Returns what it is multiplied by: 1, or −1 for what is taken off.
    #[must_use]
    pub const fn weight(&self) -> Decimal {
        self.weight
    }

    /// Returns the facts that report it; none where the filing does not.
    #[must_use]
    pub fn facts(&self) -> &[Fact<'a>] {
        &self.facts
    }
}

impl<'a> Summation<'a> {
    pub(super) const fn new(role: &'a str, total: Vec<Fact<'a>>, items: Vec<Summand<'a>>) -> Self {
        Self { role, total, items }
    }

    /// Returns the role of the linkbase: a statement or a note of the filing.
    #[must_use]
    pub const fn role(&self) -> &'a str {
        self.role
    }

    /// Returns the total; it may be said more than once.
    #[must_use]
    pub fn total(&self) -> &[Fact<'a>] {
        &self.total
    }

    /// Returns its items, in the order of the linkbase.
    #[must_use]
    pub fn items(&self) -> &[Summand<'a>] {
        &self.items
    }

    /// Returns the ids of the items that the filing does not report for this total.
    #[must_use]
    pub fn unreported(&self) -> Vec<&'a str> {
        let silent = self.items.iter().filter(|item| item.facts.is_empty());
        silent.map(|item| item.id).collect()
    }

    /// Holds the total against the weighted sum of the items that are reported.
    #[must_use]
    pub fn check(&self, mode: Mode) -> CalculationOutcome {
        let sum = Calculation::of(&rounded(&self.total));
        let add =
            |sum: Calculation, item: &Summand<'_>| sum.with(item.weight, &rounded(&item.facts));
        self.items.iter().fold(sum, add).check(mode)
    }

    /// Returns whether the total and its items have no value in common, as rounded to the nearest.
    ///
    /// Most that have none lack an item that the filing does not report, such as the other parts of
    /// last year's assets; [`is_error`](Self::is_error) asks for more.
    #[must_use]
    pub fn is_inconsistent(&self) -> bool {
        let outcome = self.check(Mode::RoundToNearest);
        matches!(
            outcome,
            CalculationOutcome::Inconsistent { .. } | CalculationOutcome::InconsistentDuplicates
        )
    }

    /// Returns whether it is inconsistent although no item is missing.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.is_inconsistent() && self.items.iter().all(|item| !item.facts.is_empty())
    }

    /// Returns the concept of the total as it prints.
    #[must_use]
    pub fn name(&self) -> String {
        self.total.first().map(|fact| alloc::format!("{}", fact.concept())).unwrap_or_default()
    }
}

fn rounded(facts: &[Fact<'_>]) -> Vec<RoundedFact> {
    facts.iter().filter_map(|fact| fact.rounded()).collect()
}

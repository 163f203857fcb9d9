//! Line items of a filing, as figures.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::primary::Primary;
use crate::{
    bounds::REVENUE_TOTAL_PERCENT,
    companyfacts::{POLICY_BENEFITS, chain, leaves_out, split_name},
    currency::Currency,
    figure::{Basis, Figure},
    item::{Item, Nature},
    period::Period,
    xbrl::fact::Fact,
};

impl<'a> Primary<'a> {
    /// Returns the rules that most numbers follow by their taxonomy; of another one than those of
    /// the FASB and the IFRS Foundation nothing is said.
    pub(super) fn basis(&self) -> Option<Basis> {
        let of = |family: &str| {
            self.facts().filter(|fact| fact.concept().family() == Some(family)).count()
        };
        let (gaap, ifrs, all) = (of("us-gaap"), of("ifrs-full"), self.facts().count());
        match () {
            () if gaap * 2 >= all => Some(Basis::Gaap),
            () if ifrs * 2 >= all => Some(Basis::Ifrs),
            () => None,
        }
    }

    /// Returns the fact that gives a line item: that of the first of the item's concepts that the
    /// filing has in its unit. Facts that contradict each other give none; they are findings.
    #[must_use]
    pub fn item(&self, item: Item, period: Period, currency: Currency) -> Option<Fact<'a>> {
        let mut found = self.candidates_of(item, period, currency);
        let first = found.next()?;
        if item == Item::CostOfRevenue && self.is_cost_of_goods_alone(first, period) {
            return None;
        }
        if item != Item::Revenue {
            return Some(first);
        }
        Some(found.find(|total| exceeds(*total, first)).unwrap_or(first))
    }

    /// Returns whether a cost leaves out the benefits that an insurer pays.
    fn is_cost_of_goods_alone(&self, cost: Fact<'a>, period: Period) -> bool {
        let benefits = POLICY_BENEFITS.iter().filter_map(|name| {
            let (family, local) = split_name(name);
            self.number(family, local, period).ok().flatten()?.number()
        });
        let name = cost.concept();
        let benefits: Vec<Decimal> = benefits.collect();
        cost.number().is_some_and(|cost| leaves_out(name.local(), cost, benefits))
    }

    /// Returns the facts of each of an item's concepts in its unit, the preferred first.
    pub(super) fn candidates_of(
        &self,
        item: Item,
        period: Period,
        currency: Currency,
    ) -> impl Iterator<Item = Fact<'a>> {
        let nature = item.nature();
        let period = if nature.is_over_a_period() { period } else { Period::instant(period.end()) };
        let fits = move |fact: &Fact<'a>| {
            let Some(unit) = fact.unit() else { return false };
            match nature {
                Nature::PerShareFlow | Nature::Price => unit.currency_per_share() == Some(currency),
                Nature::WeightedShares | Nature::Shares => unit.is_shares(),
                Nature::Flow | Nature::Balance => unit.currency() == Some(currency),
                _ => unit.is_pure(),
            }
        };
        let numbers = chain(item).map(move |name| {
            let (family, local) = split_name(name);
            self.number(family, local, period)
        });
        // What comes after a preferred concept that contradicts itself is not the item either.
        let known = numbers.take_while(Result::is_ok).filter_map(|number| number.ok().flatten());
        known.filter(fits)
    }
}

/// Returns a figure of a fact, if it is within the limits of figures.
pub(super) fn figure(fact: Fact<'_>, basis: Option<Basis>) -> Option<Figure> {
    let figure = Figure::new(fact.number()?, fact.accuracy()?).ok()?;
    Some(on(figure, basis).from_source(fact.source()))
}

pub(super) fn on(figure: Figure, basis: Option<Basis>) -> Figure {
    match basis {
        Some(basis) => figure.on(basis),
        None => figure,
    }
}

/// Returns whether a total exceeds another by more than what totals add to net sales.
fn exceeds(total: Fact<'_>, other: Fact<'_>) -> bool {
    let (Some(total), Some(other)) = (total.number(), other.number()) else { return false };
    let percent = Decimal::from(100 + REVENUE_TOTAL_PERCENT);
    let hundred = Decimal::ONE_HUNDRED;
    match (total.checked_mul(hundred), other.checked_mul(percent)) {
        (Some(total), Some(other)) => total > other,
        _ => false,
    }
}

//! Line items of a filing, as figures.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{error::ChoiceError, primary::Primary};
use crate::{
    bounds::REVENUE_TOTAL_PERCENT,
    companyfacts::{POLICY_BENEFITS, chain, is_before, leaves_out, split_name},
    currency::Currency,
    figure::{Basis, Figure},
    item::{Item, Nature},
    period::Period,
    undefined::Absence,
    xbrl::{fact::Fact, unit::FactUnit},
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
    /// filing has in its unit. A concept whose facts contradict each other, or cannot be read,
    /// gives none, and none of those after it gives one in its place; they are findings and errors.
    #[must_use]
    pub fn item(&self, item: Item, period: Period, currency: Currency) -> Option<Fact<'a>> {
        self.chosen(item, period, currency).ok().flatten()
    }

    /// Returns the fact that gives a line item, or why none does though the filing has one of the
    /// item's concepts.
    pub(super) fn chosen(
        &self,
        item: Item,
        period: Period,
        currency: Currency,
    ) -> Result<Option<Fact<'a>>, Absence> {
        let (mut first, mut larger, mut disputed) = (None, None, Vec::new());
        for (name, number) in self.numbers_of(item, period, currency) {
            match (number, first) {
                (Err(ChoiceError::Unreadable { .. }), _) => {
                    disputed.push((name, Absence::Unreadable));
                }
                (Err(_), _) => disputed.push((name, Absence::Contradicted)),
                (Ok(Some(fact)), None) => first = Some(fact),
                (Ok(Some(fact)), Some(first)) if larger.is_none() && exceeds(fact, first) => {
                    larger = Some(fact);
                }
                (Ok(_), _) => {}
            }
            // A total of revenues may come after what it exceeds.
            if first.is_some() && item != Item::Revenue {
                break;
            }
        }
        let is_alone =
            |cost| item == Item::CostOfRevenue && self.is_cost_of_goods_alone(cost, period);
        let chosen = larger.or(first).filter(|cost| !is_alone(*cost));
        let concept = chosen.map(Fact::concept);
        let concept = concept.and_then(|name| Some((name.family()?, name.local())));
        let is_first = |name| concept.is_none_or(|other| is_before(item, split_name(name), other));
        let why = disputed.into_iter().find(|(name, _)| is_first(name));
        why.map_or(Ok(chosen), |(_, why)| Err(why))
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

    /// Returns the number of each of an item's concepts in its unit, the preferred first.
    fn numbers_of(
        &self,
        item: Item,
        period: Period,
        currency: Currency,
    ) -> impl Iterator<Item = (&'static str, Result<Option<Fact<'a>>, ChoiceError>)> {
        let nature = item.nature();
        let period = if nature.is_over_a_period() { period } else { Period::instant(period.end()) };
        let fits = move |unit: FactUnit<'_>| match nature {
            Nature::PerShareFlow | Nature::Price => unit.currency_per_share() == Some(currency),
            Nature::WeightedShares | Nature::Shares => unit.is_shares(),
            Nature::Flow | Nature::Balance => unit.currency() == Some(currency),
            _ => unit.is_pure(),
        };
        chain(item).map(move |name| (name, self.number_in(split_name(name), period, fits)))
    }

    /// Returns the facts of each of an item's concepts in its unit, the preferred first.
    pub(super) fn candidates_of(
        &self,
        item: Item,
        period: Period,
        currency: Currency,
    ) -> impl Iterator<Item = Fact<'a>> {
        let numbers = self.numbers_of(item, period, currency);
        numbers.filter_map(|(_, number)| number.ok().flatten())
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

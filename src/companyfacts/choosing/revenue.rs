//! Which of a company's revenues is the whole, where two of its tags differ.
//!
//! Contracts with customers (ASC 606) leave out leases, interest and derivatives, so that they may
//! be a slice of the revenues; or stand gross of what is paid back to customers. Constellation's
//! contracts of 2024 are 18,964 million dollars of 23,568, and those of a card network 29,845
//! against 18,884 net of rebates.

use alloc::{collections::BTreeMap, vec::Vec};

use super::chains;
use crate::{
    Date, Decimal,
    bounds::STRAYS_ONE_IN,
    companyfacts::{
        deriving::series::Series,
        filed::{
            finding::{Against, FindingKind, SeriesFinding},
            rounding::{self, UnitKind, exact_difference},
            tracks::{self, Tracks},
        },
        known::KnownFacts,
        reading::{concept::Concept, fact::FiledFact},
    },
    figure::Accession,
};

type Key = (Option<Date>, Date, Accession);
type Lists<'a, 'f> = [(&'a Concept, &'f [FiledFact])];

/// What revenue less the first is the second, in the statement of a company that tags both.
const STATEMENTS: [(&str, &str); 3] = [
    ("CostOfRevenue", "GrossProfit"),
    ("CostOfGoodsAndServicesSold", "GrossProfit"),
    ("CostsAndExpenses", "OperatingIncomeLoss"),
];

impl KnownFacts<'_> {
    /// Puts the group of the revenues first, where it and that of contracts with customers differ
    /// and are both in use: the one with which the income statements add up more often, or else
    /// the revenues, which are the total by their definition. Contracts that are always less, but
    /// by a few percent, are net sales and stay.
    ///
    /// Of other groups, a total that exceeds its slice comes first.
    pub(super) fn put_total_first(
        &self,
        classes: &mut [Vec<usize>],
        late: &[bool],
        probe: &Tracks<'_>,
        lists: &Lists<'_, '_>,
    ) {
        let has = |class: &[usize], is_one: fn(&str) -> bool| {
            class.iter().any(|at| lists.get(*at).is_some_and(|(concept, _)| is_one(&concept.name)))
        };
        let in_use = |is_one| {
            let mut used = classes.iter().zip(late);
            used.position(|(class, late)| *late && has(class, is_one))
        };
        let (total, contracts) = (in_use(is_revenues), in_use(is_contracts));
        if let (Some(total), Some(contracts)) = (total, contracts)
            && total != contracts
            && (total == 0 || contracts == 0)
            && is_no_slice(classes, [contracts, total], probe, lists)
        {
            let adds_up = |at: usize| {
                let class = classes.get(at).map(Vec::as_slice).unwrap_or_default();
                self.adds_up(class.iter().filter_map(|at| lists.get(*at)), probe.unit)
            };
            let first = if adds_up(contracts) > adds_up(total) { contracts } else { total };
            classes.swap(0, first);
            return;
        }
        put_larger_first(classes, late, probe);
    }

    /// Returns how often an income statement adds up with some concepts as its revenue.
    fn adds_up<'l>(
        &self,
        revenues: impl Iterator<Item = &'l (&'l Concept, &'l [FiledFact])>,
        unit: &str,
    ) -> usize {
        let statements =
            STATEMENTS.map(|names| (self.line_of(names.0, unit), self.line_of(names.1, unit)));
        let facts = revenues.flat_map(|(_, facts)| facts.iter());
        let is_right = |fact: &&FiledFact| {
            statements.iter().any(|(costs, results)| {
                let (Some(cost), Some(result)) = (costs.get(&key(fact)), results.get(&key(fact)))
                else {
                    return false;
                };
                let places = [fact.value, *cost, *result]
                    .map(|value| rounding::place(value, UnitKind::Money));
                exact_difference(fact.value, *cost)
                    .is_some_and(|rest| rounding::within_halves(rest, *result, &places))
            })
        };
        facts.filter(is_right).count()
    }

    fn line_of(&self, name: &str, unit: &str) -> BTreeMap<Key, Decimal> {
        let concept = self.facts.concept("us-gaap", name);
        let units = concept.into_iter().flat_map(|concept| &concept.units);
        let facts = units.filter(|facts| facts.unit == unit).flat_map(|facts| &facts.facts);
        let known = facts.filter(|fact| tracks::eligible(fact, self.vintage));
        known.map(|fact| (key(fact), fact.value)).collect()
    }
}

/// Says of the last period for which a filing gives both which revenue was passed over.
pub(super) fn note_passed_over(
    classes: &[Vec<usize>],
    probe: &Tracks<'_>,
    lists: &Lists<'_, '_>,
    series: &mut Series,
) {
    let Some((first, others)) = classes.split_first() else { return };
    let facts = |class: &[usize]| -> BTreeMap<Key, Decimal> {
        let facts = class.iter().filter_map(|at| lists.get(*at)).flat_map(|(_, facts)| *facts);
        facts.map(|fact| (key(fact), fact.value)).collect()
    };
    let chosen = facts(first);
    for class in others {
        let differs =
            class.iter().any(|other| first.iter().any(|one| probe.conflict(*one, *other)));
        let pairs = facts(class).into_iter().filter(|_| differs);
        let last = pairs
            .filter_map(|(key, other)| Some((key, *chosen.get(&key)?, other)))
            .filter(|(_, one, other)| one != other)
            .max_by_key(|((start, end, _), ..)| (*end, *start));
        series.findings.extend(last.map(|((start, end, _), reported, other)| SeriesFinding {
            kind: FindingKind::CandidateDiffers,
            start,
            end,
            reported,
            against: Some(Against(other)),
        }));
    }
}

/// Returns whether contracts with customers are no net sales within the total: they are more than
/// it in a fair share of the filings that give both, or less by more than a few percent.
fn is_no_slice(
    classes: &[Vec<usize>],
    [contracts, total]: [usize; 2],
    probe: &Tracks<'_>,
    lists: &Lists<'_, '_>,
) -> bool {
    let class = |at: usize| classes.get(at).map(Vec::as_slice).unwrap_or_default();
    let pairs =
        || class(contracts).iter().flat_map(|one| class(total).iter().map(|of| (*one, *of)));
    let facts = |at: usize| {
        let facts = class(at).iter().filter_map(|at| lists.get(*at)).flat_map(|(_, facts)| *facts);
        facts.map(|fact| (key(fact), fact.value)).collect::<BTreeMap<Key, Decimal>>()
    };
    let (parts, wholes) = (facts(contracts), facts(total));
    let both = parts.iter().filter_map(|(key, part)| Some((*part, *wholes.get(key)?)));
    let (mut count, mut more) = (0, 0);
    for (part, whole) in both {
        count += 1;
        let places = [part, whole].map(|value| rounding::place(value, UnitKind::Money));
        more += usize::from(part > whole && !rounding::within_halves(part, whole, &places));
    }
    more * STRAYS_ONE_IN > count || pairs().any(|(one, of)| probe.exceeds(one, of))
}

fn key(fact: &FiledFact) -> Key {
    (fact.start, fact.end, fact.accession)
}

fn is_revenues(name: &str) -> bool {
    name == chains::REVENUES
}

fn is_contracts(name: &str) -> bool {
    name.starts_with(chains::CONTRACTS)
}

/// Puts the group of a total before the group of its slice, if the total is still in use.
fn put_larger_first(classes: &mut [Vec<usize>], late: &[bool], probe: &Tracks<'_>) {
    let Some((first, later)) = classes.split_first_mut() else { return };
    let exceeds = |class: &[usize]| {
        class.iter().any(|total| first.iter().any(|slice| probe.exceeds(*slice, *total)))
    };
    let mut totals = later.iter_mut().zip(late.iter().skip(1));
    if let Some((total, _)) = totals.find(|(class, is_late)| **is_late && exceeds(class)) {
        core::mem::swap(first, total);
    }
}

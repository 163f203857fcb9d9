//! What figures are by their nature: not below zero, no more than their whole, a share of income.

use alloc::string::String;

use rust_decimal::Decimal;

use super::{breakdown::Breakdown, case::Placed};
use crate::{
    interval::Interval,
    item::Item,
    metric::Measure,
    period::FiscalLabel,
    tieout::{
        figures::{Graph, Relation},
        narrowing::Constraint,
        statement::{Aspect, Entry, Key, PeriodLabel, Version, What},
    },
};

/// Line items that are parts of another, whatever else is.
const PARTS: [(Item, &[Item]); 5] = [
    (
        Item::TotalCurrentAssets,
        &[Item::Cash, Item::ShortTermInvestments, Item::AccountsReceivable, Item::Inventory],
    ),
    (
        Item::TotalAssets,
        &[
            Item::TotalCurrentAssets,
            Item::PropertyPlantEquipment,
            Item::Goodwill,
            Item::IntangibleAssets,
        ],
    ),
    (Item::TotalCurrentLiabilities, &[Item::ShortTermDebt, Item::DeferredRevenue]),
    (Item::TotalLiabilities, &[Item::TotalCurrentLiabilities, Item::LongTermDebt]),
    (
        Item::OperatingExpenses,
        &[
            Item::ResearchAndDevelopment,
            Item::SalesAndMarketing,
            Item::GeneralAndAdministrative,
            Item::SellingGeneralAndAdministrative,
        ],
    ),
];

/// Holds the figures of claims to what they are by their nature; what a filing says is taken as it
/// is.
pub(super) fn hold(graph: &mut Graph<'_>, entries: &[&Entry], placed: &[Placed]) {
    for (entry, placed) in entries.iter().zip(placed) {
        let Measure::Item(item) = entry.what.measure else { continue };
        let (Placed::At(key), false) = (placed, entry.is_filed) else { continue };
        if entry.what.aspect != Aspect::Actual || graph.scope.filed.contains(key) {
            continue;
        }
        let stated = entry.evidence.admitted();
        if item.is_normally_positive() && is_below_zero(stated) {
            take_as_positive(graph, key);
        }
        for (whole, parts) in PARTS {
            if let Some(whole) = claimed(graph, key, whole).filter(|_| parts.contains(&item)) {
                let part = graph.variable(key.clone());
                graph.order(part, whole);
            }
        }
        if item == Item::EpsBasic && !is_below_zero(stated) {
            share_of_income(graph, key);
        }
    }
}

/// Joins a year that a document guides to what came out of it so far and what it guides of the
/// rest.
pub(super) fn join_guided_rest(graph: &mut Graph<'_>, entries: &[&Entry], placed: &[Placed]) {
    let guided = |label: FiscalLabel, document: &Option<String>, key: &Key| {
        let wanted = Key { period: PeriodLabel::Fiscal(label), ..key.clone() };
        entries.iter().zip(placed).any(|(entry, placed)| {
            let is_guided = entry.what.aspect == Aspect::Guidance && !entry.is_filed;
            is_guided && entry.document == *document && placed.keys().contains(&wanted)
        })
    };
    for (entry, placed) in entries.iter().zip(placed) {
        let (Placed::At(key), Aspect::Guidance) = (placed, entry.what.aspect) else { continue };
        let what = What { aspect: Aspect::Actual, ..key.what };
        let PeriodLabel::Fiscal(FiscalLabel::Year(year)) = key.period else { continue };
        let Ok(fourth) = year.quarter(4) else { continue };
        let rests = [
            (FiscalLabel::NineMonths(year), FiscalLabel::Quarter(fourth)),
            (FiscalLabel::FirstHalf(year), FiscalLabel::SecondHalf(year)),
        ];
        for (so_far, rest) in rests {
            if what.is_additive() && guided(rest, &entry.document, key) {
                let at = |what, label| Key::new(what, PeriodLabel::Fiscal(label), key.version);
                let z = graph.variable(key.clone());
                let x = graph.variable(at(what, so_far));
                let y = graph.variable(at(key.what, rest));
                graph.constraints.push(Constraint::Sum { z, x, y });
            }
        }
    }
}

fn is_below_zero(interval: Interval) -> bool {
    !interval.intersects(Interval::at_least(Decimal::ZERO))
}

fn take_as_positive(graph: &mut Graph<'_>, key: &Key) {
    if graph.signs.iter().all(|(taken, _)| taken != key) {
        graph.take_as_positive(key.clone());
    }
}

/// Returns the variable of another line item of the same statement that claims alone state.
fn claimed(graph: &mut Graph<'_>, key: &Key, item: Item) -> Option<usize> {
    let what = What { measure: item.into(), ..key.what };
    let key = Key::new(what, key.period.clone(), key.version.part(what));
    let (stated, filed) = (&graph.scope.stated, &graph.scope.filed);
    (stated.contains(&key) && !filed.contains(&key)).then(|| graph.variable(key))
}

/// Holds earnings per basic share, times the shares, to no more than the income: preferred
/// dividends and participating securities take from it, and nothing adds to it.
fn share_of_income(graph: &mut Graph<'_>, key: &Key) {
    let [income, shares] =
        [Item::NetIncome, Item::SharesBasic].map(|item| claimed(graph, key, item));
    if let (Some(income), Some(shares)) = (income, shares) {
        let share = graph.variable(key.clone());
        let all = graph.result(Relation::Mul(share, shares));
        graph.order(all, income);
    }
}

/// Has the segments that make up a whole add up to it, in each period of which any is stated.
pub(super) fn add_up_segments(graph: &mut Graph<'_>, breakdowns: &[Breakdown]) {
    for Breakdown { measure, segments } in breakdowns {
        let is_part = |key: &&Key| {
            let segment = key.what.segment.filter(|_| key.what.aspect == Aspect::Actual);
            key.what.measure == *measure && segment.is_some_and(|it| segments.contains(&it))
        };
        let parts = graph.scope.stated.iter().filter(is_part);
        let mut places: alloc::vec::Vec<(_, Version)> =
            parts.map(|key| (key.period.clone(), key.version)).collect();
        places.sort();
        places.dedup();
        for (period, version) in places {
            let whole = What::of(*measure);
            let mut at =
                |what: What| graph.variable(Key::new(what, period.clone(), version.part(what)));
            let whole = at(whole);
            let of = |segment| What { segment: Some(segment), ..What::of(*measure) };
            let parts: alloc::vec::Vec<usize> =
                segments.iter().map(|segment| at(of(*segment))).collect();
            sum_up(graph, whole, &parts);
        }
    }
}

fn sum_up(graph: &mut Graph<'_>, whole: usize, parts: &[usize]) {
    let Some((last, [first, between @ ..])) = parts.split_last() else { return };
    let sum = between.iter().fold(*first, |sum, part| graph.result(Relation::Add(sum, *part)));
    graph.constraints.push(Constraint::Sum { z: whole, x: sum, y: *last });
}

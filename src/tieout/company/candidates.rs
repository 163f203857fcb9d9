//! The definitions of a claim's name, with what each comes to by what is on record.

use alloc::{
    borrow::ToOwned,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{
    case::{Case, on_record},
    recorded::{Computed, computed, computed_on, revenue_lines},
};
use crate::{
    formula::Formula,
    interval::Interval,
    item::Item,
    metric::{Family, Industry, Measure},
    tieout::statement::{Entry, Key},
};

/// A formula under which a claim could be right.
pub(super) struct Candidate {
    pub name: String,
    /// Whether a filing of its kind has what it needs.
    pub is_standard: bool,
    /// Whether the name that is printed means it.
    pub is_meant: bool,
    pub industry: Option<Industry>,
    pub found: Option<Computed>,
}

/// Returns the formulas under which a claim could be right, its own first.
pub(super) fn candidates(
    case: &Case<'_>,
    entry: &Entry,
    (family, key): (&'static Family, &Key),
) -> Vec<Candidate> {
    let printed = entry.printed_name.as_deref().unwrap_or_default();
    let own_text = match entry.what.measure {
        Measure::Metric(metric) => metric.formula_text().to_owned(),
        measure => measure.to_string(),
    };
    let own_name = family.variants().iter().find(|variant| variant.formula() == Some(&own_text));
    let own = match on_record(case, key).filter(|_| case.graph.scope.filed.contains(key)) {
        Some(interval) => Some(Computed { interval, assumed: Vec::new() }),
        None => own_text.parse::<Formula>().ok().and_then(|own| computed(case, key, &own)),
    };
    let is_meant = |words: &[&str]| words.iter().any(|word| printed.contains(word));
    let mut candidates = alloc::vec![Candidate {
        name: own_name.map_or_else(|| own_text.clone(), |variant| variant.name().to_owned()),
        is_standard: true,
        is_meant: own_name.is_some_and(|variant| is_meant(variant.words())),
        industry: own_name.and_then(|variant| variant.industry()),
        found: own,
    }];
    for variant in family.variants().iter().filter(|variant| !variant.is_other_base()) {
        if variant.formula() == Some(&own_text) {
            continue;
        }
        let text = variant.formula().unwrap_or_default();
        let found = text.parse().ok().and_then(|formula| computed(case, key, &formula));
        // A filing that tags the parent's share alone leaves open what the whole is.
        let is_standard = text.contains("net_income_consolidated");
        candidates.push(Candidate {
            name: variant.name().to_owned(),
            is_standard,
            is_meant: is_meant(variant.words()),
            industry: variant.industry(),
            found,
        });
    }
    candidates.extend(on_other_lines(case, key, &own_text, family));
    candidates
}

/// Returns the definitions that divide by the revenue, on the other lines that are filed beside it:
/// of the whole with what is leased or lent, or of sales alone.
fn on_other_lines(
    case: &Case<'_>,
    key: &Key,
    own: &str,
    family: &'static Family,
) -> Vec<Candidate> {
    let lines = revenue_lines(case, key);
    let own = [(own, own)].into_iter();
    let variants = family.variants().iter().filter(|variant| !variant.is_other_base());
    let variants = variants.filter_map(|variant| Some((variant.name(), variant.formula()?)));
    let texts: BTreeMap<&str, &str> =
        own.chain(variants).map(|(name, text)| (text, name)).collect();
    let formulas = texts.into_iter().filter_map(|(text, name)| {
        let formula: Formula = text.parse().ok()?;
        formula.inputs().contains(&Item::Revenue.into()).then_some((name, formula))
    });
    let formulas: Vec<(&str, Formula)> = formulas.filter(|_| !lines.is_empty()).collect();
    let on = |(item, line): &(Item, &str)| {
        let found = formulas.iter().map(|(name, formula)| {
            let found = computed_on(case, key, formula, *item);
            let name = format!("{name}, on {line}");
            Candidate { name, is_standard: false, is_meant: false, industry: None, found }
        });
        found.filter(|candidate| candidate.found.is_some()).collect::<Vec<_>>()
    };
    lines.iter().flat_map(on).collect()
}

/// Returns what a figure comes to by each definition of a name that anything on record gives.
pub(super) fn definitions(
    case: &Case<'_>,
    entry: &Entry,
    of: (&'static Family, &Key),
) -> Vec<(String, Interval)> {
    let known = candidates(case, entry, of).into_iter();
    known.filter_map(|candidate| Some((candidate.name, candidate.found?.interval))).collect()
}

/// Returns whether the name under which a claim is printed means one definition.
pub(super) fn meant(entry: &Entry, family: &Family) -> bool {
    let printed = entry.printed_name.as_deref().unwrap_or_default();
    let mut words = family.variants().iter().flat_map(|variant| variant.words());
    words.any(|word| printed.contains(word))
}

//! Facts of a part under the tag of the whole.
//!
//! A note that gives a country's sales under `Revenues` says nothing against that concept, or the
//! one that gives the total beside it: Procter & Gamble's report for fiscal 2014 has three such
//! facts, of 28 to 29 billion dollars, among 120 of 65 to 84 billion.

use alloc::{collections::BTreeMap, vec::Vec};

use crate::{
    Date, Decimal,
    bounds::STRAYS_ONE_IN,
    companyfacts::{
        filed::{
            finding::{Against, FindingKind, SeriesFinding},
            rounding::dwarfs,
        },
        periods::days,
        reading::{concept::Concept, fact::FiledFact},
    },
    figure::Accession,
    period::PeriodKind,
};

type Key = (Option<Date>, Date, Accession);

/// Strikes the strays of each concept.
pub(crate) fn strike(sources: &mut [(&Concept, Vec<FiledFact>)]) -> Vec<SeriesFinding> {
    if sources.len() < 2 {
        return Vec::new();
    }
    let key = |fact: &FiledFact| -> Key { (fact.start, fact.end, fact.accession) };
    let mut largest: BTreeMap<Key, Decimal> = BTreeMap::new();
    for fact in sources.iter().flat_map(|(_, facts)| facts) {
        let known = largest.entry(key(fact)).or_insert(fact.value);
        if dwarfs(fact.value, *known) {
            *known = fact.value;
        }
    }
    let mut findings = Vec::new();
    for (_, facts) in sources {
        let above = |fact: &FiledFact| {
            largest.get(&key(fact)).copied().filter(|most| dwarfs(*most, fact.value))
        };
        let count = facts.iter().filter(|fact| above(fact).is_some()).count();
        if count == 0 || count * STRAYS_ONE_IN > facts.len() {
            continue;
        }
        let usual = usual_sizes(facts.iter().filter(|fact| above(fact).is_none()));
        facts.retain(|fact| {
            let size = usual.get(&kind(fact)).filter(|size| dwarfs(**size, fact.value));
            let (Some(against), Some(_)) = (above(fact), size) else { return true };
            let (kind, start, end) = (FindingKind::Stray, fact.start, fact.end);
            let (reported, against) = (fact.value, Some(Against(against)));
            findings.push(SeriesFinding { kind, start, end, reported, against });
            false
        });
    }
    findings
}

fn kind(fact: &FiledFact) -> PeriodKind {
    fact.start
        .map_or(PeriodKind::Instant, |start| PeriodKind::of_days(days::length(start, fact.end)))
}

/// Returns the median of a concept's facts for each length of period.
fn usual_sizes<'a>(facts: impl Iterator<Item = &'a FiledFact>) -> BTreeMap<PeriodKind, Decimal> {
    let mut sizes: BTreeMap<PeriodKind, Vec<Decimal>> = BTreeMap::new();
    for fact in facts {
        sizes.entry(kind(fact)).or_default().push(fact.value.abs());
    }
    let medians = sizes.into_iter().filter_map(|(kind, mut sizes)| {
        sizes.sort_unstable();
        Some((kind, *sizes.get(sizes.len() / 2)?))
    });
    medians.collect()
}

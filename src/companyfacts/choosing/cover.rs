//! Shares outstanding by the cover page, where a company tags no count for a period's end.
//!
//! A cover counts the shares some weeks after the period that its filing reports on, and each class
//! by itself. Snowflake's of 15 November 2024 stands on the report for the quarter to 31 October;
//! no other count is in its filings.

use alloc::{borrow::ToOwned, collections::BTreeMap, vec::Vec};

use super::chains;
use crate::companyfacts::{
    deriving::{
        entry::{Derivation, EntryAmount, Input},
        series::Series,
    },
    filed::{rounding::exact_sum, tracks},
    known::KnownFacts,
    reading::{
        concept::{ConceptName, UnitFacts},
        fact::FiledFact,
    },
};
use crate::{Date, bounds::AS_COMMON_ONE_IN, figure::Accession, period::PeriodKind};

impl KnownFacts<'_> {
    /// Takes the count on the cover of a period's own filing for its end, where no other is there.
    pub(crate) fn count_on_cover(&self, series: &mut Series) {
        let (taxonomy, name) = chains::split_name(chains::SHARES_ON_COVER);
        let at_an_end = |kind| kind == PeriodKind::Instant;
        let is_whole = series.entries.iter().all(|e| !at_an_end(e.kind) || e.amount.is_ok());
        let Some(concept) = self.facts.concept(taxonomy, name) else { return };
        if is_whole {
            return;
        }
        let mut covers: BTreeMap<Accession, Vec<FiledFact>> = BTreeMap::new();
        let counts = concept.units.iter().filter(|unit| unit.unit == series.unit);
        for fact in counts.flat_map(|unit| &unit.facts) {
            if fact.start.is_none() && tracks::eligible(fact, self.vintage) {
                covers.entry(fact.accession).or_default().push(*fact);
            }
        }
        let mut by_period: BTreeMap<Date, Vec<FiledFact>> = BTreeMap::new();
        for (accession, end) in self.ends_of(&covers) {
            let cover = covers.remove(&accession).unwrap_or_default();
            let first = by_period.get(&end).and_then(|cover| cover.first()).map(|fact| fact.filed);
            // An amended report counts the shares anew, months later.
            let is_first = first.is_none_or(|first| cover.iter().all(|fact| fact.filed < first));
            if is_first && !cover.is_empty() {
                by_period.insert(end, cover);
            }
        }
        for entry in series.entries.iter_mut().filter(|entry| at_an_end(entry.kind)) {
            if entry.amount.is_err()
                && let Some(amount) = by_period.get(&entry.end).and_then(|cover| self.total(cover))
            {
                entry.amount = Ok(amount);
            }
        }
    }

    /// Returns the last day of the period that each filing reports on: that of its flows.
    fn ends_of(&self, covers: &BTreeMap<Accession, Vec<FiledFact>>) -> BTreeMap<Accession, Date> {
        let mut counts: BTreeMap<Accession, BTreeMap<Date, usize>> = BTreeMap::new();
        let flows = self.facts.groups().filter(|(concept, _)| concept.taxonomy != "dei");
        let flows = flows.flat_map(|(_, UnitFacts { facts, .. })| facts);
        for fact in flows.filter(|fact| fact.start.is_some() && fact.end <= fact.filed) {
            if covers.contains_key(&fact.accession) {
                *counts.entry(fact.accession).or_default().entry(fact.end).or_default() += 1;
            }
        }
        // What happened after the period has a few flows, and a comparative as many as the period.
        let ends = counts.into_iter().filter_map(|(accession, ends)| {
            let most = ends.values().max().copied()?;
            let last = ends.into_iter().rfind(|(_, count)| count * AS_COMMON_ONE_IN >= most)?;
            Some((accession, last.0))
        });
        ends.collect()
    }

    /// Returns the classes of a cover added up, by their last day. Each count is of a class: no
    /// real file has one twice, and two classes may have as many shares.
    fn total(&self, cover: &[FiledFact]) -> Option<EntryAmount> {
        let (taxonomy, name) = chains::split_name(chains::SHARES_ON_COVER);
        let last = cover.iter().map(|fact| fact.end).max()?;
        let classes = cover.iter().filter(|fact| fact.end == last);
        let inputs = classes.map(|fact| Input {
            start: None,
            end: fact.end,
            value: fact.value,
            subtracted: false,
            concept: ConceptName { taxonomy: taxonomy.into(), name: name.into() },
            form: self.facts.form_name(fact).to_owned(),
            accession: fact.accession,
            filed: fact.filed,
        });
        let inputs: Vec<_> = inputs.collect();
        let value = inputs.iter().try_fold(0.into(), |sum, input| exact_sum(sum, input.value))?;
        Some(EntryAmount {
            value,
            origin: Derivation::CoverPage,
            inputs,
            restated: false,
            split_adjusted: false,
        })
    }
}

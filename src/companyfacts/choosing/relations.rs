//! Figures of concepts that are wider or narrower than the item they stand for.

use super::{chains, row::Relation};
use crate::Item;
use crate::companyfacts::{
    deriving::{
        entry::{Derivation, Entry},
        series::Series,
    },
    filed::finding::{FindingKind, SeriesFinding},
    known::KnownFacts,
    reading::concept::ConceptName,
};

impl KnownFacts<'_> {
    /// Notes each figure of a concept that is not the item, unless the company tags none of the
    /// lines that make the difference: without them the two are one.
    pub(crate) fn note_relations(&self, item: Item, series: &mut Series) {
        let mut known: alloc::vec::Vec<(ConceptName, Option<FindingKind>)> = alloc::vec::Vec::new();
        let mut found = alloc::vec::Vec::new();
        for entry in &series.entries {
            let Ok(amount) = &entry.amount else { continue };
            let is_marked = matches!(
                amount.origin,
                Derivation::StatementLines | Derivation::CoverPage | Derivation::WeightedShares
            );
            if is_marked {
                continue;
            }
            for input in &amount.inputs {
                if !known.iter().any(|(name, _)| *name == input.concept) {
                    known.push((input.concept.clone(), self.departs(item, &input.concept)));
                }
            }
            let kind = known.iter().find_map(|(name, kind)| {
                kind.filter(|_| amount.inputs.iter().any(|input| input.concept == *name))
            });
            // A fiscal year is the twelve months up to its end too, and one figure.
            found.extend(kind.map(|kind| finding(kind, entry, amount.value)));
        }
        found.dedup();
        series.findings.extend(found);
    }

    /// Returns the finding that a concept deserves as a figure of an item.
    fn departs(&self, item: Item, concept: &ConceptName) -> Option<FindingKind> {
        let (kind, by) = match chains::relation(item, &concept.taxonomy, &concept.name)? {
            Relation::Same => return None,
            Relation::Wider(by) => (FindingKind::WiderConcept, by),
            Relation::Narrower(by) => (FindingKind::NarrowerConcept, by),
        };
        let is_tagged = |name: &&str| {
            let (taxonomy, name) = chains::split_name(name);
            self.facts.concept(taxonomy, name).is_some()
        };
        (by.is_empty() || by.iter().any(is_tagged)).then_some(kind)
    }
}

fn finding(kind: FindingKind, entry: &Entry, reported: crate::Decimal) -> SeriesFinding {
    SeriesFinding { kind, start: entry.start, end: entry.end, reported, against: None }
}

//! What gives no figure because its filing says it in two ways, or in a way that cannot be read.

use super::{chains, row::Relation};
use crate::companyfacts::{
    deriving::{
        entry::{Derivation, Input},
        series::Series,
    },
    filed::vintage::Vintage,
    known::KnownFacts,
    reading::{concept::ConceptName, disputed::Disputed},
};
use crate::{Item, undefined::Absence};

impl KnownFacts<'_> {
    /// Leaves out what a filing gives in the place of a figure that it disputes: a concept after
    /// the disputed one in the item's chain, or other lines that make the item up. The concept
    /// itself counts where another filing gives it.
    pub(crate) fn strike_disputed(&self, item: Item, series: &mut Series) {
        let is_known = |disputed: &&Disputed| match self.vintage {
            Vintage::AsOf(day) => disputed.filed <= day,
            Vintage::First | Vintage::Latest => true,
        };
        for disputed in self.facts.disputed.iter().filter(is_known) {
            if disputed.unit.as_ref().is_some_and(|unit| *unit != series.unit) {
                continue;
            }
            let is_it = |known: &str| chains::split_name(known) == split(&disputed.concept);
            let in_chain = chains::chain(item).any(is_it);
            if !in_chain && !chains::lines(item).into_iter().any(is_it) {
                continue;
            }
            for entry in &mut series.entries {
                let is_struck = match &entry.amount {
                    Ok(amount) => amount.inputs.iter().any(|input| {
                        let other = &input.concept;
                        let is_before = match in_chain {
                            true => is_before(item, split(&disputed.concept), split(other)),
                            false => amount.origin == Derivation::StatementLines,
                        };
                        disputed.is_of(input) && disputed.concept != *other && is_before
                    }),
                    Err(Absence::NotTagged | Absence::NotReported) => {
                        (entry.start, entry.end) == (disputed.start, disputed.end)
                    }
                    Err(_) => false,
                };
                if is_struck {
                    entry.amount = Err(disputed.why);
                }
            }
        }
    }
}

/// Returns whether a concept that is disputed stands before another one in an item's chain, so that
/// the other is not the item.
///
/// Revenue is the larger of two totals where they are far apart, so that none is told without the
/// other, in whatever order they stand.
pub(crate) fn is_before(item: Item, disputed: (&str, &str), other: (&str, &str)) -> bool {
    let place = |(taxonomy, name): (&str, &str)| {
        chains::chain(item).position(|known| chains::split_name(known) == (taxonomy, name))
    };
    let Some(own) = place(disputed) else { return false };
    let (taxonomy, name) = disputed;
    let is_total = item == Item::Revenue
        && chains::relation(item, taxonomy, name) == Some(Relation::Same)
        && disputed != other;
    is_total || place(other).is_none_or(|other| own < other)
}

fn split(concept: &ConceptName) -> (&str, &str) {
    (&concept.taxonomy, &concept.name)
}

impl Disputed {
    /// Returns whether an input is of the period and from the filing.
    fn is_of(&self, input: &Input) -> bool {
        (self.start, self.end, self.accession) == (input.start, input.end, input.accession)
    }
}

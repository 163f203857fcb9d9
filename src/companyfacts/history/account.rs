//! [`Accounting`]: what became of every fact of a file.

use core::fmt;

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use serde::{Deserialize, Serialize};

use crate::companyfacts::{
    choosing::{chains, items::ItemSeries},
    filed::vintage::Vintage,
    known::KnownFacts,
    reading::{
        concept::{Concept, ConceptName},
        fact::{FiledFact, Form},
    },
};
use crate::{Date, Decimal, Item, figure::Accession, period::PeriodKind};

/// What became of every fact of a file, for all line items under one vintage.
///
/// The counts add up to [`read`](Self::read).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Accounting {
    /// Facts that the file has.
    pub read: usize,
    /// Facts that a line item rests on.
    pub used: usize,
    /// Facts that repeat, in another filing, the value used.
    pub duplicate: usize,
    /// Facts of a period for which another filing's value is used.
    pub superseded: usize,
    /// Facts of a concept passed over for another that gives the same period.
    pub passed_over: usize,
    /// Facts of twelve months that are no fiscal year.
    pub trailing: usize,
    /// Facts of another length than a quarter, half, nine months or year.
    pub other_period: usize,
    /// Facts whose period ends after the filing that gives them.
    pub ends_after_filing: usize,
    /// Facts from forms that carry no financial statements, such as proxy statements.
    pub other_form: usize,
    /// Facts filed after the day of the vintage.
    pub later: usize,
    /// Facts of concepts or units that give no line item.
    pub not_line_item: usize,
    /// Facts that could not be read and were passed over on request.
    pub unreadable: usize,
}

impl fmt::Display for Accounting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} facts read", self.read)?;
        let counts = [
            (self.used, "used"),
            (self.duplicate, "duplicate"),
            (self.superseded, "superseded"),
            (self.passed_over, "of concepts passed over"),
            (self.trailing, "trailing"),
            (self.other_period, "of other periods"),
            (self.ends_after_filing, "filed before their period ends"),
            (self.other_form, "from other forms"),
            (self.later, "filed later"),
            (self.not_line_item, "no line item"),
            (self.unreadable, "unreadable"),
        ];
        let mut before = ": ";
        for (count, what) in counts.into_iter().filter(|(count, _)| *count > 0) {
            write!(f, "{before}{count} {what}")?;
            before = ", ";
        }
        Ok(())
    }
}

type Key = (Option<Date>, Date);

impl KnownFacts<'_> {
    /// Accounts for every fact of the file.
    #[must_use]
    pub fn accounting(&self) -> Accounting {
        let ledger = Ledger::new(self.items().map(|item| self.item(item)).collect());
        let mut account = Accounting {
            read: self.facts.facts_read(),
            unreadable: self.facts.skipped().len(),
            ..Accounting::default()
        };
        for (concept, unit) in self.facts.groups() {
            let name = concept.full_name();
            let items = ledger.items(concept, &unit.unit);
            for fact in &unit.facts {
                *self.count(&ledger, &name, &items, fact, &mut account) += 1;
            }
        }
        account
    }

    /// Returns the count that a fact belongs to.
    fn count<'a>(
        &self,
        ledger: &Ledger,
        name: &ConceptName,
        items: &[Item],
        fact: &FiledFact,
        account: &'a mut Accounting,
    ) -> &'a mut usize {
        let key = (fact.start, fact.end);
        let is_used = || ledger.used.contains(&(name.clone(), key, fact.accession));
        let fits = |item: &&Item| item.nature().is_over_a_period() == fact.start.is_some();
        let items: Vec<Item> = items.iter().filter(fits).copied().collect();
        if matches!(self.vintage, Vintage::AsOf(date) if fact.filed > date) {
            return &mut account.later;
        } else if fact.form == Form::Other {
            return &mut account.other_form;
        } else if items.is_empty() {
            // Of the lines that an item is put together from, some give no item themselves.
            let count = if is_used() { &mut account.used } else { &mut account.not_line_item };
            return count;
        } else if fact.end > fact.filed {
            return &mut account.ends_after_filing;
        }
        match self.years.slot(fact.start, fact.end).kind {
            PeriodKind::TrailingTwelveMonths => return &mut account.trailing,
            PeriodKind::Other => return &mut account.other_period,
            _ => {}
        }
        if is_used() {
            return &mut account.used;
        }
        let given: Vec<_> =
            items.iter().filter_map(|item| ledger.given.get(&(*item, key))).collect();
        if given.iter().any(|(_, value)| *value == fact.value) {
            &mut account.duplicate
        } else if given.iter().any(|(concept, _)| concept == name) {
            &mut account.superseded
        } else {
            &mut account.passed_over
        }
    }
}

/// What the line items rest on.
struct Ledger {
    /// The facts, by concept, period and filing.
    used: BTreeSet<(ConceptName, Key, Accession)>,
    /// The fact that gives an item for a period: its concept and value.
    given: BTreeMap<(Item, Key), (ConceptName, Decimal)>,
    units: BTreeMap<Item, alloc::string::String>,
}

impl Ledger {
    fn new(items: Vec<ItemSeries>) -> Self {
        let (mut used, mut given, mut units) = (BTreeSet::new(), BTreeMap::new(), BTreeMap::new());
        for ItemSeries { item, series, .. } in items {
            units.insert(item, series.unit);
            for entry in series.entries {
                let Ok(amount) = entry.amount else { continue };
                for input in amount.inputs {
                    let key = (input.start, input.end);
                    used.insert((input.concept.clone(), key, input.accession));
                    given.insert((item, key), (input.concept, input.value));
                }
            }
        }
        Self { used, given, units }
    }

    /// Returns the items that a concept in a unit may give.
    fn items(&self, concept: &Concept, unit: &str) -> Vec<Item> {
        let names = |item: &Item| {
            let own = (concept.taxonomy.as_str(), concept.name.as_str());
            let mut names = chains::chain(*item).chain(chains::lines(*item));
            names.any(|name| chains::split_name(name) == own)
        };
        let units = self.units.iter().filter(|(_, known)| *known == unit);
        units.map(|(item, _)| *item).filter(names).collect()
    }
}

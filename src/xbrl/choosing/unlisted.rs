//! Filings of which nobody says the number or the day, among the others of their company.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use jiff::civil::Date;

use super::{
    merging::{Moved, rename},
    place::Place,
    stated::{Key, Reported},
};
use crate::{companyfacts::CompanyFacts, figure::Accession};

/// How the accession begins under which a filing stands that has none.
const NOBODY: &str = "0000000000-00-";

/// The numbers that follow it: six digits, of which zero is none.
const NUMBERS: u32 = 1_000_000;

/// How far apart filings are numbered that come before or after all others.
const STEP: u32 = 1_000;

/// The filings without an accession, in their order, with the numbers under which they stand.
///
/// A number says nothing but the order. It leaves room for others, so that the filings of years
/// need no new numbers, in whatever order they come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Unlisted {
    filings: Vec<Numbered>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Numbered {
    number: u32,
    place: Place,
    /// The last day that it reports on.
    end: Date,
}

/// What stands under accessions: the company's numbers, and how they were stated.
pub(super) struct Held<'a> {
    pub(super) company: &'a mut CompanyFacts,
    pub(super) stated: &'a mut BTreeMap<Key, Vec<Reported>>,
}

impl Unlisted {
    /// Returns the document of a filing, by the accession that stands for it.
    pub(super) fn document(&self, accession: Accession) -> Option<&str> {
        let accession = accession.to_string();
        let number: u32 = accession.strip_prefix(NOBODY)?.parse().ok()?;
        let at = self.filings.binary_search_by_key(&number, |filing| filing.number).ok()?;
        self.filings.get(at).map(|filing| filing.place.document.as_str())
    }

    /// Takes a filing in, and returns what stands for its accession; the numbers of the others may
    /// change for it.
    pub(super) fn insert(
        &mut self,
        place: &Place,
        end: Date,
        held: &mut Held<'_>,
    ) -> Option<Accession> {
        let at = self.filings.partition_point(|known| known.place <= *place);
        let number = self.free(at, held)?;
        self.filings.insert(at, Numbered { number, place: place.clone(), end });
        // Nobody files under the number zero, so that it is no other filing's.
        accession(number)
    }

    /// Returns a number for a place, after the others were numbered anew if there is none.
    fn free(&mut self, at: usize, held: &mut Held<'_>) -> Option<u32> {
        if let Some(number) = self.between(at) {
            return Some(number);
        }
        self.renumber(held)?;
        self.between(at)
    }

    /// Returns a number between those of two filings that follow one another.
    fn between(&self, at: usize) -> Option<u32> {
        let before = at.checked_sub(1).and_then(|at| self.filings.get(at));
        let number = match (before, self.filings.get(at)) {
            (None, None) => NUMBERS / 2,
            (None, Some(after)) => after.number.saturating_sub(STEP).max(after.number / 2),
            (Some(before), None) => (before.number + STEP).min((before.number + NUMBERS) / 2),
            (Some(before), Some(after)) => before.number + (after.number - before.number) / 2,
        };
        let is_free = before.is_none_or(|before| before.number < number);
        (is_free && (1..NUMBERS).contains(&number)).then_some(number)
    }

    /// Numbers the filings anew, as far apart as can be.
    fn renumber(&mut self, held: &mut Held<'_>) -> Option<()> {
        let apart = NUMBERS / (u32::try_from(self.filings.len()).ok()? + 2);
        let mut moved = Moved::new();
        for (place, filing) in (1..).zip(&mut self.filings) {
            let old = core::mem::replace(&mut filing.number, place * apart);
            moved.insert(accession(old)?, (accession(filing.number)?, None));
        }
        held.rename(&moved);
        Some(())
    }

    /// Has what amends a filing of a period stand after it. What nobody says the day of was taken
    /// as of the last one that it speaks of, which may be before that of the filing it amends.
    ///
    /// Returns the places that changed, each with what it is now.
    pub(super) fn follow(
        &mut self,
        (form, end, filed): (&str, Date, Date),
        held: &mut Held<'_>,
    ) -> Vec<(Place, Place)> {
        let mut changed = Vec::new();
        let is_before = |known: &Numbered| {
            known.end == end && known.place.amends() == Some(form) && known.place.filed < filed
        };
        while let Some(at) = self.filings.iter().position(is_before) {
            let Some(place) = self.filings.get(at).map(|filing| filing.place.clone()) else {
                break;
            };
            let mut new = place.clone();
            new.filed = filed;
            let to = self.filings.partition_point(|known| known.place <= new);
            let Some(number) = self.free(to, held) else { break };
            let old = self.filings.remove(at);
            self.filings.insert(to - 1, Numbered { number, place: new.clone(), end });
            if let (Some(old), Some(to)) = (accession(old.number), accession(number)) {
                held.rename(&Moved::from([(old, (to, Some(filed)))]));
            }
            changed.push((place, new));
        }
        changed
    }
}

/// Returns on which day the first filing of a form was filed whose flows end on a day.
pub(super) fn filed_on(file: &CompanyFacts, form: &str, end: Date) -> Option<Date> {
    let mut filings: BTreeMap<Accession, (Date, Date)> = BTreeMap::new();
    let facts = file.groups().flat_map(|(_, unit)| &unit.facts);
    for fact in facts.filter(|fact| fact.start.is_some() && file.form_name(fact) == form) {
        let last = filings.entry(fact.accession).or_insert((fact.end, fact.filed));
        last.0 = last.0.max(fact.end);
    }
    let of_period = filings.into_values().filter(|(last, _)| *last == end);
    of_period.map(|(_, filed)| filed).min()
}

fn accession(number: u32) -> Option<Accession> {
    let text: String = alloc::format!("{NOBODY}{number:06}");
    text.parse().ok()
}

impl Held<'_> {
    fn rename(&mut self, moved: &Moved) {
        rename(self.company, moved);
        let keys = self.stated.keys().filter(|key| moved.contains_key(&key.0));
        let keys: Vec<Key> = keys.cloned().collect();
        let mut taken = Vec::new();
        for key in keys {
            let stated = self.stated.remove(&key);
            let (old, taxonomy, name, start, end) = key;
            if let (Some(stated), Some((new, _))) = (stated, moved.get(&old)) {
                taken.push(((*new, taxonomy, name, start, end), stated));
            }
        }
        self.stated.extend(taken);
    }
}

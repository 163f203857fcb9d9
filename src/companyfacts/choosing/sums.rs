//! Lines that a company prints in parts and never as one: a bank's revenue as net interest income
//! and noninterest income, depreciation apart from amortisation, equity without the line of all its
//! holders.
//!
//! Only what a statement's own arithmetic makes stands here. A part that is printed in some periods
//! of a fiscal year is not nil in the others.

use alloc::vec::Vec;

use super::{
    lines::on_day,
    parts::{
        Role::{self, Needed, TakenOff},
        names, parts,
    },
    real_estate,
};
use crate::Item;
use crate::arith;
use crate::companyfacts::{
    deriving::{
        entry::{Derivation, Entry, EntryAmount},
        series::{self, Series},
    },
    filed::{
        finding::{FindingKind, SeriesFinding},
        rounding::{dwarfs, within_halves},
    },
    known::KnownFacts,
    reading::concept::ConceptName,
};

impl KnownFacts<'_> {
    /// Takes the sum of an item's parts where no line of its own is tagged, where the tagged line
    /// is one of the parts, or where it is a slice that the sum dwarfs.
    pub(crate) fn add_up(&self, item: Item, series: &mut Series) {
        let is_whole = series.entries.iter().all(|entry| entry.amount.is_ok());
        // What is tagged of these may be a part of them.
        let of_parts = !matches!(
            item,
            Item::DepreciationAndAmortization | Item::TotalEquity | Item::StockholdersEquity
        );
        let has_parts = || names(item).any(|name| self.facts.concept("us-gaap", name).is_some());
        if is_whole && !series.entries.is_empty() && !of_parts || !has_parts() {
            return;
        }
        let by_property = matches!(item, Item::CapitalExpenditures | Item::LongTermDebt);
        if by_property && !self.is_of_real_estate() {
            return;
        }
        let lines = parts(item).iter().map(|(role, tags)| (*role, self.flow(tags.iter().copied())));
        let mut sums = added(lines.collect());
        if item == Item::LongTermDebt {
            sums = real_estate::plausible(sums, &self.line(["Liabilities"]));
        }
        let is_borne_out = is_borne_out(&series.entries, &sums);
        for sum in sums {
            let known = series.entries.iter().find(|entry| entry.is_of(&sum));
            let tagged = known.and_then(|entry| entry.amount.as_ref().ok());
            if tagged.map_or(is_borne_out, |tagged| replaces(&sum, tagged)) {
                let finding = measure_of(item, &sum);
                series.replace(sum);
                let known = &mut series.findings;
                known.extend(finding.filter(|finding| !known.contains(finding)));
            }
        }
        series::sort(&mut series.entries);
    }
}

impl Series {
    /// Puts an entry in the place of the one of its period.
    fn replace(&mut self, entry: Entry) {
        match self.entries.iter_mut().find(|known| known.is_of(&entry)) {
            Some(known) => known.amount = entry.amount,
            None => self.entries.push(entry),
        }
    }
}

/// Returns the sums of parts, for the periods for which the needed ones are there.
pub(super) fn added(parts: Vec<(Role, Vec<Entry>)>) -> Vec<Entry> {
    let mut periods: Vec<&Entry> = Vec::new();
    for entry in parts.iter().flat_map(|(_, line)| line).filter(|entry| entry.amount.is_ok()) {
        if !periods.iter().any(|known| known.is_of(entry)) {
            periods.push(entry);
        }
    }
    let sums = periods.into_iter().filter_map(|period| {
        let mut sum: Option<EntryAmount> = None;
        for (role, line) in &parts {
            let amount = on_day(line, period).and_then(|entry| entry.amount.as_ref().ok());
            let in_year =
                |entry: &Entry| entry.fiscal_year == period.fiscal_year && entry.amount.is_ok();
            sum = match (sum, amount) {
                (None, Some(first)) if *role != TakenOff => Some(first.clone()),
                (Some(sum), Some(next)) => Some(sum.with(next, *role == TakenOff).ok()?),
                (sum, None) if *role != Needed && !line.iter().any(in_year) => sum,
                _ => return None,
            };
        }
        let amount = EntryAmount { origin: Derivation::StatementLines, ..sum? };
        Some(Entry { amount: Ok(amount), ..period.clone() })
    });
    sums.collect()
}

/// Returns whether a sum takes the place of a tagged figure: the figure is one of its parts, or a
/// slice of it that leaves most out, such as a bank's contracts with customers.
fn replaces(sum: &Entry, tagged: &EntryAmount) -> bool {
    let Ok(made) = &sum.amount else { return false };
    let is_slice = tagged
        .inputs
        .iter()
        .all(|input| input.concept.name.starts_with("RevenueFromContractWithCustomer"));
    is_part_of(tagged, made) || is_slice && dwarfs(made.value, tagged.value)
}

/// Returns whether a tagged figure is one of several parts of a sum.
fn is_part_of(tagged: &EntryAmount, sum: &EntryAmount) -> bool {
    let has = |amount: &EntryAmount, name: &ConceptName| {
        amount.inputs.iter().any(|input| input.concept == *name)
    };
    tagged.origin != Derivation::StatementLines
        && tagged.inputs.iter().all(|input| has(sum, &input.concept))
        && sum.inputs.iter().any(|input| !has(tagged, &input.concept))
}

/// Returns whether sums are what the company tags wherever it does, which is somewhere or nowhere
/// at all; what a slice is replaced by is no such figure.
fn is_borne_out(tagged: &[Entry], sums: &[Entry]) -> bool {
    let mut is_tagged = false;
    let mut agreeing = 0_usize;
    for entry in tagged {
        let Ok(own) = &entry.amount else { continue };
        let Some(sum) = on_day(sums, entry) else {
            is_tagged = true;
            continue;
        };
        let Ok(made) = &sum.amount else { continue };
        if replaces(sum, own) {
            continue;
        }
        let places = made.inputs.iter().chain(&own.inputs).map(|input| input.value);
        let places = places.filter_map(arith::last_place).filter_map(|p| i8::try_from(p).ok());
        let places: Vec<_> = places.collect();
        if !within_halves(made.value, own.value, &places) {
            return false;
        }
        agreeing += 1;
    }
    agreeing > 0 || !is_tagged
}

/// Returns the finding that a sum is another measure than the item: debt of a statement that does
/// not say when it falls due, depreciation of a company that prints no amortisation.
fn measure_of(item: Item, sum: &Entry) -> Option<SeriesFinding> {
    let amount = sum.amount.as_ref().ok()?;
    let is_alone = amount.inputs.iter().all(|input| input.concept.name == "Depreciation");
    let kind = match item {
        Item::LongTermDebt => FindingKind::WiderConcept,
        Item::DepreciationAndAmortization if is_alone => FindingKind::NarrowerConcept,
        _ => return None,
    };
    let (start, end) = (sum.start, sum.end);
    Some(SeriesFinding { kind, start, end, reported: amount.value, against: None })
}

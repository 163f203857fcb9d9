//! Balances put together from other lines of the balance sheet, where a company tags no line of its
//! own for them.

use alloc::{collections::BTreeSet, vec::Vec};

use super::chains;
use crate::companyfacts::{
    deriving::{
        entry::{Derivation, Entry, EntryAmount},
        series::{self, Series},
    },
    filed::rounding::{exact_difference, exact_sum},
    known::KnownFacts,
};
use crate::{Item, figure::Accession, period::PeriodKind, undefined::Absence};

impl KnownFacts<'_> {
    /// Completes an item that other lines of the balance sheet make up.
    pub(crate) fn complete(&self, item: Item, series: &mut Series) {
        let entries = match item {
            Item::TotalLiabilities => self.liabilities(series),
            Item::ShortTermDebt => self.short_term_debt(),
            Item::LongTermDebt => self.long_term_debt(),
            _ => return,
        };
        let has_own = series.entries.iter().any(|entry| entry.amount.is_ok());
        for entry in entries {
            // Long-term debt with leases, or with what is due within a year, is another measure
            // than the rest; lines that are summed make the very total.
            let is_one = entry.amount.as_ref().is_ok_and(|amount| amount.origin.is_reported());
            let differs = has_own && is_one && item == Item::LongTermDebt;
            let finding = entry.other_concept().filter(|_| differs).or_else(|| entry.equal_lines());
            if series.put(entry) {
                series.findings.extend(finding);
            }
        }
        for name in chains::lines(item) {
            for line in self.balances(name) {
                series.take_notes(line);
            }
        }
        series::sort(&mut series.entries);
    }

    /// Returns a line of the balance sheet: for each day, the first of some concepts that is there.
    pub(crate) fn line<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Vec<Entry> {
        let mut line = self.flow(names);
        line.retain(|entry| entry.kind == PeriodKind::Instant);
        line
    }

    /// Returns a line of a statement: for each period, the first of some concepts that is there.
    pub(crate) fn flow<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Vec<Entry> {
        let mut line: Vec<Entry> = Vec::new();
        let named = names.into_iter().flat_map(|name| self.balances(name));
        for entry in named.flat_map(|series| series.entries) {
            match line.iter_mut().find(|known| known.is_of(&entry)) {
                None => line.push(entry),
                // A quarter that one tag leaves out may have the next one.
                Some(known) if known.amount.is_err() && entry.amount.is_ok() => *known = entry,
                Some(_) => {}
            }
        }
        line
    }

    /// Returns a concept in the company's currency.
    fn balances(&self, name: &str) -> impl Iterator<Item = Series> {
        let (taxonomy, name) = chains::split_name(name);
        let series = self.concept(taxonomy, name).into_iter();
        series.filter(|series| series.unit == self.currency)
    }
}

/// Returns the entry of a line for the day of another line's.
pub(crate) fn on_day<'a>(line: &'a [Entry], entry: &Entry) -> Option<&'a Entry> {
    line.iter().find(|other| other.is_of(entry))
}

/// Returns the sum or difference of two lines, for the days for which both are there.
pub(crate) fn join(line: Vec<Entry>, other: &[Entry], subtract: bool) -> Vec<Entry> {
    let joined = line.into_iter().filter_map(|entry| {
        let (one, other) = (entry.amount.as_ref().ok()?, on_day(other, &entry)?);
        let amount = one.with(other.amount.as_ref().ok()?, subtract);
        Some(Entry { amount, ..entry })
    });
    joined.collect()
}

impl Entry {
    /// Returns whether it has the period of another entry.
    pub(crate) fn is_of(&self, other: &Self) -> bool {
        (self.kind, self.start, self.end) == (other.kind, other.start, other.end)
    }
}

impl EntryAmount {
    /// Returns the sum or difference with another line, where the two are of one vintage: neither
    /// is restated, or the same filings give both.
    pub(crate) fn with(&self, other: &Self, subtract: bool) -> Result<Self, Absence> {
        let filings = |amount: &Self| -> BTreeSet<Accession> {
            amount.inputs.iter().map(|input| input.accession).collect()
        };
        if (self.restated || other.restated) && filings(self) != filings(other) {
            return Err(Absence::MixedVintage);
        }
        let combine = if subtract { exact_difference } else { exact_sum };
        let mut inputs = self.inputs.clone();
        inputs.extend(other.inputs.iter().cloned().map(|mut input| {
            input.subtracted ^= subtract;
            input
        }));
        Ok(Self {
            value: combine(self.value, other.value).ok_or(Absence::OutOfRange)?,
            origin: Derivation::StatementLines,
            inputs,
            restated: self.restated || other.restated,
            split_adjusted: false,
        })
    }
}

impl Series {
    /// Takes an entry, unless there is a value, and returns whether it did.
    fn put(&mut self, entry: Entry) -> bool {
        let known = self.entries.iter_mut().find(|known| known.is_of(&entry));
        if known.as_ref().is_some_and(|known| known.amount.is_ok()) {
            return false;
        }
        if let Ok(EntryAmount { origin: Derivation::Reported, inputs, .. }) = &entry.amount {
            let new = inputs.iter().map(|input| &input.concept);
            let new: Vec<_> = new.filter(|name| !self.concepts.contains(name)).cloned().collect();
            self.concepts.extend(new);
        }
        match known {
            Some(known) => known.amount = entry.amount,
            None => self.entries.push(entry),
        }
        true
    }

    /// Takes the findings and restatements of a line for the days on which it stands alone.
    fn take_notes(&mut self, line: Self) {
        let alone = |end| {
            self.entries.iter().filter(|entry| entry.end == end).any(|entry| {
                entry.amount.as_ref().is_ok_and(|amount| {
                    amount.origin.is_reported()
                        && amount.inputs.iter().all(|input| line.concepts.contains(&input.concept))
                })
            })
        };
        let findings: Vec<_> = line.findings.into_iter().filter(|f| alone(f.end)).collect();
        let restated: Vec<_> = line.restatements.into_iter().filter(|r| alone(r.end)).collect();
        self.findings.extend(findings);
        self.restatements.extend(restated);
    }
}

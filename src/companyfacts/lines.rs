//! Total liabilities from the other lines of the balance sheet, which many companies print without
//! that line.
//!
//! Assets are liabilities and equity whatever a company prints, so nothing is judged here. A gross
//! profit that a company does not present is another matter: which costs are those of revenue is
//! its own choice, and the item stays absent.

use alloc::{collections::BTreeSet, vec::Vec};

use super::{
    entry::{Amount, Derivation, Entry},
    known::KnownFacts,
    rounding::{exact_difference, exact_sum},
    series::Series,
};
use crate::{Accession, Date, Item, PeriodKind};

/// What a company owes to holders of shares it may have to buy back stands between liabilities and
/// equity (Regulation S-X, rule 5-02.27): the whole, or its parts.
const TEMPORARY_EQUITY: &str =
    "TemporaryEquityCarryingAmountIncludingPortionAttributableToNoncontrollingInterests";
const TEMPORARY_EQUITY_PARTS: &[&str] = &[
    "TemporaryEquityCarryingAmountAttributableToParent",
    "RedeemableNoncontrollingInterestEquityCarryingAmount",
];

impl KnownFacts<'_> {
    /// Completes total liabilities: assets less all equity and what stands between the two.
    pub(super) fn complete(&self, item: Item, series: &mut Series) {
        let lacking = |entry: &Entry| entry.amount.is_err();
        if item != Item::TotalLiabilities || !series.entries.iter().any(lacking) {
            return;
        }
        let assets = self.tagged(Item::TotalAssets).series.entries;
        let mut rest = join(assets, &self.equity(), true);
        let parts = self.temporary_equity();
        // Of a company with such holders, a day without them is one whose filing is not there.
        if parts.iter().any(|part| !part.is_empty()) {
            rest.retain(|entry| parts.iter().flatten().any(|part| same(entry, part)));
        }
        for part in parts {
            let apart = |entry: &Entry| !part.iter().any(|other| same(entry, other));
            let (without, with): (Vec<_>, Vec<_>) = rest.into_iter().partition(apart);
            rest = without;
            rest.extend(join(with, &part, true));
        }
        for entry in rest {
            series.put(entry);
        }
        series.entries.sort_by_key(|entry| (entry.end, entry.start, entry.kind));
    }

    /// Returns all equity, noncontrolling interests with it.
    fn equity(&self) -> Vec<Entry> {
        let mut total = self.tagged(Item::TotalEquity).series.entries;
        total.retain(|entry| entry.amount.is_ok());
        let minority = self.tagged(Item::NoncontrollingInterest);
        let parent = self.tagged(Item::StockholdersEquity).series.entries;
        let known: BTreeSet<Date> = total.iter().map(|entry| entry.end).collect();
        let parent = parent.into_iter().filter(|entry| !known.contains(&entry.end));
        if minority.candidates.is_empty() {
            total.extend(parent);
        } else {
            total.extend(join(parent.collect(), &minority.series.entries, false));
        }
        total
    }

    /// Returns what stands between liabilities and equity.
    fn temporary_equity(&self) -> Vec<Vec<Entry>> {
        let entries = |name: &&str| {
            let series = self.concept("us-gaap", name).into_iter();
            let money = series.filter(|series| series.unit == self.currency);
            let mut entries: Vec<_> = money.flat_map(|series| series.entries).collect();
            entries.retain(|entry| entry.kind == PeriodKind::Instant);
            entries
        };
        let whole = entries(&TEMPORARY_EQUITY);
        let mut parts: Vec<_> = TEMPORARY_EQUITY_PARTS.iter().map(entries).collect();
        for part in &mut parts {
            part.retain(|entry| !whole.iter().any(|other| same(entry, other)));
        }
        parts.push(whole);
        parts
    }
}

fn same(a: &Entry, b: &Entry) -> bool {
    (a.kind, a.start, a.end) == (b.kind, b.start, b.end)
}

/// Returns the sum or difference of two lines, for the days for which both are there.
fn join(lines: Vec<Entry>, others: &[Entry], subtract: bool) -> Vec<Entry> {
    let joined = lines.into_iter().filter_map(|entry| {
        let other = others.iter().find(|other| same(&entry, other))?;
        let (one, other) = (entry.amount.as_ref().ok()?, other.amount.as_ref().ok()?);
        let amount = one.with(other, subtract)?;
        Some(Entry { amount: Ok(amount), ..entry })
    });
    joined.collect()
}

impl Amount {
    /// Returns the sum or difference with another line, where the two are of one vintage: neither
    /// is restated, or the same filings give both.
    fn with(&self, other: &Self, subtract: bool) -> Option<Self> {
        let filings = |amount: &Self| -> BTreeSet<Accession> {
            amount.inputs.iter().map(|input| input.accession).collect()
        };
        if (self.restated || other.restated) && filings(self) != filings(other) {
            return None;
        }
        let combine = if subtract { exact_difference } else { exact_sum };
        let mut inputs = self.inputs.clone();
        inputs.extend(other.inputs.iter().cloned().map(|mut input| {
            input.subtracted ^= subtract;
            input
        }));
        Some(Self {
            value: combine(self.value, other.value)?,
            origin: Derivation::StatementLines,
            inputs,
            restated: self.restated || other.restated,
            split_adjusted: false,
        })
    }
}

impl Series {
    /// Takes an entry, unless there is a value.
    fn put(&mut self, entry: Entry) {
        match self.entries.iter_mut().find(|known| same(known, &entry)) {
            Some(known) => {
                if known.amount.is_err() {
                    known.amount = entry.amount;
                }
            }
            None => self.entries.push(entry),
        }
    }
}

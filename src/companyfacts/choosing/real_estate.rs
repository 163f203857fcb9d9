//! Companies of real estate: they print debt by its security and not by when it falls due, and what
//! they pay for property by what is done with it.

use alloc::vec::Vec;

use super::lines::on_day;
use crate::Item;
use crate::companyfacts::{deriving::entry::Entry, filed::rounding::exact_sum, known::KnownFacts};

/// The lines of property that is held to be let.
const PROPERTY: &[&str] = &[
    "RealEstateInvestmentPropertyNet",
    "RealEstateInvestments",
    "RealEstateInvestmentPropertyAtCost",
];

impl KnownFacts<'_> {
    /// Returns whether property to let is half of the company's assets on some day.
    pub(super) fn is_of_real_estate(&self) -> bool {
        if !PROPERTY.iter().any(|name| self.facts.concept("us-gaap", name).is_some()) {
            return false;
        }
        let assets = self.tagged(Item::TotalAssets).series.entries;
        self.line(PROPERTY.iter().copied()).iter().any(|property| {
            let all = on_day(&assets, property).map(|entry| &entry.amount);
            let (Ok(property), Some(Ok(all))) = (&property.amount, all) else { return false };
            exact_sum(property.value, property.value).is_some_and(|twice| twice >= all.value)
        })
    }
}

/// Returns the sums of debt that are no more than all liabilities: of more, a part is in another.
pub(super) fn plausible(mut sums: Vec<Entry>, liabilities: &[Entry]) -> Vec<Entry> {
    sums.retain(|sum| {
        let all = on_day(liabilities, sum).map(|entry| &entry.amount);
        match (&sum.amount, all) {
            (Ok(sum), Some(Ok(all))) => sum.value <= all.value,
            _ => true,
        }
    });
    sums
}

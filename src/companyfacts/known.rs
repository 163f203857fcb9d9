//! [`KnownFacts`]: a company's facts under one vintage.

use alloc::vec::Vec;

use super::{
    document::CompanyFacts,
    series::{self, Series},
    tracks::{self, Tracks},
    vintage::Vintage,
    years::FiscalYears,
};

/// A company's facts under one vintage, with the calendar that its filings imply.
#[derive(Clone, Debug)]
pub struct KnownFacts<'a> {
    pub(super) facts: &'a CompanyFacts,
    pub(super) vintage: Vintage,
    pub(super) years: FiscalYears,
}

impl CompanyFacts {
    /// Returns the facts under a vintage.
    #[must_use]
    pub fn known(&self, vintage: Vintage) -> KnownFacts<'_> {
        let facts = self.groups().flat_map(|(_, unit)| &unit.facts);
        let years = FiscalYears::infer(facts.filter(|fact| tracks::eligible(fact, vintage)));
        KnownFacts { facts: self, vintage, years }
    }
}

impl KnownFacts<'_> {
    /// Returns the vintage.
    #[must_use]
    pub fn vintage(&self) -> Vintage {
        self.vintage
    }

    /// Returns the company's fiscal years, as far as filings of the vintage date them.
    #[must_use]
    pub fn years(&self) -> &FiscalYears {
        &self.years
    }

    /// Returns the series of one concept as it stands, one for each of its units.
    ///
    /// Nothing is chosen between concepts, and share counts and per-share amounts stay on the basis
    /// on which they were filed.
    #[must_use]
    pub fn concept(&self, taxonomy: &str, name: &str) -> Vec<Series> {
        let Some(concept) = self.facts.concept(taxonomy, name) else {
            return Vec::new();
        };
        let series = concept.units.iter().map(|unit| {
            let chain = [(concept, unit.facts.as_slice())];
            let tracks = Tracks::new(&self.years, self.vintage, &unit.unit, &chain);
            series::assemble(self.facts, &self.years, self.vintage, &tracks)
        });
        series.collect()
    }
}

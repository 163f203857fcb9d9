//! Changes of basis that no filing gives twice.
//!
//! After a spin-off, a discontinued operation, a reclassification or a new accounting standard, a
//! year is filed for the first time on the new basis while its nine months stand only on the old.
//! Neither is restated, so their dates look alike; what tells them apart is the year before, which
//! the later filing gives as its comparative: IBM's annual report for 2021 has 57,350 million for
//! 2021, without Kyndryl, and 55,179 for 2020, where the one before had 73,620.

use alloc::vec::Vec;

use jiff::civil::Date;

use super::{
    breaks::Break,
    grid::{Found, Grid},
};
use crate::{
    bounds::COMPARATIVE_GROWTH_MAX,
    companyfacts::filed::{rounding::exact_product, timeline::Sighting},
    undefined::Absence,
};

impl Grid<'_> {
    /// Refuses a figure and a part of it that were first filed on two bases.
    pub(super) fn on_one_basis(&self, longer: &Found, part: &Found) -> Result<(), Absence> {
        let bases = |found: &Found| -> Vec<(Sighting, Option<usize>)> {
            let year = |at: usize| self.timelines.get(at).and_then(|(slot, _)| slot.year);
            found.parts.iter().map(|(sighting, at, _)| (*sighting, year(*at))).collect()
        };
        for (one, year) in bases(longer) {
            for (other, _) in bases(part) {
                if year.is_some_and(|year| self.is_rebased(year, &one, &other)) {
                    return Err(Absence::MixedVintage);
                }
            }
        }
        Ok(())
    }

    /// Returns whether the item changed its basis between the first filings of two figures of one
    /// year: a filing after the first, up to that of the second, gives the year before otherwise
    /// than it was given, or the year itself where the part came second, and the filings of the
    /// year had not done so before.
    ///
    /// Where they had, the earlier figure is on the new basis too. A year adds to the comparative
    /// of its nine months what the fourth quarter changed by, so a change that is many times the
    /// one before it is another change.
    fn is_rebased(&self, year: usize, longer: &Sighting, part: &Sighting) -> bool {
        if longer.restated() || part.restated() {
            return false;
        }
        let first = longer.introduced.min(part.introduced);
        let second = longer.introduced.max(part.introduced);
        let largest = |from: Date, to: Date, years: [Option<usize>; 2]| {
            let within = |b: &&Break| from < b.by && b.by <= to && years.contains(&Some(b.year));
            self.breaks.iter().filter(within).map(|found| found.change).max()
        };
        let before = year.checked_sub(1);
        // A year's report may slip in the quarters beside it, so they count only against a part
        // that came out after it.
        let own = (part.introduced > longer.introduced).then_some(year);
        let Some(change) = largest(first, second, [own, before]) else { return false };
        let Some(begins) = self.years.as_slice().get(year).map(|year| year.start) else {
            return true;
        };
        let known = largest(begins, first, [before, None]);
        known
            .and_then(|known| exact_product(known, COMPARATIVE_GROWTH_MAX))
            .is_none_or(|most| change > most)
    }
}

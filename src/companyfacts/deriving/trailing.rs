//! The four quarters up to a date.

use alloc::vec::Vec;

use jiff::civil::Date;

use super::{
    entry::Derivation,
    grid::{Cell, Found, Grid},
};
use crate::companyfacts::filed::{
    rounding::{exact_difference, exact_sum, within_halves},
    timeline::Sighting,
    vintage::Vintage,
};
use crate::undefined::Absence;

impl Grid<'_> {
    /// Returns the four quarters up to the end of a quarter: the year, a reported trailing figure,
    /// or one put together.
    pub(crate) fn trailing(
        &self,
        year: usize,
        quarter: u8,
        vintage: Vintage,
    ) -> Result<Found, Absence> {
        if quarter == 4
            && let Some(whole) = self.reported(year, Cell::ToDate(4), vintage)
        {
            return Ok(whole);
        }
        match self.reported(year, Cell::Trailing(quarter), vintage) {
            Some(reported) => Ok(reported),
            None => self.trailing_derived(year, quarter, vintage),
        }
    }

    /// Puts the four quarters up to the end of a quarter together: the year before with the year
    /// to date in place of that of the year before, which rounds three times; else the sum of the
    /// four, where each may be derived and rounds more often.
    pub(crate) fn trailing_derived(
        &self,
        year: usize,
        quarter: u8,
        vintage: Vintage,
    ) -> Result<Found, Absence> {
        if !self.additive {
            return Err(Absence::NotAdditive);
        }
        match self.rolled(year, quarter, vintage) {
            // A transition period lies between them; the quarters may still adjoin.
            Some(Err(Absence::DifferentStarts)) | None => {
                self.four_quarters(year, quarter, vintage)
            }
            // The year may be restated together with its quarters but without its year to date.
            Some(Err(Absence::MixedVintage)) => {
                self.four_quarters(year, quarter, vintage).map_err(|_| Absence::MixedVintage)
            }
            Some(found) => found,
        }
    }

    /// Adds up four consecutive quarters.
    fn four_quarters(&self, year: usize, quarter: u8, vintage: Vintage) -> Result<Found, Absence> {
        let back = |count| self.years.quarter_before(year, quarter, count).ok_or(Absence::Gap);
        let absent = |reason| match reason {
            Absence::MixedVintage | Absence::MixedConcepts | Absence::OutOfRange => reason,
            _ => Absence::Gap,
        };
        let last = self.quarter(year, quarter, vintage).map_err(absent)?;
        let vintage = last.known_by(vintage);
        let mut quarters = Vec::with_capacity(4);
        for count in [3, 2, 1, 0] {
            let (year, quarter) = back(count)?;
            quarters.push(self.quarter(year, quarter, vintage).map_err(absent)?);
        }
        let mut pairs = quarters.iter().zip(quarters.iter().skip(1));
        if !pairs.all(|(one, next)| one.day_after() == next.first_day()) {
            return Err(Absence::Gap);
        }
        for (at, one) in quarters.iter().enumerate() {
            for next in quarters.iter().skip(at + 1) {
                self.together(one, next, Sighting::contemporary)?;
            }
        }
        self.same_basis_as_year_ago(back(4), &quarters, vintage)?;
        self.same_basis_as_to_date(year, quarter, &quarters, vintage)?;
        let mut sum = rust_decimal::Decimal::ZERO;
        for one in &quarters {
            sum = exact_sum(sum, one.value).ok_or(Absence::OutOfRange)?;
        }
        let parts = quarters.into_iter().flat_map(|one| one.parts).collect();
        Ok(Found { value: sum, origin: Derivation::FourQuarters, parts })
    }

    /// Refuses four quarters where the filing of the last one restated the same quarter of the year
    /// before, and a quarter between has not been filed since.
    fn same_basis_as_year_ago(
        &self,
        year_ago: Result<(usize, u8), Absence>,
        quarters: &[Found],
        vintage: Vintage,
    ) -> Result<(), Absence> {
        let year_ago = year_ago
            .ok()
            .and_then(|(year, quarter)| self.reported(year, Cell::Quarter(quarter), vintage));
        let Some((comparative, _, _)) = year_ago.as_ref().and_then(|found| found.parts.first())
        else {
            return Ok(());
        };
        let mut parts = quarters.iter().flat_map(|one| &one.parts);
        let older =
            parts.any(|(part, _, _)| !part.restated() && part.last < comparative.introduced);
        if comparative.restated() && older { Err(Absence::MixedVintage) } else { Ok(()) }
    }

    /// Refuses quarters of one year that do not come to its year to date: one of them is on another
    /// basis, though no filing gives it twice.
    fn same_basis_as_to_date(
        &self,
        year: usize,
        quarter: u8,
        quarters: &[Found],
        vintage: Vintage,
    ) -> Result<(), Absence> {
        let Some(to_date) = self.reported(year, Cell::ToDate(quarter), vintage) else {
            return Ok(());
        };
        let within = quarters.iter().skip(4 - usize::from(quarter.min(4)));
        let mut places: Vec<_> = to_date.places().collect();
        let mut sum = rust_decimal::Decimal::ZERO;
        for one in within {
            sum = exact_sum(sum, one.value).ok_or(Absence::OutOfRange)?;
            places.extend(one.places());
        }
        let agrees = within_halves(sum, to_date.value, &places);
        if agrees { Ok(()) } else { Err(Absence::MixedVintage) }
    }

    /// Returns year + year to date − year to date a year before, where all three are reported.
    fn rolled(&self, year: usize, quarter: u8, vintage: Vintage) -> Option<Result<Found, Absence>> {
        let before = year.checked_sub(1)?;
        let vintage = self.reported(year, Cell::ToDate(quarter), vintage)?.known_by(vintage);
        let now = self.reported(year, Cell::ToDate(quarter), vintage)?;
        let whole = self.reported(before, Cell::ToDate(4), vintage)?;
        let prior = self.reported(before, Cell::ToDate(quarter), vintage)?;
        Some(self.roll(&whole, &now, &prior))
    }

    fn roll(&self, whole: &Found, now: &Found, prior: &Found) -> Result<Found, Absence> {
        if whole.start() != prior.start() || now.start() != whole.day_after() {
            return Err(Absence::DifferentStarts);
        }
        self.together(whole, prior, Sighting::one_vintage)?;
        self.on_one_basis(whole, prior)?;
        // One filing gives the two years to date side by side, so they vouch for each other.
        self.together(now, prior, Sighting::contemporary)?;
        let sum = exact_sum(whole.value, now.value).ok_or(Absence::OutOfRange)?;
        let value = exact_difference(sum, prior.value).ok_or(Absence::OutOfRange)?;
        let mut parts = whole.parts.clone();
        parts.extend(now.parts.iter().copied());
        parts.extend(prior.parts.iter().map(|(sighting, at, _)| (*sighting, *at, true)));
        Ok(Found { value, origin: Derivation::YearPlusToDate, parts })
    }
}

impl Found {
    /// Returns the vintage that holds what was known when this figure came out; a vintage other
    /// than the first stays as it is.
    pub(super) fn known_by(&self, vintage: Vintage) -> Vintage {
        let filed = self.parts.iter().map(|(sighting, _, _)| sighting.version.fact.filed).max();
        match (vintage, filed) {
            (Vintage::First, Some(filed)) => Vintage::AsOf(filed),
            _ => vintage,
        }
    }

    /// Returns the first day of a quarter: of a derived one, the day after what is taken off.
    pub(crate) fn first_day(&self) -> Option<Date> {
        match self.parts.iter().rfind(|(_, _, subtracted)| *subtracted) {
            Some((last, _, _)) => last.version.fact.end.tomorrow().ok(),
            None => self.start(),
        }
    }
}

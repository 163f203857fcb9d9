//! [`Grid`]: the periods of one series, laid out by fiscal year.

use alloc::{collections::BTreeMap, vec::Vec};

use rust_decimal::Decimal;

use super::{
    entry::{Absence, Derivation},
    rounding::{self, exact_difference, exact_sum},
    timeline::{Sighting, Timeline},
    vintage::Vintage,
    years::{FiscalYears, Slot},
};
use crate::PeriodKind;

/// The periods of one series, laid out by fiscal year.
pub(super) struct Grid<'a> {
    pub years: &'a FiscalYears,
    pub timelines: &'a [(Slot, Timeline)],
    pub additive: bool,
    /// For each pair of tracks, whether their concepts differ where one filing gives both.
    pub conflicts: &'a dyn Fn(usize, usize) -> bool,
    cells: BTreeMap<(usize, Cell), usize>,
}

/// A place in a fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cell {
    /// From the year's start to the end of a quarter; the fourth is the year.
    ToDate(u8),
    /// A quarter alone; the first is the year to date as well.
    Quarter(u8),
    /// The four quarters up to the end of a quarter, as a filing gives them.
    Trailing(u8),
}

/// A value for a cell: reported, or put together from what is.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub value: Decimal,
    pub origin: Derivation,
    /// What it rests on, and whether it is taken off.
    pub parts: Vec<(Sighting, usize, bool)>,
}

impl<'a> Grid<'a> {
    pub(super) fn new(
        years: &'a FiscalYears,
        timelines: &'a [(Slot, Timeline)],
        additive: bool,
        conflicts: &'a dyn Fn(usize, usize) -> bool,
    ) -> Self {
        let mut cells = BTreeMap::new();
        for (at, (slot, timeline)) in timelines.iter().enumerate() {
            let (Some(year), Some(quarter), Some(start)) =
                (slot.year, slot.quarter, timeline.start)
            else {
                continue;
            };
            let cell = match slot.kind {
                PeriodKind::Quarter if quarter == 1 => Cell::ToDate(1),
                PeriodKind::Quarter => Cell::Quarter(quarter),
                PeriodKind::Half | PeriodKind::NineMonths | PeriodKind::Year if slot.to_date => {
                    Cell::ToDate(quarter)
                }
                PeriodKind::TrailingTwelveMonths => Cell::Trailing(quarter),
                _ => continue,
            };
            let dates = years.as_slice().get(year);
            let regular = dates.is_some_and(|dates| match cell {
                Cell::ToDate(_) => dates.start == start,
                Cell::Quarter(_) => dates.quarter(quarter).is_some_and(|(s, _)| s == start),
                Cell::Trailing(_) => true,
            }) && dates.is_some_and(|dates| {
                dates.quarter(quarter).is_some_and(|(_, end)| end == timeline.end)
            });
            // Where dates wobble between filings, the calendar's own come first.
            let taken = cells.entry((year, cell)).or_insert((regular, at));
            if regular && !taken.0 {
                *taken = (regular, at);
            }
        }
        let cells = cells.into_iter().map(|(key, (_, at))| (key, at)).collect();
        Self { years, timelines, additive, conflicts, cells }
    }

    /// Returns whether filings give anything for a year.
    pub(super) fn has_year(&self, year: usize) -> bool {
        let all = (year, Cell::ToDate(0))..=(year, Cell::Quarter(u8::MAX));
        self.cells.range(all).next().is_some()
    }

    /// Returns where the timeline of a cell stands.
    pub(super) fn at(&self, year: usize, cell: Cell) -> Option<usize> {
        let cell = if cell == Cell::Quarter(1) { Cell::ToDate(1) } else { cell };
        self.cells.get(&(year, cell)).copied()
    }

    /// Returns what filings give for a cell.
    pub(super) fn reported(&self, year: usize, cell: Cell, vintage: Vintage) -> Option<Found> {
        let at = self.at(year, cell)?;
        let sighting = self.timelines.get(at)?.1.sight(vintage)?;
        Some(Found {
            value: sighting.value(),
            origin: Derivation::Reported,
            parts: alloc::vec![(sighting, at, false)],
        })
    }

    /// Returns the value of a quarter.
    ///
    /// A reported quarter comes before a derived one, unless it has not been filed again since the
    /// periods it belongs to were restated.
    pub(super) fn quarter(
        &self,
        year: usize,
        quarter: u8,
        vintage: Vintage,
    ) -> Result<Found, Absence> {
        let reported = self.reported(year, Cell::Quarter(quarter), vintage);
        let derived = self.derived(year, quarter, vintage);
        match (reported, derived) {
            (Some(reported), Ok(derived)) if derived.replaces(&reported, vintage) => Ok(derived),
            (Some(reported), _) => Ok(reported),
            (None, derived) => derived,
        }
    }

    /// Derives a quarter from year-to-date figures.
    pub(super) fn derived(
        &self,
        year: usize,
        quarter: u8,
        vintage: Vintage,
    ) -> Result<Found, Absence> {
        let to_date = |quarter| self.reported(year, Cell::ToDate(quarter), vintage);
        if quarter == 1 {
            return Err(Absence::NotReported);
        }
        let missing = |quarter| match quarter {
            1 => Absence::MissingFirstQuarter,
            2 => Absence::MissingHalf,
            3 => Absence::MissingNineMonths,
            _ => Absence::MissingYear,
        };
        let Some(longer) = to_date(quarter) else {
            return Err(if self.additive { missing(quarter) } else { Absence::NotReported });
        };
        if !self.additive {
            return Err(Absence::NotAdditive);
        }
        let first = match to_date(quarter - 1) {
            Some(shorter) => self.less(&longer, &[shorter], Derivation::LessYearToDate),
            None => Err(missing(quarter - 1)),
        };
        let Err(reason) = first else {
            return first;
        };
        let singles: Option<Vec<_>> = (1..quarter)
            .map(|quarter| self.reported(year, Cell::Quarter(quarter), vintage))
            .collect();
        match singles {
            Some(singles) if quarter > 2 => {
                self.less(&longer, &singles, Derivation::LessQuarters).map_err(|_| reason)
            }
            _ => Err(reason),
        }
    }

    /// Takes the parts, which must fill the longer period from its start on, off it.
    fn less(&self, longer: &Found, parts: &[Found], origin: Derivation) -> Result<Found, Absence> {
        let mut begins = self.start(longer);
        let mut value = longer.value;
        let mut all = longer.parts.clone();
        for part in parts {
            if self.start(part) != begins {
                return Err(Absence::DifferentStarts);
            }
            begins = self.day_after(part);
            self.together(longer, part, Sighting::one_vintage)?;
            value = exact_difference(value, part.value).ok_or(Absence::OutOfRange)?;
            all.extend(part.parts.iter().map(|(sighting, at, _)| (*sighting, *at, true)));
        }
        Ok(Found { value, origin, parts: all })
    }

    /// Refuses figures that are not of one vintage, or of concepts that conflict.
    fn together(
        &self,
        a: &Found,
        b: &Found,
        one: fn(&Sighting, &Sighting) -> bool,
    ) -> Result<(), Absence> {
        for (x, _, _) in &a.parts {
            for (y, _, _) in &b.parts {
                if x.version.track != y.version.track
                    && (self.conflicts)(x.version.track, y.version.track)
                {
                    return Err(Absence::MixedConcepts);
                }
                if !one(x, y) {
                    return Err(Absence::MixedVintage);
                }
            }
        }
        Ok(())
    }

    /// Returns the four quarters up to the end of a quarter: the year, a reported trailing figure,
    /// or one put together.
    pub(super) fn trailing(
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

    /// Puts the four quarters up to the end of a quarter together.
    pub(super) fn trailing_derived(
        &self,
        year: usize,
        quarter: u8,
        vintage: Vintage,
    ) -> Result<Found, Absence> {
        if !self.additive {
            return Err(Absence::NotAdditive);
        }
        let before = year.checked_sub(1).ok_or(Absence::Gap)?;
        // As first reported, what was known when the last of the figures came out.
        let known = |at: &Found| match vintage {
            Vintage::First => {
                let filed = at.parts.iter().map(|(sighting, _, _)| sighting.version.fact.filed);
                Vintage::AsOf(filed.max().unwrap_or_default())
            }
            vintage => vintage,
        };
        if let Some(to_date) = self.reported(year, Cell::ToDate(quarter), vintage) {
            let vintage = known(&to_date);
            let whole = self.reported(before, Cell::ToDate(4), vintage);
            let prior = self.reported(before, Cell::ToDate(quarter), vintage);
            let now = self.reported(year, Cell::ToDate(quarter), vintage).unwrap_or(to_date);
            if let (Some(whole), Some(prior)) = (whole, prior)
                && quarter < 4
            {
                match self.rolled(&whole, &now, &prior) {
                    // A transition period between them: the quarters may still adjoin.
                    Err(Absence::DifferentStarts) => {}
                    rolled => return rolled,
                }
            }
        }
        let last = self.quarter(year, quarter, vintage).map_err(|_| Absence::Gap)?;
        let vintage = known(&last);
        let mut found: Option<Found> = None;
        let quarters = (quarter + 1..=4)
            .map(|quarter| (before, quarter))
            .chain((1..=quarter).map(|q| (year, q)));
        let mut singles: Vec<Found> = Vec::new();
        for (year, quarter) in quarters {
            let next = self.quarter(year, quarter, vintage).map_err(|_| Absence::Gap)?;
            if let Some(sum) = &mut found {
                if !self.adjoins(singles.last(), &next) {
                    return Err(Absence::Gap);
                }
                for single in &singles {
                    self.together(single, &next, Sighting::contemporary)?;
                }
                sum.value = exact_sum(sum.value, next.value).ok_or(Absence::OutOfRange)?;
                sum.parts.extend(next.parts.iter().copied());
            } else {
                let parts = next.parts.clone();
                found = Some(Found { value: next.value, origin: Derivation::FourQuarters, parts });
            }
            singles.push(next);
        }
        self.same_basis_as_year_ago(year, quarter, &singles, vintage)?;
        found.ok_or(Absence::Gap)
    }

    /// Refuses four quarters where the filing of the last one restated its comparative, and the
    /// quarters between have not been filed since.
    fn same_basis_as_year_ago(
        &self,
        year: usize,
        quarter: u8,
        singles: &[Found],
        vintage: Vintage,
    ) -> Result<(), Absence> {
        let before = year
            .checked_sub(1)
            .and_then(|before| self.reported(before, Cell::Quarter(quarter), vintage));
        let Some((comparative, _, _)) = before.as_ref().and_then(|found| found.parts.first())
        else {
            return Ok(());
        };
        let kept = singles.iter().flat_map(|single| &single.parts);
        let older = |(sighting, _, _): &(Sighting, usize, bool)| {
            !sighting.restated() && sighting.last < comparative.introduced
        };
        if comparative.restated() && kept.into_iter().any(older) {
            return Err(Absence::MixedVintage);
        }
        Ok(())
    }

    /// Returns year + year to date − year to date a year before.
    fn rolled(&self, whole: &Found, now: &Found, prior: &Found) -> Result<Found, Absence> {
        if self.start(whole) != self.start(prior) || self.start(now) != self.day_after(whole) {
            return Err(Absence::DifferentStarts);
        }
        self.together(whole, prior, Sighting::one_vintage)?;
        self.together(whole, now, Sighting::contemporary)?;
        self.together(now, prior, Sighting::contemporary)?;
        let sum = exact_sum(whole.value, now.value).ok_or(Absence::OutOfRange)?;
        let value = exact_difference(sum, prior.value).ok_or(Absence::OutOfRange)?;
        let mut parts = whole.parts.clone();
        parts.extend(now.parts.iter().copied());
        parts.extend(prior.parts.iter().map(|(sighting, at, _)| (*sighting, *at, true)));
        Ok(Found { value, origin: Derivation::YearPlusToDate, parts })
    }

    /// Returns whether one quarter begins on the day after the other ends.
    fn adjoins(&self, before: Option<&Found>, next: &Found) -> bool {
        before.is_some_and(|before| self.quarter_end(before) == self.quarter_start(next))
    }

    fn quarter_end(&self, found: &Found) -> Option<jiff::civil::Date> {
        let fact = found.parts.first()?.0.version.fact;
        fact.end.tomorrow().ok()
    }

    fn quarter_start(&self, found: &Found) -> Option<jiff::civil::Date> {
        let (first, rest) = found.parts.split_first()?;
        match rest.last() {
            Some((shorter, _, _)) => shorter.version.fact.end.tomorrow().ok(),
            None => first.0.version.fact.start,
        }
    }

    fn start(&self, found: &Found) -> Option<jiff::civil::Date> {
        found.parts.first()?.0.version.fact.start
    }

    fn day_after(&self, found: &Found) -> Option<jiff::civil::Date> {
        found.parts.first()?.0.version.fact.end.tomorrow().ok()
    }
}

impl Found {
    /// Returns whether this derived value takes the place of a reported one: both figures it rests
    /// on were restated, and the reported one has not been filed since.
    fn replaces(&self, reported: &Self, vintage: Vintage) -> bool {
        let Some((old, _, _)) = reported.parts.first() else {
            return false;
        };
        let introduced = self.parts.iter().map(|(sighting, _, _)| sighting.introduced).max();
        vintage != Vintage::First
            && !old.restated()
            && self.parts.iter().all(|(sighting, _, _)| sighting.restated())
            && introduced.is_some_and(|introduced| old.last < introduced)
            && !self.agrees(reported)
    }

    /// Returns whether two values agree within the rounding of all that they rest on.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let places: Vec<_> = self.places().chain(other.places()).collect();
        self.value == other.value || rounding::within_halves(self.value, other.value, &places)
    }

    pub(super) fn places(&self) -> impl Iterator<Item = i8> {
        self.parts.iter().map(|(sighting, _, _)| sighting.place())
    }
}

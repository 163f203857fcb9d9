//! [`Grid`]: the periods of one series, laid out by fiscal year.

use core::cell::OnceCell;

use alloc::{collections::BTreeMap, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{
    beside::Beside,
    breaks::{self, Break},
    entry::Derivation,
};
use crate::companyfacts::{
    filed::{
        rounding::{self, UnitKind, exact_difference},
        timeline::{Sighting, Timeline},
        vintage::Vintage,
    },
    periods::years::{FiscalYears, Slot},
};
use crate::{period::PeriodKind, undefined::Absence};

/// The periods of one series, laid out by fiscal year.
pub(crate) struct Grid<'a> {
    pub years: &'a FiscalYears,
    pub timelines: &'a [(Slot, Timeline)],
    pub additive: bool,
    pub measure: UnitKind,
    /// For each pair of tracks, whether their concepts differ where one filing gives both.
    pub conflicts: &'a dyn Fn(usize, usize) -> bool,
    cells: BTreeMap<(usize, Cell), usize>,
    pub breaks: Vec<Break>,
    pub beside: Beside<'a>,
    /// The quarters of each year under one vintage, which findings and twelve months ask for again.
    quarters: Vec<[OnceCell<Result<Found, Absence>>; 4]>,
    vintage: Vintage,
}

/// A place in a fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cell {
    /// From the year's start to the end of a quarter; the fourth is the year.
    ToDate(u8),
    /// A quarter alone; the first is the year to date as well.
    Quarter(u8),
    /// The four quarters up to the end of a quarter, as a filing gives them.
    Trailing(u8),
}

/// A value for a cell: reported, or put together from what is.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub value: Decimal,
    pub origin: Derivation,
    /// What it rests on, and whether it is taken off.
    pub parts: Vec<(Sighting, usize, bool)>,
}

impl<'a> Grid<'a> {
    pub(crate) fn new(
        years: &'a FiscalYears,
        timelines: &'a [(Slot, Timeline)],
        (additive, measure): (bool, UnitKind),
        conflicts: &'a dyn Fn(usize, usize) -> bool,
        (vintage, beside): (Vintage, Beside<'a>),
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
        let breaks = if additive { breaks::breaks(timelines) } else { Vec::new() };
        let quarters = years.as_slice().iter().map(|_| Default::default()).collect();
        Self {
            years,
            timelines,
            additive,
            measure,
            conflicts,
            cells,
            breaks,
            beside,
            quarters,
            vintage,
        }
    }

    /// Returns whether filings give anything for a year.
    pub(crate) fn has_year(&self, year: usize) -> bool {
        let all = (year, Cell::ToDate(0))..=(year, Cell::Quarter(u8::MAX));
        self.cells.range(all).next().is_some()
    }

    /// Returns where the timeline of a cell stands.
    pub(crate) fn at(&self, year: usize, cell: Cell) -> Option<usize> {
        let cell = if cell == Cell::Quarter(1) { Cell::ToDate(1) } else { cell };
        self.cells.get(&(year, cell)).copied()
    }

    /// Returns what filings give for a cell.
    pub(crate) fn reported(&self, year: usize, cell: Cell, vintage: Vintage) -> Option<Found> {
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
    pub(crate) fn quarter(
        &self,
        year: usize,
        quarter: u8,
        vintage: Vintage,
    ) -> Result<Found, Absence> {
        let known = self.quarters.get(year).filter(|_| vintage == self.vintage);
        match known.and_then(|quarters| quarters.get(usize::from(quarter).checked_sub(1)?)) {
            Some(known) => known.get_or_init(|| self.chosen(year, quarter, vintage)).clone(),
            None => self.chosen(year, quarter, vintage),
        }
    }

    fn chosen(&self, year: usize, quarter: u8, vintage: Vintage) -> Result<Found, Absence> {
        let reported = self.reported(year, Cell::Quarter(quarter), vintage);
        let derived = match self.derived(year, quarter, vintage) {
            Ok(derived) => self.brought_up(year, quarter, derived, vintage),
            absent => absent,
        };
        match (reported, derived) {
            (Some(reported), Ok(derived)) if derived.replaces(&reported, vintage) => Ok(derived),
            (Some(reported), _) => Ok(reported),
            (None, derived) => derived,
        }
    }

    /// Derives a quarter from year-to-date figures.
    pub(crate) fn derived(
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
        let shorter = to_date(quarter - 1);
        let first = match &shorter {
            Some(shorter) => {
                self.less(&longer, core::slice::from_ref(shorter), Derivation::LessYearToDate)
            }
            None => Err(missing(quarter - 1)),
        };
        let Err(reason) = first else {
            return first;
        };
        // The filing of the longer period may give the quarters before on its own basis.
        let known =
            if reason == Absence::MixedVintage { longer.known_by(vintage) } else { vintage };
        let singles: Option<Vec<_>> = (1..quarter)
            .map(|quarter| self.reported(year, Cell::Quarter(quarter), known))
            .collect();
        match singles {
            // Quarters stand in for a year to date of another basis only if they are of the new.
            Some(singles)
                if reason == Absence::MixedVintage
                    && singles.iter().any(|one| one.is_of_old(&longer)) =>
            {
                Err(reason)
            }
            Some(singles) if quarter > 2 => {
                self.less(&longer, &singles, Derivation::LessQuarters).map_err(|_| reason)
            }
            _ => Err(reason),
        }
    }

    /// Replaces a derived quarter that has been left behind on an older basis: since what it rests
    /// on was last filed, one filing restated the year and one of its first quarters. It is then
    /// the rest of the year, or nothing where that is not to be had.
    fn brought_up(
        &self,
        year: usize,
        quarter: u8,
        derived: Found,
        vintage: Vintage,
    ) -> Result<Found, Absence> {
        let restated = |cell| {
            let found = self.reported(year, cell, vintage)?;
            let (part, ..) = found.parts.first()?;
            part.restated().then_some(part.introduced)
        };
        let mut others = (1..=3).filter(|other| *other != quarter).map(Cell::Quarter);
        let by = restated(Cell::ToDate(4)).filter(|_| vintage != Vintage::First);
        let Some(by) = by.filter(|by| others.any(|other| restated(other) == Some(*by))) else {
            return Ok(derived);
        };
        let before = |(part, ..): &(Sighting, usize, bool)| part.last < by;
        if !derived.parts.iter().any(before) {
            return Ok(derived);
        }
        let all = derived.parts.iter().all(before);
        match self.rest_of_year(year, quarter, vintage) {
            Err(_) if !all => Ok(derived),
            rest => rest,
        }
    }

    /// Derives a quarter as the year less its three others, those after it first.
    fn rest_of_year(&self, year: usize, quarter: u8, vintage: Vintage) -> Result<Found, Absence> {
        let single = |quarter| self.reported(year, Cell::Quarter(quarter), vintage);
        let later = (quarter + 1..=4).rev().map(single);
        let others: Option<Vec<_>> = later.chain((1..quarter).map(single)).collect();
        let whole = self.reported(year, Cell::ToDate(4), vintage).ok_or(Absence::MixedVintage)?;
        let others = others.ok_or(Absence::MixedVintage)?;
        let (mut value, mut parts) = (whole.value, whole.parts.clone());
        for other in &others {
            self.together(&whole, other, Sighting::seen_since)?;
            value = exact_difference(value, other.value).ok_or(Absence::OutOfRange)?;
            parts.extend(other.parts.iter().map(|(sighting, at, _)| (*sighting, *at, true)));
        }
        Ok(Found { value, origin: Derivation::LessQuarters, parts })
    }

    /// Derives the second half of a year of which filings give the first half and no quarter.
    pub(crate) fn second_half(
        &self,
        year: usize,
        vintage: Vintage,
    ) -> Option<Result<Found, Absence>> {
        let quarters = (1..=4).map(Cell::Quarter).chain([Cell::ToDate(3)]);
        let by_quarter = quarters.into_iter().any(|cell| self.at(year, cell).is_some());
        let is_tagged = self.timelines.iter().any(|(slot, _)| {
            (slot.kind, slot.year, slot.to_date) == (PeriodKind::Half, Some(year), false)
        });
        if !self.additive || by_quarter || is_tagged {
            return None;
        }
        let half = self.reported(year, Cell::ToDate(2), vintage)?;
        let whole = self.reported(year, Cell::ToDate(4), vintage)?;
        Some(self.less(&whole, &[half], Derivation::LessYearToDate))
    }

    /// Takes the parts, which must fill the longer period from its start on, off it.
    fn less(&self, longer: &Found, parts: &[Found], origin: Derivation) -> Result<Found, Absence> {
        let mut begins = longer.start();
        let mut value = longer.value;
        let mut all = longer.parts.clone();
        for part in parts {
            if part.start() != begins {
                return Err(Absence::DifferentStarts);
            }
            begins = part.day_after();
            self.together(longer, part, Sighting::one_vintage)?;
            self.on_one_basis(longer, part)?;
            value = exact_difference(value, part.value).ok_or(Absence::OutOfRange)?;
            all.extend(part.parts.iter().map(|(sighting, at, _)| (*sighting, *at, true)));
        }
        Ok(Found { value, origin, parts: all })
    }

    /// Refuses figures that are not of one vintage, or of concepts that conflict.
    pub(crate) fn together(
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
}

impl Found {
    /// Returns the first day of a reported period.
    pub(crate) fn start(&self) -> Option<Date> {
        self.parts.first()?.0.version.fact.start
    }

    /// Returns the day after a period, which of a derived one is that after the longer figure's.
    pub(crate) fn day_after(&self) -> Option<Date> {
        let mut end = self.parts.first()?.0.version.fact.end;
        for (later, ..) in self.parts.iter().filter(|(_, _, subtracted)| *subtracted) {
            let fact = &later.version.fact;
            if let (true, Some(start)) = (fact.end == end, fact.start) {
                end = start.yesterday().ok()?;
            }
        }
        end.tomorrow().ok()
    }

    /// Returns whether a quarter came out with the year to date that it belongs to, and not with
    /// the longer period or restated for it.
    fn is_of_old(&self, longer: &Self) -> bool {
        let introduced = longer.parts.iter().map(|(part, ..)| part.introduced).max();
        self.parts.iter().any(|(part, ..)| !part.restated() && Some(part.introduced) != introduced)
    }

    /// Returns whether this derived value takes the place of a reported one, which is on another
    /// basis: as first reported, one that came out only after the figures this rests on had been
    /// restated; as restated, one that has not been filed again since they were.
    fn replaces(&self, reported: &Self, vintage: Vintage) -> bool {
        let Some((single, _, _)) = reported.parts.first() else {
            return false;
        };
        let mut parts = self.parts.iter().map(|(part, _, _)| part);
        let other_basis = if vintage == Vintage::First {
            parts.any(|part| part.superseded.is_some_and(|date| date <= single.introduced))
        } else {
            let introduced = self.parts.iter().map(|(part, _, _)| part.introduced).max();
            !single.restated()
                && parts.all(Sighting::restated)
                && introduced.is_some_and(|introduced| single.last < introduced)
        };
        other_basis && !self.agrees(reported)
    }

    /// Returns whether two values agree within the rounding of all that they rest on.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        let places: Vec<_> = self.places().chain(other.places()).collect();
        self.value == other.value || rounding::within_halves(self.value, other.value, &places)
    }

    pub(crate) fn places(&self) -> impl Iterator<Item = i8> {
        self.parts.iter().map(|(sighting, _, _)| sighting.place())
    }
}

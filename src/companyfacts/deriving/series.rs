//! [`Series`]: one figure through time.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    beside::Beside,
    entry::{Derivation, Entry, EntryAmount, Input},
    findings,
    grid::{Cell, Found, Grid},
};
use crate::companyfacts::{
    filed::{
        finding::SeriesFinding,
        restatement::{self, Restatement},
        rounding::UnitKind,
        tracks::Tracks,
        vintage::Vintage,
    },
    periods::{
        days,
        years::{FiscalYearDates, FiscalYears, Slot},
    },
    reading::{concept::ConceptName, document::CompanyFacts},
};
use crate::{period::PeriodKind, undefined::Absence};

/// One figure through time: every period that filings give, the quarters and trailing years derived
/// from them, and the quarters that are absent, each with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Series {
    /// The unit as the file names it: `USD`, `USD/shares`, `shares`.
    pub unit: String,
    /// The concepts it is taken from, the preferred first.
    pub concepts: Vec<ConceptName>,
    /// The periods, by their end, the longer first.
    pub entries: Vec<Entry>,
    /// What a reader of the series should know.
    pub findings: Vec<SeriesFinding>,
    /// The figures that later filings gave otherwise than the first, whatever the vintage shows.
    pub restatements: Vec<Restatement>,
}

impl Series {
    /// Returns the entry of a period, an instant having no start.
    #[must_use]
    pub fn entry(&self, kind: PeriodKind, start: Option<Date>, end: Date) -> Option<&Entry> {
        let same = |entry: &&Entry| entry.kind == kind && entry.start == start && entry.end == end;
        self.entries.iter().find(same)
    }

    /// Returns the entry of a fiscal quarter.
    #[must_use]
    pub fn quarter(&self, fiscal_year: i16, quarter: u8) -> Option<&Entry> {
        self.labelled(PeriodKind::Quarter, fiscal_year, Some(quarter))
    }

    /// Returns the entry of a fiscal year.
    #[must_use]
    pub fn year(&self, fiscal_year: i16) -> Option<&Entry> {
        self.labelled(PeriodKind::Year, fiscal_year, None)
    }

    /// Returns the entry of the twelve months up to the end of a fiscal quarter.
    #[must_use]
    pub fn trailing(&self, fiscal_year: i16, quarter: u8) -> Option<&Entry> {
        self.labelled(PeriodKind::TrailingTwelveMonths, fiscal_year, Some(quarter))
    }

    /// Returns the entry of a balance at the end of a fiscal quarter.
    #[must_use]
    pub fn instant(&self, fiscal_year: i16, quarter: u8) -> Option<&Entry> {
        self.labelled(PeriodKind::Instant, fiscal_year, Some(quarter))
    }

    fn labelled(&self, kind: PeriodKind, year: i16, quarter: Option<u8>) -> Option<&Entry> {
        self.entries.iter().find(|entry| {
            entry.kind == kind && entry.fiscal_year == Some(year) && entry.fiscal_quarter == quarter
        })
    }
}

/// Puts a series together from the facts of its concepts.
pub(crate) fn assemble(
    facts: &CompanyFacts,
    years: &FiscalYears,
    vintage: Vintage,
    tracks: &Tracks<'_>,
    beside: Beside<'_>,
) -> Series {
    let conflicts = |a, b| tracks.conflict(a, b);
    let adds = (tracks.additive, UnitKind::of(tracks.unit));
    let grid = Grid::new(years, &tracks.timelines, adds, &conflicts, (vintage, beside));
    let assembly = Assembly { facts, years, vintage, tracks, grid };
    let mut entries: Vec<Entry> = assembly.reported().collect();
    for (index, year) in years.as_slice().iter().enumerate() {
        entries.extend(assembly.derived(index, year));
    }
    sort(&mut entries);
    let mut found = tracks.findings.clone();
    findings::of_grid(&assembly.grid, vintage, &mut found);
    findings::of_balances(&entries, &mut found);
    if UnitKind::of(tracks.unit) == UnitKind::Shares {
        findings::of_scale(&entries, &mut found);
    }
    Series {
        unit: tracks.unit.to_owned(),
        concepts: tracks.names.clone(),
        entries,
        findings: found,
        restatements: restatement::of_tracks(facts, tracks),
    }
}

/// Puts entries in the order of a series: by their end, the longer period first.
pub(crate) fn sort(entries: &mut [Entry]) {
    entries.sort_by_key(|entry| (entry.end, entry.start, entry.kind));
}

struct Assembly<'a> {
    facts: &'a CompanyFacts,
    years: &'a FiscalYears,
    vintage: Vintage,
    tracks: &'a Tracks<'a>,
    grid: Grid<'a>,
}

impl<'a> Assembly<'a> {
    /// Returns an entry for each period that filings give.
    fn reported(&self) -> impl Iterator<Item = Entry> {
        self.tracks.timelines.iter().enumerate().filter_map(|(at, (slot, timeline))| {
            let sighting = timeline.sight(self.vintage)?;
            let parts = alloc::vec![(sighting, at, false)];
            let mut found = Found { value: sighting.value(), origin: Derivation::Reported, parts };
            if let (PeriodKind::Quarter, Some(year), Some(quarter)) =
                (slot.kind, slot.year, slot.quarter)
                && self.grid.at(year, Cell::Quarter(quarter)) == Some(at)
                && let Ok(chosen) = self.grid.quarter(year, quarter, self.vintage)
            {
                found = chosen;
            }
            let quarter = slot.quarter.filter(|_| !self.is_misdated(*slot, at));
            let slot = Slot { quarter, ..*slot };
            Some(self.entry(slot, timeline.start, timeline.end, Ok(found)))
        })
    }

    /// Returns whether a filing's dates are a few days off those of a quarter that filings give
    /// under the calendar's: Microsoft's first quarter of fiscal 2017 also stands as one that
    /// begins on 2 July.
    fn is_misdated(&self, slot: Slot, at: usize) -> bool {
        let (Some(index), Some(quarter)) = (slot.year, slot.quarter) else { return false };
        if slot.kind != PeriodKind::Instant {
            let taken = self.grid.at(index, Cell::Quarter(quarter));
            return slot.kind == PeriodKind::Quarter && taken.is_some_and(|taken| taken != at);
        }
        let end = self.years.as_slice().get(index).and_then(|year| year.quarter_end(quarter));
        let mut balances = self.tracks.timelines.iter().enumerate();
        balances
            .any(|(other, (_, line))| other != at && line.start.is_none() && Some(line.end) == end)
    }

    /// Returns the entries of a year that no filing gives: its quarters, the trailing years up to
    /// their ends, and the year itself where it is over.
    fn derived(&self, index: usize, year: &'a FiscalYearDates) -> Vec<Entry> {
        let mut entries = Vec::new();
        let last = self.tracks.timelines.iter().map(|(_, timeline)| timeline.end).max();
        let known = |end: Date| last.is_some_and(|last| end <= last);
        let slot = |kind, quarter| Slot { kind, year: Some(index), quarter, to_date: false };
        for quarter in (1..=4_u8).filter(|_| self.grid.has_year(index)) {
            let Some(end) = year.quarter_end(quarter).filter(|end| known(*end)) else { continue };
            let place = Some(quarter);
            if let Some((start, end)) = year.quarter(quarter)
                && self.grid.at(index, Cell::Quarter(quarter)).is_none()
            {
                let found = self.grid.quarter(index, quarter, self.vintage);
                entries.push(self.entry(slot(PeriodKind::Quarter, place), Some(start), end, found));
            }
            let tagged = self.grid.at(index, Cell::Trailing(quarter)).is_some();
            if let Some(start) = self.trailing_start(index, quarter)
                && self.tracks.additive
                && !tagged
            {
                let kind = PeriodKind::TrailingTwelveMonths;
                let found = self.grid.trailing(index, quarter, self.vintage);
                entries.push(self.entry(slot(kind, place), Some(start), end, found));
            }
        }
        entries.extend(self.second_half(index, year));
        let whole = self.grid.at(index, Cell::ToDate(4)).is_some();
        let kind = PeriodKind::of_days(days::length(year.start, year.end));
        if kind == PeriodKind::Year && !whole && self.grid.has_year(index) && known(year.end) {
            let found = Err(Absence::NotReported);
            entries.push(self.entry(slot(kind, Some(4)), Some(year.start), year.end, found));
        }
        entries
    }

    /// Returns the second half of a year that is reported by halves.
    fn second_half(&self, index: usize, year: &FiscalYearDates) -> Option<Entry> {
        let start = year.quarter_end(2)?.tomorrow().ok()?;
        let kind = PeriodKind::of_days(days::length(start, year.end));
        let found = self.grid.second_half(index, self.vintage)?;
        let slot = Slot { kind, year: Some(index), quarter: Some(4), to_date: false };
        (kind == PeriodKind::Half).then(|| self.entry(slot, Some(start), year.end, found))
    }

    /// Returns the first day of the twelve months up to the end of a quarter.
    fn trailing_start(&self, index: usize, quarter: u8) -> Option<Date> {
        let years = self.years.as_slice();
        if quarter == 4 {
            let year = years.get(index)?;
            let whole = PeriodKind::of_days(days::length(year.start, year.end));
            return (whole == PeriodKind::Year).then_some(year.start);
        }
        let (before, earlier) = self.years.quarter_before(index, quarter, 4)?;
        let start = years.get(before)?.quarter_end(earlier)?.tomorrow().ok()?;
        let end = years.get(index)?.quarter_end(quarter)?;
        (PeriodKind::of_days(days::length(start, end)) == PeriodKind::Year).then_some(start)
    }

    fn entry(
        &self,
        slot: Slot,
        start: Option<Date>,
        end: Date,
        found: Result<Found, Absence>,
    ) -> Entry {
        let year = slot.year.and_then(|year| self.years.as_slice().get(year));
        Entry {
            kind: slot.kind,
            start,
            end,
            fiscal_year: year.map(|year| year.label),
            fiscal_quarter: slot.quarter.filter(|_| {
                let year = slot.year.is_none_or(|year| self.years.numbers_quarters(year));
                slot.kind != PeriodKind::Year && year
            }),
            amount: found.map(|found| self.amount(&found)),
        }
    }

    fn amount(&self, found: &Found) -> EntryAmount {
        EntryAmount {
            value: found.value,
            origin: found.origin,
            restated: found.parts.iter().any(|(sighting, _, _)| sighting.restated()),
            split_adjusted: false,
            inputs: found
                .parts
                .iter()
                .map(|(sighting, _, subtracted)| {
                    let fact = &sighting.version.fact;
                    Input {
                        start: fact.start,
                        end: fact.end,
                        value: fact.value,
                        subtracted: *subtracted,
                        concept: self.tracks.name(sighting.version.track),
                        form: self.facts.form_name(fact).to_owned(),
                        accession: fact.accession,
                        filed: fact.filed,
                    }
                })
                .collect(),
        }
    }
}

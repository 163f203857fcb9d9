//! Changes of basis that no filing gives twice.
//!
//! After a spin-off, a discontinued operation, a reclassification or a new accounting standard, a
//! year is filed for the first time on the new basis while its nine months stand only on the old.
//! Neither is restated, so their dates look alike; what tells them apart is the year before, which
//! the later filing gives as its comparative: IBM's annual report for 2021 has 57,350 million for
//! 2021, without Kyndryl, and 55,179 for 2020, where the one before had 73,620.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{
    breaks::Break,
    grid::{Cell, Found, Grid},
};
use crate::{
    arith,
    bounds::{COMPARATIVE_GROWTH_MAX, DATE_SLACK_DAYS, LATE_REPORT_DAYS},
    companyfacts::{
        filed::{
            rounding::{exact_difference, exact_product, exact_sum, within_halves},
            timeline::{Sighting, Timeline, Version},
            vintage::Vintage,
        },
        periods::{days, years::Slot},
    },
    figure::Accession,
    undefined::Absence,
};

/// A figure as it was first filed, with the place of its timeline.
#[derive(Clone, Copy)]
struct First<'a> {
    sighting: &'a Sighting,
    slot: Slot,
}

impl Grid<'_> {
    /// Refuses a figure and a part of it that were first filed on two bases.
    pub(super) fn on_one_basis(&self, longer: &Found, part: &Found) -> Result<(), Absence> {
        for one in self.firsts(longer) {
            for other in self.firsts(part) {
                if self.is_rebased(one, other) {
                    return Err(Absence::MixedVintage);
                }
            }
        }
        Ok(())
    }

    fn firsts<'f>(&'f self, found: &'f Found) -> impl Iterator<Item = First<'f>> {
        found.parts.iter().filter_map(|(sighting, at, _)| {
            let (slot, _) = self.timelines.get(*at)?;
            Some(First { sighting, slot: *slot })
        })
    }

    /// Returns whether the item changed its basis between the first filings of two figures of one
    /// year.
    fn is_rebased(&self, longer: First<'_>, part: First<'_>) -> bool {
        let Some(year) = longer.slot.year else { return false };
        let (long, short) = (longer.sighting, part.sighting);
        let filing = |sighting: &Sighting| sighting.version.fact.accession;
        if self.beside.assets.are_of_two(filing(long), filing(short))
            || self.filings_disagree(year, filing(long), filing(short))
            || self.own_quarters_moved(year, long, short)
            || self.comparatives_differ(year, longer, part)
        {
            return true;
        }
        if long.restated() || short.restated() {
            return false;
        }
        // The part was changed later, and the longer figure then stood as it was: it had been on
        // the new basis before the part was, as after an accounting standard that is adopted from
        // the start of the year on.
        let changed_alone = short.superseded.is_some_and(|date| long.last >= date);
        changed_alone
            || self.year_before_moved(&self.breaks, year, long, short)
            || self.year_before_moved(self.beside.joined, year, long, short)
            || self.left_out_since(year, long, short)
            || self.moved_between_comparatives(year, long, short)
    }

    /// Returns whether two figures that are filed only as comparatives of a later year may stand on
    /// either side of a change: a period that holds both changed at a time that no filing tells
    /// apart from the time between them.
    ///
    /// Coca-Cola's first quarter of 2018 stands in a filing of April 2019, and the half year, with
    /// another company's sales in it, in one of July; the year was recast by September.
    fn moved_between_comparatives(&self, year: usize, longer: &Sighting, part: &Sighting) -> bool {
        let is_late =
            |one: &Sighting| days::between(one.version.fact.end, one.introduced) > LATE_REPORT_DAYS;
        let first = longer.introduced.min(part.introduced);
        let second = longer.introduced.max(part.introduced);
        let end = longer.version.fact.end;
        let parts_them =
            |b: &Break| b.year == year && b.end >= end && b.since < second && b.by > first;
        first < second && is_late(longer) && is_late(part) && self.breaks.iter().any(parts_them)
    }

    /// Returns whether the filing of the longer figure is the first of the year to show operations
    /// as discontinued, which the part holds still, and nothing shows that they leave the item as
    /// it was: a figure of the year or the one before that it gives as it was given, or the part
    /// filed again.
    fn left_out_since(&self, year: usize, longer: &Sighting, part: &Sighting) -> bool {
        let begins = self.years.as_slice().get(year).map(|year| year.start);
        let first = self.beside.leaving.zip(begins).and_then(|(by, begins)| {
            self.beside.discontinued.first_shown(by, begins, [longer, part])
        });
        let Some(first) = first.filter(|first| part.last < *first) else { return false };
        let is_near = |slot: &Slot| slot.year.is_some_and(|of| of == year || of + 1 == year);
        let stands = |line: &Timeline| {
            let (known, later) =
                line.versions.split_at(line.versions.partition_point(|v| v.fact.filed < first));
            let again = later.iter().filter(|v| v.fact.filed <= longer.introduced);
            let mut pairs = again.zip(known.last());
            pairs.any(|(again, known)| again.agrees(known))
        };
        let mut near = self.around(year).iter().filter(|(slot, _)| is_near(slot));
        !near.any(|(_, line)| line.start.is_some() && stands(line))
    }

    /// Returns whether two filings give a period of the year, or of one beside it, otherwise, by
    /// more than a unit of the place of the coarser value.
    fn filings_disagree(&self, year: usize, one: Accession, other: Accession) -> bool {
        if one == other {
            return false;
        }
        let is_near = |slot: &Slot| slot.year.is_some_and(|of| of.abs_diff(year) <= 1);
        let mut near =
            self.around(year).iter().filter(|(slot, line)| is_near(slot) && line.start.is_some());
        near.any(|(_, line)| {
            let (Some(a), Some(b)) = (line.given_by(one), line.given_by(other)) else {
                return false;
            };
            let place = |version: &Version| {
                let place = arith::last_place(version.fact.value).unwrap_or_default();
                version.place.max(i8::try_from(place).unwrap_or_default())
            };
            let place = place(a).max(place(b));
            !within_halves(a.fact.value, b.fact.value, &[place, place])
        })
    }

    /// Returns the timelines of a year and those beside it, with some of the days around them.
    fn around(&self, year: usize) -> &[(Slot, Timeline)] {
        let years = self.years.as_slice();
        let first = years.get(year.saturating_sub(1)).map(|year| year.start);
        let last = years.get(year + 2).map(|year| days::plus(year.start, 2 * DATE_SLACK_DAYS));
        let from = self.timelines.partition_point(|(_, line)| Some(line.end) < first);
        let to = self.timelines.partition_point(|(_, line)| last.is_none_or(|l| line.end < l));
        self.timelines.get(from..to).unwrap_or_default()
    }

    /// Returns whether a filing after the first of two, up to the second, gives the year before
    /// otherwise than it was given, or the year itself where the part came second, and the filings
    /// of the year had not done so before.
    ///
    /// Where they had, the earlier figure is on the new basis too. A year adds to the comparative
    /// of its nine months what the fourth quarter changed by, so a change that is many times the
    /// one before it is another change.
    ///
    /// An item that is joined to others by an identity, such as revenue to its cost and the gross
    /// profit, moves with them.
    fn year_before_moved(
        &self,
        breaks: &[Break],
        year: usize,
        longer: &Sighting,
        part: &Sighting,
    ) -> bool {
        let first = longer.introduced.min(part.introduced);
        let second = longer.introduced.max(part.introduced);
        let largest = |from: Date, to: Date, years: [Option<usize>; 2]| {
            let within = |b: &&Break| from < b.by && b.by <= to && years.contains(&Some(b.year));
            breaks.iter().filter(within).map(|found| found.change).max()
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

    /// Returns whether the filing of the longer figure gives quarters of the part otherwise than
    /// they were given, so that they do not make the part any more: an annual report that adopts a
    /// standard from the start of its year on gives the three quarters anew.
    fn own_quarters_moved(&self, year: usize, longer: &Sighting, part: &Sighting) -> bool {
        let (from, to, end) = (part.introduced, longer.introduced, part.version.fact.end);
        let mut within = self.breaks.iter();
        if !within.any(|b| b.year == year && b.end <= end && from < b.by && b.by <= to) {
            return false;
        }
        let (mut sum, mut places) = (Decimal::ZERO, alloc::vec![part.place()]);
        for quarter in 1..=4 {
            let found = self.reported(year, Cell::Quarter(quarter), Vintage::AsOf(to));
            let Some(found) = found else { return false };
            let Some(more) = exact_sum(sum, found.value) else { return false };
            sum = more;
            places.extend(found.places());
            if found.day_after() == end.tomorrow().ok() {
                return !within_halves(sum, part.value(), &places);
            }
        }
        false
    }

    /// Returns whether the filing of the longer figure gives, for the year before or after, a year
    /// to date and the quarter that ends it that leave another shorter one than the filing of the
    /// part gives.
    fn comparatives_differ(&self, year: usize, longer: First<'_>, part: First<'_>) -> bool {
        let Some(quarter) = longer.slot.quarter.filter(|quarter| *quarter > 1) else {
            return false;
        };
        let (long, short) = (&longer.sighting.version.fact, &part.sighting.version.fact);
        if part.slot.quarter != Some(quarter - 1) || long.filed <= short.filed {
            return false;
        }
        let differs = |year| {
            let given = |cell, filing| {
                let (_, timeline) = self.timelines.get(self.at(year, cell)?)?;
                timeline.given_by(filing)
            };
            let whole = given(Cell::ToDate(quarter), long.accession)?;
            let single = given(Cell::Quarter(quarter), long.accession)?;
            let shorter = given(Cell::ToDate(quarter - 1), short.accession)?;
            // A whole unit for each: filers round so that their columns add up.
            let places = [whole.place, single.place, shorter.place].map(|place| [place; 2]);
            let rest = exact_difference(whole.fact.value, single.fact.value)?;
            Some(!within_halves(rest, shorter.fact.value, places.as_flattened()))
        };
        [year.checked_sub(1), year.checked_add(1)]
            .into_iter()
            .flatten()
            .any(|year| differs(year) == Some(true))
    }
}

//! Quarters that one filing got wrong.

use alloc::{collections::BTreeMap, string::ToString, vec::Vec};

use super::{
    finding::{Against, FindingKind, SeriesFinding},
    rounding::{dwarfs, exact_sum, within_halves},
    timeline::{Timeline, Version},
};
use crate::companyfacts::periods::years::Slot;
use crate::{Decimal, figure::Accession, period::PeriodKind};

/// The places of a fiscal year's timelines: its four quarters, then the year.
type Places = [Option<usize>; 5];

/// The place of a year among its quarters.
const WHOLE: u8 = 5;

/// Two quarters a year apart of one value of this many digits, of which a filing changed the one,
/// are the same quarter: by chance one in a hundred changes would end there.
const TELLING_DIGITS: usize = 2;

/// Strikes the quarters with which a filing contradicts its own year, where the quarters filed
/// before make that year, or where its own come to less than half of it: the filing restated
/// nothing, it slipped.
///
/// Amazon's annual report for 2012 gives the quarters of 2012 under the dates of 2011, beside the
/// unchanged year 2011 to which those filed before add up. General Electric's for 2010 gives, as
/// revenues of the whole company, quarters of its industry alone, which make a third of the year.
pub(crate) fn strike(timelines: &mut [(Slot, Timeline)]) -> Vec<SeriesFinding> {
    let mut years: BTreeMap<usize, Places> = BTreeMap::new();
    for (at, (slot, _)) in timelines.iter().enumerate() {
        let (Some(year), Some(quarter)) = (slot.year, slot.quarter) else { continue };
        let place = match slot.kind {
            PeriodKind::Quarter => usize::from(quarter).checked_sub(1),
            PeriodKind::Year => Some(4),
            _ => None,
        };
        let places = years.entry(year).or_default();
        if let Some(place) = place.and_then(|place| places.get_mut(place)) {
            place.get_or_insert(at);
        }
    }
    let mut findings = Vec::new();
    for places in years.into_values() {
        let [Some(q1), Some(q2), Some(q3), Some(q4), Some(whole)] = places else { continue };
        let quarters = [q1, q2, q3, q4];
        let Some((_, whole)) = timelines.get(whole) else { continue };
        let slipped = whole.versions.iter().rev().find_map(|year| {
            slipped(year, quarters.map(|at| timelines.get(at).map(|(_, timeline)| timeline)))
        });
        let Some(filing) = slipped else { continue };
        for at in quarters {
            findings.extend(timelines.get_mut(at).and_then(|(_, line)| line.strike(filing)));
        }
    }
    findings.extend(a_year_off(timelines));
    findings
}

/// Strikes quarters that a filing dates a year early or late: they are otherwise than filings gave
/// them before, and are those of the other year, to the unit; or they make it with its fourth.
///
/// Intuit's annual reports for 2012 and 2013 give three quarters of each year under the dates of
/// the one before, AT&T's for 2019 does so with one, and Amazon's for 2012 has its two years the
/// other way round.
fn a_year_off(timelines: &mut [(Slot, Timeline)]) -> Vec<SeriesFinding> {
    let cells = Cells::of(timelines);
    let mut off: Vec<(usize, Accession)> = Vec::new();
    for ((year, quarter), places) in cells.places.iter().filter(|((_, at), _)| *at < WHOLE) {
        for (at, own) in places.iter().filter_map(|at| Some((*at, &timelines.get(*at)?.1))) {
            let mut kept: Option<&Version> = None;
            for version in &own.versions {
                let moved = kept.is_some_and(|kept| !version.agrees(kept));
                if moved && cells.is_of_another_year(*year, *quarter, version) {
                    off.push((at, version.fact.accession));
                } else {
                    kept = Some(version);
                }
            }
        }
    }
    let strike = |(at, filing): (usize, Accession)| timelines.get_mut(at)?.1.strike(filing);
    off.into_iter().filter_map(strike).collect()
}

/// The quarters and years of a series, and the lines of each.
struct Cells<'a> {
    timelines: &'a [(Slot, Timeline)],
    places: BTreeMap<(usize, u8), Vec<usize>>,
}

impl<'a> Cells<'a> {
    fn of(timelines: &'a [(Slot, Timeline)]) -> Self {
        let mut places: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (at, (slot, _)) in timelines.iter().enumerate() {
            let cell = match (slot.kind, slot.quarter) {
                (PeriodKind::Quarter, Some(quarter)) => quarter,
                (PeriodKind::Year, _) => WHOLE,
                _ => continue,
            };
            if let Some(year) = slot.year {
                places.entry((year, cell)).or_default().push(at);
            }
        }
        Self { timelines, places }
    }

    fn lines(&self, year: usize, cell: u8) -> impl Iterator<Item = &'a Timeline> {
        let places = self.places.get(&(year, cell)).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|at| Some(&self.timelines.get(*at)?.1))
    }

    /// Returns what a filing gives for a cell, under whatever dates.
    fn given(&self, year: usize, cell: u8, filing: Accession) -> Option<&'a Version> {
        self.lines(year, cell).find_map(|line| line.given_by(filing))
    }

    /// Returns whether a filing's value for a quarter is that of the year after or before.
    fn is_of_another_year(&self, year: usize, quarter: u8, version: &Version) -> bool {
        let (value, filing) = (version.fact.value, version.fact.accession);
        let is_it = |other: &Version| other.fact.value == value && other.fact.accession != filing;
        let after = || self.lines(year + 1, quarter).flat_map(|line| &line.versions).any(is_it);
        // What the year before was first reported as is no slip by itself.
        let before = || {
            let year = year.checked_sub(1);
            let mut lines = year.into_iter().flat_map(|year| self.lines(year, quarter));
            lines.any(|line| line.versions.first().is_some_and(is_it))
        };
        is_telling(value) && (after() || before())
            || quarter < 4 && self.makes_the_next(year, filing)
    }

    /// Returns whether the quarters that a filing dates to a year make the next year with its
    /// fourth, and with those of the others that it does not date so.
    fn makes_the_next(&self, year: usize, filing: Accession) -> bool {
        let given = |year, cell| self.given(year, cell, filing);
        let first =
            (1..=3).map(|quarter| given(year, quarter).or_else(|| given(year + 1, quarter)));
        let quarters: Option<Vec<_>> = first.chain([given(year + 1, 4)]).collect();
        let (Some(quarters), Some(whole)) = (quarters, given(year + 1, WHOLE)) else {
            return false;
        };
        let mut values = quarters.iter().map(|version| version.fact.value);
        let sum = values.try_fold(Decimal::ZERO, exact_sum);
        let places: Vec<_> = quarters.iter().chain([&whole]).map(|version| version.place).collect();
        sum.is_some_and(|sum| within_halves(sum, whole.fact.value, &places))
    }
}

/// Returns whether a value has so many digits that another one a year apart is not the same by
/// chance.
fn is_telling(value: Decimal) -> bool {
    value.abs().to_string().trim_matches(['0', '.']).len() >= TELLING_DIGITS
}

/// Returns the filing of a year if its four quarters are slips.
fn slipped(year: &Version, quarters: [Option<&Timeline>; 4]) -> Option<Accession> {
    let filing = year.fact.accession;
    let (mut given, mut before) = (Decimal::ZERO, Some(Decimal::ZERO));
    let mut places = alloc::vec![year.place];
    for quarter in quarters {
        let (here, earlier) = quarter?.around(filing)?;
        given = exact_sum(given, here.fact.value)?;
        before = before.zip(earlier).and_then(|(sum, one)| exact_sum(sum, one.fact.value));
        places.extend([Some(here), earlier].into_iter().flatten().map(|version| version.place));
    }
    let makes = |sum| within_halves(sum, year.fact.value, &places);
    let slips = before.is_some_and(makes) || dwarfs(year.fact.value, given);
    (slips && !makes(given)).then_some(filing)
}

impl Timeline {
    /// Returns what a filing gave, and what was last filed before it.
    fn around(&self, filing: Accession) -> Option<(&Version, Option<&Version>)> {
        let at = self.versions.iter().position(|version| version.fact.accession == filing)?;
        let before = at.checked_sub(1).and_then(|before| self.versions.get(before));
        Some((self.versions.get(at)?, before))
    }

    /// Strikes what a filing gave, where it differs from what was filed before.
    fn strike(&mut self, filing: Accession) -> Option<SeriesFinding> {
        let (here, earlier) = self.around(filing)?;
        let (reported, against) = (here.fact.value, earlier.map(|one| Against(one.fact.value)));
        let differs = earlier.is_none_or(|earlier| !here.agrees(earlier));
        let (kind, start, end) = (FindingKind::Slip, self.start, self.end);
        self.versions.retain(|version| !differs || version.fact.accession != filing);
        differs.then_some(SeriesFinding { kind, start, end, reported, against })
    }
}

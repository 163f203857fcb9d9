//! Quarters that one filing got wrong.

use alloc::{collections::BTreeMap, vec::Vec};

use super::{
    finding::{Against, FindingKind, SeriesFinding},
    rounding::{dwarfs, exact_sum, within_halves},
    timeline::{Timeline, Version},
};
use crate::companyfacts::periods::years::Slot;
use crate::{Decimal, figure::Accession, period::PeriodKind};

/// The places of a fiscal year's timelines: its four quarters, then the year.
type Places = [Option<usize>; 5];

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
    findings
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

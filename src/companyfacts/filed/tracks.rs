//! [`Tracks`]: the facts of the concepts that make one series, as timelines.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use super::{
    finding::{Against, FindingKind, SeriesFinding},
    places::Places,
    rounding::{self, UnitKind},
    slips,
    timeline::{Timeline, Version},
    vintage::Vintage,
};
use crate::companyfacts::{
    periods::years::{FiscalYears, Slot},
    reading::{
        concept::{Concept, ConceptName},
        fact::{FiledFact, Form},
    },
};
use crate::{
    Decimal,
    arith::{self, Rounding},
    bounds::{CONFLICT_ONE_IN, REVENUE_TOTAL_PERCENT},
};

/// The facts of the concepts that make one series, as timelines.
pub(crate) struct Tracks<'a> {
    pub unit: &'a str,
    pub names: Vec<ConceptName>,
    pub timelines: Vec<(Slot, Timeline)>,
    pub additive: bool,
    pub findings: Vec<SeriesFinding>,
    conflicts: BTreeSet<(usize, usize)>,
    exceeded: BTreeSet<(usize, usize)>,
    unlike: BTreeSet<(usize, usize)>,
}

/// Returns whether a fact may enter a history under a vintage.
pub(crate) fn eligible(fact: &FiledFact, vintage: Vintage) -> bool {
    let known = match vintage {
        Vintage::AsOf(date) => fact.filed <= date,
        Vintage::First | Vintage::Latest => true,
    };
    known && fact.form != Form::Other && fact.end <= fact.filed
}

/// Returns whether figures of a concept add up over time.
pub(crate) fn additive(concept: &str, unit: &str) -> bool {
    // An average, a maximum or a minimum in currency is a flow by its dates alone.
    let extreme = ["Average", "Maximum", "Minimum"].iter().any(|word| concept.contains(word));
    UnitKind::of(unit) == UnitKind::Money && !extreme
}

impl<'a> Tracks<'a> {
    /// Lays out the facts of some concepts in one unit, the preferred concept first.
    pub(crate) fn new(
        years: &FiscalYears,
        vintage: Vintage,
        unit: &'a str,
        concepts: &[(&'a Concept, &'a [FiledFact])],
    ) -> Self {
        let measure = UnitKind::of(unit);
        let mut findings = Vec::new();
        let mut versions = Vec::new();
        for (track, (_, facts)) in concepts.iter().enumerate() {
            let known = match vintage {
                Vintage::AsOf(date) => date,
                _ => jiff::civil::Date::MAX,
            };
            findings.extend(facts.iter().filter(|fact| fact.filed <= known).filter_map(early));
            let kept = facts.iter().filter(|fact| eligible(fact, vintage));
            let first = versions.len();
            versions.extend(kept.map(|fact| Version { fact: *fact, track, place: 0 }));
            let own = versions.get_mut(first..).unwrap_or_default();
            let places = Places::of(own.iter().map(|version| &version.fact), measure);
            for version in own {
                version.place = places.at(version.fact.accession, version.fact.filed);
            }
        }
        versions.sort_by_key(|Version { fact, track, .. }| {
            (fact.end, fact.start, fact.filed, fact.accession, *track)
        });
        let mut tracks = Self {
            unit,
            names: concepts.iter().map(|(concept, _)| concept.full_name()).collect(),
            timelines: Vec::new(),
            additive: concepts.iter().all(|(concept, _)| additive(&concept.name, unit)),
            findings,
            conflicts: BTreeSet::new(),
            exceeded: BTreeSet::new(),
            unlike: BTreeSet::new(),
        };
        tracks.compare(&versions);
        let periods =
            versions.chunk_by(|a, b| (a.fact.start, a.fact.end) == (b.fact.start, b.fact.end));
        for period in periods {
            let timeline = tracks.timeline(period);
            if let Some(timeline) = timeline {
                let slot = years.slot(timeline.start, timeline.end);
                tracks.timelines.push((slot, timeline));
            }
        }
        if tracks.additive {
            tracks.findings.extend(slips::strike(&mut tracks.timelines));
            tracks.timelines.retain(|(_, timeline)| !timeline.versions.is_empty());
        }
        tracks
    }

    /// Returns whether two concepts differ where one filing gives both.
    pub(crate) fn conflict(&self, a: usize, b: usize) -> bool {
        self.conflicts.contains(&(a.min(b), a.max(b)))
    }

    /// Returns whether the second concept is a total of which the first is a slice: larger by more
    /// than a few percent in most periods for which one filing gives both.
    pub(crate) fn exceeds(&self, slice: usize, total: usize) -> bool {
        self.exceeded.contains(&(slice, total))
    }

    /// Returns whether one of two concepts is more than twice the other in most periods for which
    /// one filing gives both: they are no measures of one thing.
    pub(crate) fn unlike(&self, a: usize, b: usize) -> bool {
        self.unlike.contains(&(a.min(b), a.max(b)))
    }

    pub(crate) fn name(&self, track: usize) -> ConceptName {
        let nameless = || ConceptName { taxonomy: "".into(), name: "".into() };
        self.names.get(track).cloned().unwrap_or_else(nameless)
    }

    /// Keeps one version for each filing: the preferred concept's.
    fn timeline(&mut self, period: &[Version]) -> Option<Timeline> {
        let (start, end) = period.first().map(|version| (version.fact.start, version.fact.end))?;
        let mut versions: Vec<Version> = Vec::with_capacity(period.len());
        for version in period {
            match versions.last() {
                Some(kept) if kept.fact.accession == version.fact.accession => {
                    if !kept.agrees(version) {
                        let (reported, against) = (kept.fact.value, version.fact.value);
                        let kind = if rounding::dwarfs(against, reported) {
                            FindingKind::Dwarfed
                        } else {
                            FindingKind::CandidateDiffers
                        };
                        let against = Some(Against(against));
                        self.findings.push(SeriesFinding { kind, start, end, reported, against });
                    }
                }
                _ => versions.push(*version),
            }
        }
        Some(Timeline { start, end, versions })
    }
}

/// Returns the finding of a fact whose period ends after its filing.
fn early(fact: &FiledFact) -> Option<SeriesFinding> {
    let kind = FindingKind::EndsAfterFiling;
    let FiledFact { start, end, value: reported, .. } = *fact;
    (fact.form != Form::Other && end > fact.filed).then_some(SeriesFinding {
        kind,
        start,
        end,
        reported,
        against: None,
    })
}

/// How two concepts compare where one filing gives both.
#[derive(Default)]
struct Comparison {
    both: usize,
    differing: usize,
    first_larger: usize,
    second_larger: usize,
    dwarfed: usize,
}

impl Tracks<'_> {
    /// Finds the concepts that differ in more than a quarter of the periods for which one filing
    /// gives both, and among these the totals with their slices.
    fn compare(&mut self, versions: &[Version]) {
        let mut pairs: BTreeMap<(usize, usize), Comparison> = BTreeMap::new();
        let period =
            |version: &Version| (version.fact.start, version.fact.end, version.fact.accession);
        let same = |a: &Version, b: &Version| period(a) == period(b);
        for filing in versions.chunk_by(same).filter(|filing| filing.len() > 1) {
            for (at, a) in filing.iter().enumerate() {
                for b in filing.iter().skip(at + 1).filter(|b| b.track != a.track) {
                    let pair = pairs.entry((a.track, b.track)).or_default();
                    pair.both += 1;
                    pair.differing += usize::from(!a.agrees(b));
                    pair.first_larger += usize::from(is_total(a, b));
                    pair.second_larger += usize::from(is_total(b, a));
                    let (one, other) = (a.fact.value, b.fact.value);
                    let dwarfs = rounding::dwarfs(one, other) || rounding::dwarfs(other, one);
                    pair.dwarfed += usize::from(dwarfs);
                }
            }
        }
        for ((a, b), pair) in pairs {
            if pair.differing * CONFLICT_ONE_IN > pair.both {
                self.conflicts.insert((a, b));
                if pair.dwarfed * 2 > pair.both {
                    self.unlike.insert((a, b));
                }
                if pair.second_larger * 2 > pair.both {
                    self.exceeded.insert((a, b));
                }
                if pair.first_larger * 2 > pair.both {
                    self.exceeded.insert((b, a));
                }
            }
        }
    }
}

/// Returns whether one value exceeds another by so much that the other is a slice of it.
fn is_total(total: &Version, slice: &Version) -> bool {
    let percent = |version: &Version, percent: u32| {
        let value = version.fact.value.abs();
        arith::mul(value, Decimal::from(percent), Rounding::HalfEven).map(|product| product.value)
    };
    percent(total, 100) > percent(slice, 100 + REVENUE_TOTAL_PERCENT)
}

//! Which definition of its name a claim goes by.
//!
//! One name has several formulas, and a document uses one of them throughout. A claim under such a
//! name is first read apart from the network: what each variant comes to by all that is on record
//! decides which the document uses, before its figure is held against anything.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    string::{String, ToString},
    vec::Vec,
};

use rust_decimal::Decimal;

use super::{
    candidates::{Candidate, candidates},
    case::{Case, Placed},
    chance::{chance, ends, middle},
    line::is_apart,
};
use crate::{
    bounds::{
        BINDING_CHANCE, CHANCE_DIGITS, DEFINITIONS_APART, DEFINITIONS_FACTOR, DIAGNOSIS_CHANCE,
    },
    figure::Basis,
    interval::Interval,
    item::Item,
    metric::{Family, Industry, Measure, Openness},
    tieout::{
        ruling::Near,
        statement::{Aspect, Assumption, Entry, Key, PeriodLabel, Reader, Version, What},
    },
};

/// Which definition a claim goes by, and how much that says.
#[derive(Clone, Debug, Default)]
pub(super) struct Defined {
    pub choice: Choice,
    /// The share of figures of as many digits that the accepted definitions would admit.
    pub chance: Option<Decimal>,
    /// How many definitions were open to it that come to different figures.
    pub accepted: usize,
}

#[derive(Clone, Debug, Default)]
pub(super) enum Choice {
    /// Its own formula, by which the network holds it.
    Own(Option<String>),
    /// Another of the family.
    Other { definition: String, interval: Interval, assumed: Vec<Assumption> },
    /// None that is known, of a name that companies define themselves.
    Unexplained { nearest: Vec<Near> },
    /// The one that its printed name means, which nothing on record gives.
    Lacking { definition: String },
    /// Growth without the effects of currency or of what was bought and sold.
    Qualified,
    /// One of several that companies print side by side, as another figure near it is.
    Beside,
    #[default]
    Nothing,
}

/// A claim under a name that a family has, with what each formula comes to.
struct Asked<'e> {
    place: usize,
    entry: &'e Entry,
    family: &'static Family,
    candidates: Vec<Candidate>,
    /// Whether a filing covers the period.
    is_covered: bool,
    /// Whether a filing states the figure itself.
    is_filed: bool,
    /// Whether it is the revenue of a bank.
    is_managed: bool,
    /// Whether the document's own figure of what grows leaves no room for another line.
    is_apart: bool,
}

/// Returns the family under whose names a claim is stated, if it has a choice of definitions.
pub(super) fn family_of(entry: &Entry) -> Option<&'static Family> {
    let is_plain = entry.what.segment.is_none() && entry.what.aspect == Aspect::Actual;
    let is_known = !matches!(entry.what.measure, Measure::Named(_));
    let is_open = is_plain && is_known && !entry.is_filed && entry.has_unit;
    is_open.then(|| Family::of(&entry.what.measure.to_string())).flatten()
}

/// Returns the claims that have a choice: of a name that companies define themselves, and of one
/// that standards define where a filing covers the period; of a line item, where it states the
/// line.
///
/// Of documents by themselves nothing but the figures tells which definition of a closed name they
/// go by, and those are held by the catalogue's own.
pub(super) fn asked(entries: &[&Entry], placed: &[Placed]) -> Vec<(usize, Key)> {
    let filings = || entries.iter().zip(placed).filter(|(entry, _)| entry.is_filed);
    let filed: BTreeSet<&Key> = filings().flat_map(|(_, placed)| placed.keys()).collect();
    let covered: BTreeSet<&PeriodLabel> = filings()
        .flat_map(|(entry, placed)| {
            placed.keys().iter().map(|key| &key.period).chain([&entry.period])
        })
        .collect();
    let is_standard =
        |version: &Version| matches!(version, Version::On(basis) if *basis != Basis::Adjusted);
    let standard = filed.iter().map(|key| key.version).find(is_standard);
    let claims = entries.iter().zip(placed).enumerate();
    let has_choice = |(place, (entry, placed)): (usize, (&&Entry, &Placed))| {
        let own = placed.keys().first()?;
        let key = match (placed, own.version) {
            (Placed::Everywhere(_), _) | (_, Version::Unstated) => {
                entry.key(standard.unwrap_or(own.version))
            }
            _ => own.clone(),
        };
        let family = family_of(entry)?;
        let is_covered = covered.contains(&key.period) || covered.contains(&entry.period);
        if family.openness() == Openness::Closed && entry.qualifier.is_none() && !is_covered {
            return None;
        }
        let is_line = matches!(entry.what.measure, Measure::Item(_));
        (!is_line || filed.contains(&key)).then_some((place, key))
    };
    claims.filter_map(has_choice).collect()
}

/// Returns the claims beside which the same document states another figure of the same name, where
/// companies print several definitions of it side by side and no filing has it.
pub(super) fn beside(entries: &[&Entry], placed: &[Placed]) -> Vec<usize> {
    let claims = entries.iter().zip(placed).enumerate();
    let several = claims.filter_map(|(place, (entry, placed))| {
        let family = family_of(entry)?;
        let is_several = family.variants().iter().any(|variant| variant.is_printed_beside());
        is_several.then_some((place, *entry, placed.keys().first()?.clone()))
    });
    let several: Vec<(usize, &Entry, Key)> = several.collect();
    let is_other = |(place, entry, key): &(usize, &Entry, Key)| {
        several.iter().any(|(at, other, at_key)| {
            let is_same = entry.document == other.document && key == at_key && place != at;
            is_same && is_another(entry, other)
        })
    };
    several.iter().filter(|at| is_other(at)).map(|(place, ..)| *place).collect()
}

/// Returns whether two figures differ by no more than two definitions of one name do.
fn is_another(entry: &Entry, other: &Entry) -> bool {
    let [one, two] = [entry, other].map(|entry| entry.evidence.reading(Reader::Printed));
    let factor = Decimal::from(DEFINITIONS_FACTOR);
    let is_near = match (middle(one.interval), middle(two.interval)) {
        (Some(one), Some(two)) => {
            let (one, two) = (one.abs(), two.abs());
            one < two.saturating_mul(factor) && two < one.saturating_mul(factor)
        }
        _ => false,
    };
    is_near && !one.agrees(two)
}

/// Chooses a definition for each of some claims, by a case in which they are not posted.
pub(super) fn define(case: &Case<'_>, places: &[(usize, Key)]) -> BTreeMap<usize, Defined> {
    let mut groups: BTreeMap<_, Vec<Asked<'_>>> = BTreeMap::new();
    for (place, key) in places {
        let Some(entry) = case.entries.get(*place).copied() else { continue };
        let Some(family) = family_of(entry) else { continue };
        let candidates = candidates(case, entry, (family, key));
        let own = candidates.first().and_then(|own| own.found.as_ref());
        let is_apart = own.is_some_and(|own| is_apart(case, entry, key, own.interval));
        let asked = Asked {
            place: *place,
            entry,
            family,
            candidates,
            is_covered: case.graph.scope.covered.contains(&entry.period)
                || case.graph.scope.covered.contains(&key.period),
            is_filed: case.graph.scope.filed.contains(key),
            is_managed: is_managed(case, key),
            is_apart,
        };
        let name = entry.printed_name.clone();
        let group = (entry.document.clone(), entry.what.measure, name);
        groups.entry(group).or_default().push(asked);
    }
    let mut found = BTreeMap::new();
    let industry = industry(case);
    for group in groups.into_values() {
        let best = best(&group, industry);
        for asked in &group {
            let own = places.iter().find(|(place, _)| *place == asked.place).map(|(_, key)| key);
            let vintage = || own.and_then(|key| as_first_filed(case.first?, asked, key));
            found.insert(asked.place, asked.choose(best, &group, vintage));
        }
    }
    found
}

/// Returns whether a figure is the revenue of a bank, which a filing of its tells by its parts.
fn is_managed(case: &Case<'_>, key: &Key) -> bool {
    let income = What { measure: Item::NoninterestIncome.into(), ..key.what };
    let income = Key::new(income, key.period.clone(), key.version.part(income));
    let gaap = Key { version: Version::On(Basis::Gaap), ..income.clone() };
    let has = |key: &Key| case.graph.scope.stated.contains(key);
    key.what.measure == Item::Revenue.into() && (has(&income) || has(&gaap))
}

/// Returns the definition with which most of a document's figures agree: of two, that of the kind
/// of company, and then the most common.
fn best(group: &[Asked<'_>], industry: Option<Industry>) -> usize {
    let Some(first) = group.first() else { return 0 };
    let agreeing = |at: usize| group.iter().filter(|asked| asked.agrees(at)).count();
    let of_industry = |at: usize| {
        let own = first.candidates.get(at).and_then(|candidate| candidate.industry);
        industry.is_some() && own == industry
    };
    let places = (0..first.candidates.len()).rev();
    places.max_by_key(|at| (agreeing(*at), of_industry(*at))).unwrap_or_default()
}

/// Returns the kind of company that has such line items, as far as anything states them.
fn industry(case: &Case<'_>) -> Option<Industry> {
    let kinds = [
        (Industry::Insurer, [Item::PremiumsEarned, Item::LossesIncurred]),
        (Industry::Bank, [Item::NoninterestIncome, Item::NetInterestIncome]),
        (Industry::RealEstate, [Item::RealEstateDepreciation, Item::NetOperatingIncome]),
    ];
    let has = |item: &Item| {
        let stated = &case.graph.scope.stated;
        stated.iter().any(|key| key.what.measure == (*item).into())
    };
    kinds.into_iter().find(|(_, items)| items.iter().any(has)).map(|(industry, _)| industry)
}

/// Returns the definition by which a claim is right by the filings as they were first made.
fn as_first_filed(first: &Case<'_>, asked: &Asked<'_>, key: &Key) -> Option<Choice> {
    let candidates = candidates(first, asked.entry, (asked.family, key));
    let stated = asked.entry.evidence.admitted();
    let right = candidates.into_iter().find_map(|candidate| {
        let found = candidate.found.filter(|found| found.interval.intersects(stated))?;
        Some((candidate.name, found))
    });
    let (name, found) = right?;
    Some(Choice::Other {
        definition: format!("{name}, as first filed"),
        interval: found.interval,
        assumed: found.assumed.iter().map(Assumption::zero).collect(),
    })
}

impl Asked<'_> {
    fn interval(&self, at: usize) -> Option<Interval> {
        self.candidates.get(at)?.found.as_ref().map(|found| found.interval)
    }

    fn agrees(&self, at: usize) -> bool {
        let stated = self.entry.evidence.reading(Reader::Printed).interval;
        self.interval(at).is_some_and(|interval| interval.intersects(stated))
    }

    fn choose(
        &self,
        best: usize,
        group: &[Asked<'_>],
        vintage: impl Fn() -> Option<Choice>,
    ) -> Defined {
        if self.entry.qualifier.is_some() {
            return Defined { choice: Choice::Qualified, ..Defined::default() };
        }
        let meant = self.candidates.iter().position(|candidate| candidate.is_meant);
        let known: Vec<usize> = match meant.filter(|at| self.interval(*at).is_some()) {
            Some(at) => alloc::vec![at],
            None => (0..self.candidates.len()).collect(),
        };
        let intervals: Vec<Interval> = known.iter().filter_map(|at| self.interval(*at)).collect();
        let right = [best].into_iter().filter(|at| known.contains(at)).chain(known.iter().copied());
        let right = right.into_iter().find(|at| self.agrees(*at));
        let accepted = distinct(&intervals, self.entry);
        let mut chance = chance(self.entry, &intervals);
        let choice = match right {
            Some(at) => {
                // Several figures of one document that one definition gives say more than one.
                let others = group.iter().filter(|other| other.place != self.place);
                let others = others
                    .filter(|other| other.agrees(at) && other.entry.period != self.entry.period);
                for other in others {
                    let all = (0..other.candidates.len()).filter_map(|at| other.interval(at));
                    let other = self::chance(other.entry, &all.collect::<Vec<_>>());
                    chance = chance.zip(other).map(|(own, other)| own * other).or(chance);
                }
                self.chosen(at)
            }
            None => match vintage() {
                Some(choice) => choice,
                None => self.refused(group, meant, &intervals),
            },
        };
        Defined {
            choice,
            chance: chance.map(|chance| chance.round_sf(CHANCE_DIGITS).unwrap_or(chance)),
            accepted,
        }
    }

    fn chosen(&self, at: usize) -> Choice {
        let Some(candidate) = self.candidates.get(at) else { return Choice::Nothing };
        match &candidate.found {
            Some(found) if at > 0 => Choice::Other {
                definition: candidate.name.clone(),
                interval: found.interval,
                assumed: found.assumed.iter().map(Assumption::zero).collect(),
            },
            _ => Choice::Own(Some(candidate.name.clone())),
        }
    }

    /// Returns what becomes of a claim that no definition gives.
    fn refused(&self, group: &[Asked<'_>], meant: Option<usize>, known: &[Interval]) -> Choice {
        let lacking = meant.and_then(|at| self.candidates.get(at));
        if let Some(candidate) = lacking.filter(|candidate| candidate.found.is_none()) {
            return Choice::Lacking { definition: candidate.name.clone() };
        }
        let is_closed = match self.family.openness() {
            // Without what its own formula needs the network has nothing to hold it against, and
            // the other definitions only say that they do not give it.
            _ if self.interval(0).is_none() => known.is_empty() || !self.is_covered,
            Openness::Closed if !self.is_covered => true,
            // A tagged line decides, but for the revenue of a bank, which each manages its own way.
            Openness::Closed if self.is_filed && !self.is_managed => true,
            Openness::Closed => self.is_decided(known),
            Openness::Open if !self.is_covered => self.is_bound(group),
            Openness::Open => self.is_misscaled(),
        };
        if is_closed {
            return Choice::Own(self.candidates.first().map(|own| own.name.clone()));
        }
        let mut nearest: Vec<Near> = self
            .candidates
            .iter()
            .filter_map(|candidate| {
                let interval = candidate.found.as_ref()?.interval;
                Near::of(candidate.name.clone(), interval, self.entry.evidence.admitted())
            })
            .collect();
        nearest.sort_by_key(|near| near.gap.abs());
        Choice::Unexplained { nearest }
    }

    /// Returns whether the tagged variants of the family decide: all of them are on record, and the
    /// figure lies apart from them by more than they lie apart from one another.
    fn is_decided(&self, known: &[Interval]) -> bool {
        let Some(hull) = known.iter().copied().reduce(Interval::hull) else { return true };
        let (Some((low, high)), Some((from, to))) =
            (ends(hull), ends(self.entry.evidence.admitted()))
        else {
            return true;
        };
        let factor = Decimal::from(DEFINITIONS_FACTOR);
        let far = [low, high].map(|end| [end / factor, end.saturating_mul(factor)]);
        let (least, most) = far
            .iter()
            .flatten()
            .fold((low, high), |(least, most), end| (least.min(*end), most.max(*end)));
        if to < least || from > most {
            return true;
        }
        let lacks = |candidate: &Candidate| candidate.is_standard && candidate.found.is_none();
        // How far the variants lie apart, and not how coarsely each is known.
        let middles = || known.iter().filter_map(|interval| middle(*interval));
        let spread =
            middles().max().zip(middles().min()).map(|(most, least)| most.saturating_sub(least));
        let apart = spread.unwrap_or_default().saturating_mul(DEFINITIONS_APART.into());
        let is_all_known = !self.is_managed && !self.candidates.iter().any(lacks);
        (is_all_known || self.is_apart)
            && (to < low.saturating_sub(apart) || from > high.saturating_add(apart))
    }

    /// Returns whether a definition gives the figure, to its last digit, at another scale: no
    /// definition of a name makes a thousandfold.
    fn is_misscaled(&self) -> bool {
        let stated = self.entry.evidence.admitted();
        let known = (0..self.candidates.len()).filter_map(|at| self.interval(at));
        let mut powers = known.flat_map(|interval| {
            [3, 6].into_iter().flat_map(move |places| {
                let power = Interval::point(Decimal::from(10_u64.pow(places)));
                [Some(interval * power), interval.checked_div(power).ok()]
            })
        });
        powers.any(|scaled| {
            let Some(scaled) = scaled.filter(|scaled| scaled.intersects(stated)) else {
                return false;
            };
            chance(self.entry, &[scaled]).is_some_and(|chance| chance < DIAGNOSIS_CHANCE)
        })
    }

    /// Returns whether other figures of the document leave no doubt that it uses the formula.
    fn is_bound(&self, group: &[Asked<'_>]) -> bool {
        let others = group.iter().filter(|other| other.place != self.place && other.agrees(0));
        let chances: Vec<Decimal> =
            others.filter_map(|other| chance(other.entry, &[other.interval(0)?])).collect();
        let all = chances.iter().fold(Decimal::ONE, |all, chance| all * chance);
        chances.len() > 1 && all < BINDING_CHANCE
    }
}

/// Returns how many of some definitions come to figures that differ at the claim's last digit.
fn distinct(intervals: &[Interval], entry: &Entry) -> usize {
    let stated = entry.evidence.admitted();
    let width = stated.width().unwrap_or_default();
    let mut apart: Vec<Interval> = Vec::new();
    for interval in intervals {
        let is_other = |known: &Interval| match (middle(*known), middle(*interval)) {
            (Some(known), Some(other)) => known.saturating_sub(other).abs() > width,
            _ => true,
        };
        if apart.iter().all(is_other) {
            apart.push(*interval);
        }
    }
    apart.len()
}

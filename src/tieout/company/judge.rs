//! [`Judge`]: what is said of each statement of a case.

use alloc::{borrow::ToOwned, boxed::Box, collections::BTreeMap, format, string::String, vec::Vec};

use rust_decimal::Decimal;

use super::{
    case::{Case, Excuse, Placed, Told, on_record},
    certify::named,
    chance::chance,
    define::{Choice, Defined},
    diagnose::diagnoses,
    solve::Solved,
    words::words,
};
use crate::{
    bounds::{CHANCE_DIGITS, COMPATIBLE_CHANCE},
    figure::Basis,
    interval::Interval,
    item::Item,
    metric::{Family, Measure, Metric},
    names::slips,
    period::Period,
    tieout::{
        certificate::Certificate,
        ruling::{Chance, Diagnosis, Disagreement, Near, Reason, Ruling},
        statement::{Aspect, Assumption, Entry, Key, PeriodLabel, Version},
        verdict::Verdict,
    },
};

/// What is said of each statement of a case.
pub(super) struct Judge<'a> {
    pub case: &'a Case<'a>,
    pub defined: &'a BTreeMap<usize, Defined>,
    /// The figures of the claims that have a choice of definitions.
    pub asked: &'a BTreeMap<usize, Key>,
    /// The claims that rounding excuses.
    pub excused: &'a BTreeMap<usize, Excuse>,
}

/// A verdict with what it rests on.
#[derive(Default)]
struct Found {
    computed: Option<Interval>,
    definition: Option<String>,
    nearest: Vec<Near>,
    assumed: Vec<Assumption>,
    reason: Option<Reason>,
}

impl Judge<'_> {
    /// Returns what was found of one statement.
    pub(super) fn ruling(&self, place: usize) -> Option<Ruling> {
        let case = self.case;
        let entry = *case.entries.get(place)?;
        let placed = case.placed.get(place)?;
        let solved = case.solution.statements.get(place)?;
        let defined = self.defined.get(&place);
        let excuse = self.excused.get(&place);
        let (verdict, found) = self.excused_or_judged((place, entry), placed, solved);
        let is_footed = matches!(excuse, Some(Excuse::Footed)) && verdict.holds();
        let chance = self.chance(entry, verdict, &found, defined);
        let verdict = match verdict {
            Verdict::Consistent if is_weak(chance, defined) => Verdict::Compatible,
            verdict => verdict,
        };
        let basis = self.basis(place, placed, verdict);
        let ids = solved.because.iter().filter_map(|at| case.entries.get(*at));
        let because: Vec<String> = ids.map(|entry| entry.id.clone()).collect();
        let conflict = verdict
            .is_accused()
            .then(|| Disagreement { members: because.clone(), assumed: assumed(case, solved) });
        let diagnoses = self.diagnoses((place, entry), (placed, solved), verdict);
        let suggestions = match found.reason {
            Some(Reason::UnknownName) => near_names(entry),
            _ => Vec::new(),
        };
        let told = Told {
            excuse,
            suggestions: &suggestions,
            verdict,
            reason: found.reason,
            solved,
            basis,
            computed: found.computed,
            definition: found.definition.as_deref(),
            nearest: &found.nearest,
            diagnoses: &diagnoses,
            assumed: conflict.as_ref().map_or(&found.assumed, |conflict| &conflict.assumed),
        };
        let words = words(case, entry, &told);
        Some(Ruling {
            id: entry.id.clone(),
            verdict,
            tied: verdict == Verdict::InConflict,
            stated: match is_footed {
                true => entry.evidence.as_printed().admitted(),
                false => entry.evidence.admitted(),
            },
            from_rounded: matches!(excuse, Some(Excuse::Rounded(_))),
            footing: is_footed,
            computed: found.computed,
            because,
            only_because_about: verdict.holds() && solved.rests_on_about,
            rests_on_trailing_zeros: solved.rests_on_zeros,
            rests_on_assumed_place: rests_on_assumed_place(case, entry, solved),
            basis,
            reason: found.reason,
            definition: found.definition,
            chance: chance.map(Chance),
            nearest: found.nearest,
            diagnoses,
            conflict,
            suggestions,
            certificate: self.certificate(solved),
            words,
        })
    }

    fn excused_or_judged(
        &self,
        (place, entry): (usize, &Entry),
        placed: &Placed,
        solved: &Solved,
    ) -> (Verdict, Found) {
        match self.excused.get(&place) {
            Some(Excuse::Rounded(interval) | Excuse::Nearly(interval)) => {
                let computed = Some(*interval);
                (Verdict::Consistent, Found { computed, ..Found::default() })
            }
            Some(Excuse::Defined(name, interval)) => {
                let (computed, definition) = (Some(*interval), Some((*name).to_owned()));
                (Verdict::Consistent, Found { computed, definition, ..Found::default() })
            }
            Some(Excuse::Unexplained) => (Verdict::Unexplained, Found::default()),
            Some(Excuse::Footed) | None => self.verdict((place, entry), placed, solved),
        }
    }

    /// Returns the basis that a statement without one agrees with.
    fn basis(&self, place: usize, placed: &Placed, verdict: Verdict) -> Option<Basis> {
        let entry = self.case.entries.get(place)?;
        match (self.asked.get(&place).or(placed.keys().first()), entry.basis) {
            (Some(Key { version: Version::On(basis), .. }), None)
                if matches!(placed, Placed::At(_)) || verdict.holds() =>
            {
                Some(*basis)
            }
            _ => None,
        }
    }

    fn diagnoses(
        &self,
        (place, entry): (usize, &Entry),
        (placed, solved): (&Placed, &Solved),
        verdict: Verdict,
    ) -> Vec<Diagnosis> {
        let is_doubted = verdict.is_accused() || verdict == Verdict::Unexplained;
        let key = self.asked.get(&place).or_else(|| placed.keys().first());
        match key.filter(|_| is_doubted && !entry.is_filed) {
            Some(key) => diagnoses(self.case, entry, key, solved.implied),
            None => Vec::new(),
        }
    }

    fn verdict(
        &self,
        (place, entry): (usize, &Entry),
        placed: &Placed,
        solved: &Solved,
    ) -> (Verdict, Found) {
        let undetermined =
            |reason| (Verdict::Undetermined, Found { reason: Some(reason), ..Found::default() });
        match self.defined.get(&place).map(|defined| &defined.choice) {
            Some(Choice::Other { definition, interval, assumed }) => {
                let found = Found {
                    computed: Some(*interval),
                    definition: Some(definition.clone()),
                    assumed: assumed.clone(),
                    ..Found::default()
                };
                return (Verdict::Consistent, found);
            }
            Some(Choice::Unexplained { nearest }) => {
                let nearest = nearest.clone();
                return (Verdict::Unexplained, Found { nearest, ..Found::default() });
            }
            Some(Choice::Lacking { definition }) => {
                let (verdict, found) = undetermined(Reason::Definition);
                return (verdict, Found { definition: Some(definition.clone()), ..found });
            }
            Some(Choice::Qualified) => return undetermined(Reason::Qualifier),
            Some(Choice::Beside) => return undetermined(Reason::Definition),
            Some(Choice::Own(_) | Choice::Nothing) | None => {}
        }
        let own = match self.defined.get(&place).map(|defined| &defined.choice) {
            Some(Choice::Own(definition)) => definition.clone(),
            _ => self.plain(place, entry),
        };
        let refused = self.case.refused.get(place).copied().flatten();
        let found = |verdict| {
            let computed = solved.computed;
            (verdict, Found { computed, definition: own.clone(), ..Found::default() })
        };
        match refused {
            Some(reason) => {
                let (_, found) = undetermined(Reason::Undefined(reason));
                (Verdict::NotMeaningful, found)
            }
            None if !entry.has_unit => undetermined(Reason::Unit),
            None if *placed == Placed::Nowhere => undetermined(Reason::NoPeriod),
            None if solved.is_contradicted && solved.is_tied => found(Verdict::InConflict),
            None if solved.is_contradicted => found(Verdict::Contradicted),
            None if solved.computed.is_none() => undetermined(nothing_else(self.case, entry)),
            None => found(Verdict::Consistent),
        }
    }

    /// Returns the one formula of a name that has no other, or that of the catalogue.
    fn plain(&self, place: usize, entry: &Entry) -> Option<String> {
        let solved = self.case.solution.statements.get(place)?;
        let is_actual = entry.what.aspect == Aspect::Actual && !entry.is_filed;
        solved.computed.filter(|_| is_actual)?;
        let Measure::Metric(metric) = entry.what.measure else {
            let filed = &self.case.graph.scope.filed;
            let mut keys = self.case.placed.get(place)?.keys().iter();
            return keys
                .any(|key| filed.contains(key))
                .then(|| "the line that is filed".to_owned());
        };
        let text = metric.formula_text();
        let variants = Family::of(metric.name()).map(|family| family.variants());
        let own = variants.into_iter().flatten().find(|other| other.formula() == Some(text));
        Some(own.map_or(text, |own| own.name()).to_owned())
    }

    fn certificate(&self, solved: &Solved) -> Option<Box<Certificate>> {
        let count = self.case.entries.len();
        let name = |place: usize| match self.case.entries.get(place) {
            Some(entry) => Some(entry.id.clone()),
            None => {
                let assumption = self.case.graph.assumption(place.checked_sub(count)?)?;
                Some(format!("assumed:{assumption}"))
            }
        };
        solved.certificate.clone().map(|found| Box::new(named(found, name)))
    }

    /// Returns the share of figures that would hold as well.
    fn chance(
        &self,
        entry: &Entry,
        verdict: Verdict,
        found: &Found,
        defined: Option<&Defined>,
    ) -> Option<Decimal> {
        let judged = verdict.holds() || verdict.is_accused() || verdict == Verdict::Unexplained;
        let own = || {
            let computed = found.computed.filter(|_| judged)?;
            chance(entry, &[computed])?.round_sf(CHANCE_DIGITS)
        };
        defined.and_then(|defined| defined.chance).filter(|_| judged).or_else(own)
    }
}

fn is_weak(chance: Option<Decimal>, defined: Option<&Defined>) -> bool {
    let has_choice = defined.is_some_and(|defined| defined.accepted > 1);
    has_choice && chance.is_some_and(|chance| chance > COMPATIBLE_CHANCE)
}

/// Returns whether the place of any figure that a finding rests on was assumed.
fn rests_on_assumed_place(case: &Case<'_>, entry: &Entry, solved: &Solved) -> bool {
    let mut others = solved.sources.iter().chain(&solved.because);
    let is_assumed =
        |at: &usize| case.entries.get(*at).is_some_and(|it| it.evidence.is_place_assumed());
    entry.evidence.is_place_assumed() || others.any(is_assumed)
}

/// Returns what a conflict assumes.
fn assumed(case: &Case<'_>, solved: &Solved) -> Vec<Assumption> {
    let count = case.entries.len();
    let assumptions = solved.because.iter().filter_map(|at| at.checked_sub(count));
    assumptions.filter_map(|at| case.graph.assumption(at)).collect()
}

/// Returns why nothing bears on a statement: another basis, where figures of that name are on it.
fn nothing_else(case: &Case<'_>, entry: &Entry) -> Reason {
    let stated = entry.evidence.admitted();
    let other = case.versions.iter().find_map(|version| match version {
        Version::On(basis) if entry.basis.is_some_and(|own| own != *basis) => {
            let interval = on_record(case, &entry.key(*version))?;
            Some(Reason::Basis { on_record: *basis, would_match: interval.intersects(stated) })
        }
        _ => None,
    });
    other.unwrap_or_else(|| match &entry.period {
        PeriodLabel::Other(text) if text.parse::<Period>().is_err() => Reason::UnknownPeriod,
        _ if !near_names(entry).is_empty() => Reason::UnknownName,
        _ => Reason::NothingElse,
    })
}

/// Returns the names of the catalogue of which that of a statement may be a slip of the pen.
fn near_names(entry: &Entry) -> Vec<String> {
    let Measure::Named(named) = entry.what.measure else { return Vec::new() };
    let name = named.name();
    let head = name.as_str().split(':').next().unwrap_or_default();
    let all = Item::all().map(Item::name).chain(Metric::all().map(Metric::name));
    slips(head, all).into_iter().map(ToOwned::to_owned).collect()
}

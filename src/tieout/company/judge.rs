//! [`Judge`]: what is said of each statement of a case.

use alloc::{
    borrow::ToOwned,
    boxed::Box,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

use rust_decimal::Decimal;

use super::{
    case::{Case, Placed, Told, on_record},
    certify::named,
    chance::chance,
    define::{Choice, Defined},
    diagnose::diagnoses,
    solve::Solved,
    words::words,
};
use crate::{
    bounds::COMPATIBLE_CHANCE,
    interval::Interval,
    metric::{Family, Measure},
    tieout::{
        certificate::Certificate,
        ruling::{Chance, Disagreement, Near, Reason, Ruling},
        statement::{Aspect, Entry, Key, Reader, Version},
        verdict::Verdict,
    },
};

/// What is said of each statement of a case.
pub struct Judge<'a> {
    pub case: &'a Case<'a>,
    pub defined: &'a BTreeMap<usize, Defined>,
    /// The figures of the claims that have a choice of definitions.
    pub asked: &'a BTreeMap<usize, Key>,
}

/// A verdict with what it rests on.
#[derive(Default)]
struct Found {
    computed: Option<Interval>,
    definition: Option<String>,
    nearest: Vec<Near>,
    assumed: Vec<String>,
    reason: Option<Reason>,
}

impl Judge<'_> {
    /// Returns what was found of one statement.
    pub fn ruling(&self, place: usize) -> Option<Ruling> {
        let case = self.case;
        let entry = *case.entries.get(place)?;
        let placed = case.placed.get(place)?;
        let solved = case.solution.statements.get(place)?;
        let defined = self.defined.get(&place);
        let (verdict, found) = self.verdict((place, entry), placed, solved);
        let chance = self.chance(entry, verdict, &found, defined);
        let verdict = match verdict {
            Verdict::Consistent if is_weak(chance, defined) => Verdict::Compatible,
            verdict => verdict,
        };
        let basis = match (self.asked.get(&place).or(placed.keys().first()), entry.basis) {
            (Some(Key { version: Version::On(basis), .. }), None)
                if matches!(placed, Placed::At(_)) || verdict.holds() =>
            {
                Some(*basis)
            }
            _ => None,
        };
        let is_place_assumed = |at: &usize| {
            case.entries.get(*at).is_some_and(|entry| entry.evidence.is_place_assumed())
        };
        let mut others = solved.sources.iter().chain(&solved.because);
        let ids = solved.because.iter().filter_map(|at| case.entries.get(*at));
        let because: Vec<String> = ids.map(|entry| entry.id.clone()).collect();
        let conflict = verdict
            .is_accused()
            .then(|| Disagreement { members: because.clone(), assumed: assumed(case, solved) });
        let is_doubted = verdict.is_accused() || verdict == Verdict::Unexplained;
        let key = self.asked.get(&place).or_else(|| placed.keys().first());
        let diagnoses = match key.filter(|_| is_doubted && !entry.is_filed) {
            Some(key) => diagnoses(case, entry, key, solved.implied),
            None => Vec::new(),
        };
        let told = Told {
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
            stated: entry.evidence.reading(Reader::Printed).interval,
            computed: found.computed,
            because,
            only_because_about: verdict.holds() && solved.rests_on_about,
            rests_on_trailing_zeros: solved.rests_on_zeros,
            rests_on_assumed_place: entry.evidence.is_place_assumed()
                || others.any(is_place_assumed),
            basis,
            reason: found.reason,
            definition: found.definition,
            chance: chance.map(Chance),
            nearest: found.nearest,
            diagnoses,
            conflict,
            certificate: self.certificate(solved),
            words,
        })
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
                let (key, _) = self.case.graph.assumed.get(place.checked_sub(count)?)?;
                Some(format!("assumed:{key}"))
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
            chance(entry, &[computed])?.round_sf(2)
        };
        defined.and_then(|defined| defined.chance).filter(|_| judged).or_else(own)
    }
}

fn is_weak(chance: Option<Decimal>, defined: Option<&Defined>) -> bool {
    let has_choice = defined.is_some_and(|defined| defined.accepted > 1);
    has_choice && chance.is_some_and(|chance| chance > COMPATIBLE_CHANCE)
}

/// Returns the figures that a conflict takes as zero.
fn assumed(case: &Case<'_>, solved: &Solved) -> Vec<String> {
    let count = case.entries.len();
    let assumptions = solved.because.iter().filter_map(|at| at.checked_sub(count));
    let keys = assumptions.filter_map(|at| case.graph.assumed.get(at));
    keys.map(|(key, _)| key.to_string().to_owned()).collect()
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
    other.unwrap_or(Reason::NothingElse)
}

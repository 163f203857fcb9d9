//! Settling one company's statements: which basis each is on, which can hold, and why.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use super::{
    case::{Case, Placed, Told, on_record},
    solve::solve,
    words::words,
};
use crate::tieout::{
    figures::{Forward, Graph, Scope, add_up_shares, expand_all},
    narrowing::Posted,
    ruling::{Reason, Ruling},
    statement::{Aspect, Entry, Key, PeriodLabel, Reader, Reading, Version, What},
    verdict::Verdict,
};
use crate::{
    bounds::BASIS_ROUNDS_MAX, figure::Basis, interval::Interval, period::FiscalCalendar,
    period::Period, undefined::Undefined,
};

/// What was found of one company's statements.
pub struct Settled {
    pub rulings: Vec<Ruling>,
    pub bounds: Vec<(Key, Interval)>,
    pub is_capped: bool,
}

/// Settles the statements of one company, which come in an order of their own.
pub fn settle(entries: &[&Entry], calendar: Option<&FiscalCalendar>) -> Settled {
    let entries: Vec<Entry> =
        entries.iter().map(|entry| on_quarter_end((*entry).clone(), calendar)).collect();
    let entries: Vec<&Entry> = entries.iter().collect();
    let mut placed: Vec<Placed> = entries.iter().map(|entry| placed_at_first(entry)).collect();
    for _ in 0..BASIS_ROUNDS_MAX {
        let is_open = placed.contains(&Placed::Open);
        let on_record = placed.iter().flat_map(Placed::keys);
        let is_on_record = on_record.map(|key| key.version).any(|at| matches!(at, Version::On(_)));
        if !is_open || !is_on_record || !find_bases(&entries, &mut placed, calendar) {
            break;
        }
    }
    for (placed, entry) in placed.iter_mut().zip(&entries) {
        if *placed == Placed::Open {
            *placed = Placed::At(entry.key(Version::Unstated));
        }
    }
    with_case(&entries, &placed, calendar, |case| {
        let rulings = (0..entries.len()).filter_map(|place| ruling(case, place)).collect();
        let variables = case.graph.variables.iter().zip(&case.solution.variables);
        let bounds = variables.filter_map(|(variable, (interval, is_known))| {
            variable.key.clone().filter(|_| *is_known).map(|key| (key, *interval))
        });
        Settled { rulings, bounds: bounds.collect(), is_capped: case.solution.is_capped }
    })
}

/// Puts a balance on a date that ends a fiscal quarter under that quarter.
fn on_quarter_end(entry: Entry, calendar: Option<&FiscalCalendar>) -> Entry {
    match (&entry.period, calendar) {
        (PeriodLabel::Date(date), Some(calendar)) if entry.what.is_instant() => {
            let label = calendar.label(&Period::instant(*date));
            let period = label.map_or_else(|_| entry.period.clone(), PeriodLabel::Fiscal);
            Entry { period, ..entry }
        }
        _ => entry,
    }
}

fn placed_at_first(entry: &Entry) -> Placed {
    match entry.version() {
        _ if entry.period == PeriodLabel::Unstated || !entry.has_unit => Placed::Nowhere,
        Version::Unstated => Placed::Open,
        version => Placed::At(entry.key(version)),
    }
}

/// Finds the basis of statements that name none: of those on record with which each agrees, the one
/// whose figure is known best, or all where it agrees with none. Returns whether any was found.
fn find_bases(
    entries: &[&Entry],
    placed: &mut [Placed],
    calendar: Option<&FiscalCalendar>,
) -> bool {
    let found = with_case(entries, placed, calendar, |case| {
        let open = entries.iter().zip(placed.iter()).zip(case.senseless);
        let open = open.map(|((entry, placed), senseless)| {
            let is_open = *placed == Placed::Open;
            let senseless = || senseless.clone().map(Placed::At);
            is_open.then(|| find_basis(case, entry).or_else(senseless)).flatten()
        });
        open.collect::<Vec<_>>()
    });
    let mut any = false;
    for (placed, found) in placed.iter_mut().zip(found) {
        if let Some(found) = found {
            *placed = found;
            any = true;
        }
    }
    any
}

fn find_basis(case: &Case<'_>, entry: &Entry) -> Option<Placed> {
    let stated = entry.evidence.admitted();
    let keys = case.versions.iter().map(|version| entry.key(*version));
    let on_record: Vec<(Key, Interval)> =
        keys.filter_map(|key| Some((key.clone(), on_record(case, &key)?))).collect();
    if on_record.is_empty() {
        return None;
    }
    // "More than $200 million" agrees with almost anything, and says little of which basis it is.
    let agreeing = on_record.iter().filter(|(_, interval)| interval.intersects(stated));
    let best = agreeing.min_by_key(|(_, known)| (known.width().is_none(), known.width()));
    Some(match best {
        Some((key, _)) => Placed::At(key.clone()),
        None => Placed::Everywhere(on_record.into_iter().map(|(key, _)| key).collect()),
    })
}

/// Builds the graph of the statements as far as they are placed, solves it, and hands both on.
fn with_case<T>(
    entries: &[&Entry],
    placed: &[Placed],
    calendar: Option<&FiscalCalendar>,
    then: impl FnOnce(&Case<'_>) -> T,
) -> T {
    let scope = scope(entries, placed, calendar);
    let versions: BTreeSet<Version> = placed
        .iter()
        .flat_map(|placed| placed.keys())
        .map(|key| key.version)
        .filter(|version| matches!(version, Version::On(_)))
        .collect();
    let mut graph = Graph::new(&scope);
    let posted = entries.iter().zip(placed);
    let mut statements: Vec<Posted> =
        posted.map(|(entry, placed)| post(&mut graph, entry, placed, &versions)).collect();
    expand_all(&mut graph);
    graph.add_up();
    expand_all(&mut graph);
    let mut forward = Forward::new(&graph, &statements);
    let refused = refused(&mut forward, &statements);
    let senseless = senseless(&mut forward, entries, placed, &versions);
    let by_zero = graph.divisions().filter(|division| forward.is_zero(division.divisor));
    let by_zero: BTreeSet<usize> = by_zero.map(|division| division.quotient).collect();
    graph.take_back(&by_zero);
    add_up_shares(&mut graph);
    let meaningless = statements.iter_mut().zip(&refused).filter(|(_, why)| why.is_some());
    meaningless.for_each(|(statement, _)| statement.withdraw());
    let solution = solve(&graph, &statements);
    then(&Case {
        entries,
        placed,
        graph: &graph,
        refused: &refused,
        senseless: &senseless,
        solution: &solution,
        versions: &versions,
    })
}

/// Returns of each statement why its figure has no meaning, if it has none; what a filing reports
/// is not questioned.
fn refused(forward: &mut Forward<'_>, statements: &[Posted]) -> Vec<Option<Undefined>> {
    let refusal = |statement: &Posted| {
        let mut variables = statement.variables.iter().filter(|_| !statement.is_filed);
        variables.find_map(|at| forward.refusal(*at))
    };
    statements.iter().map(refusal).collect()
}

/// Returns of each statement whose basis is open the first of its figures, if it has no meaning on
/// any basis that is on record.
fn senseless(
    forward: &mut Forward<'_>,
    entries: &[&Entry],
    placed: &[Placed],
    versions: &BTreeSet<Version>,
) -> Vec<Option<Key>> {
    let statements = entries.iter().zip(placed);
    let first = |(entry, placed): (&&Entry, &Placed)| {
        let keys = || versions.iter().map(|version| entry.key(*version));
        let is_senseless = *placed == Placed::Open && keys().all(|key| forward.is_refused(&key));
        keys().next().filter(|_| is_senseless)
    };
    statements.map(first).collect()
}

/// Posts what a statement says of the variables that it is placed at.
fn post(
    graph: &mut Graph<'_>,
    entry: &Entry,
    placed: &Placed,
    versions: &BTreeSet<Version>,
) -> Posted {
    let variables = placed.keys().iter().map(|key| graph.variable(key.clone())).collect();
    // What a figure would be on another basis is asked for where the basis is open, and where an
    // adjusted figure may have nothing to be held against.
    let is_adjusted = entry.basis == Some(Basis::Adjusted) && !entry.what.is_neutral();
    if (*placed == Placed::Open || is_adjusted) && !entry.is_filed {
        for version in versions {
            graph.variable(entry.key(*version));
        }
    }
    let (readings, ends) = (entry.evidence.readings(), ends(graph, entry, placed));
    Posted { variables, readings, ends, is_filed: entry.is_filed }
}

/// Returns what a guided range says of its ends.
fn ends(graph: &mut Graph<'_>, entry: &Entry, placed: &Placed) -> Vec<(usize, [Reading; 3])> {
    let (Some(key), Some(readings)) = (placed.keys().first(), entry.evidence.ends()) else {
        return vec![];
    };
    if entry.what.aspect != Aspect::Guidance {
        return vec![];
    }
    let aspects = [Aspect::GuidanceLow, Aspect::GuidanceHigh];
    let mut end = |aspect| graph.variable(Key { what: What { aspect, ..key.what }, ..key.clone() });
    aspects.into_iter().zip(readings).map(|(aspect, readings)| (end(aspect), readings)).collect()
}

fn scope(entries: &[&Entry], placed: &[Placed], calendar: Option<&FiscalCalendar>) -> Scope {
    let mut scope = Scope { calendar: calendar.cloned(), ..Scope::default() };
    for (entry, placed) in entries.iter().zip(placed) {
        for key in placed.keys() {
            if entry.is_filed {
                scope.filed.insert(key.clone());
                scope.covered.insert(entry.period.clone());
            }
            scope.stated.insert(key.clone());
        }
    }
    scope
}

/// Returns what was found of one statement.
fn ruling(case: &Case<'_>, place: usize) -> Option<Ruling> {
    let entry = case.entries.get(place)?;
    let placed = case.placed.get(place)?;
    let solved = case.solution.statements.get(place)?;
    let refused = case.refused.get(place).copied().flatten();
    let (verdict, reason) = match refused {
        Some(reason) => (Verdict::NotMeaningful, Some(Reason::Undefined(reason))),
        None if !entry.has_unit => (Verdict::Undetermined, Some(Reason::Unit)),
        None if *placed == Placed::Nowhere => (Verdict::Undetermined, Some(Reason::NoPeriod)),
        None if solved.is_contradicted => (Verdict::Contradicted, None),
        None if solved.computed.is_none() => {
            (Verdict::Undetermined, Some(undetermined(case, entry)))
        }
        None => (Verdict::Consistent, None),
    };
    let basis = match (placed, entry.basis) {
        (Placed::At(Key { version: Version::On(basis), .. }), None) => Some(*basis),
        _ => None,
    };
    let is_place_assumed =
        |at: &usize| case.entries.get(*at).is_some_and(|entry| entry.evidence.is_place_assumed());
    let mut others = solved.sources.iter().chain(&solved.because);
    let ids = solved.because.iter().filter_map(|at| case.entries.get(*at));
    Some(Ruling {
        id: entry.id.clone(),
        verdict,
        tied: solved.is_contradicted && solved.is_tied,
        stated: entry.evidence.reading(Reader::Printed).interval,
        computed: solved.computed,
        because: ids.map(|entry| entry.id.clone()).collect(),
        only_because_about: verdict == Verdict::Consistent && solved.rests_on_about,
        rests_on_trailing_zeros: solved.rests_on_zeros,
        rests_on_assumed_place: entry.evidence.is_place_assumed() || others.any(is_place_assumed),
        basis,
        reason,
        words: words(case, entry, Told { verdict, reason, solved, basis }),
    })
}

/// Returns why nothing bears on a statement: another basis, where figures of that name are on it.
fn undetermined(case: &Case<'_>, entry: &Entry) -> Reason {
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

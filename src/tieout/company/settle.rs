//! Settling one company's statements: which basis each is on, which can hold, and why.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};

use super::{
    breakdown::Breakdown,
    case::{Case, Excuse, Placed, on_record},
    define::{self, Choice, Defined},
    excuse::excuses,
    judge::Judge,
    natural,
    solve::{Solution, bounds, solve, solve_with_proofs},
    suspect::suspects,
};
use crate::tieout::{
    figures::{Demand, Forward, Graph, Scope, add_up_shares, expand_all},
    narrowing::Posted,
    ruling::Ruling,
    statement::{Aspect, Entry, Evidence, Key, PeriodLabel, Reading, Version, What},
};
use crate::{
    bounds::BASIS_ROUNDS_MAX,
    figure::Basis,
    interval::Interval,
    period::Period,
    period::{FiscalCalendar, FiscalLabel, FiscalYear},
    undefined::Undefined,
};

/// What was found of one company's statements.
pub(crate) struct Settled {
    pub rulings: Vec<Ruling>,
    pub bounds: Vec<(Key, Interval)>,
    pub is_capped: bool,
}

/// What is known of a company beside its statements.
#[derive(Clone, Copy, Default)]
pub(crate) struct Company<'a> {
    /// The figures of its filings as they were first made.
    pub first: &'a [Entry],
    pub calendar: Option<&'a FiscalCalendar>,
    pub breakdowns: &'a [Breakdown],
}

/// Settles the statements of one company, which come in an order of their own.
pub(crate) fn settle(entries: &[&Entry], company: Company<'_>, with_proofs: bool) -> Settled {
    let Company { first, calendar, breakdowns } = company;
    let solve = if with_proofs { solve_with_proofs } else { solve };
    if first.is_empty() {
        return settle_with(entries, Setting { calendar, breakdowns, solve, first: None });
    }
    let first: Vec<&Entry> = first.iter().collect();
    let placed: Vec<Placed> = first.iter().map(|entry| placed_at_first(entry)).collect();
    let setting = Setting { calendar, breakdowns, solve: bounds, first: None };
    with_case(&first, &placed, setting, |first| {
        settle_with(entries, Setting { solve, first: Some(first), ..setting })
    })
}

fn settle_with(entries: &[&Entry], setting: Setting<'_>) -> Settled {
    let calendar = setting.calendar;
    let entries: Vec<Entry> =
        entries.iter().map(|entry| on_quarter_end((*entry).clone(), calendar)).collect();
    let entries: Vec<&Entry> = entries.iter().collect();
    let rough = Setting { solve: bounds, first: None, ..setting };
    let mut placed = on_bases(&entries, rough);
    let rough = Setting { first: setting.first, ..rough };
    let asked = define::asked(&entries, &placed);
    let defined = choose(&entries, &placed, &asked, rough);
    for (place, found) in &defined {
        let key = asked.iter().find(|(asked, _)| asked == place).map(|(_, key)| key);
        match (&found.choice, placed.get_mut(*place), key) {
            // Where nothing on record gives it by any definition, it stays with the other figures
            // that name no basis.
            (Choice::Own(_), Some(Placed::At(open)), Some(key))
                if open.version == Version::Unstated && found.accepted > 0 =>
            {
                *open = key.clone();
            }
            (Choice::Own(_), ..) => {}
            _ => withdraw(&mut placed, *place),
        }
    }
    let asked: BTreeMap<usize, Key> = asked.into_iter().collect();
    let mut owned: Vec<Entry> = entries.into_iter().cloned().collect();
    let mut excused = BTreeMap::new();
    loop {
        let entries: Vec<&Entry> = owned.iter().collect();
        let judged = with_case(&entries, &placed, setting, |case| {
            let holds = |members: &[usize], changed| can_hold(case, members, changed, setting);
            let mut found = excuses(case, holds);
            found.retain(|place, _| !excused.contains_key(place));
            if !found.is_empty() {
                return Err(found);
            }
            let judge = Judge { case, defined: &defined, asked: &asked, excused: &excused };
            let rulings = (0..entries.len()).filter_map(|place| judge.ruling(place)).collect();
            let variables = case.graph.variables.iter().zip(&case.solution.variables);
            let bounds = variables.filter_map(|(variable, (interval, is_known))| {
                variable.key.clone().filter(|_| *is_known).map(|key| (key, *interval))
            });
            let (bounds, is_capped) = (bounds.collect(), case.solution.is_capped);
            Ok(Settled { rulings, bounds, is_capped })
        });
        let found = match judged {
            Ok(settled) => return settled,
            Err(found) => found,
        };
        for (place, excuse) in found {
            match (excuse, owned.get_mut(place)) {
                (Excuse::Footed, Some(entry)) => entry.evidence = entry.evidence.clone().forced(),
                (Excuse::Footed, None) => {}
                _ => withdraw(&mut placed, place),
            }
            excused.insert(place, excuse);
        }
    }
}

/// Chooses the definitions of the claims that have a choice, held against all others.
fn choose(
    entries: &[&Entry],
    placed: &[Placed],
    asked: &[(usize, Key)],
    rough: Setting<'_>,
) -> BTreeMap<usize, Defined> {
    let mut defined = BTreeMap::new();
    if !asked.is_empty() {
        let mut apart = placed.to_vec();
        for (place, _) in asked {
            withdraw(&mut apart, *place);
        }
        defined = with_case(entries, &apart, rough, |case| define::define(case, asked));
    }
    for place in define::beside(entries, placed) {
        if defined.get(&place).is_none_or(|found| found.accepted == 0) {
            let found = Defined { choice: Choice::Beside, ..Defined::default() };
            defined.insert(place, found);
        }
    }
    defined
}

/// Returns whether some statements can all hold, one of them read otherwise.
fn can_hold(
    case: &Case<'_>,
    members: &[usize],
    (changed, evidence): (usize, Evidence),
    setting: Setting<'_>,
) -> bool {
    let some = members.iter().filter_map(|place| {
        let entry = *case.entries.get(*place)?;
        let evidence = if *place == changed { &evidence } else { &entry.evidence };
        Some(Entry { evidence: evidence.clone(), ..entry.clone() })
    });
    let some: Vec<Entry> = some.collect();
    let entries: Vec<&Entry> = some.iter().collect();
    let placed = members.iter().filter_map(|place| case.placed.get(*place)).cloned();
    let placed: Vec<Placed> = placed.collect();
    with_case(&entries, &placed, Setting { solve, first: None, ..setting }, |case| {
        case.solution.statements.iter().all(|solved| !solved.is_contradicted)
    })
}

fn withdraw(placed: &mut [Placed], place: usize) {
    if let Some(placed) = placed.get_mut(place) {
        *placed = Placed::Nowhere;
    }
}

/// Places each statement on the basis that it names, or on one that is on record.
fn on_bases(entries: &[&Entry], rough: Setting<'_>) -> Vec<Placed> {
    let mut placed: Vec<Placed> = entries.iter().map(|entry| placed_at_first(entry)).collect();
    for _ in 0..BASIS_ROUNDS_MAX {
        let is_open = placed.contains(&Placed::Open);
        let on_record = placed.iter().flat_map(Placed::keys);
        let is_on_record = on_record.map(|key| key.version).any(|at| matches!(at, Version::On(_)));
        if !is_open || !is_on_record || !find_bases(entries, &mut placed, rough) {
            break;
        }
    }
    for (placed, entry) in placed.iter_mut().zip(entries) {
        if *placed == Placed::Open {
            *placed = Placed::At(entry.key(Version::Unstated));
        }
    }
    placed
}

/// Puts a balance on a date that ends a fiscal quarter under that quarter.
fn on_quarter_end(entry: Entry, calendar: Option<&FiscalCalendar>) -> Entry {
    let entry = Entry { period: entry.period.in_calendar(calendar), ..entry };
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
fn find_bases(entries: &[&Entry], placed: &mut [Placed], rough: Setting<'_>) -> bool {
    let found = with_case(entries, placed, rough, |case| {
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
    // Of two that say as much the standard one comes first.
    let is_adjusted = |key: &Key| key.version == Version::On(Basis::Adjusted);
    let best = agreeing
        .min_by_key(|(key, known)| (known.width().is_none(), is_adjusted(key), known.width()));
    Some(match best {
        Some((key, _)) => Placed::At(key.clone()),
        // Nearly every release states a net income beside an adjusted one: what differs from the
        // adjusted figure alone is another figure.
        None if on_record.iter().all(|(key, _)| is_adjusted(key)) => {
            Placed::At(entry.key(Version::Unstated))
        }
        None => Placed::Everywhere(on_record.into_iter().map(|(key, _)| key).collect()),
    })
}

/// How a case is built and how far it is solved.
#[derive(Clone, Copy)]
struct Setting<'a> {
    calendar: Option<&'a FiscalCalendar>,
    breakdowns: &'a [Breakdown],
    solve: fn(&Graph<'_>, &[Posted]) -> Solution,
    first: Option<&'a Case<'a>>,
}

/// Builds the graph of the statements as far as they are placed, solves it as far as is asked for,
/// and hands both on.
fn with_case<T>(
    entries: &[&Entry],
    placed: &[Placed],
    setting: Setting<'_>,
    then: impl FnOnce(&Case<'_>) -> T,
) -> T {
    let Setting { calendar, breakdowns, solve, first } = setting;
    let scope = scope(entries, placed, calendar);
    let versions: BTreeSet<Version> = placed
        .iter()
        .flat_map(|placed| placed.keys())
        .map(|key| key.version)
        .filter(|version| matches!(version, Version::On(_)))
        .collect();
    let names: BTreeSet<&str> =
        entries.iter().filter_map(|entry| entry.document.as_deref()).collect();
    let documents = names.into_iter().enumerate().map(|(place, name)| (name, place)).collect();
    let of_all = (&versions, &documents);
    let mut graph = Graph::new(&scope);
    let posted = entries.iter().zip(placed);
    let mut statements: Vec<Posted> =
        posted.map(|(entry, placed)| post(&mut graph, entry, placed, of_all)).collect();
    let suspects = suspects(entries, placed);
    for place in suspects.keys() {
        statements.get_mut(*place).into_iter().for_each(|filed| filed.is_suspect = true);
    }
    expand_all(&mut graph);
    natural::join_guided_rest(&mut graph, entries, placed);
    graph.add_up();
    natural::add_up_segments(&mut graph, breakdowns);
    expand_all(&mut graph);
    natural::hold(&mut graph, entries, placed);
    statements.extend(graph.assumed.iter().map(|(_, variable)| Posted::assumed(*variable)));
    statements.extend(graph.signs.iter().map(|(_, variable)| Posted::positive(*variable)));
    let mut forward = Forward::new(&graph, &statements);
    let refused = refused(&mut forward, &statements);
    let senseless = senseless(&mut forward, entries, placed, &versions);
    let by_zero = graph.divisions().filter(|division| forward.is_zero(division.divisor));
    let by_zero: BTreeSet<usize> = by_zero.map(|division| division.quotient).collect();
    graph.take_back(&by_zero);
    add_up_shares(&mut graph);
    let meaningless = statements.iter_mut().zip(&refused).filter(|(_, why)| why.is_some());
    meaningless.for_each(|(statement, _)| statement.withdraw());
    statements.iter_mut().for_each(|statement| presume(&graph, statement));
    let solution = solve(&graph, &statements);
    then(&Case {
        entries,
        placed,
        graph: &graph,
        refused: &refused,
        senseless: &senseless,
        solution: &solution,
        suspects: &suspects,
        versions: &versions,
        first,
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
    (versions, documents): (&BTreeSet<Version>, &BTreeMap<&str, usize>),
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
    let document = entry.document.as_ref().filter(|_| !entry.is_filed);
    let document = document.and_then(|name| documents.get(name.as_str()).copied());
    Posted {
        variables,
        readings,
        ends,
        presumed: vec![],
        is_filed: entry.is_filed,
        is_suspect: false,
        document,
    }
}

/// Has a claim of one figure say what must be above zero for it to have a meaning.
fn presume(graph: &Graph<'_>, statement: &mut Posted) {
    let ([variable], false) = (statement.variables.as_slice(), statement.is_filed) else { return };
    let guards = graph.variables.get(*variable).map_or(&[][..], |it| it.guards.as_slice());
    let above = guards.iter().filter_map(|demand| match demand {
        Demand::Positive(value, _) | Demand::Growth { from: value, .. } => Some(*value),
        Demand::Divisor(_) => None,
    });
    statement.presumed = above.filter(|above| above != variable).collect();
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
    cover_sums(&mut scope.covered);
    scope
}

/// Adds the halves and nine months whose quarters are all covered.
fn cover_sums(covered: &mut BTreeSet<PeriodLabel>) {
    let year = |period: &PeriodLabel| match period {
        PeriodLabel::Fiscal(FiscalLabel::Quarter(quarter)) => Some(quarter.year()),
        _ => None,
    };
    let years: BTreeSet<FiscalYear> = covered.iter().filter_map(year).collect();
    let sums = |year| {
        [FiscalLabel::FirstHalf, FiscalLabel::SecondHalf, FiscalLabel::NineMonths]
            .map(|sum| PeriodLabel::Fiscal(sum(year)))
    };
    let whole: Vec<PeriodLabel> = years
        .into_iter()
        .flat_map(sums)
        .filter(|sum| sum.quarters().iter().all(|quarter| covered.contains(quarter)))
        .collect();
    covered.extend(whole);
}

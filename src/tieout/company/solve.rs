//! Solving one company's graph: its parts that share no figure are solved one by one.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};

use super::certify::certify;
use crate::{
    interval::Interval,
    tieout::{
        certificate::Certificate,
        figures::{Graph, Relation},
        narrowing::{
            Accusation, Cell, Conflict, Posted, Problem, Set, State, accuse, minimal_conflict,
        },
        statement::Reader,
    },
};

/// What was found about each statement and each variable.
#[derive(Default)]
pub(super) struct Solution {
    pub statements: Vec<Solved>,
    /// What each variable can be by the statements that are not contradicted, and whether any
    /// statement bears on it.
    pub variables: Vec<(Interval, bool)>,
    pub is_capped: bool,
}

impl Solution {
    fn blank(graph: &Graph<'_>, statements: &[Posted]) -> Self {
        Self {
            statements: vec![Solved::default(); statements.len()],
            variables: graph.variables.iter().map(|variable| (variable.start, false)).collect(),
            is_capped: false,
        }
    }
}

/// What was found about one statement.
#[derive(Clone, Default)]
pub(super) struct Solved {
    pub is_contradicted: bool,
    pub is_tied: bool,
    /// What the others that are not contradicted imply, if any of them bears on it.
    pub computed: Option<Interval>,
    /// What the other members of its conflict imply, where nothing decides between them.
    pub implied: Option<Interval>,
    /// The others that imply it.
    pub sources: Vec<usize>,
    /// A conflict from which no statement can be left out.
    pub because: Vec<usize>,
    /// The proof of it, where proofs are asked for and no statement before has it.
    pub certificate: Option<Certificate>,
    pub rests_on_about: bool,
    pub rests_on_zeros: bool,
}

/// Solves a graph with its statements; those that are not posted have no variables.
pub(super) fn solve(graph: &Graph<'_>, statements: &[Posted]) -> Solution {
    solve_all(graph, statements, false)
}

/// Solves a graph as [`solve`] does, with the proof of each conflict.
pub(super) fn solve_with_proofs(graph: &Graph<'_>, statements: &[Posted]) -> Solution {
    solve_all(graph, statements, true)
}

fn solve_all(graph: &Graph<'_>, statements: &[Posted], with_proofs: bool) -> Solution {
    let mut solution = Solution::blank(graph, statements);
    for part in parts(graph, statements) {
        solve_part((graph, with_proofs), statements, &part, &mut solution);
    }
    solution
}

/// Returns what each variable can be by the statements that are not contradicted, and nothing of
/// the statements themselves.
pub(super) fn bounds(graph: &Graph<'_>, statements: &[Posted]) -> Solution {
    let mut solution = Solution::blank(graph, statements);
    for part in parts(graph, statements) {
        let (problem, variables) = problem_of(graph, statements, &part);
        if let Some(found) = rest(&problem) {
            bounds_of_part(graph, &variables, &found, &mut solution);
        }
    }
    solution
}

/// Variables, constraints and statements that hang together.
#[derive(Default)]
struct Part {
    variables: Vec<usize>,
    constraints: Vec<usize>,
    statements: Vec<usize>,
}

fn is_constant(graph: &Graph<'_>, variable: usize) -> bool {
    matches!(graph.operation(variable), Some(Relation::Constant(_) | Relation::Range(..)))
}

/// Divides a graph into parts that have no variable in common; constants join nothing.
fn parts(graph: &Graph<'_>, statements: &[Posted]) -> Vec<Part> {
    let mut roots: Vec<usize> = (0..graph.variables.len()).collect();
    for constraint in &graph.constraints {
        let varying = constraint.variables().filter(|variable| !is_constant(graph, *variable));
        join(&mut roots, varying);
    }
    for statement in statements {
        join(&mut roots, statement.said(Reader::Printed).map(|(variable, _)| variable));
    }
    let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
    for (place, statement) in statements.iter().enumerate() {
        if let Some(variable) = statement.variables.first() {
            let part = parts.entry(root(&mut roots, *variable)).or_default();
            part.statements.push(place);
        }
    }
    for (place, constraint) in graph.constraints.iter().enumerate() {
        let varying = constraint.variables().find(|variable| !is_constant(graph, *variable));
        let root = varying.map(|variable| root(&mut roots, variable));
        if let Some(part) = root.and_then(|root| parts.get_mut(&root)) {
            part.constraints.push(place);
        }
    }
    for variable in 0..graph.variables.len() {
        let root = root(&mut roots, variable);
        if let Some(part) = parts.get_mut(&root) {
            part.variables.push(variable);
        }
    }
    parts.into_values().collect()
}

fn root(roots: &mut [usize], variable: usize) -> usize {
    let mut at = variable;
    while let Some(next) = roots.get(at).copied().filter(|next| *next != at) {
        let above = roots.get(next).copied().unwrap_or(next);
        if let Some(root) = roots.get_mut(at) {
            *root = above;
        }
        at = above;
    }
    at
}

fn join(roots: &mut [usize], variables: impl Iterator<Item = usize>) {
    let mut first = None;
    for variable in variables {
        let own = root(roots, variable);
        let other = *first.get_or_insert(own);
        let (low, high) = (own.min(other), own.max(other));
        if let Some(root) = roots.get_mut(high) {
            *root = low;
        }
        first = Some(low);
    }
}

fn problem_of(graph: &Graph<'_>, statements: &[Posted], part: &Part) -> (Problem, Vec<usize>) {
    let constraints = || part.constraints.iter().filter_map(|at| graph.constraints.get(*at));
    let mut variables: BTreeSet<usize> = part.variables.iter().copied().collect();
    variables.extend(constraints().flat_map(|constraint| constraint.variables()));
    let variables: Vec<usize> = variables.into_iter().collect();
    let place = |variable: usize| {
        let place = variables.binary_search(&variable);
        debug_assert!(place.is_ok(), "the variables of every constraint were collected");
        place.unwrap_or_default()
    };
    let start = variables.iter().filter_map(|variable| graph.variables.get(*variable));
    let posted = part.statements.iter().filter_map(|at| statements.get(*at)).cloned();
    let problem = Problem::new(
        start.map(|variable| variable.start).collect(),
        constraints().map(|constraint| constraint.renamed(place)).collect(),
        posted.map(|statement| statement.renamed(place)).collect(),
    );
    (problem, variables)
}

/// What remains of a part once those that cannot stand are accused.
struct Rest<'p> {
    all: Set,
    accusation: Accusation,
    rest: Set,
    /// What every figure can be by those that remain.
    state: State<'p>,
}

/// Accuses the statements of a part that cannot stand, and narrows by the others.
fn rest(problem: &Problem) -> Option<Rest<'_>> {
    let all = problem.all();
    let mut state = State::blank(problem, Reader::Printed);
    let mut whole = state.clone();
    whole.add(&all);
    if whole.settle().is_ok() {
        let accusation = Accusation::default();
        return Some(Rest { rest: all.clone(), all, accusation, state: whole });
    }
    let accusation = accuse(problem, &all, Reader::Printed);
    let rest = all.minus(&accusation.all());
    state.add(&rest);
    // What remains is consistent: the accusation has seen to that.
    state.settle().ok()?;
    Some(Rest { all, accusation, rest, state })
}

fn bounds_of_part(graph: &Graph<'_>, variables: &[usize], rest: &Rest<'_>, found: &mut Solution) {
    found.is_capped |= rest.state.is_capped || rest.accusation.is_capped;
    for (cell, variable) in rest.state.cells.iter().zip(variables) {
        if let Some(found) =
            found.variables.get_mut(*variable).filter(|_| !is_constant(graph, *variable))
        {
            *found = (cell.interval, !cell.low.is_empty() || !cell.high.is_empty());
        }
    }
}

fn solve_part(
    (graph, with_proofs): (&Graph<'_>, bool),
    statements: &[Posted],
    part: &Part,
    solution: &mut Solution,
) {
    let mut proved = Vec::new();
    let (problem, variables) = problem_of(graph, statements, part);
    let Some(mut found) = rest(&problem) else { return };
    bounds_of_part(graph, &variables, &found, solution);
    let accused = found.accusation.all();
    let differs = |reader| problem.statements.iter().any(|said| said.differs(reader));
    let strict = match differs(Reader::Strict) {
        true => accuse(&problem, &found.rest, Reader::Strict).all(),
        false => Set::default(),
    };
    let open_zeros = match !accused.is_empty() && differs(Reader::OpenZeros) {
        true => accuse(&problem, &found.all, Reader::OpenZeros).all(),
        false => accused.clone(),
    };
    let mut filed = (!accused.is_empty()).then(|| Filed::of(&problem));
    let global = |set: &Set| set.iter().filter_map(|at| part.statements.get(at)).copied().collect();
    for (place, at) in part.statements.iter().enumerate() {
        let (computed, sources) = without(&problem, &mut found, place).unwrap_or_default();
        let is_contradicted = accused.contains(place);
        let conflict = match (&mut filed, is_contradicted) {
            (Some(filed), true) => {
                filed.conflict_with(place).or_else(|| found.accusation.conflict_of(place))
            }
            _ => None,
        };
        let is_tied = found.accusation.is_tied(place);
        let implied = match &conflict {
            Some(conflict) if is_tied => implied_by(&problem, &mut found, (place, conflict)),
            _ => None,
        };
        let unproved = conflict.as_ref().filter(|all| with_proofs && !proved.contains(*all));
        let certificate = unproved.and_then(|all| {
            proved.push(all.clone());
            certify(graph, &problem, (&variables, &part.statements), all)
        });
        let Some(solved) = solution.statements.get_mut(*at) else { continue };
        *solved = Solved {
            is_contradicted,
            is_tied,
            implied,
            computed: computed.filter(|_| !sources.is_empty()),
            sources: global(&sources),
            because: conflict.map(|conflict| global(&conflict)).unwrap_or_default(),
            certificate,
            rests_on_about: strict.contains(place),
            rests_on_zeros: is_contradicted && !open_zeros.contains(place),
        };
    }
}

/// Whether an interval says no more than on which side of zero a figure lies, as what most lines
/// are by their nature does.
fn is_sign_alone(known: Interval) -> bool {
    !known.is_point() && known.ends().into_iter().flatten().all(|end| end.is_zero())
}

/// The figures of filings by themselves, which say more of a claim than another claim does.
struct Filed<'p> {
    filed: Set,
    state: State<'p>,
    scratch: State<'p>,
    is_settled: bool,
}

impl<'p> Filed<'p> {
    fn of(problem: &'p Problem) -> Self {
        let (filed, scratch) = (problem.filed(), State::blank(problem, Reader::Printed));
        let mut state = scratch.clone();
        state.add(&filed);
        let is_settled = !filed.is_empty() && state.settle().is_ok();
        Self { filed, state, scratch, is_settled }
    }

    /// Returns a conflict of a claim with filed figures alone, if they refute it.
    fn conflict_with(&mut self, place: usize) -> Option<Set> {
        if !self.is_settled || self.filed.contains(place) {
            return None;
        }
        let conflict = self.state.trying(|state| {
            state.add(&Set::of(place));
            state.settle().err()
        });
        let Conflict(conflict) = conflict?;
        minimal_conflict(&mut self.scratch, &conflict).filter(|all| all.contains(place))
    }
}

/// Returns what the other members of a conflict leave of a statement's variable.
fn implied_by(
    problem: &Problem,
    found: &mut Rest<'_>,
    (place, conflict): (usize, &Set),
) -> Option<Interval> {
    let variable = *problem.statements.get(place)?.variables.first()?;
    let others = conflict.minus(&Set::of(place));
    let interval = found.state.trying(|state| {
        state.add(&others);
        state.settle().ok()?;
        state.cells.get(variable).map(|cell| cell.interval)
    })?;
    interval.width().is_some().then_some(interval)
}

/// Returns what a statement's variable can be without the statement, and the statements that say
/// so; of a range where only its ends are known, what lies between them.
fn without(
    problem: &Problem,
    found: &mut Rest<'_>,
    place: usize,
) -> Option<(Option<Interval>, Set)> {
    let statement = problem.statements.get(place)?;
    let said: Vec<usize> = statement.said(Reader::Printed).map(|(variable, _)| variable).collect();
    let comes_from = |cell: &Cell| cell.low.contains(place) || cell.high.contains(place);
    let cells = |state: &State<'_>| {
        let said = said.iter().filter_map(|at| state.cells.get(*at));
        said.cloned().collect::<Vec<Cell>>()
    };
    // No bound of a variable need come from the statement.
    let is_source = found.rest.contains(place) && cells(&found.state).iter().any(comes_from);
    let others = match is_source {
        true => found.state.trying(|state| {
            state.remove(&Set::of(place));
            state.settle().ok().map(|()| cells(state))
        })?,
        false => cells(&found.state),
    };
    let (whole, ends) = others.split_at_checked(statement.variables.len())?;
    let ends = ends.get(..statement.ends.len());
    debug_assert!(ends.is_some(), "a statement's variables are whole ones and ends");
    let ends = ends.unwrap_or_default();
    let cell = whole.first()?;
    if ends.is_empty() {
        return Some((Some(cell.interval).filter(|own| !is_sign_alone(*own)), cell.sources()));
    }
    if !cell.sources().is_empty() {
        return Some((Some(cell.interval), cell.sources()));
    }
    let between = ends.iter().map(|cell| cell.interval).reduce(Interval::hull);
    Some((between, ends.iter().fold(Set::default(), |set, cell| set.union(&cell.sources()))))
}

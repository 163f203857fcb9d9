//! Solving one company's graph: its parts that share no figure are solved one by one.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};

use crate::interval::Interval;
use crate::tieout::{
    figures::{Graph, Operation},
    narrowing::{Accusation, Cell, Narrowed, Posted, Problem, Set, accuse, minimal_conflict},
    statement::Reader,
};

/// What was found about each statement and each variable.
#[derive(Default)]
pub struct Solution {
    pub statements: Vec<Solved>,
    /// What each variable can be by the statements that are not contradicted, and whether any
    /// statement bears on it.
    pub variables: Vec<(Interval, bool)>,
    pub is_capped: bool,
}

/// What was found about one statement.
#[derive(Clone, Default)]
pub struct Solved {
    pub is_contradicted: bool,
    pub is_tied: bool,
    /// What the others that are not contradicted imply, if any of them bears on it.
    pub computed: Option<Interval>,
    /// The others that imply it.
    pub sources: Vec<usize>,
    /// A conflict from which no statement can be left out.
    pub because: Vec<usize>,
    pub rests_on_about: bool,
    pub rests_on_zeros: bool,
}

/// Solves a graph with its statements; those that are not posted have no variables.
pub fn solve(graph: &Graph<'_>, statements: &[Posted]) -> Solution {
    let mut solution = Solution {
        statements: vec![Solved::default(); statements.len()],
        variables: graph.variables.iter().map(|variable| (variable.start, false)).collect(),
        is_capped: false,
    };
    for part in parts(graph, statements) {
        solve_part(graph, statements, &part, &mut solution);
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
    matches!(graph.operation(variable), Some(Operation::Constant(_) | Operation::Range(..)))
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
    let problem = Problem {
        start: start.map(|variable| variable.start).collect(),
        constraints: constraints().map(|constraint| constraint.renamed(place)).collect(),
        statements: posted.map(|statement| statement.renamed(place)).collect(),
    };
    (problem, variables)
}

fn solve_part(graph: &Graph<'_>, statements: &[Posted], part: &Part, solution: &mut Solution) {
    let (problem, variables) = problem_of(graph, statements, part);
    let all: Set = (0..problem.statements.len()).collect();
    let accusation = match problem.narrow(&all, Reader::Printed) {
        Ok(_) => Accusation::default(),
        Err(_) => accuse(&problem, &all, Reader::Printed),
    };
    let accused = accusation.all();
    let rest = all.minus(&accused);
    // What remains is consistent: the accusation has seen to that.
    let Ok(narrowed) = problem.narrow(&rest, Reader::Printed) else { return };
    solution.is_capped |= narrowed.is_capped || accusation.is_capped;
    for (cell, variable) in narrowed.cells.iter().zip(&variables) {
        if let Some(found) =
            solution.variables.get_mut(*variable).filter(|_| !is_constant(graph, *variable))
        {
            *found = (cell.interval, !cell.sources().is_empty());
        }
    }
    let differs = |reader| problem.statements.iter().any(|said| said.differs(reader));
    let strict = match differs(Reader::Strict) {
        true => accuse(&problem, &rest, Reader::Strict).all(),
        false => Set::default(),
    };
    let open_zeros = match !accused.is_empty() && differs(Reader::OpenZeros) {
        true => accuse(&problem, &all, Reader::OpenZeros).all(),
        false => accused.clone(),
    };
    let is_filed = |at: &usize| problem.statements.get(*at).is_some_and(|said| said.is_filed);
    let filed: Set = all.iter().filter(is_filed).collect();
    let global = |set: &Set| set.iter().filter_map(|at| part.statements.get(at)).copied().collect();
    for (place, at) in part.statements.iter().enumerate() {
        let (computed, sources) = without(&problem, &narrowed, &rest, place).unwrap_or_default();
        let Some(solved) = solution.statements.get_mut(*at) else { continue };
        *solved = Solved {
            is_contradicted: accused.contains(place),
            is_tied: accusation.is_tied(place),
            computed: computed.filter(|_| !sources.is_empty()),
            sources: global(&sources),
            because: match accused.contains(place) {
                true => conflict(&problem, &accusation, &filed, place)
                    .map(|conflict| global(&conflict))
                    .unwrap_or_default(),
                false => Vec::new(),
            },
            rests_on_about: strict.contains(place),
            rests_on_zeros: accused.contains(place) && !open_zeros.contains(place),
        };
    }
}

/// Returns a conflict that an accused statement is part of: with filed figures alone, if they
/// refute it, since these say more than another claim does.
fn conflict(problem: &Problem, accusation: &Accusation, filed: &Set, place: usize) -> Option<Set> {
    let with_filed = (!filed.is_empty() && !filed.contains(place))
        .then(|| filed.clone().union(&Set::of(place)))
        .and_then(|active| minimal_conflict(problem, &active, Reader::Printed))
        .filter(|conflict| conflict.contains(place));
    with_filed.or_else(|| accusation.conflict_of(place))
}

/// Returns what a statement's variable can be without the statement, and the statements that say
/// so; of a range where only its ends are known, what lies between them.
fn without(
    problem: &Problem,
    narrowed: &Narrowed,
    rest: &Set,
    place: usize,
) -> Option<(Option<Interval>, Set)> {
    let statement = problem.statements.get(place)?;
    let said: Vec<usize> = statement.said(Reader::Printed).map(|(variable, _)| variable).collect();
    let of = |narrowed: &Narrowed, at: usize| narrowed.cells.get(at).cloned();
    // No bound of a variable need come from the statement.
    let comes_from = |cell: &Cell| rest.contains(place) && cell.sources().contains(place);
    let others = match said.iter().filter_map(|at| narrowed.cells.get(*at)).any(comes_from) {
        true => Some(problem.narrow_without(narrowed, rest, place).ok()?),
        false => None,
    };
    let others = others.as_ref().unwrap_or(narrowed);
    let cell = of(others, *statement.variables.first()?)?;
    if !cell.sources().is_empty() || statement.ends.is_empty() {
        return Some((Some(cell.interval), cell.sources()));
    }
    let ends: Vec<Cell> = statement.ends.iter().filter_map(|(at, _)| of(others, *at)).collect();
    let between = ends.iter().map(|cell| cell.interval).reduce(Interval::hull);
    Some((between, ends.iter().fold(Set::default(), |set, cell| set.union(&cell.sources()))))
}

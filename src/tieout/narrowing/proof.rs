//! [`Proof`]: the steps by which statements that cannot all hold leave a figure without a value.

use alloc::{collections::BTreeMap, vec::Vec};

use super::{
    constraint::Constraint,
    problem::Problem,
    set::Set,
    state::State,
    step::{By, Step},
};
use crate::tieout::statement::Reader;

/// The steps by which statements that cannot all hold leave a figure without a value.
#[derive(Clone, Debug)]
pub(crate) struct Proof {
    pub statements: Set,
    pub steps: Vec<Step>,
}

/// Returns the steps that refute some statements; nothing where narrowing does not.
pub(crate) fn prove(problem: &Problem, statements: &Set) -> Option<Proof> {
    let mut state = State::recording(problem, Reader::Printed);
    state.add(statements);
    state.settle().err()?;
    Some(Proof { statements: statements.clone(), steps: needed(problem, state.steps()) })
}

/// Returns the steps on which the last rests: each on what the figures of its formula were then.
fn needed(problem: &Problem, steps: &[Step]) -> Vec<Step> {
    let mut latest: BTreeMap<usize, usize> = BTreeMap::new();
    let mut rests_on: Vec<Vec<usize>> = Vec::new();
    for (place, step) in steps.iter().enumerate() {
        let mut of: Vec<usize> = match step.by {
            By::Statement(_) => Vec::new(),
            By::Formula(at) => {
                let variables = problem.constraints.get(at).map(|found| found.variables());
                variables.into_iter().flatten().collect()
            }
        };
        of.push(step.variable);
        rests_on.push(of.iter().filter_map(|variable| latest.get(variable)).copied().collect());
        latest.insert(step.variable, place);
    }
    let mut is_needed: Vec<bool> = alloc::vec![false; steps.len()];
    let mut pending: Vec<usize> = steps.len().checked_sub(1).into_iter().collect();
    while let Some(place) = pending.pop() {
        let Some(needed) = is_needed.get_mut(place).filter(|needed| !**needed) else { continue };
        *needed = true;
        pending.extend(rests_on.get(place).into_iter().flatten());
    }
    let kept = steps.iter().zip(&is_needed).filter(|(_, is_needed)| **is_needed);
    kept.map(|(step, _)| *step).collect()
}

impl Proof {
    /// Returns the formulas that it uses.
    pub(crate) fn formulas(&self, problem: &Problem) -> Vec<(usize, Constraint)> {
        let mut used: Vec<usize> = self
            .steps
            .iter()
            .filter_map(|step| match step.by {
                By::Formula(at) => Some(at),
                By::Statement(_) => None,
            })
            .collect();
        used.sort_unstable();
        used.dedup();
        let of = |at: usize| Some((at, *problem.constraints.get(at)?));
        used.into_iter().filter_map(of).collect()
    }
}

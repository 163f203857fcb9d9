//! Which statements cannot stand where not all can hold.
//!
//! Statements are accused that belong to a smallest set whose removal leaves the rest consistent.
//! Such a set hits every minimal conflict. Conflicts are found one at a time, from the sources that
//! the narrowing keeps of each bound; conflicts without a statement in common are independent.

use alloc::{vec, vec::Vec};

use super::{
    evidence::Reader,
    narrow::{Conflict, Problem},
    set::Set,
};
use crate::bounds::{ACCUSATION_STEPS_MAX, CONFLICTS_MAX};

/// Conflicts that share statements, and the smallest sets that hit them all.
#[derive(Clone, Debug)]
pub struct Group {
    pub conflicts: Vec<Set>,
    /// At least one; several are tied.
    pub accused: Vec<Set>,
}

/// Who is accused.
#[derive(Clone, Debug, Default)]
pub struct Accusation {
    pub groups: Vec<Group>,
    /// Whether the search was cut short, so that the sets may not be the smallest.
    pub is_capped: bool,
}

impl Accusation {
    /// Returns every accused statement, tied or not.
    pub fn all(&self) -> Set {
        let accused = self.groups.iter().flat_map(|group| &group.accused);
        accused.fold(Set::default(), Set::union)
    }

    /// Returns the smallest conflict that a statement is part of.
    pub fn conflict_of(&self, statement: usize) -> Option<&Set> {
        let conflicts = self.groups.iter().flat_map(|group| &group.conflicts);
        conflicts
            .filter(|conflict| conflict.contains(statement))
            .min_by_key(|set| (set.len(), *set))
    }

    /// Returns whether others may be at fault in the statement's place; where the search was cut
    /// short, it is not known that they are not.
    pub fn is_tied(&self, statement: usize) -> bool {
        self.groups.iter().any(|group| {
            (self.is_capped || group.accused.len() > 1)
                && group.accused.iter().any(|set| set.contains(statement))
        })
    }
}

/// Accuses the statements that cannot stand among some of a problem's statements.
pub fn accuse(problem: &Problem, active: &Set, reader: Reader) -> Accusation {
    let mut conflicts: Vec<Set> = Vec::new();
    'search: while conflicts.len() < CONFLICTS_MAX {
        let (groups, is_capped) = grouped(problem, &conflicts);
        let first = |group: &Group| group.accused.first().cloned().unwrap_or_default();
        let chosen = groups.iter().map(first).fold(Set::default(), |set, next| set.union(&next));
        if let Some(conflict) = minimal_conflict(problem, &active.minus(&chosen), reader) {
            conflicts.push(conflict);
            continue;
        }
        // Each of the tied sets must restore consistency as well as the first.
        for group in &groups {
            let others = chosen.minus(&first(group));
            for tied in group.accused.iter().skip(1) {
                let removed = others.clone().union(tied);
                if let Some(conflict) = minimal_conflict(problem, &active.minus(&removed), reader) {
                    conflicts.push(conflict);
                    continue 'search;
                }
            }
        }
        return Accusation { groups, is_capped };
    }
    cut_short(problem, active, reader, conflicts)
}

/// Accuses one statement of each further conflict until the rest is consistent.
fn cut_short(problem: &Problem, active: &Set, reader: Reader, conflicts: Vec<Set>) -> Accusation {
    let (mut groups, _) = grouped(problem, &conflicts);
    for group in &mut groups {
        group.accused.truncate(1);
    }
    let mut accused = Accusation { groups, is_capped: true };
    let mut removed = accused.all();
    while let Some(conflict) = minimal_conflict(problem, &active.minus(&removed), reader) {
        let is_filed = |place: &usize| is_filed(problem, *place);
        let Some(one) = conflict.iter().min_by_key(|place| (is_filed(place), usize::MAX - place))
        else {
            break;
        };
        removed.insert(one);
        accused.groups.push(Group { conflicts: vec![conflict], accused: vec![Set::of(one)] });
    }
    accused
}

fn is_filed(problem: &Problem, place: usize) -> bool {
    problem.statements.get(place).is_some_and(|statement| statement.is_filed)
}

/// Returns a conflict from which no statement can be left out, if there is one.
pub fn minimal_conflict(problem: &Problem, active: &Set, reader: Reader) -> Option<Set> {
    let Err(Conflict(mut conflict)) = problem.narrow(active, reader) else {
        return None;
    };
    let members: Vec<usize> = conflict.iter().collect();
    for place in members {
        if !conflict.contains(place) {
            continue;
        }
        if let Err(Conflict(smaller)) = problem.narrow(&conflict.without(place), reader) {
            conflict = smaller;
        }
    }
    Some(conflict)
}

/// Puts conflicts with statements in common together, and finds the smallest sets that hit them.
fn grouped(problem: &Problem, conflicts: &[Set]) -> (Vec<Group>, bool) {
    let mut unions: Vec<(Set, Vec<Set>)> = Vec::new();
    for conflict in conflicts {
        let (joined, apart): (Vec<_>, Vec<_>) =
            unions.into_iter().partition(|(members, _)| members.meets(conflict));
        unions = apart;
        let mut union = (conflict.clone(), vec![conflict.clone()]);
        for (members, conflicts) in joined {
            union.0.add(&members);
            union.1.extend(conflicts);
        }
        unions.push(union);
    }
    unions.sort();
    let mut is_capped = false;
    let groups = unions.into_iter().map(|(_, conflicts)| {
        let mut search =
            Search { problem, conflicts: &conflicts, best: None, found: Vec::new(), steps: 0 };
        search.hit(Set::default(), Cost::default());
        is_capped |= search.steps >= ACCUSATION_STEPS_MAX;
        let mut accused = search.found;
        accused.sort();
        accused.dedup();
        Group { conflicts, accused }
    });
    (groups.collect(), is_capped)
}

/// How much it takes to doubt a set: figures of filings first, then the number of all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    filed: usize,
    others: usize,
}

/// The search for the cheapest sets that hit every conflict.
struct Search<'a> {
    problem: &'a Problem,
    conflicts: &'a [Set],
    best: Option<Cost>,
    found: Vec<Set>,
    steps: usize,
}

impl Search<'_> {
    fn hit(&mut self, chosen: Set, cost: Cost) {
        self.steps += 1;
        let is_worse = self.best.is_some_and(|best| cost > best);
        // The first descent always ends in a set, so that the cap leaves at least that one.
        if is_worse || (self.steps >= ACCUSATION_STEPS_MAX && self.best.is_some()) {
            return;
        }
        let Some(missed) = self.conflicts.iter().find(|conflict| !conflict.meets(&chosen)) else {
            if self.best != Some(cost) {
                self.best = Some(cost);
                self.found.clear();
            }
            self.found.push(chosen);
            return;
        };
        let mut members: Vec<usize> = missed.iter().collect();
        members.sort_by_key(|place| is_filed(self.problem, *place));
        for place in members {
            let cost = match is_filed(self.problem, place) {
                true => Cost { filed: cost.filed + 1, ..cost },
                false => Cost { others: cost.others + 1, ..cost },
            };
            self.hit(chosen.clone().union(&Set::of(place)), cost);
        }
    }
}

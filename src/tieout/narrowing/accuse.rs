//! Which statements cannot stand where not all can hold.
//!
//! Statements are accused that belong to a smallest set whose removal leaves the rest consistent.
//! Such a set hits every minimal conflict. Conflicts are found one at a time, from the sources that
//! the narrowing keeps of each bound; conflicts without a statement in common are independent.
//! Statements that say the same of the same figure stand or fall together, so that one speaks for
//! all.

use core::cmp::Reverse;

use alloc::{vec, vec::Vec};

use super::{narrow::Problem, set::Set, sweep::Conflict, twins::Twins};
use crate::bounds::{ACCUSATION_STEPS_MAX, CONFLICTS_MAX};
use crate::tieout::statement::Reader;

/// Conflicts that share statements, and the smallest sets that hit them all.
#[derive(Clone, Debug)]
pub struct Group {
    /// Of statements that speak for their twins.
    conflicts: Vec<Set>,
    /// At least one; several are tied.
    pub accused: Vec<Set>,
}

/// Who is accused.
#[derive(Clone, Debug, Default)]
pub struct Accusation {
    pub groups: Vec<Group>,
    /// Whether the search was cut short, so that the sets may not be the smallest.
    pub is_capped: bool,
    twins: Twins,
}

impl Accusation {
    fn new(mut groups: Vec<Group>, is_capped: bool, twins: Twins) -> Self {
        for accused in groups.iter_mut().flat_map(|group| &mut group.accused) {
            *accused = twins.all_of(accused);
        }
        Self { groups, is_capped, twins }
    }

    /// Returns every accused statement, tied or not.
    pub fn all(&self) -> Set {
        let accused = self.groups.iter().flat_map(|group| &group.accused);
        accused.fold(Set::default(), Set::union)
    }

    /// Returns the smallest conflict that a statement is part of.
    pub fn conflict_of(&self, statement: usize) -> Option<Set> {
        let speaker = self.twins.speaker_of(statement);
        let conflicts = self.groups.iter().flat_map(|group| &group.conflicts);
        conflicts
            .filter(|conflict| conflict.contains(speaker))
            .min_by_key(|set| (set.len(), *set))
            .map(|conflict| conflict.without(speaker).union(&Set::of(statement)))
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
    let twins = Twins::among(problem, active, reader);
    let active = &twins.speakers();
    let court = Court { problem, twins: &twins };
    let mut conflicts: Vec<Set> = Vec::new();
    'search: while conflicts.len() < CONFLICTS_MAX {
        let (groups, is_capped) = court.grouped(&conflicts);
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
        return Accusation::new(groups, is_capped, twins);
    }
    let groups = cut_short(court, active, reader, &conflicts);
    Accusation::new(groups, true, twins)
}

/// Accuses one statement of each further conflict until the rest is consistent: one of a filing
/// last, and what fewest say first.
fn cut_short(court: Court<'_>, active: &Set, reader: Reader, conflicts: &[Set]) -> Vec<Group> {
    let (mut groups, _) = court.grouped(conflicts);
    let mut removed = Set::default();
    for group in &mut groups {
        group.accused.truncate(1);
        removed = group.accused.iter().fold(removed, Set::union);
    }
    while let Some(conflict) = minimal_conflict(court.problem, &active.minus(&removed), reader) {
        let doubt = |place: &usize| (court.cost(*place), Reverse(*place));
        let Some(one) = conflict.iter().min_by_key(doubt) else { break };
        removed.insert(one);
        groups.push(Group { conflicts: vec![conflict], accused: vec![Set::of(one)] });
    }
    groups
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

/// How much it takes to doubt a set: figures of filings first, then the number of all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    filed: usize,
    others: usize,
}

/// Whose statements are judged.
#[derive(Clone, Copy)]
struct Court<'a> {
    problem: &'a Problem,
    twins: &'a Twins,
}

impl Court<'_> {
    /// Returns what it takes to doubt a statement and its twins.
    fn cost(self, place: usize) -> Cost {
        let count = self.twins.count(place);
        match self.problem.statements.get(place).is_some_and(|statement| statement.is_filed) {
            true => Cost { filed: count, others: 0 },
            false => Cost { filed: 0, others: count },
        }
    }

    /// Puts conflicts with statements in common together, and finds the smallest sets that hit
    /// them.
    fn grouped(self, conflicts: &[Set]) -> (Vec<Group>, bool) {
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
            let mut search = Search::new(self, &conflicts);
            search.hit(Set::default(), Cost::default());
            is_capped |= search.steps >= ACCUSATION_STEPS_MAX;
            let mut accused = search.found;
            accused.sort();
            accused.dedup();
            Group { conflicts, accused }
        });
        (groups.collect(), is_capped)
    }
}

/// The search for the cheapest sets that hit every conflict.
struct Search<'a> {
    court: Court<'a>,
    conflicts: &'a [Set],
    best: Option<Cost>,
    found: Vec<Set>,
    steps: usize,
}

impl<'a> Search<'a> {
    fn new(court: Court<'a>, conflicts: &'a [Set]) -> Self {
        Self { court, conflicts, best: None, found: Vec::new(), steps: 0 }
    }

    fn hit(&mut self, chosen: Set, cost: Cost) {
        self.steps += 1;
        let is_worse = self.best.is_some_and(|best| cost > best);
        // The first descent always ends in a set, so that the cap leaves at least that one.
        if is_worse || (self.steps >= ACCUSATION_STEPS_MAX && self.best.is_some()) {
            return;
        }
        let missed = || self.conflicts.iter().filter(|conflict| !conflict.meets(&chosen));
        let Some(conflict) = missed().next() else {
            if self.best != Some(cost) {
                self.best = Some(cost);
                self.found.clear();
            }
            self.found.push(chosen);
            return;
        };
        // What is cheap and in many conflicts comes first, so that the search is soon bounded by a
        // good set.
        let mut members: Vec<(usize, Cost, usize)> = conflict
            .iter()
            .map(|place| {
                let hits = missed().filter(|missed| missed.contains(place)).count();
                (place, self.court.cost(place), hits)
            })
            .collect();
        members.sort_by(|(_, a, a_hits), (_, b, b_hits)| {
            let by_hit = (a.others * b_hits).cmp(&(b.others * a_hits));
            a.filed.cmp(&b.filed).then(by_hit)
        });
        for (place, own, _) in members {
            let cost = Cost { filed: cost.filed + own.filed, others: cost.others + own.others };
            self.hit(chosen.clone().union(&Set::of(place)), cost);
        }
    }
}

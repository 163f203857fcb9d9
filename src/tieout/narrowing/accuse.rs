//! Which statements cannot stand where not all can hold.
//!
//! Statements are accused that belong to a smallest set whose removal leaves the rest consistent.
//! Such a set hits every minimal conflict. Conflicts are found one at a time, from the sources that
//! the narrowing keeps of each bound; conflicts without a statement in common are independent.
//! Statements that say the same of the same figure stand or fall together, so that one speaks for
//! all.

use core::cmp::Reverse;

use alloc::{collections::BTreeMap, vec, vec::Vec};

use super::{cell::Conflict, problem::Problem, set::Set, state::State, twins::Twins};
use crate::{
    bounds::{ACCUSATION_STEPS_MAX, CONFLICTS_MAX, JOINED_CONFLICTS_MAX},
    tieout::statement::Reader,
};

/// Conflicts that share statements, and the smallest sets that hit them all.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// Of statements that speak for their twins.
    conflicts: Vec<Set>,
    /// At least one; several are tied.
    pub accused: Vec<Set>,
    /// Whether the search for them was cut short.
    is_capped: bool,
    /// How many of them are known to restore consistency, and when the last was tried, in conflicts
    /// that were known then.
    tried: (usize, usize),
}

impl Group {
    fn first(&self) -> Set {
        self.accused.first().cloned().unwrap_or_default()
    }

    fn meets(&self, conflict: &Set) -> bool {
        self.conflicts.iter().any(|other| other.meets(conflict))
    }
}

/// Who is accused.
#[derive(Clone, Debug, Default)]
pub(crate) struct Accusation {
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
    pub(crate) fn all(&self) -> Set {
        let accused = self.groups.iter().flat_map(|group| &group.accused);
        accused.fold(Set::default(), Set::union)
    }

    /// Returns the smallest conflict that a statement is part of.
    pub(crate) fn conflict_of(&self, statement: usize) -> Option<Set> {
        let speaker = self.twins.speaker_of(statement);
        let conflicts = self.groups.iter().flat_map(|group| &group.conflicts);
        conflicts
            .filter(|conflict| conflict.contains(speaker))
            .min_by_key(|set| (set.len(), *set))
            .map(|conflict| conflict.without(speaker).union(&Set::of(statement)))
    }

    /// Returns whether others may be at fault in the statement's place; where the search was cut
    /// short, it is not known that they are not.
    pub(crate) fn is_tied(&self, statement: usize) -> bool {
        self.groups.iter().any(|group| {
            (self.is_capped || group.accused.len() > 1)
                && group.accused.iter().any(|set| set.contains(statement))
        })
    }
}

/// Accuses the statements that cannot stand among some of a problem's statements.
pub(crate) fn accuse(problem: &Problem, active: &Set, reader: Reader) -> Accusation {
    let twins = Twins::among(problem, active, reader);
    let blank = State::blank(problem, reader);
    let mut trial = Trial {
        court: Court { problem, twins: &twins },
        all: blank.clone(),
        scratch: blank,
        groups: Vec::new(),
        chosen: Set::default(),
        count: 0,
    };
    trial.all.add(&twins.speakers());
    while trial.count < CONFLICTS_MAX && !trial.is_crowded() {
        let Some(conflict) = trial.next_conflict() else {
            let is_capped = trial.groups.iter().any(|group| group.is_capped);
            let groups = trial.groups;
            return Accusation::new(groups, is_capped, twins);
        };
        trial.hear(conflict);
    }
    let groups = trial.cut_short();
    Accusation::new(groups, true, twins)
}

/// Returns a conflict from which no statement can be left out, if some statements make one.
pub(crate) fn minimal_conflict(scratch: &mut State<'_>, statements: &Set) -> Option<Set> {
    let mut of = |statements: &Set| {
        scratch.trying(|state| {
            state.add(statements);
            state.settle().err().map(|Conflict(conflict)| conflict)
        })
    };
    let mut conflict = of(statements)?;
    let members: Vec<usize> = conflict.iter().collect();
    for place in members {
        if !conflict.contains(place) {
            continue;
        }
        if let Some(smaller) = of(&conflict.without(place)) {
            conflict = smaller;
        }
    }
    Some(conflict)
}

/// The search under way.
struct Trial<'a> {
    court: Court<'a>,
    /// All statements but those that are chosen to be wrong.
    all: State<'a>,
    /// Without any statement, for conflicts by themselves.
    scratch: State<'a>,
    groups: Vec<Group>,
    /// The first of the smallest sets of each group.
    chosen: Set,
    /// How many conflicts were found.
    count: usize,
}

impl Trial<'_> {
    /// Returns a conflict among the statements that are not chosen, or among those that are not in
    /// a set which is tied with the chosen one: each must restore consistency as well as the first.
    fn next_conflict(&mut self) -> Option<Set> {
        if let Err(Conflict(conflict)) = self.all.settle() {
            return self.minimal(&conflict);
        }
        // Of a group that another conflict has not touched each set was tried; only once nothing
        // else is found are they tried again, in case that a conflict joins two groups.
        self.untried(|group, _| group.tried.0).or_else(|| {
            self.untried(|group, count| if group.tried.1 == count { group.tried.0 } else { 1 })
        })
    }

    fn untried(&mut self, from: impl Fn(&Group, usize) -> usize) -> Option<Set> {
        for at in 0..self.groups.len() {
            let Some(group) = self.groups.get(at) else { continue };
            let (first, tied) = (group.first(), group.accused.clone());
            let start = from(group, self.count).max(1);
            for set in tied.iter().skip(start) {
                let conflict = self.all.trying(|state| {
                    state.remove(&set.minus(&first));
                    state.add(&first.minus(set));
                    state.settle().err()
                });
                if let Some(Conflict(conflict)) = conflict {
                    return self.minimal(&conflict);
                }
            }
            if let Some(group) = self.groups.get_mut(at).filter(|_| start < tied.len()) {
                group.tried = (tied.len(), self.count);
            }
        }
        None
    }

    /// Returns a conflict within one from which nothing can be left out.
    ///
    /// What narrowing takes from a whole network it finds again from the conflict alone, unless
    /// the sweeps are used up; then the conflict stands as it is.
    fn minimal(&mut self, conflict: &Set) -> Option<Set> {
        minimal_conflict(&mut self.scratch, conflict).or_else(|| Some(conflict.clone()))
    }

    /// Puts a conflict with those that it has statements in common with, and chooses anew.
    fn hear(&mut self, conflict: Set) {
        self.count += 1;
        let (joined, mut apart): (Vec<_>, Vec<_>) =
            self.groups.drain(..).partition(|group| group.meets(&conflict));
        let mut conflicts: Vec<Set> =
            joined.into_iter().flat_map(|group| group.conflicts).collect();
        conflicts.push(conflict);
        conflicts.sort();
        conflicts.dedup();
        apart.push(self.court.group(conflicts));
        apart.sort_by(|a, b| a.conflicts.cmp(&b.conflicts));
        self.groups = apart;
        let chosen = self.groups.iter().map(Group::first);
        let chosen = chosen.fold(Set::default(), |set, next| set.union(&next));
        self.all.remove(&chosen.minus(&self.chosen));
        self.all.add(&self.chosen.minus(&chosen));
        self.chosen = chosen;
    }

    /// Returns whether so many conflicts share statements that the search is cut short.
    fn is_crowded(&self) -> bool {
        self.groups.iter().any(|group| group.conflicts.len() >= JOINED_CONFLICTS_MAX)
    }

    /// Accuses one statement of each further conflict until the rest is consistent: one of a
    /// filing last, and what fewest say first.
    fn cut_short(mut self) -> Vec<Group> {
        for group in &mut self.groups {
            group.accused.truncate(1);
        }
        while let Err(Conflict(conflict)) = self.all.settle() {
            let Some(conflict) = self.minimal(&conflict) else { break };
            let doubt = |place: &usize| (self.court.cost(*place), Reverse(*place));
            let Some(one) = conflict.iter().min_by_key(doubt) else { break };
            self.all.remove(&Set::of(one));
            self.groups.push(Group {
                conflicts: vec![conflict],
                accused: vec![Set::of(one)],
                is_capped: true,
                tried: (1, 0),
            });
        }
        self.groups
    }
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
        match self.problem.is_trusted(place) {
            true => Cost { filed: count, others: 0 },
            false => Cost { filed: 0, others: count },
        }
    }

    /// Finds the smallest sets that hit conflicts with statements in common.
    fn group(self, conflicts: Vec<Set>) -> Group {
        let mut search = Search::new(self, &conflicts);
        search.hit(Cost::default());
        let is_capped = search.steps >= ACCUSATION_STEPS_MAX;
        let mut accused = search.found;
        accused.sort();
        accused.dedup();
        Group { conflicts, accused, is_capped, tried: (1, 0) }
    }
}

/// The search for the cheapest sets that hit every conflict.
struct Search<'a> {
    court: Court<'a>,
    conflicts: &'a [Set],
    /// The conflicts that each statement is in.
    within: BTreeMap<usize, Vec<usize>>,
    /// By how many of those that are chosen each conflict is hit.
    hits: Vec<usize>,
    chosen: Vec<usize>,
    best: Option<Cost>,
    found: Vec<Set>,
    steps: usize,
}

impl<'a> Search<'a> {
    fn new(court: Court<'a>, conflicts: &'a [Set]) -> Self {
        let mut within: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, conflict) in conflicts.iter().enumerate() {
            conflict.iter().for_each(|place| within.entry(place).or_default().push(at));
        }
        let hits = vec![0; conflicts.len()];
        let (chosen, found) = (Vec::new(), Vec::new());
        Self { court, conflicts, within, hits, chosen, best: None, found, steps: 0 }
    }

    fn hit(&mut self, cost: Cost) {
        self.steps += 1;
        let is_worse = self.best.is_some_and(|best| cost > best);
        // The first descent always ends in a set, so that the cap leaves at least that one.
        if is_worse || (self.steps >= ACCUSATION_STEPS_MAX && self.best.is_some()) {
            return;
        }
        let missed = self.hits.iter().position(|hits| *hits == 0);
        let Some(conflict) = missed.and_then(|at| self.conflicts.get(at)) else {
            if self.best != Some(cost) {
                self.best = Some(cost);
                self.found.clear();
            }
            self.found.push(self.chosen.iter().copied().collect());
            return;
        };
        // What is cheap and in many conflicts comes first, so that the search is soon bounded by a
        // good set.
        let mut members: Vec<(usize, Cost, usize)> = conflict
            .iter()
            .map(|place| (place, self.court.cost(place), self.missed_of(place)))
            .collect();
        members.sort_by(|(_, a, a_hits), (_, b, b_hits)| {
            let by_hit = (a.others * b_hits).cmp(&(b.others * a_hits));
            a.filed.cmp(&b.filed).then(by_hit)
        });
        for (place, own, _) in members {
            let cost = Cost { filed: cost.filed + own.filed, others: cost.others + own.others };
            self.choose(place, true);
            self.hit(cost);
            self.choose(place, false);
        }
    }

    /// Returns how many of the conflicts that are still to be hit a statement is in.
    fn missed_of(&self, place: usize) -> usize {
        let within = self.within.get(&place).into_iter().flatten();
        within.filter(|at| self.hits.get(**at) == Some(&0)).count()
    }

    fn choose(&mut self, place: usize, is_chosen: bool) {
        for at in self.within.get(&place).into_iter().flatten() {
            if let Some(hits) = self.hits.get_mut(*at) {
                *hits = if is_chosen { *hits + 1 } else { hits.saturating_sub(1) };
            }
        }
        if is_chosen {
            self.chosen.push(place);
        } else {
            self.chosen.pop();
        }
    }
}

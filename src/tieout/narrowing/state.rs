//! [`State`]: what every figure can be, given some of the statements and what joins them.
//!
//! Each constraint is read forward and backward (HC4): of `z = x + y` each is bounded by the other
//! two. Constraints are read in whole sweeps, in one order and then back, until nothing changes or
//! the number of sweeps is used up. No other rule of stopping keeps two properties: that the order
//! of statements does not matter, and that another statement never widens a bound.
//!
//! Only what changes is read again. A statement that is withdrawn takes with it the ends that come
//! from it, and only the constraints of those variables are read anew, so that asking what holds
//! without one statement of ten thousand costs what it reaches and no more.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};

use super::{
    apply::Narrow,
    cell::{Cell, Conflict, Side},
    posted::Posted,
    problem::Problem,
    set::Set,
    step::{By, Step},
};
use crate::{
    bounds::SWEEPS_MAX,
    interval::Interval,
    tieout::statement::{Reader, Reading},
};

/// What every figure can be, given some of the statements and what joins them.
#[derive(Clone)]
pub(crate) struct State<'p> {
    pub problem: &'p Problem,
    reader: Reader,
    pub cells: Vec<Cell>,
    /// What each variable is without any statement.
    blank: Vec<Interval>,
    is_active: Vec<bool>,
    /// Statements that are still to be met.
    pending: BTreeSet<usize>,
    /// Constraints that are still to be read, in this sweep and in the next.
    due: BTreeSet<usize>,
    later: BTreeSet<usize>,
    /// The constraint that is being read, and whether the sweep runs back.
    at: Option<(usize, bool)>,
    /// The variables with an end that comes, or came, from each statement.
    reach: Vec<Vec<usize>>,
    /// What a trial has changed.
    trial: Option<Trial>,
    /// By what the variables are being narrowed, and the steps so far where they are asked for.
    by: By,
    steps: Option<Vec<Step>>,
    /// Whether the sweeps were used up before the bounds stood still.
    pub is_capped: bool,
}

/// What was before a trial.
#[derive(Clone, Default)]
struct Trial {
    cells: BTreeMap<usize, Cell>,
    switched: Vec<usize>,
}

impl<'p> State<'p> {
    /// Returns what the variables are without any statement.
    pub(crate) fn blank(problem: &'p Problem, reader: Reader) -> Self {
        let mut state = Self::at_start(problem, reader);
        // Constants and sizes cannot contradict each other; if they did, each stays as it starts.
        if state.settle().is_ok() {
            state.blank = state.cells.iter().map(|cell| cell.interval).collect();
        }
        state.forget_work();
        state
    }

    /// Returns what the variables are before anything is read, to note every step from there.
    pub(crate) fn recording(problem: &'p Problem, reader: Reader) -> Self {
        Self { steps: Some(Vec::new()), ..Self::at_start(problem, reader) }
    }

    fn at_start(problem: &'p Problem, reader: Reader) -> Self {
        Self {
            problem,
            reader,
            cells: problem.start.iter().map(|start| Cell::free(*start)).collect(),
            blank: problem.start.clone(),
            is_active: vec![false; problem.statements.len()],
            pending: BTreeSet::new(),
            due: (0..problem.constraints.len()).collect(),
            later: BTreeSet::new(),
            at: None,
            reach: vec![Vec::new(); problem.statements.len()],
            trial: None,
            by: By::Formula(0),
            steps: None,
            is_capped: false,
        }
    }

    /// Returns the steps so far, where they are noted.
    pub(crate) fn steps(&self) -> &[Step] {
        self.steps.as_deref().unwrap_or_default()
    }

    /// Adds statements, which the next [`settle`](Self::settle) meets.
    pub(crate) fn add(&mut self, statements: &Set) {
        for place in statements.iter() {
            self.switch(place, true);
            self.pending.insert(place);
        }
    }

    /// Takes statements back, and all that follows from them.
    pub(crate) fn remove(&mut self, statements: &Set) {
        for place in statements.iter() {
            self.switch(place, false);
            self.pending.remove(&place);
        }
        for place in statements.iter() {
            let reached = match (self.reach.get_mut(place), &self.trial) {
                (Some(reached), None) => core::mem::take(reached),
                (Some(reached), Some(_)) => reached.clone(),
                (None, _) => continue,
            };
            for variable in reached {
                self.forget(variable, statements);
            }
        }
    }

    /// Narrows until nothing changes; where the statements cannot all hold, what remains to be
    /// narrowed stays so.
    pub(crate) fn settle(&mut self) -> Result<(), Conflict> {
        self.at = None;
        while let Some(place) = self.pending.first().copied() {
            self.meet_statement(place)?;
            self.pending.remove(&place);
        }
        let later = core::mem::take(&mut self.later);
        self.due.extend(later);
        let mut is_back = false;
        for _ in 0..SWEEPS_MAX {
            while let Some(place) = if is_back { self.due.last() } else { self.due.first() } {
                let place = *place;
                self.due.remove(&place);
                self.at = Some((place, is_back));
                self.by = By::Formula(place);
                let Some(constraint) = self.problem.constraints.get(place) else { continue };
                if let Err(conflict) = self.apply(*constraint) {
                    self.due.insert(place);
                    return Err(conflict);
                }
            }
            if self.later.is_empty() {
                return Ok(());
            }
            core::mem::swap(&mut self.due, &mut self.later);
            // A chain of growth rates is run through from either end in one sweep.
            is_back = !is_back;
        }
        self.is_capped = true;
        Ok(())
    }

    /// Does something and takes it back, all but what it returns.
    pub(crate) fn trying<T>(&mut self, then: impl FnOnce(&mut Self) -> T) -> T {
        let work = (self.pending.clone(), self.due.clone(), self.later.clone(), self.is_capped);
        self.trial = Some(Trial::default());
        let result = then(self);
        let trial = self.trial.take().unwrap_or_default();
        for (variable, before) in trial.cells {
            if let Some(cell) = self.cells.get_mut(variable) {
                *cell = before;
            }
        }
        for place in trial.switched {
            if let Some(is_active) = self.is_active.get_mut(place) {
                *is_active = !*is_active;
            }
        }
        (self.pending, self.due, self.later, self.is_capped) = work;
        result
    }

    fn forget_work(&mut self) {
        (self.pending, self.due, self.later) = Default::default();
    }

    fn switch(&mut self, place: usize, on: bool) {
        if let Some(is_active) = self.is_active.get_mut(place)
            && *is_active != on
        {
            *is_active = on;
            if let Some(trial) = &mut self.trial {
                trial.switched.push(place);
            }
        }
    }

    /// Forgets the ends of a variable that come from some statements; what else is said of it is
    /// still to be met again.
    fn forget(&mut self, variable: usize, statements: &Set) {
        let meets = |cell: &Cell| cell.low.meets(statements) || cell.high.meets(statements);
        if !self.cells.get(variable).is_some_and(meets) {
            return;
        }
        self.note(variable);
        let blank = self.blank.get(variable).copied().unwrap_or(Interval::everything());
        if let Some(cell) = self.cells.get_mut(variable) {
            cell.forget(statements, blank);
        }
        self.due.extend(self.problem.joined(variable));
        for place in self.problem.about(variable) {
            if self.is_active.get(*place).is_some_and(|is_active| *is_active) {
                self.pending.insert(*place);
            }
        }
    }

    fn record(&mut self, variable: usize, interval: Option<Interval>) {
        if let Some(steps) = &mut self.steps {
            steps.push(Step { by: self.by, variable, interval });
        }
    }

    fn note(&mut self, variable: usize) {
        if let (Some(trial), Some(cell)) = (&mut self.trial, self.cells.get(variable)) {
            trial.cells.entry(variable).or_insert_with(|| cell.clone());
        }
    }

    fn meet_statement(&mut self, place: usize) -> Result<(), Conflict> {
        let problem = self.problem;
        let Some(statement) = problem.statements.get(place) else { return Ok(()) };
        self.by = By::Statement(place);
        for (variable, reading) in statement.said(self.reader) {
            if let Some(other) = self.unequal(place, variable, reading) {
                self.record(variable, None);
                return Err(Conflict(Set::of(place).union(&Set::of(other))));
            }
            self.meet(variable, Some(reading.interval), |_, _| Set::of(place))?;
        }
        Ok(())
    }

    /// Returns a statement that rounds the same figure to the same place and gets another value:
    /// these must be equal, though what they admit may touch.
    fn unequal(&self, place: usize, variable: usize, reading: Reading) -> Option<usize> {
        let (value, at) = reading.rounded?;
        let own = self.problem.statements.get(place);
        let is_active = |place: &usize| self.is_active.get(*place).is_some_and(|active| *active);
        let is_alike = |other: &Posted| own.is_some_and(|own| own.rounds_alike(other));
        let others = self.problem.about(variable).iter().copied();
        let said = |statement: &Posted| {
            let statement = Some(statement).filter(|other| is_alike(other))?;
            let said = statement.said(self.reader).find(|(other, _)| *other == variable);
            said.and_then(|(_, reading)| reading.rounded).filter(|(_, other)| *other == at)
        };
        let rounded =
            others.filter(|other| *other != place && is_active(other)).find_map(|other| {
                let (rounded, _) = self.problem.statements.get(other).and_then(said)?;
                (rounded != value).then_some((other, rounded))
            });
        rounded.map(|(other, _)| other)
    }

    /// Has the constraints of a variable read again: in this sweep those that it has still to come
    /// to, and the others in the next.
    fn wake(&mut self, variable: usize) {
        let joined = self.problem.joined(variable).iter().copied();
        match self.at {
            None => self.due.extend(joined),
            Some((at, is_back)) => joined.for_each(|place| {
                let is_ahead = if is_back { place < at } else { place > at };
                if is_ahead {
                    self.due.insert(place)
                } else {
                    self.later.insert(place)
                };
            }),
        }
    }
}

impl Narrow for State<'_> {
    fn interval(&self, variable: usize) -> Interval {
        self.cells.get(variable).map_or(Interval::everything(), |cell| cell.interval)
    }

    fn meet(
        &mut self,
        variable: usize,
        new: Option<Interval>,
        sources: impl Fn(&[Cell], Side) -> Set,
    ) -> Result<(), Conflict> {
        let Some(old) = self.cells.get(variable).map(|cell| cell.interval) else {
            return Ok(());
        };
        if new.is_some_and(|new| new.encloses(old)) {
            return Ok(());
        }
        let met = new.and_then(|new| old.intersect(new));
        self.record(variable, met);
        let Some(met) = met else {
            let cell = self.cells.get(variable).cloned().unwrap_or(Cell::free(old));
            let from_low = sources(&self.cells, Side::Low);
            let from_high = sources(&self.cells, Side::High);
            let blame = match new {
                Some(new) if Interval::new(old.low(), new.high()).is_err() => {
                    from_high.union(&cell.low)
                }
                Some(_) => from_low.union(&cell.high),
                None => from_low.union(&from_high).union(&cell.low).union(&cell.high),
            };
            return Err(Conflict(blame));
        };
        let low = (met.low() != old.low()).then(|| sources(&self.cells, Side::Low));
        let high = (met.high() != old.high()).then(|| sources(&self.cells, Side::High));
        self.note(variable);
        for place in [&low, &high].into_iter().flatten().flat_map(Set::iter) {
            if let Some(reached) = self.reach.get_mut(place)
                && reached.last() != Some(&variable)
            {
                reached.push(variable);
            }
        }
        if let Some(cell) = self.cells.get_mut(variable) {
            cell.interval = met;
            cell.low = low.unwrap_or_else(|| core::mem::take(&mut cell.low));
            cell.high = high.unwrap_or_else(|| core::mem::take(&mut cell.high));
        }
        self.wake(variable);
        Ok(())
    }
}

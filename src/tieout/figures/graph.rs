//! [`Graph`]: the figures of one company as variables, joined by the catalogue's formulas.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};

use rust_decimal::Decimal;

use crate::tieout::{
    narrowing::Constraint,
    statement::{Assumption, Key, PeriodLabel, Version, What},
};
use crate::{
    formula::Guard,
    interval::Interval,
    period::{FiscalCalendar, FiscalLabel, FiscalYear},
};

/// What a company's statements say beside their figures.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    /// Figures that a filing states; the formula of a line item stands in only where it is missing.
    pub filed: BTreeSet<Key>,
    /// Figures that anything states.
    pub stated: BTreeSet<Key>,
    /// Periods of which there is a filing, so that what it leaves out is absent.
    pub covered: BTreeSet<PeriodLabel>,
    /// The company's fiscal calendar, where it is known.
    pub calendar: Option<FiscalCalendar>,
}

/// The figures of one company as variables, joined by the catalogue's formulas.
pub(crate) struct Graph<'a> {
    pub scope: &'a Scope,
    pub variables: Vec<Variable>,
    pub constraints: Vec<Constraint>,
    keys: BTreeMap<Key, usize>,
    results: BTreeMap<Relation, usize>,
    /// Keys whose formulas are still to be read.
    pending: Vec<(Key, usize)>,
    /// Figures that are taken as zero, as a filing leaves them out, with their variables.
    pub assumed: Vec<(Key, usize)>,
    /// Figures that are taken as not below zero, as they are by their nature.
    pub signs: Vec<(Key, usize)>,
}

/// One figure, or an intermediate result.
pub(crate) struct Variable {
    pub key: Option<Key>,
    /// What it is limited to whatever is stated.
    pub start: Interval,
    /// How it is computed.
    pub operation: Option<Relation>,
    /// What must hold for a metric to have a meaning.
    pub guards: Vec<Demand>,
    /// The other figures of its formula, whose demands are its own.
    pub parts: Vec<usize>,
}

/// How a variable is computed from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Relation {
    Constant(Decimal),
    Range(u32, u32),
    Add(usize, usize),
    Sub(usize, usize),
    Mul(usize, usize),
    Div(usize, usize),
    Min(usize, usize),
    Max(usize, usize),
    Abs(usize),
    Root(usize, u8),
    Sign(usize),
    Same(usize),
    /// A figure that is taken as zero, by its place among those.
    Assumed(usize),
}

/// A quotient with what it divides and what by, as variables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Division {
    pub quotient: usize,
    pub dividend: usize,
    pub divisor: usize,
}

/// What must hold of a part of a formula.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Demand {
    Positive(usize, Guard),
    Growth { from: usize, to: usize, years: u8 },
    Divisor(usize),
}

impl<'a> Graph<'a> {
    pub(crate) fn new(scope: &'a Scope) -> Self {
        Self {
            scope,
            variables: Vec::new(),
            constraints: Vec::new(),
            keys: BTreeMap::new(),
            results: BTreeMap::new(),
            pending: Vec::new(),
            assumed: Vec::new(),
            signs: Vec::new(),
        }
    }

    /// Returns the variable of a figure, which is new if it was not met before.
    pub(crate) fn variable(&mut self, key: Key) -> usize {
        if let Some(variable) = self.keys.get(&key) {
            return *variable;
        }
        let variable = self.add(Some(key.clone()), Interval::everything(), None);
        self.keys.insert(key.clone(), variable);
        self.pending.push((key, variable));
        variable
    }

    /// Returns how a variable is computed.
    pub(crate) fn operation(&self, variable: usize) -> Option<Relation> {
        self.variables.get(variable)?.operation
    }

    /// Returns the variable of a figure that was met.
    pub(crate) fn find(&self, key: &Key) -> Option<usize> {
        self.keys.get(key).copied()
    }

    /// Returns a figure whose formula is still to be read.
    pub(crate) fn next_pending(&mut self) -> Option<(Key, usize)> {
        self.pending.pop()
    }

    /// Returns the variable that holds the result of an operation; equal ones are one.
    pub(crate) fn result(&mut self, operation: Relation) -> usize {
        if let Some(variable) = self.results.get(&operation) {
            return *variable;
        }
        let zero = Interval::at_least(Decimal::ZERO);
        let start = match operation {
            Relation::Constant(value) => Interval::point(value),
            Relation::Range(low, high) => {
                Interval::point(low.into()).hull(Interval::point(high.into()))
            }
            Relation::Root(..) | Relation::Abs(_) => zero,
            _ => Interval::everything(),
        };
        let z = self.add(None, start, Some(operation));
        self.results.insert(operation, z);
        self.constraints.extend(match operation {
            Relation::Constant(_) | Relation::Range(..) | Relation::Assumed(_) => None,
            Relation::Add(x, y) => Some(Constraint::Sum { z, x, y }),
            Relation::Sub(x, y) => Some(Constraint::Sum { z: x, x: z, y }),
            Relation::Mul(x, y) => Some(Constraint::Product { z, x, y }),
            Relation::Div(x, y) => Some(Constraint::Product { z: x, x: z, y }),
            Relation::Min(x, y) => Some(Constraint::Smaller { z, x, y }),
            Relation::Max(x, y) => Some(Constraint::Larger { z, x, y }),
            Relation::Abs(x) => Some(Constraint::Magnitude { z, x }),
            Relation::Root(x, degree) => Some(Constraint::Power { z: x, x: z, degree }),
            Relation::Sign(x) => Some(Constraint::Sign { z, x }),
            Relation::Same(x) => Some(Constraint::Equal { z, x }),
        });
        z
    }

    /// Returns the variable of a figure that is taken as zero: an assumption, which is doubted like
    /// a claim, and not one that can contradict a claim by itself.
    pub(crate) fn assume(&mut self, key: &Key) -> usize {
        if let Some((_, variable)) = self.assumed.iter().find(|(known, _)| known == key) {
            return *variable;
        }
        let variable = self.result(Relation::Assumed(self.assumed.len()));
        self.assumed.push((key.clone(), variable));
        variable
    }

    /// Takes a figure as not below zero, which is doubted like a claim.
    pub(crate) fn take_as_positive(&mut self, key: Key) {
        let variable = self.variable(key.clone());
        self.signs.push((key, variable));
    }

    /// Returns what was assumed, by its place.
    pub(crate) fn assumption(&self, place: usize) -> Option<Assumption> {
        match place.checked_sub(self.assumed.len()) {
            None => self.assumed.get(place).map(|(key, _)| Assumption::zero(key)),
            Some(place) => self.signs.get(place).map(|(key, _)| Assumption::not_below_zero(key)),
        }
    }

    pub(crate) fn constant(&mut self, value: Decimal) -> usize {
        self.result(Relation::Constant(value.normalize()))
    }

    /// Says that a figure is what its formula comes to.
    pub(crate) fn define(
        &mut self,
        variable: usize,
        result: usize,
        guards: Vec<Demand>,
        parts: Vec<usize>,
    ) {
        self.constraints.push(Constraint::Equal { z: variable, x: result });
        if let Some(variable) = self.variables.get_mut(variable) {
            variable.operation = Some(Relation::Same(result));
            variable.guards = guards;
            variable.parts = parts;
        }
    }

    /// Returns the divisions in the formulas that were read.
    pub(crate) fn divisions(&self) -> impl Iterator<Item = Division> {
        self.results.iter().filter_map(|(operation, quotient)| match *operation {
            Relation::Div(dividend, divisor) => {
                Some(Division { quotient: *quotient, dividend, divisor })
            }
            _ => None,
        })
    }

    /// Takes back the divisions by figures that are zero, by the variables of their quotients.
    ///
    /// What is divided by zero has no value; read backward, it would have to be zero itself, and
    /// the loss of a company without revenue would refute its revenue.
    pub(crate) fn take_back(&mut self, quotients: &BTreeSet<usize>) {
        let variables = &self.variables;
        let operation = |at: usize| variables.get(at).and_then(|variable| variable.operation);
        self.constraints.retain(|constraint| match *constraint {
            Constraint::Product { z, x, y } if quotients.contains(&x) => {
                operation(x) != Some(Relation::Div(z, y))
            }
            _ => true,
        });
        self.results.retain(|_, result| !quotients.contains(result));
    }

    /// Says that a figure is no more than another.
    pub(crate) fn order(&mut self, low: usize, high: usize) {
        self.constraints.push(Constraint::NoMore { z: low, x: high });
    }

    fn add(&mut self, key: Option<Key>, start: Interval, operation: Option<Relation>) -> usize {
        let variable = Variable { key, start, operation, guards: Vec::new(), parts: Vec::new() };
        self.variables.push(variable);
        self.variables.len() - 1
    }

    /// Joins the quarters, halves and years of each flow as far as figures that no filing states
    /// are among them: a filing's own figures are not held against one another.
    pub(crate) fn add_up(&mut self) {
        let mut years: BTreeMap<(What, Version, FiscalYear), (usize, BTreeSet<FiscalLabel>)> =
            BTreeMap::new();
        for key in self.keys.keys().filter(|key| key.what.is_additive()) {
            let PeriodLabel::Fiscal(label) = key.period else { continue };
            let (count, open) = years.entry((key.what, key.version, label.year())).or_default();
            *count += 1;
            if !self.scope.filed.contains(key) {
                open.insert(label);
            }
        }
        self.add_up_months();
        for ((what, version, year), (count, open)) in years {
            if count > 1 && !open.is_empty() {
                self.add_up_year(what, version, (year, &open));
            }
        }
    }

    /// Joins the flows over months to a date, whose fiscal year is not known, as far as something
    /// states both the sum and a part.
    fn add_up_months(&mut self) {
        let mut pending: Vec<Key> =
            self.keys.keys().filter(|key| key.what.is_additive()).cloned().collect();
        while let Some(key) = pending.pop() {
            let Some(parts) = key.period.parts() else { continue };
            let parts = parts.map(|period| Key::new(key.what, period, key.version));
            if !parts.iter().any(|part| self.keys.contains_key(part)) {
                continue;
            }
            pending.extend(parts.iter().filter(|part| !self.keys.contains_key(part)).cloned());
            let z = self.variable(key);
            let [x, y] = parts.map(|part| self.variable(part));
            self.constraints.push(Constraint::Sum { z, x, y });
        }
    }

    fn add_up_year(
        &mut self,
        what: What,
        version: Version,
        (year, open): (FiscalYear, &BTreeSet<FiscalLabel>),
    ) {
        let [Ok(q1), Ok(q2), Ok(q3), Ok(q4)] = [1, 2, 3, 4].map(|quarter| year.quarter(quarter))
        else {
            return;
        };
        let [q1, q2, q3, q4] = [q1, q2, q3, q4].map(FiscalLabel::Quarter);
        let (half, late) = (FiscalLabel::FirstHalf(year), FiscalLabel::SecondHalf(year));
        let (nine, whole) = (FiscalLabel::NineMonths(year), FiscalLabel::Year(year));
        let mut sums = vec![(half, q1, q2), (nine, half, q3), (whole, nine, q4)];
        // What is open up to a part of the year is closed by that part.
        if open.iter().all(|label| *label == half) {
            sums.truncate(1);
        } else if open.iter().all(|label| [half, nine].contains(label)) {
            sums.truncate(2);
        }
        if open.contains(&late) {
            sums.extend([(late, q3, q4), (whole, half, late)]);
        }
        for (sum, first, second) in sums {
            let mut at = |label| self.variable(Key::new(what, PeriodLabel::Fiscal(label), version));
            let (z, x, y) = (at(sum), at(first), at(second));
            self.constraints.push(Constraint::Sum { z, x, y });
        }
    }
}

//! Whether a metric has a meaning, before its formula is held against anything.
//!
//! A guard is a precondition and no constraint: a multiple of earnings does not prove that there
//! were earnings, and a loss does not refute the price.

use alloc::{vec, vec::Vec};

use rust_decimal::Decimal;

use super::graph::{Demand, Graph, Relation};
use crate::tieout::{
    narrowing::Posted,
    statement::{Key, Reader},
};
use crate::{
    interval::Interval,
    undefined::{NotMeaningful, Undefined},
    view::growth_reason,
};

/// What the figures of a graph can be by what is said of each, and of the parts of its formula.
pub(crate) struct Forward<'a> {
    graph: &'a Graph<'a>,
    stated: Vec<Option<Interval>>,
    known: Vec<Option<Interval>>,
}

impl<'a> Forward<'a> {
    pub(crate) fn new(graph: &'a Graph<'a>, statements: &[Posted]) -> Self {
        let mut stated: Vec<Option<(Option<Interval>, Interval)>> =
            vec![None; graph.variables.len()];
        for statement in statements {
            for (variable, reading) in statement.said(Reader::Printed) {
                let interval = reading.interval;
                if let Some(found) = stated.get_mut(variable) {
                    *found = Some(match found {
                        None => (Some(interval), interval),
                        Some((met, hull)) => {
                            (met.and_then(|met| met.intersect(interval)), hull.hull(interval))
                        }
                    });
                }
            }
        }
        // Where statements of one figure contradict, it can be any of them.
        let stated = stated.into_iter().map(|found| found.map(|(met, hull)| met.unwrap_or(hull)));
        Self { graph, stated: stated.collect(), known: vec![None; graph.variables.len()] }
    }

    /// Returns why a figure has no meaning, whatever it is said to be.
    pub(crate) fn refusal(&mut self, variable: usize) -> Option<Undefined> {
        let graph = self.graph;
        let mut pending = vec![variable];
        let mut seen = vec![];
        while let Some(at) = pending.pop() {
            let Some(variable) = graph.variables.get(at).filter(|_| !seen.contains(&at)) else {
                continue;
            };
            seen.push(at);
            if let Some(reason) = variable.guards.iter().find_map(|demand| self.unmet(*demand)) {
                return Some(reason);
            }
            pending.extend(&variable.parts);
        }
        None
    }

    /// Returns whether a figure was met and has no meaning.
    pub(crate) fn is_refused(&mut self, key: &Key) -> bool {
        self.graph.find(key).is_some_and(|variable| self.refusal(variable).is_some())
    }

    /// Returns whether a figure is zero and nothing else.
    pub(crate) fn is_zero(&mut self, variable: usize) -> bool {
        self.value(variable).as_point() == Some(Decimal::ZERO)
    }

    fn unmet(&mut self, demand: Demand) -> Option<Undefined> {
        let above = Interval::more_than(Decimal::ZERO);
        let from_zero = Interval::at_least(Decimal::ZERO);
        match demand {
            Demand::Positive(value, guard) => {
                (!self.value(value).intersects(above)).then(|| guard.reason().into())
            }
            Demand::Growth { from, to, years } => {
                let (from, to) = (self.value(from), self.value(to));
                if !from.intersects(above) {
                    return Some(growth_reason(from, to, years).into());
                }
                (years > 1 && !to.intersects(from_zero))
                    .then(|| NotMeaningful::TurnedUnprofitable.into())
            }
            Demand::Divisor(value) => self.is_zero(value).then_some(Undefined::ZeroDenominator),
        }
    }

    fn value(&mut self, variable: usize) -> Interval {
        if let Some(known) = self.known.get(variable).copied().flatten() {
            return known;
        }
        // A figure that is met again while it is computed is taken as unknown there.
        self.know(variable, Interval::everything());
        let graph = self.graph;
        let computed =
            graph.operation(variable).and_then(|operation| self.computed(operation, variable));
        let stated = self.stated.get(variable).copied().flatten();
        let value = match (computed, stated) {
            (Some(computed), Some(stated)) => stated.intersect(computed).unwrap_or(stated),
            (computed, stated) => computed.or(stated).unwrap_or(Interval::everything()),
        };
        self.know(variable, value);
        value
    }

    fn know(&mut self, variable: usize, value: Interval) {
        if let Some(known) = self.known.get_mut(variable) {
            *known = Some(value);
        }
    }

    fn computed(&mut self, operation: Relation, variable: usize) -> Option<Interval> {
        let everything = Some(Interval::everything());
        Some(match operation {
            Relation::Constant(_) | Relation::Range(..) => {
                return self.graph.variables.get(variable).map(|variable| variable.start);
            }
            Relation::Add(x, y) => self.value(x) + self.value(y),
            Relation::Sub(x, y) => self.value(x) - self.value(y),
            Relation::Mul(x, y) => self.value(x) * self.value(y),
            Relation::Div(x, y) => {
                let pieces = self.value(x).div_split(self.value(y));
                return pieces.into_iter().flatten().reduce(Interval::hull).or(everything);
            }
            Relation::Min(x, y) => self.value(x).min(self.value(y)),
            Relation::Max(x, y) => self.value(x).max(self.value(y)),
            Relation::Abs(x) => self.value(x).abs(),
            Relation::Root(x, degree) => return self.value(x).root(degree.into()).or(everything),
            Relation::Sign(_) => Interval::point(Decimal::ZERO).hull(Interval::point(Decimal::ONE)),
            Relation::Same(x) => self.value(x),
            // What it is taken as is a statement.
            Relation::Assumed(_) => return None,
        })
    }
}

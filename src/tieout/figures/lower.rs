//! Formulas read as variables and constraints.

use alloc::{vec, vec::Vec};

use rust_decimal::Decimal;

use super::{
    derive::derive,
    graph::{Demand, Graph, Relation},
};
use crate::tieout::statement::{Aspect, Key, PeriodLabel, Version, What};
use crate::{
    bounds::{QUARTER_DAYS, QUARTERS_PER_YEAR, YEAR_DAYS},
    figure::Basis,
    formula::{self, At, BinaryOp, Domain, Guard, Literal, Node, Over, UnaryOp, Window, evaluate},
    item::{Item, Nature},
    metric::{Kind, Measure},
    period::{FiscalLabel, FiscalQuarter},
    undefined::{Undefined, When},
};

/// Reads the formulas of all figures of a graph, and of the figures in those.
pub(crate) fn expand_all(graph: &mut Graph<'_>) {
    while let Some((key, variable)) = graph.next_pending() {
        expand(graph, &key, variable);
    }
}

/// Joins a figure to the parts of its formula, if it has one that holds for it.
fn expand(graph: &mut Graph<'_>, key: &Key, variable: usize) {
    derive(graph, key, variable);
    if let PeriodLabel::Fiscal(FiscalLabel::Trailing(last)) = key.period
        && key.what.is_additive()
        && !graph.scope.filed.contains(key)
    {
        let quarters = quarters(last).into_iter().flatten();
        let quarters: Vec<usize> = quarters
            .map(|quarter| PeriodLabel::Fiscal(FiscalLabel::Quarter(quarter)))
            .map(|period| graph.variable(Key::new(key.what, period, key.version)))
            .collect();
        if let Some(sum) = sum(graph, &quarters)
            && quarters.len() == QUARTERS_PER_YEAR
        {
            graph.define(variable, sum, Vec::new(), quarters);
        }
    }
    let Some(nodes) = formula_of(graph, key) else { return };
    let mut lower = Lower { graph, key, nodes, guards: Vec::new(), parts: Vec::new() };
    // A formula that cannot be placed in time, or needs what is absent, joins nothing.
    if let Ok(result) = evaluate(nodes, &[], &mut lower, Window::AsDeclared) {
        let (guards, parts) = (lower.guards, lower.parts);
        graph.define(variable, result, guards, parts);
    }
}

/// Returns the formula that holds for a figure.
///
/// It stands in where a filing does not state the figure, as in a report: a filing's own figures
/// are not held against one another. Adjusted amounts are the company's own: its adjusted free cash
/// flow is not the standard one of that name, while its adjusted margin is over revenue as any
/// margin.
fn formula_of(graph: &Graph<'_>, key: &Key) -> Option<&'static [Node]> {
    if key.period == PeriodLabel::Unstated || graph.scope.filed.contains(key) {
        return None;
    }
    let is_adjusted = key.version == Version::On(Basis::Adjusted);
    let formula = formula::formula_of(&key.what.measure);
    if key.what.aspect.is_end() {
        // Growth over a year ago moves with what grows, so that the end of one is the other's; of a
        // quotient of two ranges that is not so.
        return formula
            .filter(|nodes| matches!(nodes, [Node::GrowthYoy, part] if part.is_measure()));
    }
    let holds = match key.what.measure {
        _ if !key.what.aspect.has_formulas() => false,
        Measure::Item(_) => !is_adjusted,
        Measure::Metric(metric) => {
            let is_pure =
                matches!(metric.kind(), Kind::Ratio | Kind::Multiple | Kind::Days | Kind::Score);
            is_pure || !is_adjusted
        }
        Measure::Named(_) => false,
    };
    formula.filter(|_| holds)
}

fn quarters(last: FiscalQuarter) -> [Option<FiscalQuarter>; QUARTERS_PER_YEAR] {
    let mut quarter = Some(last);
    [0; QUARTERS_PER_YEAR].map(|_: u8| {
        let this = quarter;
        quarter = this.and_then(FiscalQuarter::previous);
        this
    })
}

fn sum(graph: &mut Graph<'_>, parts: &[usize]) -> Option<usize> {
    let (first, rest) = parts.split_first()?;
    Some(rest.iter().fold(*first, |sum, part| graph.result(Relation::Add(sum, *part))))
}

/// Reads the formula of one figure.
struct Lower<'g, 'a> {
    graph: &'g mut Graph<'a>,
    key: &'g Key,
    nodes: &'static [Node],
    guards: Vec<Demand>,
    parts: Vec<usize>,
}

impl Lower<'_, '_> {
    fn figure(&mut self, what: What, period: PeriodLabel) -> usize {
        let key = Key::new(what, period, self.key.version.part(what));
        let variable = self.graph.variable(key);
        self.parts.push(variable);
        variable
    }

    /// Returns a flow, a per-share amount or an average share count over twelve months.
    fn over_twelve_months(&mut self, what: What, at: At) -> Result<usize, Undefined> {
        let nature = Nature::of(&what.measure);
        if matches!(at.over, Over::QuarterEnd(_)) {
            return Err(Undefined::NotAQuarter);
        }
        let label = self.key.period.at(at.when)?;
        if nature == Nature::PerShareFlow && at.over != Over::TwelveMonthsPerShare {
            return Err(Undefined::NotAdditive { measure: what.measure });
        }
        let label = match label {
            PeriodLabel::Fiscal(label) => label,
            PeriodLabel::Months(12, _) => return Ok(self.figure(what, label)),
            PeriodLabel::Months(..) => return self.over_quarters(what, label),
            // The twelve months that a multiple on a date is of are the same for all multiples.
            label => return Ok(self.figure(what, label.trailing())),
        };
        let last = match label {
            FiscalLabel::Year(_) | FiscalLabel::Trailing(_) => {
                return Ok(self.figure(what, PeriodLabel::Fiscal(label)));
            }
            // Of the quarters before, what came out is known.
            _ if what.aspect != Aspect::Actual => return Err(Undefined::NotTwelveMonths),
            FiscalLabel::Quarter(quarter) if nature == Nature::Flow => {
                let label = FiscalLabel::Trailing(quarter);
                return Ok(self.figure(what, PeriodLabel::Fiscal(label)));
            }
            FiscalLabel::Quarter(quarter) => quarter,
            _ => return Err(Undefined::NotTwelveMonths),
        };
        self.over_quarters(what, PeriodLabel::Fiscal(FiscalLabel::Quarter(last)))
    }

    /// Returns the sum of a figure over a quarter and the three before it, or its mean.
    fn over_quarters(&mut self, what: What, last: PeriodLabel) -> Result<usize, Undefined> {
        let is_quarter = matches!(
            last,
            PeriodLabel::Fiscal(FiscalLabel::Quarter(_)) | PeriodLabel::Months(3, _)
        );
        if !is_quarter {
            return Err(Undefined::NotTwelveMonths);
        }
        let mut parts = vec![];
        let mut quarter = Some(last);
        for quarters in (0..).take(QUARTERS_PER_YEAR) {
            let at = When { years: 0, quarters };
            let label = quarter.ok_or(Undefined::Gap { at })?;
            quarter = label.before();
            parts.push(self.figure(what, label));
        }
        let sum = sum(self.graph, &parts).ok_or(Undefined::OutOfRange)?;
        if Nature::of(&what.measure) != Nature::WeightedShares {
            return Ok(sum);
        }
        let count = self.graph.constant(QUARTERS_PER_YEAR.into());
        Ok(self.graph.result(Relation::Div(sum, count)))
    }

    /// Returns the company's share price where a segment, or an analyst, has none of its own.
    fn of_company(&self, what: What) -> What {
        let own = Key::new(what, self.key.period.clone(), self.key.version.part(what));
        let is_shared =
            what.measure == Item::SharePrice.into() && !self.graph.scope.stated.contains(&own);
        if is_shared { What { segment: None, ..what } } else { what }
    }

    /// Returns whether a measure is absent from a filing of the period and may be left out.
    fn is_absent(&self, what: What, period: &PeriodLabel) -> bool {
        let Measure::Item(item) = what.measure else { return false };
        let may_be = |pair: &[Node]| pair == [Node::OrZero, Node::Item(item)];
        let key = Key::new(what, period.clone(), self.key.version.part(what));
        self.nodes.windows(2).any(may_be)
            && self.graph.scope.covered.contains(period)
            && !self.graph.scope.stated.contains(&key)
    }
}

impl Domain for Lower<'_, '_> {
    type Value = usize;

    fn measure(&mut self, measure: &Measure, at: At) -> Result<Option<usize>, Undefined> {
        let measure = *measure;
        let aspect = if at.when == When::NOW { self.key.what.aspect } else { Aspect::Actual };
        let what = self.of_company(What { measure, aspect, ..self.key.what });
        if at.over != Over::Period && Nature::of(&measure).is_over_a_period() {
            return self.over_twelve_months(what, at).map(Some);
        }
        let period = self.key.period.of_figure(at)?;
        if self.is_absent(what, &period) {
            return Ok(None);
        }
        Ok(Some(self.figure(what, period)))
    }

    fn computes(&self, _: &Measure) -> bool {
        // Every figure is a variable, and its own formula is read on its own.
        false
    }

    fn literal(&mut self, literal: Literal) -> usize {
        self.graph.constant(literal.number())
    }

    fn days(&mut self, at: At) -> Result<usize, Undefined> {
        let label = match self.key.period.at(at.when)? {
            PeriodLabel::Fiscal(label) => label,
            PeriodLabel::Months(months, _) => {
                let range = match (months, at.over) {
                    (3, Over::Period) => QUARTER_DAYS,
                    (3 | 12, _) => YEAR_DAYS,
                    _ => return Err(Undefined::NotTwelveMonths),
                };
                return Ok(self.graph.result(Relation::Range(*range.start(), *range.end())));
            }
            _ => return Err(Undefined::NoReport { at: at.when }),
        };
        let dates = match (&self.graph.scope.calendar, label, at.over) {
            (Some(calendar), label, Over::Period) => calendar.period(label).ok(),
            (Some(calendar), FiscalLabel::Quarter(quarter), _) => {
                calendar.period(FiscalLabel::Trailing(quarter)).ok()
            }
            _ => None,
        };
        let range = match (dates, label, at.over) {
            (Some(dates), ..) => dates.days()..=dates.days(),
            (_, FiscalLabel::Quarter(_), Over::Period) => QUARTER_DAYS,
            (_, FiscalLabel::Quarter(_) | FiscalLabel::Year(_) | FiscalLabel::Trailing(_), _) => {
                YEAR_DAYS
            }
            _ => return Err(Undefined::NotTwelveMonths),
        };
        Ok(self.graph.result(Relation::Range(*range.start(), *range.end())))
    }

    fn periods_per_year(&mut self, at: At) -> Result<u8, Undefined> {
        self.key.period.at(at.when)?.periods_per_year(at.over)
    }

    fn binary(
        &mut self,
        operation: BinaryOp,
        left: usize,
        right: usize,
    ) -> Result<usize, Undefined> {
        let operation = match operation {
            BinaryOp::Add => Relation::Add(left, right),
            BinaryOp::Sub => Relation::Sub(left, right),
            BinaryOp::Mul => Relation::Mul(left, right),
            BinaryOp::Div => {
                self.guards.push(Demand::Divisor(right));
                Relation::Div(left, right)
            }
            BinaryOp::Min => Relation::Min(left, right),
            BinaryOp::Max => Relation::Max(left, right),
        };
        Ok(self.graph.result(operation))
    }

    fn unary(&mut self, operation: UnaryOp, operand: usize) -> Result<usize, Undefined> {
        let operation = match operation {
            UnaryOp::Negate => {
                let zero = self.graph.constant(Decimal::ZERO);
                Relation::Sub(zero, operand)
            }
            UnaryOp::Abs => Relation::Abs(operand),
            UnaryOp::Sqrt => Relation::Root(operand, 2),
            UnaryOp::IsPositive => Relation::Sign(operand),
            // A model of many powers of one figure narrows nothing, and joins nothing.
            UnaryOp::Power(_) | UnaryOp::GeometricSum(_) => return Err(Undefined::OutOfRange),
        };
        Ok(self.graph.result(operation))
    }

    fn average(&mut self, opening: usize, closing: usize) -> Result<usize, Undefined> {
        let sum = self.graph.result(Relation::Add(opening, closing));
        let two = self.graph.constant(Decimal::TWO);
        Ok(self.graph.result(Relation::Div(sum, two)))
    }

    fn growth(&mut self, from: usize, to: usize, years: u8) -> Result<usize, Undefined> {
        self.guards.push(Demand::Growth { from, to, years });
        let mut factor = self.graph.result(Relation::Div(to, from));
        if years > 1 {
            factor = self.graph.result(Relation::Root(factor, years));
        }
        let one = self.graph.constant(Decimal::ONE);
        Ok(self.graph.result(Relation::Sub(factor, one)))
    }

    fn positive(&mut self, value: usize, guard: Guard) -> Result<usize, Undefined> {
        self.guards.push(Demand::Positive(value, guard));
        Ok(value)
    }

    fn absent(&mut self, measure: &Measure, at: At) -> usize {
        let what = self.of_company(What { measure: *measure, ..self.key.what });
        match self.key.period.of_figure(at) {
            Ok(period) => {
                let key = Key::new(what, period, self.key.version.part(what));
                self.graph.assume(&key)
            }
            Err(_) => self.graph.constant(Decimal::ZERO),
        }
    }
}

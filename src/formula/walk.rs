//! [`evaluate`]: the one walk that reads formulas.

use super::{
    catalogue,
    domain::{At, Domain, Over, Window},
    node::{BinaryOp, Literal, Node, Span},
};
use crate::{
    bounds::{LAGS_MAX, QUARTERS_PER_YEAR},
    metric::{Measure, Metric, Named},
    undefined::{Undefined, When},
};

/// Reads a formula in a domain.
///
/// # Errors
///
/// Returns the first reason, in the order of the formula's text, why there is no value.
pub fn evaluate<D: Domain>(
    nodes: &[Node],
    names: &[Named],
    domain: &mut D,
    window: Window,
) -> Result<D::Value, Undefined> {
    Walk { rest: nodes, names, domain, window }.operand(At::of(window))
}

/// Reads the formula that is one measure alone, as [`evaluate`] does.
///
/// # Errors
///
/// As [`evaluate`].
pub fn evaluate_measure<D: Domain>(
    measure: &Measure,
    domain: &mut D,
    window: Window,
) -> Result<D::Value, Undefined> {
    Walk { rest: &[], names: &[], domain, window }.measure(measure, At::of(window))
}

struct Walk<'a, D> {
    /// The steps that are still to be read.
    rest: &'a [Node],
    names: &'a [Named],
    domain: &'a mut D,
    window: Window,
}

impl<'a, D: Domain> Walk<'a, D> {
    fn next(&mut self) -> Result<&'a Node, Undefined> {
        // Every program is complete, so there is always a node; a hole would be out of range.
        let (node, rest) = self.rest.split_first().ok_or(Undefined::OutOfRange)?;
        self.rest = rest;
        Ok(node)
    }

    /// Reads one operand: a line item that is stated, at the cost of its look-up; any other step
    /// takes a call.
    #[inline(always)]
    fn operand(&mut self, at: At) -> Result<D::Value, Undefined> {
        let node = self.next()?;
        if let Node::Item(item) = node
            && let Some(value) = self.domain.item(*item, at)?
        {
            return Ok(value);
        }
        self.step(node, at)
    }

    #[inline(never)]
    fn step(&mut self, node: &Node, at: At) -> Result<D::Value, Undefined> {
        match *node {
            Node::Item(item) => self.computed(&Measure::Item(item), at),
            Node::Metric(metric) => self.metric(metric, at),
            Node::Named(name) => {
                let named = self.names.get(usize::from(name)).ok_or(Undefined::OutOfRange)?;
                self.measure(&Measure::Named(*named), at)
            }
            Node::Literal(literal) => Ok(self.domain.literal(literal)),
            Node::OneDay => Ok(self.domain.literal(Literal::ONE)),
            Node::PeriodDays => self.domain.days(at),
            // Each by itself, so that the operation is known where it is applied.
            Node::Binary(operation) => match operation {
                BinaryOp::Add | BinaryOp::Sub if self.is_optional_throughout() => {
                    self.optional_sum(operation, at)
                }
                BinaryOp::Add => self.binary(BinaryOp::Add, at),
                BinaryOp::Sub => self.binary(BinaryOp::Sub, at),
                BinaryOp::Mul => self.binary(BinaryOp::Mul, at),
                BinaryOp::Div => self.binary(BinaryOp::Div, at),
                BinaryOp::Min | BinaryOp::Max => self.binary(operation, at),
            },
            Node::Ttm => {
                let at = self.over(at, Over::TwelveMonths)?;
                self.operand(at)
            }
            Node::TtmPerShare => {
                let at = self.over(at, Over::TwelveMonthsPerShare)?;
                self.operand(at)
            }
            Node::Average(span) => self.average(span, at),
            Node::QuarterAverage => self.quarter_average(at),
            Node::Change => self.change(at),
            Node::Annualised => {
                let periods = self.domain.periods_per_year(at)?;
                let operand = self.operand(at)?;
                let periods = self.domain.literal(Literal::whole(u32::from(periods)));
                self.domain.binary(BinaryOp::Mul, operand, periods)
            }
            Node::YearsAgo(years) => self.operand(years_before(at, years)?),
            Node::QuartersAgo(quarters) => {
                self.over_quarters(at)?;
                self.operand(quarters_before(at, quarters)?)
            }
            Node::GrowthYoy => self.growth(at, years_before(at, 1)?, 1),
            Node::GrowthQoq => {
                self.over_quarters(at)?;
                self.growth(at, quarters_before(at, 1)?, 1)
            }
            Node::Cagr(years) => self.growth(at, years_before(at, years)?, years),
            Node::Positive(guard) => {
                let value = self.operand(at)?;
                self.domain.positive(value, guard)
            }
            Node::OrZero => self.or_zero(at),
            Node::Unary(operation) => {
                let operand = self.operand(at)?;
                self.domain.unary(operation, operand)
            }
        }
    }

    #[inline(always)]
    fn binary(&mut self, operation: BinaryOp, at: At) -> Result<D::Value, Undefined> {
        let left = self.operand(at)?;
        let right = self.operand(at)?;
        self.domain.binary(operation, left, right)
    }

    /// Holds that the periods evaluated are quarters: a year before is no quarter before.
    fn over_quarters(&mut self, at: At) -> Result<(), Undefined> {
        match self.domain.periods_per_year(At { over: Over::Period, ..at })? {
            4 => Ok(()),
            _ => Err(Undefined::NotAQuarter),
        }
    }

    #[inline]
    fn metric(&mut self, metric: Metric, at: At) -> Result<D::Value, Undefined> {
        match self.domain.metric(metric, at)? {
            Some(value) => Ok(value),
            None => self.computed(&Measure::Metric(metric), at),
        }
    }

    fn measure(&mut self, measure: &Measure, at: At) -> Result<D::Value, Undefined> {
        match self.domain.measure(measure, at) {
            Ok(Some(value)) => Ok(value),
            Ok(None) => self.computed(measure, at),
            Err(reason) => Err(reason),
        }
    }

    fn formula_of(&self, measure: &Measure) -> Option<&'static [Node]> {
        self.domain.computes(measure).then(|| catalogue::formula_of(measure)).flatten()
    }

    /// Computes a measure that is not stated from its own formula.
    fn computed(&mut self, measure: &Measure, at: At) -> Result<D::Value, Undefined> {
        let Some(nodes) = self.formula_of(measure) else {
            return Err(self.domain.missing(measure, at));
        };
        // Its formula is read in the place of the measure, and then the rest.
        let (rest, names) = (self.rest, self.names);
        (self.rest, self.names) = (nodes, &[]);
        // A measure that its own formula leaves missing is missing itself, under the formula's
        // reason.
        let value = self.operand(at)?;
        (self.rest, self.names) = (rest, names);
        self.domain.computed(measure, at, value)
    }

    /// Returns a place over twelve months; the end of a quarter within a year has none.
    fn over(&self, at: At, over: Over) -> Result<At, Undefined> {
        match at.over {
            Over::QuarterEnd(_) => Err(Undefined::NotAQuarter),
            _ if self.window == Window::Period => Ok(at),
            _ => Ok(At { over, ..at }),
        }
    }

    fn average(&mut self, span: Span, at: At) -> Result<D::Value, Undefined> {
        let (opening, closing) = self.both_ends(span, at)?;
        self.domain.average(opening, closing)
    }

    /// Reads a balance at five ends of quarters, from the last one back, and takes the mean.
    ///
    /// A quarter looks back to those before it; a year to the ends within it, and to its own a year
    /// before.
    #[cold]
    fn quarter_average(&mut self, at: At) -> Result<D::Value, Undefined> {
        let periods = self.domain.periods_per_year(At { over: Over::Period, ..at })?;
        if matches!(at.over, Over::QuarterEnd(_)) || ![1, 4].contains(&periods) {
            return Err(Undefined::NotAQuarter);
        }
        let quarters = QUARTERS_PER_YEAR as u8;
        let start = self.rest;
        let mut sum = self.operand(at)?;
        for ago in 1..=quarters {
            let end = match periods {
                4 => quarters_before(at, ago)?,
                _ if ago == quarters => years_before(at, 1)?,
                _ => At { over: Over::QuarterEnd(ago), ..at },
            };
            self.rest = start;
            let balance = self.operand(end)?;
            sum = self.domain.binary(BinaryOp::Add, sum, balance)?;
        }
        let count = self.domain.literal(Literal::whole(u32::from(quarters) + 1));
        self.domain.binary(BinaryOp::Div, sum, count)
    }

    fn change(&mut self, at: At) -> Result<D::Value, Undefined> {
        let (opening, closing) = self.both_ends(Span::Period, at)?;
        self.domain.binary(BinaryOp::Sub, closing, opening)
    }

    fn both_ends(&mut self, span: Span, at: At) -> Result<(D::Value, D::Value), Undefined> {
        let widened = span == Span::TwelveMonths && self.window != Window::Period;
        let opening = if widened || at.over != Over::Period {
            years_before(at, 1)?
        } else {
            quarters_before(at, 1)?
        };
        let start = self.rest;
        let closing = self.operand(at)?;
        self.rest = start;
        let opening = self.operand(opening)?;
        Ok((opening, closing))
    }

    fn growth(&mut self, at: At, base: At, years: u8) -> Result<D::Value, Undefined> {
        let start = self.rest;
        let to = self.operand(at)?;
        self.rest = start;
        let from = self.operand(base)?;
        self.domain.growth(from, to, years)
    }

    /// Reads a measure; its own absence is zero, and that of a part of it is not.
    fn or_zero(&mut self, at: At) -> Result<D::Value, Undefined> {
        let own = self.own_measure()?;
        match self.reported(&own, at)? {
            Some(value) => Ok(value),
            None => self.left_out(&own, at),
        }
    }

    /// Returns zero for a measure that is left out, unless it is given and cannot be taken.
    fn left_out(&mut self, measure: &Measure, at: At) -> Result<D::Value, Undefined> {
        match self.domain.withheld(measure, at) {
            Some(reason) => Err(reason),
            None => Ok(self.domain.absent(measure, at)),
        }
    }

    /// Reads the measure that may be left out.
    fn own_measure(&mut self) -> Result<Measure, Undefined> {
        match *self.next()? {
            Node::Item(item) => Ok(Measure::Item(item)),
            Node::Metric(metric) => Ok(Measure::Metric(metric)),
            Node::Named(name) => {
                let named = self.names.get(usize::from(name)).ok_or(Undefined::OutOfRange)?;
                Ok(Measure::Named(*named))
            }
            // The check of every formula lets nothing else stand here.
            _ => Err(Undefined::OutOfRange),
        }
    }

    /// Reads a measure as stated or computed; nothing where it is neither.
    fn reported(&mut self, measure: &Measure, at: At) -> Result<Option<D::Value>, Undefined> {
        match self.domain.measure(measure, at)? {
            Some(value) => Ok(Some(value)),
            None if self.formula_of(measure).is_none() => Ok(None),
            None => self.computed(measure, at).map(Some),
        }
    }

    /// Returns whether the operands that follow a sum are sums of nothing but what may be left out.
    #[inline]
    fn is_optional_throughout(&self) -> bool {
        // Nearly every sum begins with what must be there.
        let first = self.rest.first();
        matches!(first, Some(Node::OrZero | Node::Binary(BinaryOp::Add | BinaryOp::Sub)))
            && is_optional_throughout(self.rest)
    }

    /// Reads a sum of nothing but what may be left out, one part of which must be there: a total of
    /// which nothing is known is not zero.
    #[cold]
    fn optional_sum(&mut self, operation: BinaryOp, at: At) -> Result<D::Value, Undefined> {
        let mut first_absent = None;
        let (value, is_known) = self.optional_operands(operation, at, &mut first_absent)?;
        match first_absent {
            Some(measure) if !is_known => Err(self.domain.missing(&measure, at)),
            _ => Ok(value),
        }
    }

    fn optional_operands(
        &mut self,
        operation: BinaryOp,
        at: At,
        first_absent: &mut Option<Measure>,
    ) -> Result<(D::Value, bool), Undefined> {
        let (left, knows_left) = self.optional_operand(at, first_absent)?;
        let (right, knows_right) = self.optional_operand(at, first_absent)?;
        Ok((self.domain.binary(operation, left, right)?, knows_left || knows_right))
    }

    fn optional_operand(
        &mut self,
        at: At,
        first_absent: &mut Option<Measure>,
    ) -> Result<(D::Value, bool), Undefined> {
        if let Node::Binary(operation) = *self.next()? {
            return self.optional_operands(operation, at, first_absent);
        }
        let own = self.own_measure()?;
        if let Some(value) = self.reported(&own, at)? {
            return Ok((value, true));
        }
        first_absent.get_or_insert(own);
        Ok((self.left_out(&own, at)?, false))
    }
}

/// Returns whether the two operands that come next are made of `+`, `-` and `or_zero()` alone.
fn is_optional_throughout(nodes: &[Node]) -> bool {
    let (mut operands, mut is_optional) = (2, false);
    for node in nodes {
        match node {
            Node::Binary(BinaryOp::Add | BinaryOp::Sub) => operands += 1,
            Node::OrZero => is_optional = true,
            node if node.is_measure() && is_optional => {
                (operands, is_optional) = (operands - 1, false);
            }
            _ => return false,
        }
        if operands == 0 {
            return true;
        }
    }
    false
}

/// Returns the place a number of years earlier; past the limit there is none, and no other one.
fn years_before(at: At, years: u8) -> Result<At, Undefined> {
    let years = at.when.years.checked_add(years).filter(|years| *years <= LAGS_MAX);
    let years = years.ok_or(Undefined::OutOfRange)?;
    Ok(At { when: When { years, ..at.when }, ..at })
}

/// Returns the place a number of quarters earlier, as [`years_before`] does.
fn quarters_before(at: At, quarters: u8) -> Result<At, Undefined> {
    let quarters = at.when.quarters.checked_add(quarters).filter(|quarters| *quarters <= LAGS_MAX);
    let quarters = quarters.ok_or(Undefined::OutOfRange)?;
    Ok(At { when: When { quarters, ..at.when }, ..at })
}

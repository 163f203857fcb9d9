//! [`Domain`]: what a formula is read as; [`evaluate`]: the one walk that reads it.

use serde::{Deserialize, Serialize};

use crate::{
    bounds::LAGS_MAX,
    item::Item,
    metric::{Measure, Metric, Named},
    undefined::{Undefined, When},
};

use super::node::{Guard, Literal, Node, Span};

/// What the amounts of a formula are taken over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Window {
    /// The period evaluated, except where the formula asks for twelve months.
    #[default]
    AsDeclared,
    /// The period evaluated, even where the formula asks for twelve months: a quarter's return that
    /// is not a year's.
    Period,
    /// Twelve months throughout.
    Ttm,
}

/// The place in time that a part of a formula is read at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct At {
    /// The point in time, seen from the period evaluated.
    pub when: When,
    /// What amounts are taken over there.
    pub over: Over,
}

impl At {
    /// The period evaluated, by itself.
    pub(crate) const HERE: Self = Self { when: When::NOW, over: Over::Period };

    /// Returns the place at which a formula is begun.
    const fn of(window: Window) -> Self {
        match window {
            Window::Ttm => Self { over: Over::TwelveMonths, ..Self::HERE },
            Window::AsDeclared | Window::Period => Self::HERE,
        }
    }
}

/// What the amount of a measure is taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Over {
    /// The period itself.
    Period,
    /// Twelve months; an amount per share has none.
    TwelveMonths,
    /// Twelve months, with the amounts per share of four quarters added up by the market's
    /// convention.
    TwelveMonthsPerShare,
}

/// What a formula is read as: numbers, intervals, an explanation, a column.
///
/// Each is one implementation of this, and [`evaluate`] is the only reader of formulas.
pub trait Domain {
    /// What a part of the formula comes to.
    type Value;

    /// Returns the measure as stated, or nothing where it is to be computed from its own formula.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is neither.
    fn measure(&mut self, measure: &Measure, at: At) -> Result<Option<Self::Value>, Undefined>;

    /// Returns a line item as [`measure`](Self::measure) does.
    ///
    /// A measure holds a name in place and is some thirty times as large as an item; where moving
    /// it costs more than reading the figure, a domain reads the item itself.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is neither.
    fn item(&mut self, item: Item, at: At) -> Result<Option<Self::Value>, Undefined> {
        self.measure(&Measure::Item(item), at)
    }

    /// Returns a metric as [`measure`](Self::measure) does, for the reason of [`item`](Self::item).
    ///
    /// # Errors
    ///
    /// Returns the reason why there is neither.
    fn metric(&mut self, metric: Metric, at: At) -> Result<Option<Self::Value>, Undefined> {
        self.measure(&Measure::Metric(metric), at)
    }

    /// Returns the formula from which a measure that is not stated is computed.
    fn formula_of(&self, measure: &Measure) -> Option<&'static [Node]>;

    /// Turns what a measure's own formula came to into the measure's value.
    ///
    /// # Errors
    ///
    /// Returns the reason why it has none.
    fn computed(
        &mut self,
        _measure: &Measure,
        _at: At,
        value: Self::Value,
    ) -> Result<Self::Value, Undefined> {
        Ok(value)
    }

    /// Returns a number without a unit.
    fn literal(&mut self, literal: Literal) -> Self::Value;

    /// Returns the days of the period, both ends counted.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is no such period.
    fn days(&mut self, at: At) -> Result<Self::Value, Undefined>;

    /// Returns how many of the periods evaluated make a year: four quarters, or one year.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is no such period.
    fn periods_per_year(&mut self, at: At) -> Result<u8, Undefined>;

    /// Applies an operation of two operands.
    ///
    /// # Errors
    ///
    /// Returns the reason why the result does not exist.
    fn binary(
        &mut self,
        operation: Node,
        left: Self::Value,
        right: Self::Value,
    ) -> Result<Self::Value, Undefined>;

    /// Applies an operation of one operand.
    ///
    /// # Errors
    ///
    /// Returns the reason why the result does not exist.
    fn unary(&mut self, operation: Node, operand: Self::Value) -> Result<Self::Value, Undefined>;

    /// Returns the mean of two balances.
    ///
    /// # Errors
    ///
    /// Returns the reason why it does not exist.
    fn average(
        &mut self,
        opening: Self::Value,
        closing: Self::Value,
    ) -> Result<Self::Value, Undefined>;

    /// Returns the yearly growth from one value to another over a number of years, or the plain
    /// growth where that is one.
    ///
    /// # Errors
    ///
    /// Returns the reason why growth has no meaning, such as a loss that turned to a profit.
    fn growth(
        &mut self,
        from: Self::Value,
        to: Self::Value,
        years: u8,
    ) -> Result<Self::Value, Undefined>;

    /// Returns the value if it is above zero.
    ///
    /// # Errors
    ///
    /// Returns the reason that goes with the guard.
    fn positive(&mut self, value: Self::Value, guard: Guard) -> Result<Self::Value, Undefined>;

    /// Returns zero in the place of a measure that is not reported.
    fn absent(&mut self, measure: &Measure, at: At) -> Self::Value;
}

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
            Node::OneDay => Ok(self.domain.literal(Literal { mantissa: 1, places: 0 })),
            Node::PeriodDays => self.domain.days(at),
            // Each by itself, so that the operation is known where it is applied.
            Node::Add | Node::Sub if self.is_optional_throughout() => self.optional_sum(*node, at),
            Node::Add => self.binary(Node::Add, at),
            Node::Sub => self.binary(Node::Sub, at),
            Node::Mul => self.binary(Node::Mul, at),
            Node::Div => self.binary(Node::Div, at),
            Node::Min | Node::Max => self.binary(*node, at),
            Node::Ttm => self.operand(self.over(at, Over::TwelveMonths)),
            Node::TtmPerShare => self.operand(self.over(at, Over::TwelveMonthsPerShare)),
            Node::Average(span) => self.average(span, at),
            Node::Change => self.change(at),
            Node::Annualised => {
                let periods = self.domain.periods_per_year(at)?;
                let operand = self.operand(at)?;
                let periods = Literal { mantissa: u32::from(periods), places: 0 };
                let periods = self.domain.literal(periods);
                self.domain.binary(Node::Mul, operand, periods)
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
            Node::Negate
            | Node::Abs
            | Node::Sqrt
            | Node::IsPositive
            | Node::Power(_)
            | Node::GeometricSum(_) => {
                let operand = self.operand(at)?;
                self.domain.unary(*node, operand)
            }
        }
    }

    #[inline(always)]
    fn binary(&mut self, operation: Node, at: At) -> Result<D::Value, Undefined> {
        let left = self.operand(at)?;
        let right = self.operand(at)?;
        self.domain.binary(operation, left, right)
    }

    /// Holds that the periods evaluated are quarters: a year before is no quarter before.
    fn over_quarters(&mut self, at: At) -> Result<(), Undefined> {
        match self.domain.periods_per_year(At { over: Over::Period, ..at })? {
            4 => Ok(()),
            _ => Err(Undefined::PeriodsNotComparable),
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

    /// Computes a measure that is not stated from its own formula.
    fn computed(&mut self, measure: &Measure, at: At) -> Result<D::Value, Undefined> {
        let Some(nodes) = self.domain.formula_of(measure) else {
            return Err(Undefined::Missing { measure: *measure, at: at.when });
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

    fn over(&self, at: At, over: Over) -> At {
        if self.window == Window::Period { at } else { At { over, ..at } }
    }

    fn average(&mut self, span: Span, at: At) -> Result<D::Value, Undefined> {
        let (opening, closing) = self.both_ends(span, at)?;
        self.domain.average(opening, closing)
    }

    fn change(&mut self, at: At) -> Result<D::Value, Undefined> {
        let (opening, closing) = self.both_ends(Span::Period, at)?;
        self.domain.binary(Node::Sub, closing, opening)
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
            None => Ok(self.domain.absent(&own, at)),
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
            None if self.domain.formula_of(measure).is_none() => Ok(None),
            None => self.computed(measure, at).map(Some),
        }
    }

    /// Returns whether the operands that follow a sum are sums of nothing but what may be left out.
    #[inline]
    fn is_optional_throughout(&self) -> bool {
        // Nearly every sum begins with what must be there.
        let first = self.rest.first();
        matches!(first, Some(Node::OrZero | Node::Add | Node::Sub))
            && is_optional_throughout(self.rest)
    }

    /// Reads a sum of nothing but what may be left out, one part of which must be there: a total of
    /// which nothing is known is not zero.
    #[cold]
    fn optional_sum(&mut self, operation: Node, at: At) -> Result<D::Value, Undefined> {
        let mut first_absent = None;
        let (value, is_known) = self.optional_operands(operation, at, &mut first_absent)?;
        match first_absent {
            Some(measure) if !is_known => Err(Undefined::Missing { measure, at: at.when }),
            _ => Ok(value),
        }
    }

    fn optional_operands(
        &mut self,
        operation: Node,
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
        let node = *self.next()?;
        if node != Node::OrZero {
            return self.optional_operands(node, at, first_absent);
        }
        let own = self.own_measure()?;
        if let Some(value) = self.reported(&own, at)? {
            return Ok((value, true));
        }
        first_absent.get_or_insert(own);
        Ok((self.domain.absent(&own, at), false))
    }
}

/// Returns whether the two operands that come next are made of `+`, `-` and `or_zero()` alone.
fn is_optional_throughout(nodes: &[Node]) -> bool {
    let (mut operands, mut is_optional) = (2, false);
    for node in nodes {
        match node {
            Node::Add | Node::Sub => operands += 1,
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

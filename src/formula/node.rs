//! [`Node`]: one step of a formula.

use rust_decimal::Decimal;

use crate::{
    arith,
    item::Item,
    metric::{Measure, Metric, Named},
    undefined::NotMeaningful,
};

/// One step of a formula, in Polish notation: an operation stands before its operands.
///
/// A whole formula is a slice of these. Whoever reads one walks it forward, once, with
/// [`evaluate`](super::evaluate).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Node {
    /// A line item.
    Item(Item),
    /// Another metric.
    Metric(Metric),
    /// A measure of the user's own, by its place in the formula's names.
    Named(u8),
    /// A number without a unit.
    Literal(Literal),
    /// The days of the period evaluated, both ends counted.
    PeriodDays,
    /// One day, to give a number of days its unit.
    OneDay,
    /// An operation of the two operands that follow.
    Binary(BinaryOp),
    /// An operation of the operand that follows.
    Unary(UnaryOp),
    /// The operand over twelve months: four quarters or a year.
    Ttm,
    /// Amounts per share of four quarters added up, by the market's convention.
    TtmPerShare,
    /// The mean of a balance at the beginning and at the end of a span.
    Average(Span),
    /// The mean of a balance at the last five ends of quarters.
    QuarterAverage,
    /// The balance at the end of the period, or of twelve months, less that at the beginning.
    Change,
    /// The operand at a year's rate: a quarter's times four.
    Annualised,
    /// The operand, that many years earlier.
    YearsAgo(u8),
    /// The operand, that many quarters earlier.
    QuartersAgo(u8),
    /// Growth over the operand's value a year ago.
    GrowthYoy,
    /// Growth over the operand's value a quarter ago.
    GrowthQoq,
    /// Compound yearly growth over that many years.
    Cagr(u8),
    /// The operand, which must be above zero.
    Positive(Guard),
    /// The operand, or zero where it is not reported; the explanation names what was left out.
    ///
    /// A sum of nothing else needs one of its parts: a total of which nothing is known is not zero.
    OrZero,
}

/// An operation of two operands, which may be over any points in time.
///
/// The list is closed: a reading of formulas gives each its meaning, and the compiler says where
/// one is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    /// `a + b`.
    Add,
    /// `a - b`.
    Sub,
    /// `a * b`.
    Mul,
    /// `a / b`.
    Div,
    /// The smaller of two.
    Min,
    /// The larger of two.
    Max,
}

/// An operation of one operand; the list is closed, as that of [`BinaryOp`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `-a`.
    Negate,
    /// The magnitude.
    Abs,
    /// The square root; none of a negative number.
    Sqrt,
    /// The operand raised to that power.
    Power(u8),
    /// The sum of the operand's powers from the first to that one: the present value of a growing
    /// payment, where the operand is growth over return.
    GeometricSum(u8),
    /// 1 where the operand is above zero, else 0.
    IsPositive,
}

impl Node {
    /// Returns how many operands follow.
    pub(crate) const fn arity(self) -> usize {
        match self {
            Self::Item(_)
            | Self::Metric(_)
            | Self::Named(_)
            | Self::Literal(_)
            | Self::PeriodDays
            | Self::OneDay => 0,
            Self::Binary(_) => 2,
            _ => 1,
        }
    }

    /// Returns how often the work of reading the operand is doubled: once where it is read at two
    /// points in time; five are not much more than twice two.
    pub(crate) const fn doublings(self) -> usize {
        match self {
            Self::Average(_) | Self::Change | Self::GrowthYoy | Self::GrowthQoq | Self::Cagr(_) => {
                1
            }
            Self::QuarterAverage => 2,
            _ => 0,
        }
    }

    /// Returns whether the step is a line item, a metric or a measure of the user's own.
    pub(crate) const fn is_measure(self) -> bool {
        matches!(self, Self::Item(_) | Self::Metric(_) | Self::Named(_))
    }
}

impl Measure {
    /// Returns the formula that is this measure alone: its one step, and the name in it.
    pub(crate) fn as_formula(self) -> (Node, Option<Named>) {
        match self {
            Self::Item(item) => (Node::Item(item), None),
            Self::Metric(metric) => (Node::Metric(metric), None),
            Self::Named(named) => (Node::Named(0), Some(named)),
        }
    }
}

/// A number in a formula: `mantissa / 10^places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Literal {
    pub(crate) mantissa: u32,
    pub(crate) places: u8,
}

impl Literal {
    /// One, by which a day is counted.
    pub(crate) const ONE: Self = Self::whole(1);

    /// Returns a whole number.
    pub(crate) const fn whole(mantissa: u32) -> Self {
        Self { mantissa, places: 0 }
    }

    /// Returns the number.
    #[must_use]
    pub fn number(self) -> Decimal {
        arith::build(u128::from(self.mantissa), u32::from(self.places), false)
    }
}

/// What an average spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The period evaluated.
    Period,
    /// Twelve months, since the formula divides by or into a twelve-month amount.
    TwelveMonths,
}

/// What must be above zero, which says why a result has no meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Guard {
    /// Earnings of some kind: a multiple of a loss has no meaning.
    Earnings,
    /// Equity: a return on a deficit has no meaning.
    Equity,
    /// A base of comparison, such as revenue or invested capital.
    Base,
}

impl Guard {
    /// Returns why a value that is not above zero has no meaning.
    #[must_use]
    pub const fn reason(self) -> NotMeaningful {
        match self {
            Self::Earnings => NotMeaningful::NonPositiveEarnings,
            Self::Equity => NotMeaningful::NonPositiveEquity,
            Self::Base => NotMeaningful::NonPositiveBase,
        }
    }
}

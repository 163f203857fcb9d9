//! [`Node`] and [`Program`]: a formula as data.

use crate::{
    bounds::{FORMULA_NAMES_MAX, FORMULA_NODES_MAX},
    item::{Item, Name, Nature, is_name_byte},
    metric::{COUNT, Measure, Metric, Named},
    names::same_bytes,
};

use super::refused::Refused;

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
    /// The operand over twelve months: four quarters or a year.
    Ttm,
    /// Amounts per share of four quarters added up, by the market's convention.
    TtmPerShare,
    /// The mean of a balance at the beginning and at the end of a span.
    Average(Span),
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
            Self::Add | Self::Sub | Self::Mul | Self::Div | Self::Min | Self::Max => 2,
            _ => 1,
        }
    }

    /// Returns whether the operand is read at two points in time.
    pub(crate) const fn is_read_twice(self) -> bool {
        matches!(
            self,
            Self::Average(_) | Self::Change | Self::GrowthYoy | Self::GrowthQoq | Self::Cagr(_)
        )
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

/// A formula being built: nodes and names in place, so that it can be built while compiling.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Program {
    nodes: [Node; FORMULA_NODES_MAX],
    length: usize,
    names: [Named; FORMULA_NAMES_MAX],
    named: usize,
}

const NO_NAME: Named = Named::of(Name::EMPTY, Nature::Flow);

impl Program {
    pub(crate) const fn new() -> Self {
        Self {
            nodes: [Node::Add; FORMULA_NODES_MAX],
            length: 0,
            names: [NO_NAME; FORMULA_NAMES_MAX],
            named: 0,
        }
    }

    pub(crate) const fn nodes(&self) -> &[Node] {
        self.nodes.split_at(self.length).0
    }

    pub(crate) const fn names(&self) -> &[Named] {
        self.names.split_at(self.named).0
    }

    pub(crate) const fn len(&self) -> usize {
        self.length
    }

    pub(crate) const fn push(&mut self, node: Node) -> Result<(), Refused> {
        self.insert(self.length, node)
    }

    /// Puts a node before those from `at` on.
    #[expect(clippy::indexing_slicing, reason = "the length is below the array's")]
    pub(crate) const fn insert(&mut self, at: usize, node: Node) -> Result<(), Refused> {
        if self.length == FORMULA_NODES_MAX {
            return Err(Refused::TooLong);
        }
        let mut place = self.length;
        while place > at {
            self.nodes[place] = self.nodes[place - 1];
            place -= 1;
        }
        self.nodes[at] = node;
        self.length += 1;
        Ok(())
    }

    /// Adds a leaf of the user's own.
    #[expect(clippy::indexing_slicing, reason = "the number of names is below the array's length")]
    pub(crate) const fn push_named(&mut self, named: Named) -> Result<(), Refused> {
        if self.named == FORMULA_NAMES_MAX {
            return Err(Refused::TooManyNames);
        }
        self.names[self.named] = named;
        self.named += 1;
        self.push(Node::Named(self.named as u8 - 1))
    }

    /// Adds the steps of another formula at the end.
    pub(crate) fn append(&mut self, other: &Self) -> Result<(), Refused> {
        for node in other.nodes() {
            match node {
                Node::Named(name) => match other.names().get(usize::from(*name)) {
                    Some(named) => self.push_named(*named)?,
                    None => return Err(Refused::TooManyNames),
                },
                node => self.push(*node)?,
            }
        }
        Ok(())
    }

    /// Puts an operation before its two operands, which start at `left` and at `right`.
    ///
    /// Where one of them is over twelve months, or uses a metric that is, the averages of the other
    /// span twelve months too: the opening balance of a return on equity is that of a year ago.
    pub(crate) const fn join(
        &mut self,
        left: usize,
        right: usize,
        node: Node,
    ) -> Result<(), Refused> {
        if self.is_over_twelve_months(left, right) {
            self.widen_averages(right, self.length);
        }
        if self.is_over_twelve_months(right, self.length) {
            self.widen_averages(left, right);
        }
        self.insert(left, node)
    }

    #[expect(clippy::indexing_slicing, reason = "the range is within the length")]
    const fn is_over_twelve_months(&self, from: usize, to: usize) -> bool {
        let mut at = from;
        while at < to {
            match self.nodes[at] {
                Node::Ttm | Node::TtmPerShare => return true,
                Node::Metric(metric) if OVER_TWELVE_MONTHS[metric.place()] => return true,
                _ => {}
            }
            at += 1;
        }
        false
    }

    #[expect(clippy::indexing_slicing, reason = "the range is within the length")]
    const fn widen_averages(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            if let Node::Average(_) = self.nodes[at] {
                self.nodes[at] = Node::Average(Span::TwelveMonths);
            }
            at += 1;
        }
    }
}

/// Whether each metric takes anything over twelve months, itself or by the metrics it builds on,
/// which stand before it.
static OVER_TWELVE_MONTHS: [bool; COUNT] = {
    let (mut over, mut place) = ([false; COUNT], 0);
    #[expect(clippy::indexing_slicing, reason = "the place is below the length")]
    while place < COUNT {
        over[place] = takes_twelve_months(Metric::at_place(place).formula_text(), &over);
        place += 1;
    }
    over
};

/// Returns whether a formula has a function of twelve months in it, or a metric that has.
#[expect(clippy::indexing_slicing, reason = "the index is below the length")]
const fn takes_twelve_months(text: &str, over: &[bool; COUNT]) -> bool {
    let (text, mut at) = (text.as_bytes(), 0);
    while at < text.len() {
        let start = at;
        while at < text.len() && is_name_byte(text[at]) {
            at += 1;
        }
        let word = text.split_at(at).0.split_at(start).1;
        if same_bytes(word, b"ttm") || same_bytes(word, b"ttm_per_share") {
            return true;
        }
        if let Some(metric) = Metric::from_bytes(word)
            && over[metric.place()]
        {
            return true;
        }
        at += 1;
    }
    false
}

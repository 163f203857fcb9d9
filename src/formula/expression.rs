//! [`Expression`]: a formula put together in code.

use core::ops::{Add, Div, Mul, Neg, Sub};

use rust_decimal::Decimal;

use super::{
    definition::Formula,
    display,
    error::FormulaError,
    node::{BinaryOp, Guard, Literal, Node, Span, UnaryOp},
    program::Program,
    refused::Refused,
};
use crate::{
    bounds::AMOUNT_PLACES_MAX,
    item::Item,
    metric::{Measure, Metric, Named},
};

/// A formula being put together in code; [`build`](Self::build) checks it.
///
/// ```
/// use financials::{Item, formula::Expression};
///
/// let equity = Expression::from(Item::StockholdersEquity);
/// let formula = (Expression::from(Item::NetIncome).ttm() / equity.average()).build()?;
/// assert_eq!(formula.to_string(), "ttm(net_income) / average(stockholders_equity)");
///
/// let refused = (Expression::from(Item::Revenue) + Item::SharesDiluted).build();
/// assert!(refused.is_err(), "money and shares do not add up");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Expression(Result<Program, Refused>);

impl Expression {
    /// Returns a number without a unit, which must be positive.
    #[must_use]
    pub fn number(value: impl Into<Decimal>) -> Self {
        let value = value.into();
        let literal = u32::try_from(value.mantissa())
            .ok()
            .zip(u8::try_from(value.scale()).ok().filter(|it| u32::from(*it) <= AMOUNT_PLACES_MAX));
        match literal {
            Some((mantissa, places)) => Self::leaf(Node::Literal(Literal { mantissa, places })),
            None => Self(Err(Refused::Number { at: 0 })),
        }
    }

    /// Checks the formula.
    ///
    /// # Errors
    ///
    /// Returns why the formula makes no sense, as [`Formula::parse`] does.
    pub fn build(self) -> Result<Formula, FormulaError> {
        let program = self.0.map_err(|refused| FormulaError::new("…", refused))?;
        // Read back from its text, so that every formula there is can be written and read.
        Formula::parse(&display::text(program.nodes(), program.names()))
    }

    /// Returns the flow over twelve months.
    #[must_use]
    pub fn ttm(self) -> Self {
        self.within(Node::Ttm)
    }

    /// Returns the amount per share of four quarters added up, by the market's convention.
    #[must_use]
    pub fn ttm_per_share(self) -> Self {
        self.within(Node::TtmPerShare)
    }

    /// Returns the mean of the balance at the beginning and at the end of the period.
    #[must_use]
    pub fn average(self) -> Self {
        self.within(Node::Average(Span::Period))
    }

    /// Returns the mean of the balance at the last five ends of quarters.
    #[must_use]
    pub fn quarter_average(self) -> Self {
        self.within(Node::QuarterAverage)
    }

    /// Returns the balance at the end of the period less that at its beginning.
    #[must_use]
    pub fn change(self) -> Self {
        self.within(Node::Change)
    }

    /// Returns the flow at a year's rate.
    #[must_use]
    pub fn annualised(self) -> Self {
        self.within(Node::Annualised)
    }

    /// Returns the value a number of years earlier.
    #[must_use]
    pub fn years_ago(self, years: u8) -> Self {
        self.within(Node::YearsAgo(years))
    }

    /// Returns the value a number of quarters earlier.
    #[must_use]
    pub fn quarters_ago(self, quarters: u8) -> Self {
        self.within(Node::QuartersAgo(quarters))
    }

    /// Returns the growth over the value a year ago.
    #[must_use]
    pub fn growth(self) -> Self {
        self.within(Node::GrowthYoy)
    }

    /// Returns the growth over the value a quarter ago.
    #[must_use]
    pub fn growth_qoq(self) -> Self {
        self.within(Node::GrowthQoq)
    }

    /// Returns the compound yearly growth over a number of years.
    #[must_use]
    pub fn cagr(self, years: u8) -> Self {
        self.within(Node::Cagr(years))
    }

    /// Returns the value, which must be above zero.
    #[must_use]
    pub fn positive(self, guard: Guard) -> Self {
        self.within(Node::Positive(guard))
    }

    /// Returns the measure, or zero where it is not reported.
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.within(Node::OrZero)
    }

    /// Returns the magnitude.
    #[must_use]
    pub fn abs(self) -> Self {
        self.within(Node::Unary(UnaryOp::Abs))
    }

    /// Returns the square root.
    #[must_use]
    pub fn sqrt(self) -> Self {
        self.within(Node::Unary(UnaryOp::Sqrt))
    }

    /// Returns the value raised to a whole power from 1 to 40.
    #[must_use]
    pub fn power(self, power: u8) -> Self {
        self.within(Node::Unary(UnaryOp::Power(power)))
    }

    /// Returns the sum of the value's powers from the first to that one: the present value of a
    /// growing payment, where the value is growth over return.
    #[must_use]
    pub fn geometric_sum(self, terms: u8) -> Self {
        self.within(Node::Unary(UnaryOp::GeometricSum(terms)))
    }

    /// Returns 1 where the value is above zero, else 0.
    #[must_use]
    pub fn is_positive(self) -> Self {
        self.within(Node::Unary(UnaryOp::IsPositive))
    }

    /// Returns the smaller of two.
    #[must_use]
    pub fn min(self, other: impl Into<Self>) -> Self {
        self.joined(other, BinaryOp::Min)
    }

    /// Returns the larger of two.
    #[must_use]
    pub fn max(self, other: impl Into<Self>) -> Self {
        self.joined(other, BinaryOp::Max)
    }

    /// Returns the days of the period, both ends counted.
    #[must_use]
    pub fn period_days() -> Self {
        Self::leaf(Node::PeriodDays)
    }

    /// Returns one day, which gives a number of days its unit.
    #[must_use]
    pub fn day() -> Self {
        Self::leaf(Node::OneDay)
    }

    fn leaf(node: Node) -> Self {
        let mut program = Program::new();
        Self(program.push(node).map(|()| program))
    }

    fn within(self, node: Node) -> Self {
        Self(self.0.and_then(|mut program| {
            program.insert(0, node)?;
            Ok(program)
        }))
    }

    fn joined(self, other: impl Into<Self>, operation: BinaryOp) -> Self {
        let other = other.into();
        Self(self.0.and_then(|mut program| {
            program.append(&other.0?)?;
            program.insert(0, Node::Binary(operation))?;
            Ok(program)
        }))
    }
}

impl From<Item> for Expression {
    fn from(item: Item) -> Self {
        Self::leaf(Node::Item(item))
    }
}

impl From<Metric> for Expression {
    fn from(metric: Metric) -> Self {
        Self::leaf(Node::Metric(metric))
    }
}

impl From<Named> for Expression {
    fn from(named: Named) -> Self {
        let mut program = Program::new();
        Self(program.push_named(named).map(|()| program))
    }
}

impl From<Measure> for Expression {
    fn from(measure: Measure) -> Self {
        match measure {
            Measure::Item(item) => item.into(),
            Measure::Metric(metric) => metric.into(),
            Measure::Named(named) => named.into(),
        }
    }
}

macro_rules! operators {
    ($($trait:ident $method:ident;)+) => {$(
        impl<T: Into<Expression>> $trait<T> for Expression {
            type Output = Self;

            fn $method(self, other: T) -> Self {
                self.joined(other, BinaryOp::$trait)
            }
        }
    )+};
}

operators! { Add add; Sub sub; Mul mul; Div div; }

impl Neg for Expression {
    type Output = Self;

    fn neg(self) -> Self {
        self.within(Node::Unary(UnaryOp::Negate))
    }
}

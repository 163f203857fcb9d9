//! Formulas read as numbers.
//!
//! A sum or a difference of two numbers that have no more decimals than amounts may have is exact,
//! or out of range: so are those of stated amounts, of their sums, and of anything as short. Every
//! other step is rounded to 28 significant digits or 28 decimals, whichever is coarser, half to
//! even.

use rust_decimal::Decimal;

use super::{
    View,
    records::{Figures, Precise, Records},
};
use crate::{
    arith::{self, Rounded, Rounding},
    bounds::AMOUNT_PLACES_MAX,
    change,
    formula::{At, BinaryOp, Domain, Guard, Literal, UnaryOp},
    item::Item,
    metric::{Measure, Metric},
    undefined::{NotMeaningful, Undefined},
};

/// Where the amounts of a formula come from.
pub(crate) trait Amounts {
    /// Returns the amount of a measure, if it is stated.
    fn amount(&self, measure: &Measure, at: At) -> Result<Option<Decimal>, Undefined>;

    /// Returns the amount of a line item, if it is stated.
    fn item(&self, item: Item, at: At) -> Result<Option<Decimal>, Undefined> {
        self.amount(&Measure::Item(item), at)
    }

    /// Returns the amount of a metric, if it is stated.
    fn metric(&self, metric: Metric, at: At) -> Result<Option<Decimal>, Undefined> {
        self.amount(&Measure::Metric(metric), at)
    }

    /// Returns the reason for a measure that is neither stated nor computed.
    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        Undefined::missing(measure, at.when, None)
    }

    /// Returns why a measure that is not stated is no zero either.
    fn withheld(&self, _measure: &Measure, _at: At) -> Option<Undefined> {
        None
    }

    /// Returns the days of the period.
    fn days(&self, at: At) -> Result<u32, Undefined>;

    /// Returns how many of the periods make a year.
    fn periods_per_year(&self, at: At) -> Result<u8, Undefined>;
}

impl Amounts for View<'_> {
    #[inline(never)]
    fn amount(&self, measure: &Measure, at: At) -> Result<Option<Decimal>, Undefined> {
        self.amount_at(measure, at)
    }

    #[inline(always)]
    fn item(&self, item: Item, at: At) -> Result<Option<Decimal>, Undefined> {
        // A figure of one report, as reported: nearly all that formulas read.
        if let Some(report) = self.plain_report(at)
            && let Some(figure) = report.line(item)
        {
            return Ok(Some(figure.number()));
        }
        self.amount(&Measure::Item(item), at)
    }

    #[inline]
    fn metric(&self, metric: Metric, at: At) -> Result<Option<Decimal>, Undefined> {
        if let Some(report) = self.plain_report(at)
            && !report.states_metrics()
        {
            return Ok(None);
        }
        self.amount(&Measure::Metric(metric), at)
    }

    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        Records::missing(self, measure, at)
    }

    fn withheld(&self, measure: &Measure, at: At) -> Option<Undefined> {
        Records::withheld(self, measure, at)
    }

    fn days(&self, at: At) -> Result<u32, Undefined> {
        self.days_at(at)
    }

    fn periods_per_year(&self, at: At) -> Result<u8, Undefined> {
        self.periods_per_year_at(at)
    }
}

impl View<'_> {
    /// Returns the amount of a measure as stated, which a reading of formulas asks for: that of the
    /// period, or of the twelve months up to its end, on the view's basis; nothing where it is to
    /// be computed from its own formula.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is neither, such as a gap in the quarters.
    pub fn amount_at(&self, measure: &Measure, at: At) -> Result<Option<Decimal>, Undefined> {
        amount(self.figures(measure, at)?)
    }
}

/// Reads a formula as the number it comes to, rounded as the module says.
pub(crate) struct Exact<'a, A>(pub(crate) &'a A);

impl<A: Amounts> Domain for Exact<'_, A> {
    type Value = Decimal;

    #[inline]
    fn measure(&mut self, measure: &Measure, at: At) -> Result<Option<Decimal>, Undefined> {
        self.0.amount(measure, at)
    }

    #[inline(always)]
    fn item(&mut self, item: Item, at: At) -> Result<Option<Decimal>, Undefined> {
        self.0.item(item, at)
    }

    #[inline]
    fn metric(&mut self, metric: Metric, at: At) -> Result<Option<Decimal>, Undefined> {
        self.0.metric(metric, at)
    }

    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        self.0.missing(measure, at)
    }

    fn withheld(&self, measure: &Measure, at: At) -> Option<Undefined> {
        self.0.withheld(measure, at)
    }

    fn literal(&mut self, literal: Literal) -> Decimal {
        literal.number()
    }

    fn days(&mut self, at: At) -> Result<Decimal, Undefined> {
        self.0.days(at).map(Decimal::from)
    }

    fn periods_per_year(&mut self, at: At) -> Result<u8, Undefined> {
        self.0.periods_per_year(at)
    }

    #[inline]
    fn binary(
        &mut self,
        operation: BinaryOp,
        left: Decimal,
        right: Decimal,
    ) -> Result<Decimal, Undefined> {
        binary(operation, left, right)
    }

    fn unary(&mut self, operation: UnaryOp, operand: Decimal) -> Result<Decimal, Undefined> {
        unary(operation, operand)
    }

    fn average(&mut self, opening: Decimal, closing: Decimal) -> Result<Decimal, Undefined> {
        mean(&[opening, closing])
    }

    fn growth(&mut self, from: Decimal, to: Decimal, years: u8) -> Result<Decimal, Undefined> {
        change::yearly(from, to, years)
    }

    fn positive(&mut self, value: Decimal, guard: Guard) -> Result<Decimal, Undefined> {
        if change::is_positive(value) { Ok(value) } else { Err(guard.reason().into()) }
    }

    fn absent(&mut self, _: &Measure, _: At) -> Decimal {
        Decimal::ZERO
    }
}

/// Returns the amount that figures make up.
pub(crate) fn amount<F: Precise>(figures: Figures<F>) -> Result<Option<Decimal>, Undefined> {
    Ok(Some(match figures {
        Figures::Unstated => return Ok(None),
        Figures::One(figure) => figure.number(),
        Figures::Sum(figures) => sum(&figures.map(F::number))?,
        Figures::Mean(figures) => mean(&figures.map(F::number))?,
    }))
}

/// Applies an operation of two operands.
#[inline]
pub(super) fn binary(
    operation: BinaryOp,
    left: Decimal,
    right: Decimal,
) -> Result<Decimal, Undefined> {
    // Each returns by itself: results that meet before they are returned are moved once more.
    match operation {
        BinaryOp::Add => total(arith::add(left, right, Rounding::HalfEven), left, right),
        BinaryOp::Sub => total(arith::sub(left, right, Rounding::HalfEven), left, right),
        BinaryOp::Mul => rounded(arith::mul(left, right, Rounding::HalfEven)),
        BinaryOp::Div if right.is_zero() => Err(Undefined::ZeroDenominator),
        BinaryOp::Div => rounded(arith::div(left, right, Rounding::HalfEven)),
        BinaryOp::Min => Ok(left.min(right)),
        BinaryOp::Max => Ok(left.max(right)),
    }
}

/// Keeps a sum that is exact, or of which a term has more decimals than an amount.
#[inline(always)]
fn total(sum: Option<Rounded>, left: Decimal, right: Decimal) -> Result<Decimal, Undefined> {
    let is_short = |value| arith::has_places_within(value, AMOUNT_PLACES_MAX);
    match sum {
        Some(sum) if sum.exact || !(is_short(left) && is_short(right)) => Ok(sum.value),
        _ => Err(Undefined::OutOfRange),
    }
}

/// Applies an operation of one operand.
pub(super) fn unary(operation: UnaryOp, operand: Decimal) -> Result<Decimal, Undefined> {
    match operation {
        UnaryOp::Negate => Ok(arith::normal(-operand)),
        UnaryOp::Abs => Ok(operand.abs()),
        UnaryOp::IsPositive => Ok(Decimal::from(u8::from(operand > Decimal::ZERO))),
        UnaryOp::Sqrt if operand.is_sign_negative() && !operand.is_zero() => {
            Err(NotMeaningful::RootOfNegative.into())
        }
        UnaryOp::Sqrt => rounded(arith::root(operand, 2, Rounding::HalfEven)),
        UnaryOp::Power(power) => {
            (1..power).try_fold(operand, |product, _| binary(BinaryOp::Mul, product, operand))
        }
        // q + q^2 + … by Horner's rule: q (1 + q (1 + …)).
        UnaryOp::GeometricSum(terms) => (1..terms).try_fold(operand, |sum, _| {
            binary(BinaryOp::Mul, operand, binary(BinaryOp::Add, sum, Decimal::ONE)?)
        }),
    }
}

fn sum(values: &[Decimal]) -> Result<Decimal, Undefined> {
    values.iter().try_fold(Decimal::ZERO, |sum, value| binary(BinaryOp::Add, sum, *value))
}

fn mean(values: &[Decimal]) -> Result<Decimal, Undefined> {
    binary(BinaryOp::Div, sum(values)?, Decimal::from(values.len()))
}

#[inline(always)]
fn rounded(result: Option<Rounded>) -> Result<Decimal, Undefined> {
    result.map(|result| result.value).ok_or(Undefined::OutOfRange)
}

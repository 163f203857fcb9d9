//! A reading of the formulas of `financials`, written outside it.
//!
//! A formula says nothing about numbers: it is read by [`evaluate_measure`], in a [`Domain`] that
//! says what an amount is and what the operations come to. The crate reads formulas as decimals, as
//! intervals, as explanations and as constraints; this reads them as binary floats, for a chart or
//! a model that wants those. What is absent, and what would mislead, has the same reasons.
//!
//! ```
//! use financials::{Currency, IncomeStatement, Period, Report, metrics};
//! use financials_readings::float;
//!
//! let income = IncomeStatement::in_thousands().revenue(1_003_697).operating_income(269_317);
//! let period: Period = "2025-04-01..2025-06-30".parse()?;
//! let report = Report::builder("Palantir", period, Currency::USD).income(income).build()?;
//! let margin = float(metrics::OPERATING_MARGIN, report.view())?;
//! assert!((margin - 0.268325).abs() < 1e-6);
//! assert_eq!(float(metrics::NET_MARGIN, report.view()).unwrap_err().code(), "missing");
//! # Ok::<(), financials::Error>(())
//! ```

use core::cmp::Ordering;

use financials::{
    Decimal, Measure, Metric, Undefined, View,
    formula::{At, BinaryOp, Domain, Guard, Literal, UnaryOp, evaluate_measure},
    undefined::NotMeaningful,
};

/// Returns the value of a metric in binary floating point.
///
/// # Errors
///
/// Returns the first reason why there is no value.
pub fn float(metric: Metric, view: View<'_>) -> Result<f64, Undefined> {
    let value = evaluate_measure(&metric.into(), &mut Floats(view), view.window())?;
    // A float is never a number that is none.
    if value.is_finite() { Ok(value) } else { Err(Undefined::OutOfRange) }
}

/// The figures of a view as binary floats.
struct Floats<'a>(View<'a>);

impl Domain for Floats<'_> {
    type Value = f64;

    fn measure(&mut self, measure: &Measure, at: At) -> Result<Option<f64>, Undefined> {
        Ok(self.0.amount_at(measure, at)?.map(nearest))
    }

    fn literal(&mut self, literal: Literal) -> f64 {
        nearest(literal.number())
    }

    fn days(&mut self, at: At) -> Result<f64, Undefined> {
        self.0.days_at(at).map(f64::from)
    }

    fn periods_per_year(&mut self, at: At) -> Result<u8, Undefined> {
        self.0.periods_per_year_at(at)
    }

    fn binary(&mut self, operation: BinaryOp, left: f64, right: f64) -> Result<f64, Undefined> {
        match operation {
            BinaryOp::Add => Ok(left + right),
            BinaryOp::Sub => Ok(left - right),
            BinaryOp::Mul => Ok(left * right),
            BinaryOp::Div if right == 0.0 => Err(Undefined::ZeroDenominator),
            BinaryOp::Div => Ok(left / right),
            BinaryOp::Min => Ok(left.min(right)),
            BinaryOp::Max => Ok(left.max(right)),
        }
    }

    fn unary(&mut self, operation: UnaryOp, operand: f64) -> Result<f64, Undefined> {
        match operation {
            UnaryOp::Negate => Ok(-operand),
            UnaryOp::Abs => Ok(operand.abs()),
            UnaryOp::Sqrt if operand < 0.0 => Err(NotMeaningful::RootOfNegative.into()),
            UnaryOp::Sqrt => Ok(operand.sqrt()),
            UnaryOp::Power(power) => Ok(operand.powi(power.into())),
            UnaryOp::GeometricSum(terms) => {
                Ok((1..=terms).map(|power| operand.powi(power.into())).sum())
            }
            UnaryOp::IsPositive => Ok(f64::from(u8::from(operand > 0.0))),
        }
    }

    fn average(&mut self, opening: f64, closing: f64) -> Result<f64, Undefined> {
        Ok(f64::midpoint(opening, closing))
    }

    fn growth(&mut self, from: f64, to: f64, years: u8) -> Result<f64, Undefined> {
        let reason = match to.total_cmp(&from) {
            _ if from > 0.0 && to < 0.0 && years > 1 => NotMeaningful::TurnedUnprofitable,
            _ if from > 0.0 => return Ok((to / from).powf(1.0 / f64::from(years)) - 1.0),
            _ if from == 0.0 => NotMeaningful::GrowthFromZero,
            _ if to > 0.0 => NotMeaningful::TurnedProfitable,
            Ordering::Greater => NotMeaningful::LossNarrowed,
            Ordering::Less => NotMeaningful::LossWidened,
            Ordering::Equal => NotMeaningful::LossUnchanged,
        };
        Err(reason.into())
    }

    fn positive(&mut self, value: f64, guard: Guard) -> Result<f64, Undefined> {
        if value > 0.0 { Ok(value) } else { Err(guard.reason().into()) }
    }

    fn absent(&mut self, _: &Measure, _: At) -> f64 {
        0.0
    }
}

/// Returns the nearest float; every decimal has one.
fn nearest(decimal: Decimal) -> f64 {
    decimal.to_string().parse().unwrap_or(f64::NAN)
}

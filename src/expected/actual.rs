//! [`Actual`]: what was reported, to hold against what was expected.

use serde::{Deserialize, Serialize};

use super::subject::{Subject, SubjectError, check_unit};
use crate::{
    currency::Currency,
    figure::{Accuracy, Basis, Figure, Source, admitted},
    interval::Interval,
    metric::Measure,
    period::Period,
    quantity::{Checked, Operand, Quantity, Unit},
    undefined::Undefined,
};

/// A reported quantity, to hold against guidance or an estimate: its unit, how precisely it was
/// stated, and on which basis.
///
/// ```
/// use financials::{Accuracy, Basis, Currency, Figure, Money, PerShare, expected::Actual};
///
/// let revenue = Actual::<Money>::of(&Figure::thousands(1_003_697)?, Currency::USD);
/// assert_eq!(format!("{:.3}", revenue.value()), "$1.004 billion");
///
/// let earnings = PerShare::parse("0.16", Currency::USD)?;
/// let adjusted = Actual::new(earnings, Accuracy::Decimals(2)).on(Basis::Adjusted);
/// assert_eq!(adjusted.admitted().to_string(), "[0.155, 0.165]");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actual<Q> {
    quantity: Q,
    accuracy: Accuracy,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    measure: Option<Measure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
}

/// A figure of a report that is no actual of the kind asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ActualError {
    /// The measure is of another unit.
    #[error(transparent)]
    Unit(#[from] SubjectError),
    /// The report does not state the measure.
    #[error(transparent)]
    Undefined(#[from] Undefined),
}

impl<Q: Quantity> Actual<Q> {
    /// Makes it of a quantity, by the rules that its company reports by.
    #[must_use]
    pub fn new(quantity: Q, accuracy: Accuracy) -> Self {
        Self { quantity, accuracy, basis: None, source: None, measure: None, period: None }
    }

    /// Says which rules it follows.
    #[must_use]
    pub fn on(self, basis: Basis) -> Self {
        Self { basis: Some(basis), ..self }
    }

    /// Returns it with its source.
    #[must_use]
    pub fn from_source(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// Says what it is of, so that it is held against nothing else.
    ///
    /// # Errors
    ///
    /// - a measure of another unit: money that is to be a margin.
    pub fn about(self, measure: impl Into<Measure>, period: Period) -> Result<Self, SubjectError> {
        let measure = measure.into();
        check_unit::<Q>(measure)?;
        Ok(Self { measure: Some(measure), period: Some(period), ..self })
    }

    /// Makes it of a figure of a measure over a period, in the report's currency.
    pub(crate) fn of_measure(
        figure: &Figure,
        measure: Measure,
        period: Period,
        currency: Currency,
    ) -> Result<Self, SubjectError> {
        check_unit::<Q>(measure)?;
        let unit = Q::Unit::of_currency(Some(currency)).or_else(|| Q::Unit::of_currency(None));
        let unit = unit.ok_or(SubjectError { measure, kind: Q::NAME })?;
        Self::of_unit(figure, unit).about(measure, period)
    }

    /// Returns the measure, where it was said.
    #[must_use]
    pub fn measure(&self) -> Option<Measure> {
        self.measure
    }

    /// Returns the period, where it was said.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.period
    }

    /// Holds what it is of against what was expected, as far as both say it.
    pub(crate) fn answers(&self, subject: Option<&Subject>) -> Result<(), Undefined> {
        if !Basis::meet(self.basis, subject.and_then(Subject::basis)) {
            return Err(Undefined::BasesDiffer);
        }
        let Some(subject) = subject else { return Ok(()) };
        if self.measure.is_some_and(|measure| measure != subject.measure()) {
            return Err(Undefined::MeasuresDiffer);
        }
        let is_other =
            |own: Period, expected: Period| match own.is_instant() || expected.is_instant() {
                // A balance is expected of a date, and reported of the period that ends on it.
                true => own.end() != expected.end(),
                false => own != expected,
            };
        match (self.period, subject.period()) {
            (Some(own), Some(expected)) if is_other(own, expected) => {
                Err(Undefined::PeriodsNotComparable { period: own, other: expected })
            }
            _ => Ok(()),
        }
    }

    /// Returns the quantity.
    #[must_use]
    pub fn value(&self) -> Q {
        self.quantity
    }

    /// Returns how precisely it was stated.
    #[must_use]
    pub fn accuracy(&self) -> Accuracy {
        self.accuracy
    }

    /// Returns the rules it follows, where that was said.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Returns where it comes from, where that is known.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// Returns the values it admits, as [`Figure::admitted`] does.
    #[must_use]
    pub fn admitted(&self) -> Interval {
        admitted(self.quantity.number(), self.accuracy)
    }

    fn of_unit(figure: &Figure, unit: Q::Unit) -> Self {
        Self {
            quantity: Q::from_result(Checked(figure.number()), unit),
            accuracy: figure.accuracy(),
            basis: figure.basis(),
            source: figure.source().cloned(),
            measure: None,
            period: None,
        }
    }
}

/// Figures of money, and of money for each share.
impl<Q: Quantity + Operand<Unit = Currency>> Actual<Q> {
    /// Makes it of a figure in a currency, with the figure's accuracy, basis and source.
    #[must_use]
    pub fn of(figure: &Figure, currency: Currency) -> Self {
        Self::of_unit(figure, currency)
    }
}

/// Figures without a currency, such as margins.
impl<Q: Quantity + Operand<Unit = ()>> Actual<Q> {
    /// Makes it of a figure, with the figure's accuracy, basis and source.
    #[must_use]
    pub fn of_number(figure: &Figure) -> Self {
        Self::of_unit(figure, ())
    }
}

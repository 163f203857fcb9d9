//! [`Actual`]: what was reported, to hold against what was expected.

use serde::{Deserialize, Serialize};

use super::{Accuracy, Basis, Figure, Source, admitted::admitted};
use crate::{
    currency::Currency,
    interval::Interval,
    quantity::{Checked, Kind, Quantity},
};

/// A reported quantity, to hold against guidance or an estimate: its unit, how precisely it was
/// stated, and on which basis.
///
/// ```
/// use financials::{Accuracy, Actual, Basis, Currency, Figure, Money, PerShare};
///
/// let revenue = Actual::<Money>::of(&Figure::thousands(1_003_697)?, Currency::USD);
/// assert_eq!(format!("{:.3}", revenue.quantity()), "$1.004 billion");
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
    #[serde(default, skip_serializing_if = "Basis::is_gaap")]
    basis: Basis,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
}

impl<Q: Quantity> Actual<Q> {
    /// Makes it of a quantity on the GAAP basis.
    #[must_use]
    pub fn new(quantity: Q, accuracy: Accuracy) -> Self {
        Self { quantity, accuracy, basis: Basis::default(), source: None }
    }

    /// Returns it on another basis.
    #[must_use]
    pub fn on(self, basis: Basis) -> Self {
        Self { basis, ..self }
    }

    /// Returns it with its source.
    #[must_use]
    pub fn from_source(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// Returns the quantity.
    #[must_use]
    pub fn quantity(&self) -> Q {
        self.quantity
    }

    /// Returns how precisely it was stated.
    #[must_use]
    pub fn accuracy(&self) -> Accuracy {
        self.accuracy
    }

    /// Returns the rules it follows.
    #[must_use]
    pub fn basis(&self) -> Basis {
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
            quantity: Q::from_result(Checked(figure.value()), unit),
            accuracy: figure.accuracy(),
            basis: figure.basis(),
            source: figure.source().cloned(),
        }
    }
}

/// Figures of money, and of money for each share.
impl<Q: Quantity + Kind<Unit = Currency>> Actual<Q> {
    /// Makes it of a figure in a currency, with the figure's accuracy, basis and source.
    #[must_use]
    pub fn of(figure: &Figure, currency: Currency) -> Self {
        Self::of_unit(figure, currency)
    }
}

/// Figures without a currency, such as margins.
impl<Q: Quantity + Kind<Unit = ()>> Actual<Q> {
    /// Makes it of a figure, with the figure's accuracy, basis and source.
    #[must_use]
    pub fn of_number(figure: &Figure) -> Self {
        Self::of_unit(figure, ())
    }
}

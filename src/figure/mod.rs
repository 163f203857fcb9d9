//! A figure: its value, how precisely it was stated, on which basis, and where it comes from.

mod into_figure;
mod admitted;
mod basis;
mod source;
mod accuracy;
mod accession;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    decimal::DecimalError,
    quantity::{QuantityError, amount_within_limits},
};

pub use accession::{Accession, AccessionError};
pub use accuracy::Accuracy;
pub(crate) use admitted::{about, admitted};
pub use basis::Basis;
pub use into_figure::{IntoFigure, Scale};
pub use source::{Origin, Source, SourceInput};

/// A value with its accuracy, its basis and its source.
///
/// The value is in whole units of whatever it counts: dollars and not thousands of them.
///
/// ```
/// use financials::{Accuracy, Basis, Figure, Source};
///
/// // "1,003,697" in a table in thousands.
/// let release = Source::filing("8-K", "0001321655-25-000105".parse()?);
/// let revenue = Figure::thousands(1_003_697)?.from_source(release);
/// assert_eq!(revenue.number().to_string(), "1003697000");
/// assert_eq!(revenue.accuracy(), Accuracy::Decimals(-3));
/// // What is not said is not GAAP: in a report the figure takes the report's basis.
/// assert_eq!(revenue.basis(), None);
/// assert_eq!(revenue.on(Basis::Gaap).basis(), Some(Basis::Gaap));
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "FigureWire", into = "FigureWire")]
pub struct Figure {
    value: Decimal,
    accuracy: Accuracy,
    basis: Option<Basis>,
    source: Option<Source>,
}

/// A value that is no figure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FigureError {
    /// The value is not within the limits of amounts.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
    /// The text is no decimal number.
    #[error(transparent)]
    Decimal(#[from] DecimalError),
}

impl Figure {
    /// Makes a figure of a value in whole units, without a basis or a source.
    ///
    /// # Errors
    ///
    /// - `10000000000000000000` — not smaller than 10^19 in magnitude.
    /// - `0.0000000001` — more than 9 decimals.
    pub fn new(value: impl Into<Decimal>, accuracy: Accuracy) -> Result<Self, FigureError> {
        let value = amount_within_limits("figure", value.into())?;
        Ok(Self { value, accuracy, basis: None, source: None })
    }

    /// Makes a figure that is the value itself: a contract term, a count.
    ///
    /// # Errors
    ///
    /// Fails where [`new`](Self::new) does.
    pub fn exact(value: impl Into<Decimal>) -> Result<Self, FigureError> {
        Self::new(value, Accuracy::Exact)
    }

    /// Returns the figure on a basis, or on another one.
    #[must_use]
    pub fn on(self, basis: Basis) -> Self {
        Self { basis: Some(basis), ..self }
    }

    /// Returns the figure with its source.
    #[must_use]
    pub fn from_source(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// Leaves out the basis and the source where they are these, as they stand once for all figures
    /// of a report.
    pub(crate) fn without(self, basis: Option<Basis>, source: Option<&Source>) -> Self {
        Self {
            basis: self.basis.filter(|own| Some(*own) != basis),
            source: self.source.filter(|own| Some(own) != source),
            ..self
        }
    }

    /// Puts a figure that names no source under this one.
    pub(crate) fn sourced(self, shared: Option<&Source>) -> Self {
        match (&self.source, shared) {
            (None, Some(source)) => self.from_source(source.clone()),
            _ => self,
        }
    }

    /// Returns the value in whole units.
    #[must_use]
    pub const fn number(&self) -> Decimal {
        self.value
    }

    /// Returns how precisely it was stated.
    #[must_use]
    pub const fn accuracy(&self) -> Accuracy {
        self.accuracy
    }

    /// Returns the rules it follows, if anything said which.
    #[must_use]
    pub const fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Returns where it comes from, where that is known.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Figure")]
struct FigureWire {
    #[serde(with = "crate::decimal::wire")]
    value: Decimal,
    accuracy: Accuracy,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
}

impl TryFrom<FigureWire> for Figure {
    type Error = FigureError;

    fn try_from(wire: FigureWire) -> Result<Self, FigureError> {
        let figure = Self::new(wire.value, wire.accuracy)?;
        Ok(Self { basis: wire.basis, source: wire.source, ..figure })
    }
}

impl From<Figure> for FigureWire {
    fn from(figure: Figure) -> Self {
        let Figure { value, accuracy, basis, source } = figure;
        Self { value, accuracy, basis, source }
    }
}

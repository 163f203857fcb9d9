//! [`IntoFigure`]: what a table of figures may be written with.

use alloc::string::String;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Accuracy, Figure, FigureError};
use crate::{
    arith::{self, Rounding},
    decimal,
    quantity::{Money, Operation, PerShare, QuantityError, Shares},
};

/// The scale of a table: "in thousands", "in millions".
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Numbers as they stand.
    #[default]
    Units,
    /// In thousands.
    Thousands,
    /// In lakhs, as Indian tables are: hundreds of thousands.
    Lakhs,
    /// In millions.
    Millions,
    /// In crores, as Indian tables are: tens of millions.
    Crores,
    /// In billions.
    Billions,
}

impl Scale {
    /// Returns the power of ten it multiplies by.
    #[must_use]
    pub const fn exponent(self) -> u32 {
        match self {
            Self::Units => 0,
            Self::Thousands => 3,
            Self::Lakhs => 5,
            Self::Millions => 6,
            Self::Crores => 7,
            Self::Billions => 9,
        }
    }
}

/// What becomes a [`Figure`] in a table of a given scale.
///
/// The last digit written is taken for the last one stated: `1003697` in thousands is correct to
/// the thousand, and `"0.13"` in units to the hundredth. A [`Figure`] stays as it is, and so does
/// an amount that has its unit already, which is exact.
///
/// ```
/// use financials::{Accuracy, figure::{IntoFigure, Scale}};
///
/// let revenue = 1_003_697.into_figure(Scale::Thousands)?;
/// let same = "1003.697".into_figure(Scale::Millions)?;
/// assert_eq!(revenue, same);
/// assert_eq!("0.130".into_figure(Scale::Units)?.accuracy(), Accuracy::Decimals(3));
/// # Ok::<(), financials::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no figure",
    note = "write decimals as text: \"64.7\"; whole numbers are `i64`"
)]
pub trait IntoFigure {
    /// Makes the figure of a number in a table of this scale.
    ///
    /// # Errors
    ///
    /// - `"1,003"` — not a number of the grammar in [`decimal`].
    /// - a value past the limits of [`Figure::new`].
    fn into_figure(self, scale: Scale) -> Result<Figure, FigureError>;
}

impl Figure {
    /// Makes a figure from a table in thousands, correct to the thousand.
    ///
    /// # Errors
    ///
    /// Fails where [`new`](Self::new) does.
    pub fn thousands(number: i64) -> Result<Self, FigureError> {
        number.into_figure(Scale::Thousands)
    }

    /// Makes a figure from a table in millions, correct to the million.
    ///
    /// # Errors
    ///
    /// Fails where [`new`](Self::new) does.
    pub fn millions(number: i64) -> Result<Self, FigureError> {
        number.into_figure(Scale::Millions)
    }

    /// Makes a figure from a table in billions, correct to the billion.
    ///
    /// # Errors
    ///
    /// Fails where [`new`](Self::new) does.
    pub fn billions(number: i64) -> Result<Self, FigureError> {
        number.into_figure(Scale::Billions)
    }

    /// Reads a figure of a table of a scale, correct to the last digit written.
    ///
    /// ```
    /// use financials::{Figure, figure::Scale};
    ///
    /// let revenue = Figure::parse("64.7", Scale::Billions)?;
    /// assert_eq!(revenue.admitted().to_string(), "[64650000000, 64750000000]");
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - `1,003`, `64.7B` — not a number of the grammar in [`decimal`].
    /// - a value that [`new`](Self::new) refuses.
    pub fn parse(number: &str, scale: Scale) -> Result<Self, FigureError> {
        number.into_figure(scale)
    }
}

/// The only integer, so that a literal needs no suffix.
impl IntoFigure for i64 {
    fn into_figure(self, scale: Scale) -> Result<Figure, FigureError> {
        scaled(Decimal::from(self), 0, scale)
    }
}

impl IntoFigure for &str {
    fn into_figure(self, scale: Scale) -> Result<Figure, FigureError> {
        scaled(decimal::parse(self)?, places_written(self), scale)
    }
}

impl IntoFigure for &String {
    fn into_figure(self, scale: Scale) -> Result<Figure, FigureError> {
        self.as_str().into_figure(scale)
    }
}

impl IntoFigure for String {
    fn into_figure(self, scale: Scale) -> Result<Figure, FigureError> {
        self.as_str().into_figure(scale)
    }
}

/// Its own scale says which digit is its last: 1.50 has two decimals.
impl IntoFigure for Decimal {
    fn into_figure(self, scale: Scale) -> Result<Figure, FigureError> {
        scaled(self, i64::from(self.scale()), scale)
    }
}

impl IntoFigure for Figure {
    fn into_figure(self, _: Scale) -> Result<Figure, FigureError> {
        Ok(self)
    }
}

impl IntoFigure for Money {
    fn into_figure(self, _: Scale) -> Result<Figure, FigureError> {
        Figure::exact(self.number())
    }
}

impl IntoFigure for PerShare {
    fn into_figure(self, _: Scale) -> Result<Figure, FigureError> {
        Figure::exact(self.number())
    }
}

impl IntoFigure for Shares {
    fn into_figure(self, _: Scale) -> Result<Figure, FigureError> {
        Figure::exact(self.number())
    }
}

/// Multiplies a number by its table's scale, exactly.
fn scaled(number: Decimal, places: i64, scale: Scale) -> Result<Figure, FigureError> {
    let factor = Decimal::from(10_i64.pow(scale.exponent()));
    let overflow =
        QuantityError::Overflow { operation: Operation::Multiply, left: number, right: factor };
    let product = arith::mul(number, factor, Rounding::HalfEven).filter(|product| product.exact);
    let value = product.ok_or(overflow)?.value;
    // Past the range of an i8 the nearer end understates the accuracy of small places, and no value
    // within the limits has larger ones.
    let last = (places - i64::from(scale.exponent())).clamp(i8::MIN.into(), i8::MAX.into());
    Figure::new(value, Accuracy::Decimals(last as i8))
}

/// Returns how many decimals a number was written with, less its exponent.
fn places_written(text: &str) -> i64 {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let places = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len() as i64);
    places.saturating_sub(exponent.parse::<i64>().unwrap_or(0))
}

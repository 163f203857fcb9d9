//! [`Options`]: what a document says once for all of its figures.

use crate::currency::Currency;

/// What a document says once for all of its figures: whose dollars a bare `$` means, and the scale
/// in a table's header.
///
/// ```
/// use financials::{Currency, Stated, stated::{Options, Scale}};
///
/// let table = Options::new().with_currency(Currency::CAD).with_scale(Scale::Thousands);
/// let revenue = Stated::parse_with("$ 1,003,697", &table)?;
/// assert_eq!(revenue.to_string(), "C$1.003697 billion");
/// # Ok::<(), financials::stated::StatedError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    currency: Currency,
    scale: Scale,
}

/// The scale that a table's header states for the amounts and counts below it.
///
/// It multiplies money and counts that carry no scale word of their own, and leaves percentages,
/// multiples and days alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scale {
    /// As printed.
    Ones,
    /// "In thousands".
    Thousands,
    /// "₹ in lakhs": hundreds of thousands.
    Lakhs,
    /// "In millions".
    Millions,
    /// "₹ in crores": tens of millions.
    Crores,
    /// "In billions".
    Billions,
}

impl Options {
    /// Returns the options for prose: a bare `$` is the US dollar, and numbers are as printed.
    #[must_use]
    pub const fn new() -> Self {
        Self { currency: Currency::USD, scale: Scale::Ones }
    }

    /// Returns the options with the currency of a bare `$`, "dollars" and "cents".
    #[must_use]
    pub const fn with_currency(self, currency: Currency) -> Self {
        Self { currency, ..self }
    }

    /// Returns the options with the scale of a table's header.
    #[must_use]
    pub const fn with_scale(self, scale: Scale) -> Self {
        Self { scale, ..self }
    }

    pub(super) const fn currency(&self) -> Currency {
        self.currency
    }

    /// Returns the power of ten of the table's scale.
    pub(super) const fn exponent(&self) -> i32 {
        match self.scale {
            Scale::Ones => 0,
            Scale::Thousands => 3,
            Scale::Lakhs => 5,
            Scale::Millions => 6,
            Scale::Crores => 7,
            Scale::Billions => 9,
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

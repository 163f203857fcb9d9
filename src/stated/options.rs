//! [`Options`]: what a document says once for all of its figures.

use serde::{Deserialize, Serialize};

use crate::{currency::Currency, figure::Scale};

/// What a document says once for all of its figures: whose dollars a bare `$` means, and the scale
/// in a table's header.
///
/// The scale multiplies money and counts that carry no scale word of their own, and leaves
/// percentages, multiples and days alone.
///
/// ```
/// use financials::{Currency, Stated, figure::Scale, stated::Options};
///
/// let table = Options::new().with_currency(Currency::CAD).with_scale(Scale::Thousands);
/// let revenue = Stated::parse_with("$ 1,003,697", &table)?;
/// assert_eq!(revenue.to_string(), "C$1.003697 billion");
/// # Ok::<(), financials::stated::StatedError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    currency: Currency,
    scale: Scale,
}

impl Options {
    /// Returns the options for prose: a bare `$` is the US dollar, and numbers are as printed.
    #[must_use]
    pub const fn new() -> Self {
        Self { currency: Currency::USD, scale: Scale::Units }
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
        self.scale.exponent() as i32
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

//! Guidance in the words of a document.

use super::{Guidance, GuidanceError, GuidanceForm};
use crate::{
    quantity::Quantity,
    stated::{Bound, Stated},
};

impl<Q: Quantity> Guidance<Q> {
    /// Makes guidance of a figure as a document states it, with the hedge for its form.
    ///
    /// The ends of a range are taken as they are printed, also where the range is "about".
    ///
    /// ```
    /// use financials::{Money, Ratio, Stated, expected::{Guidance, GuidanceForm}};
    ///
    /// let year = Stated::parse("between $4.142 billion and $4.150 billion")?;
    /// let year = Guidance::<Money>::from_stated(&year)?;
    /// assert_eq!(format!("{:.3}", year.midpoint().unwrap()), "$4.146 billion");
    ///
    /// let floor = Guidance::<Money>::from_stated(&Stated::parse("in excess of $1.302 billion")?)?;
    /// assert!(matches!(floor.form(), GuidanceForm::InExcessOf(_)));
    ///
    /// let growth = Guidance::<Ratio>::from_stated(&Stated::parse("at least 85%")?)?;
    /// assert_eq!(growth.low().unwrap().to_string(), "85%");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - a figure of another unit, such as `48%` for guidance in money.
    /// - `nearly $3 billion` — a hedge that guidance has no form for.
    pub fn from_stated(stated: &Stated) -> Result<Self, GuidanceError> {
        let value: Q = stated.to_quantity()?;
        if let Some(high) = stated.high_quantity()? {
            return Self::range(value, high);
        }
        // A hedge speaks of the magnitude: a loss of more than 5 is less than -5.
        let is_loss = stated.number().is_sign_negative();
        Self::new(match (stated.bound(), is_loss) {
            (Bound::Stated, _) => GuidanceForm::Point(value),
            (Bound::About, _) => GuidanceForm::Approximately { value, accuracy: stated.accuracy() },
            (Bound::MoreThan, false) | (Bound::LessThan, true) => GuidanceForm::InExcessOf(value),
            (Bound::LessThan, false) | (Bound::MoreThan, true) => GuidanceForm::LessThan(value),
            (Bound::AtLeast, false) | (Bound::AtMost, true) => GuidanceForm::AtLeast(value),
            (Bound::AtMost, false) | (Bound::AtLeast, true) => GuidanceForm::AtMost(value),
            (bound @ Bound::Nearly, _) => return Err(GuidanceError::Hedge { bound }),
        })
    }
}

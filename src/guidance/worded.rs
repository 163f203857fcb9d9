//! Guidance in the words of a document.

use rust_decimal::Decimal;

use super::{Guidance, GuidanceError, GuidanceForm};
use crate::{
    arith,
    quantity::{Checked, Kind, Quantity, Unit as _},
    stated::{Bound, Stated, Unit},
};

impl<Q: Quantity> Guidance<Q> {
    /// Makes guidance of a figure as a document states it, with the hedge for its form.
    ///
    /// The ends of a range are taken as they are printed, also where the range is "about".
    ///
    /// ```
    /// use financials::{Guidance, GuidanceForm, Money, Ratio, Stated};
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
        let quantity = unit_of::<Q>(stated.unit())?;
        let value = quantity(stated.value());
        if let Some(high) = stated.high() {
            return Self::range(value, quantity(high));
        }
        // A hedge speaks of the magnitude: a loss of more than 5 is less than -5.
        let is_loss = stated.value().is_sign_negative();
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

/// Returns what makes quantities of numbers in a stated unit, if they are of that kind.
fn unit_of<Q: Quantity>(unit: Unit) -> Result<impl Fn(Decimal) -> Q, GuidanceError> {
    let is_of_kind = match unit {
        // An amount per share is printed as money.
        Unit::Money(_) => matches!(Q::EXPONENTS, [1, 0 | -1, 0]),
        Unit::Ratio | Unit::Multiple => Q::NAME == unit.kind(),
        Unit::Count => Q::EXPONENTS == [0, 1, 0],
        Unit::Days => Q::EXPONENTS == [0, 0, 1],
    };
    let own = <Q as Kind>::Unit::of_currency(unit.currency()).filter(|_| is_of_kind);
    let own = own.ok_or(GuidanceError::Unit { kind: Q::NAME, unit })?;
    Ok(move |number| Q::from_result(Checked(arith::normal(number)), own))
}

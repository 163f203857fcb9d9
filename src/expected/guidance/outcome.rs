//! [`Outcome`]: how the actual came out against guidance.

use core::{
    fmt::{self, Alignment},
    ops::Bound,
};

use serde::{Deserialize, Serialize};

use super::{Guidance, GuidanceError, GuidanceForm};
use crate::{
    expected::Actual,
    figure::about,
    interval::Interval,
    quantity::{Quantity, pad},
    undefined::Undefined,
};

/// How the actual came out against guidance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Below it, for every value that the actual admits.
    Below,
    /// Inside it, for every value that the actual admits.
    Within,
    /// At an end of it: inside for some values that the actual admits and outside for others.
    WithinRounding,
    /// Above it, for every value that the actual admits.
    Above,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Below => "below",
            Self::Within => "within",
            Self::WithinRounding => "within rounding",
            Self::Above => "above",
        };
        pad(words, Alignment::Left, f)
    }
}

impl<Q: Quantity> Guidance<Q> {
    /// Returns how the actual came out, decided by how precisely it was stated and by nothing else.
    ///
    /// Where the actual's accuracy is [`Unknown`](crate::Accuracy::Unknown), the place of its last
    /// digit that is not zero is assumed.
    ///
    /// A floor has no upper end, so nothing comes out above it; "slightly above" says no more than
    /// that either. "Approximately" admits a whole place to either side.
    ///
    /// ```
    /// use financials::{Accuracy, Currency, Money, expected::{Actual, Guidance, Outcome}};
    ///
    /// let usd = |millions: i64| Money::new(millions * 1_000_000, Currency::USD);
    /// let guidance = Guidance::range(usd(10_240)?, usd(10_290)?)?;
    /// let actual = Actual::new(usd(10_259)?, Accuracy::Decimals(-6));
    /// assert_eq!(guidance.outcome(&actual)?, Outcome::Within);
    /// assert_eq!(format!("{} guidance of {guidance:.2}", guidance.outcome(&actual)?),
    ///     "within guidance of $10.24 billion to $10.29 billion");
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - an actual on another basis, in another currency, or of another measure or period.
    /// - guidance that was withdrawn.
    pub fn outcome(&self, actual: &Actual<Q>) -> Result<Outcome, GuidanceError> {
        actual.answers(self.subject())?;
        let (guided, unit) = self.guided()?;
        if actual.value().unit() != unit {
            return Err(Undefined::CurrenciesDiffer.into());
        }
        let admitted = actual.admitted();
        if guided.encloses(admitted) {
            return Ok(Outcome::Within);
        }
        if guided.intersects(admitted) {
            return Ok(Outcome::WithinRounding);
        }
        match guided.low() {
            Bound::Included(low) | Bound::Excluded(low) if actual.value().number() <= low => {
                Ok(Outcome::Below)
            }
            _ => Ok(Outcome::Above),
        }
    }

    /// Returns the values that the guidance admits, and their unit.
    fn guided(&self) -> Result<(Interval, Q::Unit), GuidanceError> {
        Ok(match *self.form() {
            GuidanceForm::Withdrawn => return Err(GuidanceError::Withdrawn),
            GuidanceForm::InExcessOf(value) | GuidanceForm::SlightlyAbove(value) => {
                (Interval::more_than(value.number()), value.unit())
            }
            GuidanceForm::LessThan(value) => (Interval::less_than(value.number()), value.unit()),
            GuidanceForm::Approximately { value, accuracy } => {
                (about(value.number(), accuracy), value.unit())
            }
            _ => {
                let low = self.low().map_or(Bound::Unbounded, |low| Bound::Included(low.number()));
                let high = self.high();
                let top = high.map_or(Bound::Unbounded, |high| Bound::Included(high.number()));
                let stated = self.low().or(high).ok_or(GuidanceError::Withdrawn)?;
                // The ends were put in order when the guidance was made.
                let guided = Interval::new(low, top).unwrap_or_else(|_| Interval::everything());
                (guided, stated.unit())
            }
        })
    }
}

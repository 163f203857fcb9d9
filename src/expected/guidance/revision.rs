//! [`Revision`]: what became of earlier guidance.

use core::{
    cmp::Ordering,
    fmt::{self, Alignment},
    mem,
};

use serde::{Deserialize, Serialize};

use super::{Guidance, GuidanceError, GuidanceForm};
use crate::{
    figure::Basis,
    quantity::{Quantity, pad},
    undefined::Undefined,
};

/// What became of earlier guidance on the same measure and period.
///
/// Of a range, both ends move or one does: raised and lowered are both of them, and a range with
/// one end moved inward is narrowed, outward widened. Where only a floor, a ceiling or an
/// approximate value is given, that is what is raised or lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Revision {
    /// Every end stated is higher.
    Raised,
    /// Every end stated is lower.
    Lowered,
    /// The range lies inside the earlier one.
    Narrowed,
    /// The range holds the earlier one.
    Widened,
    /// The same again.
    Reaffirmed,
    /// Worded in another way whose ends do not compare, such as a floor in place of a range.
    Reworded,
    /// There is no guidance any more.
    Withdrawn,
    /// There was none, and now there is again.
    Reinstated,
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Raised => "raised",
            Self::Lowered => "lowered",
            Self::Narrowed => "narrowed",
            Self::Widened => "widened",
            Self::Reaffirmed => "reaffirmed",
            Self::Reworded => "reworded",
            Self::Withdrawn => "withdrawn",
            Self::Reinstated => "reinstated",
        };
        pad(words, Alignment::Left, f)
    }
}

impl<Q: Quantity> Guidance<Q> {
    /// Returns what became of earlier guidance.
    ///
    /// ```
    /// use financials::{Currency, Money, expected::{Guidance, Revision}};
    ///
    /// let usd = |millions: i64| Money::new(millions * 1_000_000, Currency::USD);
    /// let may = Guidance::range(usd(700)?, usd(900)?)?;
    /// let july = Guidance::range(usd(1_200)?, usd(1_400)?)?;
    /// assert_eq!(july.revision_from(&may)?, Revision::Raised);
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - guidance on another measure, for another period, on another basis or in another currency.
    pub fn revision_from(&self, earlier: &Self) -> Result<Revision, GuidanceError> {
        self.same_subject_as(earlier)?;
        let is_withdrawn = |guidance: &Self| matches!(guidance.form(), GuidanceForm::Withdrawn);
        match (is_withdrawn(earlier), is_withdrawn(self)) {
            (true, true) => return Ok(Revision::Reaffirmed),
            (true, false) => return Ok(Revision::Reinstated),
            (false, true) => return Ok(Revision::Withdrawn),
            (false, false) => {}
        }
        let low = moved(earlier.low(), self.low())?;
        let high = moved(earlier.high(), self.high())?;
        let has_both_ends = low.is_some() && high.is_some();
        if !has_both_ends && mem::discriminant(earlier.form()) != mem::discriminant(self.form()) {
            return Ok(Revision::Reworded);
        }
        Ok(match (low, high) {
            (Some(low), Some(high)) => of_a_range(low, high),
            (Some(only), None) | (None, Some(only)) => of_one_value(only),
            (None, None) => match moved(earlier.midpoint(), self.midpoint())? {
                Some(value) => of_one_value(value),
                None => Revision::Reworded,
            },
        })
    }

    fn same_subject_as(&self, earlier: &Self) -> Result<(), GuidanceError> {
        let (Some(later), Some(earlier)) = (self.subject(), earlier.subject()) else {
            return Ok(());
        };
        if later.measure() != earlier.measure() {
            let (earlier, later) = (earlier.measure(), later.measure());
            return Err(GuidanceError::MeasuresDiffer { earlier, later });
        }
        if let Some((period, other)) = later.period().zip(earlier.period())
            && period != other
        {
            return Err(Undefined::PeriodsNotComparable { period, other }.into());
        }
        if !Basis::meet(later.basis(), earlier.basis()) {
            return Err(Undefined::BasesDiffer.into());
        }
        Ok(())
    }
}

/// Returns which way a value moved, or nothing where one of the two is missing.
fn moved<Q: Quantity>(from: Option<Q>, to: Option<Q>) -> Result<Option<Ordering>, GuidanceError> {
    let Some((from, to)) = from.zip(to) else { return Ok(None) };
    if from.unit() != to.unit() {
        return Err(Undefined::CurrenciesDiffer.into());
    }
    Ok(Some(to.number().cmp(&from.number())))
}

fn of_a_range(low: Ordering, high: Ordering) -> Revision {
    match (low, high) {
        (Ordering::Equal, Ordering::Equal) => Revision::Reaffirmed,
        (Ordering::Greater, Ordering::Greater) => Revision::Raised,
        (Ordering::Less, Ordering::Less) => Revision::Lowered,
        (Ordering::Equal | Ordering::Greater, Ordering::Equal | Ordering::Less) => {
            Revision::Narrowed
        }
        (Ordering::Equal | Ordering::Less, Ordering::Equal | Ordering::Greater) => {
            Revision::Widened
        }
    }
}

fn of_one_value(moved: Ordering) -> Revision {
    match moved {
        Ordering::Greater => Revision::Raised,
        Ordering::Less => Revision::Lowered,
        Ordering::Equal => Revision::Reaffirmed,
    }
}

//! [`Guidance`]: what a company says it expects.

mod implied;
mod outcome;
mod revision;
mod worded;
mod form;
mod error;

use core::fmt::{self, Alignment};

use alloc::format;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use error::GuidanceError;
pub use form::GuidanceForm;
pub use implied::Implied;
pub use outcome::Outcome;
pub use revision::Revision;

use crate::{
    arith::{self, Rounded, Rounding},
    expected::Subject,
    figure::{Accuracy, Basis},
    quantity::{
        Checked, Money, Operation, Quantity, QuantityError, Ratio, Unit, pad, product, sum, within,
    },
};

/// What a company says it expects of a measure: a range, a point with a margin, a floor.
///
/// Its ends are exactly as stated; a midpoint or a half-width that needs more than 28 significant
/// digits is rounded to those, and so is a margin in percent.
///
/// ```
/// use financials::{Currency, Money, Ratio, expected::Guidance};
///
/// let usd = |millions: i64| Money::new(millions * 1_000_000, Currency::USD);
/// let year = Guidance::range(usd(4_142)?, usd(4_150)?)?;
/// assert_eq!(year.midpoint(), Some(usd(4_146)?));
/// assert_eq!(year.half_width(), Some(usd(4)?));
/// assert_eq!(format!("{year:.3}"), "$4.142 billion to $4.150 billion");
///
/// // 65.0 billion, plus or minus 2%.
/// let quarter = Guidance::plus_minus_percent(usd(65_000)?, Ratio::from_percent(2)?)?;
/// assert_eq!((quarter.low(), quarter.high()), (Some(usd(63_700)?), Some(usd(66_300)?)));
///
/// assert_eq!(
///     Guidance::range(usd(4_150)?, usd(4_142)?).unwrap_err().to_string(),
///     "guidance low 4150000000 USD is above high 4142000000 USD",
/// );
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    try_from = "Wire<Q>",
    into = "Wire<Q>",
    bound(serialize = "Q: Quantity + Serialize", deserialize = "Q: Quantity + Deserialize<'de>")
)]
pub struct Guidance<Q> {
    form: GuidanceForm<Q>,
    /// Computed once from the form, since a margin in percent may put an end out of range.
    low: Option<Q>,
    high: Option<Q>,
    subject: Option<Subject>,
}

/// Guidance in money.
pub type GuidanceRange = Guidance<Money>;

impl<Q: Quantity> Guidance<Q> {
    /// Makes guidance of a wording and its quantities.
    ///
    /// # Errors
    ///
    /// - a range whose low end is above its high end.
    /// - ends or margins in different currencies.
    /// - a margin that is negative, or that puts an end out of range.
    pub fn new(form: GuidanceForm<Q>) -> Result<Self, GuidanceError> {
        let (low, high) = ends(&form)?;
        Ok(Self { form, low, high, subject: None })
    }

    /// Makes guidance of a range, both ends included.
    ///
    /// # Errors
    ///
    /// - `low` above `high`, or in another currency.
    pub fn range(low: Q, high: Q) -> Result<Self, GuidanceError> {
        Self::new(GuidanceForm::Range { low, high })
    }

    /// Makes guidance of a point and a distance to either side: 74.8% ± 50 basis points.
    ///
    /// # Errors
    ///
    /// - a margin that is negative, in another currency, or that puts an end out of range.
    pub fn plus_minus(point: Q, margin: Q) -> Result<Self, GuidanceError> {
        Self::new(GuidanceForm::PlusMinus { point, margin })
    }

    /// Makes guidance of a point and a part of it to either side: 65.0 billion ± 2%.
    ///
    /// # Errors
    ///
    /// - a margin that is negative, or that puts an end out of range.
    pub fn plus_minus_percent(point: Q, percent: Ratio) -> Result<Self, GuidanceError> {
        Self::new(GuidanceForm::PlusMinusPercent { point, percent })
    }

    /// Makes guidance of one value.
    #[must_use]
    pub fn point(value: Q) -> Self {
        let form = GuidanceForm::Point(value);
        Self { form, low: Some(value), high: Some(value), subject: None }
    }

    /// Makes guidance of a value that is only approximate, judged by its last place stated.
    #[must_use]
    pub fn approximately(value: Q, accuracy: Accuracy) -> Self {
        Self::open(GuidanceForm::Approximately { value, accuracy }, None, None)
    }

    /// Makes guidance of a floor that is to be exceeded.
    #[must_use]
    pub fn in_excess_of(floor: Q) -> Self {
        Self::open(GuidanceForm::InExcessOf(floor), Some(floor), None)
    }

    /// Makes guidance of a floor.
    #[must_use]
    pub fn at_least(floor: Q) -> Self {
        Self::open(GuidanceForm::AtLeast(floor), Some(floor), None)
    }

    /// Makes guidance of a ceiling.
    #[must_use]
    pub fn at_most(ceiling: Q) -> Self {
        Self::open(GuidanceForm::AtMost(ceiling), None, Some(ceiling))
    }

    /// Makes guidance of a ceiling that is not to be reached.
    #[must_use]
    pub fn less_than(ceiling: Q) -> Self {
        Self::open(GuidanceForm::LessThan(ceiling), None, Some(ceiling))
    }

    /// Makes guidance of a value that is to be exceeded by a little.
    #[must_use]
    pub fn slightly_above(value: Q) -> Self {
        Self::open(GuidanceForm::SlightlyAbove(value), Some(value), None)
    }

    /// Makes the statement that there is no guidance any more.
    #[must_use]
    pub fn withdrawn() -> Self {
        Self::open(GuidanceForm::Withdrawn, None, None)
    }

    /// Says what the guidance is about; without it, it is of an unnamed measure.
    ///
    /// # Errors
    ///
    /// - a measure of another unit: guidance in money about a margin.
    pub fn about(self, subject: Subject) -> Result<Self, GuidanceError> {
        Ok(Self { subject: Some(subject.checked_for::<Q>()?), ..self })
    }

    /// Returns how it was worded.
    #[must_use]
    pub fn form(&self) -> &GuidanceForm<Q> {
        &self.form
    }

    /// Returns what it is about.
    #[must_use]
    pub fn subject(&self) -> Option<&Subject> {
        self.subject.as_ref()
    }

    /// Returns the basis of the measure guided, where it was said.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        self.subject.as_ref().and_then(Subject::basis)
    }

    /// Returns the low end, or nothing where none was stated.
    #[must_use]
    pub fn low(&self) -> Option<Q> {
        self.low
    }

    /// Returns the high end, or nothing where none was stated.
    #[must_use]
    pub fn high(&self) -> Option<Q> {
        self.high
    }

    /// Returns the middle of a range, or the point; nothing for a floor or a ceiling.
    #[must_use]
    pub fn midpoint(&self) -> Option<Q> {
        match self.form {
            GuidanceForm::PlusMinusPercent { point, .. }
            | GuidanceForm::PlusMinus { point, .. }
            | GuidanceForm::Point(point) => Some(point),
            GuidanceForm::Approximately { value, .. } => Some(value),
            _ => half_of_sum(self.low?, self.high?.number()),
        }
    }

    /// Returns half the distance between the ends, or nothing where one is missing.
    #[must_use]
    pub fn half_width(&self) -> Option<Q> {
        half_of_sum(self.high?, -self.low?.number())
    }

    fn open(form: GuidanceForm<Q>, low: Option<Q>, high: Option<Q>) -> Self {
        Self { form, low, high, subject: None }
    }
}

/// Returns half of the sum of a quantity and a number in its unit.
///
/// Of two amounts of one sign the difference is taken first, as their sum can have 29 digits.
fn half_of_sum<Q: Quantity>(quantity: Q, other: Decimal) -> Option<Q> {
    let number = quantity.number();
    let half = |of: Rounded| arith::div(of.value, Decimal::TWO, Rounding::HalfEven);
    let result = if number.is_sign_negative() == other.is_sign_negative() {
        let way = half(arith::sub(other, number, Rounding::HalfEven)?)?;
        arith::add(number, way.value, Rounding::HalfEven)?
    } else {
        half(arith::add(number, other, Rounding::HalfEven)?)?
    };
    Some(Q::from_result(Checked(arith::normal(result.value)), quantity.unit()))
}

type Ends<Q> = (Option<Q>, Option<Q>);

fn ends<Q: Quantity>(form: &GuidanceForm<Q>) -> Result<Ends<Q>, GuidanceError> {
    match *form {
        GuidanceForm::Range { low, high } => {
            let (currency, other) = (low.unit().currency(), high.unit().currency());
            if let (Some(left), Some(right)) = (other, currency)
                && left != right
            {
                let operation = Operation::Subtract;
                return Err(QuantityError::Currencies { operation, left, right }.into());
            }
            if low.number() > high.number() {
                let (low, high) = (low.number(), high.number());
                return Err(GuidanceError::Order { low, high, currency });
            }
            Ok((Some(low), Some(high)))
        }
        GuidanceForm::PlusMinus { point, margin } => either_side(point, margin),
        GuidanceForm::PlusMinusPercent { point, percent } => {
            let margin: Q = product(point, percent)?;
            // A part of a negative point is negative; its distance is what counts. The sign of the
            // distance is that of the percentage alone.
            let is_negative = percent.number() < Decimal::ZERO;
            let distance = margin.number().abs();
            let distance = if is_negative { -distance } else { distance };
            either_side(point, Q::from_result(Checked(distance), margin.unit()))
        }
        GuidanceForm::Point(point) => Ok((Some(point), Some(point))),
        GuidanceForm::InExcessOf(floor)
        | GuidanceForm::AtLeast(floor)
        | GuidanceForm::SlightlyAbove(floor) => Ok((Some(floor), None)),
        GuidanceForm::AtMost(ceiling) | GuidanceForm::LessThan(ceiling) => {
            Ok((None, Some(ceiling)))
        }
        GuidanceForm::Approximately { .. } | GuidanceForm::Withdrawn => Ok((None, None)),
    }
}

fn either_side<Q: Quantity>(point: Q, margin: Q) -> Result<Ends<Q>, GuidanceError> {
    if margin.number().is_sign_negative() {
        return Err(GuidanceError::NegativeMargin { margin: margin.number() });
    }
    let low = sum(point, margin, Operation::Subtract)?;
    let high = sum(point, margin, Operation::Add)?;
    Ok((Some(low), Some(high)))
}

/// Writes what it is about, where that is said, and how it was worded.
impl<Q: Quantity> fmt::Display for Guidance<Q> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = within(self.form, f);
        let text = match &self.subject {
            Some(subject) => format!("{subject}: {form}"),
            None => form,
        };
        pad(&text, Alignment::Left, f)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Guidance")]
struct Wire<Q> {
    form: GuidanceForm<Q>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subject: Option<Subject>,
}

impl<Q: Quantity> TryFrom<Wire<Q>> for Guidance<Q> {
    type Error = GuidanceError;

    fn try_from(wire: Wire<Q>) -> Result<Self, GuidanceError> {
        let guidance = Self::new(wire.form)?;
        match wire.subject {
            Some(subject) => guidance.about(subject),
            None => Ok(guidance),
        }
    }
}

impl<Q> From<Guidance<Q>> for Wire<Q> {
    fn from(guidance: Guidance<Q>) -> Self {
        Self { form: guidance.form, subject: guidance.subject }
    }
}

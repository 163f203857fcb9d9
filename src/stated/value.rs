//! [`Stated`]: a figure as a document states it.

use rust_decimal::Decimal;

use crate::{
    figure::Accuracy,
    stated::{amount::Amount, bound::Bound, unit::Unit},
};

/// A figure as a document states it: its value, and how precisely the document says it.
///
/// The value is exact, in base units: dollars and not millions, a fraction and not a percentage.
/// The place of its last printed digit comes with it, and the bound that the words around it say.
///
/// ```
/// use financials::{Currency, Decimal, Stated, stated::{Bound, Unit}};
///
/// let revenue = Stated::parse("$1.004 billion")?;
/// assert_eq!(revenue.number(), Decimal::from(1_004_000_000));
/// assert_eq!(revenue.unit(), Unit::Money(Currency::USD));
/// assert_eq!(revenue.decimals(), -6); // to the million, as XBRL's `decimals`
///
/// let guidance = Stated::parse("between $4.142 billion and $4.150 billion")?;
/// assert_eq!(guidance.high(), Some(Decimal::from(4_150_000_000_i64)));
///
/// let change = Stated::parse("down more than 5%")?;
/// assert_eq!(change.number(), Decimal::new(-5, 2));
/// assert_eq!(change.bound(), Bound::MoreThan); // of the magnitude: below -5%
/// # Ok::<(), financials::stated::StatedError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stated {
    value: Decimal,
    high: Option<Decimal>,
    decimals: i8,
    bound: Bound,
    unit: Unit,
}

impl Stated {
    /// Returns the value in base units; the lower end of a range.
    #[must_use]
    pub fn number(&self) -> Decimal {
        self.value
    }

    /// Returns the upper end of a range, and nothing where one value is stated.
    #[must_use]
    pub fn high(&self) -> Option<Decimal> {
        self.high
    }

    /// Returns the place of the last printed digit as XBRL's `decimals` of the value: 2 for 48%
    /// (0.48), -6 for $1.004 billion, and for a range the coarser of its ends.
    #[must_use]
    pub fn decimals(&self) -> i8 {
        self.decimals
    }

    /// Returns the place of the last printed digit as an accuracy.
    #[must_use]
    pub fn accuracy(&self) -> Accuracy {
        Accuracy::Decimals(self.decimals)
    }

    /// Returns what the words around the figure say of its value.
    #[must_use]
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// Returns what the figure counts.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// Returns the ends of a range as figures of their own; of one that is open to a side, none.
    pub(crate) fn ends(&self) -> Option<[Self; 2]> {
        let is_closed = matches!(self.bound, Bound::Stated | Bound::About | Bound::Nearly);
        let high = self.high.filter(|_| is_closed)?;
        Some([self.value, high].map(|value| Self { value, high: None, ..*self }))
    }

    pub(super) fn build(low: Amount, high: Option<Decimal>, bound: Bound) -> Self {
        Self { value: low.value, high, decimals: low.decimals, bound, unit: low.unit }
    }

    /// Returns the tolerance around zero that a figure behind "plus or minus" states.
    pub(super) fn around_zero(self) -> Self {
        let reach = self.value.abs();
        Self { value: negated(reach), high: Some(reach), ..self }
    }

    /// Returns the figure with the signs of its values turned; [`Neg`](core::ops::Neg) for users.
    pub(super) fn negated(self) -> Self {
        match self.high {
            Some(high) => Self { value: negated(high), high: Some(negated(self.value)), ..self },
            None => Self { value: negated(self.value), ..self },
        }
    }
}

/// Turns the sign: "a net loss of $5 million" states a net income of minus that.
///
/// ```
/// use financials::{Decimal, Stated};
///
/// let loss = Stated::parse("$430.1 million")?;
/// assert_eq!((-loss).number(), Decimal::from(-430_100_000));
/// assert_eq!((-loss).decimals(), loss.decimals());
/// # Ok::<(), financials::stated::StatedError>(())
/// ```
impl core::ops::Neg for Stated {
    type Output = Self;

    fn neg(self) -> Self {
        self.negated()
    }
}

/// Returns the value with its sign turned, and zero without a sign.
fn negated(value: Decimal) -> Decimal {
    if value.is_zero() { value } else { -value }
}

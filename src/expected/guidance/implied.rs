//! [`Implied`]: what guidance implies for another quantity.

use serde::{Deserialize, Serialize};

use super::Guidance;
use crate::{
    change::{earlier, growth},
    metric::Measure,
    quantity::{Checked, Grows, Money, Operand, Operation, Quantity, Ratio, sum},
    undefined::Undefined,
};

/// What guidance implies for another quantity, at its low end, its midpoint and its high end.
///
/// An end that was not stated implies nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Implied<Q> {
    low: Option<Q>,
    midpoint: Option<Q>,
    high: Option<Q>,
}

impl<Q: Quantity> Implied<Q> {
    /// Returns what the low end implies.
    #[must_use]
    pub fn low(&self) -> Option<Q> {
        self.low
    }

    /// Returns what the midpoint implies.
    #[must_use]
    pub fn midpoint(&self) -> Option<Q> {
        self.midpoint
    }

    /// Returns what the high end implies.
    #[must_use]
    pub fn high(&self) -> Option<Q> {
        self.high
    }
}

impl<Q: Grows> Guidance<Q> {
    /// Returns the growth over the actual of the year before.
    ///
    /// ```
    /// use financials::{Currency, Money, expected::Guidance};
    ///
    /// let usd = |thousands: i64| Money::new(thousands * 1_000, Currency::USD);
    /// let quarter = Guidance::range(usd(1_083_000)?, usd(1_087_000)?)?;
    /// let growth = quarter.implied_growth(usd(725_516)?)?;
    /// assert_eq!(format!("{:.1}", growth.midpoint().unwrap()), "49.5%");
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - a prior that is zero or a loss: the reason says what became of it.
    /// - a prior in another currency.
    pub fn implied_growth(&self, prior: Q) -> Result<Implied<Ratio>, Undefined> {
        self.implied(|guided| {
            if guided.unit() != prior.unit() {
                return Err(Undefined::CurrenciesDiffer);
            }
            let growth = growth(prior.number(), guided.number())?;
            Ok(Ratio::from_result(Checked(growth), ()))
        })
    }

    /// Returns the actual of the year before that a growth rate stated beside the guidance implies.
    ///
    /// # Errors
    ///
    /// - a growth of -100% or less.
    pub fn implied_prior(&self, growth: Ratio) -> Result<Implied<Q>, Undefined> {
        self.implied(|guided| earlier(guided, growth))
    }
}

/// Money over a period adds up from its parts; balances, shares and ratios do not.
impl Guidance<Money> {
    /// Returns what is left for the rest of the period: the guidance less what is reported so far.
    ///
    /// ```
    /// use financials::{Currency, Money, expected::Guidance};
    ///
    /// let usd = |thousands: i64| Money::new(thousands * 1_000, Currency::USD);
    /// let year = Guidance::range(usd(4_142_000)?, usd(4_150_000)?)?;
    /// let second_half = year.implied_remainder(usd(1_887_552)?)?;
    /// assert_eq!(second_half.midpoint(), Some(usd(2_258_448)?));
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - a measure that is no flow over a period, such as cash at its end.
    /// - an amount in another currency.
    pub fn implied_remainder(&self, reported: Money) -> Result<Implied<Money>, Undefined> {
        if let Some(measure) = self.subject().map(|subject| subject.measure())
            && !is_flow(measure)
        {
            return Err(Undefined::NotAdditive { measure });
        }
        self.implied(|guided| Ok(sum(guided, reported, Operation::Subtract)?))
    }
}

impl<Q: Quantity> Guidance<Q> {
    fn implied<R>(
        &self,
        mut answer: impl FnMut(Q) -> Result<R, Undefined>,
    ) -> Result<Implied<R>, Undefined> {
        let mut of = |guided: Option<Q>| guided.map(&mut answer).transpose();
        Ok(Implied { low: of(self.low())?, midpoint: of(self.midpoint())?, high: of(self.high())? })
    }
}

fn is_flow(measure: Measure) -> bool {
    measure.dimension().period == 1
}

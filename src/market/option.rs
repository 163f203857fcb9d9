//! [`CashSecuredPut`] and [`CoveredCall`]: income from options sold.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::returns::{annualised, simple_return, total_return};
use crate::{
    currency::Currency,
    quantity::{Days, PerShare, QuantityError, Ratio},
    undefined::Undefined,
};

/// An option sale that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OptionError {
    /// A strike or a price is not above zero.
    #[error("{name} {amount} {currency} must be above zero")]
    NotPositive {
        /// Which amount it is.
        name: &'static str,
        /// The amount as given.
        amount: Decimal,
        /// Its currency.
        currency: Currency,
    },
    /// The premium is negative.
    #[error("premium {amount} {currency} must not be negative")]
    NegativePremium {
        /// The premium as given.
        amount: Decimal,
        /// Its currency.
        currency: Currency,
    },
    /// The amounts are in different currencies, or their sum is not exact.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
}

/// A put sold, with the cash for its strike set aside.
///
/// ```
/// use financials::{Currency, Days, PerShare, market::CashSecuredPut};
///
/// let usd = |text: &str| PerShare::parse(text, Currency::USD);
/// let put = CashSecuredPut::sell(usd("30")?, usd("3.50")?)?;
/// assert_eq!(put.cost_basis().to_string(), "$26.50");
/// assert_eq!(format!("{:.2}", put.return_on_cash()?), "11.67%");
/// assert_eq!(format!("{:.2}", put.annualised_return(Days::new(237)?)?), "17.97%");
/// assert_eq!(format!("{:.1}", put.discount_to(usd("31.54")?)?), "4.9%");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "PutWire", into = "PutWire")]
pub struct CashSecuredPut {
    strike: PerShare,
    premium: PerShare,
    cost_basis: PerShare,
}

impl CashSecuredPut {
    /// Makes the sale of a put at a strike for a premium.
    ///
    /// # Errors
    ///
    /// - a strike that is not above zero, or a premium below it.
    /// - a strike and a premium in different currencies.
    pub fn sell(strike: PerShare, premium: PerShare) -> Result<Self, OptionError> {
        above_zero("strike", strike)?;
        not_negative(premium)?;
        Ok(Self { strike, premium, cost_basis: (strike - premium)? })
    }

    /// Returns the strike.
    #[must_use]
    pub fn strike(&self) -> PerShare {
        self.strike
    }

    /// Returns the premium received.
    #[must_use]
    pub fn premium(&self) -> PerShare {
        self.premium
    }

    /// Returns what a share costs the seller if it is put to him: `strike - premium`.
    #[must_use]
    pub fn cost_basis(&self) -> PerShare {
        self.cost_basis
    }

    /// Returns the premium as a part of the cash set aside: `premium / strike`.
    ///
    /// # Errors
    ///
    /// - a quotient past the range of ratios.
    pub fn return_on_cash(&self) -> Result<Ratio, Undefined> {
        Ok((self.premium / self.strike)?.to_ratio())
    }

    /// Returns the return on cash as a simple yearly one, over the days to expiration.
    ///
    /// # Errors
    ///
    /// - a number of days that is not above zero.
    pub fn annualised_return(&self, days: Days) -> Result<Ratio, Undefined> {
        annualised(self.return_on_cash()?, days)
    }

    /// Returns how far the strike is below a price, as a part of the price: `1 - strike / price`.
    ///
    /// # Errors
    ///
    /// - a price that is not above zero, or in another currency.
    pub fn discount_to(&self, price: PerShare) -> Result<Ratio, Undefined> {
        Ok(-simple_return(price, self.strike)?)
    }
}

/// A call sold against shares held at a price.
///
/// ```
/// use financials::{Currency, PerShare, market::CoveredCall};
///
/// let usd = |text: &str| PerShare::parse(text, Currency::USD);
/// let call = CoveredCall::sell(usd("35")?, usd("3.90")?, usd("31.54")?)?;
/// assert_eq!(format!("{:.2}", call.return_if_called()?), "23.34%");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "CallWire", into = "CallWire")]
pub struct CoveredCall {
    strike: PerShare,
    premium: PerShare,
    price: PerShare,
}

impl CoveredCall {
    /// Makes the sale of a call at a strike for a premium, against shares at a price.
    ///
    /// # Errors
    ///
    /// - a strike or a price that is not above zero, or a premium below it.
    /// - amounts in different currencies.
    pub fn sell(strike: PerShare, premium: PerShare, price: PerShare) -> Result<Self, OptionError> {
        above_zero("strike", strike)?;
        above_zero("price", price)?;
        not_negative(premium)?;
        (strike + premium)?;
        (strike - price)?;
        Ok(Self { strike, premium, price })
    }

    /// Returns the strike.
    #[must_use]
    pub fn strike(&self) -> PerShare {
        self.strike
    }

    /// Returns the premium received.
    #[must_use]
    pub fn premium(&self) -> PerShare {
        self.premium
    }

    /// Returns the price of the shares that cover it.
    #[must_use]
    pub fn price(&self) -> PerShare {
        self.price
    }

    /// Returns what the seller earns if the shares are called away:
    /// `(strike + premium) / price - 1`.
    ///
    /// # Errors
    ///
    /// - a quotient past the range of ratios.
    pub fn return_if_called(&self) -> Result<Ratio, Undefined> {
        total_return(self.price, self.strike, self.premium)
    }

    /// Returns the return if called as a simple yearly one, over the days to expiration.
    ///
    /// # Errors
    ///
    /// - a number of days that is not above zero.
    pub fn annualised_return_if_called(&self, days: Days) -> Result<Ratio, Undefined> {
        annualised(self.return_if_called()?, days)
    }
}

fn above_zero(name: &'static str, amount: PerShare) -> Result<(), OptionError> {
    if amount.number() > Decimal::ZERO {
        return Ok(());
    }
    Err(OptionError::NotPositive { name, amount: amount.number(), currency: amount.currency() })
}

fn not_negative(premium: PerShare) -> Result<(), OptionError> {
    if premium.number() >= Decimal::ZERO {
        return Ok(());
    }
    Err(OptionError::NegativePremium { amount: premium.number(), currency: premium.currency() })
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct CashSecuredPut")]
struct PutWire {
    strike: PerShare,
    premium: PerShare,
}

impl TryFrom<PutWire> for CashSecuredPut {
    type Error = OptionError;

    fn try_from(wire: PutWire) -> Result<Self, OptionError> {
        Self::sell(wire.strike, wire.premium)
    }
}

impl From<CashSecuredPut> for PutWire {
    fn from(put: CashSecuredPut) -> Self {
        Self { strike: put.strike, premium: put.premium }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct CoveredCall")]
struct CallWire {
    strike: PerShare,
    premium: PerShare,
    price: PerShare,
}

impl TryFrom<CallWire> for CoveredCall {
    type Error = OptionError;

    fn try_from(wire: CallWire) -> Result<Self, OptionError> {
        Self::sell(wire.strike, wire.premium, wire.price)
    }
}

impl From<CoveredCall> for CallWire {
    fn from(call: CoveredCall) -> Self {
        Self { strike: call.strike, premium: call.premium, price: call.price }
    }
}

//! A stated figure as a quantity whose kind the compiler knows.

use rust_decimal::Decimal;

use super::{Stated, Unit};
use crate::{
    arith,
    quantity::{Checked, Operand, Quantity, Unit as _},
};

/// A stated figure that is not of the kind of quantity asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stated figure is {unit}, not {kind}")]
#[non_exhaustive]
pub struct UnitError {
    /// What the figure counts.
    pub unit: Unit,
    /// The kind of quantity asked for.
    pub kind: &'static str,
}

impl Stated {
    /// Returns the value as a quantity; of a range, the lower end.
    ///
    /// The hedge and the place stay behind: [`bound`](Self::bound), [`accuracy`](Self::accuracy).
    ///
    /// ```
    /// use financials::{Money, PerShare, Ratio, Stated, expected::Actual};
    ///
    /// let revenue = Stated::parse("$1.004 billion")?;
    /// let actual = Actual::new(revenue.to_quantity::<Money>()?, revenue.accuracy());
    /// assert_eq!(actual.admitted().to_string(), "[1003500000, 1004500000]");
    ///
    /// // An amount per share is printed as money.
    /// let earnings: PerShare = Stated::parse("–$0.20")?.to_quantity()?;
    /// assert_eq!(earnings.to_string(), "-$0.20");
    /// assert_eq!(
    ///     Stated::parse("48%")?.to_quantity::<Money>().unwrap_err().to_string(),
    ///     "stated figure is ratio, not money",
    /// );
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - a figure of another unit: `48%` is no money.
    pub fn to_quantity<Q: Quantity>(&self) -> Result<Q, UnitError> {
        quantity(self.unit(), self.number())
    }

    /// Returns the upper end of a range as a quantity.
    pub(crate) fn high_quantity<Q: Quantity>(&self) -> Result<Option<Q>, UnitError> {
        self.high().map(|high| quantity(self.unit(), high)).transpose()
    }
}

fn quantity<Q: Quantity>(unit: Unit, number: Decimal) -> Result<Q, UnitError> {
    let is_of_kind = match unit {
        Unit::Money(_) => matches!(Q::EXPONENTS, [1, 0 | -1, 0]),
        Unit::Ratio | Unit::Multiple => Q::NAME == unit.kind(),
        Unit::Count => Q::EXPONENTS == [0, 1, 0],
        Unit::Days => Q::EXPONENTS == [0, 0, 1],
    };
    let own = <Q as Operand>::Unit::of_currency(unit.currency()).filter(|_| is_of_kind);
    let own = own.ok_or(UnitError { unit, kind: Q::NAME })?;
    Ok(Q::from_result(Checked(arith::normal(number)), own))
}

//! [`Sides`]: a figure and the sum that it should be.

use core::fmt;

use alloc::string::String;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    arith::{self, Rounding},
    currency::Currency,
    figure::Figure,
    interval::Interval,
    metric::Kind,
};

/// A figure and the sum that it should be, with the values that each admits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sides {
    /// What the figure is of, such as `revenue`.
    pub stated: String,
    /// The figure.
    #[serde(with = "crate::decimal::wire")]
    pub value: Decimal,
    /// The values that the figure admits by its accuracy.
    pub admitted: Interval,
    /// The sum, such as `revenue:us_commercial + revenue:us_government`.
    pub sum: String,
    /// What the sum comes to, rounded to 28 digits.
    #[serde(with = "crate::decimal::wire")]
    pub total: Decimal,
    /// The values that the sum admits by the accuracy of each of its terms.
    pub sum_admitted: Interval,
    /// What kind of number both are.
    pub kind: Kind,
    /// The currency of amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
}

impl fmt::Display for Sides {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { stated, sum, .. } = self;
        let [value, total] = [self.value, self.total].map(|number| self.print(number));
        write!(f, "{stated} is {value:#}, and {sum} is {total:#}")?;
        match arith::sub(self.value, self.total, Rounding::HalfEven) {
            Some(apart) => {
                let apart = self.print(apart.value.abs());
                write!(f, ": {apart:#} apart, more than rounding admits")
            }
            None => f.write_str(", further apart than rounding admits"),
        }
    }
}

impl Sides {
    fn print(&self, number: Decimal) -> Printed {
        Printed { number, kind: self.kind, currency: self.currency }
    }
}

/// A number as its kind is printed.
pub(super) struct Printed {
    pub number: Decimal,
    pub kind: Kind,
    pub currency: Option<Currency>,
}

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.print(self.number, self.currency, f)
    }
}

/// A sum being taken, of what the terms state and of what they admit.
pub(super) struct Sum {
    text: String,
    total: Decimal,
    admitted: Interval,
}

impl Sum {
    pub(super) const fn new() -> Self {
        Self { text: String::new(), total: Decimal::ZERO, admitted: Interval::point(Decimal::ZERO) }
    }

    /// Adds a term, or takes it off; nothing past the range of decimals.
    pub(super) fn add(&mut self, name: &str, figure: &Figure, is_negative: bool) -> Option<()> {
        let (sign, value, admitted) = match is_negative {
            false => ("+", figure.number(), figure.admitted()),
            true => ("-", -figure.number(), -figure.admitted()),
        };
        match (self.text.is_empty(), is_negative) {
            (true, false) => {}
            (true, true) => self.text.push('-'),
            (false, _) => {
                self.text.push(' ');
                self.text.push_str(sign);
                self.text.push(' ');
            }
        }
        self.text.push_str(name);
        self.total = arith::add(self.total, value, Rounding::HalfEven)?.value;
        self.admitted = self.admitted + admitted;
        Some(())
    }

    /// Returns both sides where no value is admitted by both.
    pub(super) fn against(
        self,
        name: &str,
        figure: &Figure,
        (kind, currency): (Kind, Currency),
    ) -> Option<Sides> {
        let admitted = figure.admitted();
        (!admitted.intersects(self.admitted)).then(|| Sides {
            stated: name.into(),
            value: figure.number(),
            admitted,
            sum: self.text,
            total: self.total,
            sum_admitted: self.admitted,
            kind,
            currency: kind.is_in_a_currency().then_some(currency),
        })
    }
}

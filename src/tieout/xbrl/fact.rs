//! [`RoundedFact`]: a numeric fact, and what it admits by the [`Mode`] in which it was rounded.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    arith::{self, Rounding},
    figure::{Accuracy, admitted},
    interval::Interval,
    tieout::statement::Reading,
};

/// A numeric fact: its value and its `decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundedFact {
    /// The value as reported.
    #[serde(with = "crate::decimal::wire")]
    pub value: Decimal,
    /// The attribute `decimals`; `None` is `INF`.
    pub decimals: Option<i8>,
}

impl RoundedFact {
    /// Returns the values that the fact admits.
    ///
    /// ```
    /// use financials::tieout::xbrl::{RoundedFact, Mode};
    ///
    /// let fact = RoundedFact { value: 1_004_000_000.into(), decimals: Some(-6) };
    /// assert_eq!(fact.admitted(Mode::RoundToNearest).to_string(), "[1003500000, 1004500000]");
    /// assert_eq!(fact.admitted(Mode::Truncation).to_string(), "[1004000000, 1005000000)");
    /// ```
    #[must_use]
    pub fn admitted(self, mode: Mode) -> Interval {
        let point = Interval::point(self.value);
        let Some(decimals) = self.decimals else { return point };
        if mode == Mode::RoundToNearest {
            return admitted(self.value, Accuracy::Decimals(decimals));
        }
        let Some(place) = decimals.checked_neg().and_then(arith::power_of_ten) else {
            return Interval::everything();
        };
        // Truncation goes towards zero, and to zero from either side.
        let up = Interval::point(Decimal::ZERO).hull(Interval::less_than(place));
        let away = up.intersect(Interval::at_least(Decimal::ZERO)).unwrap_or(up);
        match () {
            () if self.value.is_zero() => away.hull(-away),
            () if self.value.is_sign_negative() => point + -away,
            () => point + away,
        }
    }

    /// Returns the value without the digits past its `decimals`, and how much they amount to, if
    /// any of them is not zero; a calculation with such a fact is an error
    /// (`calc11e:excessDigits`).
    ///
    /// ```
    /// use financials::tieout::xbrl::RoundedFact;
    ///
    /// let fact = RoundedFact { value: (-1234).into(), decimals: Some(-1) };
    /// assert_eq!(fact.excess_digits(), Some(((-1230).into(), 4.into())));
    /// ```
    #[must_use]
    pub fn excess_digits(self) -> Option<(Decimal, Decimal)> {
        let decimals = self.decimals?;
        let truncated = match u32::try_from(decimals) {
            Ok(places) => self.value.trunc_with_scale(places),
            Err(_) => {
                let place = 10_i128.checked_pow(decimals.unsigned_abs().into());
                let whole = self.value.trunc().mantissa();
                let kept = place.map_or(0, |place| whole / place * place);
                Decimal::try_from_i128_with_scale(kept, 0).ok()?
            }
        };
        let excess = arith::sub(self.value, truncated, Rounding::HalfEven)?.value;
        (!excess.is_zero()).then(|| (truncated, excess.abs()))
    }

    pub(crate) fn reading(self, mode: Mode) -> Reading {
        // One that has digits beyond its place is no rounding of another to that place.
        let rounded = self.decimals.filter(|_| self.excess_digits().is_none());
        let rounded = rounded.map(|decimals| (self.value, decimals));
        Reading { interval: self.admitted(mode), rounded }
    }
}

/// How the facts of a report were rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// To the nearest: 1,004 admits 1,003.5 to 1,004.5, both ends included.
    RoundToNearest,
    /// Towards zero: 1,004 admits 1,004 up to and without 1,005.
    Truncation,
}

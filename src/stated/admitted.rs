//! The values that a stated figure admits.

use rust_decimal::Decimal;

use crate::{
    arith,
    figure::{Accuracy, about, admitted},
    interval::Interval,
    stated::{bound::Bound, unit::Unit, value::Stated},
};

impl Stated {
    /// Returns the values that the figure admits, in base units.
    ///
    /// With v the value and u one unit of its last place: stated, [v - u/2, v + u/2]; about,
    /// [v - u, v + u]; more than, (v, ∞); less than, (-∞, v); at least and at most, the same with v
    /// itself; nearly, [v - u, v]. A range reaches so far beyond either end. A bound applies to the
    /// magnitude, and then the sign: "down more than 5%" is below -5%.
    ///
    /// ```
    /// use financials::Stated;
    ///
    /// let admitted = |text| Stated::parse(text).map(|stated| stated.admitted().to_string());
    /// assert_eq!(admitted("$1.004 billion")?, "[1003500000, 1004500000]");
    /// assert_eq!(admitted("about 237 days")?, "[236, 238]");
    /// assert_eq!(admitted("~$65–215")?, "[64, 216]");
    /// assert_eq!(admitted("down more than 5%")?, "(-∞, -0.05)");
    /// assert_eq!(admitted("nearly $3 billion")?, "[2000000000, 3000000000]");
    /// # Ok::<(), financials::stated::StatedError>(())
    /// ```
    #[must_use]
    pub fn admitted(&self) -> Interval {
        self.admitted_at(self.accuracy(), self.bound())
    }

    /// Returns the values that the figure would admit without its "about".
    pub(crate) fn admitted_without_about(&self) -> Interval {
        let bound = if self.bound() == Bound::About { Bound::Stated } else { self.bound() };
        self.admitted_at(self.accuracy(), bound)
    }

    /// Returns the values that the figure would admit if its trailing zeros were only placeholders.
    pub(crate) fn admitted_without_zeros(&self) -> Interval {
        self.admitted_at(Accuracy::Decimals(self.last_digit()), self.bound())
    }

    /// Returns whether zeros at the end of the number may be placeholders, as in "$420 billion",
    /// which may be correct to one billion or to ten; those behind a decimal point are not.
    ///
    /// ```
    /// use financials::Stated;
    ///
    /// assert!(Stated::parse("$420 billion")?.has_open_zeros());
    /// assert!(!Stated::parse("$7.50")?.has_open_zeros());
    /// # Ok::<(), financials::stated::StatedError>(())
    /// ```
    #[must_use]
    pub fn has_open_zeros(&self) -> bool {
        // A percentage is printed two places further left; scales are thousands apart, so that any
        // other place was behind a point.
        let printed = i32::from(self.decimals()) - if self.unit() == Unit::Ratio { 2 } else { 0 };
        printed <= 0 && printed % 3 == 0 && self.last_digit() < self.decimals()
    }

    /// Returns the place of the last digit that is not zero, of both ends of a range.
    pub(crate) fn last_digit(&self) -> i8 {
        [Some(self.number()), self.high()]
            .into_iter()
            .flatten()
            .filter_map(arith::last_place)
            .filter_map(|place| i8::try_from(-place).ok())
            .max()
            .unwrap_or(self.decimals())
            .min(self.decimals())
    }

    fn admitted_at(&self, accuracy: Accuracy, bound: Bound) -> Interval {
        let (low, high) = (self.number(), self.high().unwrap_or(self.number()));
        if high.is_sign_negative() && !high.is_zero() {
            -by_size(-high, -low, accuracy, bound)
        } else {
            by_size(low, high, accuracy, bound)
        }
    }
}

/// Returns what a bound admits around values whose sign is set aside.
fn by_size(low: Decimal, high: Decimal, accuracy: Accuracy, bound: Bound) -> Interval {
    match bound {
        Bound::Stated => admitted(low, accuracy).hull(admitted(high, accuracy)),
        Bound::About => about(low, accuracy).hull(about(high, accuracy)),
        Bound::MoreThan => Interval::more_than(low),
        Bound::LessThan => Interval::less_than(high),
        Bound::AtLeast => Interval::at_least(low),
        Bound::AtMost => Interval::at_most(high),
        Bound::Nearly => {
            let around = about(low, accuracy).hull(about(high, accuracy));
            around.intersect(Interval::at_most(high)).unwrap_or(around)
        }
    }
}

//! The values that a stated figure admits.

use rust_decimal::Decimal;

use crate::{
    figure::{about, admitted},
    interval::Interval,
    stated::{bound::Bound, value::Stated},
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
        let (low, high) = (self.value(), self.high().unwrap_or(self.value()));
        if high.is_sign_negative() && !high.is_zero() {
            -self.admitted_by_size(-high, -low)
        } else {
            self.admitted_by_size(low, high)
        }
    }

    /// Returns what the bound admits around values whose sign is set aside.
    fn admitted_by_size(&self, low: Decimal, high: Decimal) -> Interval {
        let accuracy = self.accuracy();
        match self.bound() {
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
}

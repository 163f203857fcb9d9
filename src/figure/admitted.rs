//! The values that a figure admits, by how precisely it was stated.

use rust_decimal::Decimal;

use super::{Accuracy, Figure};
use crate::{
    arith,
    bounds::{DIGITS_MAX, PLACES_MAX},
    interval::Interval,
};

impl Figure {
    /// Returns the values it admits: itself where it is exact, and half a place to either side
    /// where it was rounded.
    ///
    /// Where the accuracy is [`Unknown`](Accuracy::Unknown), the place of the last digit that is
    /// not zero is assumed; that is for comparison only.
    ///
    /// ```
    /// use financials::Figure;
    ///
    /// assert_eq!(Figure::millions(327)?.admitted().to_string(), "[326500000, 327500000]");
    /// assert_eq!(Figure::exact(29)?.admitted().to_string(), "[29, 29]");
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn admitted(&self) -> Interval {
        admitted(self.number(), self.accuracy())
    }
}

/// Returns the closed interval of half a place around a value.
pub(crate) fn admitted(value: Decimal, accuracy: Accuracy) -> Interval {
    within(value, half_place(value, accuracy))
}

/// Returns the closed interval of a whole place around a value: what "about" admits.
pub(crate) fn about(value: Decimal, accuracy: Accuracy) -> Interval {
    let place = half_place(value, accuracy)
        .and_then(|half| arith::add(half, half, arith::Rounding::Ceiling))
        .map(|place| place.value);
    within(value, place)
}

fn within(value: Decimal, half_width: Option<Decimal>) -> Interval {
    half_width
        .and_then(|half_width| Interval::around(value, half_width).ok())
        .unwrap_or_else(Interval::everything)
}

/// Returns half of the last place stated, or nothing where that is past every number kept.
fn half_place(value: Decimal, accuracy: Accuracy) -> Option<Decimal> {
    let (halves, places) = match accuracy {
        Accuracy::Exact => return Some(Decimal::ZERO),
        Accuracy::Decimals(places) => (1, i32::from(places)),
        Accuracy::Within { halves, decimals } | Accuracy::Assumed { halves, decimals } => {
            (u128::from(halves), i32::from(decimals))
        }
        Accuracy::Unknown => (1, arith::last_place(value).map_or(0, |place| -place)),
    };
    let (digits, decimals) = (DIGITS_MAX as i32, PLACES_MAX as i32);
    if places >= decimals {
        // Half of this place has more decimals than are kept; the place itself holds it.
        return Some(arith::build(halves, PLACES_MAX, false));
    }
    if places >= 0 {
        return Some(arith::build(5 * halves, places.unsigned_abs() + 1, false));
    }
    let zeros = places.unsigned_abs() - 1;
    let width = (places > -digits).then(|| 5 * halves * 10_u128.pow(zeros))?;
    (width < 10_u128.pow(DIGITS_MAX)).then(|| arith::build(width, 0, false))
}

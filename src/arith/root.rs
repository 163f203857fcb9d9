//! Roots of whole degree.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Rounded, Rounding, build, magnitude, natural::Natural, normal};
use crate::bounds::{DIGITS_MAX, PLACES_MAX, ROOT_DEGREE_MAX};

#[cfg(test)]
mod tests;

/// Returns the root of that degree of a value that is not negative, or nothing for a negative value
/// or a degree of zero or past [`ROOT_DEGREE_MAX`].
///
/// Rounding down gives the largest number of 28 significant digits and 28 decimals whose power is
/// not above the value, and up the smallest whose power is not below; to nearest, the one of the
/// two that is nearer the root itself. Powers are compared exactly.
pub fn root(value: Decimal, degree: u32, rounding: Rounding) -> Option<Rounded> {
    let is_negative = value.is_sign_negative() && !value.is_zero();
    if is_negative || !(1..=ROOT_DEGREE_MAX).contains(&degree) {
        return None;
    }
    if value.is_zero() || degree == 1 {
        return Some(Rounded { value, exact: true });
    }
    let radicand = Radicand::new(value, degree);
    let (below, exact) = radicand.floor();
    let is_up = !exact
        && match rounding {
            Rounding::Floor => false,
            Rounding::Ceiling => true,
            // The root is nearer the number above if it is above the middle of the two. It is never
            // the middle itself, whose power has more digits than any value.
            Rounding::HalfEven => radicand.compare(10 * below + 5, 1).is_lt(),
        };
    let root = build(below + u128::from(is_up), radicand.scale, false);
    Some(Rounded { value: normal(root), exact })
}

/// A value of which a root is taken, and the place of the root's last digit.
struct Radicand {
    value: Decimal,
    degree: u32,
    /// The decimals of the root.
    scale: u32,
    /// The root's power of ten: it is at least `10^exponent`, and below ten times that.
    exponent: i32,
}

impl Radicand {
    fn new(value: Decimal, degree: u32) -> Self {
        let digits = magnitude(value).checked_ilog10().unwrap_or(0) as i32;
        let exponent = (digits - value.scale() as i32).div_euclid(degree as i32);
        // A value has at most 29 digits before the point, and its root of degree two or more 15.
        let scale = (DIGITS_MAX as i32 - 1 - exponent).min(PLACES_MAX as i32).unsigned_abs();
        Self { value, degree, scale, exponent }
    }

    /// Returns the largest whole number of the last place that is not above the root, and whether
    /// it is the root.
    fn floor(&self) -> (u128, bool) {
        let shift = self.scale as i32 + self.exponent;
        let least = 10_u128.pow(shift.max(0).unsigned_abs());
        // Bisection: the root is at least `low` and below `high`.
        let (mut low, mut high) = (least, least * 10);
        let [own, others] = self.zeros(0);
        let target = Natural::new(magnitude(self.value), 1, 0, others);
        let power_of = |number: u128| Natural::new(1, number, self.degree, own);
        while high - low > 1 {
            let middle = low.midpoint(high);
            match power_of(middle).compare(&target) {
                Ordering::Less => low = middle,
                Ordering::Equal => return (middle, true),
                Ordering::Greater => high = middle,
            }
        }
        (low, power_of(low).compare(&target).is_eq())
    }

    /// Compares a number of the root's last place, or of one `further` down, with the root.
    fn compare(&self, number: u128, further: u32) -> Ordering {
        let [own, others] = self.zeros(further);
        let target = Natural::new(magnitude(self.value), 1, 0, others);
        Natural::new(1, number, self.degree, own).compare(&target)
    }

    /// Returns how many zeros make the power of a number and the value whole numbers of one place.
    fn zeros(&self, further: u32) -> [u32; 2] {
        let (power, value) = ((self.scale + further) * self.degree, self.value.scale());
        [value.saturating_sub(power), power.saturating_sub(value)]
    }
}

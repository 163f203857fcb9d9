//! How precisely a filing states a concept, as far as its values show.
//!
//! companyfacts carries no `decimals`. The last non-zero digit of one value says little (5 billion
//! may be exact to the million), so the place is the finest among the values that one filing gives
//! for one concept, and never coarser than filers round: a million, or a cent a share.

use core::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::arith::{self, Rounding};

/// Money and counts of shares are stated to this power of ten at the coarsest: statements are in
/// millions, thousands or units, and what ends in more zeros happens to.
const MILLION: i8 = 6;

/// Amounts per share are stated to this power of ten at the coarsest.
pub(super) const CENT: i8 = -2;

/// Nobody rounds to these powers of ten, so that a value which ends there is exact to the unit.
const UNUSUAL: RangeInclusive<i8> = 1..=2;

/// What a unit measures, as far as sums and rounding depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    Money,
    PerShare,
    Shares,
    Other,
}

impl UnitKind {
    /// Returns the measure of a unit by its name in the file.
    pub(crate) fn of(unit: &str) -> Self {
        let currency = |code: &str| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        match unit.split_once('/') {
            Some((code, "shares" | "share")) if currency(code) => Self::PerShare,
            None if currency(unit) => Self::Money,
            None if unit == "shares" => Self::Shares,
            _ => Self::Other,
        }
    }

    const fn coarsest(self) -> i8 {
        match self {
            Self::Money | Self::Shares => MILLION,
            Self::PerShare => CENT,
            Self::Other => 0,
        }
    }
}

/// Returns the power of ten of a value's last non-zero digit, at most the coarsest place of its
/// measure: 650 is exact to the unit.
pub(crate) fn place(value: Decimal, measure: UnitKind) -> i8 {
    let coarsest = measure.coarsest();
    let place = arith::last_place(value)
        .and_then(|place| i8::try_from(place).ok())
        .map_or(coarsest, |place| place.min(coarsest));
    if UNUSUAL.contains(&place) { 0 } else { place }
}

/// Returns whether two values differ by no more than half a unit of the coarser one's place.
pub(crate) fn agree(a: Decimal, b: Decimal, place: i8) -> bool {
    a == b || within_halves(a, b, &[place])
}

/// Returns whether two values differ by no more than half a unit of each place together.
pub(crate) fn within_halves(a: Decimal, b: Decimal, places: &[i8]) -> bool {
    let difference = exact_difference(a, b);
    let twice = difference.and_then(|d| exact_sum(d.abs(), d.abs()));
    let slack = places
        .iter()
        .try_fold(Decimal::ZERO, |sum, place| exact_sum(sum, arith::power_of_ten(*place)?));
    matches!((twice, slack), (Some(twice), Some(slack)) if twice <= slack)
}

/// Returns whether one value is more than twice another in magnitude.
pub(crate) fn dwarfs(large: Decimal, small: Decimal) -> bool {
    exact_sum(small, small).is_some_and(|twice| large.abs() > twice.abs())
}

/// Returns `a + b`, or nothing if that would have to be rounded.
pub(crate) fn exact_sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    arith::add(a, b, Rounding::HalfEven).filter(|sum| sum.exact).map(|sum| sum.value)
}

/// Returns `a - b`, or nothing if that would have to be rounded.
pub(crate) fn exact_difference(a: Decimal, b: Decimal) -> Option<Decimal> {
    arith::sub(a, b, Rounding::HalfEven).filter(|difference| difference.exact).map(|d| d.value)
}

/// Returns a multiple of a value, or nothing if that would have to be rounded.
pub(crate) fn exact_product(value: Decimal, by: u32) -> Option<Decimal> {
    let product = arith::mul(value, Decimal::from(by), Rounding::HalfEven);
    product.filter(|product| product.exact).map(|product| product.value)
}

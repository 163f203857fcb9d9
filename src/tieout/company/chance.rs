//! How much it says that a figure agrees: the share of figures of as many digits that would.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::{
    interval::Interval,
    tieout::statement::{Entry, Reader, unit},
};

/// Returns the share of the figures of as many digits, within half and double of a claim's, that
/// any of some values would be printed as.
///
/// Of figures of two digits one in forty agrees by chance with one value, and one in five with
/// nine that lie apart.
pub(super) fn chance(entry: &Entry, values: &[Interval]) -> Option<Decimal> {
    let (value, place) = entry.evidence.reading(Reader::Printed).rounded?;
    let unit = unit(place)?;
    let value = value.abs();
    let (low, high) = (value / Decimal::TWO, value.checked_mul(Decimal::TWO)?);
    let all = (high / unit).floor() - (low / unit).ceil() + Decimal::ONE;
    let of = |interval: &Interval| {
        let (from, to) = ends(*interval)?;
        // A value stands for a figure of the same sign, and the last digit of either end rounds.
        let (from, to) = if to <= Decimal::ZERO { (-to, -from) } else { (from, to) };
        if from > high || to < low {
            return None;
        }
        let half = Decimal::new(5, 1);
        let from = (from.max(low) / unit - half).ceil();
        let to = (to.min(high) / unit + half).floor();
        (from <= to).then_some((from, to))
    };
    let mut runs: Vec<(Decimal, Decimal)> = values.iter().filter_map(of).collect();
    runs.sort_unstable();
    let (mut count, mut reached) = (Decimal::ZERO, None::<Decimal>);
    for (from, to) in runs {
        let from = reached.map_or(from, |reached| from.max(reached + Decimal::ONE));
        if to >= from {
            count += to - from + Decimal::ONE;
            reached = Some(to);
        }
    }
    let is_some = all > Decimal::ZERO;
    is_some.then(|| (count / all).min(Decimal::ONE))
}

/// Returns the digits that a claim prints, from the first that is not zero to its place.
pub(super) fn digits(entry: &Entry) -> Option<u32> {
    let (value, place) = entry.evidence.reading(Reader::Printed).rounded?;
    let mut left = (value.abs() / unit(place)?).trunc();
    let mut count = 0;
    while left > Decimal::ZERO {
        left = (left / Decimal::TEN).trunc();
        count += 1;
    }
    Some(count)
}

/// Returns both ends of an interval that has both.
pub(super) fn ends(interval: Interval) -> Option<(Decimal, Decimal)> {
    match interval.ends() {
        [Some(low), Some(high)] => Some((low, high)),
        _ => None,
    }
}

/// Returns the middle of an interval that has both ends.
pub(super) fn middle(interval: Interval) -> Option<Decimal> {
    let (low, high) = ends(interval)?;
    Some(low.checked_add(high)? / Decimal::TWO)
}

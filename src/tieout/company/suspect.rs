//! Filed figures that a factor of a thousand or a million speaks against.
//!
//! Filers tag counts in millions as units, and units as thousands. Where a claim is a filed figure
//! times such a factor, one of the two has the wrong scale, and what is filed of other periods says
//! which, or the earnings per share that are filed beside a count of shares: a figure of the filing
//! that lies farther from them than the claim does is doubted like a claim. No distance decides
//! this, only which of the two is nearer.

use alloc::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{case::Placed, chance::middle};
use crate::{
    bounds::SUSPECT_POWERS,
    figure::Basis,
    interval::Interval,
    item::Item,
    metric::Measure,
    tieout::statement::{Entry, Key, Reader, Version, What, unit},
};

/// Finds the filed figures that a claim and what else is filed speak against, each with the power
/// of ten that is missing from it.
pub(super) fn suspects(entries: &[&Entry], placed: &[Placed]) -> BTreeMap<usize, i8> {
    let mut filed = Filed::new();
    for (place, (entry, placed)) in entries.iter().zip(placed).enumerate() {
        if let (true, [key]) = (entry.is_filed, placed.keys()) {
            filed.insert(key, (place, entry));
        }
    }
    let mut found = BTreeMap::new();
    let claims = entries.iter().zip(placed).filter(|(entry, _)| !entry.is_filed);
    for (claim, placed) in claims {
        let [key] = placed.keys() else { continue };
        let Some((place, own)) = filed.get(key).copied() else { continue };
        let Some(power) = power(claim, own) else { continue };
        let sizes = (size(own), size(claim));
        let by_itself = by_earnings(&filed, key).and_then(|count| is_nearer(count, sizes));
        if by_itself.unwrap_or_else(|| by_other_periods(&filed, key, sizes)) {
            found.insert(place, power);
        }
    }
    found
}

/// What is filed, by its figure, and where it stands.
type Filed<'a> = BTreeMap<&'a Key, (usize, &'a Entry)>;

/// Returns the power of ten by which a claim is a filed figure at another scale, each as precise as
/// it is stated.
fn power(claim: &Entry, filed: &Entry) -> Option<i8> {
    let (stated, admitted) = (claim.evidence.admitted(), filed.evidence.admitted());
    if stated.intersects(admitted) || !claim.has_unit {
        return None;
    }
    SUSPECT_POWERS.into_iter().find(|power| {
        let scaled = unit(-power).map(Interval::point);
        scaled.is_some_and(|factor| (admitted * factor).intersects(stated))
    })
}

/// Returns the size of a figure, if it has one.
fn size(entry: &Entry) -> Option<Decimal> {
    let size = match entry.evidence.reading(Reader::Printed).rounded {
        Some((value, _)) => value.abs(),
        None => middle(entry.evidence.admitted())?.abs(),
    };
    (!size.is_zero()).then_some(size)
}

/// Returns how many shares the income and the earnings per share of the same filing make.
fn by_earnings(filed: &Filed<'_>, key: &Key) -> Option<Decimal> {
    let each = match key.what.measure {
        Measure::Item(Item::SharesDiluted) => Item::EpsDiluted,
        Measure::Item(Item::SharesBasic) => Item::EpsBasic,
        _ => return None,
    };
    let of = |item: Item| {
        let what = What::of(Measure::Item(item));
        let is_standard = |key: &Key| key.version != Version::On(Basis::Adjusted);
        let is_it = |other: &Key| other.what == what && other.period == key.period;
        let found = filed.iter().find(|(other, _)| is_it(other) && is_standard(other));
        found.and_then(|(_, (_, entry))| size(entry))
    };
    of(Item::NetIncome)?.checked_div(of(each)?)
}

/// Returns whether most of the figures of other periods speak for the claim.
fn by_other_periods(
    filed: &Filed<'_>,
    key: &Key,
    sizes: (Option<Decimal>, Option<Decimal>),
) -> bool {
    let is_other = |other: &Key| {
        (key.what, key.version) == (other.what, other.version) && key.period != other.period
    };
    let others = filed.iter().filter(|(other, _)| is_other(other));
    let (mut nearer, mut all) = (0_usize, 0_usize);
    for is_nearer in others.filter_map(|(_, (_, other))| is_nearer(size(other)?, sizes)) {
        nearer += usize::from(is_nearer);
        all += 1;
    }
    nearer * 2 > all
}

/// Returns whether a figure is nearer, as a multiple, to the second of two than to the first.
fn is_nearer(other: Decimal, (filed, claim): (Option<Decimal>, Option<Decimal>)) -> Option<bool> {
    let (filed, claim) = (filed?, claim?);
    let (above, below) = (other.checked_div(filed)?, claim.checked_div(other)?);
    Some(if claim > filed { above > below } else { above < below })
}

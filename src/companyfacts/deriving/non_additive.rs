//! Amounts per share that are no differences, held against each other on one count of shares.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{
    entry::{Entry, EntryAmount},
    series::Series,
};
use crate::{
    arith::{self, Rounding},
    companyfacts::filed::{
        finding::{Against, FindingKind, SeriesFinding},
        rounding::{self, UnitKind, exact_difference, exact_sum},
    },
    period::PeriodKind,
};

/// Half of a place keeps so many decimals where splits moved it: half a cent, over four of the
/// largest that are looked for, a hundred for one, has eleven.
const HALF_PLACES: u32 = 12;

/// Holds the quarters that are said not to be the difference of longer periods against them once
/// more, after a split put all of them on one count: filed on two, they differ by the split alone.
pub(super) fn hold_again(series: &mut Series) {
    let measure = UnitKind::of(&series.unit);
    let (not_additive, mut findings): (Vec<_>, Vec<_>) = core::mem::take(&mut series.findings)
        .into_iter()
        .partition(|finding| finding.kind == FindingKind::NotAdditive);
    findings.extend(not_additive.into_iter().filter_map(|finding| again(series, finding, measure)));
    series.findings = findings;
}

/// Returns a finding on the basis of the series' entries, if it still is one.
fn again(series: &Series, finding: SeriesFinding, measure: UnitKind) -> Option<SeriesFinding> {
    let value = |entry: &'_ Entry| Some(entry.amount.as_ref().ok()?.value);
    let entries = || series.entries.iter().filter(|entry| entry.amount.is_ok());
    let single = entries().find(|entry| {
        (entry.kind, entry.start, entry.end) == (PeriodKind::Quarter, finding.start, finding.end)
    })?;
    let kinds = [PeriodKind::Half, PeriodKind::NineMonths, PeriodKind::Year];
    let mut longer = entries().filter(|entry| kinds.contains(&entry.kind));
    let longer =
        longer.find(|entry| entry.end == finding.end && entry.fiscal_year == single.fiscal_year)?;
    let shorter = entries()
        .find(|entry| entry.start == longer.start && entry.end.tomorrow().ok() == finding.start)?;
    let (reported, difference) =
        (value(single)?, exact_difference(value(longer)?, value(shorter)?)?);
    let mut slack = Decimal::ZERO;
    for entry in [single, longer, shorter] {
        slack = exact_sum(slack, half_place(entry.amount.as_ref().ok()?, measure)?)?;
    }
    let gap = exact_difference(reported, difference)?.abs();
    let against = Some(Against(difference));
    (gap > slack).then_some(SeriesFinding { reported, against, ..finding })
}

/// Returns half of the place to which an amount was filed, on the count of shares it stands on now.
fn half_place(amount: &EntryAmount, measure: UnitKind) -> Option<Decimal> {
    let filed = amount.inputs.first()?.value;
    let half = arith::div(
        arith::power_of_ten(rounding::place(filed, measure))?,
        Decimal::TWO,
        Rounding::HalfEven,
    )?;
    if filed.is_zero() || !amount.split_adjusted {
        return Some(half.value);
    }
    let times = arith::div(amount.value, filed, Rounding::HalfEven)?;
    let product = arith::mul(half.value, times.value.abs(), Rounding::HalfEven)?;
    Some(product.value.round_dp(HALF_PLACES))
}

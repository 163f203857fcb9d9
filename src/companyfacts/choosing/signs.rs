//! Amounts of an item that is positive, under the sign of the cash flow.

use alloc::vec::Vec;

use crate::{
    Item,
    companyfacts::{
        deriving::{entry::Entry, series::Series},
        filed::finding::{FindingKind, SeriesFinding},
    },
    period::PeriodKind,
};

/// Notes the quarters of an item that is positive which are derived from figures of both signs.
///
/// Chevron's report for the first quarter of 2009 gives its capital expenditures as −5,984 million
/// and the one for the half year as 10,414: their difference is no quarter.
pub(super) fn note(item: Item, series: &mut Series) {
    if !item.is_normally_positive() {
        return;
    }
    let of_both = |entry: &&Entry| {
        entry.kind == PeriodKind::Quarter
            && entry.amount.as_ref().is_ok_and(|amount| {
                let signs = || {
                    let values = amount.inputs.iter().map(|input| input.value);
                    values.filter(|value| !value.is_zero()).map(|value| value.is_sign_negative())
                };
                signs().any(|negative| negative) && signs().any(|negative| !negative)
            })
    };
    let noted: Vec<_> =
        series.entries.iter().filter(of_both).filter_map(Entry::lone_sign).collect();
    series.findings.extend(noted);
}

impl Entry {
    fn lone_sign(&self) -> Option<SeriesFinding> {
        let reported = self.amount.as_ref().ok()?.value;
        let (kind, start, end) = (FindingKind::LoneSign, self.start, self.end);
        Some(SeriesFinding { kind, start, end, reported, against: None })
    }
}

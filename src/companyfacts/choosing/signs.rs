//! Amounts of an item that is positive, under the sign of the cash flow, or less than a part.

use alloc::vec::Vec;

use crate::{
    Decimal, Item,
    companyfacts::{
        deriving::{
            entry::{Derivation, Entry, EntryAmount},
            series::Series,
        },
        filed::finding::{FindingKind, SeriesFinding},
    },
    period::PeriodKind,
};

/// One fourth quarter below zero may be a credit; where it is this many, and one in so many of all,
/// the annual reports give another line than the quarterly ones.
const NARROW_YEARS_MIN: usize = 2;
const NARROW_YEARS_ONE_IN: usize = 3;

/// Notes what the signs of an item that is positive show to be no quarter.
pub(super) fn note(item: Item, series: &mut Series) {
    if item.is_normally_positive() {
        note_signs(series);
        note_narrow_years(series);
    }
}

/// Notes the quarters which are derived from figures of both signs, or come out below zero where
/// most figures are above it.
///
/// Chevron's report for the first quarter of 2009 gives its capital expenditures as −5,984 million
/// and the one for the half year as 10,414: their difference is no quarter. AbbVie's reports of
/// 2013 give 256 million for the first half of 2012, and 238 for the nine months.
fn note_signs(series: &mut Series) {
    let amounts = || series.entries.iter().filter_map(|entry| entry.amount.as_ref().ok());
    let below = amounts().filter(|amount| amount.value < Decimal::ZERO).count();
    let is_rare = below * 2 < amounts().count();
    let is_off = |amount: &EntryAmount| {
        let values = || amount.inputs.iter().map(|input| input.value);
        let of_both = values().any(|value| value < Decimal::ZERO)
            && values().any(|value| value > Decimal::ZERO);
        of_both || is_rare && !amount.origin.is_reported() && amount.value < Decimal::ZERO
    };
    let quarters = series.entries.iter().filter(|entry| entry.kind == PeriodKind::Quarter);
    let off = quarters.filter(|entry| entry.amount.as_ref().is_ok_and(is_off));
    let noted: Vec<_> = off.filter_map(|entry| entry.noted(FindingKind::LoneSign)).collect();
    series.findings.extend(noted);
}

/// Notes the fourth quarters and twelve months of a company whose years hold less than its
/// quarterly reports do, so that a fair share of its fourth quarters come out below zero.
///
/// Intuit's quarterly reports give what it pays for property and for software of its own in one
/// line, and its annual reports in two: sixteen of seventeen fourth quarters are below zero, and
/// the other one is no more a quarter than they are.
fn note_narrow_years(series: &mut Series) {
    let rests_on_a_year = |entry: &&Entry| {
        let (kind, last) = (entry.kind, entry.fiscal_quarter == Some(4));
        entry.amount.as_ref().is_ok_and(|amount| match amount.origin {
            Derivation::LessYearToDate | Derivation::LessQuarters => {
                kind == PeriodKind::Quarter && last
            }
            Derivation::YearPlusToDate => kind == PeriodKind::TrailingTwelveMonths,
            _ => false,
        })
    };
    let fourths = || {
        let resting = series.entries.iter().filter(rests_on_a_year);
        resting.filter(|entry| entry.kind == PeriodKind::Quarter)
    };
    let is_below = |entry: &&Entry| {
        entry.amount.as_ref().is_ok_and(|amount| {
            let year = amount.inputs.first().map(|year| year.value);
            amount.value < Decimal::ZERO && year > Some(Decimal::ZERO)
        })
    };
    let (below, count) = (fourths().filter(is_below).count(), fourths().count());
    if below < NARROW_YEARS_MIN || below * NARROW_YEARS_ONE_IN < count {
        return;
    }
    let noted = series.entries.iter().filter(rests_on_a_year);
    let noted = noted.filter_map(|entry| entry.noted(FindingKind::NarrowerConcept));
    let noted: Vec<_> = noted.filter(|finding| !series.findings.contains(finding)).collect();
    series.findings.extend(noted);
}

impl Entry {
    fn noted(&self, kind: FindingKind) -> Option<SeriesFinding> {
        let reported = self.amount.as_ref().ok()?.value;
        let (start, end) = (self.start, self.end);
        Some(SeriesFinding { kind, start, end, reported, against: None })
    }
}

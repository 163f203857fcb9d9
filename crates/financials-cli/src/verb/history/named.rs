//! The kinds of periods that have a name in the output.

use financials::{
    companyfacts::{Entry, Series},
    period::PeriodKind,
};

/// Returns the entries whose period has a name; others, such as a month, are counted and not
/// listed.
pub(super) fn named(series: &Series) -> impl Iterator<Item = &Entry> {
    series.entries.iter().filter(|entry| kind(entry.kind).is_some())
}

/// Returns the name of a kind in the output, if it has one.
pub(super) fn kind(kind: PeriodKind) -> Option<&'static str> {
    Some(match kind {
        PeriodKind::Instant => "instant",
        PeriodKind::Quarter => "quarter",
        PeriodKind::Half => "half",
        PeriodKind::NineMonths => "nine_months",
        PeriodKind::Year => "year",
        PeriodKind::TrailingTwelveMonths => "ttm",
        _ => return None,
    })
}

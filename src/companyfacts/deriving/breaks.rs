//! [`Break`]: where a filing gave a figure otherwise than those before it.

use alloc::vec::Vec;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::companyfacts::{
    filed::{
        rounding::{exact_difference, within_halves},
        timeline::{Timeline, Version},
    },
    periods::years::Slot,
};

/// A figure that one filing gave otherwise than those before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Break {
    /// The fiscal year of its period.
    pub year: usize,
    /// The last day of its period.
    pub end: Date,
    /// The day on which the old value was last filed.
    pub since: Date,
    /// The day on which the new value was filed.
    pub by: Date,
    /// By how much it changed.
    pub change: Decimal,
}

/// Finds every figure that a filing gave otherwise than those before it, by more than a unit of the
/// coarser one's place.
pub(crate) fn breaks(timelines: &[(Slot, Timeline)]) -> Vec<Break> {
    let mut found = Vec::new();
    for (slot, timeline) in timelines {
        let (Some(year), Some(_)) = (slot.year, timeline.start) else { continue };
        let (end, versions) = (timeline.end, &timeline.versions);
        let pairs = versions.iter().zip(versions.iter().skip(1)).enumerate();
        found.extend(pairs.filter_map(|(at, (before, after))| {
            let change = exact_difference(after.fact.value, before.fact.value)?.abs();
            let (since, by) = (before.fact.filed, after.fact.filed);
            // A slip that is taken back changes nothing, and nor does taking it back.
            let (known, later) = versions.split_at_checked(at + 1)?;
            let slipped = known.iter().any(|version| agrees(version, after))
                || later.iter().any(|version| agrees(version, before));
            (since < by && !slipped).then_some(Break { year, end, since, by, change })
        }));
    }
    found
}

fn agrees(a: &Version, b: &Version) -> bool {
    let place = a.place.max(b.place);
    within_halves(a.fact.value, b.fact.value, &[place, place])
}

//! Finds a metric by a name as people write it, and the nearest names where there is none.

use alloc::vec::Vec;

use super::Metric;

/// Names that are offered in place of an unknown one.
const OFFERED_MAX: usize = 3;

/// A name is near where it shares at least this part of its pairs of letters, in thousandths.
///
/// At half, `returns_on_equity` finds `return_on_equity` and `margins` the margins, while `sales`,
/// which is a line item elsewhere, finds the multiples of sales.
const LIKENESS_MIN: usize = 500;

impl Metric {
    /// Returns the metric whose name or alias has the same letters and digits, in any case.
    pub(super) fn from_loose_name(text: &str) -> Option<Self> {
        let is_same = |name: &str| letters(name).eq(letters(text));
        Self::all().find(|metric| names(*metric).any(is_same))
    }

    /// Returns the metrics with the names most like a text, the nearest first.
    pub(super) fn near(text: &str) -> Vec<Self> {
        let wanted = pairs(text);
        let mut found: Vec<(usize, Self)> = Self::all()
            .filter_map(|metric| {
                let best = names(metric).map(|name| likeness(&wanted, pairs(name))).max()?;
                (best >= LIKENESS_MIN).then_some((best, metric))
            })
            .collect();
        // The sort is stable: what is equally near stays in the catalogue's order.
        found.sort_by_key(|(likeness, _)| core::cmp::Reverse(*likeness));
        found.into_iter().map(|(_, metric)| metric).take(OFFERED_MAX).collect()
    }
}

fn names(metric: Metric) -> impl Iterator<Item = &'static str> {
    core::iter::once(metric.name()).chain(metric.aliases().iter().copied())
}

/// `EV/EBITDA`, `ev-ebitda` and `ev_ebitda` have the same letters.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| letter.to_ascii_lowercase())
}

fn pairs(text: &str) -> Vec<(char, char)> {
    letters(text).zip(letters(text).skip(1)).collect()
}

/// Dice's coefficient of two lists of pairs, in thousandths.
fn likeness(wanted: &[(char, char)], mut others: Vec<(char, char)>) -> usize {
    let all = wanted.len() + others.len();
    let shared = wanted
        .iter()
        .filter(|pair| {
            let place = others.iter().position(|other| other == *pair);
            place.map(|place| others.swap_remove(place)).is_some()
        })
        .count();
    (2 * shared * 1000).checked_div(all).unwrap_or(0)
}

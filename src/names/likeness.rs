//! Finds the names that are most like one that nothing has.

use alloc::vec::Vec;
use core::fmt;

/// Names that are offered in place of an unknown one.
const OFFERED_MAX: usize = 3;

/// A name is near where it shares at least this part of its pairs of letters, in thousandths.
///
/// At half, `returns_on_equity` finds `return_on_equity` and `margins` the margins, while `sales`,
/// which is a line item elsewhere, finds the multiples of sales.
const LIKENESS_MIN: usize = 500;

/// The likeness of names that share all their pairs.
const SAME: usize = 1000;

/// Returns the things of which a name is most like a text, the nearest first.
pub(crate) fn nearest<T: Copy, N: Iterator<Item = &'static str>>(
    text: &str,
    all: impl Iterator<Item = T>,
    names: impl Fn(T) -> N,
) -> Vec<T> {
    let wanted = pairs(text);
    let mut found: Vec<(usize, T)> = all
        .filter_map(|it| {
            let best = names(it).map(|name| likeness(&wanted, pairs(name))).max()?;
            (best >= LIKENESS_MIN).then_some((best, it))
        })
        .collect();
    // The sort is stable: what is equally near stays in its order.
    found.sort_by_key(|(likeness, _)| core::cmp::Reverse(*likeness));
    // Beside the same letters, what is like them is no help.
    if found.iter().any(|(likeness, _)| *likeness == SAME) {
        found.retain(|(likeness, _)| *likeness == SAME);
    }
    found.into_iter().map(|(_, it)| it).take(OFFERED_MAX).collect()
}

/// Returns the letters and digits of a name, in lower case: `EV/EBITDA`, `ev-ebitda` and
/// `ev_ebitda` have the same.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| letter.to_ascii_lowercase())
}

/// Prints names as `a, b or c`, or others where there are none.
pub(crate) struct Offered<'a, T>(pub &'a [T], pub &'static str);

impl<T: fmt::Display> fmt::Display for Offered<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(names, otherwise) = self;
        let Some((last, others)) = names.split_last() else {
            return f.write_str(otherwise);
        };
        for (at, name) in others.iter().enumerate() {
            write!(f, "{}{name}", if at > 0 { ", " } else { "" })?;
        }
        write!(f, "{}{last}", if others.is_empty() { "" } else { " or " })
    }
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
    (2 * shared * SAME).checked_div(all).unwrap_or(0)
}

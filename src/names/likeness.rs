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

/// Returns the names of which a text is a slip of the pen, the nearest first.
pub(crate) fn slips<'n>(text: &str, names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let near = names.filter(|name| is_slip(name, text));
    let mut found: Vec<(usize, &str)> = near.map(|name| (distance(name, text), name)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name).take(OFFERED_MAX).collect()
}

/// Returns whether a text is another name by a slip of the pen: one letter too many, too few,
/// another or swapped with its neighbour, of long names two.
pub(crate) fn is_slip(name: &str, text: &str) -> bool {
    const SHORT: usize = 4;
    const LONG: usize = 10;
    let lengths = [name, text].map(|it| it.chars().count());
    let [one, other] = lengths;
    let (least, most) = (one.min(other), one.max(other));
    let slips = if least >= LONG { 2 } else { 1 };
    let is_near = least >= SHORT && most - least <= slips;
    is_near && (1..=slips).contains(&distance(name, text))
}

/// Returns the least number of letters to add, take away, exchange or swap with a neighbour.
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    // The rows of the table for the two letters before, the one before, and this one.
    let (mut far, mut last): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=other.len()).collect());
    for (at, letter) in one.iter().enumerate() {
        let mut row = alloc::vec![at + 1];
        for (place, wanted) in other.iter().enumerate() {
            let get = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX);
            let kept = get(&last, place) + usize::from(letter != wanted);
            let mut least = kept.min(get(&last, place + 1) + 1).min(get(&row, place) + 1);
            let is_swapped = at > 0
                && place > 0
                && one.get(at - 1) == Some(wanted)
                && other.get(place - 1) == Some(letter);
            if is_swapped {
                least = least.min(get(&far, place - 1).saturating_add(1));
            }
            row.push(least);
        }
        far = core::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
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

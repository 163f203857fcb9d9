//! Heads of periods and of words of change with nothing but one space between.

use super::cell::is_year;
use crate::{moment, token::tokens};

/// Cuts a head of two periods or more, and of words of change, that has one space between: `Q4'24
/// Q4'23 YOY % change`. Words of change are one head.
pub(super) fn of_words(head: &str) -> Option<Vec<&str>> {
    const CHANGES: &[&str] = &[
        "change",
        "chg",
        "yoy",
        "y/y",
        "qoq",
        "q/q",
        "%",
        "growth",
        "inc",
        "dec",
        "(dec)",
        "inc/(dec)",
        "vs",
        "vs.",
    ];
    let mut heads: Vec<(usize, usize)> = Vec::new();
    let (mut periods, mut was_change, mut at) = (0, false, 0);
    for word in head.split_whitespace() {
        let start = at + head.get(at..)?.find(word)?;
        at = start + word.len();
        let is_change = CHANGES.contains(&word.to_lowercase().as_str());
        match is_change {
            true if was_change => heads.last_mut()?.1 = at,
            true => heads.push((start, at)),
            false if is_period(word) => {
                periods += 1;
                heads.push((start, at));
            }
            false => return None,
        }
        was_change = is_change;
    }
    (periods > 1).then(|| heads.iter().filter_map(|(from, to)| head.get(*from..*to)).collect())
}

/// Whether a word is a year, or a quarter or a half with its year: `Q4'24`, `4Q24`, `FY2024`.
fn is_period(word: &str) -> bool {
    if is_year(word) {
        return true;
    }
    let own = tokens(word, &[]);
    let has_year = word.chars().filter(char::is_ascii_digit).count() > 1;
    let read = moment::Reader(&own).moment(0);
    has_year && read.is_some_and(|(_, length)| length == own.len())
}

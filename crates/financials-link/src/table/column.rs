//! [`Column`]: what the heads over a column say of its numbers.

use std::ops::Range;

use super::line::Line;
use crate::{
    link::Aspect,
    moment::{self, Moment},
    token::{Token, tokens},
};

/// Words of what stands over the labels.
const OVER_LABELS: &[&str] =
    &["in millions", "in thousands", "in billions", "dollars", "figures", "except", "unaudited"];

/// What the numbers of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counts {
    /// Amounts of a period.
    Levels,
    /// Changes between two of the columns, as parts or as amounts.
    Changes,
    /// What analysts expect.
    Consensus,
    /// What the company expects, or what came out, where the head names no period.
    Stated,
    /// What the company expected before.
    Previous,
    /// Nothing that a claim is made of.
    Nothing,
}

/// What the heads over a column say of its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// The words of its heads, from the top.
    pub(crate) words: String,
    pub(crate) counts: Counts,
    pub(crate) moment: Option<Moment>,
    /// A head that is nothing but a year, which may be that of a quarter named elsewhere.
    pub(crate) is_bare_year: bool,
    pub(crate) is_guided: bool,
    /// What its changes are measured from, where the head says so.
    pub(crate) aspect: Option<Aspect>,
    /// Whether its moment is what its changes are measured from: `% Change from June 2024`.
    pub(crate) is_from: bool,
    pub(crate) is_percent: bool,
    pub(crate) is_constant: bool,
    pub(crate) is_adjusted: Option<bool>,
}

/// What the columns are under some heads, where there are so many of them; a change that the last
/// head is of may be left out.
pub(super) fn columns(text: &str, heads: &[&Line], count: usize) -> Option<Vec<Column>> {
    let without_change = || {
        let mut columns = all_columns(text, heads, count + 1)?;
        let last = columns.pop()?.counts == Counts::Changes;
        let levels = columns.iter().all(|column| column.counts == Counts::Levels);
        (last && levels).then_some(columns)
    };
    all_columns(text, heads, count).or_else(without_change)
}

fn all_columns(text: &str, heads: &[&Line], count: usize) -> Option<Vec<Column>> {
    let mut words = vec![String::new(); count];
    let mut is_known = false;
    for head in heads {
        let (over_labels, cells) = over_columns(text, head, count);
        let over_all = over_labels.filter(|cell| cell.to_lowercase().contains("ended"));
        is_known |= cells.len() == count;
        let spanning = cells.iter().find(|cell| cell.to_lowercase().contains("ended")).copied();
        for (place, column) in words.iter_mut().enumerate() {
            // What spans no whole number of columns is said of each.
            let own = over(&cells, place, count).map_or(spanning, |at| cells.get(at).copied());
            for cell in over_all.into_iter().chain(own) {
                column.push(' ');
                column.push_str(cell);
            }
        }
    }
    let columns: Vec<Column> = words.iter().map(|words| column(words)).collect();
    let says = |column: &Column| Column { words: String::new(), ..column.clone() };
    let is_like = |one: &Column, other: &Column| {
        matches!(one.counts, Counts::Levels | Counts::Stated) && says(one) == says(other)
    };
    let repeats = (1..count).any(|at| {
        let (before, rest) = columns.split_at(at);
        rest.first().is_some_and(|one| before.iter().any(|other| is_like(one, other)))
    });
    (is_known && !repeats).then_some(columns)
}

/// Which of some heads stands over a column. Where the last is one of changes, the others share
/// what is left of it alone, or stand over a column each, and it over the rest.
fn over(cells: &[&str], place: usize, count: usize) -> Option<usize> {
    let own = cells.len();
    if own == 0 || own > count {
        return None;
    }
    if count.is_multiple_of(own) {
        return (place * own).checked_div(count);
    }
    let others = own - 1;
    cells.last().filter(|last| last.to_lowercase().contains("change"))?;
    if others > 0 && (count - 1).is_multiple_of(others) {
        return (place * others).checked_div(count - 1).map(|at| at.min(others));
    }
    Some(place.min(others))
}

/// What of a head stands over the labels, and the cells that stand over numbers.
fn over_columns<'a>(text: &'a str, head: &Line, count: usize) -> (Option<&'a str>, Vec<&'a str>) {
    let get = |cell: &Range<usize>| text.get(cell.clone()).unwrap_or_default();
    let mut cells: Vec<&str> = head.cells.iter().map(get).collect();
    if let [only] = cells.as_slice() {
        cells = by_word(only, count).unwrap_or(cells);
    }
    let fits = |own: usize| own > 0 && count.is_multiple_of(own);
    let is_label = |cell: &&str| {
        let lower = cell.to_lowercase();
        OVER_LABELS.iter().any(|name| lower.contains(name))
    };
    let has_label = cells.first().is_some_and(is_label)
        || cells.first().is_some_and(|first| is_over_labels(first))
            && (cells.len() == count + 1
                || cells.len() > 2 && !fits(cells.len()) && fits(cells.len() - 1));
    if cells.len() > 1 && has_label {
        return (Some(cells.remove(0)), cells);
    }
    (None, cells)
}

/// Whether a head stands over the labels and is not that of a column: it has no year in it.
fn is_over_labels(head: &str) -> bool {
    head.contains("nded") || !head.contains(|letter: char| letter.is_ascii_digit())
}

/// Cuts a head of periods and words of change with one space between into as many columns: `2025
/// 2024 Change`.
fn by_word(head: &str, count: usize) -> Option<Vec<&str>> {
    super::head::of_words(head).filter(|heads| heads.len() == count)
}

fn column(words: &str) -> Column {
    let tokens = tokens(words, &[]);
    let reader = moment::Reader(&tokens);
    let moment = last_moment(&reader, tokens.len());
    let lower = words.to_lowercase();
    let says = |names: &[&str]| names.iter().any(|name| lower.contains(name));
    let is_word = |word: &str| tokens.iter().any(|token: &Token| token.word == word);
    let is_change = says(&[
        "change",
        "inc/",
        "increase",
        "variance",
        "growth",
        "year-over-year",
        "% chg",
        "chg",
        "y/y",
        "yoy",
        "q/q",
        "qoq",
    ]) || is_word("inc")
        || is_word("var");
    let counts = if says(&["% of", "percent of", "as a %", "adjustment", "reconcil", "note"]) {
        Counts::Nothing
    } else if is_change {
        Counts::Changes
    } else if says(&["consensus", "estimate", "street", "analyst"]) || is_word("est") {
        Counts::Consensus
    } else if says(&["prior guidance", "previous", "prior outlook", "prior"]) && moment.is_none() {
        Counts::Previous
    } else if moment.is_some() {
        Counts::Levels
    } else if says(&[
        "actual", "reported", "current", "revised", "updated", "guidance", "outlook", "new", "gaap",
    ]) {
        Counts::Stated
    } else {
        Counts::Nothing
    };
    Column {
        words: words.split_whitespace().collect::<Vec<_>>().join(" "),
        counts,
        moment,
        is_bare_year: words.split_whitespace().count() == 1,
        is_guided: says(&["guidance", "outlook"]),
        aspect: if says(&["q/q", "qoq", "sequential", "prior quarter"]) {
            Some(Aspect::QuarterAgo)
        } else {
            says(&["y/y", "yoy", "year-over-year", "year over year"]).then_some(Aspect::YearAgo)
        },
        is_from: counts == Counts::Changes
            && tokens.iter().any(|token| matches!(token.word.as_str(), "from" | "vs" | "versus")),
        is_percent: lower.contains('%') || says(&["percent", "pct"]),
        is_constant: says(&[
            "constant",
            "excluding currency",
            "currency-neutral",
            "currency neutral",
            "local currency",
            "ex-fx",
            "fx-neutral",
            "fxn",
        ]),
        is_adjusted: match says(&["non-gaap", "adjusted", "non gaap", "core"]) {
            true => Some(true),
            false => is_word("gaap").then_some(false),
        },
    }
}

/// The moment that says most of some tokens: a span of time before a bare year.
fn last_moment(reader: &moment::Reader<'_>, count: usize) -> Option<Moment> {
    let mut found: Option<Moment> = None;
    let mut at = 0;
    while at < count {
        let Some((moment, length)) = reader.moment(at) else {
            at += 1;
            continue;
        };
        found = Some(match (found, moment) {
            (
                Some(own @ (Moment::Ended { .. } | Moment::Quarter { .. })),
                Moment::Year { year },
            ) => own.in_year(year),
            (Some(Moment::Ended { months, .. }), Moment::On(day)) => Moment::Ended { months, day },
            (_, moment) => moment,
        });
        at += length;
    }
    found
}

//! [`Label`]: which measure the label of a table's row names.

use std::ops::Range;

use crate::{
    bounds::PHRASE_TOKENS_MAX,
    catalogue::has_segments,
    lexicon::Sense,
    names::Names,
    notes::{Lookup, Notes},
    token::tokens,
};

/// What the label of a row says.
#[derive(Clone, Debug, Default)]
pub(super) struct Label {
    pub(super) metric: Option<&'static str>,
    /// The words before the measure, or the whole label where it names none.
    pub(super) segment: Option<String>,
    pub(super) is_adjusted: Option<bool>,
    /// It is a row of changes of the measure.
    pub(super) is_growth: bool,
    /// The measure is a loss, or cash used.
    pub(super) is_loss: bool,
    /// It names a whole: `Total revenue`.
    pub(super) is_total: bool,
    /// The numbers are parts of a hundred: `Gross margin (%)`.
    pub(super) is_percent: bool,
    /// The bytes of the words that name the measure, within the label.
    pub(super) named: Range<usize>,
}

/// Words beside a measure that are part of its name in a table.
const BESIDE: &[&str] = &[
    "total",
    "net",
    "consolidated",
    "company",
    "reported",
    "the",
    "our",
    "of",
    "for",
    "and",
    "diluted",
    "basic",
    "common",
    "stock",
    "shares",
    "share",
    "per",
    "period",
    "quarter",
    "end",
    "ending",
    "closing",
    "year",
    "worldwide",
    "group",
    "firmwide",
    "firm",
    "assuming",
    "dilution",
    "%",
    ",",
    "-",
    "\u{2013}",
    "\u{2014}",
    ":",
    "*",
    "/",
    "at",
    "a",
    "as",
    "parent",
    "shareholders",
    "stockholders",
    "shareowners",
    "common",
    "attributable",
    "to",
    "available",
    "applicable",
    "from",
    "continuing",
    "operations",
    "percentage",
    "unaudited",
    "margin",
    "rate",
    "holders",
    "loss",
    "income",
    "in",
    "inc",
    ".",
    "corporation",
    "corp",
    "plc",
    "ordinary",
];

impl Label {
    /// Reads a label; one that says more than a measure and whose it is names none.
    pub(super) fn read(text: &str, names: &Names, lookup: &Lookup) -> Self {
        let tokens = tokens(text, &[]);
        let notes = Notes::new(&[], &tokens, names, lookup);
        let mut label = Self { is_percent: text.contains('%'), ..Self::default() };
        let lower = text.to_lowercase();
        label.is_adjusted = basis(&notes, tokens.len());
        label.is_total =
            ["total", "worldwide", "consolidated"].iter().any(|word| lower.starts_with(word));
        label.is_growth = ["growth", "change", "% chg"].iter().any(|word| lower.contains(word));
        let longest = (0..tokens.len())
            .filter_map(|at| notes.measure(at).map(|(name, length)| (at, length, name)))
            .max_by_key(|(at, length, _)| (*length, std::cmp::Reverse(*at)));
        let Some((at, length, name)) = longest else {
            label.segment = (!tokens.is_empty() && !label.is_growth)
                .then(|| notes.words(0..end_of_name(&notes, tokens.len())))
                .filter(|words| !words.is_empty());
            return label;
        };
        let own = at..at + length;
        if is_of_others(&lower) || has_outside(&notes, tokens.len(), &own) {
            return label;
        }
        let is_beside = |at: usize| {
            own.contains(&at)
                || in_bracket(&notes, at)
                || BESIDE.contains(&notes.word(at))
                || is_footnote(&notes, at)
                || is_said(&notes, at)
                || notes.company(at).is_some()
                || in_company(&notes, at)
        };
        let rest: Vec<usize> = (0..tokens.len()).filter(|at| !is_beside(*at)).collect();
        let is_before = rest.iter().all(|place| *place < at);
        if !is_before || !rest.is_empty() && !has_segments(name) {
            return label;
        }
        if let (Some(first), Some(last)) = (rest.first(), rest.last()) {
            label.segment = Some(notes.words(*first..last + 1));
        }
        label.is_loss = own.clone().any(|at| matches!(notes.word(at), "loss" | "used"))
            && !own.clone().any(|at| matches!(notes.word(at), "income" | "provided" | "earnings"))
            && !lower.contains("(loss)");
        label.metric = Some(variant(name, &lower));
        label.named = notes.span(at, length).unwrap_or_default();
        label
    }
}

/// The measure by the words of a bracket beside it: `EPS (basic; in euros)`.
fn variant(name: &'static str, label: &str) -> &'static str {
    match name {
        "eps_diluted" if label.contains("basic") && !label.contains("diluted") => "eps_basic",
        "net_income" if label.contains("per share") || label.contains("per diluted") => {
            "eps_diluted"
        }
        name => name,
    }
}

/// Whether a label names what is not the company's shareholders'.
fn is_of_others(label: &str) -> bool {
    const OTHERS: &[&str] = &[
        "noncontrolling",
        "non-controlling",
        "minority",
        "preferred",
        "discontinued",
        "% of",
        "percent of",
        "as a %",
        "per employee",
        "excluding",
        "before",
        "adjustment",
        "reconcil",
        "shares outstanding",
        "weighted",
    ];
    OTHERS.iter().any(|word| label.contains(word))
}

/// Whether a phrase outside the measure's own words says that it is none.
fn has_outside(notes: &Notes<'_>, count: usize, own: &Range<usize>) -> bool {
    notes.senses(0..count).any(|(at, sense, _)| {
        matches!(sense, Sense::Outside | Sense::Driver | Sense::Part | Sense::Market)
            && !own.contains(&at)
    })
}

fn basis(notes: &Notes<'_>, count: usize) -> Option<bool> {
    notes.senses(0..count).find_map(|(_, sense, _)| match sense {
        Sense::Adjusted => Some(true),
        Sense::Gaap | Sense::Reported => Some(false),
        _ => None,
    })
}

/// Whether a token is within a phrase of the basis or of one share.
fn is_said(notes: &Notes<'_>, at: usize) -> bool {
    (at.saturating_sub(PHRASE_TOKENS_MAX - 1)..=at).any(|from| {
        notes.sense(from).is_some_and(|(sense, length)| {
            from + length > at
                && matches!(
                    sense,
                    Sense::Adjusted
                        | Sense::Gaap
                        | Sense::Reported
                        | Sense::PerShare
                        | Sense::PerDilutedShare
                )
        })
    })
}

fn in_company(notes: &Notes<'_>, at: usize) -> bool {
    (at.saturating_sub(PHRASE_TOKENS_MAX - 1)..=at)
        .any(|from| notes.company(from).is_some_and(|(_, length)| from + length > at))
}

fn in_bracket(notes: &Notes<'_>, at: usize) -> bool {
    let open = (0..=at).rev().find(|at| notes.is_mark(*at, '(') || notes.is_mark(*at, ')'));
    notes.is_mark(at, ')') || open.is_some_and(|open| notes.is_mark(open, '('))
}

/// A number behind a label that is none of its words: `Free cash flow 1`.
fn is_footnote(notes: &Notes<'_>, at: usize) -> bool {
    at > 0 && notes.word(at).len() == 1 && notes.word(at).parse::<u8>().is_ok()
}

/// Where the words of a name end: before a bracket.
fn end_of_name(notes: &Notes<'_>, count: usize) -> usize {
    (0..count)
        .find(|at| notes.is_mark(*at, '(') || notes.is_mark(*at, ':') || is_footnote(notes, *at))
        .unwrap_or(count)
}

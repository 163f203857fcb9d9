//! Figures of what is named beside them and is no measure: `billed business of $388 billion`.

use std::ops::Range;

use crate::{lexicon::Sense, notes::Count};

use super::{Reader, here::Here};

/// Words that call back what was named before.
const CALLS: &[&str] = &[
    "it", "this", "which", "these", "those", "they", "figure", "total", "number", "result",
    "results", "amount", "sum", "company", "business", "group", "firm", "one", "who", "we",
    "range", "midpoint", "level", "record", "high", "low", "value", "estimate", "forecast",
];

impl Reader<'_> {
    /// Whether a clause that names no measure has a subject that is none: "and AUM increased to".
    pub(super) fn is_of_unknown(&self, here: &Here) -> bool {
        const SAYS: &[&str] =
            &["was", "were", "totaled", "totalled", "reached", "stood", "amounted", "averaged"];
        const BOUNDS: &[&str] = &[",", ";", ":", "(", "and", "while", "but", "that", "as", "with"];
        let gap = &here.gap;
        let is_verb = |at: &usize| {
            let changes = matches!(self.notes.sense(*at), Some((Sense::Change, _)))
                && self.notes.word(*at).ends_with("ed");
            // "which saw enrollments rise"
            let is_seen = matches!(self.notes.word(*at), "rise" | "increase" | "climb" | "fall")
                && (gap.start..*at)
                    .any(|at| matches!(self.notes.word(at), "saw" | "see" | "seen" | "seeing"));
            changes
                || is_seen
                || SAYS.contains(&self.notes.word(*at))
                || matches!(self.notes.word(*at), "rose" | "grew" | "fell" | "climbed")
        };
        if self.is_other_growth(gap) || self.is_of_name(here) {
            return true;
        }
        let Some(verb) = gap.clone().rev().find(is_verb) else { return false };
        let bound = (gap.start..verb).rev().find(|at| BOUNDS.contains(&self.notes.word(*at)));
        let start = bound.map_or(gap.start, |bound| bound + 1);
        let passed = |at: &usize| {
            !self.notes.is_word(*at)
                || self.notes.in_moment(*at)
                || matches!(self.notes.word(*at), "also" | "then" | "now" | "for" | "the" | "in")
        };
        let head = (start..verb).rev().find(|at| !passed(at));
        head.is_some_and(|at| {
            !self.notes.is_capital(at)
                && !self.notes.is_plain(at)
                && !self.calls_back(at, gap.start)
        })
    }

    /// "billed business of $388 billion", "active accounts: 434": what the figure is of is named
    /// right before it, and is no measure.
    fn is_of_name(&self, here: &Here) -> bool {
        const BETWEEN: &[&str] = &[
            "of",
            ":",
            "about",
            "nearly",
            "almost",
            "approximately",
            "around",
            "roughly",
            "over",
            "than",
            "more",
            "-",
            "\u{2013}",
            "*",
        ];
        let gap = &here.gap;
        if self.notes.count(here.at) == Count::Percent {
            return false;
        }
        let leads = |at: &usize| !BETWEEN.contains(&self.notes.word(*at));
        let Some(last) = gap.clone().rev().find(leads) else { return false };
        let is_led = last + 1 < gap.end
            && gap
                .clone()
                .skip_while(|at| at <= &last)
                .any(|at| matches!(self.notes.word(at), "of" | ":"));
        is_led
            && last > gap.start
            && self.notes.is_word(last)
            && !self.notes.is_capital(last)
            && !self.notes.is_plain(last)
            && !self.notes.in_moment(last)
            && !self.calls_back(last, gap.start)
    }

    /// Whether a word calls back what was named, and is no name itself: "the business", and not
    /// "billed business".
    fn calls_back(&self, at: usize, floor: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| *before >= floor);
        let is_named = before.is_some_and(|before| {
            self.notes.is_word(before)
                && !self.notes.is_plain(before)
                && !self.notes.in_moment(before)
        });
        CALLS.contains(&self.notes.word(at)) && !is_named
    }

    /// "with operational growth of": a growth of its own kind, or of what nobody knows.
    fn is_other_growth(&self, gap: &Range<usize>) -> bool {
        let growth = gap.clone().rev().find(|at| self.notes.word(*at) == "growth");
        let before = growth.and_then(|at| at.checked_sub(1)).filter(|at| *at >= gap.start);
        before.is_some_and(|at| {
            self.notes.is_word(at)
                && !self.notes.is_capital(at)
                && !self.notes.is_plain(at)
                && !self.notes.in_moment(at)
                && !matches!(self.notes.word(at), "with" | "double" | "digit" | "that" | "such")
        })
    }
}

//! Figures that stand apart from what is told: thresholds, rows of numbers, rates of a year.

use crate::bounds::{ANNUAL_REACH, ROW_BARS_MIN};
use std::ops::Range;

use super::{Reader, here::Here, state::Flow};

impl Reader<'_> {
    /// "168 deals > $1 million", "deals each exceeding $5 million": what is counted has it.
    pub(super) fn is_threshold(&self, here: &Here) -> bool {
        let own = self.notes.mention(here.at).map_or("", |mention| mention.found.text());
        let is_more = |at: usize| {
            self.notes.is_mark(at, '>')
                || self.notes.is_mark(at, '\u{2265}')
                || self.notes.word(at) == "exceeding" && self.notes.word(at - 1) == "each"
        };
        here.at > here.sentence.start + 1
            && (own.starts_with(['>', '\u{2265}']) || is_more(here.at - 1))
    }

    /// Whether a figure stands in a row of figures with nothing but bars and signs between: which
    /// of them is of what, no word says.
    pub(super) fn is_in_row(&self, flow: &Flow, here: &Here) -> bool {
        let bars = here.sentence.clone().filter(|at| self.notes.is_mark(*at, '|')).count();
        let is_bare = |mut range: Range<usize>| range.all(|at| !self.notes.is_word(at));
        let is_next = here.next() < here.sentence.end
            && self.notes.count(here.next()) == self.notes.count(here.at)
            && here.right.is_empty();
        let is_again = flow.last.is_some_and(|last| last.count == self.notes.count(here.at))
            && here.gap.is_empty();
        bars >= ROW_BARS_MIN || is_next || is_again && is_bare(here.right.clone())
    }

    /// Whether a dividend is that of a year, by the words behind it: `an $8.84 annual rate`.
    pub(super) fn is_annual(&self, metric: &str, here: &Here) -> bool {
        let near =
            here.at.saturating_sub(ANNUAL_REACH).max(here.sentence.start)..here.at + ANNUAL_REACH;
        metric == "dividends_per_share"
            && near.clone().any(|at| {
                matches!(self.notes.word(at), "annualized" | "annualised")
                    || self.notes.word(at) == "annual"
                        && matches!(self.notes.word(at + 1), "rate" | "basis")
            })
    }
}

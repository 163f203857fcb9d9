//! Words beside a figure that nobody knows: they may say that it is of a part.

use std::ops::Range;

use crate::{
    bounds::{ROW_TOKENS_MAX, WHOSE_REACH},
    lexicon::{Sense, is_neutral},
};

use super::{Reader, here::Here};

impl Reader<'_> {
    /// The bytes of the first word around a figure, within its clause, that names nothing known.
    pub(super) fn doubt(&self, here: &Here) -> Option<Range<usize>> {
        let clause = here.gap.clone().rfind(|at| {
            self.notes.is_mark(*at, ';') || matches!(self.notes.word(*at), "while" | "whereas")
        });
        let before = clause.unwrap_or(here.gap.start)..here.at;
        let end = here.next().min(here.at + WHOSE_REACH);
        let stops = |at: &usize| {
            !self.notes.is_word(*at)
                || matches!(self.notes.word(*at), "and" | "while" | "as" | "which" | "but")
                || matches!(
                    self.notes.sense(*at),
                    Some((
                        Sense::Driver
                            | Sense::Beat
                            | Sense::Compared
                            | Sense::From
                            | Sense::Consensus
                            | Sense::Market,
                        _
                    ))
                )
        };
        let close = (here.right.start..end).find(stops).unwrap_or(end);
        let mut words = before.chain(here.right.start..close);
        let unknown = words
            .find(|at| self.is_unknown(*at))
            .or_else(|| self.unknown_subject(here.sentence.clone()))
            .or_else(|| self.unknown_subject(self.line_start..here.sentence.start))?;
        self.notes.span(unknown, 1)
    }

    /// The first word of what a sentence speaks of that nobody knows: "Mobility grew 2%, with
    /// operating income of", "The defense sector fared no better, with". Of a line it is what
    /// stands before a colon.
    fn unknown_subject(&self, range: Range<usize>) -> Option<usize> {
        let stops = |at: &usize| {
            self.notes.is_figure(*at)
                || self.notes.is_mark(*at, ',')
                || self.notes.measure(*at).is_some()
        };
        let is_line = range.start == self.line_start;
        let colon = range.clone().take(ROW_TOKENS_MAX).find(|at| self.notes.is_mark(*at, ':'));
        let end = match colon.filter(|_| is_line) {
            Some(colon) => colon,
            None if range.end <= self.line_start => return None,
            None => range.clone().find(stops).unwrap_or(range.end),
        };
        let is_own = colon.is_some() || !range.clone().any(|at| self.notes.is_mark(at, ':'));
        (range.start..end).filter(|_| is_own).find(|at| self.is_unknown(*at))
    }

    /// Whether a word names something, and nothing that is known.
    pub(super) fn is_unknown(&self, at: usize) -> bool {
        self.notes.is_word(at)
            && !self.notes.is_plain(at)
            && !self.notes.in_measure(at)
            && !self.notes.in_moment(at)
            && !self.notes.in_company(at)
            && !is_neutral(self.notes.word(at))
    }
}

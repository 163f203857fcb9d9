//! What a sentence opens with: the name that it is about.

use std::ops::Range;

use crate::{
    bounds::{NAMED_SEGMENT_TOKENS_MAX, SENTENCE_TOKENS_MAX},
    lexicon::is_neutral,
};

use super::Reader;

impl Reader<'_> {
    /// The region that a sentence opens with: `In the U.S., …`, `In services we set …`.
    pub(super) fn opener(&self, range: Range<usize>) -> Option<String> {
        if !matches!(self.notes.word(range.start), "in" | "at") {
            return None;
        }
        let from = range.start + 1 + usize::from(self.notes.word(range.start + 1) == "the");
        let end = match self.notes.name_from(from, range.end) {
            end if end > from => end,
            _ if self.notes.word(from + 1) == "we" && self.notes.is_word(from) => from + 1,
            _ if self.named_segment(from, range.end) > from => self.named_segment(from, range.end),
            // "At franchised stores, sales"
            _ => match self.small_words(from, range.end) {
                end if end > from && self.notes.is_mark(end, ',') => end,
                _ => return None,
            },
        };
        (!self.notes.is_company(from..end)).then(|| self.notes.words(from..end))
    }

    /// Where a name of small words ends that "segment" and a comma stand behind: "In the gaming
    /// and AI PC segment, revenue".
    fn named_segment(&self, from: usize, limit: usize) -> usize {
        let limit = limit.min(from + NAMED_SEGMENT_TOKENS_MAX);
        let end = (from..limit)
            .take_while(|at| self.notes.is_word(*at) || self.notes.is_mark(*at, '&'))
            .find(|at| matches!(self.notes.word(*at), "segment" | "division" | "unit"));
        end.filter(|end| self.notes.is_mark(end + 1, ',')).unwrap_or(from)
    }

    /// The name that the sentence of a token opens with, and of which a verb says something:
    /// "Mobility remained".
    pub(super) fn opening_name(&self, at: usize) -> Option<String> {
        const SAID: &[&str] = &["said", "says", "noted", "added", "told", "commented"];
        let floor = at.saturating_sub(SENTENCE_TOKENS_MAX);
        let is_stop = |at: &usize| {
            ['.', '!', '?', '\n', ':'].iter().any(|mark| self.notes.is_mark(*at, *mark))
        };
        let start = (floor..at).rev().find(is_stop).map_or(floor, |stop| stop + 1);
        let start = (start..at).find(|at| self.notes.is_word(*at))?;
        let end = self.notes.single_name(start, at);
        let is_name = end > start
            && !self.notes.is_plain(start)
            && !is_neutral(self.notes.word(start))
            && self.notes.company(start).is_none()
            && self.notes.is_word(end)
            && !self.notes.is_capital(end)
            && self.notes.measure(end).is_none()
            && !SAID.contains(&self.notes.word(end));
        is_name.then(|| self.notes.words(start..end))
    }
}

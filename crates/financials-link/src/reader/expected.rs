//! Whether analysts expect a figure, or it is by how much they were wrong.

use std::ops::Range;

use crate::{
    bounds::{BEAT_REACH, EXPECTED_REACH, SURPRISE_REACH},
    lexicon::Sense,
    notes::Count,
};

use super::{Reader, here::Here, state::Flow};

impl Reader<'_> {
    /// "exceeded the consensus estimate by 1.02%", "5.1% better than the consensus estimate".
    pub(super) fn is_surprise(&self, here: &Here, count: Count) -> bool {
        let Here { gap, right, at, .. } = here;
        let beats = self.notes.senses(gap.clone()).any(|(place, sense, length)| {
            sense == Sense::Beat && *at <= place + length + BEAT_REACH
        });
        const ABOUT: &[&str] = &["approximately", "about", "nearly", "almost", "around", "roughly"];
        let before = at.saturating_sub(1);
        let before = before.saturating_sub(usize::from(ABOUT.contains(&self.notes.word(before))));
        if beats && self.notes.word(before) == "by" {
            return true;
        }
        if gap.clone().rev().take(SURPRISE_REACH).any(|at| self.notes.word(at) == "surprise") {
            return true;
        }
        let next = self.notes.senses(right.clone()).next();
        let is_beat =
            next.is_some_and(|(place, sense, _)| sense == Sense::Beat && place == right.start);
        let near = right.start..right.end.min(right.start + EXPECTED_REACH);
        count == Count::Percent && is_beat && self.notes.has(near, &[Sense::Consensus])
    }

    /// Whether analysts expect the figure, by the words before or behind it.
    pub(super) fn is_expected(&self, flow: &mut Flow, here: &Here) -> bool {
        let gap = &here.gap;
        let last = self.notes.senses(gap.clone()).rfind(|(_, sense, _)| *sense == Sense::Consensus);
        let is_before = last.is_some_and(|(place, _, length)| {
            // "the estimated EPS of $0.99"
            let names = place > gap.start
                && self.notes.word(place - 1) == "the"
                && self.notes.measure(place + length).is_some();
            !self.notes.has_measure(place..here.at) || self.is_expecting(place) || names
        });
        let is_expected =
            flow.is_expected || is_before || self.expected_behind(&here.right).is_some();
        if self
            .notes
            .senses(gap.clone())
            .any(|(place, sense, _)| sense == Sense::Consensus && self.is_expecting(place))
        {
            flow.is_expected = true;
        }
        is_expected
    }

    /// Whether the phrase says that someone expects: what follows is expected throughout.
    fn is_expecting(&self, at: usize) -> bool {
        const SAYS: &[&str] =
            &["expect", "expects", "look", "our", "had", "calls", "predict", "forecast"];
        const IS: &[&str] = &["for", "has", "is", "stands", "calls", "had", "looks", "was"];
        self.notes.sense(at).is_some_and(|(_, length)| {
            (at..at + length).any(|at| SAYS.contains(&self.notes.word(at)))
                || IS.contains(&self.notes.word(at + length))
        })
    }

    /// Whether what follows a figure says that it was expected, and where that ends: `$0.74
    /// consensus`.
    pub(super) fn expected_behind(&self, right: &Range<usize>) -> Option<usize> {
        for at in right.clone().take(EXPECTED_REACH) {
            match self.notes.sense(at) {
                Some((Sense::Consensus, length)) => return Some(at + length),
                Some((
                    Sense::Beat
                    | Sense::Driver
                    | Sense::Compared
                    | Sense::From
                    | Sense::To
                    | Sense::Guidance
                    | Sense::Market,
                    _,
                )) => return None,
                Some((Sense::Change, _)) if at > right.start => return None,
                _ => {}
            }
            let stops = matches!(self.notes.word(at), "," | ";" | "(" | "." | "and");
            if stops || self.notes.measure(at).is_some() {
                return None;
            }
        }
        None
    }
}

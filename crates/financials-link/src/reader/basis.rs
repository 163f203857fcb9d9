//! On which basis a figure is: by the accounting rules, adjusted, at constant exchange rates.

use std::ops::Range;

use crate::{
    bounds::{
        ADJACENT, BASIS_REACH, BASIS_TOKENS_MAX, CONSTANT_REACH, LEAD_TOKENS_MAX, OPENER_TOKENS_MAX,
    },
    lexicon::Sense,
    link::{Aspect, Role},
};

use super::{Reader, here::Here, state::Flow};

impl Reader<'_> {
    /// Reads the basis where it stands apart from the measure: `on an adjusted basis`.
    pub(super) fn read_basis(&self, flow: &mut Flow, here: &Here, has_own: bool) {
        if let Some(is_adjusted) = self.basis_behind(&here.right) {
            flow.frame.is_adjusted = Some(is_adjusted);
        } else if has_own {
            if self.is_conditional(&here.gap) {
                flow.frame.is_adjusted = Some(true);
            }
        } else if let Some(is_adjusted) = self.last_basis(here.gap.clone()) {
            flow.frame.is_adjusted = Some(is_adjusted);
        }
        let leaves_out = flow.last.is_none() && self.leaves_out(here);
        if self.is_without(here) {
            flow.frame.is_adjusted = Some(true);
        }
        flow.basis = self.basis_of_sentence(&here.gap).or(flow.basis);
        flow.basis = flow.basis.or(leaves_out.then_some(true));
        flow.frame.is_adjusted = flow.frame.is_adjusted.or(flow.basis);
    }

    /// "Excluding these charges, income increased": what the sentence says is adjusted. At constant
    /// exchange rates it is so too, and says it itself.
    fn leaves_out(&self, here: &Here) -> bool {
        let start = here.sentence.start;
        let start = start + usize::from(!self.notes.is_word(start));
        let opens = matches!(
            (self.notes.word(start), self.notes.word(start + 1)),
            ("excluding" | "adjusting", _) | ("adjusted", "for") | ("without", "these" | "the")
        );
        opens && !matches!(self.notes.sense(start), Some((Sense::ConstantCurrency, _)))
    }

    /// "excluding working capital it was $8.3 billion", "50.6% excluding items".
    fn is_without(&self, here: &Here) -> bool {
        let says = |at: usize| {
            matches!(self.notes.word(at), "excluding" | "excl")
                && !matches!(self.notes.sense(at), Some((Sense::ConstantCurrency, _)))
        };
        let clause = here.gap.clone().rfind(|at| matches!(self.notes.word(*at), ";" | "while"));
        let mut before = clause.unwrap_or(here.gap.start)..here.at;
        let behind = here.right.start + usize::from(self.notes.is_mark(here.right.start, ','));
        before.any(says) || behind < here.right.end && says(behind)
    }

    fn last_basis(&self, range: Range<usize>) -> Option<bool> {
        let is_basis = |sense| matches!(sense, Sense::Adjusted | Sense::Reported | Sense::Gaap);
        let last = self.notes.senses(range).rfind(|(_, sense, _)| is_basis(*sense));
        last.map(|(_, sense, _)| sense == Sense::Adjusted)
    }

    /// `as reported`, `on an operating (non-GAAP) basis`, right behind the figure.
    fn basis_behind(&self, right: &Range<usize>) -> Option<bool> {
        let near = right.start..right.end.min(right.start + BASIS_REACH);
        let stops = |at: usize| matches!(self.notes.word(at), "," | ";" | "and" | "(");
        let (place, sense, _) = self
            .notes
            .senses(near)
            .take_while(|(place, ..)| !(right.start..*place).any(stops))
            .find(|(_, sense, _)| {
                matches!(sense, Sense::Adjusted | Sense::Reported | Sense::Gaap)
            })?;
        let says_basis = (place..right.end.min(place + BASIS_TOKENS_MAX))
            .any(|at| self.notes.word(at) == "basis");
        let is_bare = place == right.start
            && sense == Sense::Adjusted
            && self.notes.measure(place + 1).is_none();
        let is_basis =
            says_basis || self.notes.word(place) == "as" || sense == Sense::Gaap || is_bare;
        is_basis.then_some(sense == Sense::Adjusted)
    }

    /// The basis within a measure's own words, or in brackets behind them: `revenue (managed)`.
    pub(super) fn basis_within(&self, at: usize, length: usize) -> Option<bool> {
        if self.notes.has(at..at + length, &[Sense::Adjusted]) {
            return Some(true);
        }
        if !self.notes.is_mark(at + length, '(') {
            return None;
        }
        match self.notes.sense(at + length + 1)? {
            (Sense::Adjusted, _) => Some(true),
            (Sense::Gaap | Sense::Reported, _) => Some(false),
            _ => None,
        }
    }

    /// "Without these charges, operating income would have been"
    fn is_conditional(&self, gap: &Range<usize>) -> bool {
        const OPENS: &[&str] = &["would", "without", "leaving", "excluding"];
        self.notes.senses(gap.clone()).any(|(place, sense, length)| {
            sense == Sense::Adjusted && length > 1 && OPENS.contains(&self.notes.word(place))
        })
    }

    /// "On a non-GAAP basis, net income was … and EPS was …"
    fn basis_of_sentence(&self, gap: &Range<usize>) -> Option<bool> {
        let last = self.notes.senses(gap.clone()).rfind(|(place, sense, length)| {
            matches!(sense, Sense::Adjusted | Sense::Gaap)
                && (*place..place + length + BASIS_TOKENS_MAX)
                    .any(|at| self.notes.word(at) == "basis")
                && (place.saturating_sub(ADJACENT)..*place).any(|at| self.notes.word(at) == "on")
        });
        last.map(|(_, sense, _)| sense == Sense::Adjusted)
    }

    /// Reads whether a growth is at constant exchange rates, and keeps what holds for more.
    pub(super) fn reads_constant_currency(
        &mut self,
        flow: &mut Flow,
        here: &Here,
        role: Role,
        aspect: Option<Aspect>,
    ) -> bool {
        let opens = flow.last.is_none()
            && self.notes.senses(here.sentence.start..here.at).any(|(place, sense, _)| {
                sense == Sense::ConstantCurrency && place <= here.sentence.start + OPENER_TOKENS_MAX
            });
        // A bullet that begins at constant exchange rates goes on so until it says otherwise.
        let goes_on = flow.last.is_none()
            && self.line_is_constant == Some(true)
            && here.sentence.start > self.line_start
            && !self.notes.is_word(self.line_start);
        flow.is_constant |= opens || goes_on;
        if self.notes.has(here.gap.clone(), &[Sense::Reported]) {
            flow.is_constant = false;
        }
        let may_be =
            matches!(role, Role::Growth | Role::Guidance | Role::Consensus) && aspect.is_some();
        let is_constant = may_be && (flow.is_constant || self.is_constant_currency(here));
        if role == Role::Growth {
            self.line_is_constant.get_or_insert(is_constant);
        }
        is_constant
    }

    fn is_constant_currency(&self, here: &Here) -> bool {
        let right = &here.right;
        let closes = |place: usize| {
            (right.start..place).any(|at| matches!(self.notes.word(at), "," | ";" | "or"))
        };
        let find = |wanted| {
            self.notes
                .senses(right.clone())
                .find(|(place, sense, _)| *sense == wanted && !closes(*place))
        };
        let (constant, reported) = (find(Sense::ConstantCurrency), find(Sense::Reported));
        // "23% to $24.3 billion on a constant currency basis"
        let leads = right.len() <= LEAD_TOKENS_MAX
            && right.clone().any(|at| self.notes.word(at) == "to")
            && here.next() < here.sentence.end
            && matches!(self.notes.sense(here.next() + 1), Some((Sense::ConstantCurrency, _)));
        if leads {
            return true;
        }
        match (constant, reported) {
            // "10% and 9% on a reported and currency-neutral basis, respectively": the second.
            (Some((constant, ..)), Some((reported, ..))) => {
                self.notes.has(right.clone(), &[Sense::Respectively]) || reported > constant
            }
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => self.notes.senses(here.gap.clone()).any(|(place, sense, _)| {
                sense == Sense::ConstantCurrency && here.at - place < CONSTANT_REACH
            }),
        }
    }
}

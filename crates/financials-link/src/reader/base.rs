//! What a change is measured from: the year before, or the quarter.

use financials::period::FiscalLabel;

use crate::{
    bounds::SEQUENTIAL_REACH,
    lexicon::Sense,
    link::Aspect,
    moment::{Moment, Period, Reference},
};

use super::{Reader, here::Here, when::Times};

impl Reader<'_> {
    /// Whether words beside a change say what it is measured from.
    pub(super) fn names_base(&self, here: &Here) -> bool {
        let says = [Sense::YearAgo, Sense::Sequential, Sense::Compared, Sense::From];
        self.notes.has(here.gap.clone(), &says)
            || self.notes.has(here.right.start..here.sentence.end, &says)
            || (here.right.start..here.sentence.end).any(|at| self.notes.moment(at).is_some())
    }

    /// What a change is measured from, by the words beside it.
    pub(super) fn aspect(&self, here: &Here) -> Aspect {
        let clause = here
            .right
            .clone()
            .find(|at| matches!(self.notes.word(*at), "," | ";" | "and"))
            .unwrap_or(here.right.end);
        let behind = here.right.start..clause;
        if self.notes.has(behind.clone(), &[Sense::Sequential]) {
            return Aspect::QuarterAgo;
        }
        // "and 18 basis points from the same quarter last year"
        if let Some(Moment::YearAgo) =
            behind.clone().find_map(|at| self.notes.moment(at).map(|(moment, _)| moment))
        {
            return Aspect::YearAgo;
        }
        let near = here.gap.end.saturating_sub(SEQUENTIAL_REACH).max(here.gap.start)..here.gap.end;
        let is_sequential = self.notes.has(near, &[Sense::Sequential])
            && !self.notes.has(behind, &[Sense::YearAgo])
            && !self.notes.has(here.gap.clone(), &[Sense::YearAgo]);
        if is_sequential { Aspect::QuarterAgo } else { Aspect::YearAgo }
    }

    /// What a change is measured from where the words behind it name the period: "6% from the first
    /// quarter", "up 3% over Q2 2024".
    pub(super) fn named_base(
        &self,
        here: &Here,
        aspect: Option<Aspect>,
        times: &Times,
        reference: &Reference,
    ) -> Option<Aspect> {
        aspect?;
        let word = |at: usize| self.notes.word(at);
        let leads = |at: &usize| {
            matches!(word(*at), "from" | "over" | "than" | "versus")
                || matches!(word(*at), "with" | "to") && word(at.saturating_sub(1)) == "compared"
        };
        let stops = |at: &usize| matches!(word(*at), "," | ";" | "(" | ")" | "and");
        // "$1.44 million or 1.94% from the second quarter": of both.
        let is_again = !here.right.is_empty() && here.right.clone().all(|at| word(at) == "or");
        let right = match here.next() {
            next if is_again && next < here.sentence.end => {
                let end = self.notes.next_figure(next + 1..here.sentence.end);
                next + 1..end.unwrap_or(here.sentence.end)
            }
            _ => here.right.clone(),
        };
        let lead = right.take_while(|at| !stops(at)).find(leads);
        let Some(lead) = lead else { return aspect };
        let at = lead + 1 + usize::from(word(lead + 1) == "the");
        // "a 2.5% rise compared to $10.37 billion for Q2 2024"
        let beyond = || {
            let next = self.notes.next_figure(at..here.sentence.end)?;
            let end = self.notes.next_figure(next + 1..here.sentence.end);
            let rest = next + 1..end.unwrap_or(here.sentence.end);
            (next == at).then(|| self.moment_behind(rest).map(|(moment, _)| moment)).flatten()
        };
        let moment = self.notes.moment(at).map(|(moment, _)| moment).or_else(beyond);
        if moment == Some(Moment::QuarterAgo) {
            return Some(Aspect::QuarterAgo);
        }
        let is_dated = matches!(moment, Some(Moment::Quarter { .. } | Moment::On(_)));
        let quarter = |period: Period| match period {
            Period::Label(FiscalLabel::Quarter(quarter)) => Some(quarter),
            Period::Day(day) => reference.numbering.quarter(day),
            Period::Label(_) => None,
        };
        let own = times.base().and_then(quarter);
        let named = moment.filter(|_| is_dated).and_then(|moment| reference.resolve(moment));
        match (own, named.and_then(quarter)) {
            (Some(own), Some(named)) if own.previous() == Some(named) => Some(Aspect::QuarterAgo),
            (Some(own), Some(named)) if own.year_ago() == Some(named) => Some(Aspect::YearAgo),
            (Some(_), Some(_)) => None,
            _ => aspect,
        }
    }

    /// Whether a growth is "from $214 million in the previous quarter".
    pub(super) fn is_from_quarter_ago(&self, here: &Here) -> bool {
        let next = here.next();
        let from =
            self.notes.senses(here.right.clone()).rfind(|(_, sense, _)| *sense == Sense::From);
        // "82% from the previous year and up 14% from the prior quarter": of the next one.
        let leads = from.is_some_and(|(from, ..)| {
            next < here.sentence.end && !(from..next).any(|at| self.notes.moment(at).is_some())
        });
        if !leads {
            return false;
        }
        let end = self.notes.next_figure(next + 1..here.sentence.end).unwrap_or(here.sentence.end);
        matches!(self.moment_behind(next + 1..end), Some((Moment::QuarterAgo, _)))
    }
}

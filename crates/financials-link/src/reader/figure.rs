//! One figure: its measure, its role and its period, decided in this order.

use crate::{
    bounds::{ADJACENT, FROM_REACH, REPEATED_REACH, WHOLE_TOKENS_MAX},
    catalogue::{Unit, has_segments, is_of_a_day, is_of_the_market, unit},
    lexicon::Sense,
    link::{Abstention, Link, Role},
    moment::{Moment, Period, Reference},
};

use super::{
    Reader,
    here::{Cues, Here},
    state::{Flow, Frame, Last},
};

impl Reader<'_> {
    /// Says what a figure is about, and adds the link.
    pub(super) fn figure(&mut self, flow: &mut Flow, here: &Here) {
        let subject = self.subject.clone();
        self.note_company(here.gap.clone());
        if self.subject != subject {
            (flow.frame.segment, flow.frame.is_adjusted, flow.basis) = (None, None, None);
        }
        let amount = flow.frame.clone();
        let has_own = self.read_measure(flow, here);
        self.read_basis(flow, here, has_own);
        let cues = self.cues(here);
        let reference = Reference { is_ahead: flow.is_guided, ..self.reference() };
        let times = self.times(flow, here, &cues, &reference);
        let behind = times.behind;
        if matches!(behind, Some((Moment::Several, _))) {
            self.abstain(here, Abstention::Outside);
            flow.used = here.at + 1;
            return;
        }
        let used = behind.map_or(here.at + 1, |(_, end)| end);
        let used = used.max(self.end_of_change(here)).max(self.end_of_name(flow, here));
        match self.role(flow, here, &cues) {
            Err(reason) => {
                // What follows a measure that no filing has goes on with it.
                if reason == Abstention::Outside {
                    self.last_metric = None;
                }
                self.abstain(here, reason);
                flow.used = used.max(self.end_of_whole(here, reason));
            }
            Ok((role, aspect)) => {
                let (role, aspect) = self.settle(flow, here, role, aspect);
                let aspect = self.named_base(here, aspect, &times, &reference);
                let (role, period) = self.period(flow, here, role, &times, &reference);
                let is_previous = role == Role::Guidance && self.is_previous(flow, &here.gap);
                let is_constant_currency = self.reads_constant_currency(flow, here, role, aspect);
                self.keep(flow, role, period, behind, here);
                flow.last = Some(Last { role, aspect, count: self.notes.count(here.at), period });
                flow.used = used;
                if role == Role::Consensus {
                    flow.used = used.max(self.expected_behind(&here.right).unwrap_or(0));
                }
                let Some(mention) = self.notes.mention(here.at) else { return };
                let frame = &flow.frame;
                // A loss that is printed below zero is no gain.
                let is_level = !matches!(role, Role::Growth | Role::Change);
                self.links.push(Link {
                    span: mention.core.clone(),
                    stated: mention.found.stated(),
                    role,
                    metric: frame.metric.map(str::to_owned),
                    aspect,
                    segment: self.segment_of(frame.segment.as_ref(), frame.metric, here),
                    subject: self.subject.clone(),
                    period,
                    is_adjusted: if is_constant_currency { Some(true) } else { frame.is_adjusted },
                    is_constant_currency,
                    is_previous,
                    is_negated: frame.is_negated
                        && !(is_level && mention.found.stated().number().is_sign_negative()),
                    named_by: frame.named_by.clone(),
                    abstained: None,
                    has_own_period: here.listed.is_some() || times.is_own(),
                    has_own_base: self.names_base(here),
                    after: times.base(),
                    doubt: self.doubt(here),
                });
                self.go_back_to_amount(flow, here, amount);
            }
        }
    }

    /// "$94 million, or $2.87 per share, an increase of 11%": what goes on is of the amount.
    fn go_back_to_amount(&self, flow: &mut Flow, here: &Here, amount: Frame) {
        let is_share = flow.frame.metric.is_some_and(|own| unit(own) == Unit::PerShare);
        let is_amount = amount.metric.is_some_and(|own| unit(own) == Unit::Money);
        if is_share && is_amount && self.is_again(&here.gap) {
            flow.frame = amount;
        }
    }

    /// Where the words of a change right behind a figure end: `26% decline`.
    fn end_of_change(&self, here: &Here) -> usize {
        let (mut at, mut end) = (here.right.start, 0);
        while let Some((sense, length)) = self.notes.sense(at) {
            let goes_on = sense == Sense::YearAgo || self.is_changed(at);
            if !goes_on || at >= here.right.end {
                break;
            }
            at += length;
            end = at.min(here.right.end);
        }
        end
    }

    /// Where the measure ends that is named right behind a figure.
    fn end_of_name(&self, flow: &Flow, here: &Here) -> usize {
        let end = flow.frame.named_by.as_ref().map_or(0, |span| span.end);
        let is_end = |at: &usize| self.notes.token(*at).is_some_and(|token| token.span.end == end);
        here.right.clone().find(is_end).map_or(0, |at| at + 1)
    }

    fn abstain(&mut self, here: &Here, reason: Abstention) {
        if let Some(mention) = self.notes.mention(here.at) {
            self.links.push(Link::none(mention.core.clone(), mention.found.stated(), reason));
        }
    }

    /// The words of a gap that say how its figure stands to the one before.
    fn cues(&self, here: &Here) -> Cues {
        let gap = &here.gap;
        let named = self.notes.last_measure(gap.clone()).map(|(at, ..)| at);
        let compared = self
            .notes
            .senses(gap.clone())
            .filter(|(place, sense, length)| match sense {
                Sense::Compared => !self.is_over(place + length, gap.end),
                // "from" opens a comparison only where a number is near, and not behind a measure:
                // "revenues from clients".
                Sense::From => here.at - place <= FROM_REACH && !self.notes.ends_measure(*place),
                _ => false,
            })
            // "Actual vs. expectations: the company reported income of" compares nothing.
            .rfind(|(place, _, length)| {
                named.is_none_or(|named| named < *place || named <= place + length + REPEATED_REACH)
            });
        let last = self.notes.senses(gap.clone()).rfind(|(_, sense, _)| {
            matches!(
                sense,
                Sense::From
                    | Sense::Compared
                    | Sense::To
                    | Sense::Change
                    | Sense::ChangeNoun
                    | Sense::Beat
                    | Sense::Consensus
                    | Sense::Previous
            )
        });
        let leads_on =
            |sense| matches!(sense, Sense::To | Sense::Change | Sense::ChangeNoun | Sense::Beat);
        let is_compared = match (compared, last) {
            (Some((place, ..)), Some((cue, sense, _))) => !(cue > place && leads_on(sense)),
            (compared, _) => compared.is_some(),
        };
        Cues {
            compared: compared.map(|(place, ..)| place),
            is_compared,
            last: last.map(|(place, sense, _)| (place, sense)),
        }
    }

    /// Whether a comparison has all of what it is with before the figure: "higher than the second
    /// quarter of 2024 and".
    fn is_over(&self, from: usize, limit: usize) -> bool {
        let at = from + usize::from(self.notes.word(from) == "the");
        let Some((_, length)) = self.notes.moment(at) else { return false };
        at + length < limit && matches!(self.notes.word(at + length), "and" | "," | ";" | ")")
    }

    /// Where the whole ends that a figure is a part of: `(5.2% of total sales)`.
    fn end_of_whole(&self, here: &Here, reason: Abstention) -> usize {
        if reason != Abstention::Part {
            return 0;
        }
        let part = self
            .notes
            .senses(here.right.clone())
            .find(|(place, sense, _)| *sense == Sense::Part && *place <= here.at + ADJACENT)
            .map(|(place, _, length)| (place, length))
            .or_else(|| (self.notes.word(here.at + 1) == "of").then_some((here.at + 1, 1)));
        let Some((place, length)) = part else { return 0 };
        let end = here.next().min(place + length + WHOLE_TOKENS_MAX);
        let whole = (place..end)
            .take_while(|at| !matches!(self.notes.word(*at), ")" | ";" | "and" | ","))
            .find_map(|at| self.notes.measure(at).map(|(_, length)| at + length));
        whole.unwrap_or(0).max(place + length)
    }

    /// Keeps what a figure says for those behind it.
    fn keep(
        &mut self,
        flow: &mut Flow,
        role: Role,
        period: Option<Period>,
        behind: Option<(Moment, usize)>,
        here: &Here,
    ) {
        self.last_metric = flow.frame.metric.or(self.last_metric);
        if role == Role::Prior || self.is_previous(flow, &here.gap) {
            return;
        }
        let names_own = behind.is_some_and(|(moment, _)| !moment.is_relative());
        if names_own && here.listed.is_none() {
            flow.period = period.or(flow.period);
        }
        self.carried = if here.listed.is_some() { None } else { period.or(self.carried) };
    }

    /// The segment of a figure: that of its measure, or the name right behind it.
    fn segment_of(
        &self,
        segment: Option<&String>,
        metric: Option<&str>,
        here: &Here,
    ) -> Option<String> {
        let may_be = segment.is_none() && metric.is_some_and(has_segments);
        let word = self.notes.word(here.at + 1);
        // "$2.7 billion from stores", and not "from $2.5 billion" or "from last year".
        let is_open = match word {
            "for" | "from" => self.notes.is_word(here.at + 2),
            "in" => {
                let at = here.at + 2 + usize::from(self.notes.word(here.at + 2) == "the");
                self.notes.is_capital(at) && !self.notes.is_plain(at)
            }
            _ => false,
        };
        let behind =
            (may_be && is_open).then(|| self.segment_behind(here.at + 1, here.next())).flatten();
        behind.or_else(|| segment.cloned())
    }

    /// Whether the measure may be of a day.
    pub(super) fn takes_days(&self, flow: &Flow) -> bool {
        flow.frame.metric.is_some_and(|metric| {
            is_of_a_day(metric) || is_of_the_market(metric) || metric.starts_with("return_on")
        })
    }
}

//! Which period a figure is of.

use std::{mem::discriminant, ops::Range};

use financials::period::FiscalLabel;

use crate::{
    bounds::{ADJACENT, COMPARED_REACH, LEAD_IN, LEAD_TOKENS_MAX},
    catalogue::{is_of_a_day, is_of_the_market},
    lexicon::Sense,
    link::Role,
    moment::{Moment, Period, Reference, year_ago},
    notes::Count,
};

use super::{
    Reader,
    here::{Cues, Here},
    state::Flow,
};

/// The moments around a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    /// The one behind it that is its own, and where it ends.
    pub(super) behind: Option<(Moment, usize)>,
    /// The one behind a comparison in its gap.
    compared: Option<Moment>,
    /// The one behind the figure that it leads to.
    beyond: Option<Moment>,
    /// What the words so far are about.
    base: Option<Period>,
    /// The figure stands behind a period in brackets: `(H1 2016: £138.2 million)`.
    is_bracketed: bool,
    /// A period of its own stands before the figure.
    has_before: bool,
}

impl Times {
    /// Whether words beside the figure name its period.
    pub(super) fn is_own(&self) -> bool {
        self.behind.is_some() || self.compared.is_some() || self.beyond.is_some() || self.has_before
    }

    /// What the words so far are about.
    pub(super) const fn base(&self) -> Option<Period> {
        self.base
    }
}

impl Reader<'_> {
    /// Gathers the moments around a figure, and notes those that speak of more than it.
    pub(super) fn times(
        &mut self,
        flow: &mut Flow,
        here: &Here,
        cues: &Cues,
        reference: &Reference,
    ) -> Times {
        let takes_days = self.takes_days(flow);
        let is_own = |moment: &Moment| takes_days || !matches!(moment, Moment::On(_));
        let is_bracketed = self.is_bracketed(here);
        let (before, compared) = self.moments_before(here, cues, is_bracketed, is_own);
        if let Some(period) = before.and_then(|moment| reference.resolve(moment)) {
            flow.period = Some(period);
            // A year, or what there is of it, is told of once, and the quarter goes on.
            let holds_on = matches!(period, Period::Label(FiscalLabel::Quarter(_)));
            if holds_on && self.opens_with_moment(here) && flow.last.is_none() {
                self.scene = Some(period);
            }
        }
        let behind = self.moment_behind(here.right.clone()).filter(|(moment, _)| is_own(moment));
        let behind = behind.or_else(|| self.moment_shared(here));
        let beyond = match behind {
            Some(_) => None,
            None => self.moment_beyond(here.right.clone(), here.sentence.end),
        };
        // What a line said before holds on for the same kind of period, and for what is guided.
        let may_be = |period: &Period| takes_days || !matches!(period, Period::Day(_));
        let carried = self.carried.filter(may_be).filter(|carried| {
            let is_told_of_guidance = self.notes.has(here.gap.clone(), &[Sense::Consensus])
                && self.links.last().is_some_and(|last| last.role == Role::Guidance);
            flow.is_guided
                || is_told_of_guidance
                || reference.period.is_none_or(|own| is_alike(*carried, own))
        });
        let said = flow.period.filter(may_be).or(self.scene.filter(may_be)).or(carried);
        let base = said.or(self.heading.period).or(reference.period);
        Times { behind, compared, beyond, base, is_bracketed, has_before: before.is_some() }
    }

    /// Whether a sentence opens with a period and a comma: "In the fourth quarter, sales".
    fn opens_with_moment(&self, here: &Here) -> bool {
        let start = here.sentence.start;
        let lead = (start..start + LEAD_IN)
            .find_map(|at| self.notes.moment(at).map(|(moment, length)| (moment, at + length)));
        lead.is_some_and(|(moment, end)| {
            !moment.is_relative()
                && !matches!(moment, Moment::On(_))
                && self.notes.is_mark(end, ',')
                && matches!(self.notes.word(start), "in" | "for" | "during")
        })
    }

    /// The last moment of a gap that speaks of what follows, and the last behind a comparison.
    fn moments_before(
        &self,
        here: &Here,
        cues: &Cues,
        is_bracketed: bool,
        is_own: impl Fn(&Moment) -> bool,
    ) -> (Option<Moment>, Option<Moment>) {
        let (mut before, mut compared): (Option<(usize, Moment)>, _) = (None, None);
        let mut at = here.gap.start;
        while at < here.gap.end {
            let Some((moment, length)) = self.notes.moment(at) else {
                at += 1;
                continue;
            };
            let cue = self
                .notes
                .senses(here.gap.start..at)
                .rfind(|(_, sense, _)| *sense == Sense::Compared);
            let is_behind_cue = cues.is_compared && cues.compared.is_some_and(|place| at > place);
            // The period of a comparison that is over is no one else's.
            let is_over = !is_behind_cue
                && cue.is_some_and(|(place, _, length)| at <= place + length + COMPARED_REACH);
            let opens = at <= here.sentence.start + ADJACENT;
            let is_base = !is_behind_cue
                && here.gap.start > here.sentence.start
                && self.is_base(at)
                && !self.notes.has_measure(at + length..at + length + LEAD_IN);
            if is_over || is_base || !is_own(&moment) {
            } else if is_behind_cue || is_bracketed {
                compared = Some(moment);
            } else if !moment.is_relative() || opens {
                before = Some(match before {
                    Some((end, quarter)) if self.names_year_of(end..at, moment) => {
                        (at + length, quarter_in(quarter, moment))
                    }
                    _ => (at + length, moment),
                });
            }
            at += length;
        }
        (before.map(|(_, moment)| moment), compared)
    }

    /// Whether a year behind a measure is that of the quarter before it: "fourth-quarter revenue
    /// for the 2025 fiscal year".
    fn names_year_of(&self, mut between: Range<usize>, moment: Moment) -> bool {
        let joins = |at: usize| matches!(self.notes.word(at), "for" | "of" | "in" | "the");
        matches!(moment, Moment::Year { year: Some(_) })
            && !between.is_empty()
            && between.all(|at| joins(at) || self.notes.in_measure(at))
    }

    /// Whether a moment is what a change is measured from: "5% from 2023", "over the last quarter".
    fn is_base(&self, at: usize) -> bool {
        let before = (0..at).rev().find(|at| !matches!(self.notes.word(*at), "the" | "a"));
        before.is_some_and(|before| {
            matches!(
                self.notes.word(before),
                "from" | "over" | "since" | "against" | "versus" | "vs"
            )
        })
    }

    /// Whether a figure is that of a period that stands before it in brackets.
    fn is_bracketed(&self, here: &Here) -> bool {
        let Some(open) = here.gap.clone().rfind(|at| self.notes.is_mark(*at, '(')) else {
            return false;
        };
        let rest = open..here.gap.end;
        rest.clone().any(|at| self.notes.moment(at).is_some())
            && !self.notes.has_mark(rest.clone(), ')')
            && self.notes.has_mark(rest, ':')
    }

    /// The moment that stands behind a figure and is its own, and where it ends.
    pub(super) fn moment_behind(&self, right: Range<usize>) -> Option<(Moment, usize)> {
        for at in right {
            if let Some((moment, length)) = self.notes.moment(at) {
                return Some((moment, at + length));
            }
            // "$34.1 billion at June 30": "at" leads to a figure, or up to a day.
            let next = at + 1 + usize::from(self.notes.word(at + 1) == "the");
            if self.notes.word(at) == "at" && self.notes.moment(next).is_some() {
                continue;
            }
            // "3% over Q4 FY24": what a change is measured from.
            if matches!(self.notes.word(at), "over" | "since") && self.is_based(at + 1) {
                return None;
            }
            let stops = matches!(
                self.notes.word(at),
                ";" | ","
                    | "."
                    | "("
                    | ":"
                    | "and"
                    | "while"
                    | "but"
                    | "was"
                    | "were"
                    | "rose"
                    | "fell"
                    | "increased"
                    | "decreased"
                    | "declined"
                    | "grew"
            );
            if self.notes.is_mark(at, ',') && self.closes_with_moment(at) {
                continue;
            }
            // "returned $27 billion to shareholders in 2024" leads to no figure.
            if self.notes.word(at) == "to" && self.is_small_word(at + 1) {
                continue;
            }
            let leads = matches!(
                self.notes.sense(at),
                Some((
                    Sense::Compared
                        | Sense::From
                        | Sense::To
                        | Sense::Driver
                        | Sense::Beat
                        | Sense::Previous,
                    _
                ))
            );
            if stops || leads {
                return None;
            }
        }
        None
    }

    /// Whether a word in small letters stands at a place that says nothing of a figure.
    fn is_small_word(&self, at: usize) -> bool {
        self.notes.is_word(at) && !self.notes.is_capital(at) && !self.notes.is_plain(at)
    }

    /// Whether a quarter, a year or a relative moment stands at a place.
    fn is_based(&self, at: usize) -> bool {
        let at = at + usize::from(matches!(self.notes.word(at), "the" | "a"));
        self.notes.moment(at).is_some_and(|(moment, _)| {
            moment.is_relative() || matches!(moment, Moment::Quarter { .. } | Moment::Year { .. })
        })
    }

    /// The moment behind the amount of a share that puts a figure another way: "$31.9 million and
    /// $0.90 per share in the third quarter of 2023".
    fn moment_shared(&self, here: &Here) -> Option<(Moment, usize)> {
        let joins = |at: usize| matches!(self.notes.word(at), "and" | "or" | ",");
        let figure = here.next();
        let sense = self.notes.sense(figure + 1).map(|(sense, _)| sense);
        let is_again = match self.notes.count(figure) {
            Count::Money => matches!(sense, Some(Sense::PerShare | Sense::PerDilutedShare)),
            Count::Percent => sense == Some(Sense::Part),
            _ => false,
        };
        if !is_again {
            return None;
        }
        if here.right.is_empty() || !here.right.clone().all(joins) {
            return None;
        }
        let end = self.notes.next_figure(figure + 1..here.sentence.end);
        let behind = self.moment_behind(figure + 1..end.unwrap_or(here.sentence.end));
        let own = behind.map(|(moment, _)| moment)?;
        (!matches!(own, Moment::On(_))).then_some((own, here.at + 1))
    }

    /// Whether a period stands behind a comma and closes its clause: "$2.38 per share, for the
    /// nine months ended".
    fn closes_with_moment(&self, comma: usize) -> bool {
        let leads = matches!(self.notes.word(comma + 1), "for" | "in" | "during");
        let at = comma + 2 + usize::from(self.notes.word(comma + 2) == "the");
        let Some((moment, length)) = self.notes.moment(at) else { return false };
        let end = at + length;
        let closes = !self.notes.is_word(end)
            || matches!(self.notes.sense(end), Some((Sense::Compared | Sense::Change, _)));
        leads && closes && !moment.is_relative()
    }

    /// The moment behind the figure that this one leads to: `16% to $130.7 billion for the year`.
    fn moment_beyond(&self, right: Range<usize>, limit: usize) -> Option<Moment> {
        // "€28.3 billion total net sales and €7.6 billion net income in 2024"
        let joins = right.end.checked_sub(1).is_some_and(|at| self.notes.word(at) == "and")
            && right.clone().any(|at| self.notes.measure(at).is_some())
            && right.clone().all(|at| {
                self.notes.word(at) == "and"
                    || self.notes.is_word(at)
                        && !matches!(self.notes.sense(at), Some((Sense::Change, _)))
            });
        let is_to = right.clone().any(|at| self.notes.word(at) == "to")
            && !self.notes.has(right.clone(), &[Sense::Compared]);
        let leads = right.len() <= LEAD_TOKENS_MAX + ADJACENT && joins
            || right.len() <= LEAD_TOKENS_MAX && is_to;
        let figure = right.end;
        if !leads || !self.notes.is_figure(figure) {
            return None;
        }
        let end = self.notes.next_figure(figure + 1..limit).unwrap_or(limit);
        let (moment, _) = self.moment_behind(figure + 1..end)?;
        (!moment.is_relative() && !matches!(moment, Moment::On(_))).then_some(moment)
    }

    /// The first moment of the rest of a sentence, for what is expected: "analysts look for $2.98 a
    /// share on revenue of $48 billion for the year".
    fn moment_ahead(&self, rest: Range<usize>) -> Option<Moment> {
        let compares =
            |at: usize| matches!(self.notes.sense(at), Some((Sense::Compared | Sense::From, _)));
        rest.take_while(|at| !compares(*at) && !self.notes.is_mark(*at, ';'))
            .find_map(|at| self.notes.moment(at).map(|(moment, _)| moment))
            .filter(|moment| !moment.is_relative() && !matches!(moment, Moment::On(_)))
    }

    /// Returns the period of a figure, and its role: what lies ahead of the document is expected.
    pub(super) fn period(
        &self,
        flow: &Flow,
        here: &Here,
        role: Role,
        times: &Times,
        reference: &Reference,
    ) -> (Role, Option<Period>) {
        let relative = Reference { period: times.base, ..*reference };
        let metric = flow.frame.metric;
        let named = times.behind.map(|(moment, _)| moment).or(times.compared);
        let mut period = match named {
            Some(moment) if moment.is_relative() && role != Role::Prior => times.base,
            Some(Moment::Year { year: Some(year) })
                if role == Role::Prior && self.is_bare_year(times) =>
            {
                same_in(times.base, year)
                    .or_else(|| relative.resolve(Moment::Year { year: Some(year) }))
            }
            Some(moment) => relative.resolve(moment),
            None => self.unnamed(flow, here, role, times, &relative),
        };
        if let Some(listed) = here.listed {
            period = Some(listed);
        } else if let (Some((moment @ Moment::On(_), _)), true) =
            (times.behind, metric.is_some_and(is_of_a_day))
        {
            period = reference.resolve(moment);
        }
        if role == Role::Target || metric.is_some_and(is_of_the_market) {
            period = match named {
                Some(moment @ Moment::On(_)) => reference.resolve(moment),
                _ => None,
            };
        }
        let is_then = period.is_none_or(|own| times.base == Some(own));
        if times.is_bracketed && role == Role::Actual && is_then {
            return (Role::Prior, times.base.and_then(year_ago));
        }
        match (role, period, reference.period) {
            (Role::Actual, Some(Period::Label(label)), Some(Period::Label(own)))
                if label.year() > own.year() || is_open(label, own) =>
            {
                (Role::Guidance, period)
            }
            _ => (role, period),
        }
    }

    /// Whether the period behind a figure is a year's number and no more: "compared to $6 billion
    /// in 2023".
    fn is_bare_year(&self, times: &Times) -> bool {
        let Some((_, end)) = times.behind else { return false };
        let Some(at) = end.checked_sub(1) else { return false };
        let before = at.checked_sub(1).map_or("", |before| self.notes.word(before));
        self.notes.word(at).len() == 4 && !matches!(before, "fiscal" | "year" | "full" | "fy")
    }

    /// The period of a figure beside which none is named.
    fn unnamed(
        &self,
        flow: &Flow,
        here: &Here,
        role: Role,
        times: &Times,
        relative: &Reference,
    ) -> Option<Period> {
        let beyond = times.beyond.and_then(|moment| relative.resolve(moment));
        if role == Role::Prior {
            let last =
                flow.last.filter(|last| last.role == Role::Prior && self.is_again(&here.gap));
            // "from $47.7 billion to $14.8 billion over the trailing 12 months"
            return match last {
                Some(last) => last.period,
                None => beyond.or(times.base).and_then(year_ago),
            };
        }
        let is_expected = matches!(role, Role::Guidance | Role::Consensus)
            && flow.period.is_none()
            && self.heading.period.is_none();
        let ahead =
            is_expected.then(|| self.moment_ahead(here.at + 1..here.sentence.end)).flatten();
        let named = beyond.or_else(|| ahead.and_then(|moment| relative.resolve(moment)));
        let is_bare = times.base == relative.period && times.base == self.document.period;
        if role == Role::Guidance && named.is_none() && is_expected && is_bare {
            // A quarter that is over is guided by nobody.
            return self.year_of_guidance().or(times.base);
        }
        named.or(times.base)
    }

    /// Whether a figure puts the one before it another way: `…, or $1.05 per share ($1.04)`.
    pub(super) fn is_again(&self, gap: &Range<usize>) -> bool {
        const SHARE_WORDS: &[&str] =
            &["per", "share", "diluted", "common", "a", "basic", "on", "basis"];
        let is_share = |at: usize| SHARE_WORDS.contains(&self.notes.word(at));
        let mut words = gap.clone().skip_while(|at| self.notes.word(*at) == "," || is_share(*at));
        match words.next() {
            None => false,
            Some(at) => {
                matches!(self.notes.word(at), "or" | "(")
                    && words.all(|at| !self.notes.is_word(at) || is_share(at))
            }
        }
    }
}

/// The same period a year before, where that is in the year that is named; none of a year.
fn same_in(base: Option<Period>, year: i16) -> Option<Period> {
    let before = year_ago(base?)?;
    match before {
        Period::Label(FiscalLabel::Year(_)) => None,
        Period::Label(label) => (label.year().number() == year).then_some(before),
        Period::Day(_) => None,
    }
}

/// Whether a period was not over when another was.
fn is_open(label: FiscalLabel, own: FiscalLabel) -> bool {
    let FiscalLabel::Quarter(own) = own else { return false };
    let is_same = label.year() == own.year();
    match label {
        FiscalLabel::Year(_) => is_same && own.quarter() < 4,
        FiscalLabel::Quarter(label) => is_same && label.quarter() > own.quarter(),
        _ => false,
    }
}

/// A quarter in the year that is named apart from it, and any other moment that year.
fn quarter_in(moment: Moment, year: Moment) -> Moment {
    match (moment, year) {
        (Moment::Quarter { quarter, year: None }, Moment::Year { year }) => {
            Moment::Quarter { quarter, year }
        }
        (_, year) => year,
    }
}

/// Whether two periods are of one kind.
fn is_alike(one: Period, other: Period) -> bool {
    match (one, other) {
        (Period::Label(one), Period::Label(other)) => discriminant(&one) == discriminant(&other),
        _ => false,
    }
}

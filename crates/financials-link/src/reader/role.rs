//! What a figure says of its measure, or why it is linked to none.

use std::ops::Range;

use financials::{Decimal, Stated};

use crate::{
    bounds::{
        ADJACENT, FROM_REACH, GROWTH_REACH, LEAD_IN, LISTED_GAP_MAX, PART_REACH, REPLACED_FACTOR,
        REPLACED_FIGURES_MAX, SHARE_EARNINGS_LIMIT,
    },
    catalogue::{Unit, margin_of, unit},
    lexicon::{MEASURES, Sense},
    link::{Abstention, Aspect, Link, Role},
    moment::Moment,
    notes::Count,
};

use super::{
    Reader,
    here::{Cues, Here},
    state::{Flow, Frame},
};

/// What a figure says, and what a change is measured from.
type Decided = (Role, Option<Aspect>);

impl Reader<'_> {
    /// Decides what a figure says of its measure.
    pub(super) fn role(
        &self,
        flow: &mut Flow,
        here: &Here,
        cues: &Cues,
    ) -> Result<Decided, Abstention> {
        let count = self.notes.count(here.at);
        self.stands_among(flow, here, count)?;
        let mention = self.notes.mention(here.at).ok_or(Abstention::NoMeasure)?;
        let stated = mention.found.stated();
        let metric =
            self.settle_measure(flow, here, count, &stated).ok_or(Abstention::NoMeasure)?;
        let unit = unit(metric);
        // No share is paid a thousand dollars, and what is paid a year is none of the quarter.
        let is_large = stated.number().abs() >= Decimal::from(SHARE_EARNINGS_LIMIT);
        if unit == Unit::PerShare && (is_large || self.is_annual(metric, here)) {
            flow.frame = Frame { outside: Some(Abstention::Unit), ..Frame::default() };
            return Err(Abstention::Unit);
        }
        let aspect = self.aspect(here);
        if self.is_surprise(here, count) {
            return Ok((Role::Surprise, None));
        }
        if metric == "price_target" {
            return if count == Count::Money {
                Ok((Role::Target, None))
            } else {
                Err(Abstention::Unit)
            };
        }
        let is_expected = self.is_expected(flow, here);
        // What came out is no range, and a year that is not over has not come out.
        let is_range = stated.high().is_some() && count != Count::Points;
        // "between $2.42 and $2.48, up 18% at the midpoint"
        let is_beside = count == Count::Percent
            && flow.last.is_some_and(|last| last.role == Role::Guidance)
            && here.gap.len() <= ADJACENT;
        let is_guided = (flow.is_guided || is_range || is_beside)
            && (!cues.is_compared || self.is_previous(flow, &here.gap));
        if is_expected || is_guided {
            let role = if is_expected { Role::Consensus } else { Role::Guidance };
            // "an increase of $145 million at the midpoint" is no level.
            let is_by = self.notes.word(here.at.saturating_sub(1)) == "by";
            if count == Count::Money && (is_by || self.leads_to_change(here, cues)) {
                return Err(Abstention::Unit);
            }
            return match (count, unit) {
                (Count::Percent, Unit::Ratio) | (Count::Money, Unit::Money | Unit::PerShare) => {
                    Ok((role, None))
                }
                (Count::Points, Unit::Ratio) if is_guided => Ok((role, Some(aspect))),
                (Count::Percent, _) => Ok((role, Some(aspect))),
                _ => Err(Abstention::Unit),
            };
        }
        let level = if cues.is_compared { Role::Prior } else { Role::Actual };
        match (count, unit) {
            (Count::Points, Unit::Ratio) => Ok((Role::Change, Some(aspect))),
            (Count::Percent, Unit::Ratio) => Ok((level, None)),
            (Count::Percent, _) => self.growth(flow, here, metric, aspect),
            (Count::Money, Unit::Money | Unit::PerShare) => {
                Ok(self.change(flow, here, cues, aspect).unwrap_or((level, None)))
            }
            (Count::Multiple, Unit::Multiple) => Ok((Role::Actual, None)),
            _ => Err(Abstention::Unit),
        }
    }

    /// Whether a figure stands among words that link it to something.
    fn stands_among(&self, flow: &mut Flow, here: &Here, count: Count) -> Result<(), Abstention> {
        if let Some(reason) = self.reason(flow, here, count) {
            return Err(reason);
        }
        if self.is_threshold(here) {
            flow.frame = Frame { outside: Some(Abstention::Outside), ..Frame::default() };
            return Err(Abstention::Outside);
        }
        match self.is_in_row(flow, here) {
            true => Err(Abstention::Order),
            false => Ok(()),
        }
    }

    /// Why a figure is linked to nothing, as far as the words around it say.
    fn reason(&self, flow: &Flow, here: &Here, count: Count) -> Option<Abstention> {
        if let Some(reason) = flow.frame.outside {
            return Some(reason);
        }
        if count == Count::Percent && self.is_part(here) {
            return Some(Abstention::Part);
        }
        if flow.is_driven {
            return Some(Abstention::Driver);
        }
        let at = here.at;
        if at > 1 && self.notes.word(at - 1) == "which" && self.notes.word(at - 2) == "of" {
            return Some(Abstention::Part);
        }
        // "passed $100 billion for the first time": a threshold.
        let passes = matches!(
            self.notes.word(here.at.saturating_sub(1)),
            "passed"
                | "crossed"
                | "passing"
                | "crossing"
                | "surpassed"
                | "surpasses"
                | "surpassing"
        ) && self.expected_behind(&here.right).is_none();
        // "$962 million remaining", "$2 billion since 2023": of another time than a period.
        let is_other = matches!(
            self.notes.word(here.right.start),
            "remaining" | "remained" | "since" | "authorized"
        );
        (passes || is_other).then_some(Abstention::Part)
    }

    /// "94.8% of total revenues", "represented approximately 42%".
    fn is_part(&self, here: &Here) -> bool {
        let right = &here.right;
        let first = self.notes.senses(right.clone()).next();
        let is_behind =
            first.is_some_and(|(place, sense, _)| sense == Sense::Part && place <= right.start + 1);
        let last = self.notes.senses(here.gap.clone()).next_back();
        let is_before = last
            .is_some_and(|(place, sense, _)| sense == Sense::Part && here.at - place <= PART_REACH);
        let is_margin = matches!(self.notes.sense(right.start), Some((Sense::Margin, _)));
        let near = right.start..right.end.min(right.start + PART_REACH);
        is_behind
            || is_before && !is_margin && !self.notes.has(near, &[Sense::YearAgo, Sense::Change])
    }

    /// Settles which of two measures of one name it is, by what the figure counts.
    fn settle_measure(
        &self,
        flow: &mut Flow,
        here: &Here,
        count: Count,
        stated: &Stated,
    ) -> Option<&'static str> {
        let mut metric = flow.frame.metric?;
        if count == Count::Money {
            let is_small = stated.number().abs() < Decimal::from(SHARE_EARNINGS_LIMIT);
            metric = match (metric, is_small) {
                ("eps_diluted", false) => "net_income",
                ("net_income", true) => "eps_diluted",
                (metric, _) => metric,
            };
        }
        // "a margin of 9%"
        let is_margin = self.notes.senses(here.gap.clone()).any(|(place, sense, _)| {
            sense == Sense::Margin
                && self.notes.measure(place).is_none()
                && here.at - place <= PART_REACH
        });
        if count == Count::Percent && unit(metric) == Unit::Money && is_margin {
            metric = margin_of(metric).unwrap_or(metric);
        }
        flow.frame.metric = Some(metric);
        if let Some(frame) = self.replaced(flow, here, count, stated) {
            flow.frame = frame;
        }
        flow.frame.metric
    }

    /// What replaced guidance was is in the order and the units of what replaced it.
    fn replaced(&self, flow: &Flow, here: &Here, count: Count, stated: &Stated) -> Option<Frame> {
        let goes_on =
            self.links.last().is_some_and(|link| link.is_previous) && here.gap.len() <= ADJACENT;
        if !(self.is_previous(flow, &here.gap) || flow.is_guided && goes_on) {
            return None;
        }
        let is_same = |link: &&Link| {
            let metric = link.metric.as_deref().unwrap_or_default();
            let is_change = count == Count::Percent && unit(metric) != Unit::Ratio;
            link.role == Role::Guidance
                && !link.is_previous
                && link.aspect.is_some() == is_change
                && link.stated.unit() == stated.unit()
                && is_near(&link.stated, stated)
        };
        let earlier = self.links.iter().rev().take(REPLACED_FIGURES_MAX).find(is_same)?;
        let (name, _) =
            MEASURES.iter().find(|(name, _)| Some(*name) == earlier.metric.as_deref())?;
        Some(Frame {
            metric: Some(name),
            segment: earlier.segment.clone(),
            is_adjusted: earlier.is_adjusted,
            named_by: earlier.named_by.clone(),
            ..Frame::default()
        })
    }

    /// Whether guidance is that which was replaced: `up from $66 billion to $72 billion`.
    pub(super) fn is_previous(&self, flow: &Flow, gap: &Range<usize>) -> bool {
        const REVISED: &[&str] = &[
            "up",
            "down",
            "raised",
            "lowered",
            "lifted",
            "increased",
            "cut",
            "reduced",
            "narrowed",
            "widened",
            "revised",
        ];
        const REVISING: &[&str] = &[
            "raises",
            "raising",
            "raised",
            "lifts",
            "lifting",
            "lowers",
            "lowering",
            "cuts",
            "cutting",
            "narrows",
            "narrowing",
            "increases",
            "increasing",
            "updates",
            "updating",
        ];
        flow.is_guided
            && self.notes.senses(gap.clone()).any(|(at, sense, _)| match sense {
                Sense::Previous => true,
                Sense::From if at == 0 || at + FROM_REACH < gap.end => false,
                Sense::From => {
                    let before = self.notes.word(at - 1);
                    // "is raising its guidance for the year from"
                    let is_revised = (gap.start..at)
                        .any(|at| REVISING.contains(&self.notes.word(at)))
                        && self.notes.has(gap.start..at, &[Sense::Guidance]);
                    REVISED.contains(&before) || is_revised || before == ";" && at + 1 == gap.end
                }
                _ => false,
            })
    }

    /// A percentage beside an amount is its growth where a word says so, else the margin of it in
    /// brackets, else nobody knows.
    fn growth(
        &self,
        flow: &mut Flow,
        here: &Here,
        metric: &str,
        aspect: Aspect,
    ) -> Result<Decided, Abstention> {
        let text = self.notes.mention(here.at).map_or("", |mention| mention.found.text());
        let is_signed =
            text.trim_start_matches('(').starts_with(['+', '-', '\u{2013}', '\u{2212}']);
        let right = &here.right;
        let reach = right.end.min(right.start + GROWTH_REACH);
        let close = (right.start..reach)
            .find(|at| matches!(self.notes.word(*at), ")" | "," | "("))
            .unwrap_or(reach);
        // "an 8% organic increase"
        let next = self
            .notes
            .senses(right.start..close)
            .find(|(place, sense, _)| *sense != Sense::Adjusted || *place > right.start);
        let is_said = !text.ends_with(')')
            && next.is_some_and(|(_, sense, _)| {
                matches!(
                    sense,
                    Sense::Change
                        | Sense::YearAgo
                        | Sense::Sequential
                        | Sense::ConstantCurrency
                        | Sense::Reported
                )
            });
        let was_said = self.notes.has(here.gap.clone(), &[Sense::Change, Sense::ChangeNoun]);
        let goes_on = flow.last.is_some_and(|last| match last.role {
            Role::Change => true,
            Role::Growth => last.count == Count::Percent,
            _ => false,
        }) && here.gap.len() <= LISTED_GAP_MAX;
        if is_signed || is_said || was_said || flow.frame.is_growth || goes_on {
            return Ok((Role::Growth, Some(aspect)));
        }
        let is_bracketed = self.notes.is_mark(here.gap.end.saturating_sub(1), '(');
        match margin_of(metric).filter(|_| is_bracketed) {
            Some(margin) => {
                flow.frame.metric = Some(margin);
                Ok((Role::Actual, None))
            }
            None => Err(Abstention::Unit),
        }
    }

    /// An amount that a word of change leads up to, or that is listed with such.
    fn change(&self, flow: &Flow, here: &Here, cues: &Cues, aspect: Aspect) -> Option<Decided> {
        // "$0.04 per share higher"
        let share = match self.notes.sense(here.right.start) {
            Some((Sense::PerShare | Sense::PerDilutedShare, length)) => length,
            _ => 0,
        };
        let is_behind = self.is_changed(here.right.start + share);
        if is_behind || self.leads_to_change(here, cues) && !cues.is_compared {
            return Some((Role::Change, Some(aspect)));
        }
        // "$32.9 billion or 5.1% and $36.8 billion or 6.0%"
        let joined = !here.gap.is_empty()
            && here.gap.clone().all(|at| matches!(self.notes.word(at), "and" | "or" | ","));
        // "a decrease of 1%, and $8.59 for the nine months": what has its own period is a level.
        let has_own = self
            .moment_behind(here.right.clone())
            .is_some_and(|(moment, _)| !moment.is_relative() && !matches!(moment, Moment::On(_)));
        let last = flow.last.filter(|last| {
            joined && !has_own && matches!(last.role, Role::Growth | Role::Change)
        })?;
        let near = here.right.start..here.right.end.min(here.right.start + LEAD_IN);
        let own = self.notes.has(near, &[Sense::Sequential, Sense::YearAgo]).then_some(aspect);
        Some((Role::Change, own.or(last.aspect).or(Some(aspect))))
    }

    /// Whether the word behind an amount makes it one of change: `a $2.5 million increase`.
    pub(super) fn is_changed(&self, at: usize) -> bool {
        const NOUNS: &[&str] = &[
            "increase",
            "decrease",
            "decline",
            "drop",
            "rise",
            "improvement",
            "reduction",
            "gain",
            "jump",
            "higher",
            "lower",
            "more",
            "less",
        ];
        NOUNS.contains(&self.notes.word(at))
    }

    /// Whether a word of change leads right up to a figure.
    fn leads_to_change(&self, here: &Here, cues: &Cues) -> bool {
        cues.last.is_some_and(|(place, sense)| {
            let (_, length) = self.notes.sense(place).unwrap_or((sense, 1));
            match sense {
                Sense::ChangeNoun => here.at <= place + length + LEAD_IN,
                Sense::Change => here.at <= place + length + ADJACENT,
                _ => false,
            }
        })
    }

    /// Settles a role by what stands around the figure besides.
    pub(super) fn settle(
        &self,
        flow: &Flow,
        here: &Here,
        role: Role,
        aspect: Option<Aspect>,
    ) -> (Role, Option<Aspect>) {
        let aspect = match aspect {
            Some(Aspect::YearAgo) if role == Role::Growth && self.is_from_quarter_ago(here) => {
                Some(Aspect::QuarterAgo)
            }
            aspect => aspect,
        };
        if role != Role::Actual {
            return (role, aspect);
        }
        // "compared with $51.8 million, or $1.05 per share": put another way, it stays compared.
        let last_compared = flow.last.is_some_and(|last| last.role == Role::Prior);
        // "surpassed the $94.93 billion of a year earlier"
        let is_of_then = matches!(
            self.moment_behind(here.right.clone()),
            Some((Moment::YearAgo | Moment::QuarterAgo | Moment::SameIn { .. }, _))
        );
        // "compared with $3.0 billion for Q2 2024 and $4.7 billion for Q1 2025"
        let is_another = last_compared
            && here.gap.clone().all(|at| matches!(self.notes.word(at), "and" | ","))
            && self.moment_behind(here.right.clone()).is_some();
        let is_prior = last_compared && self.is_again(&here.gap) || is_of_then || is_another;
        (if is_prior { Role::Prior } else { role }, aspect)
    }
}

/// Whether one figure may have replaced another, by its size.
fn is_near(one: &Stated, other: &Stated) -> bool {
    let (one, other) = (one.number().abs(), other.number().abs());
    let factor = Decimal::from(REPLACED_FACTOR);
    one <= other * factor && other <= one * factor
}

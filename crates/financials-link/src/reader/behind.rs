//! The measure that is named right behind a figure: `$17 billion in revenue`, `a 27% margin`.

use crate::{
    bounds::{ADJACENT, AHEAD_REACH, LEAD_IN, SMALL_NAME_TOKENS_MAX},
    catalogue::{Unit, has_segments, is_earned, margin_of, per_share_of, unit},
    lexicon::Sense,
    notes::Count,
};

use super::{
    Reader,
    here::Here,
    state::{Flow, Frame},
};

impl Reader<'_> {
    /// Takes up a measure that is named behind a figure: `$17 billion in revenue`, `a 27% margin`.
    pub(super) fn name_behind(&self, flow: &mut Flow, here: &Here) -> bool {
        let first = here.right.start;
        if first >= here.next() {
            return false;
        }
        let count = self.notes.count(here.at);
        match (self.notes.sense(first), count) {
            (Some((sense @ (Sense::PerShare | Sense::PerDilutedShare), _)), Count::Money) => {
                self.name_share(flow, here, sense);
                return true;
            }
            (Some((Sense::Margin, _)), Count::Percent) => {
                let margin = flow.frame.metric.and_then(margin_of);
                flow.frame.metric = margin.or(flow.frame.metric);
                return margin.is_some();
            }
            (Some((Sense::Change | Sense::YearAgo, _)), count) if count != Count::Money => {
                return self.name_changed(flow, here);
            }
            _ => {}
        }
        let word = self.notes.word(first);
        let next = self.notes.word(first + 1);
        let spends = (here.at.saturating_sub(ADJACENT)..here.at)
            .any(|at| matches!(self.notes.word(at), "spent" | "spend" | "spends" | "spending"));
        let is_told = self.notes.ends_measure(here.at) || self.is_measured(here);
        let leads = matches!(word, "in" | "of" | "for")
            || word == "on" && spends
            || !is_told && matches!(word, "related" | "used") && matches!(next, "to" | "for");
        if leads {
            self.name_led_to(flow, here, count)
        } else {
            self.name_beside(flow, here, count)
        }
    }

    /// Whether a measure and "of" stand right before a figure.
    fn is_measured(&self, here: &Here) -> bool {
        let at = here.at;
        at > here.gap.start && self.notes.word(at - 1) == "of" && self.notes.ends_measure(at - 1)
    }

    /// "earned $1.40 per share, or $1.36 per diluted share", "a dividend of $0.94 per share".
    fn name_share(&self, flow: &mut Flow, here: &Here, sense: Sense) {
        let metric = match flow.frame.metric {
            Some(metric) if unit(metric) == Unit::PerShare && !is_earned(metric) => metric,
            // "operating earnings of $1.68 per share": nobody prints operating income of a share.
            Some(metric) if !is_earned(metric) && metric != "operating_income" => {
                per_share_of(metric).unwrap_or(metric)
            }
            _ if sense == Sense::PerDilutedShare => "eps_diluted",
            _ if self.is_basic(here) => "eps_basic",
            Some("eps_basic") => "eps_basic",
            _ => "eps_diluted",
        };
        let named_by = flow.frame.named_by.clone().or_else(|| self.notes.span(here.at + 1, 1));
        // What companies call operating earnings of a share leaves items out.
        let is_operating = flow.frame.metric == Some("operating_income");
        let is_adjusted = flow.frame.is_adjusted.or(is_operating.then_some(true));
        flow.frame = Frame {
            metric: Some(metric),
            is_adjusted,
            named_by,
            is_negated: flow.frame.is_negated,
            ..Frame::default()
        };
    }

    /// A basic amount has its diluted one in brackets behind.
    fn is_basic(&self, here: &Here) -> bool {
        let Some((Sense::PerShare, length)) = self.notes.sense(here.at + 1) else { return false };
        let bracket = here.at + 1 + length;
        let figure = bracket + 1;
        self.notes.is_mark(bracket, '(')
            && figure == here.next()
            && self.notes.is_figure(figure)
            && matches!(self.notes.sense(figure + 1), Some((Sense::PerDilutedShare, _)))
    }

    /// "a 26% decline in digital sales", "48% year-over-year revenue growth".
    fn name_changed(&self, flow: &mut Flow, here: &Here) -> bool {
        let mut at = here.right.start;
        for _ in 0..2 {
            if let Some((Sense::Change | Sense::YearAgo, length)) = self.notes.sense(at) {
                at += length;
            }
        }
        let says = |at| matches!(self.notes.sense(at), Some((Sense::ConstantCurrency, _)));
        if says(at) || says(at + 1) {
            return false;
        }
        if self.notes.word(at) == "in" && at < here.next() {
            return self.name_changed_in(flow, here, at + 1);
        }
        let Some((place, length, name)) = self.measure_soon(at, here.next()) else { return false };
        let is_growth = place <= at + ADJACENT && self.notes.word(place + length) == "growth";
        if is_growth {
            let named_by = self.notes.span(place, length);
            flow.frame = Frame { metric: Some(name), is_growth, named_by, ..Frame::default() };
        }
        is_growth
    }

    fn name_changed_in(&self, flow: &mut Flow, here: &Here, from: usize) -> bool {
        let limit = here.next();
        if let Some((place, length, name)) = self.measure_soon(from, limit) {
            let (segment, is_adjusted) =
                self.qualifiers(flow, place..place + length, from, &(from..limit));
            let segment = segment.or_else(|| {
                has_segments(name).then(|| self.subject_before(here.at, flow.used)).flatten()
            });
            let named_by = self.notes.span(place, length);
            flow.frame =
                Frame { metric: Some(name), segment, is_adjusted, named_by, ..Frame::default() };
            return true;
        }
        let from = from + usize::from(self.notes.word(from) == "the");
        let end = match self.notes.name_from(from, limit) {
            end if end > from => end,
            _ => self.small_name(from, limit),
        };
        // "comparable sales fell 3%, with a 2% drop in North America" goes on with what it was.
        let is_revenue = flow.frame.outside.is_none()
            && flow.frame.metric.or(self.last_metric) == Some("revenue");
        let names = end > from && !self.notes.is_company(from..end) && is_revenue;
        if names {
            let segment = Some(self.notes.words(from..end));
            let named_by = self.notes.span(from, end - from);
            flow.frame = Frame { metric: Some("revenue"), segment, named_by, ..Frame::default() };
        }
        names
    }

    /// Where a name of a few small words ends.
    fn small_name(&self, from: usize, limit: usize) -> usize {
        let is_name = |at: usize| {
            self.notes.is_word(at) && !self.notes.is_plain(at) && self.notes.moment(at).is_none()
        };
        let limit = limit.min(from + SMALL_NAME_TOKENS_MAX);
        (from..limit).find(|at| !is_name(*at)).unwrap_or(limit)
    }

    /// "liquidity of about $77 billion in cash": what leads to the figure is no measure.
    fn is_told_outside(&self, here: &Here) -> bool {
        let near = here.at.saturating_sub(LEAD_IN).max(here.gap.start)..here.at;
        let told = self.notes.senses(near.clone()).rfind(|(_, sense, _)| *sense == Sense::Outside);
        told.is_some_and(|(place, _, length)| {
            matches!(self.notes.word(place + length), "of" | "was" | "were" | "totaled")
        })
    }

    /// "$17.0 billion in revenue", "$1.0 billion related to repayments of debt".
    fn name_led_to(&self, flow: &mut Flow, here: &Here, count: Count) -> bool {
        let first = here.right.start;
        if self.is_told_outside(here) {
            return false;
        }
        let next = self.notes.senses(first..here.next()).next();
        if next.is_some_and(|(place, sense, _)| place == first && sense == Sense::Part) {
            return false;
        }
        let Some((place, length, name)) = self.measure_soon(first + 1, here.next()) else {
            return false;
        };
        let fits = match count {
            Count::Money => unit(name) != Unit::Ratio,
            Count::Percent => unit(name) != Unit::Money,
            _ => true,
        };
        if !fits {
            return false;
        }
        let (segment, is_adjusted) =
            self.qualifiers(flow, place..place + length, first + 1, &here.right);
        let kept = flow.frame.segment.take().filter(|_| flow.frame.metric.is_none());
        let mut segment = segment.or(kept);
        if has_segments(name) {
            segment = segment
                .or_else(|| self.row.clone())
                .or_else(|| self.subject_before(here.at, flow.used));
        }
        let named_by = self.notes.span(place, length);
        flow.frame =
            Frame { metric: Some(name), segment, is_adjusted, named_by, ..Frame::default() };
        true
    }

    /// "$327M profit", "an $810 million reserve build", "–$0.20 EPS", "48% revenue growth".
    fn name_beside(&self, flow: &mut Flow, here: &Here, count: Count) -> bool {
        // "$2.95 non-GAAP diluted EPS"
        let (first, is_adjusted) = match self.notes.sense(here.right.start) {
            Some((Sense::Adjusted, length)) => (here.right.start + length, Some(true)),
            Some((Sense::Gaap, length)) => (here.right.start + length, Some(false)),
            _ => (here.right.start, None),
        };
        let Some((name, length)) = self.notes.measure(first) else { return false };
        let is_growth =
            self.notes.word(first + length) == "growth" || self.is_changed(first + length);
        if self.is_compounded(first + length) {
            return false;
        }
        let fits = match count {
            Count::Percent => is_growth || unit(name) == Unit::Ratio,
            Count::Money => unit(name) != Unit::Ratio,
            Count::Multiple => unit(name) == Unit::Multiple,
            _ => false,
        };
        if fits {
            let named_by = self.notes.span(first, length);
            // "the $1,439 million net loss"
            let is_negated = self.is_negated(first..first + length);
            flow.frame = Frame {
                metric: Some(name),
                is_adjusted,
                is_growth,
                is_negated,
                named_by,
                ..Frame::default()
            };
        }
        fits
    }

    /// Whether words go on behind a measure's name and make it that of something else: "inventory
    /// and related charges", "share repurchase authorization".
    fn is_compounded(&self, at: usize) -> bool {
        const OTHERS: &[&str] = &[
            "charge",
            "charges",
            "authorization",
            "authorisation",
            "program",
            "programme",
            "plan",
            "agreement",
            "facility",
            "reserves",
            "adjustments",
            "writedown",
            "writedowns",
        ];
        OTHERS.contains(&self.notes.word(at))
            || self.notes.word(at) == "and" && self.notes.word(at + 1) == "related"
    }

    /// The measure that begins within a few tokens, with nothing but its own words between.
    pub(super) fn measure_soon(
        &self,
        from: usize,
        limit: usize,
    ) -> Option<(usize, usize, &'static str)> {
        for at in from..limit.min(from + AHEAD_REACH) {
            if let Some((name, length)) = self.notes.measure(at) {
                // "fuel expenses" are not all of them.
                let is_bare = length == 1 && self.notes.word(at) == "expenses";
                let is_part = is_bare
                    && at > from
                    && self.notes.is_word(at - 1)
                    && !self.notes.is_plain(at - 1);
                let is_own = !is_part && !self.is_compounded(at + length);
                return is_own.then_some((at, length, name));
            }
            let leads = matches!(
                self.notes.sense(at),
                Some((
                    Sense::Driver
                        | Sense::Outside
                        | Sense::Market
                        | Sense::Part
                        | Sense::From
                        | Sense::To
                        | Sense::Compared
                        | Sense::Beat
                        | Sense::Consensus,
                    _
                ))
            );
            let stops = matches!(self.notes.word(at), "," | ";" | ")" | "and" | "was" | "were");
            if leads || stops || self.notes.is_figure(at) {
                return None;
            }
        }
        None
    }
}

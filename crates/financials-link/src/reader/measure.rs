//! Which measure a figure is of: the one named before it, or the one right behind it.

use std::ops::Range;

use financials::stated;

use crate::{
    catalogue::{Unit, has_segments, is_earned, margin_of, per_share_of, unit},
    lexicon::Sense,
    link::Abstention,
    notes::Count,
};

use super::{
    Reader,
    figure::Here,
    state::{Flow, Frame},
};

/// Tokens between a figure and the measure behind it at most: `in total quarterly net revenue`.
const AHEAD_REACH: usize = 7;

/// Measures that head a list of what was done for one figure.
const HEADS: &[&str] = &["debt_issued", "debt_repaid", "acquisitions"];

impl Reader<'_> {
    /// Takes up what the words around a figure say of its measure; returns whether they name one.
    pub(super) fn read_measure(&self, flow: &mut Flow, here: &Here) -> bool {
        let gap = here.gap.clone();
        let named = self.name_before(flow, here);
        let is_ahead = self.name_behind(flow, here);
        if self.notes.has(gap.clone(), &[Sense::Guidance]) {
            flow.is_guided = true;
        }
        self.read_driver(flow, here, named, is_ahead);
        let outside = self
            .notes
            .senses(gap)
            .rfind(|(_, sense, _)| matches!(sense, Sense::Outside | Sense::Market));
        if let Some((place, sense, _)) = outside
            && named.is_none_or(|named| named < place)
            && !is_ahead
        {
            let reason =
                if sense == Sense::Market { Abstention::Market } else { Abstention::Outside };
            flow.frame = Frame { outside: Some(reason), ..Frame::default() };
        }
        let has_own = named.is_some() || is_ahead;
        if !has_own && self.is_of_unknown(here) {
            flow.frame = Frame { outside: Some(Abstention::NoMeasure), ..Frame::default() };
        }
        self.name_subject(flow, here, has_own);
        has_own
    }

    /// Notes whether a figure explains a change: a driver, unless the measure is named behind it.
    fn read_driver(&self, flow: &mut Flow, here: &Here, named: Option<usize>, is_ahead: bool) {
        let gap = here.gap.clone();
        let driver = self
            .notes
            .senses(gap.clone())
            .rfind(|(_, sense, _)| *sense == Sense::Driver)
            .map(|(at, ..)| at);
        let was_driven = flow.is_driven;
        flow.is_driven |= driver.is_some();
        let is_share = matches!(
            self.notes.sense(here.at + 1),
            Some((Sense::PerShare | Sense::PerDilutedShare, _))
        );
        let is_ahead = is_ahead && !is_share;
        // "including $439 million in share repurchases", "a 26% decline in digital sales"
        let lists = driver.is_some_and(|driver| {
            matches!(self.notes.word(driver), "including" | "includes") && gap.end <= driver + 2
        });
        let changes =
            driver.is_some_and(|driver| self.notes.has(driver..gap.end, &[Sense::ChangeNoun]));
        let is_change = lists || changes || self.notes.count(here.at) == Count::Percent;
        // "the impact of acquisitions of $0.5 billion": what is named is the driver itself.
        let is_driver = driver.zip(named).is_some_and(|(driver, named)| {
            let (_, length) = self.notes.sense(driver).unwrap_or((Sense::Driver, 1));
            let is_of = self.notes.word(driver + length - 1) == "of" && named == driver + length;
            // "Included in the quarter was a net loss of": a part of the total of that name.
            let is_part = matches!(self.notes.word(driver), "included" | "includes" | "including")
                && (driver..named).all(|at| self.notes.is_word(at))
                && has_segments(self.segmented(named));
            is_of || is_part
        });
        let is_named =
            named.is_some() && !is_driver && (driver.is_none() && !is_ahead || named > driver);
        let is_free = is_ahead && (is_change || driver.is_none() && !was_driven);
        if is_named || is_free || driver.is_none() && self.notes.has_mark(gap, ';') {
            flow.is_driven = false;
        }
    }

    /// Takes up the measure that is named before a figure; returns its place.
    fn name_before(&self, flow: &mut Flow, here: &Here) -> Option<usize> {
        let gap = &here.gap;
        let last = (gap.start..gap.end)
            .rev()
            .filter_map(|at| self.notes.measure(at).map(|(name, length)| (at, length, name)))
            .find(|(at, ..)| !self.is_left_out(gap.start, *at))?;
        let named_at = last.0;
        let (at, length, name) = self.head_of_list(last, gap);
        let repeats = self.notes.has(gap.start..at, &[Sense::Compared, Sense::From])
            && flow.frame.metric == Some(name);
        let (segment, is_adjusted) =
            self.qualifiers(flow, at..at + length, gap.start, &here.sentence);
        let is_adjusted = is_adjusted.or_else(|| self.basis_within(at, length));
        let (name, is_adjusted) = self.bottom_line(at, name, is_adjusted);
        let mut frame = Frame {
            metric: Some(name),
            segment,
            is_adjusted,
            is_growth: self.notes.word(at + length) == "growth",
            is_negated: self.is_negated(at..at + length),
            named_by: self.notes.span(at, length),
            outside: None,
        };
        // A comparative repeats the measure and leaves out whose it is.
        if repeats {
            frame.segment = frame.segment.or_else(|| flow.frame.segment.clone());
            frame.is_adjusted = is_adjusted.or(flow.frame.is_adjusted);
        }
        if has_segments(self.segmented(at)) {
            frame.segment = frame.segment.or_else(|| self.row.clone());
            frame.segment = self.named_behind_colon(at + length..gap.end).or(frame.segment);
        }
        frame.outside = self.is_outside(at..at + length, gap, &frame);
        flow.frame = frame;
        Some(named_at)
    }

    /// Whether a measure is what another is told without or by: "excluding working capital it was",
    /// "working capital, defined as current assets less current liabilities, was".
    fn is_left_out(&self, floor: usize, at: usize) -> bool {
        const LEAVES: &[&str] = &["excluding", "without", "defined"];
        (floor..at)
            .rev()
            .take_while(|at| self.notes.is_word(*at))
            .find(|at| {
                let word = self.notes.word(*at);
                let is_verb = word.ends_with("ed") && word != "defined"
                    || matches!(word, "rose" | "grew" | "fell");
                let is_said = matches!(self.notes.sense(*at), Some((Sense::Change, _))) && is_verb;
                is_said || LEAVES.contains(&word) || matches!(word, "was" | "were")
            })
            .is_some_and(|at| LEAVES.contains(&self.notes.word(at)))
    }

    /// The bottom line is what was last said of earnings.
    fn bottom_line(
        &self,
        at: usize,
        name: &'static str,
        is_adjusted: Option<bool>,
    ) -> (&'static str, Option<bool>) {
        if self.notes.word(at) != "bottom" {
            return (name, is_adjusted);
        }
        match self.links.iter().rev().find(|link| link.metric.is_some()) {
            Some(last) if last.metric.as_deref() == Some("eps_diluted") => {
                ("eps_diluted", last.is_adjusted.or(is_adjusted))
            }
            _ => (name, is_adjusted),
        }
    }

    /// "Revenue by segment was: Americas up 13%"
    fn named_behind_colon(&self, range: Range<usize>) -> Option<String> {
        let colon = range.clone().find(|at| self.notes.is_mark(*at, ':'))?;
        let end = self.notes.name_from(colon + 1, range.end);
        let names = end > colon + 1
            && !self.notes.is_company(colon + 1..end)
            && self.notes.has(end..range.end, &[Sense::Change]);
        names.then(|| self.notes.words(colon + 1..end))
    }

    /// Of measures that are listed for one figure, `payments of short-term debt, and other,
    /// long-term debt of`, the first is the one that says what happened.
    fn head_of_list(
        &self,
        last: (usize, usize, &'static str),
        gap: &Range<usize>,
    ) -> (usize, usize, &'static str) {
        (gap.start..last.0)
            .find_map(|first| {
                let (head, length) =
                    self.notes.measure(first).filter(|(head, _)| HEADS.contains(head))?;
                let is_list = (first + length..last.0).all(|at| {
                    self.notes.measure(at).is_some()
                        || matches!(self.notes.word(at), "," | "and" | "other" | "of" | "or")
                });
                is_list.then_some((first, length, head))
            })
            .unwrap_or(last)
    }

    /// Whether the words of a measure turn its sign: a loss, cash used, a benefit from taxes.
    fn is_negated(&self, mut words: Range<usize>) -> bool {
        let turns = |at| matches!(self.notes.word(at), "loss" | "used" | "deficit" | "benefit");
        words.clone().any(turns) && !words.any(|at| self.notes.word(at) == "provided")
    }

    /// Whether the words around a measure say that it is none of the company's.
    fn is_outside(
        &self,
        own: Range<usize>,
        gap: &Range<usize>,
        frame: &Frame,
    ) -> Option<Abstention> {
        let word = |at: usize| self.notes.word(at);
        let at = own.start;
        // "changes in unearned revenue of": a line of the cash flow statement.
        if at >= gap.start + 2
            && word(at - 1) == "in"
            && matches!(word(at - 2), "change" | "changes")
        {
            return Some(Abstention::Part);
        }
        let is_outside = |(place, sense)| sense == Sense::Outside && place >= gap.start;
        let before =
            at.checked_sub(1).and_then(|before| self.notes.sense_ending(before, gap.start));
        if self.is_of_counted(at, gap) || before.is_some_and(is_outside) {
            return Some(Abstention::Outside);
        }
        // "accrued expenses" are no expenses.
        let is_bare = own.len() == 1 && word(at) == "expenses";
        if is_bare && at > gap.start && self.notes.is_word(at - 1) && word(at - 1) != "total" {
            return Some(Abstention::Outside);
        }
        if self.is_contribution(own, gap) {
            return Some(Abstention::Driver);
        }
        let is_net_sales = word(at) == "net" && word(at + 1) == "sales";
        (self.has_total && is_net_sales && frame.segment.is_none()).then_some(Abstention::Part)
    }

    /// "customers with revenue greater than $1 million": what is counted has the measure.
    fn is_of_counted(&self, at: usize, gap: &Range<usize>) -> bool {
        let counted = gap.start.checked_sub(1).and_then(|before| self.notes.mention(before));
        let is_count =
            counted.is_some_and(|mention| mention.found.stated().unit() == stated::Unit::Count);
        if is_count && matches!(self.notes.word(gap.start), "with" | "whose") {
            return true;
        }
        let outside =
            self.notes.senses(gap.start..at).rfind(|(_, sense, _)| *sense == Sense::Outside);
        outside.is_some_and(|(place, ..)| {
            (place..at).any(|at| matches!(self.notes.word(at), "with" | "whose"))
        })
    }

    /// "decreased selling expenses by 1%", "reduced footwear revenues by": what something else did.
    fn is_contribution(&self, own: Range<usize>, gap: &Range<usize>) -> bool {
        const DOES: &[&str] = &[
            "decreased",
            "increased",
            "reduced",
            "impacted",
            "lowered",
            "lifted",
            "boosted",
            "raised",
        ];
        const VERB_REACH: usize = 8;
        let word = |at: usize| self.notes.word(at);
        let is_by =
            word(own.end) == "by" || word(own.end) == "segment" && word(own.end + 1) == "by";
        let verb = (gap.start..own.start)
            .rev()
            .take(VERB_REACH)
            .take_while(|at| self.notes.is_word(*at) || matches!(word(*at), "," | "&"))
            .find(|at| matches!(self.notes.sense(*at), Some((Sense::Change | Sense::Driver, _))));
        is_by && verb.is_some_and(|verb| DOES.contains(&word(verb)))
    }

    /// Takes up a measure that is named behind a figure: `$17 billion in revenue`, `a 27% margin`.
    fn name_behind(&self, flow: &mut Flow, here: &Here) -> bool {
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
        let spends = (here.at.saturating_sub(2)..here.at)
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

    /// "$0.89 per share ($0.88 per share on a diluted basis)", "a dividend of $0.94 per share".
    fn name_share(&self, flow: &mut Flow, here: &Here, sense: Sense) {
        let metric = match flow.frame.metric {
            Some(metric) if unit(metric) == Unit::PerShare && !is_earned(metric) => metric,
            Some(metric) if !is_earned(metric) => per_share_of(metric).unwrap_or(metric),
            _ if sense == Sense::PerDilutedShare => "eps_diluted",
            _ if self.is_basic(here) => "eps_basic",
            Some("eps_basic") => "eps_basic",
            _ => "eps_diluted",
        };
        let named_by = flow.frame.named_by.clone().or_else(|| self.notes.span(here.at + 1, 1));
        let is_adjusted = flow.frame.is_adjusted;
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
            return self.name_changed_in(flow, at + 1, here.next());
        }
        let Some((place, length, name)) = self.measure_soon(at, here.next()) else { return false };
        let is_growth = place <= at + 2 && self.notes.word(place + length) == "growth";
        if is_growth {
            let named_by = self.notes.span(place, length);
            flow.frame = Frame { metric: Some(name), is_growth, named_by, ..Frame::default() };
        }
        is_growth
    }

    fn name_changed_in(&self, flow: &mut Flow, from: usize, limit: usize) -> bool {
        if let Some((place, length, name)) = self.measure_soon(from, limit) {
            let (segment, is_adjusted) =
                self.qualifiers(flow, place..place + length, from, &(from..limit));
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
        let is_revenue = flow.frame.metric.or(self.last_metric) == Some("revenue");
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
        (from..limit.min(from + 3)).find(|at| !is_name(*at)).unwrap_or(limit.min(from + 3))
    }

    /// "$17.0 billion in revenue", "$1.0 billion related to repayments of debt".
    fn name_led_to(&self, flow: &mut Flow, here: &Here, count: Count) -> bool {
        let first = here.right.start;
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
        let first = here.right.start;
        let Some((name, length)) = self.notes.measure(first) else { return false };
        let is_growth = self.notes.word(first + length) == "growth";
        let fits = match count {
            Count::Percent => is_growth || unit(name) == Unit::Ratio,
            Count::Money => unit(name) != Unit::Ratio,
            Count::Multiple => unit(name) == Unit::Multiple,
            _ => false,
        };
        if fits {
            let named_by = self.notes.span(first, length);
            flow.frame = Frame { metric: Some(name), is_growth, named_by, ..Frame::default() };
        }
        fits
    }

    /// The measure that begins within a few tokens, with nothing but its own words between.
    pub(super) fn measure_soon(
        &self,
        from: usize,
        limit: usize,
    ) -> Option<(usize, usize, &'static str)> {
        for at in from..limit.min(from + AHEAD_REACH) {
            if let Some((name, length)) = self.notes.measure(at) {
                return Some((at, length, name));
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

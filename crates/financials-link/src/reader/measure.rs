//! Which measure a figure is of: the one named before it, or the one right behind it.

use std::ops::Range;

use financials::stated;

use crate::{
    bounds::{
        ADJACENT, CHANGE_TOKENS_MAX, COUNTED_REACH, GROWTH_REACH, LEFT_OUT_REACH, VERB_REACH,
    },
    catalogue::{has_segments, is_earned},
    lexicon::{Sense, is_neutral},
    link::Abstention,
    notes::Count,
};

use super::{
    Reader,
    here::Here,
    state::{Flow, Frame},
};

/// Measures that head a list of what was done for one figure.
const HEADS: &[&str] = &["debt_issued", "debt_repaid", "acquisitions"];

impl Reader<'_> {
    /// Takes up what the words around a figure say of its measure; returns whether they name one.
    pub(super) fn read_measure(&self, flow: &mut Flow, here: &Here) -> bool {
        let gap = here.gap.clone();
        let kept = flow.frame.clone();
        let named = self.name_before(flow, here);
        let named = self.keep_compared(flow, here, kept, named);
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
        let opens = flow.last.is_none() && flow.frame.metric.is_none();
        if let Some(frame) =
            self.called_by_this(here).filter(|_| opens && flow.frame.outside.is_none() && !has_own)
        {
            flow.frame = frame;
            return false;
        }
        let is_driven = flow.is_driven;
        if !has_own && !is_driven && (self.is_of_unknown(here) || self.is_amount_of(here)) {
            flow.frame = Frame { outside: Some(Abstention::NoMeasure), ..Frame::default() };
        }
        self.name_subject(flow, here, has_own);
        has_own
    }

    /// "Operating loss was $5 million, compared to income of $3 million": what is compared is of
    /// the measure before, and its own word says the sign.
    fn keep_compared(
        &self,
        flow: &mut Flow,
        here: &Here,
        kept: Frame,
        named: Option<usize>,
    ) -> Option<usize> {
        const BARE: &[&str] = &["income", "profit", "earnings", "loss", "losses", "gain"];
        let gap = &here.gap;
        let is_income = |metric: &str| is_earned(metric) || metric == "operating_income";
        let word = gap.clone().rev().find(|at| BARE.contains(&self.notes.word(*at)));
        let (Some(at), Some(true)) = (word, kept.metric.map(is_income)) else { return named };
        let compares = self.notes.has(gap.start..at, &[Sense::Compared, Sense::From]);
        let is_own = named.is_none_or(|named| named == at);
        let is_bare = !self.notes.is_word(at + 1) || matches!(self.notes.word(at + 1), "of" | "in");
        if !(compares && is_own && is_bare) {
            return named;
        }
        let is_negated = self.notes.word(at).starts_with("loss");
        flow.frame = Frame { is_negated, ..kept };
        None
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
            matches!(self.notes.word(driver), "including" | "includes")
                && gap.end <= driver + ADJACENT
        });
        let changes =
            driver.is_some_and(|driver| self.notes.has(driver..gap.end, &[Sense::ChangeNoun]));
        let is_change = lists || changes || self.notes.count(here.at) == Count::Percent;
        // "the impact of acquisitions of $0.5 billion": what is named is the driver itself.
        let is_result = driver.is_some_and(|driver| self.is_result(driver, here));
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
        if is_named || is_free || is_result || driver.is_none() && self.notes.has_mark(gap, ';') {
            flow.is_driven = false;
        }
    }

    /// "reflecting a 2% increase": what the figure before comes to, and nothing that drove it.
    fn is_result(&self, driver: usize, here: &Here) -> bool {
        let between = driver + 1..here.at;
        let is_noun = self.notes.has(between.clone(), &[Sense::ChangeNoun])
            && between.len() <= CHANGE_TOKENS_MAX;
        let behind = here.right.start..here.right.end.min(here.right.start + GROWTH_REACH);
        let is_growth = behind.clone().any(|at| self.notes.word(at) == "growth")
            && self.notes.has(behind, &[Sense::YearAgo, Sense::Change]);
        let changes = self.is_changed(here.right.start)
            && !matches!(self.notes.word(here.right.start + 1), "in" | "of");
        matches!(self.notes.word(driver), "reflecting" | "reflects")
            && !self.notes.has_measure(driver..here.at)
            && (is_noun || here.at <= driver + ADJACENT && (changes || is_growth))
    }

    /// Takes up the measure that is named before a figure; returns its place.
    fn name_before(&self, flow: &mut Flow, here: &Here) -> Option<usize> {
        let gap = &here.gap;
        let last = (gap.start..gap.end)
            .rev()
            .filter_map(|at| self.notes.measure(at).map(|(name, length)| (at, length, name)))
            .find(|(at, ..)| !self.is_left_out(gap.start, *at))?;
        let named_at = last.0;
        let (at, length, name) = self.head_of_list(self.spelled_out(last, gap), gap);
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
            is_negated: self.is_negated(at..at + length)
                || at > gap.start && self.notes.word(at - 1) == "negative",
            named_by: self.notes.span(at, length),
            outside: None,
        };
        // A comparative repeats the measure and leaves out whose it is.
        if repeats {
            frame.segment = frame.segment.or_else(|| flow.frame.segment.clone());
            frame.is_adjusted = is_adjusted.or(flow.frame.is_adjusted);
        }
        let opens = [",", "with"]
            .iter()
            .all(|word| gap.clone().take(ADJACENT).any(|at| self.notes.word(at) == *word));
        if opens && has_segments(self.segmented(at)) {
            frame.segment = frame.segment.or_else(|| flow.frame.segment.clone());
        }
        if frame.segment.is_none() && self.goes_on_with_segment(at, gap, name) {
            frame.segment = flow.frame.segment.clone();
        } else if frame.segment.is_none() && flow.last.is_none() {
            frame.segment = self.segment_of_line(gap, name);
        }
        if has_segments(self.segmented(at)) {
            frame.segment = frame.segment.or_else(|| self.row.clone());
            frame.segment = self.named_behind_colon(at + length..gap.end).or(frame.segment);
        }
        if has_segments(self.segmented(at)) {
            frame.segment = self.called_back(frame.segment.take());
            let whole = [at, at.max(gap.start + 1) - 1];
            let is_whole = whole
                .iter()
                .any(|at| matches!(self.notes.word(*at), "total" | "consolidated" | "company"));
            let heading = self.heading.segment.clone().filter(|_| !is_whole);
            frame.segment = frame.segment.or(heading);
        }
        frame.outside = self.is_outside(at..at + length, gap, &frame);
        // "comparable sales rose 3.8%, with US sales growing": they are comparable too.
        if opens && flow.frame.outside == Some(Abstention::Outside) && name == "revenue" {
            frame.outside = flow.frame.outside;
        }
        flow.frame = frame;
        Some(named_at)
    }

    /// A measure whose short name stands behind it in brackets: `earnings per share (EPS)`.
    fn spelled_out(
        &self,
        last: (usize, usize, &'static str),
        gap: &Range<usize>,
    ) -> (usize, usize, &'static str) {
        let (at, length, _) = last;
        let is_bracketed = at > gap.start
            && self.notes.is_mark(at - 1, '(')
            && self.notes.is_mark(at + length, ')');
        let own = (gap.start..at.saturating_sub(1)).rev().find_map(|from| {
            let (name, own) = self.notes.measure(from)?;
            (from + own == at - 1).then_some((from, own, name))
        });
        own.filter(|_| is_bracketed).unwrap_or(last)
    }

    /// "the segment's revenues": those of the one that was named last.
    fn called_back(&self, segment: Option<String>) -> Option<String> {
        let segment = segment?;
        if !matches!(segment.as_str(), "segment" | "segmental" | "unit" | "division") {
            return Some(segment);
        }
        let last = self.links.iter().rev().find_map(|link| link.segment.clone());
        Some(last.unwrap_or(segment))
    }

    /// "$3.0 billion of senior notes": an amount of something else than what was named last.
    fn is_amount_of(&self, here: &Here) -> bool {
        let behind = here.right.start + 1;
        self.notes.count(here.at) == Count::Money
            && self.notes.word(here.right.start) == "of"
            && behind < here.right.end
            && self.notes.is_word(behind)
            && !self.notes.is_plain(behind)
            && !self.notes.in_moment(behind)
    }

    /// Whether a measure is what another is told without or by: "excluding working capital it was",
    /// "working capital, defined as current assets less current liabilities, was".
    fn is_left_out(&self, floor: usize, at: usize) -> bool {
        const LEAVES: &[&str] = &["excluding", "without", "defined"];
        (floor..at)
            .rev()
            .take(LEFT_OUT_REACH)
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
    pub(super) fn is_negated(&self, mut words: Range<usize>) -> bool {
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
        // "drivers and couriers earned": what others earn.
        if word(at) == "earned" && own.len() == 1 && at > gap.start {
            let subject = at - 1;
            let is_other = self.notes.is_word(subject)
                && !self.notes.is_capital(subject)
                && !self.notes.is_plain(subject)
                && !is_neutral(word(subject));
            if is_other {
                return Some(Abstention::Outside);
            }
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
        let near = gap.start.saturating_sub(COUNTED_REACH)..gap.start;
        let counted = near.rev().find(|at| self.notes.is_figure(*at));
        let is_count = |at| {
            let mention = self.notes.mention(at);
            mention.is_some_and(|mention| mention.found.stated().unit() == stated::Unit::Count)
        };
        if counted.is_some_and(|counted| {
            is_count(counted) && matches!(self.notes.word(counted + 1), "with" | "whose")
        }) {
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
}

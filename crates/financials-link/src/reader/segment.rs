//! Whose a measure is: a business line, a region, a product, by the words around its name.

use std::ops::Range;

use crate::{
    bounds::{
        APPOSITION_TOKENS_MAX, BASIS_BRACKET_TOKENS_MAX, BRACKET_TOKENS_MAX,
        SMALL_SUBJECT_TOKENS_MAX, SUBJECT_GAP_MAX,
    },
    catalogue::has_segments,
    lexicon::Sense,
    notes::Count,
};

use super::{
    Reader,
    common::is_common,
    here::Here,
    state::{Flow, Frame},
};

/// Words between a segment's name and its measure that are part of neither.
const PASSED: &[&str] = &[
    "total",
    "net",
    "company",
    "consolidated",
    "quarterly",
    "annual",
    "record",
    "diluted",
    "basic",
    "overall",
    "full",
    "year",
    "reported",
    "growth",
    "prior",
    "higher",
    "lower",
    "cash",
    "strong",
    "solid",
    "trailing",
    "average",
    "worldwide",
    "global",
    "firmwide",
    "(",
    ")",
];

/// Verbs whose subject has the measure behind them.
const HAVE: &[&str] = &[
    "reported",
    "delivered",
    "posted",
    "generated",
    "recorded",
    "saw",
    "achieved",
    "had",
    "produced",
    "booked",
    "brought",
    "made",
    "earned",
    "took",
    "generating",
    "reporting",
    "posting",
    "delivering",
    "recording",
    "producing",
];

/// Measures whose segments are named in small letters too: `product revenue`.
const SMALL: &[&str] =
    &["revenue", "gross_margin", "gross_profit", "operating_income", "net_income"];

/// Words that follow "in", "at", "for" or "of" in phrases that name nothing.
const PHRASES: &[&str] = &[
    "line",
    "excess",
    "part",
    "addition",
    "accordance",
    "general",
    "fact",
    "dollars",
    "aggregate",
    "least",
    "most",
    "best",
    "constant",
    "high",
    "low",
    "midpoint",
    "once",
    "particular",
    "contrast",
    "turn",
    "short",
    "sum",
    "response",
    "remarks",
    "prepared",
    "millions",
    "thousands",
    "billions",
    "early",
    "late",
    "after",
    "extended",
    "light",
    "recent",
    "future",
    "time",
    "times",
    "present",
    "hand",
    "end",
    "close",
    "start",
    "beginning",
    "example",
    "instance",
    "comparison",
    "relation",
    "respect",
    "terms",
    "place",
    "spite",
    "view",
    "that",
    "what",
    "which",
    "whom",
    "something",
    "anything",
    "everything",
    "some",
    "any",
    "every",
    "such",
];

impl Reader<'_> {
    /// The segment and the basis that the words around a measure give it.
    pub(super) fn qualifiers(
        &self,
        flow: &Flow,
        own: Range<usize>,
        floor: usize,
        sentence: &Range<usize>,
    ) -> (Option<String>, Option<bool>) {
        let name = self.segmented(own.start);
        let (end, floor, is_adjusted) = self.before_measure(own.start, floor, sentence);
        if !has_segments(name) || self.notes.has(end..own.start, &[Sense::PerShare]) {
            return (None, is_adjusted);
        }
        let start = self.notes.name_until(end, floor, SMALL.contains(&name));
        let is_adjusted = is_adjusted.or_else(|| self.basis_before(start, floor));
        let mut segment = None;
        // "Financial Performance - Total revenue"; one word may be a segment's: "Equity".
        let words = self.notes.words(start..end);
        let is_head = matches!(words.as_str(), "highlights" | "results" | "performance");
        let is_part_of_report = is_head || is_common(&words) && words.contains(' ');
        if start < end && !self.ends_in_company(start..end) && !is_part_of_report {
            segment = Some(self.notes.words(start..end));
        }
        // "In the U.S., commercial revenue … and government revenue"
        if let (Some(own), Some(opener)) = (&segment, &flow.opener)
            && !own.contains(opener.as_str())
            && !self.notes.is_capital(start)
        {
            segment = Some(format!("{opener} {own}"));
        } else if let (Some(own), Some(opener)) = (&segment, &flow.opener)
            && let Some(rest) =
                own.strip_prefix(opener.as_str()).and_then(|own| own.strip_prefix(','))
        {
            segment = Some(format!("{opener}{rest}"));
        }
        let opener = || {
            flow.opener
                .clone()
                .filter(|_| !self.notes.has(sentence.start..own.start, &[Sense::Guidance]))
        };
        // "Other revenues": what is left when the rest has been named.
        let is_other = end > floor && self.notes.word(end - 1) == "other";
        let segment = segment
            .or_else(|| is_other.then(|| "other".to_owned()))
            .or_else(|| self.segment_behind(own.end, sentence.end))
            .or_else(|| self.subject_before(end, floor))
            .or_else(opener);
        (segment, is_adjusted)
    }

    /// Whether a name is a company's to its end: "Key viewpoint - Acme".
    fn ends_in_company(&self, name: Range<usize>) -> bool {
        name.clone().any(|from| self.notes.is_company(from..name.end))
    }

    /// The measure that begins at a place, by what segments have of it: bare earnings are those of
    /// the company where they are not of a share.
    pub(super) fn segmented(&self, at: usize) -> &'static str {
        match self.notes.measure(at) {
            Some(("eps_diluted", 1)) if matches!(self.notes.word(at), "earnings" | "profit") => {
                "net_income"
            }
            Some((name, _)) => name,
            None => "",
        }
    }

    /// The basis named before a segment: `Non-GAAP subscription gross margin`.
    fn basis_before(&self, start: usize, floor: usize) -> Option<bool> {
        let before = start.checked_sub(1).filter(|before| *before >= floor)?;
        match self.notes.sense_ending(before, floor)? {
            (_, Sense::Adjusted) => Some(true),
            (_, Sense::Gaap) => Some(false),
            _ => None,
        }
    }

    /// Where the words of a measure begin: before basis words, periods, brackets and adjectives.
    fn before_measure(
        &self,
        at: usize,
        floor: usize,
        sentence: &Range<usize>,
    ) -> (usize, usize, Option<bool>) {
        let (mut end, mut floor, mut is_adjusted) = (at, floor, None);
        while let Some(before) = end.checked_sub(1).filter(|before| *before >= floor) {
            if let Some(open) = self.bracket_of_figure(before, sentence.start) {
                (end, floor) = (open, sentence.start);
                continue;
            }
            if let Some((from, sense)) = self.notes.sense_ending(before, floor)
                && matches!(sense, Sense::Adjusted | Sense::Gaap | Sense::Reported)
            {
                is_adjusted = is_adjusted.or(Some(sense == Sense::Adjusted));
                end = from;
                // "GAAP and non-GAAP EPS were": it is of both.
                if let Some(both) = self.other_basis_before(from, floor, sense) {
                    (end, is_adjusted) = (both, None);
                }
                continue;
            }
            // "adjusted per-share earnings"
            if let Some((from, Sense::PerShare)) = self.notes.sense_ending(before, floor) {
                end = from;
                continue;
            }
            if let Some(from) = self.notes.moment_ending(before, floor) {
                end = from;
                continue;
            }
            let word = self.notes.word(before);
            let is_bracket = matches!(word, "(" | ")")
                && !self.notes.has(
                    before.saturating_sub(BASIS_BRACKET_TOKENS_MAX)..before + 1,
                    &[Sense::Adjusted, Sense::Gaap],
                );
            // "the company reported revenue" has a verb there, "Reported revenue:" an adjective.
            let is_verb = word == "reported" && before > floor && self.notes.is_word(before - 1);
            if !PASSED.contains(&word) || is_bracket || is_verb {
                break;
            }
            end = before;
        }
        (end, floor, is_adjusted)
    }

    /// Where another basis begins that "and" joins to the one at a place.
    fn other_basis_before(&self, from: usize, floor: usize, sense: Sense) -> Option<usize> {
        let joint = from.checked_sub(1).filter(|joint| *joint > floor)?;
        if !matches!(self.notes.word(joint), "and" | "/") {
            return None;
        }
        let (start, other) = self.notes.sense_ending(joint - 1, floor)?;
        let is_other = matches!(other, Sense::Adjusted | Sense::Gaap) && other != sense;
        is_other.then_some(start)
    }

    /// Where a bracket with a figure in it opens that closes at a place.
    fn bracket_of_figure(&self, close: usize, floor: usize) -> Option<usize> {
        if !self.notes.is_mark(close, ')') {
            return None;
        }
        let open = (floor..close)
            .rev()
            .take(BRACKET_TOKENS_MAX)
            .find(|at| self.notes.is_mark(*at, '('))?;
        (open..close).any(|at| self.notes.is_figure(at)).then_some(open)
    }

    /// `operating income for North America`, `sales in EMEA`, `revenues from clients`.
    pub(super) fn segment_behind(&self, at: usize, limit: usize) -> Option<String> {
        let word = self.notes.word(at);
        // "from continuing operations" is nobody's.
        let is_phrase = matches!(self.notes.sense(at), Some((Sense::Plain, length)) if length > 1);
        if is_phrase || !matches!(word, "for" | "in" | "from" | "at" | "of") {
            return None;
        }
        let from = at + 1 + usize::from(matches!(self.notes.word(at + 1), "the" | "our"));
        let mut end = self.notes.name_from(from, limit);
        if end == from {
            end = self.small_words(from, limit);
        }
        (end > from && !self.notes.is_company(from..end)).then(|| self.notes.words(from..end))
    }

    /// Where a name of a few small words ends: none where the first belongs to a phrase.
    pub(super) fn small_words(&self, from: usize, limit: usize) -> usize {
        if PHRASES.contains(&self.notes.word(from)) {
            return from;
        }
        // "company-operated restaurants"
        let is_owned = |at: usize| {
            self.notes.word(at) == "company"
                && matches!(self.notes.word(at + 1), "operated" | "owned" | "run")
        };
        // "stores" are counted, and have sales.
        let is_counted = |at| matches!(self.notes.sense(at), Some((Sense::Outside, 1)));
        let is_name = |at: usize| {
            self.notes.is_word(at)
                && (is_owned(at) || is_counted(at) || !self.notes.is_plain(at))
                && !self.notes.in_moment(at)
        };
        let limit = limit.min(from + SMALL_SUBJECT_TOKENS_MAX);
        (from..limit).find(|at| !is_name(*at)).unwrap_or(limit.max(from))
    }

    /// `Latin America reported operating income of`, `the foundry unit had $4.2 billion in sales`.
    pub(super) fn subject_before(&self, end: usize, floor: usize) -> Option<String> {
        const BETWEEN: &[&str] =
            &["a", "an", "the", "its", "of", "in", "about", "nearly", "almost", "approximately"];
        const KINDS: &[&str] = &["segment", "operating", "unit", "division", "business"];
        let is_have = |at: usize| at > floor && HAVE.contains(&self.notes.word(at - 1));
        let (mut at, mut others) = (end, 0);
        while at > floor && !is_have(at) && self.notes.is_word(at - 1) && others <= SUBJECT_GAP_MAX
        {
            others += usize::from(!BETWEEN.contains(&self.notes.word(at - 1)));
            at -= 1;
        }
        let verb = at.checked_sub(1).filter(|_| is_have(at))?;
        if self.notes.word(verb).ends_with("ing") {
            return self.subject.is_some().then(|| self.opening_name(end)).flatten();
        }
        let mut name_end = self.before_apposition(verb, floor);
        while name_end > floor && KINDS.contains(&self.notes.word(name_end - 1)) {
            name_end -= 1;
        }
        let start = self.notes.name_until(name_end, floor, name_end < verb);
        (start < name_end && !self.ends_in_company(start..name_end))
            .then(|| self.notes.words(start..name_end))
    }

    /// Where a name ends that another name of it stands behind: `Northland, one of its two regions,
    /// reported`.
    fn before_apposition(&self, verb: usize, floor: usize) -> usize {
        let is_comma = |at: usize| self.notes.is_mark(at, ',');
        let Some(close) = verb.checked_sub(1).filter(|at| *at > floor && is_comma(*at)) else {
            return verb;
        };
        let between = close.saturating_sub(APPOSITION_TOKENS_MAX).max(floor)..close;
        let open =
            between.rev().take_while(|at| !self.notes.is_figure(*at)).find(|at| is_comma(*at));
        open.unwrap_or(verb)
    }

    /// Whether a percentage is printed with its sign: `Services +12%`.
    fn is_signed(&self, at: usize) -> bool {
        self.notes.count(at) == Count::Percent
            && self.notes.mention(at).is_some_and(|mention| {
                mention.found.text().trim_start_matches('(').starts_with(['+', '-', '\u{2212}'])
            })
    }

    /// "KLA's was $3.2 billion": what was named last, of another company.
    fn is_elliptic(&self, at: usize) -> bool {
        let Some((_, length)) = self.notes.company(at) else { return false };
        let is_possessive =
            self.notes.token(at + length - 1).is_some_and(|token| token.is_possessive);
        is_possessive && matches!(self.notes.word(at + length), "was" | "were" | "came" | "is")
    }

    /// The name that stands alone before a figure in an enumeration: "iPhone sales were $46.8
    /// billion, Mac $7.9 billion and iPad $6.4 billion". It is not what was named before.
    fn name_alone(&self, gap: &Range<usize>) -> Option<Range<usize>> {
        let is_between = |at: usize| matches!(self.notes.word(at), "," | ";" | "and" | "&");
        let marks = gap.clone().take_while(|at| is_between(*at)).count();
        let from = gap.start + marks + usize::from(self.notes.word(gap.start + marks) == "the");
        let start = self.notes.name_until(gap.end, from, false);
        let is_name = marks > 0 && start == from && start < gap.end;
        (is_name && !self.notes.is_company(start..gap.end)).then_some(start..gap.end)
    }

    /// Takes up the segment that a change is of where no measure is named: `Azure grew 40%`.
    pub(super) fn name_subject(&self, flow: &mut Flow, here: &Here, has_own: bool) {
        let gap = &here.gap;
        let clause = gap.clone().rfind(|at| self.notes.is_mark(*at, ';'));
        let is_another = clause.is_some_and(|mark| {
            (mark..gap.end).any(|at| self.notes.company(at).is_some() && !self.is_elliptic(at))
        });
        if !has_own && is_another {
            flow.frame = Frame { outside: flow.frame.outside, ..Frame::default() };
        }
        if has_own || flow.frame.outside.is_some() || flow.is_driven || flow.is_market {
            return;
        }
        if flow.frame.metric.is_some_and(has_segments)
            && let Some(name) = self.name_alone(gap)
        {
            let named_by = self.notes.span(name.start, name.len());
            let segment = Some(self.notes.words(name));
            flow.frame = Frame { segment, named_by, ..flow.frame.clone() };
            return;
        }
        let is_counted = matches!(self.notes.count(here.at), Count::Other | Count::Points);
        let is_revenue = flow.frame.metric.or(self.last_metric) == Some("revenue");
        let of_heading = self.heading.metric.filter(|metric| has_segments(metric));
        if let (Some(metric), None, Some(_)) = (of_heading, flow.frame.metric, &self.row) {
            flow.frame =
                Frame { metric: Some(metric), segment: self.row.clone(), ..Frame::default() };
            return;
        }
        if let (Some(metric), None, true) =
            (self.heading.metric, flow.frame.metric, self.heading.is_list && self.row.is_none())
        {
            let (segment, is_adjusted) = (self.heading.segment.clone(), self.heading.is_adjusted);
            flow.frame = Frame { metric: Some(metric), segment, is_adjusted, ..Frame::default() };
            return;
        }
        let is_row = self.row.is_some() && flow.frame.metric.or(self.last_metric).is_none();
        if !is_revenue && (is_counted || !is_row) {
            return;
        }
        let mut at = gap.end;
        while at > gap.start {
            let start = self.notes.name_until(at, gap.start, false);
            if start == at {
                at -= 1;
                continue;
            }
            let is_signed = at == gap.end && self.is_signed(here.at);
            // "Compensation came to": the word that opens a sentence is a name where it changes.
            let opens = start == here.sentence.start && at == start + 1;
            let leads: &[Sense] =
                if opens { &[Sense::Change] } else { &[Sense::Change, Sense::To] };
            let changes = is_signed || self.notes.has(at..gap.end, leads);
            if changes && !self.notes.is_company(start..at) && !self.notes.in_moment(start) {
                let segment = Some(self.notes.words(start..at));
                let named_by = self.notes.span(start, at - start);
                flow.frame =
                    Frame { metric: Some("revenue"), segment, named_by, ..Frame::default() };
                return;
            }
            at = start;
        }
        if flow.frame.metric.is_none() && self.row.is_some() {
            flow.frame =
                Frame { metric: Some("revenue"), segment: self.row.clone(), ..Frame::default() };
        }
    }
}

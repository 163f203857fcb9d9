//! What a heading says of the lines under it.

use std::ops::Range;

use crate::{
    bounds::NAME_WORDS_MAX,
    lexicon::Sense,
    link::Link,
    moment::{Moment, Reference},
};

use super::{Reader, common::is_common, state::Heading};

impl Reader<'_> {
    /// A heading holds until the next one.
    pub(super) fn read_heading(&mut self, range: Range<usize>) {
        let last = range.clone().rfind(|at| !self.notes.is_mark(*at, '*'));
        let is_list = last.is_some_and(|at| self.notes.is_mark(at, ':'));
        let is_guided = self.is_outlook(range.clone())
            || is_list && self.notes.has(range.clone(), &[Sense::Guidance]);
        let ticker = range
            .clone()
            .find_map(|at| self.notes.company(at))
            .map(|(ticker, _)| ticker.to_owned());
        if self.is_plural && ticker.is_some() {
            self.subject = ticker;
        }
        let segment = self.segment_of_heading(range.clone());
        let is_adjusted = self.notes.senses(range.clone()).find_map(|(_, sense, _)| match sense {
            Sense::Adjusted => Some(true),
            Sense::Gaap => Some(false),
            _ => None,
        });
        let reference = Reference { is_ahead: is_guided, ..self.reference() };
        let mut named = range.clone().filter_map(|at| self.notes.measure(at)).map(|(name, _)| name);
        let metric = named.next().filter(|_| named.next().is_none());
        let is_of_year = range.clone().any(|at| {
            matches!(self.notes.word(at), "full" | "fiscal" | "annual" | "year" | "twelve")
        });
        let moments: Vec<Moment> =
            range.filter_map(|at| self.notes.moment(at)).map(|(moment, _)| moment).collect();
        let moment = moments
            .iter()
            .copied()
            .find(|moment| !matches!(moment, Moment::YearAgo | Moment::QuarterAgo | Moment::On(_)));
        // "Fourth quarter and full year", "Q2 and Q3": neither alone.
        let mut quarters = moments.iter().filter(|own| matches!(own, Moment::Quarter { .. }));
        let first = quarters.next();
        let are_two = quarters.any(|other| Some(other) != first);
        let is_of_both = is_of_year
            && moments.iter().any(|moment| matches!(moment, Moment::Quarter { .. }))
            && moments.iter().any(|moment| matches!(moment, Moment::Year { .. }));
        let names_period =
            moment.filter(|_| !is_of_both && !are_two).filter(|moment| match moment {
                Moment::Ended { .. }
                | Moment::Quarter { .. }
                | Moment::Half { .. }
                | Moment::NineMonths { .. }
                | Moment::MonthQuarter { .. } => true,
                Moment::Year { .. } => is_guided || is_of_year,
                _ => false,
            });
        let period = names_period.and_then(|moment| reference.resolve(moment));
        self.heading = Heading { period, is_guided, metric, segment, is_list, is_adjusted };
    }

    /// The name before the word "segment" in a heading, or a name alone under a heading of
    /// segments.
    fn segment_of_heading(&mut self, range: Range<usize>) -> Option<String> {
        const KINDS: &[&str] =
            &["segment", "segments", "segmental", "division", "divisions", "businesses"];
        let is_kind = |at: &usize| KINDS.contains(&self.notes.word(*at));
        if let Some(end) = range.clone().find(is_kind) {
            self.is_of_segments = true;
            let start = self.notes.name_until(end, range.start, false);
            // "Performance by Business Segment" heads all of them.
            let is_of_all = (range.start..start).any(|at| self.notes.word(at) == "by")
                || is_common(&self.notes.words(start..end));
            let is_name = start < end && !self.notes.is_company(start..end) && !is_of_all;
            return is_name.then(|| self.notes.words(start..end));
        }
        let is_mark = |at: &usize| !self.notes.is_word(*at) && self.notes.word(*at) != "&";
        let start = range.clone().find(|at| !is_mark(at))?;
        let end = range.clone().rev().find(|at| !is_mark(at))? + 1;
        if let Some(end) = self.named_alone(start, range.end) {
            return Some(self.notes.words(end));
        }
        let is_name = self.is_of_segments
            && self.notes.name_from(start, end) == end
            && !self.notes.is_company(start..end)
            && !is_common(&self.notes.words(start..end))
            && !self.notes.has(start..end, &[Sense::Guidance, Sense::Margin]);
        self.is_of_segments = is_name;
        is_name.then(|| self.notes.words(start..end))
    }

    /// The name that a heading is all of, but for a period before it and brackets behind, once the
    /// text has told of the whole: `Q3 Optum (Health Services)`.
    fn named_alone(&self, start: usize, limit: usize) -> Option<Range<usize>> {
        let start = start + self.notes.moment(start).map_or(0, |(_, length)| length);
        let joins = |at: usize| matches!(self.notes.word(at), "and" | "&");
        let is_of_name = |at: &usize| {
            joins(*at) && *at > start || self.notes.is_capital(*at) && self.is_unknown(*at)
        };
        let end = (start..limit).find(|at| !is_of_name(at)).unwrap_or(limit);
        let closes = match self.notes.word(end) {
            "(" => self.notes.has_mark(end..limit, ')'),
            _ => end == limit || self.notes.is_mark(end, ':') && end + 1 == limit,
        };
        let is_of_whole =
            |link: &Link| link.metric.as_deref() == Some("revenue") && link.segment.is_none();
        let is_name = end > start
            && end - start <= NAME_WORDS_MAX
            && closes
            && !is_common(&self.notes.words(start..end))
            && !self.notes.is_company(start..end)
            && self.links.iter().any(is_of_whole);
        is_name.then_some(start..end)
    }

    /// Whether a heading is that of guidance: `Q3 Guidance`, `Outlook for fiscal 2026`.
    fn is_outlook(&self, range: Range<usize>) -> bool {
        const BESIDE: &[&str] = &[
            "financial",
            "business",
            "for",
            "the",
            "and",
            "full",
            "year",
            "of",
            "our",
            ":",
            "*",
            "#",
            "-",
            "\u{2013}",
            "\u{2022}",
        ];
        let mut is_outlook = false;
        for at in range {
            match self.notes.word(at) {
                "guidance" | "outlook" => is_outlook = true,
                word if BESIDE.contains(&word) => {}
                _ if self.notes.in_measure(at)
                    || self.notes.in_moment(at)
                    || self.notes.company(at).is_some() => {}
                _ => return false,
            }
        }
        is_outlook
    }
}

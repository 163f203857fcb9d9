//! Lists: figures in the order of their periods, segments or measures.

use std::ops::Range;

use crate::{
    bounds::{RESPECTIVELY_REACH, SENTENCE_TOKENS_MAX},
    lexicon::Sense,
    link::{Abstention, Role},
    moment::{Day, Moment, Period},
};

use super::{Reader, state::Flow};

impl Reader<'_> {
    /// The figures of a sentence, by their places among its figures, that lists of periods give
    /// theirs: "23.4%, 25.5% and 33.6% for fiscal 2025, 2024 and 2023".
    pub(super) fn listed_periods(
        &self,
        range: Range<usize>,
        figures: &[usize],
    ) -> Vec<(usize, Period)> {
        let mut listed: Vec<(usize, Period)> = Vec::new();
        let (mut at, mut behind) = (range.start, range.start);
        while at < range.end {
            let Some((moments, end)) = self.periods_at(at, range.end) else {
                at += 1;
                continue;
            };
            let is_free = |place: &usize| listed.iter().all(|(other, _)| other != place);
            let within = |range: Range<usize>| {
                let places =
                    figures.iter().enumerate().filter(move |(_, figure)| range.contains(figure));
                places.map(|(place, _)| place).collect::<Vec<_>>()
            };
            let mut own: Vec<usize> = within(behind..at).into_iter().filter(is_free).collect();
            let count = moments.len();
            self.keep_joined(&mut own, figures, count);
            if own.is_empty() {
                own = within(end..range.end);
                own.truncate(if own.len() >= count { count } else { 0 });
            } else if own.len() > count && !own.len().is_multiple_of(count) {
                own.drain(..own.len() - count);
            }
            // "$32.9 billion or 5.1% and $36.8 billion or 6.0%": two figures for each period.
            let each = own.len() / count;
            for (place, figure) in own.into_iter().enumerate() {
                let period = place.checked_div(each).and_then(|place| moments.get(place));
                listed.extend(period.map(|period| (figure, *period)));
            }
            (behind, at) = (end, end);
        }
        listed
    }

    /// Keeps of the figures before a list of periods those that are joined to the last of them,
    /// where they are as many as the periods or twice as many.
    fn keep_joined(&self, own: &mut Vec<usize>, figures: &[usize], count: usize) {
        let at = |place: usize| own.get(place).and_then(|place| figures.get(*place)).copied();
        let joined = |place: &usize| {
            let (Some(one), Some(other)) = (at(*place - 1), at(*place)) else { return false };
            (one + 1..other).all(|at| matches!(self.notes.word(at), "and" | "or" | ","))
        };
        let run = 1 + (1..own.len()).rev().take_while(joined).count();
        if run == count || run == 2 * count {
            own.drain(..own.len().saturating_sub(run));
        }
    }

    /// Two or more periods that are listed at a place, and where the list ends.
    fn periods_at(&self, at: usize, limit: usize) -> Option<(Vec<Period>, usize)> {
        let (mut last, length) = self.notes.moment(at)?;
        let reference = self.reference();
        let mut periods = vec![reference.resolve(last)?];
        let mut end = at + length;
        loop {
            let joins = |at: &usize| matches!(self.notes.word(*at), "," | "and" | "the");
            let from = (end..limit).find(|at| !joins(at)).unwrap_or(limit);
            if from == end {
                break;
            }
            let Some((moment, length)) = self.notes.moment(from).filter(|_| from < limit) else {
                break;
            };
            // "a year ago and third quarter funds from operations": of what follows.
            if self.notes.measure(from + length).is_some() {
                break;
            }
            last = like(last, moment);
            periods.push(reference.resolve(last)?);
            end = from + length;
        }
        (periods.len() > 1).then_some((periods, end))
    }

    /// Puts segments or measures in the order of their figures: "A's and B's 11% and 10%,
    /// respectively"; takes the links back where nobody can tell.
    pub(super) fn put_in_order(&mut self, range: Range<usize>, figures: &[usize], before: usize) {
        let Some(last) = figures.last().copied() else { return };
        let reach = last..range.end.min(last + RESPECTIVELY_REACH);
        let run = self.run(figures);
        let (true, Some(start)) =
            (self.notes.has(reach, &[Sense::Respectively]), run.first().copied())
        else {
            return;
        };
        if run.len() < 2 {
            return;
        }
        let floor = figures.iter().rev().find(|at| **at < start).map_or(range.start, |at| at + 1);
        if self.order_measures(floor..start, run.len(), figures) {
            return;
        }
        let from = self.links.len().saturating_sub(run.len());
        match self.listed_segments(floor..start, run.len(), before) {
            Some(segments) => {
                for (link, segment) in self.links.iter_mut().skip(from).zip(segments) {
                    if link.abstained.is_none() {
                        link.segment = Some(segment);
                    }
                }
            }
            None => self.withdraw(from),
        }
    }

    /// The figures that end a sentence with nothing but "and" between.
    fn run(&self, figures: &[usize]) -> Vec<usize> {
        let mut run: Vec<usize> = Vec::new();
        for at in figures.iter().rev() {
            let joined = run.last().is_none_or(|next| {
                (at + 1..*next).all(|between| matches!(self.notes.word(between), "and" | ","))
            });
            if !joined {
                break;
            }
            run.push(*at);
        }
        run.reverse();
        run
    }

    /// Takes links back of which nobody can tell which is which, unless their periods do.
    fn withdraw(&mut self, from: usize) {
        let own = self.links.get_mut(from..).unwrap_or_default();
        let differ = own.windows(2).all(|pair| match pair {
            [a, b] => a.period != b.period || a.is_constant_currency != b.is_constant_currency,
            _ => true,
        });
        if differ {
            return;
        }
        for link in own {
            (link.metric, link.role, link.abstained) = (None, Role::Other, Some(Abstention::Order));
        }
    }

    /// Figures in the order of measures: "gross margin and product gross margin were 63% and 62%,
    /// respectively, compared with 61% and 60%, respectively".
    fn order_measures(&mut self, before: Range<usize>, count: usize, figures: &[usize]) -> bool {
        let head = figures.first().copied().unwrap_or(before.end);
        // A second run, that of the comparison, has no measures of its own before it.
        let is_second = before.start > head && figures.len() == 2 * count;
        if is_second && self.follow_first(count) {
            return true;
        }
        let range =
            if is_second { before.start.saturating_sub(SENTENCE_TOKENS_MAX)..head } else { before };
        let measures = self.listed_measures(range, count);
        let runs = if is_second { 2 } else { 1 };
        let Some(from) = self.links.len().checked_sub(count * runs) else { return false };
        let (Some(measures), Some(own)) = (measures, self.links.get_mut(from..)) else {
            return false;
        };
        let first = own.first().map(|link| (link.role, link.is_adjusted));
        let later = own.get(count).map(|link| (link.role, link.period));
        for (place, link) in own.iter_mut().enumerate().filter(|(_, link)| link.abstained.is_none())
        {
            let Some((name, segment)) = measures.get(place % count) else { continue };
            link.metric = Some((*name).to_owned());
            link.segment.clone_from(segment);
            match later.filter(|_| place >= count) {
                Some((role, period)) => (link.role, link.period) = (role, period),
                None => link.role = first.map_or(link.role, |(role, _)| role),
            }
            link.is_adjusted = link.is_adjusted.or(first.and_then(|(_, basis)| basis));
        }
        true
    }

    /// "A was $5 and B was $4, up 3% and 2%, respectively": each of the second figures is of the
    /// measure that one of the first has of its own.
    fn follow_first(&mut self, count: usize) -> bool {
        let Some(from) = self.links.len().checked_sub(2 * count) else { return false };
        let Some((first, second)) =
            self.links.get_mut(from..).and_then(|own| own.split_at_mut_checked(count))
        else {
            return false;
        };
        let is_own = first.iter().all(|link| link.metric.is_some() && link.named_by.is_some());
        let differ = first.windows(2).all(|pair| match pair {
            [one, other] => one.named_by != other.named_by && one.metric != other.metric,
            _ => true,
        });
        if !is_own || !differ || second.iter().any(|link| link.abstained.is_some()) {
            return false;
        }
        for (link, own) in second.iter_mut().zip(first) {
            (link.metric, link.segment) = (own.metric.clone(), own.segment.clone());
            (link.is_adjusted, link.named_by) = (own.is_adjusted, own.named_by.clone());
        }
        true
    }

    /// So many measures that are listed in some tokens, with their segments.
    fn listed_measures(
        &self,
        range: Range<usize>,
        count: usize,
    ) -> Option<Vec<(&'static str, Option<String>)>> {
        let named: Vec<(usize, usize, &'static str)> = range
            .clone()
            .filter_map(|at| self.notes.measure(at).map(|(name, length)| (at, length, name)))
            // "Sales and Service revenues": the name of a segment.
            .filter(|(at, length, _)| {
                let end = at + length;
                let is_name = self.notes.is_capital(*at)
                    && *at > range.start
                    && self.notes.is_capital(end + 1);
                !(is_name && self.notes.word(end) == "and")
            })
            .collect();
        let from = named.len().checked_sub(count).filter(|from| *from <= 1)?;
        let flow = Flow::default();
        let mut floor = range.start;
        let mut measures = Vec::new();
        for (at, length, name) in named.get(from..)? {
            let (segment, _) = self.qualifiers(&flow, *at..at + length, floor, &range);
            measures.push((*name, segment));
            floor = at + length;
        }
        Some(measures)
    }

    /// The names of so many segments that are listed before their figures, or the last ones of the
    /// text where they are called "the two".
    fn listed_segments(
        &self,
        range: Range<usize>,
        count: usize,
        before: usize,
    ) -> Option<Vec<String>> {
        let called = range.clone().any(|at| {
            self.notes.word(at) == "the"
                && matches!((self.notes.word(at + 1), count), ("two", 2) | ("three", 3))
        });
        if called {
            let mut known: Vec<String> = Vec::new();
            for segment in
                self.links.get(..before)?.iter().rev().filter_map(|link| link.segment.as_ref())
            {
                if known.len() < count && !known.contains(segment) {
                    known.push(segment.clone());
                }
            }
            known.reverse();
            return (known.len() == count).then_some(known);
        }
        let mut names = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let end = self.notes.single_name(at, range.end);
            if end > at && !self.notes.is_company(at..end) {
                names.push(self.notes.words(at..end));
            }
            at = end.max(at + 1);
        }
        let from = names.len().checked_sub(count)?;
        Some(names.split_off(from))
    }
}

/// Completes a moment of a list by the one before it: "January 31, 2025 and 2024" is two days, and
/// "three months ended June 27, 2025 and June 28, 2024" two spans.
fn like(last: Moment, moment: Moment) -> Moment {
    match (last, moment) {
        (Moment::On(day), Moment::Year { year }) => Moment::On(Day { year, ..day }),
        (Moment::Ended { months, .. }, Moment::On(day)) => Moment::Ended { months, day },
        (Moment::Ended { months, day }, Moment::Year { year }) => {
            Moment::Ended { months, day: Day { year, ..day } }
        }
        (Moment::Quarter { quarter, .. }, Moment::Year { year }) => {
            Moment::Quarter { quarter, year }
        }
        (_, moment) => moment,
    }
}

//! What goes on from what was told before: the segment of a paragraph, the figure that "this" is.

use std::ops::Range;

use crate::{
    catalogue::{Unit, unit},
    lexicon::{MEASURES, Sense},
    link::{Link, Role},
    moment::{Reference, year_ago},
};

use super::{Reader, here::Here, state::Frame};

impl Reader<'_> {
    /// "International revenues were $2 billion, but the operating margin contracted by": what a
    /// segment earns of what it sells is its own.
    pub(super) fn goes_on_with_segment(&self, at: usize, gap: &Range<usize>, name: &str) -> bool {
        const JOINTS: &[&str] = &["but", "although", "though", "while", "with", "and", "as"];
        const EARNED: &[&str] =
            &["operating_income", "operating_margin", "gross_margin", "gross_profit", "ebitda"];
        let joint = gap.clone().find(|at| JOINTS.contains(&self.notes.word(*at)));
        let leads = joint.is_some_and(|joint| {
            matches!(self.notes.word(joint + 1), "the" | "its" | "an" | "a") && joint + 2 == at
        });
        leads && EARNED.contains(&name)
    }

    /// The segment that all figures of the line so far are of, where the same measure is told of
    /// again and not of the whole: "Cloud revenue was $4 billion. Organic sales increased 6%."
    pub(super) fn segment_of_line(&self, gap: &Range<usize>, name: &str) -> Option<String> {
        const WHOLE: &[&str] =
            &["total", "consolidated", "company", "group", "overall", "we", "our"];
        let is_whole = gap
            .clone()
            .any(|at| WHOLE.contains(&self.notes.word(at)) || self.notes.company(at).is_some());
        let floor = self.notes.token(self.line_start)?.span.start;
        let own = self.links.iter().rev().take_while(|link| link.span.start >= floor);
        let mut own = own.filter(|link| link.abstained.is_none()).peekable();
        let last = own.peek()?.segment.clone()?;
        let is_again = own.all(|link| {
            link.segment.as_ref() == Some(&last) && link.metric.as_deref() == Some(name)
        });
        (is_again && !is_whole).then_some(last)
    }

    /// What a sentence calls back that names no measure: "This represents an increase from".
    pub(super) fn called_by_this(&self, here: &Here) -> Option<Frame> {
        const IS: &[&str] = &[
            "represents",
            "represented",
            "marks",
            "marked",
            "is",
            "was",
            "compares",
            "compared",
            "reflects",
            "reflected",
            "represent",
            "translates",
        ];
        let word = |at: usize| self.notes.word(at);
        let start = here.sentence.start;
        let start = start + usize::from(!self.notes.is_word(start));
        // "At the mid-point, this represents growth of"
        let is_guided = self.is_of_midpoint(start..here.at);
        let comma = (start..here.at).find(|at| self.notes.is_mark(*at, ',')).filter(|_| is_guided);
        let start = comma.map_or(start, |comma| comma + 1);
        let verb = match (word(start), word(start + 1)) {
            ("this" | "that" | "which" | "these", verb) if IS.contains(&verb) => start + 1,
            ("this" | "the" | "that", "figure" | "result" | "amount" | "number" | "total") => {
                start + 2
            }
            _ => return None,
        };
        let floor = self.notes.token(self.line_start)?.span.start;
        let of_line = self.links.iter().filter(|link| link.span.start >= floor);
        let before = self.notes.token(self.last_sentence)?.span.start;
        let is_level = |link: &&Link| {
            (link.role == Role::Actual || is_guided && link.role == Role::Guidance)
                && link.span.start >= before
                && link.metric.as_deref().is_some_and(|metric| unit(metric) == Unit::Money)
        };
        let first = of_line.clone().find(is_level)?;
        let (metric, _) =
            MEASURES.iter().find(|(name, _)| Some(*name) == first.metric.as_deref())?;
        IS.contains(&word(verb)).then(|| Frame {
            metric: Some(metric),
            segment: first.segment.clone(),
            is_adjusted: first.is_adjusted,
            is_negated: first.is_negated,
            named_by: first.named_by.clone(),
            ..Frame::default()
        })
    }

    /// Links what a sentence opens with to what it compares with that: "Compared with $5 billion a
    /// year ago, sales were $6 billion".
    pub(super) fn link_opening(&mut self, range: &Range<usize>, figures: &[usize], before: usize) {
        let start = range.start + usize::from(!self.notes.is_word(range.start));
        let opens = matches!(self.notes.sense(start), Some((Sense::Compared, _)));
        let [first, second, ..] = figures else { return };
        let comma = (*first..*second).find(|at| self.notes.is_mark(*at, ','));
        let (Some(comma), true) = (comma, opens) else { return };
        let [one, other, ..] = self.links.get(before..).unwrap_or_default() else { return };
        let is_alike = one.stated.unit() == other.stated.unit();
        let is_level = other.role == Role::Actual && other.abstained.is_none();
        if one.abstained.is_none() || !is_alike || !is_level {
            return;
        }
        let named = self.moment_behind(first + 1..comma).map(|(moment, _)| moment);
        let relative = Reference { period: other.period, ..self.reference() };
        let period = match named {
            Some(moment) => relative.resolve(moment),
            None => other.period.and_then(year_ago),
        };
        let link = Link {
            span: one.span.clone(),
            stated: one.stated,
            role: Role::Prior,
            period,
            has_own_period: named.is_some(),
            ..other.clone()
        };
        if let Some(place) = self.links.get_mut(before) {
            *place = link;
        }
    }
}

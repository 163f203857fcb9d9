//! The period that a document is of, by its title and by the sentence that announces its results.

use std::ops::Range;

use financials::{Date, period::FiscalLabel};

use crate::{
    bounds::YEARS,
    lexicon::Sense,
    moment::{Day, Moment, Numbering, Period, Reference},
    notes::Notes,
    sentence::Line,
};

/// Lines within which a document says what it is of.
const OPENING_LINES_MAX: usize = 8;

/// Tokens between a comparison or an outlook and its period at most.
const CUE_REACH: usize = 3;

/// Months after that in which a quarter ends within which its results are told.
const TOLD_MONTHS_MAX: i16 = 4;

/// Words of a sentence that announces results.
const TELLS: &[&str] = &[
    "results",
    "reported",
    "reports",
    "announced",
    "announces",
    "posted",
    "posts",
    "delivered",
    "released",
    "ended",
];

/// The periods that the opening of a document names.
#[derive(Debug, Default)]
struct Opening {
    /// Those whose year is named, or that end on a day of a named year.
    dated: Vec<Moment>,
    /// Quarters without a year.
    bare: Vec<Moment>,
    /// The first day that is named: that of the announcement.
    told: Option<Day>,
}

/// Returns the period of a document that nobody else gives; none where its opening names none, or
/// several of which neither is a part of the other.
///
/// A quarter beside the year to date is what figures are of that say nothing else; beside the whole
/// year they may be of either.
pub(super) fn period_of(
    notes: &Notes<'_>,
    lines: &[Line],
    reference: Reference,
    numbering: Option<Numbering>,
) -> Option<Period> {
    let opening = Opening::read(notes, lines);
    let reference = |numbering: Numbering| Reference { numbering, period: None, ..reference };
    let of = |numbering: Numbering| opening.periods(reference(numbering));
    let mut periods = match numbering {
        Some(own) => of(own),
        None => {
            let named = of(Numbering::default());
            let own = named.iter().find_map(|label| {
                anchored(Some(Period::Label(*label)), opening.dated.iter().copied())
            });
            own.map_or(named, of)
        }
    };
    if periods.is_empty() {
        periods.extend(opening.told_of(numbering.unwrap_or_default()));
    }
    let quarter = periods.iter().find(|label| matches!(label, FiscalLabel::Quarter(_)));
    match (periods.as_slice(), quarter) {
        ([only], _) => Some(Period::Label(*only)),
        ([_, _], Some(quarter)) => {
            let is_to_date = |label: &FiscalLabel| match label {
                FiscalLabel::FirstHalf(year) | FiscalLabel::NineMonths(year) => {
                    *year == quarter.year()
                }
                label => label == quarter,
            };
            periods.iter().all(is_to_date).then_some(Period::Label(*quarter))
        }
        _ => None,
    }
}

impl Opening {
    /// Reads the title, and the first sentence that announces something of a period.
    fn read(notes: &Notes<'_>, lines: &[Line]) -> Self {
        let mut opening = Self::default();
        let Some(title) = lines.first() else { return opening };
        let first = title.sentences.first().cloned().unwrap_or(title.tokens.clone());
        opening.add(notes, first);
        let sentences = lines.iter().take(OPENING_LINES_MAX).flat_map(|line| &line.sentences);
        for sentence in sentences.skip(1) {
            let has = |word: &str| sentence.clone().any(|at| notes.word(at) == word);
            // A quarter without its year may get it from the next: "for the quarter ended June 30".
            let tells = TELLS.iter().any(|word| has(word));
            if tells && opening.add(notes, sentence.clone()) && !opening.dated.is_empty() {
                break;
            }
        }
        opening
    }

    /// Adds the periods of some tokens that are neither compared with nor expected; returns whether
    /// there are any.
    fn add(&mut self, notes: &Notes<'_>, range: Range<usize>) -> bool {
        let before = self.dated.len() + self.bare.len();
        let mut at = range.start;
        while at < range.end {
            let Some((moment, length)) = notes.moment(at) else {
                at += 1;
                continue;
            };
            let near = at.saturating_sub(CUE_REACH).max(range.start)..at;
            let behind = at + length..range.end.min(at + length + CUE_REACH - 1);
            let is_other = notes.has(near.clone(), &[Sense::From, Sense::Guidance])
                || is_compared(notes, range.start..at)
                || near.clone().any(|at| matches!(notes.word(at), "over" | "since"))
                || notes.has(behind, &[Sense::Guidance]);
            let is_word = length > 1 || notes.word(at).starts_with("fy");
            match moment {
                _ if is_other => {}
                Moment::On(day) => self.told = self.told.or(Some(day)),
                Moment::Quarter { year: Some(_), .. }
                | Moment::Half { year: Some(_) }
                | Moment::NineMonths { year: Some(_) }
                | Moment::MonthQuarter { year: Some(_), .. }
                | Moment::Ended { day: Day { year: Some(_), .. }, .. } => self.dated.push(moment),
                Moment::Year { year: Some(_) } if is_word => self.dated.push(moment),
                Moment::Quarter { year: None, .. } => self.bare.push(moment),
                _ => {}
            }
            at += length;
        }
        self.dated.len() + self.bare.len() > before
    }

    /// The periods that are named with their years, and quarters in the year of those.
    fn periods(&self, reference: Reference) -> Vec<FiscalLabel> {
        let mut periods: Vec<FiscalLabel> = Vec::new();
        let mut add = |period: Option<Period>| match period {
            Some(Period::Label(label)) if !periods.contains(&label) => periods.push(label),
            _ => {}
        };
        for moment in &self.dated {
            add(reference.resolve(*moment));
        }
        let Some(first) = periods.first().copied() else { return periods };
        let within = Reference { period: Some(Period::Label(first)), ..reference };
        for moment in &self.bare {
            if let Some(Period::Label(label)) = within.resolve(*moment)
                && !periods.contains(&label)
            {
                periods.push(label);
            }
        }
        periods
    }

    /// The one quarter that is named without a year, of those that had ended when it was told.
    fn told_of(&self, numbering: Numbering) -> Option<FiscalLabel> {
        let Day { year: Some(year), month, .. } = self.told? else { return None };
        let mut numbers = self.bare.iter().filter_map(|moment| match moment {
            Moment::Quarter { quarter, .. } => Some(*quarter),
            _ => None,
        });
        let number = numbers.next()?;
        if !numbers.all(|other| other == number) {
            return None;
        }
        let month_before = |months: i16| {
            let place = year * 12 + i16::from(month) - 1 - months;
            let month = i8::try_from(place.rem_euclid(12) + 1).ok()?;
            Date::new(place.div_euclid(12), month, 28).ok()
        };
        let ends = (1..=TOLD_MONTHS_MAX).filter_map(month_before);
        let mut quarters = ends.filter_map(|day| numbering.quarter(day));
        quarters.find(|quarter| quarter.quarter() == number).map(FiscalLabel::Quarter)
    }
}

/// Whether what follows some tokens of a sentence is what something is compared with, as in
/// `compared with $158.9 billion in third quarter 2024`. A comparison that opens a sentence ends
/// with a comma.
fn is_compared(notes: &Notes<'_>, before: Range<usize>) -> bool {
    let cue = notes
        .senses(before.clone())
        .rfind(|(_, sense, _)| matches!(sense, Sense::Compared | Sense::Previous));
    cue.is_some_and(|(at, ..)| at > before.start || !notes.has_mark(at..before.end, ','))
}

/// The calendar year that a text names most often, other than to compare with; a text that names
/// only those may be of any later year.
pub(super) fn year_of(notes: &Notes<'_>, lines: &[Line]) -> Option<i16> {
    let mut counts: Vec<(i16, usize)> = Vec::new();
    for sentence in lines.iter().flat_map(|line| &line.sentences) {
        let compares =
            |at: &usize| matches!(notes.sense(*at), Some((Sense::Compared | Sense::Previous, _)));
        for at in sentence.clone().take_while(|at| !compares(at)) {
            let word = notes.word(at);
            let year = word.parse().ok().filter(|year| word.len() == 4 && YEARS.contains(year));
            let near = at.saturating_sub(CUE_REACH).max(sentence.start)..at;
            let Some(year) = year.filter(|_| !notes.has(near, &[Sense::From])) else { continue };
            match counts.iter_mut().find(|(known, _)| *known == year) {
                Some((_, count)) => *count += 1,
                None => counts.push((year, 1)),
            }
        }
    }
    counts.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}

/// The numbering under which the document's period ends on the first day that the text gives as the
/// end of such a period.
pub(super) fn anchored(
    period: Option<Period>,
    moments: impl Iterator<Item = Moment>,
) -> Option<Numbering> {
    let Some(Period::Label(label)) = period else { return None };
    let length = match label {
        FiscalLabel::Quarter(_) => 3,
        FiscalLabel::FirstHalf(_) => 6,
        FiscalLabel::NineMonths(_) => 9,
        _ => 12,
    };
    let mut numberings = {
        moments.filter_map(move |moment| {
            let Moment::Ended { months, day: Day { year, month, day } } = moment else {
                return None;
            };
            months.is_none_or(|months| months == length).then_some(())?;
            let named = label.year().number();
            let years = year.map_or([named, named - 1], |year| [year, year]);
            let of = |own| Numbering::of(label, Date::new(own, month, day).ok()?);
            let found = years.into_iter().filter_map(of);
            found
                .max_by_key(|numbering| numbering.offset)
                .filter(|numbering| year.is_some() || numbering.offset == 0)
        })
    };
    numberings.next()
}

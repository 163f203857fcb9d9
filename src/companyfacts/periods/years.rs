//! [`FiscalYears`]: a company's fiscal years, as its own filings date them.

use core::cmp::Ordering;

use alloc::{collections::BTreeMap, vec::Vec};

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    days,
    fact::{Fact, Form},
};
use crate::{
    bounds::{DATE_SLACK_DAYS, LATE_REPORT_DAYS},
    period::PeriodKind as Kind,
};

/// One fiscal year, or the transition period between two when the year's end moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiscalYearDates {
    /// The year's name, as the company uses it.
    pub label: i16,
    /// First day.
    pub start: Date,
    /// Last day; of the running year, the day it should end on.
    pub end: Date,
    /// Whether an annual report gives it. A year that is not over, or that no annual report in the
    /// file covers, has the dates that its neighbours imply.
    pub is_reported: bool,
    /// Last days of the four quarters, as far as any filing dates them.
    pub quarter_ends: [Option<Date>; 4],
}

/// A company's fiscal years in order, without gaps, inferred from the annual periods it reports.
///
/// A 52/53-week year, a year that ends in January or one that ends on a different date than before
/// needs no rule here: each year has the dates that the company gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<FiscalYearDates>", into = "Vec<FiscalYearDates>")]
pub struct FiscalYears {
    years: Vec<FiscalYearDates>,
}

impl From<FiscalYears> for Vec<FiscalYearDates> {
    fn from(years: FiscalYears) -> Self {
        years.years
    }
}

impl TryFrom<Vec<FiscalYearDates>> for FiscalYears {
    type Error = &'static str;

    fn try_from(years: Vec<FiscalYearDates>) -> Result<Self, Self::Error> {
        let next = |year: &FiscalYearDates| year.end.tomorrow().ok();
        let mut pairs = years.iter().zip(years.iter().skip(1));
        if !pairs.all(|(year, after)| next(year) == Some(after.start)) {
            return Err("fiscal years do not follow one another day by day");
        }
        if years.iter().any(|year| year.start > year.end) {
            return Err("the start of a fiscal year is after its end");
        }
        Ok(Self { years })
    }
}

/// What a fact's dates mean in its company's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub kind: Kind,
    /// The index of the fiscal year.
    pub year: Option<usize>,
    /// The quarter in or with which the period ends.
    pub quarter: Option<u8>,
    /// Whether it begins with the fiscal year.
    pub to_date: bool,
}

/// What an annual or quarterly report calls its fiscal year, and the last day it covers.
struct Label {
    name: i16,
    end: Date,
    of_a_year: bool,
}

/// How many annual and how many quarterly reports name a year for the one before it, for its own
/// and for the one after.
type LabelVotes = [[usize; 3]; 2];

type Votes = BTreeMap<(Date, Date), usize>;

impl FiscalYears {
    /// Infers the years from facts of periodic reports.
    pub(super) fn infer<'a>(facts: impl Iterator<Item = &'a Fact>) -> Self {
        let (mut annual, mut other, mut shorter) = (Vec::new(), Vec::new(), Vec::new());
        let mut labels: BTreeMap<_, Label> = BTreeMap::new();
        for fact in facts {
            let Some(start) = fact.start else { continue };
            if fact.form == Form::Other || fact.end > fact.filed {
                continue;
            }
            let kind = Kind::of_days(days::length(start, fact.end));
            match kind {
                Kind::Year if fact.form == Form::Annual => annual.push((start, fact.end)),
                Kind::Year if fact.form == Form::Current => other.push((start, fact.end)),
                Kind::Year | Kind::Other | Kind::Instant => {}
                _ => shorter.push((start, fact.end)),
            }
            // A quarterly report of which only last year's figures are at hand dates nothing.
            let names = match fact.form {
                Form::Annual => kind == Kind::Year,
                Form::Quarterly => days::apart(fact.filed, fact.end) <= LATE_REPORT_DAYS,
                _ => false,
            };
            if let (Some(name), true) = (fact.fiscal_year, names) {
                let (end, of_a_year) = (fact.end, fact.form == Form::Annual);
                let own = labels.entry(fact.accession).or_insert(Label { name, end, of_a_year });
                own.end = own.end.max(end);
            }
        }
        let (annual, other, shorter) = (votes(annual), votes(other), votes(shorter));
        let mut years = elect(&annual);
        let elected = years.clone();
        if years.is_empty() {
            // A company that has just been listed: its registration gives the years before.
            years = elect(&other);
        }
        if years.is_empty() {
            years.extend(running_only(&shorter));
        }
        let mut years = with_gaps_filled(years);
        extend(&mut years, &shorter, &other);
        let votes = label_votes(labels.values(), &years);
        let usual = label_offset(&votes).unwrap_or(0);
        let whole =
            |(start, end): &(Date, Date)| Kind::of_days(days::length(*start, *end)) == Kind::Year;
        // A company that moves its year's end may name its years anew.
        let mut voted = votes.as_slice();
        let named = years.chunk_by(|a, b| whole(a) && whole(b)).flat_map(|era| {
            let (own, later) = voted.split_at_checked(era.len()).unwrap_or_default();
            voted = later;
            let offset = label_offset(own).unwrap_or(usual);
            era.iter().map(move |(start, end)| (named_year(*end) + offset, *start, *end))
        });
        let mut years: Vec<_> = named
            .map(|(label, start, end)| FiscalYearDates {
                label,
                start,
                end,
                is_reported: annual.contains_key(&(start, end))
                    || elected.binary_search(&(start, end)).is_ok(),
                quarter_ends: [None; 4],
            })
            .collect();
        for year in &mut years {
            year.find_quarters(&shorter);
        }
        Self { years }
    }

    /// Returns the years in order.
    #[must_use]
    pub fn as_slice(&self) -> &[FiscalYearDates] {
        &self.years
    }

    /// Returns the quarter so many quarters before another, each in its own year: a transition
    /// period has fewer than four.
    pub(super) fn quarter_before(
        &self,
        year: usize,
        quarter: u8,
        count: u8,
    ) -> Option<(usize, u8)> {
        (0..count).try_fold((year, quarter), |(year, quarter), _| {
            if quarter > 1 {
                return Some((year, quarter - 1));
            }
            let year = year.checked_sub(1)?;
            let ends = &self.years.get(year)?.quarter_ends;
            let last = (1..=4).zip(ends).rfind(|(_, end)| end.is_some());
            last.map(|(quarter, _)| (year, quarter))
        })
    }

    /// Returns whether the quarters of a year are numbered. Where the end of the year moves within
    /// a calendar year, two periods bear its name: those of the shorter, which is the transition
    /// period, are known by their dates alone.
    pub(super) fn numbers_quarters(&self, index: usize) -> bool {
        let Some(year) = self.years.get(index) else { return false };
        let length = |year: &FiscalYearDates| days::length(year.start, year.end);
        let namesakes = self.years.iter().enumerate().filter(|(at, other)| {
            *at != index && other.label == year.label
        });
        let mut namesakes = namesakes;
        namesakes.all(|(at, other)| (length(other), index) < (length(year), at))
    }

    /// Says what a period is.
    pub(super) fn slot(&self, start: Option<Date>, end: Date) -> Slot {
        let before = |year: &FiscalYearDates| days::plus(year.end, DATE_SLACK_DAYS) < end;
        let index = self.years.partition_point(before);
        let year = self.years.get(index);
        let year = year.filter(|year| end >= days::plus(year.start, DATE_SLACK_DAYS));
        let Some(year) = year else {
            let kind = start.map_or(Kind::Instant, |start| {
                match Kind::of_days(days::length(start, end)) {
                    Kind::Year => Kind::TrailingTwelveMonths,
                    kind => kind,
                }
            });
            return Slot { kind, year: None, quarter: None, to_date: false };
        };
        let ends = year.quarter_ending(end);
        let Some(start) = start else {
            let quarter = ends;
            return Slot { kind: Kind::Instant, year: Some(index), quarter, to_date: false };
        };
        let length = days::length(start, end);
        let to_date = days::apart(start, year.start) <= DATE_SLACK_DAYS;
        let kind = match Kind::of_days(length) {
            Kind::Year if to_date && ends == Some(4) => Kind::Year,
            Kind::Year => Kind::TrailingTwelveMonths,
            kind => kind,
        };
        let by_length = quarter_by_length(days::length(year.start, end)).clamp(1, 4);
        let quarter = ends.or_else(|| u8::try_from(by_length).ok());
        Slot { kind, year: Some(index), quarter, to_date }
    }
}

impl FiscalYearDates {
    /// Returns the quarter that ends on a date, give or take a few days.
    fn quarter_ending(&self, end: Date) -> Option<u8> {
        (1..=4).zip(self.quarter_ends).find_map(|(quarter, known)| {
            known.filter(|known| days::apart(*known, end) <= DATE_SLACK_DAYS).map(|_| quarter)
        })
    }

    /// Returns the last day of a quarter, 1 to 4, where filings date it.
    #[must_use]
    pub fn quarter_end(&self, quarter: u8) -> Option<Date> {
        *self.quarter_ends.get(usize::from(quarter.checked_sub(1)?))?
    }

    /// Returns the first and last day of a quarter, 1 to 4, where filings date both.
    #[must_use]
    pub fn quarter(&self, quarter: u8) -> Option<(Date, Date)> {
        let end = self.quarter_end(quarter)?;
        let start = match quarter {
            1 => self.start,
            _ => days::plus(self.quarter_end(quarter - 1)?, 1),
        };
        Some((start, end))
    }

    /// Finds where the quarters end: first by the year-to-date periods, then by the discrete ones.
    fn find_quarters(&mut self, shorter: &Votes) {
        let (start, end) = (self.start, self.end);
        let near = |a, b| days::apart(a, b) <= DATE_SLACK_DAYS;
        let inside = |from: Date, to: Date| {
            let low = days::plus(from, -DATE_SLACK_DAYS);
            shorter.range((low, Date::MIN)..).take_while(move |((s, _), _)| *s <= to)
        };
        let most = |kind: Kind, begins: Date| {
            inside(begins, days::plus(begins, DATE_SLACK_DAYS))
                .filter(|((s, e), _)| {
                    Kind::of_days(days::length(*s, *e)) == kind && *e < days::plus(end, -60)
                })
                .max_by_key(|((s, e), votes)| (**votes, *s == begins, *e))
                .map(|((_, e), _)| *e)
        };
        let first = most(Kind::Quarter, start);
        let after =
            |known: Option<Date>| known.and_then(|known| most(Kind::Quarter, days::plus(known, 1)));
        let half = most(Kind::Half, start).or_else(|| after(first));
        let nine = most(Kind::NineMonths, start).or_else(|| after(half));
        // Any quarter tagged alone shows where it ends and where the one before it did.
        let alone = |quarter: u32| {
            inside(start, end)
                .filter(|((s, e), _)| Kind::of_days(days::length(*s, *e)) == Kind::Quarter)
                .flat_map(|((s, e), votes)| [(*votes, *e), (*votes, days::plus(*s, -1))])
                .filter(|(_, e)| *e > start && !near(*e, end))
                .filter(|(_, e)| quarter_by_length(days::length(start, *e)) == quarter)
                .max()
                .map(|(_, e)| e)
        };
        let known =
            [first.or_else(|| alone(1)), half.or_else(|| alone(2)), nine.or_else(|| alone(3))];
        // A transition period has as many quarters as fit, and its last ends with it.
        let count = (days::length(start, end) + 45) / 91;
        self.quarter_ends = [1_u32, 2, 3, 4].map(|quarter| match quarter.cmp(&count) {
            Ordering::Less => known.get(quarter as usize - 1).copied().flatten(),
            Ordering::Equal => Some(end),
            Ordering::Greater => None,
        });
    }
}

/// Returns the quarter that ends nearest so many days into a year.
fn quarter_by_length(days: u32) -> u32 {
    (days * 4 + 182) / 364
}

/// Counts how many facts have each period.
fn votes(mut periods: Vec<(Date, Date)>) -> Votes {
    periods.sort_unstable();
    let same = periods.chunk_by(|a, b| a == b);
    same.filter_map(|facts| Some((*facts.first()?, facts.len()))).collect()
}

/// Takes the annual periods that most facts have, so that none overlap and those that all but
/// adjoin do.
fn elect(annual: &Votes) -> Vec<(Date, Date)> {
    let mut ranked: Vec<_> = annual.iter().map(|(dates, votes)| (*votes, *dates)).collect();
    ranked.sort_by(|a, b| b.cmp(a));
    let most = ranked.first().map_or(0, |(votes, _)| *votes);
    let mut years: Vec<(Date, Date)> = Vec::new();
    for (votes, (start, end)) in ranked {
        let apart = |(s, e): &(Date, Date)| {
            days::number(start) + DATE_SLACK_DAYS > days::number(*e)
                || days::number(end) < days::number(*s) + DATE_SLACK_DAYS
        };
        let adjoins = |(s, e): &(Date, Date)| {
            days::apart(start, *e) <= DATE_SLACK_DAYS || days::apart(end, *s) <= DATE_SLACK_DAYS
        };
        // A handful of facts with odd dates (a lease, a fund's year) make no fiscal year, unless
        // they stand next to one.
        let weighty = votes * 20 >= most;
        if years.iter().all(apart) && (weighty || years.iter().any(adjoins)) {
            years.push((start, end));
        }
    }
    years.sort_unstable();
    adjoin(&mut years, annual);
    years
}

/// Lets each year begin on the day after the one before it where filings date the two a few days
/// apart or over one another. What more facts have is right: the end of the one or the start of the
/// other. IBM's annual report for 2010 has facts from 31 December 2009 on beside a year 2009 that
/// ends on that day.
fn adjoin(years: &mut [(Date, Date)], annual: &Votes) {
    let votes = |year: &(Date, Date)| annual.get(year).copied().unwrap_or(0);
    let weights: Vec<usize> = years.iter().map(votes).collect();
    for at in 1..years.len() {
        let (Some([before, after]), Some([weight, next])) =
            (years.get_mut(at - 1..=at), weights.get(at - 1..=at))
        else {
            continue;
        };
        let gap = days::number(after.0) - days::number(before.1) - 1;
        if gap.abs() > DATE_SLACK_DAYS {
            continue;
        }
        match (before.1.tomorrow(), after.0.yesterday()) {
            (Ok(start), Ok(_)) if weight >= next => after.0 = start,
            (Ok(_), Ok(end)) => before.1 = end,
            (Ok(start), Err(_)) => after.0 = start,
            (Err(_), _) => {}
        }
    }
}

/// Takes the running year of a company that has not filed an annual report yet.
fn running_only(shorter: &Votes) -> Option<(Date, Date)> {
    let long = |start: Date, end: Date| match Kind::of_days(days::length(start, end)) {
        Kind::NineMonths => 3,
        Kind::Half => 2,
        _ => 1,
    };
    let ((start, _), _) =
        shorter.iter().max_by_key(|((start, end), votes)| (long(*start, *end), **votes))?;
    Some((*start, year_after(days::plus(*start, -1))))
}

/// Returns the last day of the year that follows a last day.
fn year_after(end: Date) -> Date {
    let same = end.checked_add(1.year()).unwrap_or(end);
    if end == end.last_of_month() { same.last_of_month() } else { same }
}

/// Puts whole years, or a transition period, between years that do not adjoin.
fn with_gaps_filled(years: Vec<(Date, Date)>) -> Vec<(Date, Date)> {
    let mut filled: Vec<(Date, Date)> = Vec::new();
    for (start, end) in years {
        while let Some((_, before)) = filled.last().copied() {
            let gap = days::number(start) - days::number(before) - 1;
            if gap <= DATE_SLACK_DAYS {
                break;
            }
            let next = year_after(before);
            if next <= before {
                // The end of the calendar: no year comes after it.
                break;
            }
            let until = if days::number(next) + 60 < days::number(start) {
                next
            } else {
                days::plus(start, -1)
            };
            filled.push((days::plus(before, 1), until));
        }
        filled.push((start, end));
    }
    filled
}

/// Adds the running year, and years before the first that shorter periods reach into, or that a
/// registration gives.
fn extend(years: &mut Vec<(Date, Date)>, shorter: &Votes, other: &Votes) {
    let Some(((first, _), (_, last))) = years.first().copied().zip(years.last().copied()) else {
        return;
    };
    if shorter.keys().any(|(_, end)| *end > days::plus(last, DATE_SLACK_DAYS)) {
        // A year of whole weeks is most often followed by one of 52.
        let weekly = years.last().is_some_and(|(s, e)| days::length(*s, *e).is_multiple_of(7));
        let end = if weekly { days::plus(last, 364) } else { year_after(last) };
        // The calendar itself ends with the year 9999.
        if end > last {
            years.push((days::plus(last, 1), end));
        }
    }
    let mut first = first;
    for _ in 0..3 {
        let end = days::plus(first, -1);
        let start = days::plus(end.checked_sub(1.year()).unwrap_or(end), 1);
        let start = if end == end.last_of_month() {
            days::plus(end.checked_sub(1.year()).unwrap_or(end).last_of_month(), 1)
        } else {
            start
        };
        let near = |a: Date, b: Date| days::apart(a, b) <= DATE_SLACK_DAYS;
        let given = other.keys().find(|(s, e)| near(*s, start) && near(*e, end));
        let reached = shorter.keys().any(|(_, e)| *e <= days::plus(end, DATE_SLACK_DAYS));
        if given.is_none() && !reached {
            break;
        }
        let (start, _) = given.copied().unwrap_or((start, end));
        years.insert(0, (start, end));
        first = start;
    }
}

/// Returns the calendar year that most of a fiscal year's end belongs to: a year that ends in the
/// first days of January is the year before's.
fn named_year(end: Date) -> i16 {
    days::plus(end, -DATE_SLACK_DAYS).year()
}

/// Counts, for each year, the reports that name it for the year before, the same and the year
/// after: annual reports, and then quarterly ones.
fn label_votes<'a>(
    labels: impl Iterator<Item = &'a Label>,
    years: &[(Date, Date)],
) -> Vec<LabelVotes> {
    let mut votes = alloc::vec![LabelVotes::default(); years.len()];
    for label in labels {
        let at = years.partition_point(|(_, end)| days::plus(*end, DATE_SLACK_DAYS) < label.end);
        let Some((start, end)) = years.get(at) else { continue };
        let ends = days::apart(*end, label.end) <= DATE_SLACK_DAYS;
        if if label.of_a_year { ends } else { *start <= label.end } {
            let offset = i32::from(label.name) - i32::from(named_year(*end));
            let place = usize::try_from(offset + 1).ok();
            let kind = votes.get_mut(at).and_then(|v| v.get_mut(usize::from(!label.of_a_year)));
            if let Some(count) = kind.zip(place).and_then(|(kind, place)| kind.get_mut(place)) {
                *count += 1;
            }
        }
    }
    votes
}

/// Returns what the company adds to that year when it names its own: most often 0; −1 where the
/// year is named for the year it began in. Filers' own slips are outvoted. Annual reports say it,
/// or quarterly ones before the first of them; nothing where neither names a year.
fn label_offset(votes: &[LabelVotes]) -> Option<i16> {
    let sum = |kind: usize| {
        votes
            .iter()
            .filter_map(|year| year.get(kind))
            .fold([0; 3], |[a, b, c], [x, y, z]| [a + x, b + y, c + z])
    };
    let [before, same, after] = [sum(0), sum(1)].into_iter().find(|votes| *votes != [0; 3])?;
    Some(if before > same && before >= after {
        -1
    } else if after > same {
        1
    } else {
        0
    })
}

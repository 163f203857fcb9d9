//! From the periods of facts to the fiscal years that most of them have.

use core::cmp::Ordering;
use std::collections::HashMap;

use alloc::{collections::BTreeMap, vec::Vec};

use jiff::{ToSpan, civil::Date};

use super::{
    days,
    labels::{Label, label_offset, label_votes, named_year},
    years::{FiscalYearDates, FiscalYears, quarter_by_length},
};
use crate::{
    bounds::{DATE_SLACK_DAYS, LATE_REPORT_DAYS, REMNANT_DAYS, YEAR_VOTES_ONE_IN},
    companyfacts::reading::fact::{FiledFact, Form},
    period::PeriodKind as Kind,
};

type Votes = BTreeMap<(Date, Date), usize>;

/// At most this many fiscal years are put before the first that an annual report gives: the years
/// of income statements that a registration has (Regulation S-X, rule 3-02).
const YEARS_BEFORE_MAX: usize = 3;

/// At most this many fiscal years are put after the last that an annual report gives: a quarterly
/// report may stand years after the last annual one at hand.
const YEARS_AFTER_MAX: usize = 30;

impl FiscalYears {
    /// Infers the years from facts of periodic reports.
    pub(crate) fn infer<'a>(facts: impl Iterator<Item = &'a FiledFact>) -> Self {
        let (mut annual, mut other, mut shorter) = (Vec::new(), Vec::new(), Vec::new());
        let mut labels: HashMap<_, Label> = HashMap::new();
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
        if years.is_empty() {
            // A company that has just been listed: its registration gives the years before.
            years = elect(&other);
        }
        if years.is_empty() {
            years.extend(running_only(&shorter));
        }
        adjoin(&mut years, [&annual, &shorter]);
        let given = if annual.is_empty() { Vec::new() } else { years.clone() };
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
                    || given.binary_search(&(start, end)).is_ok(),
                quarter_ends: [None; 4],
            })
            .collect();
        for year in &mut years {
            year.find_quarters(&shorter);
        }
        Self { years }
    }
}

impl FiscalYearDates {
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
                    Kind::of_days(days::length(*s, *e)) == kind
                        && *e < days::plus(end, -REMNANT_DAYS)
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
        let count = quarter_by_length(days::length(start, end));
        self.quarter_ends = [1_u32, 2, 3, 4].map(|quarter| match quarter.cmp(&count) {
            Ordering::Less => known.get(quarter as usize - 1).copied().flatten(),
            Ordering::Equal => Some(end),
            Ordering::Greater => None,
        });
    }
}

/// Counts how many facts have each period.
fn votes(mut periods: Vec<(Date, Date)>) -> Votes {
    // Compared as one number: a file has tens of thousands of periods.
    let key = |day: Date| {
        (i32::from(day.year()) << 9) | (i32::from(day.month()) << 5) | i32::from(day.day())
    };
    periods.sort_unstable_by_key(|(start, end)| (key(*start), key(*end)));
    let same = periods.chunk_by(|a, b| a == b);
    same.filter_map(|facts| Some((*facts.first()?, facts.len()))).collect()
}

/// Takes the annual periods that most facts have, so that none overlap but by a few days.
fn elect(annual: &Votes) -> Vec<(Date, Date)> {
    let mut ranked: Vec<_> = annual.iter().map(|(dates, votes)| (*votes, *dates)).collect();
    ranked.sort_by(|a, b| b.cmp(a));
    let most = ranked.first().map_or(0, |(votes, _)| *votes);
    let mut years: Vec<(Date, Date)> = Vec::new();
    for (votes, (start, end)) in ranked {
        let apart = |(s, e): &(Date, Date)| {
            days::between(start, *e) < DATE_SLACK_DAYS || days::between(*s, end) < DATE_SLACK_DAYS
        };
        let adjoins = |(s, e): &(Date, Date)| {
            days::apart(start, *e) <= DATE_SLACK_DAYS || days::apart(end, *s) <= DATE_SLACK_DAYS
        };
        // A handful of facts with odd dates (a lease, a fund's year) make no fiscal year, unless
        // they stand next to one.
        let weighty = votes * YEAR_VOTES_ONE_IN >= most;
        if years.iter().all(apart) && (weighty || years.iter().any(adjoins)) {
            years.push((start, end));
        }
    }
    years.sort_unstable();
    years
}

/// Lets each year begin on the day after the one before it where filings date the two a few days
/// apart or over one another. Of the two days on which the year may turn, the one counts on which
/// more facts end or begin: IBM's annual report for 2010 has facts from 31 December 2009 on, beside
/// a year 2009 that ends on that day and quarters of 2010 that begin on the next.
fn adjoin(years: &mut [(Date, Date)], dated: [&Votes; 2]) {
    for at in 1..years.len() {
        let Some([before, after]) = years.get_mut(at - 1..=at) else { continue };
        let (Ok(begins), Ok(ends)) = (before.1.tomorrow(), after.0.yesterday()) else { continue };
        let gap = days::between(begins, after.0);
        if gap == 0 || gap.abs() > DATE_SLACK_DAYS {
            continue;
        }
        let turning = |end: Date, start: Date| -> usize {
            let facts = dated.into_iter().flatten();
            let turn = facts.filter(|((from, to), _)| *to == end || *from == start);
            turn.map(|(_, votes)| votes).sum()
        };
        if turning(before.1, begins) >= turning(ends, after.0) {
            after.0 = begins;
        } else {
            before.1 = ends;
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

/// Returns the last day of the year that follows a last day, at most that of the calendar.
fn year_after(end: Date) -> Date {
    let same = end.saturating_add(1.year());
    if end == end.last_of_month() { same.last_of_month() } else { same }
}

/// Puts whole years, or a transition period, between years that do not adjoin.
fn with_gaps_filled(years: Vec<(Date, Date)>) -> Vec<(Date, Date)> {
    let mut filled: Vec<(Date, Date)> = Vec::new();
    for (start, end) in years {
        while let Some((_, before)) = filled.last().copied() {
            let gap = days::between(before, start) - 1;
            if gap <= DATE_SLACK_DAYS {
                break;
            }
            let next = year_after(before);
            let until = if days::between(next, start) > REMNANT_DAYS {
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

/// Returns the day near another after which most shorter periods begin: one that 53 weeks moved.
fn turn(usual: Date, shorter: &Votes) -> Date {
    let (low, high) = (days::plus(usual, 1 - DATE_SLACK_DAYS), days::plus(usual, DATE_SLACK_DAYS));
    let mut begun: BTreeMap<Date, usize> = BTreeMap::new();
    let near = shorter.range((low, Date::MIN)..).take_while(|((start, _), _)| *start <= high);
    for ((start, _), votes) in near {
        *begun.entry(*start).or_default() += votes;
    }
    let most = begun.into_iter().max_by_key(|(_, votes)| *votes);
    most.map_or(usual, |(start, _)| days::plus(start, -1))
}

/// Adds the running year with those that are missing before it, and years before the first that
/// shorter periods reach into, or that a registration gives.
fn extend(years: &mut Vec<(Date, Date)>, shorter: &Votes, other: &Votes) {
    let Some(((first, _), (_, last))) = years.first().copied().zip(years.last().copied()) else {
        return;
    };
    let latest = shorter.keys().map(|(_, end)| *end).max();
    // A year of whole weeks is most often followed by one of 52.
    let weekly = years.last().is_some_and(|(s, e)| days::length(*s, *e).is_multiple_of(7));
    let mut last = last;
    for _ in 0..YEARS_AFTER_MAX {
        let usual = if weekly { days::plus(last, 52 * 7) } else { year_after(last) };
        // The calendar itself ends with the year 9999.
        if latest.is_none_or(|latest| latest <= days::plus(last, DATE_SLACK_DAYS)) || usual <= last
        {
            break;
        }
        let end = turn(usual, shorter);
        years.push((days::plus(last, 1), end));
        last = end;
    }
    let mut first = first;
    for _ in 0..YEARS_BEFORE_MAX {
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

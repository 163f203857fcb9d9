//! [`FiscalYears`]: a company's fiscal years, as its own filings date them.

use alloc::vec::Vec;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days;
use crate::{
    bounds::{DATE_SLACK_DAYS, QUARTER_DAYS_TYPICAL},
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
    pub(super) years: Vec<FiscalYearDates>,
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
pub(crate) struct Slot {
    pub kind: Kind,
    /// The index of the fiscal year.
    pub year: Option<usize>,
    /// The quarter in or with which the period ends.
    pub quarter: Option<u8>,
    /// Whether it begins with the fiscal year.
    pub to_date: bool,
}

impl FiscalYears {
    /// Returns the years in order.
    #[must_use]
    pub fn as_slice(&self) -> &[FiscalYearDates] {
        &self.years
    }

    /// Returns the quarter so many quarters before another, each in its own year: a transition
    /// period has fewer than four.
    pub(crate) fn quarter_before(
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
    pub(crate) fn numbers_quarters(&self, index: usize) -> bool {
        let Some(year) = self.years.get(index) else { return false };
        let length = |year: &FiscalYearDates| days::length(year.start, year.end);
        let namesakes = self
            .years
            .iter()
            .enumerate()
            .filter(|(at, other)| *at != index && other.label == year.label);
        let mut namesakes = namesakes;
        namesakes.all(|(at, other)| (length(other), index) < (length(year), at))
    }

    /// Says what a period is.
    pub(crate) fn slot(&self, start: Option<Date>, end: Date) -> Slot {
        let before = |year: &FiscalYearDates| days::between(year.end, end) > DATE_SLACK_DAYS;
        let index = self.years.partition_point(before);
        let year = self.years.get(index);
        let year = year.filter(|year| days::between(year.start, end) >= DATE_SLACK_DAYS);
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
}

/// Returns the quarter that ends nearest so many days into a year.
pub(super) fn quarter_by_length(days: u32) -> u32 {
    (days + QUARTER_DAYS_TYPICAL / 2) / QUARTER_DAYS_TYPICAL
}

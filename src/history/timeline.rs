//! [`Timeline`]: periods in order, and which of them came before which, found by dates once.

use core::cmp::Reverse;

use alloc::vec::Vec;

use crate::{
    bounds::QUARTER_DAYS,
    period::{Days, Period, PeriodKind},
};

/// The periods of one company in order, each with the places of those that formulas look back to.
///
/// What came before is found by dates and never by counting: the period before ends on the eve, the
/// same fiscal period a year ago ends a year earlier to within a few days. Each is found once: a
/// sum of four quarters asked six times, which was half of what it cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Timeline {
    /// In order, none of them twice, so that dates are found by halving.
    periods: Vec<Period>,
    /// Each by the numbers of its days.
    days: Vec<Days>,
    before: Vec<Option<usize>>,
    year_ago: Vec<Option<usize>>,
    twelve_months: Vec<Option<usize>>,
}

impl Timeline {
    /// Finds what came before each of some periods, which are in order; of two that are the same,
    /// it is the first that is refused.
    pub(crate) fn new(periods: Vec<Period>) -> Result<Self, Period> {
        for (period, next) in periods.iter().zip(periods.iter().skip(1)) {
            if period == next {
                return Err(*period);
            }
            debug_assert!(period < next, "the periods are in order");
        }
        let days = periods.iter().map(Days::of).collect();
        let [before, year_ago, twelve_months] = [const { Vec::new() }; 3];
        let mut timeline = Self { periods, days, before, year_ago, twelve_months };
        let places = || 0..timeline.periods.len();
        let before = places().map(|place| timeline.find_before(place)).collect();
        let year_ago = places().map(|place| timeline.find_years_ago(place, 1)).collect();
        let twelve_months = places().map(|place| timeline.find_twelve_months(place)).collect();
        timeline = Self { before, year_ago, twelve_months, ..timeline };
        Ok(timeline)
    }

    pub(crate) fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// Returns the period at a place.
    pub(crate) fn at(&self, place: usize) -> Option<Period> {
        self.periods.get(place).copied()
    }

    /// Returns the place of a period.
    pub(crate) fn place(&self, period: &Period) -> Option<usize> {
        self.periods.binary_search(period).ok()
    }

    /// Returns the place of the period of the same kind that ends on the eve.
    #[inline]
    pub(crate) fn before(&self, place: usize) -> Option<usize> {
        self.before.get(place).copied().flatten()
    }

    /// Returns the place of the same fiscal period so many years ago.
    #[inline]
    pub(crate) fn years_ago(&self, place: usize, years: u8) -> Option<usize> {
        match years {
            1 => self.year_ago.get(place).copied().flatten(),
            _ => self.find_years_ago(place, years),
        }
    }

    /// Returns the place of the twelve months that end with a period.
    #[inline]
    pub(crate) fn twelve_months(&self, place: usize) -> Option<usize> {
        self.twelve_months.get(place).copied().flatten()
    }

    /// Returns the place of the period that is so many years and then periods before one.
    #[inline]
    pub(crate) fn back(&self, place: usize, years: u8, periods: u8) -> Option<usize> {
        let place = match years {
            0 => place,
            years => self.years_ago(place, years)?,
        };
        (0..periods).try_fold(place, |place, _| self.before(place))
    }

    /// Returns the place of the quarter that ends so many quarters before the end of a year.
    ///
    /// Where the last quarter has no report of its own, the one before ends a quarter earlier.
    pub(crate) fn quarter_before_end(&self, year: usize, ago: u8) -> Option<usize> {
        let end = self.days.get(year)?.end();
        let is_quarter = |(_, other): &(usize, &Days)| other.kind() == PeriodKind::Quarter;
        if let Some((last, _)) = self.ending(end, end).find(is_quarter) {
            return self.back(last, 0, ago);
        }
        let days = |days: &u32| end.saturating_sub_unsigned(*days);
        let (first, last) = (days(QUARTER_DAYS.end()), days(QUARTER_DAYS.start()));
        let (third, _) = self.ending(first, last).find(is_quarter)?;
        self.back(third, 0, ago.checked_sub(1)?)
    }

    fn find_before(&self, place: usize) -> Option<usize> {
        let own = self.days.get(place)?;
        self.ending(own.eve(), own.eve())
            .find(|(_, other)| own.follows_alike(other))
            .map(|(place, _)| place)
    }

    fn find_years_ago(&self, place: usize, years: u8) -> Option<usize> {
        let own = self.days.get(place)?;
        let (first, last) = own.ends_years_ago(years);
        self.ending(first, last)
            .filter(|(_, other)| own.is_alike(other))
            // Of two that are as near, the later one.
            .min_by_key(|(place, other)| (own.days_off(other, years), Reverse(*place)))
            .map(|(place, _)| place)
    }

    fn find_twelve_months(&self, place: usize) -> Option<usize> {
        let own = self.days.get(place).filter(|own| !own.is_instant())?;
        self.ending(own.end(), own.end())
            .find(|(_, other)| other.kind().is_twelve_months())
            .map(|(place, _)| place)
    }

    /// Returns the periods that end on one of the days from one to another, with their places.
    fn ending(&self, first: i32, last: i32) -> impl Iterator<Item = (usize, &Days)> {
        let from = self.days.partition_point(|days| days.end() < first);
        let days = self.days.iter().enumerate().skip(from);
        days.take_while(move |(_, days)| days.end() <= last)
    }
}

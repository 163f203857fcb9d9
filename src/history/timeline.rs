//! [`Timeline`]: periods in order, and which of them came before which, found by dates once.

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
    /// The places by kind, and those of each in order: what is looked for is of one kind, and of
    /// any kind many may end on one day.
    by_kind: Vec<usize>,
    /// Where those of each kind end there, by its number.
    kind_ends: [usize; KINDS],
    before: Vec<Option<usize>>,
    year_ago: Vec<Option<usize>>,
    twelve_months: Vec<Option<usize>>,
}

/// How many kinds of periods there are.
const KINDS: usize = PeriodKind::Other as usize + 1;

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
        let days: Vec<Days> = periods.iter().map(Days::of).collect();
        let kind = |place: &usize| days.get(*place).map(Days::kind);
        let mut by_kind: Vec<usize> = (0..days.len()).collect();
        by_kind.sort_by_key(kind);
        let kind_ends = core::array::from_fn(|number| {
            by_kind.partition_point(|place| kind(place).is_some_and(|it| it as usize <= number))
        });
        let [before, year_ago, twelve_months] = [const { Vec::new() }; 3];
        let mut timeline =
            Self { periods, days, by_kind, kind_ends, before, year_ago, twelve_months };
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
        if let Some(last) = self.first_ending(PeriodKind::Quarter, end, end) {
            return self.back(last, 0, ago);
        }
        let days = |days: &u32| end.saturating_sub_unsigned(*days);
        let (first, last) = (days(QUARTER_DAYS.end()), days(QUARTER_DAYS.start()));
        let third = self.first_ending(PeriodKind::Quarter, first, last)?;
        self.back(third, 0, ago.checked_sub(1)?)
    }

    fn find_before(&self, place: usize) -> Option<usize> {
        let own = self.days.get(place).filter(|own| !own.is_instant())?;
        self.first_ending(own.kind(), own.eve(), own.eve())
    }

    fn find_years_ago(&self, place: usize, years: u8) -> Option<usize> {
        let own = self.days.get(place)?;
        let (first, last) = own.ends_years_ago(years);
        let mut nearest: Option<(u32, usize)> = None;
        for (place, other) in self.alike_by_end(own, first, last) {
            let off = own.days_off(other, years);
            // Of two that are as near, the later one.
            if nearest.is_none_or(|(nearest, _)| off <= nearest) {
                nearest = Some((off, place));
            }
        }
        nearest.map(|(_, place)| place)
    }

    fn find_twelve_months(&self, place: usize) -> Option<usize> {
        let own = self.days.get(place).filter(|own| !own.is_instant())?;
        let kinds = [PeriodKind::Year, PeriodKind::TrailingTwelveMonths];
        let ending = kinds.map(|kind| self.first_ending(kind, own.end(), own.end()));
        ending.into_iter().flatten().min()
    }

    /// Returns the first period of a kind that ends on one of the days from one to another: of
    /// those that end on one day, the longest.
    fn first_ending(&self, kind: PeriodKind, first: i32, last: i32) -> Option<usize> {
        let place = *self.from(kind, first).first()?;
        self.days.get(place).filter(|days| days.end() <= last).map(|_| place)
    }

    /// Returns, for each of the days from one to another on which some end, the shortest of the
    /// periods that are alike with one.
    fn alike_by_end(
        &self,
        own: &Days,
        first: i32,
        last: i32,
    ) -> impl Iterator<Item = (usize, &Days)> {
        let mut rest = self.from(own.kind(), first);
        let ends = core::iter::from_fn(move || {
            let end = self.days.get(*rest.first()?)?.end();
            if end > last {
                return None;
            }
            let ends_then = |place: &usize| self.days.get(*place).is_some_and(|it| it.end() == end);
            // Mostly one alone ends on a day.
            let length = match rest.get(1).is_some_and(ends_then) {
                true => rest.partition_point(ends_then),
                false => 1,
            };
            let (group, others) = rest.split_at_checked(length)?;
            rest = others;
            Some(group)
        });
        // Those that end on one day stand by their length, the longest first.
        let own = *own;
        ends.filter_map(move |group| {
            let is_long =
                |place: &usize| self.days.get(*place).is_some_and(|other| !own.is_longer(other));
            let place = *group.get(group.partition_point(is_long).checked_sub(1)?)?;
            self.days.get(place).filter(|other| own.is_alike(other)).map(|other| (place, other))
        })
    }

    /// Returns the places of the periods of a kind that end on a day or later, in order.
    fn from(&self, kind: PeriodKind, first: i32) -> &[usize] {
        let end = |number: usize| self.kind_ends.get(number).copied();
        let start = (kind as usize).checked_sub(1).and_then(end).unwrap_or(0);
        let places = end(kind as usize).and_then(|end| self.by_kind.get(start..end));
        let places = places.unwrap_or_default();
        let is_before =
            |place: &usize| self.days.get(*place).is_some_and(|days| days.end() < first);
        places.get(places.partition_point(is_before)..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use alloc::{collections::BTreeSet, string::ToString, vec::Vec};
    use core::cmp::Reverse;

    use jiff::civil::Date;
    use proptest::{prelude::*, test_runner::TestCaseError};

    use super::Timeline;
    use crate::period::{Period, PeriodKind, days};

    const FIRST: Date = Date::constant(2021, 1, 1);

    /// Periods of every kind that begin and end on few days, so that many share an end.
    fn periods() -> impl Strategy<Value = Vec<Period>> {
        let lengths = prop_oneof![Just(0), 85..95_i32, 181..184_i32, 357..379_i32, 1..500_i32];
        let of = |(at, length, is_trailing): (i32, i32, bool)| {
            // Ends stand a quarter apart, and a few days beside it.
            let end = days::later(FIRST, at / 4 * 91 + at % 4)?;
            let start = days::later(end, 1 - length)?;
            match length {
                0 => Some(Period::instant(end)),
                357..379 if is_trailing => Period::trailing(start, end).ok(),
                _ => Period::between(start, end).ok(),
            }
        };
        let period = (0..40_i32, lengths, any::<bool>()).prop_filter_map("no period", of);
        prop::collection::vec(period, 1..120)
            .prop_map(|periods| periods.into_iter().collect::<BTreeSet<_>>().into_iter().collect())
    }

    proptest! {
        #[test]
        fn what_came_before_is_what_asking_each_period_finds(periods in periods()) {
            let timeline = Timeline::new(periods.clone());
            let timeline = timeline.map_err(|twice| TestCaseError::fail(twice.to_string()))?;
            for (place, own) in periods.iter().enumerate() {
                let is_range = own.kind() != PeriodKind::Instant;
                let ends_on_the_eve = |other: &Period| {
                    other.kind() == own.kind() && days::between(other.end(), own.start()) == 1
                };
                let before = periods.iter().position(ends_on_the_eve).filter(|_| is_range);
                prop_assert_eq!(timeline.before(place), before, "before {}", own);
                let year_ago = periods.iter().zip(0..)
                    .filter(|(other, _)| own.compares_with_year_ago(other).is_ok())
                    .min_by_key(|(other, place)| {
                        (days::between(other.end(), own.end()).abs_diff(365), Reverse(*place))
                    });
                let year_ago = year_ago.map(|(_, place)| place);
                prop_assert_eq!(timeline.years_ago(place, 1), year_ago, "a year before {}", own);
                let is_year = |other: &Period| {
                    other.end() == own.end() && other.kind().is_twelve_months()
                };
                let twelve_months = periods.iter().position(is_year).filter(|_| is_range);
                prop_assert_eq!(timeline.twelve_months(place), twelve_months, "twelve to {}", own);
            }
        }
    }
}

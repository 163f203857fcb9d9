//! A fiscal calendar told from a company's own periods.

use alloc::vec::Vec;

use jiff::civil::{Date, Weekday};

use super::{
    calendar::FiscalCalendar,
    calendar_error::CalendarError,
    days,
    era::Era,
    kind::PeriodKind,
    quarters::Quarters,
    range::Period,
    rule_error::RuleError,
    year_dates::{Span, near},
    year_end::YearEnd,
};
use crate::bounds::LABEL_TOLERANCE_DAYS;

/// What a year costs whose end is some days off the rule: one odd date among others is a slip of
/// the filer, two in a row that follow another rule are a change.
const SLIP_COST: u32 = 2;
/// What a year costs whose end is nowhere near the rule: more than one change, less than a change
/// and another back.
const STRAY_COST: u32 = 5;
/// What a change of rule costs.
const CHANGE_COST: u32 = 3;

impl FiscalCalendar {
    /// Returns the calendar that a company's own periods follow: its annual periods give the rule
    /// for the year's end and the changes of it, its quarters, where there are any, how the year
    /// divides. Periods of other kinds are passed over.
    ///
    /// Years are named for their end; dates do not tell the name
    /// ([`with_year_named`](Self::with_year_named)). A single odd date is taken for a slip and not
    /// for a change. Few years may follow several rules; the end of a month is then preferred to
    /// the last of a weekday, and that to the nearest.
    ///
    /// ```
    /// use financials::{FiscalCalendar, Period};
    ///
    /// let years = ["2021-09-26..2022-09-24", "2022-09-25..2023-09-30", "2023-10-01..2024-09-28"];
    /// let years = years.map(|dates| dates.parse::<Period>().unwrap());
    /// let calendar = FiscalCalendar::infer(years)?;
    /// assert_eq!(calendar.year_end().to_string(), "last Saturday of September");
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - no period of 357 to 378 days.
    /// - years that would take more than 16 changes of rule.
    pub fn infer(periods: impl IntoIterator<Item = Period>) -> Result<Self, CalendarError> {
        let mut periods: Vec<Period> = periods.into_iter().collect();
        periods.sort_unstable();
        periods.dedup();
        let of_kind = |kind| periods.iter().filter(move |period| period.kind() == kind);
        let mut rules = best_rules(of_kind(PeriodKind::Year)).into_iter();
        let Some((_, first)) = rules.next() else {
            return Err(CalendarError::NoYears { periods: periods.len() });
        };
        let mut calendar = Self::new(first);
        for (year, rule) in rules {
            let next = Self::new(rule);
            let start = next.start_of(&year).unwrap_or(year.start());
            let from = if near(start, year.start()) { year.start() } else { start };
            calendar = calendar.changed_on(from, next)?;
        }
        calendar.divide(&of_kind(PeriodKind::Quarter).copied().collect::<Vec<_>>());
        Ok(calendar)
    }

    /// Returns the start of the fiscal year whose end is nearest to that of a period.
    fn start_of(&self, year: &Period) -> Option<Date> {
        self.spans()
            .flat_map(|span| span.years_near(year.end()))
            .min_by_key(|dates| days::apart(dates.end(), year.end()))
            .map(|dates| dates.start())
    }

    /// Divides the years of each rule as most of the quarters have it.
    fn divide(&mut self, quarters: &[Period]) {
        let spans: Vec<Span> = self.spans().collect();
        for (era, span) in self.eras_mut().zip(spans) {
            let mut best = (matching(span, quarters), era.quarters);
            for division in divisions() {
                let span = Span { era: Era { quarters: division, ..span.era }, ..span };
                let count = matching(span, quarters);
                if count > best.0 {
                    best = (count, division);
                }
            }
            era.quarters = best.1;
        }
    }
}

/// The cheapest way found to explain the years so far that ends with a rule.
#[derive(Clone)]
struct Path {
    rule: YearEnd,
    cost: u32,
    /// The first year under each rule, in order.
    rules: Vec<(Period, YearEnd)>,
}

/// Returns the rules that explain the years at the least cost, each with its first year.
///
/// The paths are those of Viterbi's algorithm: for each rule the cheapest one that ends with it,
/// which either had it before or changed to it from the cheapest of all.
fn best_rules<'a>(mut years: impl Iterator<Item = &'a Period>) -> Vec<(Period, YearEnd)> {
    let Some(first) = years.next() else { return Vec::new() };
    let begun = |rule| Path { rule, cost: cost(rule, first), rules: [(*first, rule)].to_vec() };
    let mut paths: Vec<Path> = rules().map(begun).collect();
    for year in years {
        let cheapest = paths.iter().min_by_key(|path| path.cost).cloned();
        for path in &mut paths {
            if let Some(before) = &cheapest
                && before.cost + CHANGE_COST < path.cost
            {
                path.cost = before.cost + CHANGE_COST;
                path.rules.clone_from(&before.rules);
                path.rules.push((*year, path.rule));
            }
            path.cost += cost(path.rule, year);
        }
    }
    let best = paths.into_iter().min_by_key(|path| path.cost);
    best.map(|path| path.rules).unwrap_or_default()
}

/// Returns what a year costs under a rule: nothing when it ends on the rule's day.
fn cost(rule: YearEnd, year: &Period) -> u32 {
    let off = (-1..=1)
        .filter_map(|years| rule.date_in(year.end().year().checked_add(years)?))
        .map(|end| days::apart(end, year.end()))
        .min()
        .unwrap_or(i32::MAX);
    match off {
        0 => 0,
        1..=LABEL_TOLERANCE_DAYS => SLIP_COST,
        _ => STRAY_COST,
    }
}

/// Returns every rule that is looked for, the first preferred where several explain the years.
fn rules() -> impl Iterator<Item = YearEnd> {
    let weekdays = || Weekday::Monday.cycle_forward().take(7);
    let each = move |rule: fn(Weekday, i8) -> Result<YearEnd, RuleError>| {
        (1..=12).flat_map(move |month| weekdays().filter_map(move |day| rule(day, month).ok()))
    };
    (1..=12)
        .filter_map(|month| YearEnd::month_end(month).ok())
        .chain(each(YearEnd::last))
        .chain(each(YearEnd::nearest))
}

/// Returns the divisions that are looked for besides a rule's usual one.
fn divisions() -> impl Iterator<Item = Quarters> {
    let long_quarter = [[12, 12, 12, 16], [12, 12, 16, 12], [12, 16, 12, 12], [16, 12, 12, 12]];
    let weeks = core::iter::once([13; 4]).chain(long_quarter);
    let by_weeks = weeks.filter_map(|weeks| Quarters::weeks(weeks).ok()).flat_map(|quarters| {
        (1..=4).rev().filter_map(move |quarter| quarters.with_extra_week_in(quarter).ok())
    });
    core::iter::once(Quarters::MONTHS).chain(by_weeks)
}

/// Returns how many of the quarters end on the very day on which one of the span's does.
fn matching(span: Span, quarters: &[Period]) -> usize {
    let ends_one = |quarter: &&Period| {
        span.years_near(quarter.end()).any(|year| year.has_quarter_end(quarter.end()))
    };
    quarters.iter().filter(ends_one).count()
}

//! [`CalendarError`]: why a fiscal calendar cannot be, or has no such period.

use jiff::civil::Date;

use super::{
    comparison::NotComparable,
    fiscal::{FiscalYear, LabelError},
    label::FiscalLabel,
    range::{Period, PeriodError},
    rule_error::RuleError,
    year_end::YearEnd,
};
use crate::bounds::{CALENDAR_CHANGES_MAX, LABEL_TOLERANCE_DAYS};

/// Why a calendar cannot be, or has no such period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// A rule for the year's end or its quarters cannot be.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// A change starts where no year of the new rule starts.
    #[error(
        "no fiscal year to the {rule} starts on {from}, or within {LABEL_TOLERANCE_DAYS} days of it"
    )]
    ChangeStart {
        /// The first day as given.
        from: Date,
        /// The rule that is to hold from that day on.
        rule: YearEnd,
    },
    /// A change comes before an earlier one, or within the year after it.
    #[error("the change of the fiscal year on {from} must leave a full year after {last}")]
    ChangeOrder {
        /// The first day as given.
        from: Date,
        /// The first day of the change before it.
        last: Date,
    },
    /// A change gives a year a number that another one has.
    #[error("the change of the fiscal year on {from} would give {year} a second time")]
    ChangeYear {
        /// The first day as given.
        from: Date,
        /// The number of the first year after the change.
        year: FiscalYear,
    },
    /// The calendar changes too often.
    #[error("the calendar changes {changes} times, at most {CALENDAR_CHANGES_MAX} are allowed")]
    Changes {
        /// How many changes there are.
        changes: usize,
    },
    /// The calendar has no period of this name.
    #[error("the calendar (year to the {rule}) has no {label}")]
    NoPeriod {
        /// The name asked for.
        label: FiscalLabel,
        /// The rule that holds last.
        rule: YearEnd,
    },
    /// The dates are none of the calendar's periods.
    #[error(
        "{period} ({}) is no period of the calendar (year to the {rule}), give or take \
         {LABEL_TOLERANCE_DAYS} days",
        period.kind()
    )]
    NoLabel {
        /// The dates asked for.
        period: Period,
        /// The rule that holds on its last day.
        rule: YearEnd,
    },
    /// Only quarters and balances have a quarter before.
    #[error("{period} ({}) is no quarter, so that it has none before it", period.kind())]
    NotQuarter {
        /// The period as given.
        period: Period,
    },
    /// There is no annual period to tell the calendar from.
    #[error("none of {periods} periods is a fiscal year, so that no calendar can be told")]
    NoYears {
        /// How many periods there were.
        periods: usize,
    },
    /// The dates make no period.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// The numbers make no label.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// The period a year before is not comparable.
    #[error(transparent)]
    NotComparable(#[from] NotComparable),
}

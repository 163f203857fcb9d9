//! [`HistoryError`]: reports that make no history, or a period that is not in one.

use alloc::string::String;

use crate::{
    currency::Currency,
    figure::Basis,
    period::{CalendarError, FiscalLabel, Period},
};

/// Why reports make no history, or a history has no such report.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HistoryError {
    /// There is no report.
    #[error("a history needs at least one report")]
    Empty,
    /// Reports are of two companies.
    #[error("reports of {company} and of {other} make no history")]
    Companies {
        /// The company of the first report.
        company: String,
        /// Another one's.
        other: String,
    },
    /// Reports are in two currencies.
    #[error("the report of {period} is in {other}, and the first one in {currency}")]
    Currencies {
        /// The currency of the first report.
        currency: Currency,
        /// The period of another one.
        period: Period,
        /// Its currency.
        other: Currency,
    },
    /// Reports are on two bases.
    #[error("the report of {period} is {other}, and the first one {basis}")]
    Bases {
        /// The basis of the first report.
        basis: Basis,
        /// The period of another one.
        period: Period,
        /// Its basis.
        other: Basis,
    },
    /// A period is there twice.
    #[error("period {period} is reported twice")]
    Twice {
        /// The period.
        period: Period,
    },
    /// No calendar names the periods.
    #[error("the history has no fiscal calendar to name its periods")]
    NoCalendar,
    /// The calendar does not name a period.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// No report has a label.
    #[error("there is no report of {label}")]
    NoReport {
        /// The label.
        label: FiscalLabel,
    },
}

//! [`PanelError`]: what makes no panel.

use alloc::string::String;

use crate::{currency::Currency, metric::Measure, period::Period, quantity::QuantityError};

/// Why companies and their figures make no panel.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PanelError {
    /// A company is added twice; its figures belong in one history.
    #[error("{company} is in the panel already")]
    CompanyTwice {
        /// The company.
        company: String,
    },
    /// A period of a company is given twice.
    #[error("{company} has the period {period} twice")]
    PeriodTwice {
        /// The company.
        company: String,
        /// The period.
        period: Period,
    },
    /// A period of a company comes after a later one.
    #[error("{company} has the period {period} after a later one")]
    Order {
        /// The company.
        company: String,
        /// The period that comes late.
        period: Period,
    },
    /// A measure has two columns.
    #[error("{measure} has two columns")]
    ColumnTwice {
        /// What is given twice.
        measure: Measure,
    },
    /// A column is longer or shorter than the table.
    #[error("the column of {measure} has {given} numbers, and the table {rows} rows")]
    Length {
        /// What the column is of.
        measure: Measure,
        /// How many numbers it has.
        given: usize,
        /// How many rows the table has.
        rows: usize,
    },
    /// A column has more decimals than a number can have.
    #[error("the column of {measure} has {scale} decimals, and numbers at most 28")]
    Scale {
        /// What the column is of.
        measure: Measure,
        /// How many decimals it has.
        scale: u32,
    },
    /// A figure of one company and period is given twice.
    #[error("{company} has {measure} of {period} twice")]
    Twice {
        /// The company.
        company: String,
        /// The period.
        period: Period,
        /// What is given twice.
        measure: Measure,
    },
    /// The figures of a company, or its quote, are in two currencies.
    #[error("{company} reports in {currency}, and {measure} is in {other}")]
    Currencies {
        /// The company.
        company: String,
        /// The currency of its first figure.
        currency: Currency,
        /// What is in another one.
        measure: Measure,
        /// The other currency.
        other: Currency,
    },
    /// What the market says is no figure of a period, and the other way round.
    #[error("{measure} of {company} is the market's, and stands in a quote")]
    Quoted {
        /// The company.
        company: String,
        /// The measure.
        measure: Measure,
    },
    /// A number is past the limits of amounts.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
}

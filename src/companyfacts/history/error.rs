//! [`BuildError`]: why facts make no history.

use crate::{currency::CurrencyError, history::HistoryError, report::ReportError};

/// Why facts make no history.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The unit of most amounts is no currency.
    #[error(transparent)]
    Currency(#[from] CurrencyError),
    /// The figures make no report.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// The reports make no history: most often there is none.
    #[error(transparent)]
    History(#[from] HistoryError),
}

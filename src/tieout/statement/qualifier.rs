//! [`Qualifier`]: what a document takes out of a growth.

use serde::{Deserialize, Serialize};

/// What a document takes out of a growth before it states it.
///
/// ```
/// use financials::tieout::Qualifier;
///
/// let read: Qualifier = serde_json::from_str("\"constant_currency\"")?;
/// assert_eq!(read, Qualifier::ConstantCurrency);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Qualifier {
    /// The effects of exchange rates.
    ConstantCurrency,
    /// Those, and what was bought and sold.
    Organic,
    /// What was not there in both periods: stores, days, weeks.
    Comparable,
    /// As if what was bought or sold had been so throughout.
    ProForma,
}

//! [`Vintage`]: which filing's word counts.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Which filing's word counts where several filings give a figure for one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Vintage {
    /// The first filing that gave the figure: what readers saw when it came out.
    First,
    /// The last filing that gave it, with everything restated since.
    Latest,
    /// The last filing that gave it up to the end of a day; nothing filed later is used anywhere,
    /// not for the calendar or the choice of concepts either.
    AsOf(Date),
}

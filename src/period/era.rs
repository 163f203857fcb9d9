//! [`YearNamed`], and what else holds between two changes of a fiscal calendar.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::{quarters::Quarters, year_end::YearEnd};

/// Which calendar year the number of a fiscal year is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearNamed {
    /// The one it ends in: Apple, NVIDIA, Walmart.
    End,
    /// The one it starts in: Target, Kroger and other retailers.
    Start,
}

/// What holds between two changes of a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Era {
    pub(super) year_end: YearEnd,
    pub(super) quarters: Quarters,
    pub(super) named: YearNamed,
}

impl fmt::Display for Era {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = match self.named {
            YearNamed::End => "end",
            YearNamed::Start => "start",
        };
        let Self { year_end, quarters, .. } = self;
        write!(f, "year to the {year_end}, named for its {named}, {quarters}")
    }
}

//! [`Vintages`]: which filing's word counts, as a verb is told.

use clap::Args;
use financials::{Date, companyfacts::Vintage};

/// Which filing's word counts where several have a figure.
#[derive(Args, Clone, Debug)]
pub struct Vintages {
    /// Take every figure as first reported
    #[arg(long, group = "vintage")]
    first: bool,
    /// Take every figure as last restated (this is the default)
    #[arg(long, group = "vintage")]
    latest: bool,
    /// Take every figure as known at the end of a day, such as 2024-02-16
    #[arg(long, value_name = "DATE", group = "vintage")]
    as_of: Option<Date>,
}

impl Vintages {
    /// Returns the vintage that was asked for.
    pub fn vintage(&self) -> Vintage {
        match self.as_of {
            Some(day) => Vintage::AsOf(day),
            None if self.first => Vintage::First,
            None => Vintage::Latest,
        }
    }
}

//! Do the figures tie out: with one another, and with the filing?
//!
//! Two questions, kept apart. A [`Check`] judges one claim on its own inputs; a
//! [`Network`] holds the statements of many documents and filings against one another.
//!
//! ```
//! use financials::{Item, Stated, formula::Formula, tieout::{Check, Verdict}};
//!
//! let margin = Formula::parse("operating_income / revenue")?;
//! let judgement = Check::of(&margin)
//!     .with(Item::OperatingIncome, Stated::parse("$464 million")?)
//!     .with(Item::Revenue, Stated::parse("$1.004 billion")?)
//!     .against(Stated::parse("46%")?);
//! assert_eq!(judgement.verdict(), Verdict::Consistent);
//! # Ok::<(), financials::Error>(())
//! ```

mod check;
mod network;
pub mod xbrl;

mod settle;

mod words;

mod case;

mod guard;
mod solve;

mod accuse;

mod lower;

mod graph;

mod narrow;

mod entry;
mod finding;
mod key;

mod claim;

mod evidence;
mod set;
mod verdict;

pub use check::{Check, Judgement};
pub use claim::Claim;
pub use evidence::Evidence;
pub use finding::{Finding, Reason, TieOut};
pub use network::Network;
pub use verdict::Verdict;

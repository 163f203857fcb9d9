//! Do the figures tie out: with one another, and with the filing?
//!
//! Two questions, kept apart. A [`Check`] judges one claim on its own inputs.
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
mod evidence;
mod verdict;

pub use check::{Check, Judgement};
pub use evidence::Evidence;
pub use verdict::Verdict;

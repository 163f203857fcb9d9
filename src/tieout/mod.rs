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
//!
//! # Rulings
//!
//! - No tolerance is made up: a figure admits what its last digit and its hedge say, and a verdict
//!   is that intervals meet or do not. Results are rounded outward.
//! - Two statements of one figure at the same place must be equal, unless one is "about"; at
//!   different places what they admit must meet.
//! - A guard is a precondition and no constraint: a multiple of a loss is not meaningful, and
//!   accuses neither the loss nor the price.
//! - Where not all can hold, a statement is accused if it belongs to a smallest set whose removal
//!   leaves the rest consistent: contradicted where that set is the only one, in conflict where
//!   several are. Figures of filings are doubted last, and a filing's own figures are not held
//!   against one another. What a filing leaves out is taken as zero, and that is doubted like a
//!   claim: no claim is contradicted by an assumption alone.
//! - A filed figure that is a claim's times a thousand or a million, or a thousandth or millionth
//!   of it, is doubted like the claim where the earnings per share beside it, or most of what is
//!   filed of other periods, are nearer to the claim; the diagnosis then names the filed figure.
//! - One name has several definitions. Where a filing covers the period, or where companies define
//!   the name themselves, a claim goes by the definition that most figures of its document agree
//!   with, else by any that gives it. A figure that none gives is contradicted where standards
//!   decide and all variants are on record, and unexplained otherwise. Of documents by themselves
//!   a name that standards define goes by the catalogue's own formula.
//! - A figure that several definitions admit is compatible, and no more, where one in twenty of the
//!   figures of as many digits would be admitted as well.
//! - A statement without a basis agrees if it agrees with a basis on record, and is not held
//!   against an adjusted figure alone; an adjusted one is
//!   not held against GAAP figures, though the ruling says whether the GAAP figure would match.
//!   Measures with one figure for all bases, such as revenue, know no such difference.
//! - An adjusted amount is the company's own measure and not the standard one of that name; a
//!   ratio of adjusted amounts is a ratio like any other.
//! - What is guided or expected is a figure of its own, held against what came out only by a claim
//!   of a surprise; the ends of a guided range are figures too, so that its midpoint is one value.
//! - A figure in a unit that its measure does not have, such as revenue of 48%, is not compared.
//! - A multiple on a date is of the twelve months that go by `TTM` and that date, as `eps_ttm` on
//!   the date is, whichever quarters those are.
//! - Statements without a period are not compared; amounts in another currency than the company's
//!   others stand apart.
//! - What adds up also adds up over one denominator: a gross margin and a cost ratio make up one,
//!   whether or not anything states the revenue.
//! - Not contradicted does not prove that all can hold at once: narrowing is exact only where no
//!   formulas form a circle. Of a circle through figures that nothing states, such as two ratios
//!   with two unknowns in common and no sum of them, no more than each formula by itself is seen.

mod single;

mod network;
pub mod xbrl;

mod company;

mod figures;

mod narrowing;

mod ruling;

mod certificate;
mod statement;
mod verdict;

pub use certificate::{
    Certificate, CertifiedFigure, CertifiedFormula, CertifiedRange, CertifiedStatement,
    CertifiedStep,
};
pub use network::Network;
pub use ruling::{Diagnosis, Disagreement, Near, Reason, Ruling, TieOut};
pub use single::{Check, Judgement};
pub use statement::{Assumption, Claim, Evidence, FiledId, Qualifier};
pub use verdict::Verdict;

//! What the figures of a text are about: from words and their places to claims that can be checked.
//!
//! [`links`] says of each figure whose it is, of which measure, period and basis, and whether it
//! came out, is expected or compared, or why nobody can say. [`article::check`] holds the claims
//! that follow against one another and against filings.
//!
//! [`cells`] gives the numbers of a text's tables, each with its row and its column.
//!
//! *Invariant:* nothing here computes. A claim takes the figure as it was scanned.
#![forbid(unsafe_code)]

pub mod article;
mod reader;
mod notes;
mod table;
mod names;
mod context;
mod cell;
mod link;
mod moment;
mod markup;
mod sentence;
mod phrase;
mod token;
mod catalogue;
mod lexicon;
mod bounds;

pub use cell::Cell;
pub use context::{Company, Context};
pub use link::{Abstention, Aspect, Link, Role};
pub use moment::{Numbering, Period};
pub use reader::{cells, links};

//! From line items to what a user of the crate takes away: the history of reports, the rows of a
//! panel, and an account of every fact of the file.
//!
//! *Invariant:* nothing is chosen or derived here; a figure of a report is one of a line item.

pub(crate) mod account;

mod panel;

pub(crate) mod report;

pub(crate) mod error;

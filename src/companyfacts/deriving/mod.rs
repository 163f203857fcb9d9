//! From what filings say of single periods to a series: the quarters and twelve months that follow,
//! those that do not, and one count of shares.
//!
//! *Invariant:* figures are put together only where they are of one vintage and one basis; else the
//! period is absent, with its reason.

pub(crate) mod shares;

mod non_additive;

pub(crate) mod series;

pub(crate) mod findings;

pub(crate) mod trailing;

pub(crate) mod basis;

pub(crate) mod grid;

pub(crate) mod beside;

pub(crate) mod discontinued;

pub(crate) mod breaks;

pub(crate) mod entry;

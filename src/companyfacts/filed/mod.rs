//! What filings say of a period, in the order in which they said it, and how precisely.
//!
//! *Invariant:* nothing is derived here, and nothing filed is lost but slips, each of which has its
//! finding.

pub(crate) mod restatement;

pub(crate) mod tracks;

pub(crate) mod slips;

pub(crate) mod timeline;

pub(crate) mod finding;

pub(crate) mod places;

pub(crate) mod rounding;

pub(crate) mod vintage;

//! The company's fiscal years and quarters, as its own filings date them.
//!
//! *Invariant:* dates come from the periods of facts alone, never from what a filing calls them.

pub(crate) mod infer;

pub(crate) mod years;

pub(crate) mod labels;

pub(crate) use crate::period::days;

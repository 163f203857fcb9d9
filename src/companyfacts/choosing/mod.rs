//! Which concepts give a line item, and the lines that some balances are put together from.
//!
//! *Invariant:* a figure of a concept that is not the preferred one never enters a series without
//! a finding, unless a filing shows that the two are one.

pub(crate) mod items;

pub(crate) mod weighted;

pub(crate) mod strays;

pub(crate) mod debt;

pub(crate) mod liabilities;

pub(crate) mod lines;

pub(crate) mod chains;

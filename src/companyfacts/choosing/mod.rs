//! Which concepts give a line item, and the lines that some balances are put together from.
//!
//! *Invariant:* a figure of a concept that is not the preferred one never enters a series without
//! a finding, unless a filing shows that the two are one.

pub(crate) mod items;

mod twelve_months;

pub(crate) mod weighted;

pub(crate) mod insurers;

mod identity;

mod continuing;

mod revenue;

mod signs;

mod articulation;

pub(crate) mod strays;

pub(crate) mod debt;

pub(crate) mod liabilities;

pub(crate) mod cover;

pub(crate) mod sums;

pub(crate) mod real_estate;

pub(crate) mod lines;

pub(crate) mod relations;

pub(crate) mod disputes;

pub(crate) mod chains;

mod parts;

mod income_rows;

mod balance_rows;

mod cash_rows;

mod row;

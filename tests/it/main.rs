//! Black-box tests, one file per noun, in one binary.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[cfg(feature = "companyfacts")]
mod against_filings;
mod api;
mod aspects;
mod basis;
mod calendar;
mod calendar_infer;
mod catalogue;
mod companies;
#[cfg(feature = "companyfacts")]
mod companyfacts;
mod currency;
mod data;
mod errors;
mod estimate;
mod exact;
mod explanation;
mod families;
mod figure;
mod fiscal_label;
mod formula;
mod guidance;
mod history;
mod history_laws;
mod interval;
mod lexicon;
mod limits;
mod market;
mod names;
mod neighbours;
mod network;
mod network_crowds;
mod network_laws;
mod network_small;
mod optional;
mod panel;
mod period;
mod prose;
mod quantity;
mod quarter_average;
mod releases;
mod report;
mod scan;
mod stated;
mod suspects;
mod tidy;
mod tieout;
mod tieout_rows;
mod tieouts;
mod trailing;
mod values;
mod verdicts;
mod verdicts_said;
mod view_bounds;
mod wire_laws;
mod wire_small;
mod xbrl;
#[cfg(feature = "xbrl")]
mod xbrl_reader;

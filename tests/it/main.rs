//! Black-box tests, one file per noun, in one binary.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod calendar;
mod calendar_infer;
mod companies;
#[cfg(feature = "companyfacts")]
mod companyfacts;
mod currency;
mod estimate;
mod exact;
mod figure;
mod fiscal_label;
mod guidance;
mod interval;
mod market;
mod network;
mod network_laws;
mod period;
mod prose;
mod quantity;
mod scan;
mod stated;
mod tieout;
mod tieout_rows;
mod view_bounds;
mod xbrl;

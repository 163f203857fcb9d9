//! The catalogue of metrics.

mod analysis;
mod evaluate;
mod filings;
mod laws;
mod recorded;
mod reference;
mod windows;
mod worked;

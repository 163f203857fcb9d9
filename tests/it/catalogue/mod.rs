//! The catalogue of metrics.

mod analysis;
mod filings;
mod laws;
mod recorded;
mod reference;
mod windows;
mod worked;

//! The catalogue of metrics.

mod filings;
mod laws;
mod recorded;
mod reference;
mod worked;

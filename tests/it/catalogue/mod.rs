//! The catalogue of metrics.

mod filings;
mod worked;

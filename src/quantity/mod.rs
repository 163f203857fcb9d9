//! Quantities whose units cannot be confused: money, amounts per share, shares, ratios, multiples,
//! days.
//!
//! *Invariant:* only `kind.rs` checks limits, and only `operators.rs` says which kinds combine.

mod days;
mod display;
mod error;
mod kind;
mod money;
mod multiple;
mod operators;
mod per_share;
mod ratio;
mod shares;

pub use days::Days;
pub use error::{Operation, QuantityError};
pub(crate) use kind::{Kind as Quantity, amount_within_limits};
pub use money::Money;
pub use multiple::Multiple;
pub use per_share::PerShare;
pub use ratio::Ratio;
pub use shares::Shares;

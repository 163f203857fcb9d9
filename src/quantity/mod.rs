//! Quantities whose units cannot be confused: money, amounts per share, shares, ratios, multiples,
//! days.
//!
//! *Invariant:* only `kind.rs` checks limits, and only `operators.rs` says which kinds combine.

mod operators;
mod display;
mod money;
mod per_share;
mod shares;
mod days;
mod ratio;
mod multiple;
mod kind;
mod unit;
mod error;

use core::fmt;

pub use days::Days;
pub(crate) use display::{pad, plain, within};
pub use error::{Operation, QuantityError};
pub(crate) use kind::{Checked, Operand, amount_within_limits, read_back, rounded_to};
pub use money::Money;
pub use multiple::Multiple;
pub(crate) use operators::{product, quotient, sum};
pub use per_share::PerShare;
pub use ratio::Ratio;
pub use shares::Shares;
pub(crate) use unit::Unit;

/// Any of the kinds of quantity: [`Money`], [`PerShare`], [`Shares`], [`Ratio`], [`Multiple`] and
/// [`Days`], and no other.
pub trait Quantity: Operand + fmt::Display + fmt::Debug + PartialEq + PartialOrd {}

impl<K: Operand + fmt::Display + fmt::Debug + PartialEq + PartialOrd> Quantity for K {}

/// The kinds that are amounts, which a later one can have grown from: [`Money`], [`PerShare`] and
/// [`Shares`].
pub trait Grows: Quantity {}

impl Grows for Money {}
impl Grows for PerShare {}
impl Grows for Shares {}

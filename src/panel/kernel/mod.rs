//! Formulas over blocks of rows, in whole numbers: an accelerator of the walk over one row.
//!
//! A [`Kernel`] is a reading of formulas whose value is a block of rows. The walk is the crate's
//! own; amounts are 64-bit whole numbers of one scale, sums are exact, and a quotient is kept as
//! its two parts until it is rounded. A cell counts where its digits are certain: where the value
//! that the walk over that row gives, with its 28 digits, cannot round to others. Any other cell is
//! left to that walk, and so is every step that is not known here, a number that does not fit, and
//! a whole block where a step of it may not. Reasons come from the rules by which a row's amounts
//! are looked up, and from the walk.
//!
//! *Invariant:* nothing here says what a metric is, or which figures an amount is made of.

mod block;

mod amounts;
mod twelve;
mod leaf;
mod reading;
mod rounding;
mod value;
mod whole;
mod states;

pub(crate) use block::Kernel;
pub(crate) use rounding::Rounded;

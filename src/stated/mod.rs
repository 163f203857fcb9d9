//! Figures as documents state them: `$1.004 billion`, `up 48%`, `~$65–215`, `Rs 1,10,577 crore`.
//!
//! [`Stated::parse`] reads one figure; it keeps the value exact and remembers the place of its last
//! printed digit and the words that bound it.
//!
//! # Rulings
//!
//! - A bare `$` is the caller's default currency, the US dollar unless [`Options`] say otherwise.
//! - A range's place is the coarser of its ends. A figure with its tolerance (`$65.0 billion, plus
//!   or minus 2%`) is the range of its ends.
//! - A percentage is a fraction: 48% is 0.48 at two decimals. Points and basis points are too.
//! - Parentheses around a number negate it. In prose those around a whole figure do so only behind
//!   a word that introduces an amount, or in a table: `$6.3bn (£4.91bn)` states a conversion.
//! - Cents and pence are hundredths of their currency's major unit.

mod admitted;
mod bound;
mod cell;
mod coin;
mod context;
mod direction;
mod display;
mod error;
mod hedge;
mod mark;
mod noun;
mod numeral;
mod options;
mod parse;
mod part;
mod quantity;
mod range;
mod reading;
mod scan;
mod sides;
mod text;
mod unit;
mod value;
mod wire;

pub use bound::Bound;
pub use error::StatedError;
pub use options::Options;
pub use quantity::UnitError;
pub use scan::{Found, Scan, scan, scan_with};
pub use unit::Unit;
pub use value::Stated;

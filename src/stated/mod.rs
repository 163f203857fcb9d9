//! Figures as documents state them: `$1.004 billion`, `up 48%`, `~$65–215`, `Rs 1,10,577 crore`.
//!
//! [`Stated::parse`] reads one figure; it keeps the value exact and remembers the place of its last
//! printed digit and the words that bound it. [`scan`] finds every figure of a text, by the same
//! grammar and with the rules of prose.
//!
//! # Rulings
//!
//! - A bare `$` is the caller's default currency, the US dollar unless [`Options`] say otherwise.
//! - A range's place is the coarser of its ends. A figure with its tolerance (`$65.0 billion, plus
//!   or minus 2%`) is the range of its ends.
//! - A percentage is a fraction: 48% is 0.48 at two decimals. Points and basis points are too.
//! - Parentheses around a number negate it. In prose those around a whole figure do so only behind
//!   a word that introduces an amount, or in a table: `$6.3bn (£4.91bn)` states a conversion.
//! - Cents and pence are hundredths of their currency's major unit; bare cents are those of the
//!   default currency.
//! - `mid-70%` is about 70%: the digits are taken as printed.
//! - A word of direction before or behind a change sets its sign, for money as for percentages:
//!   `lost $200 million`, `a 9.6% drop`. What is cut is counted without one: `cut 1,200 jobs`.
//! - What states a change again has its sign, also where the change is in points and no figure:
//!   `fell 120 points, or 0.3%`.
//! - A number in parentheses between another and the scale of both is last year's, not negative:
//!   `16.1 (14.1) billion euros`; so is one that says a word again: `five (5) days`.
//! - "From … to …" states two levels, unless a word such as "ranging" or "expects" stands before.
//!   "To" behind a change in money leads to a level: `gained $2 to $52`.
//! - A plain whole number in prose is a figure only where a noun that a company counts follows,
//!   where separators group it and the sentence names no index, or where it is hedged behind
//!   (`600-plus`). A number with a scale is a figure by itself: `47M`.
//! - Days are a figure (`237 days`) but not as an adjective (`200-day`, `90 day notice`); other
//!   spans of time, index levels and points are none.
//! - A figure in parentheses that is glued to the unit of another is none: `0.29p(2.41p)` does not
//!   say whether the second is a loss or last year's.
//! - A plain number from 1900 to 2100 may be a year in prose: "in 2024 days were shorter" states
//!   nothing. A text that is one figure has no year: `2027 days`.

mod scan;

mod parse;
mod why;

mod judge;
mod reading;

mod sides;

mod range;

mod direction;
mod name;
mod noun;
mod paren;
mod tolerance;

mod part;

mod prefix;

mod suffix;

mod hedge;
mod mark;

mod coin;
mod mode;
mod sign;

mod token;

mod lexicon;

mod wire;

mod admitted;
mod display;
mod quantity;
mod value;

mod amount;
mod error;
mod options;

mod bound;
mod unit;

pub use bound::Bound;
pub use error::StatedError;
pub use lexicon::{Word, words};
pub use options::Options;
pub use quantity::UnitError;
pub use scan::{Found, Scan, scan, scan_with};
pub use unit::Unit;
pub use value::Stated;
pub use why::{Cue, Rule};

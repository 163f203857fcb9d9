//! The words that decide how a number reads: one table of word, class, worth, language and source.
//!
//! A row says what a word can be, and nothing of any sentence; rules are patterns over classes. No
//! company, product or model is in it. A word of another language is a row with that language.

mod scaled;

mod table;
mod word;

mod rows;

mod counted;
mod directions;
mod grammar;
mod hedges;
mod money;
mod units;

mod group;

mod class;

pub use class::Class;
pub use group::Worth;
pub use hedges::{PHRASES, Phrase};
pub use money::{DOLLAR_LETTERS, SIGNS};
pub use scaled::scaled_code;
pub use table::{Entry, entry, find, find_in};
pub use word::{Word, words};

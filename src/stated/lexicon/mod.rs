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

pub(super) use class::Class;
pub(super) use group::Worth;
pub(super) use hedges::{PHRASES, Phrase};
pub(super) use money::{DOLLAR_LETTERS, SIGNS};
pub(super) use scaled::scaled_code;
pub(super) use table::{Entry, entry, find, find_first};
pub use word::{Word, words};

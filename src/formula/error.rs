//! [`FormulaError`]: a formula that was refused, with the word it stopped at.

use core::fmt;

use alloc::{string::String, vec::Vec};

use super::refused::Refused;
use crate::{
    decimal::excerpt,
    item::{Item, is_name_byte},
    metric::Metric,
    names::{self, Offered},
};

/// A formula that was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("formula '{text}': {}", Reason(self))]
pub struct FormulaError {
    /// The formula, cut after 40 bytes.
    pub text: String,
    /// Why it was refused.
    pub refused: Refused,
    /// The word at which reading stopped, cut after 40 bytes; empty where that is the end, or where
    /// the formula was read and makes no sense.
    pub word: String,
    /// The names of line items and metrics that are most like the word, the nearest first, where a
    /// name was wanted.
    pub near: Vec<&'static str>,
}

impl FormulaError {
    pub(super) fn new(text: &str, refused: Refused) -> Self {
        let wants_name = refused.is_of_a_name();
        let word = excerpt(refused.at().map_or("", |at| word_at(text, at, wants_name)));
        let near = if wants_name { names_near(&word) } else { Vec::new() };
        Self { text: excerpt(text), refused, word, near }
    }
}

/// Returns the name or the number that starts at a byte, or else the one character there; people
/// write names with spaces, such as `Net Income`.
fn word_at(text: &str, at: usize, with_spaces: bool) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let is_of_word = |letter: char| {
        letter.is_alphanumeric()
            || u8::try_from(letter).is_ok_and(is_name_byte)
            || letter == '.'
            || (with_spaces && letter == ' ')
    };
    let length = rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len());
    let first = rest.chars().next().map_or(0, char::len_utf8);
    rest.get(..length.max(first)).unwrap_or_default().trim_end()
}

fn names_near(word: &str) -> Vec<&'static str> {
    let names = Item::all().map(Item::name).chain(Metric::all().flat_map(Metric::names));
    names::nearest(word, names, core::iter::once)
}

struct Reason<'a>(&'a FormulaError);

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FormulaError { refused, word, near, .. } = self.0;
        match refused {
            Refused::UnknownName { at } => {
                write!(f, "'{word}' at byte {at} is no line item, metric or function")?;
            }
            Refused::Syntax { .. } if !word.is_empty() => write!(f, "{refused}, found '{word}'")?,
            _ => refused.fmt(f)?,
        }
        match near.is_empty() {
            true => Ok(()),
            false => write!(f, ", such as {}", Offered(near, "")),
        }
    }
}

//! A text as tokens: what rules are patterns over.
//!
//! A token is a number, a word, a mark or a link; what stands between two of them is the gap of the
//! second. Each has its bytes in the text, and a word what the lexicon knows of it. A text is read
//! once; nothing above this folder looks at its bytes.

mod lex;

mod buffer;
mod link;

mod list;
mod tokens;

mod numeral;

mod text;

pub(super) use buffer::Buffer;
pub(super) use lex::{Extent, lex, number, paragraph};
pub(super) use numeral::{Fault, Malformed, Numeral, Spacing};
pub(super) use tokens::{Gap, Kind, Tokens};

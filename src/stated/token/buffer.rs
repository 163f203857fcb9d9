//! [`Buffer`]: the tokens of a text while they are read.

use core::ops::Range;

use super::{
    list::List,
    numeral::{Malformed, Numeral},
    tokens::{Gap, Kind, Token, Tokens},
};

/// Tokens of a figure with its words, which are kept in place: `between $4.142 billion and $4.150
/// billion` has ten.
const FIGURE_TOKENS: usize = 16;

/// Numbers of a figure, which are kept in place: the two ends of a range.
const FIGURE_NUMBERS: usize = 2;

/// The tokens of a text or of a paragraph of it, and their memory.
#[derive(Clone, Debug)]
pub(crate) struct Buffer<'a> {
    text: &'a str,
    list: List<Token, FIGURE_TOKENS>,
    numbers: List<Result<Numeral, Malformed>, FIGURE_NUMBERS>,
}

impl<'a> Buffer<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, list: List::new(), numbers: List::new() }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// Returns the tokens for rules to read.
    #[inline]
    pub(crate) fn tokens(&self) -> Tokens<'_> {
        Tokens { text: self.text, list: self.list.as_slice(), numbers: self.numbers.as_slice() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.as_slice().is_empty()
    }

    /// Forgets the tokens and keeps their memory.
    pub(crate) fn clear(&mut self) {
        self.list.clear();
        self.numbers.clear();
    }

    /// Keeps a number, and returns the token of it.
    pub(super) fn push_number(&mut self, number: Result<Numeral, Malformed>) -> Kind {
        self.numbers.push(number);
        Kind::Number((self.numbers.as_slice().len() - 1) as u32)
    }

    /// Takes back the tokens that end behind a byte, and returns the gap before the first of them.
    pub(super) fn take_back(&mut self, start: usize) -> Gap {
        let mut gap = Gap::None;
        while self.list.as_slice().last().is_some_and(|last| last.end > start) {
            gap = self.list.pop().map_or(gap, |last| last.gap);
        }
        gap
    }

    #[inline]
    pub(super) fn push(&mut self, kind: Kind, gap: Gap, span: Range<usize>) {
        self.list.push(Token { kind, gap, start: span.start, end: span.end });
    }
}

//! [`Tokens`]: a text as tokens, and what stands where.

use core::ops::Range;

use super::numeral::{Malformed, Numeral};
use crate::stated::lexicon::{Class, Entry, Worth, entry};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Digits, grouped and pointed; which they are is kept apart.
    Number(u32),
    /// Letters, and what the lexicon knows of them; [`UNKNOWN`] is a word that it does not have.
    Word(u16),
    /// Any other character: a sign, a bracket, a currency.
    Mark(char),
    /// A link or an address, whose digits are no numbers.
    Link,
    /// The beginning or the end of what was read.
    Edge,
}

/// The slot of a word that the lexicon does not have.
pub(super) const UNKNOWN: u16 = u16::MAX;

/// What stands between a token and the one before it, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    None,
    /// One space.
    Space,
    /// Several, or a tab: a cell of a table that is laid out by them.
    Wide,
    /// A line break.
    Line,
    /// A blank line, or the end of the text.
    Break,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub kind: Kind,
    pub gap: Gap,
    pub start: usize,
    pub end: usize,
}

/// The tokens of a text or of a paragraph of it.
///
/// Positions are indices of tokens. There is an edge wherever there is no token, so that no rule
/// asks whether there is one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tokens<'a> {
    pub(super) text: &'a str,
    pub(super) list: &'a [Token],
    pub(super) numbers: &'a [Result<Numeral, Malformed>],
}

impl<'a> Tokens<'a> {
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    #[inline]
    pub(crate) fn get(&self, at: usize) -> Token {
        const EDGE: Token = Token { kind: Kind::Edge, gap: Gap::Break, start: 0, end: 0 };
        self.list.get(at).copied().unwrap_or(EDGE)
    }

    /// Returns the token before a position.
    #[inline]
    pub(crate) fn before(&self, at: usize) -> Token {
        self.get(at.wrapping_sub(1))
    }

    /// Returns the bytes of the tokens from one position up to another.
    pub(crate) fn span(&self, first: usize, end: usize) -> Range<usize> {
        self.get(first).start..self.before(end).end
    }

    #[inline]
    pub(crate) fn gap(&self, at: usize) -> Gap {
        self.get(at).gap
    }

    /// Returns whether nothing stands between a token and the one before it.
    #[inline]
    pub(crate) fn is_glued(&self, at: usize) -> bool {
        self.gap(at) == Gap::None
    }

    /// Returns whether a token and the one before it are of one line.
    #[inline]
    pub(crate) fn is_beside(&self, at: usize) -> bool {
        self.gap(at) <= Gap::Wide
    }

    /// Returns whether one phrase can hold a token and the one before it.
    #[inline]
    pub(crate) fn is_near(&self, at: usize) -> bool {
        self.gap(at) <= Gap::Line
    }

    /// Returns the character of a mark, zero for any other token.
    #[inline]
    pub(crate) fn mark(&self, at: usize) -> char {
        match self.get(at).kind {
            Kind::Mark(mark) => mark,
            _ => '\0',
        }
    }

    #[inline]
    pub(crate) fn is_word(&self, at: usize) -> bool {
        matches!(self.get(at).kind, Kind::Word(_))
    }

    #[inline]
    pub(crate) fn is_number(&self, at: usize) -> bool {
        matches!(self.get(at).kind, Kind::Number(_))
    }

    /// Returns the number of a token.
    pub(crate) fn number(&self, at: usize) -> Option<Result<Numeral, Malformed>> {
        match self.get(at).kind {
            Kind::Number(index) => self.numbers.get(index as usize).copied(),
            _ => None,
        }
    }

    /// Returns what the lexicon knows of a word.
    #[inline]
    pub(crate) fn entry(&self, at: usize) -> &'static Entry {
        match self.get(at).kind {
            Kind::Word(slot) => entry(slot),
            _ => entry(UNKNOWN),
        }
    }

    #[inline]
    pub(crate) fn class(&self, at: usize) -> Class {
        self.entry(at).class
    }

    #[inline]
    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.class(at).is(class)
    }

    pub(crate) fn worth(&self, at: usize) -> Worth {
        self.entry(at).worth
    }

    /// Returns the text of a token.
    pub(crate) fn slice(&self, at: usize) -> &'a str {
        let token = self.get(at);
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    #[inline]
    fn bytes(&self, token: Token) -> &'a [u8] {
        self.text.as_bytes().get(token.start..token.end).unwrap_or_default()
    }

    /// Returns whether a token is a word, in capitals or small letters.
    #[inline]
    pub(crate) fn has(&self, at: usize, word: &str) -> bool {
        let token = self.get(at);
        token.end - token.start == word.len()
            && matches!(token.kind, Kind::Word(_))
            && self.bytes(token).eq_ignore_ascii_case(word.as_bytes())
    }

    /// Returns whether a token is a word and written so.
    pub(crate) fn is_exactly(&self, at: usize, word: &str) -> bool {
        self.is_word(at) && self.bytes(self.get(at)) == word.as_bytes()
    }

    /// Returns the first character of a word, zero for any other token.
    pub(crate) fn initial(&self, at: usize) -> char {
        match self.get(at).kind {
            Kind::Word(_) => self.slice(at).chars().next().unwrap_or('\0'),
            _ => '\0',
        }
    }

    /// Returns the position of the first number at or after a position.
    pub(crate) fn number_from(&self, at: usize) -> Option<usize> {
        let rest = self.list.get(at..)?;
        let is_number = |token: &Token| matches!(token.kind, Kind::Number(_));
        rest.iter().position(is_number).map(|offset| at + offset)
    }

    /// Returns whether a sentence begins at a token.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        match self.get(before).kind {
            _ if self.gap(at) >= Gap::Line => true,
            Kind::Mark(mark) => !matches!(mark, '&' | ',' | ';' | '-' | '\'' | '’' | '/'),
            Kind::Edge => true,
            Kind::Number(_) | Kind::Word(_) | Kind::Link => false,
        }
    }

    /// Returns whether a token ends its sentence, or stands for a break between two.
    pub(crate) fn ends_sentence(&self, at: usize) -> bool {
        match self.get(at).kind {
            Kind::Edge => true,
            Kind::Mark(';' | '!' | '?') => true,
            Kind::Mark('.') => {
                let next = at + 1;
                let abbreviates = self.is(at.wrapping_sub(1), Class::MONTH)
                    || self.slice(at.wrapping_sub(1)).len() == 1;
                !self.is_glued(next) && !abbreviates && !self.initial(next).is_lowercase()
            }
            _ => self.gap(at + 1) == Gap::Break,
        }
    }
}

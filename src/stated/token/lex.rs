//! Reads a text into tokens.

use super::{
    buffer::Buffer,
    link,
    numeral::{self, Numeral, Spacing},
    text::{Text, is_blank, is_han},
    tokens::{Gap, Kind, UNKNOWN},
};
use crate::stated::lexicon::{self, Class};

/// Reads the number that a text begins with, and returns it with its end.
#[inline]
pub(crate) fn number(text: &str, spacing: Spacing) -> Option<(Numeral, usize)> {
    let begins = text.as_bytes().first().is_some_and(u8::is_ascii_digit);
    begins.then(|| numeral::numeral(Text::new(text), 0, spacing).ok()).flatten()
}

/// Returns where the next paragraph that has a digit begins, at or after a position.
pub(crate) fn paragraph(text: &str, from: usize) -> Option<usize> {
    let text = Text::new(text);
    let digit = text.digit_from(from)?;
    let start = line_ends(text.bytes(from, digit)).rev().find(|at| is_blank_line(text, from + at));
    Some(start.map_or(from, |at| from + at))
}

/// How much of a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Up to the next blank line: nothing that a figure says stands in another paragraph.
    Paragraph,
    All,
}

/// Returns where lines end.
fn line_ends(bytes: &[u8]) -> impl DoubleEndedIterator<Item = usize> {
    bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at)
}

/// Returns whether a blank line stands behind the line that ends at a position.
fn is_blank_line(text: Text<'_>, at: usize) -> bool {
    let behind = text.bytes(at + 1, (at + 1 + BLANKS_MAX).min(text.len()));
    behind.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')) == Some(&b'\n')
}

/// The most blanks in a line that is blank.
const BLANKS_MAX: usize = 256;

/// Reads a text into tokens from a position, and returns where it stopped.
pub(crate) fn lex(tokens: &mut Buffer<'_>, from: usize, extent: Extent) -> usize {
    let text = Text::new(tokens.text());
    let mut lexer = Lexer { text, at: from, run_end: from, spaced: false };
    let mut gap = Gap::Break;
    while let Some(byte) = text.get(lexer.at) {
        let start = lexer.at;
        let kind = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => lexer.word(),
            b' ' if text.byte(start + 1).is_ascii_alphanumeric() => {
                lexer.at += 1;
                gap = gap.max(Gap::Space);
                continue;
            }
            b' ' | b'\t' | b'\n' | b'\r' => {
                gap = gap.max(lexer.gap());
                if gap == Gap::Break && extent == Extent::Paragraph && !tokens.is_empty() {
                    break;
                }
                continue;
            }
            b'0'..=b'9' => lexer.number(tokens, start, gap),
            b'.' | b',' if lexer.leads(gap) => lexer.number(tokens, start, gap),
            b':' | b'.' | b'@' if lexer.link(tokens) => {
                gap = Gap::None;
                continue;
            }
            0..0x80 => {
                lexer.at += 1;
                Kind::Mark(char::from(byte))
            }
            0x80.. => match text.char_at(start) {
                Some(c) if is_blank(c) => {
                    gap = gap.max(lexer.gap());
                    if gap == Gap::Break && extent == Extent::Paragraph && !tokens.is_empty() {
                        break;
                    }
                    continue;
                }
                Some(c) if c.is_alphabetic() && !is_han(c) => lexer.other_word(),
                Some(c) => {
                    lexer.at += c.len_utf8();
                    Kind::Mark(c)
                }
                None => break,
            },
        };
        tokens.push(kind, gap, start..lexer.at);
        gap = Gap::None;
    }
    lexer.at
}

struct Lexer<'a> {
    text: Text<'a>,
    at: usize,
    /// Where the run of characters without spaces ends that was last looked at for a link.
    run_end: usize,
    /// Plain spaces grouped the digits of the number before.
    spaced: bool,
}

impl Lexer<'_> {
    /// Passes over blanks and line breaks.
    fn gap(&mut self) -> Gap {
        let (start, mut lines, mut wide) = (self.at, 0, false);
        while let Some(c) = self.text.char_at(self.at) {
            match c {
                '\n' => lines += 1,
                '\t' => wide = true,
                c if is_blank(c) => {}
                _ => break,
            }
            self.at += c.len_utf8();
        }
        match lines {
            0 if wide || self.text.chars_over_one(start, self.at) => Gap::Wide,
            0 => Gap::Space,
            1 => Gap::Line,
            _ => Gap::Break,
        }
    }

    /// Reads letters; single ones with their points are one word, and so are capitals with an
    /// ampersand between: `U.S.`, `S&P`.
    #[inline(always)]
    fn word(&mut self) -> Kind {
        let start = self.at;
        self.letters();
        match self.text.byte(self.at) {
            b'.' if self.at == start + 1 => self.abbreviation(),
            b'&' => self.ampersand(),
            _ => {}
        }
        let slot = lexicon::find_first(self.text.bytes_from(start), self.at - start);
        Kind::Word(slot.unwrap_or(UNKNOWN))
    }

    /// Reads a word that begins with a letter of any script.
    #[inline(never)]
    fn other_word(&mut self) -> Kind {
        self.word()
    }

    /// Goes on over `&P` behind a capital.
    fn ampersand(&mut self) {
        let joined = self.text.byte(self.at + 1).is_ascii_uppercase()
            && self.text.byte_before(self.at).is_ascii_uppercase();
        if joined {
            self.at += 1;
            self.letters();
        }
    }

    #[inline]
    fn letters(&mut self) {
        self.at += self.text.ascii_letters(self.at);
        if self.text.byte(self.at) >= 0x80 {
            self.other_letters();
        }
    }

    /// Goes on over letters of any script.
    #[inline(never)]
    fn other_letters(&mut self) {
        while let Some(c) = self.text.char_at(self.at) {
            if !c.is_alphabetic() || is_han(c) {
                return;
            }
            self.at += c.len_utf8();
        }
    }

    /// Goes on over `S.` behind `U.`, where no letter follows.
    fn abbreviation(&mut self) {
        /// The most letters that are shortened so: `U.S.S.R.`
        const LETTERS_MAX: usize = 4;
        let mut end = self.at + 1;
        let mut letters = 1;
        while letters < LETTERS_MAX
            && self.text.byte(end).is_ascii_alphabetic()
            && self.text.byte(end + 1) == b'.'
        {
            end += 2;
            letters += 1;
        }
        if letters > 1 && !self.text.byte(end).is_ascii_alphanumeric() {
            self.at = end;
        }
    }

    /// Returns whether a point or comma begins a number: `.5`, `,75 €`.
    fn leads(&self, gap: Gap) -> bool {
        let at = self.at;
        let before = self.text.char_before(at, 0);
        self.text.is_digit(at + 1)
            && match self.text.byte(at) {
                b'.' => before
                    .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ')' | '\u{b2}')),
                _ => gap > Gap::None && self.text.is_cents(at + 1),
            }
    }

    fn number(&mut self, tokens: &mut Buffer<'_>, start: usize, gap: Gap) -> Kind {
        let numeral = numeral::numeral(self.text, start, self.spacing(tokens, gap));
        self.at = match &numeral {
            Ok((_, end)) => *end,
            Err(malformed) => malformed.end,
        };
        self.spaced = self.text.bytes(start, self.at).contains(&b' ');
        tokens.push_number(numeral.map(|(numeral, _)| numeral))
    }

    /// Reads a link or an address that the mark at hand shows, and takes back the tokens of it that
    /// were read before.
    fn link(&mut self, tokens: &mut Buffer<'_>) -> bool {
        if self.at < self.run_end {
            return false;
        }
        let Some(found) = link::link(self.text, self.at, self.text.len()) else {
            return false;
        };
        let (start, end) = match found {
            Ok(link) => (link.start, link.end),
            Err(run_end) => {
                self.run_end = run_end;
                return false;
            }
        };
        let gap = tokens.take_back(start);
        tokens.push(Kind::Link, gap, start..end);
        self.at = end;
        true
    }

    /// Returns whether plain spaces may group the digits behind the tokens read so far.
    fn spacing(&self, tokens: &Buffer<'_>, gap: Gap) -> Spacing {
        let tokens = tokens.tokens();
        let last = tokens.len().wrapping_sub(1);
        if gap > Gap::Wide {
            return Spacing::Unit;
        }
        match tokens.get(last).kind {
            Kind::Mark('€') => Spacing::Free,
            // "NOK 1 254 million (1 187)".
            Kind::Mark('(') if self.spaced => Spacing::Free,
            Kind::Mark('$' | '£' | '¥' | '₹') => Spacing::Scale,
            Kind::Word(_) if gap > Gap::None => match tokens.class(last) {
                class if class.is(Class::SPACED) => Spacing::Free,
                class if class.is(Class::CODE) => Spacing::Scale,
                _ => Spacing::Unit,
            },
            _ => Spacing::Unit,
        }
    }
}

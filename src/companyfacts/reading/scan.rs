//! [`Scanner`]: a cursor over JSON text that knows its byte.
//!
//! It reads what RFC 8259 allows, in any order and spacing. Strings and keys come back as they
//! stand in the file; whoever wants their text decodes them with [`unescape`].
//!
//! *Invariant:* no other file of the crate knows JSON.

use core::str;

use alloc::{borrow::Cow, string::String};

use crate::bounds::JSON_DEPTH_MAX;

/// What is wrong at a byte; the reader adds the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Something else than expected.
    Unexpected { byte: usize, expected: &'static str },
    /// The text between two bytes has the right type and cannot be read.
    Value { start: usize, end: usize, expected: &'static str },
    /// A field is missing from the object that ends here.
    Missing { byte: usize, field: &'static str },
    /// The key between two bytes stands in its object for the second time.
    Twice { start: usize, end: usize },
}

impl Fault {
    /// Returns where it stands.
    pub(crate) const fn byte(self) -> usize {
        match self {
            Self::Unexpected { byte, .. } | Self::Missing { byte, .. } => byte,
            Self::Value { start, .. } | Self::Twice { start, .. } => start,
        }
    }
}

/// A cursor over JSON text.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// Returns what is left of the text.
    pub(crate) fn rest(&self) -> &'a str {
        self.between(self.at, self.text.len())
    }

    /// Returns the text between two places, at which values or keys begin or end.
    #[inline]
    fn between(&self, start: usize, end: usize) -> &'a str {
        let text = self.text.get(start..end);
        debug_assert!(text.is_some(), "{start} and {end} are places between letters");
        text.unwrap_or_default()
    }

    /// Returns the bytes from a place on.
    #[inline]
    fn bytes_from(&self, start: usize) -> &'a [u8] {
        let bytes = self.text.as_bytes().get(start..);
        debug_assert!(bytes.is_some(), "{start} is within the text or its end");
        bytes.unwrap_or_default()
    }

    /// Goes to a byte where a value begins or ends.
    pub(crate) const fn rewind(&mut self, at: usize) {
        self.at = at;
    }

    /// Returns the next byte that is not white space, without passing it.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                byte => return byte.copied(),
            }
        }
    }

    /// Passes a byte if it comes next.
    #[inline]
    pub(crate) fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    #[inline]
    pub(crate) fn expect(&mut self, byte: u8, expected: &'static str) -> Result<(), Fault> {
        if self.take(byte) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    /// Begins an object, and returns its first key, or nothing if it is empty.
    pub(crate) fn first_key(&mut self, expected: &'static str) -> Result<Option<&'a str>, Fault> {
        self.expect(b'{', expected)?;
        if self.take(b'}') { Ok(None) } else { self.key().map(Some) }
    }

    /// Returns the next key of an object, or nothing at its end.
    #[inline]
    pub(crate) fn next_key(&mut self) -> Result<Option<&'a str>, Fault> {
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                self.key().map(Some)
            }
            Some(b'}') => {
                self.at += 1;
                Ok(None)
            }
            _ => Err(self.unexpected("',' or '}'")),
        }
    }

    #[inline]
    fn key(&mut self) -> Result<&'a str, Fault> {
        let key = self.string("a key in quotes")?;
        self.expect(b':', "':'")?;
        Ok(key)
    }

    /// Reads a string and returns what stands between its quotes, escapes as they are.
    #[inline]
    pub(crate) fn string(&mut self, expected: &'static str) -> Result<&'a str, Fault> {
        self.expect(b'"', expected)?;
        let start = self.at;
        let rest = self.bytes_from(start);
        let mut bytes = rest.iter().enumerate();
        while let Some((offset, byte)) = bytes.next() {
            match byte {
                b'"' => {
                    self.at = start + offset + 1;
                    return Ok(self.between(start, start + offset));
                }
                b'\\' => {
                    bytes.next();
                    if !is_escape(rest.get(offset + 1..).unwrap_or_default()) {
                        self.at = start + offset;
                        return Err(self.unexpected("an escape of RFC 8259 in a string"));
                    }
                }
                0..0x20 => {
                    self.at = start + offset;
                    return Err(self.unexpected("no control character in a string"));
                }
                _ => {}
            }
        }
        self.at = self.text.len();
        Err(self.unexpected("'\"' at the end of a string"))
    }

    /// Reads `null`, or a string.
    #[inline]
    pub(crate) fn optional_string(
        &mut self,
        expected: &'static str,
    ) -> Result<Option<&'a str>, Fault> {
        if self.null() { Ok(None) } else { self.string(expected).map(Some) }
    }

    /// Passes `null` if it comes next.
    #[inline]
    pub(crate) fn null(&mut self) -> bool {
        self.peek() == Some(b'n') && self.word("null")
    }

    /// Reads a number and returns its text; its grammar is for the reader of decimals.
    #[inline]
    pub(crate) fn number(&mut self, expected: &'static str) -> Result<&'a str, Fault> {
        if !matches!(self.peek(), Some(b'-' | b'0'..=b'9')) {
            return Err(self.unexpected(expected));
        }
        let start = self.at;
        let rest = self.bytes_from(start);
        let length = rest
            .iter()
            .position(|byte| !matches!(byte, b'0'..=b'9' | b'-' | b'.' | b'+' | b'e' | b'E'))
            .unwrap_or(rest.len());
        self.at = start + length;
        Ok(self.between(start, self.at))
    }

    /// Passes any value.
    pub(crate) fn skip(&mut self) -> Result<(), Fault> {
        self.skip_within(JSON_DEPTH_MAX, Self::checked_number)
    }

    /// Passes any value, and numbers that are none of JSON, such as `024`, where they end plainly.
    pub(crate) fn skip_loosely(&mut self) -> Result<(), Fault> {
        self.skip_within(JSON_DEPTH_MAX, |scan| scan.number("a number").map(|_| ()))
    }

    fn skip_within(
        &mut self,
        depth: u32,
        number: fn(&mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let Some(inner) = depth.checked_sub(1) else {
            return Err(self.unexpected("less deep nesting"));
        };
        match self.peek() {
            Some(b'"') => self.string("a string").map(|_| ()),
            Some(b'{') => {
                let mut key = self.first_key("an object")?;
                while key.is_some() {
                    self.skip_within(inner, number)?;
                    key = self.next_key()?;
                }
                Ok(())
            }
            Some(b'[') => {
                self.at += 1;
                if self.take(b']') {
                    return Ok(());
                }
                loop {
                    self.skip_within(inner, number)?;
                    if self.take(b']') {
                        return Ok(());
                    }
                    self.expect(b',', "',' or ']'")?;
                }
            }
            Some(b'-' | b'0'..=b'9') => number(self),
            _ if self.word("true") || self.word("false") || self.word("null") => Ok(()),
            _ => Err(self.unexpected("a value")),
        }
    }

    fn checked_number(&mut self) -> Result<(), Fault> {
        let text = self.number("a number")?;
        // The grammar of decimals is that of JSON but for leading zeros; a number too long to be
        // held is still a number.
        match crate::decimal::parse(text) {
            Err(crate::decimal::DecimalError::Syntax { .. }) => {
                Err(self.value_fault(text, "a number"))
            }
            _ if is_zero_led(text) => Err(self.value_fault(text, "a number")),
            _ => Ok(()),
        }
    }

    fn word(&mut self, word: &str) -> bool {
        let rest = self.bytes_from(self.at);
        let found = rest.starts_with(word.as_bytes());
        self.at += if found { word.len() } else { 0 };
        found
    }

    /// Returns the fault of a text just passed.
    pub(crate) fn value_fault(&self, text: &str, expected: &'static str) -> Fault {
        let (start, end) = self.span(text);
        Fault::Value { start, end, expected }
    }

    /// Returns the fault of a key just passed that its object had already.
    pub(crate) fn twice(&self, key: &str) -> Fault {
        let (start, end) = self.span(key);
        Fault::Twice { start, end }
    }

    /// Returns between which bytes a part of the text stands.
    fn span(&self, part: &str) -> (usize, usize) {
        let start = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        (start, start + part.len())
    }

    pub(crate) fn unexpected(&mut self, expected: &'static str) -> Fault {
        self.peek();
        Fault::Unexpected { byte: self.at, expected }
    }

    /// Says what kind of thing begins at a byte.
    pub(crate) fn found(&self, byte: usize) -> &'static str {
        match self.text.as_bytes().get(byte) {
            None => "the end of the file",
            Some(b'"') => "a string",
            Some(b'{') => "an object",
            Some(b'[') => "an array",
            Some(b't' | b'f') => "a boolean",
            Some(b'n') => "null",
            Some(b'-' | b'0'..=b'9') => "a number",
            Some(b'}') => "'}'",
            Some(b']') => "']'",
            Some(b',') => "','",
            Some(b':') => "':'",
            Some(b'\\') => "'\\'",
            Some(0..0x20) => "a control character",
            Some(_) => "something else",
        }
    }

    /// Returns the text between two bytes, for a message.
    pub(crate) fn excerpt(&self, start: usize, end: usize) -> String {
        crate::decimal::excerpt(self.text.get(start..end).unwrap_or_default())
    }
}

/// Returns whether a number begins with a zero that JSON does not allow there: `024`, `-00.5`.
pub(crate) fn is_zero_led(number: &str) -> bool {
    let digits = number.strip_prefix('-').unwrap_or(number);
    matches!(digits.as_bytes(), [b'0', b'0'..=b'9', ..])
}

/// Returns whether an escape of a JSON string goes on so, behind its backslash.
fn is_escape(rest: &[u8]) -> bool {
    match rest.split_first() {
        Some((b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', _)) => true,
        Some((b'u', hex)) => hex.get(..4).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
        _ => false,
    }
}

/// Decodes what stands between the quotes of a JSON string (RFC 8259, section 7).
///
/// Half a surrogate pair becomes U+FFFD: names are shown, never computed with.
#[inline]
pub(crate) fn unescape(raw: &str) -> Cow<'_, str> {
    if raw.contains('\\') { unescaped(raw).into() } else { raw.into() }
}

fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut chars = escaped.chars();
        match chars.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('r') => text.push('\r'),
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{c}'),
            Some('u') => {
                let (symbol, used) = surrogates(escaped);
                text.push(symbol);
                rest = escaped.get(used..).unwrap_or_default();
                continue;
            }
            Some(symbol) => text.push(symbol),
            None => {}
        }
        rest = chars.as_str();
    }
    text.push_str(rest);
    text
}

/// Reads `uXXXX` or `uXXXX\uXXXX`, and returns the symbol and how many bytes it took.
fn surrogates(text: &str) -> (char, usize) {
    let unit =
        |from: usize| text.get(from..from + 4).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    let Some(first) = unit(1) else {
        return (char::REPLACEMENT_CHARACTER, 1);
    };
    let second = if text.get(5..7) == Some("\\u") { unit(7) } else { None };
    match (first, second) {
        (0xD800..0xDC00, Some(low @ 0xDC00..0xE000)) => {
            let code = 0x10000 + ((first - 0xD800) << 10) + (low - 0xDC00);
            (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 11)
        }
        _ => (char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER), 5),
    }
}

//! The text of a document, whatever its encoding.

use alloc::{borrow::Cow, string::String};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::{
    decimal::excerpt,
    xbrl::{bounds::DECLARATION_BYTES_MAX, error::XbrlError},
};

/// The text of a document, without a byte order mark and white space at its beginning: a blank line
/// stands before the declaration in real filings.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    encoding: &'static Encoding,
    /// How many bytes of the document stand before the text.
    before: usize,
}

impl<'a> Decoded<'a> {
    pub(crate) fn new(document: &str, bytes: &'a [u8]) -> Result<Self, XbrlError> {
        let (encoding, mark) = encoding(document, bytes)?;
        let rest = bytes.get(mark..).unwrap_or_default();
        let fail = |byte| XbrlError::Encoding {
            document: document.into(),
            encoding: encoding.name().into(),
            byte,
        };
        let text = if encoding == UTF_8 {
            core::str::from_utf8(rest)
                .map(Cow::Borrowed)
                .map_err(|error| fail(mark + error.valid_up_to()))?
        } else {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
            text.ok_or_else(|| fail(mark + valid_up_to(encoding, rest)))?
        };
        let blank = text.len() - text.trim_start().len();
        let before = mark + length(encoding, text.get(..blank).unwrap_or_default());
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_start()),
            Cow::Owned(text) => Cow::Owned(text.trim_start().into()),
        };
        Ok(Self { text, encoding, before })
    }

    /// Returns the bytes of the document for bytes of the text, which ascend.
    pub(crate) fn bytes<'b>(&self, at: impl Iterator<Item = &'b mut u32>) {
        let (mut passed, mut byte) = (0, self.before);
        for at in at {
            let place = *at as usize;
            let stretch = self.text.get(passed..place).unwrap_or_default();
            byte += length(self.encoding, stretch);
            passed = passed.max(place);
            *at = byte.try_into().unwrap_or(u32::MAX);
        }
    }
}

/// Returns how many bytes a text has in an encoding.
fn length(encoding: &'static Encoding, text: &str) -> usize {
    if encoding == UTF_8 {
        text.len()
    } else if encoding == UTF_16LE || encoding == UTF_16BE {
        text.encode_utf16().count() * 2
    } else {
        encoding.encode(text).0.len()
    }
}

/// Returns how many bytes at the beginning are text, by halves.
fn valid_up_to(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let is_text = |end: usize| {
        let start = bytes.get(..end).unwrap_or_default();
        encoding.decode_without_bom_handling_and_without_replacement(start).is_some()
    };
    let (mut good, mut bad) = (0, bytes.len());
    while good + 1 < bad {
        let middle = good + (bad - good) / 2;
        if is_text(middle) { good = middle } else { bad = middle }
    }
    good
}

/// Returns the encoding and how long the byte order mark is.
fn encoding(document: &str, bytes: &[u8]) -> Result<(&'static Encoding, usize), XbrlError> {
    if let Some(found) = Encoding::for_bom(bytes) {
        return Ok(found);
    }
    match bytes {
        [b'<', 0, ..] => return Ok((UTF_16LE, 0)),
        [0, b'<', ..] => return Ok((UTF_16BE, 0)),
        _ => {}
    }
    let Some(label) = declared(bytes) else { return Ok((UTF_8, 0)) };
    // The documents that say ASCII are UTF-8 where they are not; the Encoding Standard would take
    // them for windows-1252.
    if label.eq_ignore_ascii_case("ascii") || label.eq_ignore_ascii_case("us-ascii") {
        return Ok((UTF_8, 0));
    }
    let found = Encoding::for_label(label.as_bytes());
    // What declares UTF-16 in bytes that are ASCII is not in it.
    let found = found.map(|encoding| encoding.output_encoding());
    let found = found.map(|encoding| (encoding, 0));
    found.ok_or_else(|| XbrlError::UnknownEncoding {
        document: document.into(),
        encoding: excerpt(&label),
    })
}

/// Returns the encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    let start = bytes.trim_ascii_start().strip_prefix(b"<?xml")?;
    let start = start.get(..start.len().min(DECLARATION_BYTES_MAX)).unwrap_or_default();
    let text = String::from_utf8_lossy(start);
    let declaration = text.split("?>").next()?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.split(quote).nth(1).map(String::from)
}

//! [`Reader`]: what is read of which documents.

use alloc::{string::String, vec::Vec};

use super::{bounds::TEXT_BYTES_MAX, error::XbrlError, facts::Facts};

/// A document with its name.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    name: &'a str,
    bytes: &'a [u8],
}

impl<'a> Document<'a> {
    /// Names a document; the name is for people, and stands in every fact and error.
    #[must_use]
    pub const fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, bytes }
    }
}

/// Reads documents to [`Facts`]: of one target, with texts up to a length.
///
/// It opens no file and no address, whatever the documents name.
///
/// ```no_run
/// use financials::xbrl::{Document, Reader};
///
/// # let [header, body] = [&b""[..], b""];
/// // An inline report in two documents: contexts in one, facts in both.
/// let facts = Reader::new()
///     .texts(200)
///     .read(&[Document::new("header.htm", header), Document::new("body.htm", body)])?;
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Reader {
    target: Option<String>,
    texts: usize,
}

impl Default for Reader {
    fn default() -> Self {
        Self { target: None, texts: TEXT_BYTES_MAX }
    }
}

impl Reader {
    /// Reads the default target, and texts of at most 1,024 bytes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads another target of inline documents: a second report in the same file.
    pub fn target(self, target: impl Into<String>) -> Self {
        Self { target: Some(target.into()), ..self }
    }

    /// Keeps texts of at most so many bytes. Longer ones, such as whole notes, are
    /// [`LongText`](super::Content::LongText).
    pub fn texts(self, bytes_max: usize) -> Self {
        Self { texts: bytes_max, ..self }
    }

    /// Reads a document, or several inline documents that make one report together.
    ///
    /// # Errors
    ///
    /// Fails where [`Facts::parse`] does, and for a set in which a document is not inline.
    pub fn read(&self, documents: &[Document<'_>]) -> Result<Facts, XbrlError> {
        let documents: Vec<(&str, &[u8])> =
            documents.iter().map(|document| (document.name, document.bytes)).collect();
        Facts::of(&documents, self.target.as_deref(), self.texts)
    }
}

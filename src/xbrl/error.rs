//! What is wrong with a document as a whole: [`XbrlError`].

use alloc::string::String;

/// A document that no facts can be read from.
///
/// `document` is the name that it was given, and `byte` counts from its start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum XbrlError {
    /// The bytes are no text in the encoding that the document has.
    #[error("xbrl: {document}: the document is not text in {encoding}, at byte {byte}")]
    Encoding {
        /// The document.
        document: String,
        /// The encoding that it declares, or UTF-8.
        encoding: String,
        /// Where the first byte stands that does not fit.
        byte: usize,
    },
    /// The document declares an encoding that nobody knows.
    #[error("xbrl: {document}: encoding '{encoding}' is none of the Encoding Standard")]
    UnknownEncoding {
        /// The document.
        document: String,
        /// The encoding that it declares, cut after 40 bytes.
        encoding: String,
    },
    /// The document is not well-formed.
    #[error("xbrl: {document}: the document is not well-formed at byte {byte}: {reason}")]
    Malformed {
        /// The document.
        document: String,
        /// Where it stops to be.
        byte: usize,
        /// What the parser says.
        reason: String,
    },
    /// The document has a document type with declarations of its own, which could name files and
    /// expand without end. They are never read.
    #[error("xbrl: {document}: a document type with declarations is not read, at byte {byte}")]
    DocumentType {
        /// The document.
        document: String,
        /// Where it stands.
        byte: usize,
    },
    /// The document is over a limit.
    #[error("xbrl: {document}: more {what} than {limit}, at byte {byte}")]
    Limit {
        /// The document.
        document: String,
        /// What there is too much of.
        what: &'static str,
        /// How much is allowed.
        limit: usize,
        /// Where the limit is passed.
        byte: usize,
    },
    /// The document is of another kind.
    #[error(
        "xbrl: {document}: found {found}, and not an XBRL instance, an XHTML document or xBRL-JSON"
    )]
    NotXbrl {
        /// The document.
        document: String,
        /// What it is, cut after 40 bytes.
        found: String,
    },
    /// The document is JSON, and not the JSON that xBRL-JSON requires.
    #[error("xbrl: {document}: {path}: expected {expected}, at byte {byte}")]
    Json {
        /// The document.
        document: String,
        /// The place in it, such as `facts.f1.value`.
        path: String,
        /// What the format has there.
        expected: String,
        /// Where it stands.
        byte: usize,
    },
    /// A document stands in a set that can have no place in one: only inline documents make a set.
    #[error("xbrl: {document}: only inline documents are read together")]
    Set {
        /// The document.
        document: String,
    },
}

//! [`Stream`]: many files, one after the other.

use std::io::{self, Read};

use alloc::{string::String, vec::Vec};

use super::{document::CompanyFacts, error::CompanyFactsError};
use crate::bounds::COMPANY_FACTS_BYTES_MAX;

/// Reads many companyfacts files, one after the other, in bounded memory.
///
/// The files come as names with readers: of a folder, of an archive's members, of anything. One
/// buffer serves all of them, and each file's facts are the caller's to keep or drop. A bad file is
/// reported in its place and the next one is read.
///
/// ```
/// use financials::companyfacts::Stream;
///
/// let files = [("good.json", &br#"{"cik":1,"facts":{}}"#[..]), ("bad.json", b"<html>")];
/// let mut stream = Stream::new(files.map(|(name, bytes)| (name.to_owned(), Ok(bytes))));
/// let outcomes: Vec<_> = stream.by_ref().map(|file| file.facts.is_ok()).collect();
/// assert_eq!(outcomes, [true, false]);
/// assert_eq!((stream.files_read(), stream.files_failed(), stream.bytes_read()), (2, 1, 26));
/// ```
#[derive(Debug)]
pub struct Stream<I> {
    files: I,
    buffer: Vec<u8>,
    files_read: usize,
    files_failed: usize,
    bytes_read: u64,
}

/// One file of a stream.
#[derive(Debug)]
#[non_exhaustive]
pub struct StreamFile {
    /// The name it came with.
    pub name: String,
    /// Its facts, or why it has none.
    pub facts: Result<CompanyFacts, StreamError>,
}

/// Why a file of a stream has no facts.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StreamError {
    /// It could not be opened or read.
    #[error("the file cannot be read: {0}")]
    Read(#[from] io::Error),
    /// It is longer than any companyfacts file.
    #[error("the file is longer than {COMPANY_FACTS_BYTES_MAX} bytes")]
    TooLong,
    /// It is no companyfacts JSON.
    #[error(transparent)]
    Facts(#[from] CompanyFactsError),
}

impl<I> Stream<I> {
    /// Starts a stream over files.
    pub fn new<R: Read>(
        files: impl IntoIterator<Item = (String, io::Result<R>), IntoIter = I>,
    ) -> Self {
        let files = files.into_iter();
        Self { files, buffer: Vec::new(), files_read: 0, files_failed: 0, bytes_read: 0 }
    }

    /// Returns how many files were read so far, the failed ones with them.
    #[must_use]
    pub fn files_read(&self) -> usize {
        self.files_read
    }

    /// Returns how many files failed so far.
    #[must_use]
    pub fn files_failed(&self) -> usize {
        self.files_failed
    }

    /// Returns how many bytes were read so far.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    fn facts<R: Read>(&mut self, file: io::Result<R>) -> Result<CompanyFacts, StreamError> {
        self.buffer.clear();
        let length = file?.take(COMPANY_FACTS_BYTES_MAX + 1).read_to_end(&mut self.buffer)? as u64;
        self.bytes_read += length;
        if length > COMPANY_FACTS_BYTES_MAX {
            return Err(StreamError::TooLong);
        }
        Ok(CompanyFacts::parse(&self.buffer)?)
    }
}

impl<R: Read, I: Iterator<Item = (String, io::Result<R>)>> Iterator for Stream<I> {
    type Item = StreamFile;

    fn next(&mut self) -> Option<StreamFile> {
        let (name, file) = self.files.next()?;
        let facts = self.facts(file);
        self.files_read += 1;
        self.files_failed += usize::from(facts.is_err());
        Some(StreamFile { name, facts })
    }
}

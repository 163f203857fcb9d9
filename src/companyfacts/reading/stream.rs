//! [`Stream`]: many files, one after the other.

use std::io::{self, Read};

use alloc::{string::String, vec::Vec};

use super::{document::CompanyFacts, error::CompanyFactsError};
use crate::bounds::COMPANY_FACTS_BYTES_MAX;

/// Reads many companyfacts files, one after the other, in bounded memory.
///
/// The files come as names with readers: of a folder, of an archive's members, of anything. One
/// buffer serves all of them, and each file's facts are the caller's to keep or drop. A bad file is
/// reported in its place and the next one is read; a bad fact fails its file, unless the stream is
/// [`lenient`](Self::lenient).
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
    lenient: bool,
    facts_skipped: usize,
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
        Self {
            files,
            buffer: Vec::new(),
            files_read: 0,
            files_failed: 0,
            bytes_read: 0,
            lenient: false,
            facts_skipped: 0,
        }
    }

    /// Returns the stream passing over bad facts, as [`CompanyFacts::parse_lenient`] does, rather
    /// than failing their files.
    ///
    /// ```
    /// use financials::companyfacts::Stream;
    ///
    /// let json = br#"{"facts":{"us-gaap":{"Assets":{"units":{"USD":[{"val":"many"}]}}}}}"#;
    /// let files = || [("a.json".to_owned(), Ok(&json[..]))];
    /// assert!(Stream::new(files()).all(|file| file.facts.is_err()));
    ///
    /// let mut stream = Stream::new(files()).lenient();
    /// let facts = stream.next().ok_or("no file")?.facts?;
    /// let reason = "companyfacts: us-gaap/Assets/USD[0].val: expected a number, found a string, \
    ///     at byte 54";
    /// assert_eq!(facts.skipped()[0].to_string(), reason);
    /// assert_eq!((stream.files_failed(), stream.facts_skipped()), (0, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn lenient(self) -> Self {
        Self { lenient: true, ..self }
    }

    /// Returns how many facts were passed over so far; why is in each file's
    /// [`skipped`](CompanyFacts::skipped).
    #[must_use]
    pub fn facts_skipped(&self) -> usize {
        self.facts_skipped
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
        if !self.lenient {
            return Ok(CompanyFacts::parse(&self.buffer)?);
        }
        let facts = CompanyFacts::parse_lenient(&self.buffer)?;
        self.facts_skipped += facts.skipped().len();
        Ok(facts)
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

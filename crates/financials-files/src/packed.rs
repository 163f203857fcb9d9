//! [`unpacked`] and [`head`]: bytes that may be packed by gzip.

use std::{
    fs::File,
    io::{self, Cursor, Read},
    path::Path,
};

use flate2::read::MultiGzDecoder;

use crate::error::FileError;

/// How a file begins that is packed by gzip (RFC 1952, section 2.3.1).
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// What is read is at most this long unless told: the SEC's longest files have tens of megabytes.
pub(crate) const LIMIT: u64 = 1 << 30;

/// Returns the content of a file, unpacked where it is packed by gzip.
///
/// ```
/// assert_eq!(financials_files::unpacked(b"{}".to_vec())?, b"{}");
/// # Ok::<(), financials_files::FileError>(())
/// ```
///
/// # Errors
///
/// - a file that begins as one packed by gzip does, and is damaged.
/// - more than 2^30 bytes, unpacked.
pub fn unpacked(bytes: Vec<u8>) -> Result<Vec<u8>, FileError> {
    if !bytes.starts_with(&GZIP) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    read(MultiGzDecoder::new(bytes.as_slice()), &mut unpacked, LIMIT)?;
    Ok(unpacked)
}

/// Returns how a file begins, at most so many bytes, unpacked where it is packed by gzip.
///
/// ```
/// let path = std::env::temp_dir().join(format!("financials-head-{}", std::process::id()));
/// std::fs::write(&path, "<html>")?;
/// assert_eq!(financials_files::head(&path, 4)?, b"<htm");
/// # std::fs::remove_file(path)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// - a file that cannot be read, or is damaged before so many bytes are unpacked.
pub fn head(path: impl AsRef<Path>, length: u64) -> Result<Vec<u8>, FileError> {
    let mut file = File::open(path)?;
    let start = start(&mut file)?;
    let whole = Cursor::new(&start).chain(file);
    let mut head = Vec::new();
    match start.starts_with(&GZIP) {
        true => MultiGzDecoder::new(whole).take(length).read_to_end(&mut head)?,
        false => whole.take(length).read_to_end(&mut head)?,
    };
    Ok(head)
}

/// Reads the first bytes, fewer where there are no more.
pub(crate) fn start(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    from.take(4).read_to_end(&mut start)?;
    Ok(start)
}

/// Reads all that there is, up to a limit, unpacked where its first bytes say that it is packed.
pub(crate) fn unpack(
    start: &[u8],
    from: impl Read,
    buffer: &mut Vec<u8>,
    limit: u64,
) -> Result<(), FileError> {
    match start.starts_with(&GZIP) {
        true => read(MultiGzDecoder::new(from), buffer, limit),
        false => read(from, buffer, limit),
    }
}

/// Reads all that there is, up to a limit.
pub(crate) fn read(mut from: impl Read, buffer: &mut Vec<u8>, limit: u64) -> Result<(), FileError> {
    let length = from.by_ref().take(limit.saturating_add(1)).read_to_end(buffer)? as u64;
    if length > limit { Err(FileError::TooLong { limit }) } else { Ok(()) }
}

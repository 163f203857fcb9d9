//! [`FileError`]: why there is nothing to read.

use std::{io, path::PathBuf};

/// Why a file, a folder or a member of an archive could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// It could not be opened or read, or what is packed in it is damaged.
    #[error("cannot be read: {0}")]
    Read(#[from] io::Error),
    /// It is longer, unpacked, than the walk allows.
    #[error("is longer than {limit} bytes, which is the limit")]
    TooLong {
        /// The number of bytes that are allowed.
        limit: u64,
    },
    /// It begins as a zip archive does, and is none.
    #[error("is no zip archive that can be read: {reason}")]
    Archive {
        /// What is wrong with it.
        reason: String,
    },
    /// A folder or an archive has nothing to read.
    #[error("has no member that ends in {expected}")]
    Empty {
        /// How the names of members end.
        expected: &'static str,
    },
    /// An archive comes on standard input, and its list of members stands at its end.
    #[error("is a zip archive on standard input, and must be a file")]
    NotAFile,
    /// A folder has folders in it to a greater depth than is walked.
    #[error("has folders more than {depth} deep, which is the limit: {folder:?}")]
    TooDeep {
        /// The depth that is allowed.
        depth: usize,
        /// The folder that is too deep.
        folder: PathBuf,
    },
}

//! [`Progress`]: how far a walk is.

/// How far a walk is, in bytes as they stand on disk, packed or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// The members handed out, bad ones too.
    pub members: u64,
    /// How many of them could not be read.
    pub failed: u64,
    /// The bytes that are behind.
    pub bytes: u64,
    /// The bytes of all files that were found when the walk began; standard input counts nothing.
    pub bytes_total: u64,
}

//! Every message of the walk, word for word.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

use std::{io, path::PathBuf};

use financials_files::FileError;

#[test]
fn messages_name_what_is_wrong_and_what_is_allowed() {
    let reason = "Invalid zip header".to_owned();
    for (error, message) in [
        (
            FileError::Read(io::Error::other("No such file or directory")),
            "cannot be read: No such file or directory",
        ),
        (FileError::TooLong { limit: 1_024 }, "is longer than 1024 bytes, which is the limit"),
        (FileError::Archive { reason }, "is no zip archive that can be read: Invalid zip header"),
        (FileError::Empty { expected: ".json" }, "has no member that ends in .json"),
        (FileError::NotAFile, "is a zip archive on standard input, and must be a file"),
        (
            FileError::TooDeep { depth: 64, folder: PathBuf::from("a/b") },
            "has folders more than 64 deep, which is the limit: \"a/b\"",
        ),
    ] {
        assert_eq!(error.to_string(), message);
    }
}

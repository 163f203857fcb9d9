//! [`Input`]: a file that a verb reads.

use std::{
    ffi::OsString,
    fmt,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use financials_files::FileError;
pub use financials_files::unpacked;
use indicatif::ProgressBar;

use crate::console::Console;

/// So much of a file shows what it is: the key that tells xBRL-JSON stands first in what is written
/// by Arelle, the most used of its writers.
const HEAD_BYTES: u64 = 4_096;

/// A file by its path, or standard input as `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    path: PathBuf,
}

impl From<OsString> for Input {
    fn from(path: OsString) -> Self {
        Self { path: path.into() }
    }
}

impl From<&str> for Input {
    fn from(path: &str) -> Self {
        Self { path: path.into() }
    }
}

/// Displays the path as it was given.
impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(f)
    }
}

impl Input {
    /// Whether it is standard input.
    pub fn is_standard(&self) -> bool {
        self.path.as_os_str() == "-"
    }

    /// Whether it is a file that can be read more than once, rather than a pipe or a device.
    pub fn is_regular(&self) -> bool {
        !self.is_standard() && fs::metadata(&self.path).is_ok_and(|metadata| metadata.is_file())
    }

    /// Returns the path, which is `-` for standard input.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the name of the file without its folders and its extension.
    pub fn stem(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Returns what a page made from it is called.
    pub fn title(&self) -> String {
        if self.is_standard() { String::from("Article") } else { self.stem() }
    }

    /// Starts to show how much of some files is read, by those that are opened with it.
    pub fn progress_over(inputs: &[Self], console: &mut Console) -> ProgressBar {
        console.progress_of(inputs.iter().map(Self::bytes_if_known).sum())
    }

    /// Returns the length of the file, and zero where it is not known.
    fn bytes_if_known(&self) -> u64 {
        fs::metadata(&self.path).map_or(0, |metadata| metadata.len())
    }

    /// Opens it for reading, which moves a progress bar on.
    pub fn open(&self, progress: &ProgressBar) -> io::Result<Box<dyn Read>> {
        Ok(if self.is_standard() {
            Box::new(progress.wrap_read(io::stdin()))
        } else {
            Box::new(progress.wrap_read(File::open(&self.path)?))
        })
    }

    /// Reads all of it.
    pub fn bytes(&self, progress: &ProgressBar) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open(progress)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Reads all of it, unpacked where it is packed by gzip.
    pub fn unpacked(&self, progress: &ProgressBar) -> Result<Vec<u8>, FileError> {
        unpacked(self.bytes(progress)?)
    }

    /// Reads how it begins, unpacked where it is packed by gzip.
    pub fn head(&self) -> Result<Vec<u8>, FileError> {
        financials_files::head(&self.path, HEAD_BYTES)
    }

    /// Returns what it may be called after, such as a ticker, the longest name first.
    pub fn names(&self) -> [String; 3] {
        financials_files::names_of(&self.to_string()).map(str::to_owned)
    }

    /// Reads all of it as text.
    pub fn text(&self, progress: &ProgressBar) -> Result<String, String> {
        let bytes = self.bytes(progress).map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            format!("not UTF-8 at byte {at}")
        })
    }

    /// Puts in the place of each folder the files in it and in its folders, in order.
    pub fn files(inputs: &[Self], console: &mut Console) -> io::Result<Vec<Self>> {
        let mut files = Vec::new();
        for found in financials_files::files(inputs.iter().map(Self::path)) {
            match found {
                Ok(path) => files.push(Self { path }),
                Err((path, why)) => console.refuse(path.display(), why)?,
            }
        }
        Ok(files)
    }
}

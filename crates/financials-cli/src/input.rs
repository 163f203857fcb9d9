//! [`Input`]: a file that a verb reads.

use std::{
    ffi::OsString,
    fmt,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use flate2::read::MultiGzDecoder;
use indicatif::ProgressBar;

use crate::console::Console;

/// How a file begins that is packed by gzip (RFC 1952, section 2.3.1).
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// Unpacked files are shorter: the largest of the SEC's have some hundred megabytes.
const UNPACKED_MAX: u64 = 1 << 30;

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
    pub fn unpacked(&self, progress: &ProgressBar) -> io::Result<Vec<u8>> {
        unpacked(self.bytes(progress)?)
    }

    /// Reads how it begins, unpacked where it is packed by gzip.
    pub fn head(&self) -> io::Result<Vec<u8>> {
        let mut file = File::open(&self.path)?;
        let mut mark = Vec::new();
        file.by_ref().take(GZIP.len() as u64).read_to_end(&mut mark)?;
        let is_packed = mark == GZIP;
        let whole = io::Cursor::new(mark).chain(file);
        let mut head = Vec::new();
        match is_packed {
            true => MultiGzDecoder::new(whole).take(HEAD_BYTES).read_to_end(&mut head)?,
            false => whole.take(HEAD_BYTES).read_to_end(&mut head)?,
        };
        Ok(head)
    }

    /// Reads all of it as text.
    pub fn text(&self, progress: &ProgressBar) -> Result<String, String> {
        let bytes = self.bytes(progress).map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            format!("not UTF-8 at byte {at}")
        })
    }

    /// Puts in the place of each folder the JSON files in it and in its folders, in order.
    pub fn files(inputs: &[Self], console: &mut Console) -> io::Result<Vec<Self>> {
        let mut files = Vec::new();
        for input in inputs {
            if !input.path.is_dir() {
                files.push(input.clone());
                continue;
            }
            match json_files(&input.path) {
                Ok(found) if found.is_empty() => console.refuse(input, "no JSON file is in it")?,
                Ok(found) => files.extend(found.into_iter().map(|path| Self { path })),
                Err(error) => console.refuse(input, error)?,
            }
        }
        Ok(files)
    }
}

/// Returns the content of a file, unpacked where it is packed by gzip.
pub fn unpacked(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    if !bytes.starts_with(&GZIP) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    MultiGzDecoder::new(bytes.as_slice()).take(UNPACKED_MAX).read_to_end(&mut unpacked)?;
    if unpacked.len() as u64 == UNPACKED_MAX {
        return Err(io::Error::other(format!("more than {UNPACKED_MAX} bytes unpacked")));
    }
    Ok(unpacked)
}

fn json_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let mut paths: Vec<_> = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort_by(|a, b| a.as_os_str().cmp(b.as_os_str()));
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            // A link may lead back to a folder that it stands in.
            if !path.is_symlink() {
                files.extend(json_files(&path)?);
            }
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    Ok(files)
}

//! [`Found`]: the files of a walk, found before any of them is read.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::error::FileError;

/// How the names of files end that are read in a folder.
const ENDINGS: [&str; 3] = [".json", ".json.gz", ".zip"];

/// How they end, in words.
const ENDINGS_NAMED: &str = ".json, .json.gz or .zip";

/// Folders within folders are walked so deep: a path is no longer than that.
const DEPTH_MAX: usize = 64;

/// A file that a walk is to read.
#[derive(Debug)]
pub(crate) struct Found {
    /// The path as it is shown.
    pub name: String,
    pub place: Place,
    /// Its length on disk.
    pub bytes: u64,
}

#[derive(Debug)]
pub(crate) enum Place {
    Standard,
    File(PathBuf),
    /// Nothing can be read there.
    Nowhere(FileError),
}

impl Found {
    /// Finds a file by its path, or the files in a folder and its folders, in the order of names.
    pub(crate) fn at(path: &Path) -> Vec<Self> {
        let mut found = Vec::new();
        if path.as_os_str() == "-" {
            found.push(Self { name: String::from("-"), place: Place::Standard, bytes: 0 });
        } else if path.is_dir() {
            match within(path, DEPTH_MAX, &mut found) {
                Ok(()) if found.is_empty() => {
                    found.push(nowhere(path, FileError::Empty { expected: ENDINGS_NAMED }));
                }
                Ok(()) => {}
                Err(error) => found.push(nowhere(path, error)),
            }
        } else {
            found.push(file(path.to_owned()));
        }
        found
    }
}

fn file(path: PathBuf) -> Found {
    let bytes = fs::metadata(&path).map_or(0, |metadata| metadata.len());
    Found { name: path.display().to_string(), place: Place::File(path), bytes }
}

fn nowhere(path: &Path, why: FileError) -> Found {
    Found { name: path.display().to_string(), place: Place::Nowhere(why), bytes: 0 }
}

/// Adds the files of a folder; a folder in it that cannot be read is named, and passed over.
fn within(folder: &Path, depth: usize, found: &mut Vec<Found>) -> Result<(), FileError> {
    if depth == 0 {
        return Err(FileError::TooDeep { depth: DEPTH_MAX, folder: folder.to_owned() });
    }
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
    paths.sort_by(|one, other| one.as_os_str().cmp(other.as_os_str()));
    for path in paths {
        if path.is_dir() {
            // A link may lead back to a folder that it stands in.
            if !path.is_symlink()
                && let Err(error) = within(&path, depth - 1, found)
            {
                found.push(nowhere(&path, error));
            }
        } else if is_named_so(&path) {
            found.push(file(path));
        }
    }
    Ok(())
}

fn is_named_so(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

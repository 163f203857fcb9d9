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
    Nowhere(PathBuf, FileError),
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

/// Finds the files of some paths, in the order of a [`Walk`](crate::Walk) over them, and reads
/// none: those in a folder and its folders, and what is no folder as it is. What cannot be walked
/// has the reason in its place.
///
/// ```
/// let folder = std::env::temp_dir().join(format!("financials-found-{}", std::process::id()));
/// std::fs::create_dir_all(folder.join("more"))?;
/// std::fs::write(folder.join("b.json.gz"), "")?;
/// std::fs::write(folder.join("a.txt"), "")?;
/// std::fs::write(folder.join("more/a.json"), "")?;
///
/// let found = financials_files::files([&folder, &"-".into(), &"no.xml".into()]);
/// let found: Vec<_> = found.into_iter().map(|file| file.ok()).collect();
/// let known = ["b.json.gz", "more/a.json"].map(|name| Some(folder.join(name)));
/// assert_eq!(found[..2], known);
/// assert_eq!(found[2..], [Some("-".into()), Some("no.xml".into())]);
/// # std::fs::remove_dir_all(folder)?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn files<P: AsRef<Path>>(
    paths: impl IntoIterator<Item = P>,
) -> Vec<Result<PathBuf, (PathBuf, FileError)>> {
    let found = paths.into_iter().flat_map(|path| Found::at(path.as_ref()));
    let each = found.map(|found| match found.place {
        Place::Standard => Ok(PathBuf::from(found.name)),
        Place::File(path) => Ok(path),
        Place::Nowhere(path, why) => Err((path, why)),
    });
    each.collect()
}

fn file(path: PathBuf) -> Found {
    let bytes = fs::metadata(&path).map_or(0, |metadata| metadata.len());
    Found { name: path.display().to_string(), place: Place::File(path), bytes }
}

fn nowhere(path: &Path, why: FileError) -> Found {
    Found {
        name: path.display().to_string(),
        place: Place::Nowhere(path.to_owned(), why),
        bytes: 0,
    }
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

//! [`Draft`]: a file that takes its place when it is whole.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process,
};

/// A file that is written beside its place and put there when it is whole, so that what stands
/// there can be read until then, and is kept where it fails.
///
/// What is no regular file, such as a pipe, has no content to lose and is written as it is.
pub struct Draft {
    file: BufWriter<File>,
    /// Where it is written, and where it goes.
    places: Option<(PathBuf, PathBuf)>,
}

impl Draft {
    /// Starts a file that goes to a place.
    pub fn at(path: &Path) -> io::Result<Self> {
        let known = match fs::metadata(path) {
            Ok(known) => Some(known),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        if known.as_ref().is_some_and(|known| !known.is_file()) {
            return Ok(Self { file: BufWriter::new(File::create(path)?), places: None });
        }
        let target = match &known {
            // A link stays one, and what may not be written is not replaced.
            Some(_) => {
                OpenOptions::new().write(true).open(path)?;
                fs::canonicalize(path)?
            }
            None => path.to_owned(),
        };
        let mut name = OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(format!(".{}.part", process::id()));
        let draft = target.with_file_name(name);
        let file = OpenOptions::new().write(true).create_new(true).open(&draft)?;
        let made = Self { file: BufWriter::new(file), places: Some((draft, target)) };
        if let Some(known) = known {
            made.file.get_ref().set_permissions(known.permissions())?;
        }
        Ok(made)
    }

    /// Writes a text to a place.
    pub fn write(path: &Path, text: &str) -> io::Result<()> {
        let mut draft = Self::at(path)?;
        draft.write_all(text.as_bytes())?;
        draft.finish()
    }

    /// Puts it to its place.
    pub fn finish(mut self) -> io::Result<()> {
        self.file.flush()?;
        if let Some((draft, target)) = &self.places {
            fs::rename(draft, target)?;
            self.places = None;
        }
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some((draft, _)) = &self.places {
            drop(fs::remove_file(draft));
        }
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

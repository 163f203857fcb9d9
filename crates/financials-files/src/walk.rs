//! [`Walk`]: files, one at a time.

use std::{
    fmt,
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::Path,
    vec,
};

use crate::{
    archive::Archive,
    error::FileError,
    found::{Found, Place},
    member::Member,
    packed::{LIMIT, start, unpack},
    progress::Progress,
};

/// How a zip archive begins, with a member or, if it has none, with the end of its list.
const ZIP: [[u8; 4]; 2] = [*b"PK\x03\x04", *b"PK\x05\x06"];

/// A buffer that grew beyond this for one long member is given back before the next.
const KEPT: usize = 64 << 20;

/// A walk over files, folders and zip archives, which hands out one member after the other.
///
/// A path is a file, a folder of `.json`, `.json.gz` and `.zip` files with its folders, or `-` for
/// standard input. What a file is, is seen from its first bytes: a zip archive, something packed by
/// gzip, or neither. Of an archive the members ending in `.json` are read, in the order of their
/// names. Links to folders inside a folder are not followed.
///
/// One buffer serves all members, so that memory is bounded by the longest of them, and by a
/// [limit](Self::with_limit).
pub struct Walk {
    waiting: vec::IntoIter<Found>,
    archive: Option<(Archive, u64)>,
    name: String,
    buffer: Vec<u8>,
    limit: u64,
    progress: Progress,
    listener: Option<Box<dyn FnMut(Progress) + Send>>,
}

impl fmt::Debug for Walk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Walk")
            .field("waiting", &self.waiting.len())
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}

impl Walk {
    /// Finds the files of some paths, in order; none is read yet.
    pub fn over<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Self {
        let found: Vec<Found> =
            paths.into_iter().flat_map(|path| Found::at(path.as_ref())).collect();
        let bytes_total = found.iter().map(|file| file.bytes).sum();
        Self {
            waiting: found.into_iter(),
            archive: None,
            name: String::new(),
            buffer: Vec::new(),
            limit: LIMIT,
            progress: Progress { bytes_total, ..Progress::default() },
            listener: None,
        }
    }

    /// Allows members to have so many bytes, unpacked; 2^30 unless told.
    #[must_use]
    pub fn with_limit(self, limit: u64) -> Self {
        Self { limit, ..self }
    }

    /// Says how far the walk is whenever a member is handed out.
    #[must_use]
    pub fn on_progress(self, listener: impl FnMut(Progress) + Send + 'static) -> Self {
        Self { listener: Some(Box::new(listener)), ..self }
    }

    /// Returns how far the walk is.
    #[must_use]
    pub const fn progress(&self) -> Progress {
        self.progress
    }

    /// Reads the next member; nothing where all were handed out.
    ///
    /// It is no iterator, since the bytes stand in a buffer that the next one is read into.
    #[expect(clippy::should_implement_trait, reason = "a member is lent")]
    pub fn next(&mut self) -> Option<Member<'_>> {
        self.buffer.clear();
        if self.buffer.capacity() > KEPT {
            self.buffer = Vec::new();
        }
        let read = self.read()?;
        self.progress.members += 1;
        self.progress.failed += u64::from(read.is_err());
        if let Some(listener) = &mut self.listener {
            listener(self.progress);
        }
        Some(Member { name: &self.name, content: read.map(|()| self.buffer.as_slice()) })
    }

    fn read(&mut self) -> Option<Result<(), FileError>> {
        if let Some((archive, end)) = &mut self.archive {
            if let Some((name, bytes, read)) = archive.next(&mut self.buffer, self.limit) {
                self.name = name;
                self.progress.bytes = (self.progress.bytes + bytes).min(*end);
                return Some(read);
            }
            self.progress.bytes = *end;
            self.archive = None;
        }
        let Found { name, place, bytes } = self.waiting.next()?;
        self.name = name;
        let end = self.progress.bytes + bytes;
        let read = match place {
            Place::Nowhere(_, why) => Err(why),
            Place::Standard => self.standard(),
            Place::File(path) => self.file(&path),
        };
        match read {
            Ok(Some(archive)) => {
                self.archive = Some((archive, end));
                return self.read();
            }
            Ok(None) => self.progress.bytes = end,
            Err(error) => {
                self.progress.bytes = end;
                return Some(Err(error));
            }
        }
        Some(Ok(()))
    }

    fn standard(&mut self) -> Result<Option<Archive>, FileError> {
        let mut input = io::stdin().lock();
        let start = start(&mut input)?;
        if ZIP.iter().any(|zip| start.starts_with(zip)) {
            return Err(FileError::NotAFile);
        }
        let whole = io::Cursor::new(&start).chain(input);
        unpack(&start, whole, &mut self.buffer, self.limit)?;
        Ok(None)
    }

    /// Reads a file, or opens it as the archive that it is.
    fn file(&mut self, path: &Path) -> Result<Option<Archive>, FileError> {
        let mut file = File::open(path)?;
        let start = start(&mut file)?;
        if ZIP.iter().any(|zip| start.starts_with(zip)) {
            return Archive::open(&self.name, file).map(Some);
        }
        // A pipe cannot be read from its start again.
        match file.seek(SeekFrom::Start(0)) {
            Ok(_) => unpack(&start, file, &mut self.buffer, self.limit)?,
            Err(_) => {
                let whole = io::Cursor::new(&start).chain(file);
                unpack(&start, whole, &mut self.buffer, self.limit)?;
            }
        }
        Ok(None)
    }
}

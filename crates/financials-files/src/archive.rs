//! [`Archive`]: a zip archive that is being read.

use std::{
    fs::File,
    io::{self, BufReader},
};

use zip::ZipArchive;

use crate::{error::FileError, packed::read};

/// How the names of members end that are read.
const ENDING: &str = ".json";

/// A zip archive with the members that are still to be read.
#[derive(Debug)]
pub(crate) struct Archive {
    name: String,
    zip: ZipArchive<BufReader<File>>,
    /// The members by name and place, the next one last.
    waiting: Vec<(String, usize)>,
}

impl Archive {
    /// Reads the list of members.
    pub(crate) fn open(name: &str, file: File) -> Result<Self, FileError> {
        let zip = ZipArchive::new(BufReader::new(file));
        let zip = zip.map_err(|error| FileError::Archive { reason: error.to_string() })?;
        // A name that is no text stands for a member that is not read.
        let names = zip.file_names().enumerate().filter_map(|(at, name)| Some((name.ok()?, at)));
        let named = names.filter(|(name, _)| name.ends_with(ENDING));
        let mut waiting: Vec<(String, usize)> =
            named.map(|(name, at)| (name.into_owned(), at)).collect();
        if waiting.is_empty() {
            return Err(FileError::Empty { expected: ENDING });
        }
        waiting.sort_unstable_by(|one, other| other.cmp(one));
        Ok(Self { name: name.to_owned(), zip, waiting })
    }

    /// Reads the next member into a buffer of at most a number of bytes; returns its name, how many
    /// bytes it has in the archive, and whether it could be read.
    pub(crate) fn next(
        &mut self,
        buffer: &mut Vec<u8>,
        limit: u64,
    ) -> Option<(String, u64, Result<(), FileError>)> {
        let (name, place) = self.waiting.pop()?;
        let shown = format!("{}/{name}", self.name);
        let mut member = match self.zip.by_index(place) {
            Ok(member) => member,
            Err(error) => return Some((shown, 0, Err(io::Error::other(error).into()))),
        };
        let packed = member.compressed_size();
        Some((shown, packed, read(&mut member, buffer, limit)))
    }
}

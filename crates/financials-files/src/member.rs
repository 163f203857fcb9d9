//! [`Member`]: what a walk hands out.

use crate::error::FileError;

/// A file of a walk, or a member of an archive, with its bytes, unpacked.
#[derive(Debug)]
pub struct Member<'a> {
    pub(crate) name: &'a str,
    pub(crate) content: Result<&'a [u8], FileError>,
}

impl<'a> Member<'a> {
    /// Returns the path: that of the file, and of a member the archive's path and its own.
    ///
    /// Standard input is `-`.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// Returns the name without folders and without the endings of a file: `CIK0000320193`.
    ///
    /// ```
    /// use financials_files::Walk;
    ///
    /// let mut walk = Walk::over(["companies/AAPL.json.gz"]);
    /// assert_eq!(walk.next().map(|member| member.stem().to_owned()), Some("AAPL".to_owned()));
    /// ```
    #[must_use]
    pub fn stem(&self) -> &'a str {
        let name = self.name.rsplit(['/', '\\']).next().unwrap_or(self.name);
        let name = name.strip_suffix(".gz").unwrap_or(name);
        name.strip_suffix(".json").unwrap_or(name)
    }

    /// Returns the bytes.
    ///
    /// # Errors
    ///
    /// Returns why it could not be read.
    pub fn content(self) -> Result<&'a [u8], FileError> {
        self.content
    }
}

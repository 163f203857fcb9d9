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
        stem(self.name)
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

/// Returns the name of a file without folders and without its endings.
fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let name = name.strip_suffix(".gz").unwrap_or(name);
    name.strip_suffix(".json").unwrap_or(name)
}

/// Returns what a file may be called after, such as a ticker, the longest first: its name without
/// folders and endings, up to the first dot or underscore, and up to the first mark of any kind.
///
/// ```
/// use financials_files::names_of;
///
/// assert_eq!(names_of("companies/AAPL.json.gz"), ["AAPL", "AAPL", "AAPL"]);
/// assert_eq!(names_of("BRK-B_2025.json"), ["BRK-B_2025", "BRK-B", "BRK"]);
/// assert_eq!(names_of("aapl-20250329.htm"), ["aapl-20250329.htm", "aapl-20250329", "aapl"]);
/// ```
#[must_use]
pub fn names_of(path: &str) -> [&str; 3] {
    let stem = stem(path);
    let up_to = |is_end: fn(char) -> bool| stem.split(is_end).next().unwrap_or(stem);
    [stem, up_to(|mark| matches!(mark, '.' | '_')), up_to(|mark| !mark.is_alphanumeric())]
}

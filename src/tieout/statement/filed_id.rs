//! [`FiledId`]: how a ruling names the figure of a filing.

use core::fmt;

use alloc::{format, string::String};

/// The parts of an id by which rulings name the figure of a filing.
///
/// ```
/// use financials::tieout::FiledId;
///
/// let id = FiledId::parse("filing:PLTR:revenue:2025Q2:GAAP", "PLTR").ok_or("another id")?;
/// assert_eq!((id.measure, id.period, id.basis), ("revenue", "2025Q2", "GAAP"));
/// assert_eq!(id.to_string(), "filing:PLTR:revenue:2025Q2:GAAP");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiledId<'a> {
    /// Whose figure it is.
    pub subject: &'a str,
    /// The name of its measure, which may have colons of its own: `segment_revenue:iphone`.
    pub measure: &'a str,
    /// Its period: a fiscal label, or dates where it has none.
    pub period: &'a str,
    /// The basis that it is on: `GAAP`, `IFRS` or `adjusted`.
    pub basis: &'a str,
}

const FILING: &str = "filing:";

impl<'a> FiledId<'a> {
    /// Reads the id of a subject's figure; nothing of another subject's, or of a claim's.
    #[must_use]
    pub fn parse(id: &'a str, subject: &str) -> Option<Self> {
        let rest = id.strip_prefix(FILING)?;
        let own = rest.strip_prefix(subject)?.strip_prefix(':')?;
        let (own, basis) = own.rsplit_once(':')?;
        let (measure, period) = own.rsplit_once(':')?;
        Some(Self { subject: rest.get(..subject.len())?, measure, period, basis })
    }
}

/// Returns the id of a filed figure, of which [`FiledId::parse`] gives the parts.
pub(crate) fn filed_id(
    subject: &str,
    measure: &impl fmt::Display,
    period: &impl fmt::Display,
    basis: &impl fmt::Display,
) -> String {
    format!("{FILING}{subject}:{measure}:{period}:{basis}")
}

impl fmt::Display for FiledId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&filed_id(self.subject, &self.measure, &self.period, &self.basis))
    }
}

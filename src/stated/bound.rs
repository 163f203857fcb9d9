//! [`Bound`]: what the words around a figure say of its value.

use core::fmt;

use serde::{Deserialize, Serialize};

/// What the words around a figure say of its value.
///
/// A bound speaks of the magnitude: "down more than 5%" is below -5%.
///
/// ```
/// use financials::{Stated, stated::Bound};
///
/// assert_eq!(Stated::parse("in excess of $65 billion")?.bound(), Bound::MoreThan);
/// assert_eq!(Stated::parse("600-plus")?.bound(), Bound::AtLeast);
/// # Ok::<(), financials::stated::StatedError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Bound {
    /// No hedge: the value is correct to half of its last place.
    Stated,
    /// `about`, `roughly`, `~`: the value is correct to its last place.
    About,
    /// `more than`, `over`, `in excess of`, `>`: the value lies above.
    MoreThan,
    /// `less than`, `under`, `below`, `<`: the value lies below.
    LessThan,
    /// `at least`, `no less than`, `600-plus`, `or more`, `≥`.
    AtLeast,
    /// `at most`, `up to`, `as much as`, `not exceeding`, `or less`, `≤`.
    AtMost,
    /// `nearly`, `almost`: the value lies below, by no more than one unit of its last place.
    Nearly,
}

impl Bound {
    /// Returns the words that [`Stated`](super::Stated) prints before the figure.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Stated => "",
            Self::About => "about",
            Self::MoreThan => "more than",
            Self::LessThan => "less than",
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
            Self::Nearly => "nearly",
        }
    }

    /// Returns the name used in data, such as `more_than`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::About => "about",
            Self::MoreThan => "more_than",
            Self::LessThan => "less_than",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Nearly => "nearly",
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

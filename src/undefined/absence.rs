//! [`Absence`]: why a figure that a company's filings might give is not there.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Why no filing of a company gives a figure, nor makes it up.
///
/// A report that comes from filings carries it
/// ([`ReportBuilder::absent`](crate::report::ReportBuilder::absent)), so that a metric without a
/// value says what is the matter and not only what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Absence {
    /// The company tags none of the item's concepts.
    NotTagged,
    /// No filing gives the period, nor a longer one to derive it from.
    NotReported,
    /// The fiscal year is missing that it would be derived from.
    MissingYear,
    /// The first nine months are missing that it would be derived from.
    MissingNineMonths,
    /// The first half is missing that it would be derived from.
    MissingHalf,
    /// The first quarter is missing that it would be derived from.
    MissingFirstQuarter,
    /// The figures it would be derived from are not of one vintage: one is restated and the other
    /// is not, or they were restated by different events.
    MixedVintage,
    /// The figures it would be derived from are tagged with concepts that differ where both are
    /// given.
    MixedConcepts,
    /// The year-to-date figures do not begin on one day.
    DifferentStarts,
    /// The concept does not add up over time: per-share amounts, weighted share counts, averages.
    NotAdditive,
    /// The four quarters up to the date are not all there.
    Gap,
    /// The result cannot be held exactly.
    OutOfRange,
    /// The filing says it in two ways that have no value in common.
    Contradicted,
    /// It is given in a way that cannot be read, in a filing or in a table.
    Unreadable,
}

impl Absence {
    /// Returns the stable name for machines: `mixed_vintage`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotTagged => "not_tagged",
            Self::NotReported => "not_reported",
            Self::MissingYear => "missing_year",
            Self::MissingNineMonths => "missing_nine_months",
            Self::MissingHalf => "missing_half",
            Self::MissingFirstQuarter => "missing_first_quarter",
            Self::MixedVintage => "mixed_vintage",
            Self::MixedConcepts => "mixed_concepts",
            Self::DifferentStarts => "different_starts",
            Self::NotAdditive => "not_additive",
            Self::Gap => "gap",
            Self::OutOfRange => "out_of_range",
            Self::Contradicted => "contradicted",
            Self::Unreadable => "unreadable",
        }
    }

    /// Returns whether an amount is given all the same, which is then no zero.
    pub(crate) const fn is_given(self) -> bool {
        matches!(self, Self::OutOfRange | Self::Contradicted | Self::Unreadable)
    }
}

impl fmt::Display for Absence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotTagged => "no concept of the item is tagged",
            Self::NotReported => "not reported",
            Self::MissingYear => "the fiscal year is missing",
            Self::MissingNineMonths => "the first nine months are missing",
            Self::MissingHalf => "the first half is missing",
            Self::MissingFirstQuarter => "the first quarter is missing",
            Self::MixedVintage => "figures as first filed and restated ones do not mix",
            Self::MixedConcepts => "figures of different concepts do not mix",
            Self::DifferentStarts => "the figures do not begin on one day",
            Self::NotAdditive => "not additive over time",
            Self::Gap => "four consecutive quarters are not all there",
            Self::OutOfRange => "the result cannot be held exactly",
            Self::Contradicted => "the filing says it in two ways that contradict each other",
            Self::Unreadable => "it is given in a way that cannot be read",
        })
    }
}

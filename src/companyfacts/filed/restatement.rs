//! [`Restatement`]: a figure that a later filing gave otherwise.

use core::fmt;

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    rounding::{self, UnitKind},
    timeline::Version,
    tracks::Tracks,
};
use crate::companyfacts::reading::document::CompanyFacts;
use crate::figure::Accession;

/// A figure that a later filing gave otherwise than the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Restatement {
    /// What the change is.
    pub class: RestatementClass,
    /// First day of the period; nothing for an instant.
    pub start: Option<Date>,
    /// Last day of the period.
    pub end: Date,
    /// What the first filing gave.
    pub first: FiledValue,
    /// What the last filing gave.
    pub latest: FiledValue,
}

/// What one filing gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FiledValue {
    /// The value as filed.
    #[serde(with = "crate::decimal::wire")]
    pub value: Decimal,
    /// The name of the form.
    pub form: String,
    /// The filing.
    pub accession: Accession,
    /// The day on which it was filed.
    pub filed: Date,
}

/// What a change between filings is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RestatementClass {
    /// The same value, rounded otherwise.
    Rerounded,
    /// The same value, for the shares after a stock split.
    Split,
    /// An amendment (10-K/A, 10-Q/A) gave the new value first.
    Amended,
    /// The figure is tagged with another concept than before.
    ReclassifiedTag,
    /// The company gave another value: a correction, a new accounting standard, a discontinued
    /// operation.
    Changed,
}

impl RestatementClass {
    /// Returns the stable name for machines: `reclassified_tag`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Rerounded => "rerounded",
            Self::Split => "split",
            Self::Amended => "amended",
            Self::ReclassifiedTag => "reclassified_tag",
            Self::Changed => "changed",
        }
    }
}

impl fmt::Display for RestatementClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rerounded => "the same value, rounded otherwise",
            Self::Split => "the same value, for the shares after a split",
            Self::Amended => "another value, first in an amendment",
            Self::ReclassifiedTag => "another value, under another concept",
            Self::Changed => "another value",
        })
    }
}

/// Holds the first filing of each period against the last.
pub(crate) fn of_tracks(facts: &CompanyFacts, tracks: &Tracks<'_>) -> Vec<Restatement> {
    let measure = UnitKind::of(tracks.unit);
    let given = |version: &Version| FiledValue {
        value: version.fact.value,
        form: facts.form_name(&version.fact).to_owned(),
        accession: version.fact.accession,
        filed: version.fact.filed,
    };
    let restated = tracks.timelines.iter().filter_map(|(_, timeline)| {
        let (first, later) = timeline.versions.split_first()?;
        let latest = later.last()?;
        if latest.fact.value == first.fact.value {
            return None;
        }
        let changed = later.iter().find(|version| version.agrees(latest))?;
        // Here a figure's own last digit counts, however finely the filing gives its neighbours:
        // half a million in a note is later 455 thousand.
        let places = [first, latest].map(|v| rounding::place(v.fact.value, measure));
        let place = places.into_iter().max().unwrap_or_default();
        let class = if rounding::agree(first.fact.value, latest.fact.value, place) {
            RestatementClass::Rerounded
        } else if facts.form_name(&changed.fact).ends_with("/A") {
            RestatementClass::Amended
        } else if latest.track != first.track {
            RestatementClass::ReclassifiedTag
        } else {
            RestatementClass::Changed
        };
        let (start, end) = (timeline.start, timeline.end);
        Some(Restatement { class, start, end, first: given(first), latest: given(latest) })
    });
    restated.collect()
}

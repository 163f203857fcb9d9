//! [`Segment`] and [`Breakdown`]: parts of the company, and how they make up the whole.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::{IncomeStatement, ReportError};
use crate::{item::Name, metric::Measure};

/// A part of the company with figures of its own: a business, a region, a customer group (ASC 280).
///
/// What the parts sold to one another is a segment of its own, usually named `eliminations`, with
/// negative amounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    pub(super) name: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) label: Option<String>,
    pub(super) income: IncomeStatement,
}

impl Segment {
    /// Returns the name in formulas: `us_commercial`, whose revenue is `revenue:us_commercial`.
    #[must_use]
    pub const fn name(&self) -> Name {
        self.name
    }

    /// Returns the name as the company prints it, if it was given.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// Returns the segment's figures.
    #[must_use]
    pub const fn income(&self) -> &IncomeStatement {
        &self.income
    }
}

/// A statement of the company's that parts make up a whole.
///
/// The parts are held against the whole within the accuracy of each, and a difference is a
/// [`Finding`](crate::report::Finding): a filer's own table may not tie out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Breakdown {
    pub(crate) whole: Measure,
    pub(crate) parts: Vec<Measure>,
}

impl Breakdown {
    /// Returns the whole.
    #[must_use]
    pub const fn whole(&self) -> Measure {
        self.whole
    }

    /// Holds that every part that is a segment's is one of the report's segments: a misspelt one
    /// would switch the check off without a word.
    pub(super) fn has_its_parts(&self, segments: &[Segment]) -> Result<(), ReportError> {
        let is_there = |part: &&Measure| match part {
            Measure::Named(named) if named.name().item().is_some() => {
                let name = named.name();
                debug_assert!(name.as_str().contains(':'), "the item of a name ends at a colon");
                let (_, segment) = name.as_str().split_once(':').unwrap_or_default();
                segments.iter().any(|known| known.name.as_str() == segment)
            }
            _ => true,
        };
        match self.parts.iter().find(|part| !is_there(part)) {
            Some(part) => Err(ReportError::NoSegment { whole: self.whole, part: *part }),
            None => Ok(()),
        }
    }

    /// Returns the parts, eliminations included.
    #[must_use]
    pub fn parts(&self) -> &[Measure] {
        &self.parts
    }
}

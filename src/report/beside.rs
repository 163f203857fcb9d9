//! [`Beside`]: what only some reports have beside the figures of their line items.

use alloc::{collections::BTreeMap, vec::Vec};

use super::{AdjustedMeasure, Breakdown, Segment};
use crate::{figure::Figure, metric::Measure};

/// What only some reports have beside the figures of their line items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// The figures of segments, and the measures of the company's own.
    pub others: BTreeMap<Measure, Figure>,
    pub segments: Vec<Segment>,
    pub breakdowns: Vec<Breakdown>,
    pub adjusted: BTreeMap<Measure, AdjustedMeasure>,
}

impl Beside {
    pub(super) fn is_empty(&self) -> bool {
        let Self { others, segments, breakdowns, adjusted } = self;
        others.is_empty() && segments.is_empty() && breakdowns.is_empty() && adjusted.is_empty()
    }
}

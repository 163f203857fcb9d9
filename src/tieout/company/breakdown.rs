//! [`Breakdown`]: segments that make up a whole.

use alloc::vec::Vec;

use crate::{item::Name, metric::Measure};

/// Segments that a document declares to be all of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Breakdown {
    pub measure: Measure,
    pub segments: Vec<Name>,
}

//! [`Source`]: the batches of a data frame, by the names of their columns.

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::SchemaRef;

use crate::error::TableError;

/// The columns that are no amounts.
pub(super) const ENTITY: &str = "entity";
pub(super) const START: &str = "period_start";
pub(super) const END: &str = "period_end";
pub(super) const KIND: &str = "period_kind";
pub(super) const CURRENCY: &str = "currency";
pub(super) const BASIS: &str = "basis";

/// The batches that are read.
pub(super) struct Source<'a> {
    pub(super) batches: &'a [RecordBatch],
    pub(super) schema: SchemaRef,
}

impl Source<'_> {
    /// Returns the arrays of a column, one for each batch.
    pub(super) fn column(
        &self,
        name: &str,
        needed: &'static str,
    ) -> Result<Vec<ArrayRef>, TableError> {
        let found = self.batches.iter().map(|batch| batch.column_by_name(name).cloned());
        found.collect::<Option<Vec<_>>>().ok_or_else(|| {
            let names = self.schema.fields().iter().map(|field| field.name().as_str());
            let present = names.collect::<Vec<_>>().join(", ");
            TableError::NoColumn { column: needed, present }
        })
    }

    /// Returns the arrays of a column that may be left out.
    pub(super) fn optional(&self, name: &'static str) -> Result<Option<Vec<ArrayRef>>, TableError> {
        match self.schema.index_of(name) {
            Ok(_) => self.column(name, name).map(Some),
            Err(_) => Ok(None),
        }
    }
}

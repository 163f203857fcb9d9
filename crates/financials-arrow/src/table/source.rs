//! [`Source`]: the batches of a data frame, by the names of their columns.

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{Field, Schema, SchemaRef};

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
    pub(super) fn column(&self, name: &str) -> Result<Vec<ArrayRef>, TableError> {
        let of = |batch: &RecordBatch| {
            let schema = batch.schema();
            let Some((at, field)) = schema.column_with_name(name) else {
                return Err(missing(name, &schema));
            };
            let same = schema.fields().iter().filter(|field| field.name() == name);
            if same.count() > 1 {
                let [measure, one, other] = [name; 3].map(str::to_owned);
                return Err(TableError::TwoColumns { measure, one, other });
            }
            hold_plain(field)?;
            Ok(batch.column(at).clone())
        };
        self.batches.iter().map(of).collect()
    }

    /// Returns the arrays of a column that may be left out.
    pub(super) fn optional(&self, name: &'static str) -> Result<Option<Vec<ArrayRef>>, TableError> {
        match self.schema.index_of(name) {
            Ok(_) => self.column(name).map(Some),
            Err(_) => Ok(None),
        }
    }
}

/// Holds that numbers are what they say: what an extension type stores is not. Its text is text.
fn hold_plain(field: &Field) -> Result<(), TableError> {
    let of = field.data_type();
    match field.extension_type_name() {
        Some(extension) if of.is_numeric() || of.is_temporal() => Err(TableError::Extension {
            column: field.name().clone(),
            extension: extension.to_owned(),
            storage: of.clone(),
        }),
        _ => Ok(()),
    }
}

/// Says that a column is not there.
pub(super) fn missing(column: &str, schema: &Schema) -> TableError {
    let names = schema.fields().iter().map(|field| field.name().as_str());
    let present = names.collect::<Vec<_>>().join(", ");
    TableError::NoColumn { column: column.to_owned(), present }
}

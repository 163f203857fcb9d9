//! [`Tuple`]: facts that make a record together.

use core::fmt;

use super::{
    qname::{QName, QNameId},
    row::TupleId,
    table::Table,
};

/// Facts that make a record together, such as a person's name and age. None of them is a figure of
/// the entity as a whole.
#[derive(Clone, Copy)]
pub struct Tuple<'a> {
    pub(super) table: &'a Table,
    pub(super) id: TupleId,
}

impl<'a> Tuple<'a> {
    /// Returns the concept.
    #[must_use]
    pub fn concept(self) -> QName<'a> {
        let concept = self.table.tuple(self.id).map_or(QNameId(u32::MAX), |row| row.concept);
        self.table.names.get(concept)
    }

    /// Returns the tuple that it stands in itself.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        let id = self.table.tuple(self.id)?.parent?;
        Some(Self { table: self.table, id })
    }
}

impl PartialEq for Tuple<'_> {
    /// Two are the same if they are one record of one table.
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.table, other.table) && self.id == other.id
    }
}

impl Eq for Tuple<'_> {}

impl fmt::Debug for Tuple<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tuple({} #{})", self.concept(), self.id.0)
    }
}

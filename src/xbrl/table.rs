//! [`Table`]: the facts of a document with what they share.

use alloc::{boxed::Box, string::String, vec::Vec};

use rust_decimal::Decimal;

use super::{
    context::ContextRow,
    qname::{QNameId, QNames},
    row::{Row, TupleId},
    unit::UnitRow,
};

/// Facts with what they share: each name, context and unit stands once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) names: QNames,
    pub(super) contexts: Vec<ContextRow>,
    pub(super) units: Vec<UnitRow>,
    pub(super) fractions: Vec<(Decimal, Decimal)>,
    pub(super) tuples: Vec<TupleRow>,
    pub(super) texts: String,
    pub(super) documents: Vec<Box<str>>,
    pub(super) rows: Vec<Row>,
    /// Numbers that cannot be read, as far as they say of what they are.
    pub(super) unread: Vec<Row>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TupleRow {
    pub(super) concept: QNameId,
    pub(super) parent: Option<TupleId>,
}

impl Table {
    pub(super) fn context(&self, row: &Row) -> Option<&ContextRow> {
        self.contexts.get(row.context as usize)
    }

    pub(super) fn tuple(&self, id: TupleId) -> Option<&TupleRow> {
        self.tuples.get(id.0 as usize)
    }
}

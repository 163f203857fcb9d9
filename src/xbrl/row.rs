//! [`Row`]: how a table holds a fact.

use rust_decimal::Decimal;

use super::{
    decimals::{Decimals, Precision},
    qname::QNameId,
};

/// A fact as a table holds it; names, texts, contexts and units stand once beside the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) concept: QNameId,
    /// Among the contexts; while a document is read, among the references to them.
    pub(super) context: u32,
    /// Among the units; while a document is read, among the references to them.
    pub(super) unit: Option<UnitId>,
    pub(super) value: Stored,
    pub(super) rounding: RowAccuracy,
    pub(super) id: Text,
    pub(super) raw: Text,
    pub(super) language: Text,
    pub(super) format: Option<QNameId>,
    pub(super) scale: i32,
    pub(super) byte: u32,
    pub(super) document: u16,
    pub(super) marks: u8,
    /// Among the tuples; while a document is read, `tuple_ref` may name it.
    pub(super) tuple: Option<TupleId>,
}

/// The place of a unit among those of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct UnitId(pub(super) u32);

/// The place of a tuple among those of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct TupleId(pub(super) u32);

/// What a fact says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stored {
    Nil,
    Number(Decimal),
    /// Among the fractions.
    Fraction(u32),
    Text(Text),
    /// A text that was not kept, and how many bytes it has.
    Long(u32),
}

/// How precise a number says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowAccuracy {
    Unsaid,
    Decimals(Decimals),
    Precision(Precision),
}

/// A stretch of the table's text; one that is not there is longer than any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Text {
    start: u32,
    bytes: u32,
}

impl Text {
    pub(super) const NONE: Self = Self { start: 0, bytes: u32::MAX };

    pub(super) const fn new(start: u32, bytes: u32) -> Self {
        Self { start, bytes }
    }

    pub(super) fn of(self, texts: &str) -> Option<&str> {
        let start = self.start as usize;
        texts.get(start..start.checked_add(self.bytes as usize)?)
    }
}

/// The sign of an inline number was given by its attribute.
pub(super) const NEGATED: u8 = 1;
/// It stands where nobody sees it.
pub(super) const HIDDEN: u8 = 2;
/// A minus stands in the text of an inline number.
pub(super) const MINUS_IN_TEXT: u8 = 4;
/// Markup stands inside a number.
pub(super) const MARKUP: u8 = 8;

/// 100 bytes hold a fact, beside its texts; it takes some 600 bytes of a document.
const _: () = assert!(size_of::<Row>() <= 100);

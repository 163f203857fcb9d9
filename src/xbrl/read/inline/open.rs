//! [`Open`]: an element of inline XBRL whose end is still to come.

use alloc::{string::String, vec::Vec};

use quick_xml::events::BytesStart;
use rust_decimal::Decimal;

use super::capture::{Excluded, Stretch};
use crate::{
    decimal::excerpt,
    xbrl::{
        bounds::NUMBER_BYTES_MAX,
        fault::Fault,
        read::{number::number, parts},
        row::{self, Row, TupleId},
        transform::Transform,
    },
};

/// An element of inline XBRL that is open.
pub(super) struct Level<'i> {
    pub(super) depth: usize,
    pub(super) open: Open<'i>,
}

pub(super) enum Open<'i> {
    Number(OpenFact<'i>),
    Text(OpenFact<'i>, Option<String>),
    Fraction(OpenFact<'i>, [Option<Decimal>; 2]),
    /// The numerator or the denominator of a fraction, by its place.
    Part(OpenFact<'i>, usize),
    Tuple(TupleId),
    /// What is left out, with how many entities that are not defined came before it.
    Exclude(Excluded, usize),
    Continuation(OpenPiece),
    Hidden,
}

/// A piece of a text that is continued, while its own text is still to come.
pub(super) struct OpenPiece {
    pub(super) id: String,
    pub(super) next: Option<String>,
    pub(super) byte: usize,
    /// How many entities that are not defined came before it.
    pub(super) entities: usize,
}

/// A fact whose text is still to come.
pub(super) struct OpenFact<'i> {
    pub(super) start: BytesStart<'i>,
    pub(super) row: Row,
    pub(super) tuple: Option<u32>,
    /// Whether it is of the target that is read.
    pub(super) wanted: bool,
    pub(super) nil: bool,
    pub(super) transform: Option<Transform>,
    pub(super) stretch: Stretch,
    /// Where elements of XHTML begin and end in a number.
    pub(super) tags: Vec<usize>,
    /// The stretch of a number that is nested.
    pub(super) nested: Option<(usize, usize)>,
    /// How many entities that are not defined came before it.
    pub(super) entities: usize,
    pub(super) fault: Option<Fault>,
}

impl<'i> Open<'i> {
    pub(super) fn fact(&mut self) -> Option<&mut OpenFact<'i>> {
        match self {
            Self::Number(fact)
            | Self::Text(fact, _)
            | Self::Fraction(fact, _)
            | Self::Part(fact, _) => Some(fact),
            _ => None,
        }
    }

    pub(super) fn tuple(&self) -> Option<TupleId> {
        match self {
            Self::Tuple(id) => Some(*id),
            _ => None,
        }
    }
}

impl OpenFact<'_> {
    /// Returns whether its text counts: some transformations give one value whatever it is.
    pub(super) fn counts(&self) -> bool {
        self.transform.is_none_or(|transform| !transform.is_fixed())
    }

    /// Returns the number of an inline element: its text transformed, scaled and signed.
    pub(super) fn number(&mut self, text: &str, bytes: usize) -> Result<Decimal, Fault> {
        let (scale, negate) = (self.row.scale, self.row.marks & row::NEGATED != 0);
        let Some(transform) = self.transform else {
            if bytes > NUMBER_BYTES_MAX {
                return Err(Fault::TooLong { bytes, limit: NUMBER_BYTES_MAX });
            }
            if text.starts_with('-') {
                self.row.marks |= row::MINUS_IN_TEXT;
                if negate {
                    return Err(Fault::TwoSigns { text: excerpt(text) });
                }
            }
            return number(text, scale, negate);
        };
        if bytes > NUMBER_BYTES_MAX && !transform.is_fixed() {
            return Err(Fault::TooLong { bytes, limit: NUMBER_BYTES_MAX });
        }
        let Some(plain) = transform.apply(text) else {
            let format = parts::written(&self.start, "format");
            return Err(Fault::Transform { format, text: excerpt(text) });
        };
        number(&plain, scale, negate).map_err(|fault| match fault {
            Fault::Number { .. } => Fault::Number { text: excerpt(text) },
            Fault::Digits { scale, .. } => Fault::Digits { text: excerpt(text), scale },
            fault => fault,
        })
    }
}

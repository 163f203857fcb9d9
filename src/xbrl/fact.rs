//! [`Fact`]: one fact of a table.

use core::fmt;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{
    context::{DimensionValue, Entity, Member},
    decimals::{Decimals, Precision},
    period::FactPeriod,
    qname::QName,
    row::{self, Row, RowAccuracy, Stored},
    table::Table,
    tuple::Tuple,
    unit::FactUnit,
};
use crate::{
    arith,
    figure::{Accuracy, Source},
    tieout::xbrl::RoundedFact,
};

/// One fact of a table: what is said of whom and when, how precisely, and where it stands.
///
/// It is a reference into its [`Facts`](super::Facts), and costs nothing to copy.
///
/// Serde writes it as one flat record, which is a line of the program's output: `concept`, `value`
/// as text, `decimals` as an integer, `"INF"` or null, `unit`, `start`, `end` and `instant` as days
/// that are part of the period, `dims`, `nil`, `id`, and how it was written.
#[derive(Clone, Copy)]
pub struct Fact<'a> {
    pub(super) table: &'a Table,
    pub(super) row: &'a Row,
}

/// What a fact says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Content<'a> {
    /// Nothing, and it says so: neither zero nor absent.
    Nil,
    /// A number, exactly, in whole units.
    Number(Decimal),
    /// A number as a quotient.
    #[non_exhaustive]
    Fraction {
        /// What is divided.
        numerator: Decimal,
        /// By what; it is not zero.
        denominator: Decimal,
    },
    /// A text, without white space at its ends.
    Text(&'a str),
    /// A text longer than [`Reader::texts`](super::Reader::texts) allows, which was not kept.
    #[non_exhaustive]
    LongText {
        /// How long it is.
        bytes: usize,
    },
}

impl<'a> Fact<'a> {
    /// Returns the concept.
    #[must_use]
    pub fn concept(self) -> QName<'a> {
        self.table.names.get(self.row.concept)
    }

    /// Returns what it says.
    #[must_use]
    pub fn content(self) -> Content<'a> {
        match self.row.value {
            Stored::Nil => Content::Nil,
            Stored::Number(value) => Content::Number(value),
            Stored::Fraction(at) => {
                let parts = self.table.fractions.get(at as usize);
                debug_assert!(parts.is_some(), "a fraction is a place in the table");
                let (numerator, denominator) = parts.copied().unwrap_or_default();
                Content::Fraction { numerator, denominator }
            }
            Stored::Text(text) => {
                let text = text.of(&self.table.texts);
                debug_assert!(text.is_some(), "a text is a place in the table");
                Content::Text(text.unwrap_or_default())
            }
            Stored::Long(bytes) => Content::LongText { bytes: bytes as usize },
        }
    }

    /// Returns the number of a numeric fact that is not nil.
    #[must_use]
    pub fn number(self) -> Option<Decimal> {
        match self.row.value {
            Stored::Number(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the text of a fact that is one; a long text was not kept.
    #[must_use]
    pub fn text(self) -> Option<&'a str> {
        match self.content() {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns whether it says that there is nothing to say.
    #[must_use]
    pub fn is_nil(self) -> bool {
        self.row.value == Stored::Nil
    }

    /// Returns the attribute `decimals`, or what it is for a number of xBRL-JSON without it, which
    /// is exact.
    #[must_use]
    pub fn decimals(self) -> Option<Decimals> {
        match self.row.rounding {
            RowAccuracy::Decimals(decimals) => Some(decimals),
            _ => None,
        }
    }

    /// Returns the attribute `precision`, which old filings have in the place of `decimals`.
    #[must_use]
    pub fn precision(self) -> Option<Precision> {
        match self.row.rounding {
            RowAccuracy::Precision(precision) => Some(precision),
            _ => None,
        }
    }

    /// Returns how precisely a number was stated; nothing for other facts.
    ///
    /// A precision of six digits is correct to the sixth; of zero, and of the number zero, nothing
    /// is known (XBRL 2.1, section 4.6.6).
    #[must_use]
    pub fn accuracy(self) -> Option<Accuracy> {
        let number = match self.content() {
            Content::Number(number) => number,
            Content::Fraction { .. } => return Some(Accuracy::Exact),
            _ => return None,
        };
        match self.row.rounding {
            RowAccuracy::Unsaid => None,
            RowAccuracy::Decimals(decimals) => Some(decimals.accuracy()),
            RowAccuracy::Precision(Precision::Infinite) => Some(Accuracy::Exact),
            RowAccuracy::Precision(Precision::Digits(digits)) => {
                let Some(first) = arith::first_place(number).filter(|_| digits > 0) else {
                    return Some(Accuracy::Unknown);
                };
                let places = i64::from(digits) - i64::from(first) - 1;
                let places = places.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
                Some(Decimals::Places(places).accuracy())
            }
        }
    }

    /// Returns whether a number has digits past its accuracy: a rate of 0.4 with no decimals. They
    /// are kept, and what it admits goes by its accuracy.
    #[must_use]
    pub fn is_finer_than_decimals(self) -> bool {
        let (Some(number), Some(Accuracy::Decimals(places))) = (self.number(), self.accuracy())
        else {
            return false;
        };
        arith::last_place(number).is_some_and(|last| last < -i32::from(places))
    }

    /// Returns what Calculations 1.1 knows of a number; one of unknown accuracy says nothing that
    /// could be held against it, and is rounded to the largest place there is.
    pub(super) fn rounded(self) -> Option<RoundedFact> {
        let decimals = match self.accuracy()? {
            Accuracy::Exact => None,
            Accuracy::Decimals(places) => Some(places),
            Accuracy::Within { .. } | Accuracy::Assumed { .. } | Accuracy::Unknown => Some(i8::MIN),
        };
        Some(RoundedFact { value: self.number()?, decimals })
    }

    /// Returns how fine a number was stated, to sort by.
    pub(super) fn fineness(self) -> (u8, i8) {
        match self.accuracy() {
            None | Some(Accuracy::Within { .. } | Accuracy::Assumed { .. } | Accuracy::Unknown) => {
                (0, 0)
            }
            Some(Accuracy::Decimals(places)) => (1, places),
            Some(Accuracy::Exact) => (2, 0),
        }
    }

    /// Returns what a number counts; nothing for a text.
    #[must_use]
    pub fn unit(self) -> Option<FactUnit<'a>> {
        let row = self.table.units.get(self.row.unit?.0 as usize)?;
        Some(FactUnit { names: &self.table.names, row })
    }

    /// Returns when it holds.
    #[must_use]
    pub fn period(self) -> FactPeriod {
        self.table
            .context(self.row)
            .map_or(FactPeriod(super::period::Kind::Forever), |row| row.period)
    }

    /// Returns whom it is about.
    #[must_use]
    pub fn entity(self) -> Entity<'a> {
        let context = self.table.context(self.row);
        let (scheme, identifier) = context.map_or(("", ""), |row| (&*row.scheme, &*row.identifier));
        Entity { scheme, identifier }
    }

    /// Returns its axes with their members, in the order of the axes' names.
    pub fn dimensions(self) -> impl ExactSizeIterator<Item = DimensionValue<'a>> + use<'a> {
        let names = &self.table.names;
        let rows = self.table.context(self.row).map_or(&[][..], |context| &context.dimensions);
        rows.iter().map(move |row| super::context::ContextRow::dimension(names, row))
    }

    /// Returns whether its context has something else in its segment or scenario than dimensions,
    /// so that it is about a part of its entity that has no name here.
    #[must_use]
    pub fn has_other_segment(self) -> bool {
        self.table.context(self.row).is_some_and(|context| context.other)
    }

    /// Returns the tuple that it stands in, which makes it a part of a record of its own.
    #[must_use]
    pub fn tuple(self) -> Option<Tuple<'a>> {
        self.row.tuple.map(|id| Tuple { table: self.table, id })
    }

    /// Returns the language of a text, where the document says it: `en-US`.
    #[must_use]
    pub fn language(self) -> Option<&'a str> {
        self.row.language.of(&self.table.texts)
    }

    /// Returns its id, where it has one.
    #[must_use]
    pub fn id(self) -> Option<&'a str> {
        self.row.id.of(&self.table.texts)
    }

    /// Returns the name of the document that it stands in.
    #[must_use]
    pub fn document(self) -> &'a str {
        self.table.documents.get(usize::from(self.row.document)).map_or("", |name| name)
    }

    /// Returns the byte of the document at which it begins.
    #[must_use]
    pub fn byte(self) -> usize {
        self.row.byte as usize
    }

    /// Returns the number as it is written, before transformation, scale and sign; or the text that
    /// was transformed.
    #[must_use]
    pub fn raw(self) -> Option<&'a str> {
        self.row.raw.of(&self.table.texts)
    }

    /// Returns the transformation of an inline fact, where it has one.
    #[must_use]
    pub fn format(self) -> Option<QName<'a>> {
        self.row.format.map(|id| self.table.names.get(id))
    }

    /// Returns the power of ten by which an inline number was multiplied.
    #[must_use]
    pub fn scale(self) -> i32 {
        self.row.scale
    }

    /// Returns whether the attribute `sign` of an inline number made it negative.
    #[must_use]
    pub fn is_negated(self) -> bool {
        self.has(row::NEGATED)
    }

    /// Returns whether it stands in a part of an inline document that nobody sees.
    #[must_use]
    pub fn is_hidden(self) -> bool {
        self.has(row::HIDDEN)
    }

    pub(super) fn has(self, mark: u8) -> bool {
        self.row.marks & mark != 0
    }

    /// Returns where it stands, for a figure that is made of it.
    #[must_use]
    pub fn source(self) -> Source {
        let place = match self.id() {
            Some(id) => alloc::format!("{} '{id}' at byte {}", self.concept(), self.byte()),
            None => alloc::format!("{} at byte {}", self.concept(), self.byte()),
        };
        Source::document(self.document()).at(place)
    }
}

impl fmt::Debug for Fact<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fact")
            .field("concept", &self.concept())
            .field("content", &self.content())
            .field("period", &self.period())
            .field("unit", &self.unit())
            .field("id", &self.id())
            .finish_non_exhaustive()
    }
}

struct Text<T>(T);

impl<T: fmt::Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

struct Dimensions<'a>(Fact<'a>);

impl Serialize for Dimensions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.dimensions().map(|dimension| {
            let member = match dimension.member {
                Member::Typed(None) => None,
                member => Some(Text(member)),
            };
            (Text(dimension.axis), member)
        }))
    }
}

struct Places(Decimals);

impl Serialize for Places {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Decimals::Places(places) => serializer.serialize_i32(places),
            Decimals::Infinite => serializer.serialize_str("INF"),
        }
    }
}

impl Serialize for Fact<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = match self.content() {
            Content::Nil | Content::LongText { .. } => None,
            Content::Number(number) => Some(alloc::format!("{number}")),
            Content::Fraction { numerator, denominator } => {
                Some(alloc::format!("{numerator}/{denominator}"))
            }
            Content::Text(text) => Some(text.into()),
        };
        let (period, entity) = (self.period(), self.entity());
        let (start, end) = (period.start().map(Text), period.end().map(Text));
        let mut record = serializer.serialize_struct("Fact", 18)?;
        record.serialize_field("concept", &Text(self.concept()))?;
        record.serialize_field("namespace", self.concept().namespace())?;
        record.serialize_field("value", &value)?;
        record.serialize_field("decimals", &self.decimals().map(Places))?;
        record.serialize_field("precision", &self.precision().map(Text))?;
        record.serialize_field("unit", &self.unit().map(Text))?;
        match (period.is_forever(), period.is_instant()) {
            (true, _) => {
                record.serialize_field("start", "forever")?;
                record.serialize_field("end", "forever")?;
                record.serialize_field("instant", &None::<()>)?;
            }
            (_, true) => {
                record.serialize_field("start", &None::<()>)?;
                record.serialize_field("end", &None::<()>)?;
                record.serialize_field("instant", &end)?;
            }
            _ => {
                record.serialize_field("start", &start)?;
                record.serialize_field("end", &end)?;
                record.serialize_field("instant", &None::<()>)?;
            }
        }
        let entity = Text(alloc::format!("{}|{}", entity.scheme, entity.identifier));
        record.serialize_field("entity", &entity)?;
        record.serialize_field("dims", &Dimensions(*self))?;
        record.serialize_field("nil", &self.is_nil())?;
        record.serialize_field("id", &self.id())?;
        record.serialize_field("tuple", &self.tuple().map(|tuple| Text(tuple.concept())))?;
        record.serialize_field("raw", &self.raw())?;
        record.serialize_field("format", &self.format().map(Text))?;
        record.serialize_field("scale", &self.scale())?;
        record.serialize_field("sign", &self.is_negated().then_some("-"))?;
        record.serialize_field("byte", &self.byte())?;
        record.end()
    }
}

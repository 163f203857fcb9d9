//! [`Attributes`]: what the tag of a fact says, in instances and in inline documents.

use alloc::{borrow::Cow, string::String};

use quick_xml::{XmlVersion, events::BytesStart};

use super::{
    builder::Builder,
    markup::Markup,
    number::{decimals, precision, scale},
};
use crate::{
    decimal::excerpt,
    xbrl::{
        error::XbrlError,
        fault::Fault,
        qname::QNameId,
        row::{self, Row, RowAccuracy, Stored, Text, UnitId},
    },
};

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// What the tag of a fact says, as written.
#[derive(Default)]
pub(super) struct Attributes<'a> {
    pub(super) id: Option<Cow<'a, str>>,
    pub(super) name: Option<Cow<'a, str>>,
    pub(super) context: Option<Cow<'a, str>>,
    pub(super) unit: Option<Cow<'a, str>>,
    pub(super) decimals: Option<Cow<'a, str>>,
    pub(super) precision: Option<Cow<'a, str>>,
    pub(super) scale: Option<Cow<'a, str>>,
    pub(super) sign: Option<Cow<'a, str>>,
    pub(super) format: Option<Cow<'a, str>>,
    pub(super) target: Option<Cow<'a, str>>,
    pub(super) tuple_id: Option<Cow<'a, str>>,
    pub(super) tuple_ref: Option<Cow<'a, str>>,
    pub(super) continued_at: Option<Cow<'a, str>>,
    pub(super) nil: bool,
}

impl<'a> Attributes<'a> {
    pub(super) fn of(markup: &Markup<'_>, start: &'a BytesStart<'_>) -> Result<Self, XbrlError> {
        let mut found = Self::default();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| markup.malformed(&error))?;
            let key = attribute.key.into_inner();
            let field = match key {
                "id" => &mut found.id,
                "name" => &mut found.name,
                "contextRef" => &mut found.context,
                "unitRef" => &mut found.unit,
                "decimals" => &mut found.decimals,
                "precision" => &mut found.precision,
                "scale" => &mut found.scale,
                "sign" => &mut found.sign,
                "format" => &mut found.format,
                "target" => &mut found.target,
                "tupleID" => &mut found.tuple_id,
                "tupleRef" => &mut found.tuple_ref,
                "continuedAt" => &mut found.continued_at,
                _ => {
                    let is_nil = key.ends_with("nil")
                        && markup
                            .attribute(attribute.key)
                            .is_some_and(|name| name.namespace == XSI && name.local == "nil");
                    found.nil |= is_nil && matches!(attribute.value.trim(), "true" | "1");
                    continue;
                }
            };
            let value = attribute.normalized_value(XmlVersion::Explicit1_0);
            let value = value.map_err(|error| markup.malformed(&error))?;
            *field = Some(match value {
                Cow::Borrowed(value) => Cow::Borrowed(value.trim()),
                Cow::Owned(value) => Cow::Owned(String::from(value.trim())),
            });
        }
        Ok(found)
    }

    /// Makes a row without a value; `concept` is nothing where the name has no namespace.
    pub(super) fn row(
        &self,
        builder: &mut Builder,
        concept: Option<QNameId>,
        byte: u32,
    ) -> (Row, Option<Fault>) {
        let mut row = Row {
            concept: concept.unwrap_or(QNameId(u32::MAX)),
            context: 0,
            unit: None,
            value: Stored::Nil,
            rounding: RowAccuracy::Unsaid,
            id: self.id.as_ref().map_or(Text::NONE, |id| builder.text(id)),
            raw: Text::NONE,
            language: Text::NONE,
            format: None,
            scale: 0,
            byte,
            document: 0,
            marks: 0,
            tuple: None,
        };
        let fault = self.fill(builder, &mut row).err();
        let fault = fault.or_else(|| match (concept, &self.name) {
            (Some(_), _) => None,
            (None, Some(name)) => Some(Fault::Prefix { name: excerpt(name) }),
            (None, None) => Some(Fault::Missing { attribute: "name" }),
        });
        (row, fault)
    }

    fn fill(&self, builder: &mut Builder, row: &mut Row) -> Result<(), Fault> {
        if let Some(unit) = &self.unit {
            row.unit = Some(UnitId(builder.unit_slots.place(unit)));
        }
        if let Some(context) = &self.context {
            row.context = builder.context_slots.place(context);
        }
        // What it says besides does not matter to a fact that is nil.
        if !self.nil {
            self.fill_number(row)?;
        }
        match self.context {
            Some(_) => Ok(()),
            None => Err(Fault::Missing { attribute: "contextRef" }),
        }
    }

    fn fill_number(&self, row: &mut Row) -> Result<(), Fault> {
        row.rounding = match (&self.decimals, &self.precision) {
            (Some(text), _) => RowAccuracy::Decimals(decimals(text)?),
            (None, Some(text)) => RowAccuracy::Precision(precision(text)?),
            (None, None) => RowAccuracy::Unsaid,
        };
        if let Some(text) = &self.scale {
            row.scale = scale(text)?;
        }
        match self.sign.as_deref() {
            Some("-") => row.marks |= row::NEGATED,
            Some(text) => {
                let (attribute, text) = ("sign", excerpt(text));
                return Err(Fault::Attribute { attribute, text, expected: "-" });
            }
            None => {}
        }
        Ok(())
    }
}

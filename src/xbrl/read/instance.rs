//! XBRL instances: the facts are the children of `xbrli:xbrl`.

use alloc::{string::String, vec::Vec};

use quick_xml::events::BytesStart;
use rust_decimal::Decimal;

use super::{
    attributes::Attributes,
    builder::Builder,
    markup::{Markup, Piece},
    number::number,
    parts,
};
use crate::{
    decimal::excerpt,
    xbrl::{
        bounds::NUMBER_BYTES_MAX,
        error::XbrlError,
        fault::Fault,
        qname::{QNameId, XBRLI},
        row::{Row, RowAccuracy, Stored, TupleId},
        table::TupleRow,
    },
};

const LINK: &str = "http://www.xbrl.org/2003/linkbase";

/// An instance while it is read.
pub(super) struct Instance<'b, 'i> {
    pub(super) markup: Markup<'i>,
    pub(super) builder: &'b mut Builder,
    pub(super) document: &'i str,
    /// How long a text may be to be kept.
    pub(super) texts: usize,
    /// What stands in the fact that is read.
    text: String,
    tuples: Vec<Open>,
}

/// A tuple that is open.
struct Open {
    id: TupleId,
    depth: usize,
    byte: u32,
    is_empty: bool,
}

impl<'b, 'i> Instance<'b, 'i> {
    pub(super) fn new(
        markup: Markup<'i>,
        builder: &'b mut Builder,
        document: &'i str,
        texts: usize,
    ) -> Self {
        Self { markup, builder, document, texts, text: String::new(), tuples: Vec::new() }
    }

    /// Reads what stands inside of the element at the top, which was opened.
    pub(super) fn read(mut self) -> Result<(), XbrlError> {
        loop {
            match self.markup.next()? {
                Piece::Open(start) => self.element(&start)?,
                Piece::Close => self.close(),
                Piece::Text(text) if !text.trim().is_empty() => self.stray(),
                Piece::Entity(_) => self.stray(),
                Piece::Text(_) => {}
                Piece::End => return Ok(()),
            }
            if let Some(what) = self.builder.is_over(0) {
                return Err(self.builder.over(what, self.document, self.markup.at()));
            }
        }
    }

    fn element(&mut self, start: &BytesStart<'i>) -> Result<(), XbrlError> {
        if let Some(tuple) = self.tuples.last_mut() {
            tuple.is_empty = false;
        }
        let byte = self.markup.at() as u32;
        let concept = match self.markup.element(start) {
            Some(name) if name.namespace == LINK => return self.markup.skip(),
            Some(name) if name.namespace == XBRLI => {
                let is_part = parts::read(&mut self.markup, self.builder, start)?;
                return if is_part { Ok(()) } else { self.markup.skip() };
            }
            Some(name) => Some(self.builder.name(name)),
            None => None,
        };
        let attributes = Attributes::of(&self.markup, start)?;
        match concept {
            Some(concept) if attributes.context.is_none() && attributes.unit.is_none() => {
                self.open_tuple(concept, byte);
                Ok(())
            }
            _ => self.item(start, &attributes, concept, byte),
        }
    }

    /// An element without a context holds others: they make a record together.
    fn open_tuple(&mut self, concept: QNameId, byte: u32) {
        let parent = self.tuples.last().map(|open| open.id);
        let id = self.builder.tuple(TupleRow { concept, parent });
        let depth = self.markup.depth();
        self.tuples.push(Open { id, depth, byte, is_empty: true });
    }

    fn close(&mut self) {
        let depth = self.markup.depth();
        self.tuples.pop_if(|open| depth < open.depth);
    }

    /// Text in a tuple: it was to be a fact, and has no context.
    fn stray(&mut self) {
        let Some(open) = self.tuples.last_mut() else { return };
        // Only the first text is told, and not what follows elements.
        if core::mem::take(&mut open.is_empty) {
            let (byte, id) = (open.byte, open.id);
            let concept = self.builder.table.tuple(id).map(|row| row.concept);
            let concept = concept.map(|id| alloc::format!("{}", self.builder.table.names.get(id)));
            let fault = Fault::Missing { attribute: "contextRef" };
            self.builder.fail(None, &concept.unwrap_or_default(), byte, fault);
        }
    }

    fn item(
        &mut self,
        start: &BytesStart<'i>,
        attributes: &Attributes<'_>,
        concept: Option<QNameId>,
        byte: u32,
    ) -> Result<(), XbrlError> {
        let (mut row, fault) = attributes.row(self.builder, concept, byte);
        let written = start.name().into_inner();
        let fault = match (concept, fault) {
            (None, _) => Some(Fault::Prefix { name: excerpt(written) }),
            (_, fault) => fault,
        };
        row.tuple = self.tuples.last().map(|open| open.id);
        let content = self.content()?;
        let value = match (fault, content) {
            (Some(fault), _) => Err(fault),
            _ if attributes.nil => Ok(Stored::Nil),
            (None, content) => content.and_then(|content| self.value(&mut row, content)),
        };
        match value {
            Ok(value) => {
                row.value = value;
                self.builder.row(row);
            }
            Err(fault) => {
                let concept = match concept {
                    Some(id) => alloc::format!("{}", self.builder.table.names.get(id)),
                    None => excerpt(written),
                };
                if attributes.context.is_some() {
                    self.builder.unread(row);
                }
                self.builder.fail(attributes.id.as_deref(), &concept, byte, fault);
            }
        }
        Ok(())
    }

    /// Reads what stands in an item: its text goes to `self.text` as far as it is kept, its length
    /// and the parts of a fraction are returned.
    fn content(&mut self) -> Result<Result<Content, Fault>, XbrlError> {
        let outside = self.markup.depth() - 1;
        let kept = self.texts.max(NUMBER_BYTES_MAX);
        self.text.clear();
        let mut content = Content::default();
        let mut fault = None;
        while self.markup.depth() > outside {
            match self.markup.next()? {
                Piece::Text(text) => {
                    content.bytes += text.len();
                    // A little more, as white space at the ends does not count.
                    if self.text.len() <= kept {
                        self.text.push_str(&text);
                    }
                }
                Piece::Entity(name) => {
                    fault.get_or_insert(Fault::Entity { name: excerpt(&name) });
                }
                Piece::Open(start) => {
                    let name = self.markup.element(&start);
                    let part = match name {
                        Some(name) if name.namespace == XBRLI => match name.local {
                            "numerator" => Some(&mut content.numerator),
                            "denominator" => Some(&mut content.denominator),
                            _ => None,
                        },
                        _ => None,
                    };
                    let Some(part) = part else {
                        let name = excerpt(start.name().into_inner());
                        fault.get_or_insert(Fault::Markup { name });
                        continue;
                    };
                    *part = Some(self.markup.text_inside()?);
                }
                Piece::Close | Piece::End => {}
            }
        }
        Ok(fault.map_or(Ok(content), Err))
    }

    fn value(&mut self, row: &mut Row, content: Content) -> Result<Stored, Fault> {
        let text = self.text.trim();
        let is_cut = content.bytes > self.text.len();
        if row.unit.is_none() {
            let bytes = if is_cut { content.bytes } else { text.len() };
            return Ok(if bytes > self.texts {
                Stored::Long(bytes as u32)
            } else {
                Stored::Text(self.builder.text(text))
            });
        }
        if let Some([numerator, denominator]) = content.fraction()? {
            self.builder.table.fractions.push((numerator, denominator));
            return Ok(Stored::Fraction(self.builder.table.fractions.len() as u32 - 1));
        }
        if is_cut || text.len() > NUMBER_BYTES_MAX {
            let bytes = content.bytes;
            return Err(Fault::TooLong { bytes, limit: NUMBER_BYTES_MAX });
        }
        let value = number(text, 0, false)?;
        if row.rounding == RowAccuracy::Unsaid {
            return Err(Fault::NoAccuracy);
        }
        row.raw = self.builder.text(text);
        Ok(Stored::Number(value))
    }
}

/// What stands in an item.
#[derive(Default)]
struct Content {
    bytes: usize,
    numerator: Option<String>,
    denominator: Option<String>,
}

impl Content {
    fn fraction(&self) -> Result<Option<[Decimal; 2]>, Fault> {
        match (&self.numerator, &self.denominator) {
            (None, None) => Ok(None),
            (Some(numerator), Some(denominator)) => {
                let parts = [number(numerator, 0, false)?, number(denominator, 0, false)?];
                if parts[1].is_zero() { Err(Fault::Fraction) } else { Ok(Some(parts)) }
            }
            _ => Err(Fault::Fraction),
        }
    }
}

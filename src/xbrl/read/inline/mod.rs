//! Inline XBRL: facts in the text of an XHTML document.
//!
//! A document is read in one pass. Elements of inline XBRL that are open stand in a stack, and the
//! text since the outermost fact in one buffer, of which each has its stretch. What names something
//! that may come later, or stand in another document, is joined at the end.

mod open;

mod capture;
mod chains;
mod known;

use alloc::{string::String, vec::Vec};

use quick_xml::events::BytesStart;
use rust_decimal::Decimal;

use crate::{
    decimal::excerpt,
    xbrl::{
        bounds::{NUMBER_BYTES_MAX, TARGETS_MAX},
        error::XbrlError,
        fault::Fault,
        qname::QNameId,
        read::{
            attributes::Attributes,
            builder::Builder,
            markup::{Markup, Piece as Part, Resolved},
            parts,
            slots::Slot,
        },
        row::{self, Row, RowAccuracy, Stored, Text, TupleId},
        table::TupleRow,
        transform::Transform,
    },
};

use capture::Captures;
pub(super) use chains::Chains;
use chains::{Piece, Place};
use known::Known;
use open::{Level, Open, OpenFact, OpenPiece};

const INLINE: [&str; 2] =
    ["http://www.xbrl.org/2013/inlineXBRL", "http://www.xbrl.org/2008/inlineXBRL"];

/// What is read of inline documents.
pub(super) struct Wanted<'a> {
    pub(super) target: Option<&'a str>,
    /// How long a text may be to be kept.
    pub(super) texts: usize,
}

/// An inline document while it is read.
pub(super) struct Inline<'b, 'i> {
    markup: Markup<'i>,
    builder: &'b mut Builder,
    chains: &'b mut Chains,
    targets: &'b mut Vec<String>,
    wanted: &'b Wanted<'b>,
    document: &'i str,
    captures: Captures,
    stack: Vec<Level<'i>>,
    /// The languages in scope, each with the depth of its element.
    languages: Vec<(usize, Text)>,
    /// The entities that are not defined, in the text of the elements that are open.
    entities: Vec<String>,
}

impl<'b, 'i> Inline<'b, 'i> {
    pub(super) fn new(
        markup: Markup<'i>,
        document: &'i str,
        builder: &'b mut Builder,
        chains: &'b mut Chains,
        targets: &'b mut Vec<String>,
        wanted: &'b Wanted<'b>,
    ) -> Self {
        Self {
            markup,
            builder,
            chains,
            targets,
            wanted,
            document,
            captures: Captures::default(),
            stack: Vec::new(),
            languages: Vec::new(),
            entities: Vec::new(),
        }
    }

    /// Reads what stands inside of the element at the top, which was opened.
    pub(super) fn read(mut self, root: &BytesStart<'_>) -> Result<(), XbrlError> {
        self.language(root)?;
        loop {
            match self.markup.next()? {
                Part::Open(start) => self.open(start)?,
                Part::Close => self.close(),
                Part::Text(text) => self.captures.push(&text),
                Part::Entity(name) => self.entity(&name),
                Part::End => return Ok(()),
            }
            if let Some(what) = self.builder.is_over(self.chains.len()) {
                return Err(self.builder.over(what, self.document, self.markup.at()));
            }
        }
    }

    /// Notes the language that an element sets for what stands in it.
    fn language(&mut self, start: &BytesStart<'_>) -> Result<(), XbrlError> {
        if start.attributes_raw().contains("xml:lang") {
            let language = parts::value_of(&self.markup, start, "xml:lang")?.unwrap_or_default();
            let language = self.builder.text(language.trim());
            self.languages.push((self.markup.depth(), language));
        }
        Ok(())
    }

    /// An entity that is not defined makes every text useless that it stands in; each asks for it
    /// when it ends.
    fn entity(&mut self, name: &str) {
        if !self.stack.is_empty() {
            self.entities.push(excerpt(name));
        }
    }

    fn open(&mut self, start: BytesStart<'i>) -> Result<(), XbrlError> {
        self.language(&start)?;
        let local = match self.markup.element(&start) {
            Some(Resolved { namespace, local, .. }) if INLINE.contains(&namespace) => {
                Known::named(local)
            }
            _ => {
                if parts::read(&mut self.markup, self.builder, &start)? {
                    return Ok(());
                }
                self.tag();
                return Ok(());
            }
        };
        let Some(known) = local else { return Ok(()) };
        let depth = self.markup.depth();
        let open = match known {
            Known::Number => Open::Number(self.fact(start)?),
            Known::Fraction => Open::Fraction(self.fact(start)?, [None, None]),
            Known::Part(place) => Open::Part(self.fact(start)?, place),
            Known::Text => {
                let next = parts::value_of(&self.markup, &start, "continuedAt")?;
                let next = next.map(|next| String::from(next.trim()));
                Open::Text(self.fact(start)?, next)
            }
            Known::Tuple => Open::Tuple(self.tuple(&start)?),
            Known::Exclude => Open::Exclude(self.captures.begin_excluded(), self.entities.len()),
            Known::Continuation => {
                let attributes = Attributes::of(&self.markup, &start)?;
                let id = attributes.id.unwrap_or_default().into_owned();
                let next = attributes.continued_at.map(|next| next.into_owned());
                self.captures.open();
                let (byte, entities) = (self.markup.at(), self.entities.len());
                Open::Continuation(OpenPiece { id, next, byte, entities })
            }
            Known::Hidden => Open::Hidden,
        };
        self.stack.push(Level { depth, open });
        Ok(())
    }

    /// Notes that an element of XHTML begins or ends in the numbers that are open.
    fn tag(&mut self) {
        let at = self.captures.at();
        for level in self.stack.iter_mut().rev() {
            let (Open::Number(fact) | Open::Part(fact, _)) = &mut level.open else { return };
            fact.row.marks |= row::MARKUP;
            if fact.tags.last() != Some(&at) {
                fact.tags.push(at);
            }
        }
    }

    fn fact(&mut self, start: BytesStart<'i>) -> Result<OpenFact<'i>, XbrlError> {
        let byte = self.markup.at() as u32;
        let attributes = Attributes::of(&self.markup, &start)?;
        let name = attributes.name.as_deref().and_then(|name| self.markup.name(name));
        let concept = name.map(|name| self.builder.name(name));
        let (mut row, mut fault) = attributes.row(self.builder, concept, byte);
        let mut transform = None;
        if let Some(written) = &attributes.format {
            let known = self.markup.name(written).and_then(|name| {
                row.format = Some(self.builder.name(name));
                Transform::named(name.namespace, name.local)
            });
            match known {
                Some(known) => transform = Some(known),
                None => {
                    fault.get_or_insert(Fault::Format { format: excerpt(written) });
                }
            }
        }
        if let Some(target) = attributes.target.as_ref().filter(|target| !target.is_empty())
            && self.targets.len() < TARGETS_MAX
            && !self.targets.iter().any(|known| **known == **target)
        {
            self.targets.push(target.clone().into_owned());
        }
        let mut tuple = None;
        let levels = self.stack.iter().rev();
        row.tuple = levels.filter_map(|level| level.open.tuple()).next();
        if let (None, Some(id)) = (row.tuple, &attributes.tuple_ref) {
            tuple = Some(self.builder.tuple_slots.place(id));
        }
        if self.stack.iter().any(|level| matches!(level.open, Open::Hidden)) {
            row.marks |= row::HIDDEN;
        }
        if let Some((_, language)) = self.languages.last().filter(|_| row.unit.is_none()) {
            row.language = *language;
        }
        let is_empty = attributes.target.as_deref() == Some("");
        if is_empty {
            let (attribute, text, expected) = ("target", String::new(), "a name");
            fault.get_or_insert(Fault::Attribute { attribute, text, expected });
        }
        // A target that is none is told with those that are read.
        let wanted = is_empty || attributes.target.as_deref() == self.wanted.target;
        let (nil, stretch) = (attributes.nil, self.captures.open());
        drop(attributes);
        let entities = self.entities.len();
        Ok(OpenFact {
            start,
            row,
            tuple,
            wanted,
            nil,
            transform,
            stretch,
            tags: Vec::new(),
            nested: None,
            entities,
            fault,
        })
    }

    fn tuple(&mut self, start: &BytesStart<'i>) -> Result<TupleId, XbrlError> {
        let attributes = Attributes::of(&self.markup, start)?;
        let name = attributes.name.as_deref().and_then(|name| self.markup.name(name));
        let concept = name.map_or(QNameId(u32::MAX), |name| self.builder.name(name));
        let parent = self.stack.iter().rev().filter_map(|level| level.open.tuple()).next();
        let id = self.builder.tuple(TupleRow { concept, parent });
        if let Some(written) = &attributes.tuple_id {
            self.builder.tuple_slots.define(written, Slot::Is(id));
        }
        Ok(id)
    }

    fn close(&mut self) {
        let depth = self.markup.depth();
        self.languages.pop_if(|(of, _)| depth < *of);
        let Some(mut level) = self.stack.pop_if(|level| depth < level.depth) else {
            self.tag();
            return;
        };
        if let Some(fact) = level.open.fact()
            && let Some(name) = self.entities.get(fact.entities)
        {
            fact.fault.get_or_insert(Fault::Entity { name: name.clone() });
        }
        match level.open {
            Open::Number(fact) => self.close_number(fact),
            Open::Text(fact, next) => self.close_text(fact, next),
            Open::Fraction(fact, parts) => self.close_fraction(fact, parts),
            Open::Part(fact, place) => self.close_part(fact, place),
            Open::Exclude(excluded, entities) => {
                self.captures.exclude(excluded);
                self.entities.truncate(entities);
            }
            Open::Continuation(OpenPiece { id, next, byte, entities }) => {
                let (text, bytes) = self.captures.close(self.wanted.texts);
                let (place, entity) = (self.place(byte), self.entities.get(entities).cloned());
                self.chains.define(&id, Piece { text, bytes, next, place, entity });
            }
            Open::Tuple(_) | Open::Hidden => {}
        }
        if self.stack.is_empty() {
            self.entities.clear();
        }
    }

    /// Returns where something stands that began on a byte and ends here.
    fn place(&self, byte: usize) -> Place {
        (self.builder.document(), byte, self.markup.at())
    }

    /// Adds a fact, or says why it is none.
    fn settle(&mut self, fact: OpenFact<'i>, value: Result<Stored, Fault>) -> Option<usize> {
        if !fact.wanted {
            return None;
        }
        match value {
            Ok(value) => {
                let row = self.builder.row(Row { value, ..fact.row });
                if let Some(slot) = fact.tuple {
                    self.builder.row_of_tuple(row, slot);
                }
                Some(row)
            }
            Err(fault) => {
                let written = |key| parts::value_of(&self.markup, &fact.start, key).ok().flatten();
                let concept = match fact.row.concept {
                    QNameId(u32::MAX) => written("name").map(|name| excerpt(&name)),
                    id => Some(alloc::format!("{}", self.builder.table.names.get(id))),
                };
                let (id, concept) = (written("id"), concept.unwrap_or_default());
                let has_context = written("contextRef").is_some();
                if has_context && fact.tuple.is_none() {
                    self.builder.unread(fact.row);
                }
                self.builder.fail(id.as_deref(), &concept, fact.row.byte, fault);
                None
            }
        }
    }

    fn close_number(&mut self, mut fact: OpenFact<'i>) {
        let (start, end) = (fact.stretch.start(), self.captures.at());
        let beside = fact.nested.and_then(|(from, to)| {
            let around = [self.captures.between(start, from), self.captures.between(to, end)];
            around.into_iter().find(|text| !text.trim().is_empty()).map(excerpt)
        });
        let joined = fact.counts() && self.captures.joins_digits(start, &fact.tags);
        let (text, bytes) = self.captures.close(NUMBER_BYTES_MAX);
        if let Some(Level { open: Open::Number(outer), .. }) = self.stack.last_mut() {
            outer.nested = Some((start, end));
        }
        let text = text.trim();
        let value = match (fact.fault.take(), beside) {
            (Some(fault), _) => Err(fault),
            (None, _) if fact.nil => Ok(Stored::Nil),
            (None, Some(text)) => Err(Fault::Beside { text }),
            (None, None) if joined => Err(Fault::Joined { text: excerpt(text) }),
            (None, None) => {
                let value = fact.number(text, bytes).map(Stored::Number);
                match (value, fact.row.rounding) {
                    (Ok(_), RowAccuracy::Unsaid) => Err(Fault::NoAccuracy),
                    _ if fact.row.unit.is_none() => Err(Fault::Missing { attribute: "unitRef" }),
                    (value, _) => value,
                }
            }
        };
        if fact.wanted && value.is_ok() {
            fact.row.raw = self.builder.text(text);
        }
        self.settle(fact, value);
    }

    fn close_text(&mut self, mut fact: OpenFact<'i>, next: Option<String>) {
        let kept = self.wanted.texts.max(NUMBER_BYTES_MAX);
        let (text, bytes) = self.captures.close(kept);
        if !fact.wanted {
            return;
        }
        if let (Some(next), None, false) = (next, &fact.fault, fact.nil) {
            let (transform, place) = (fact.transform, self.place(fact.row.byte as usize));
            if let Some(row) = self.settle(fact, Ok(Stored::Long(0))) {
                let first = Piece { text, bytes, next: Some(next), place, entity: None };
                self.chains.begin(row, transform, first);
            }
            return;
        }
        let value = match fact.fault.take() {
            Some(fault) => Err(fault),
            None if fact.nil => Ok(Stored::Nil),
            None => {
                let (texts, transform) = (self.wanted.texts, fact.transform);
                chains::stored(self.builder, &mut fact.row, transform, &text, bytes, texts)
            }
        };
        self.settle(fact, value);
    }

    /// A numerator or denominator goes to its fraction.
    fn close_part(&mut self, mut fact: OpenFact<'i>, place: usize) {
        let at = fact.stretch.start();
        let joined = fact.counts() && self.captures.joins_digits(at, &fact.tags);
        let (text, bytes) = self.captures.close(NUMBER_BYTES_MAX);
        // It has neither a name nor a context of its own.
        let own = |fault: &Fault| !matches!(fault, Fault::Missing { .. } | Fault::Prefix { .. });
        let fault = fact.fault.take().filter(own);
        let read = match fault {
            Some(fault) => Err(fault),
            None if joined => Err(Fault::Joined { text: excerpt(text.trim()) }),
            None => fact.number(text.trim(), bytes),
        };
        let fraction = self.stack.iter_mut().rev().find_map(|level| match &mut level.open {
            Open::Fraction(fact, parts) => Some((fact, parts)),
            _ => None,
        });
        let Some((outer, parts)) = fraction else { return };
        match (read, parts.get_mut(place)) {
            (Ok(number), Some(part)) => *part = Some(number),
            (Err(fault), _) => {
                outer.fault.get_or_insert(fault);
            }
            (Ok(_), None) => {}
        }
    }

    fn close_fraction(&mut self, mut fact: OpenFact<'i>, parts: [Option<Decimal>; 2]) {
        self.captures.close(0);
        // A fraction may hold another, whose parts are its own too.
        if let Some(Level { open: Open::Fraction(_, outer), .. }) = self.stack.last_mut() {
            for (outer, own) in outer.iter_mut().zip(parts) {
                *outer = outer.or(own);
            }
        }
        let value = match (fact.fault.take(), parts) {
            (Some(fault), _) => Err(fault),
            (None, _) if fact.nil => Ok(Stored::Nil),
            (None, [Some(numerator), Some(denominator)]) if !denominator.is_zero() => {
                self.builder.table.fractions.push((numerator, denominator));
                Ok(Stored::Fraction(self.builder.table.fractions.len() as u32 - 1))
            }
            _ => Err(Fault::Fraction),
        };
        self.settle(fact, value);
    }
}

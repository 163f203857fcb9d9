//! [`Chains`]: texts that are continued elsewhere.

use core::cmp::Reverse;

use alloc::{string::String, vec::Vec};
use std::collections::HashMap;

use crate::{
    decimal::excerpt,
    xbrl::{
        bounds::NUMBER_BYTES_MAX,
        fault::{Fault, PartFault},
        read::builder::Builder,
        row::{Row, Stored},
        transform::Transform,
    },
};

/// Texts that are continued elsewhere, until every document was read.
#[derive(Default)]
pub(crate) struct Chains {
    /// By their ids; nothing where two have one.
    pieces: HashMap<String, Option<Piece>>,
    heads: Vec<Head>,
}

/// A piece of a text: as much of it as is kept, how long it is, what comes next, where it stands,
/// and the first entity in it that is not defined.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) bytes: usize,
    pub(super) next: Option<String>,
    pub(super) place: Place,
    pub(super) entity: Option<String>,
}

/// A document, and the bytes at which an element begins and ends in it.
pub(super) type Place = (u16, usize, usize);

/// A fact with the first piece of its text.
struct Head {
    row: usize,
    transform: Option<Transform>,
    first: Piece,
}

impl Chains {
    pub(super) fn define(&mut self, id: &str, piece: Piece) {
        let mut piece = Some(piece);
        let known = self.pieces.entry(id.into()).or_insert_with(|| piece.take());
        if piece.is_some() {
            *known = None;
        }
    }

    /// Returns how many pieces there are.
    pub(super) fn len(&self) -> usize {
        self.pieces.len() + self.heads.len()
    }

    pub(super) fn begin(&mut self, row: usize, transform: Option<Transform>, first: Piece) {
        self.heads.push(Head { row, transform, first });
    }

    /// Puts the texts together, and returns what is wrong with the others by their rows.
    pub(crate) fn finish(self, builder: &mut Builder, texts: usize) -> Vec<(usize, Fault)> {
        let mut faults = Vec::new();
        let mut used = HashMap::new();
        for head in &self.heads {
            let Some(mut row) = builder.table.rows.get(head.row).copied() else { continue };
            let value = self.text(head, &mut used, texts).and_then(|(text, bytes)| {
                stored(builder, &mut row, head.transform, &text, bytes, texts)
            });
            match value {
                Ok(value) => {
                    if let Some(place) = builder.table.rows.get_mut(head.row) {
                        *place = Row { value, ..row };
                    }
                }
                Err(fault) => faults.push((head.row, fault)),
            }
        }
        faults
    }

    /// Returns the text of a chain as far as it is kept, and how long it is. A piece belongs to one
    /// text (Inline XBRL 1.1, section 4.1.1), so that all of them take as long as the document.
    fn text<'a>(
        &'a self,
        head: &'a Head,
        used: &mut HashMap<&'a str, usize>,
        texts: usize,
    ) -> Result<(String, usize), Fault> {
        let kept = texts.max(NUMBER_BYTES_MAX);
        let (mut text, mut bytes) = (head.first.text.clone(), head.first.bytes);
        let mut next = &head.first.next;
        let mut places = Vec::from([(head.first.place, next)]);
        while let Some(id) = next {
            let fail = |fault| Fault::Continuation { id: excerpt(id), fault };
            let piece = match self.pieces.get(id) {
                Some(Some(piece)) => piece,
                Some(None) => return Err(fail(PartFault::Twice)),
                None => return Err(fail(PartFault::Unknown)),
            };
            match used.insert(id, head.row) {
                Some(row) if row == head.row => return Err(fail(PartFault::Circle)),
                Some(_) => return Err(fail(PartFault::Shared)),
                None => {}
            }
            if let Some(name) = &piece.entity {
                return Err(Fault::Entity { name: name.clone() });
            }
            bytes = bytes.saturating_add(piece.bytes);
            if text.len() <= kept {
                text.push_str(&piece.text);
            }
            places.push((piece.place, next));
            next = &piece.next;
        }
        // What stands inside of another piece is in its text already.
        places.sort_by_key(|((document, start, end), _)| (*document, *start, Reverse(*end)));
        let inside = places.iter().zip(places.iter().skip(1)).find(|(one, other)| {
            let (((document, _, end), _), ((of, start, _), _)) = (one, other);
            document == of && start < end
        });
        if let Some((_, (_, Some(id)))) = inside {
            let fault = PartFault::Inside;
            return Err(Fault::Continuation { id: excerpt(id), fault });
        }
        Ok((text, bytes))
    }
}

/// Keeps a text, transformed where it has a rule.
pub(super) fn stored(
    builder: &mut Builder,
    row: &mut Row,
    transform: Option<Transform>,
    text: &str,
    bytes: usize,
    texts: usize,
) -> Result<Stored, Fault> {
    let text = text.trim();
    let Some(transform) = transform else {
        let is_long = bytes > texts || text.len() > texts;
        return Ok(if is_long {
            Stored::Long(bytes.try_into().unwrap_or(u32::MAX))
        } else {
            Stored::Text(builder.text(text))
        });
    };
    let is_long = bytes > NUMBER_BYTES_MAX;
    if is_long && !transform.is_fixed() {
        return Err(Fault::TooLong { bytes, limit: NUMBER_BYTES_MAX });
    }
    let Some(value) = transform.apply(text) else {
        let format = row.format.map(|id| alloc::format!("{}", builder.table.names.get(id)));
        return Err(Fault::Transform { format: format.unwrap_or_default(), text: excerpt(text) });
    };
    if !is_long {
        row.raw = builder.text(text);
    }
    Ok(Stored::Text(builder.text(&value)))
}

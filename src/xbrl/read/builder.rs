//! [`Builder`]: a table while its documents are read.

use alloc::{boxed::Box, string::String, vec::Vec};
use std::collections::HashMap;

use super::{
    encoding::Decoded,
    markup::Resolved,
    slots::{Slot, Slots},
};
use crate::xbrl::{
    bounds::FACTS_MAX,
    context::ContextRow,
    error::XbrlError,
    fault::{FactError, Fault, PartFault},
    qname::{Namespace, QNameId},
    row::{Row, RowAccuracy, Text, TupleId, UnitId},
    table::{Table, TupleRow},
    unit::UnitRow,
};

/// A table while its documents are read: rows name contexts and units by what refers to them.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) table: Table,
    errors: Vec<(u16, FactError)>,
    spaces: HashMap<Box<str>, Space>,
    contexts: HashMap<ContextRow, u32>,
    units: HashMap<UnitRow, u32>,
    pub(super) context_slots: Slots<u32>,
    pub(super) unit_slots: Slots<u32>,
    pub(super) tuple_slots: Slots<TupleId>,
    /// Rows that name their tuple, by its slot.
    tuple_of: Vec<(usize, u32)>,
    document: u16,
}

/// What is known of a namespace: its place, and those of its names.
#[derive(Default)]
struct Space {
    place: u32,
    names: HashMap<Box<str>, QNameId>,
}

impl Builder {
    /// Begins the next document.
    pub(super) fn begin(&mut self, document: &str) {
        self.document = self.table.documents.len().try_into().unwrap_or(u16::MAX);
        self.table.documents.push(document.into());
    }

    /// Returns the place of the document that was begun last.
    pub(super) const fn document(&self) -> u16 {
        self.document
    }

    pub(super) fn name(&mut self, name: Resolved<'_>) -> QNameId {
        let Resolved { namespace, prefix, local } = name;
        let names = &mut self.table.names;
        let space = match self.spaces.get_mut(namespace) {
            Some(space) => space,
            None => {
                let place = names.namespaces.len() as u32;
                names.namespaces.push(Namespace::new(namespace, prefix));
                let space = Space { place, names: HashMap::new() };
                self.spaces.entry(namespace.into()).or_insert(space)
            }
        };
        if let Some(id) = space.names.get(local) {
            return *id;
        }
        let id = QNameId(names.names.len() as u32);
        names.names.push((space.place, local.into()));
        space.names.insert(local.into(), id);
        id
    }

    /// Keeps a text.
    pub(super) fn text(&mut self, text: &str) -> Text {
        let start = self.table.texts.len();
        self.table.texts.push_str(text);
        match (u32::try_from(start), u32::try_from(text.len())) {
            (Ok(start), Ok(bytes)) => Text::new(start, bytes),
            // Documents are shorter than this together; what is kept of them is shorter still.
            _ => Text::NONE,
        }
    }

    pub(super) fn context(&mut self, row: ContextRow) -> u32 {
        let next = self.contexts.len() as u32;
        *self.contexts.entry(row).or_insert(next)
    }

    pub(super) fn unit(&mut self, row: UnitRow) -> u32 {
        let next = self.units.len() as u32;
        *self.units.entry(row).or_insert(next)
    }

    pub(super) fn tuple(&mut self, row: TupleRow) -> TupleId {
        let id = TupleId(self.table.tuples.len() as u32);
        self.table.tuples.push(row);
        id
    }

    /// Puts a row into a tuple that is named, and may come later.
    pub(super) fn row_of_tuple(&mut self, row: usize, slot: u32) {
        self.tuple_of.push((row, slot));
    }

    /// Adds a fact of the document that was begun last.
    pub(super) fn row(&mut self, row: Row) -> usize {
        self.table.rows.push(Row { document: self.document, ..row });
        self.table.rows.len() - 1
    }

    /// Keeps of what a number is that cannot be read, of the document that was begun last.
    pub(super) fn unread(&mut self, row: Row) {
        self.keep_unread(Row { document: self.document, ..row });
    }

    fn keep_unread(&mut self, row: Row) {
        let is_number = row.unit.is_some() || row.rounding != RowAccuracy::Unsaid;
        if is_number && row.concept != QNameId(u32::MAX) {
            self.table.unread.push(row);
        }
    }

    pub(super) fn fail(&mut self, id: Option<&str>, concept: &str, byte: u32, fault: Fault) {
        let document = self.table.documents.last().map(|name| String::from(&**name));
        let error = FactError {
            document: document.unwrap_or_default(),
            id: id.map(String::from),
            concept: concept.into(),
            byte: byte as usize,
            fault,
        };
        self.errors.push((self.document, error));
    }

    /// Returns of what there is more than is read; the continuations are counted elsewhere.
    pub(super) fn is_over(&self, continuations: usize) -> Option<&'static str> {
        if self.table.rows.len() + self.errors.len() > FACTS_MAX {
            return Some("facts");
        }
        let ids = self.context_slots.ids() + self.unit_slots.ids() + self.tuple_slots.ids();
        let names = self.table.names.names.len();
        let all = names + ids + self.table.tuples.len() + continuations;
        (all > FACTS_MAX).then_some("names, ids, tuples and continuations")
    }

    /// Drops a row for a fault that is seen only when everything was read.
    fn drop_row(&mut self, row: &Row, fault: Fault) {
        let concept = alloc::format!("{}", self.table.names.get(row.concept));
        let document = self.table.documents.get(usize::from(row.document));
        let error = FactError {
            document: document.map(|name| String::from(&**name)).unwrap_or_default(),
            id: row.id.of(&self.table.texts).map(String::from),
            concept,
            byte: row.byte as usize,
            fault,
        };
        self.errors.push((row.document, error));
    }

    /// Joins facts to their contexts, units and tuples, and puts them in the order of their
    /// documents. `faults` are those of rows, in their order.
    pub(super) fn finish(
        mut self,
        faults: Vec<(usize, Fault)>,
        decoded: &[Decoded<'_>],
    ) -> (Table, Vec<FactError>) {
        let rows = core::mem::take(&mut self.table.rows);
        let mut faults: HashMap<usize, Fault> = faults.into_iter().collect();
        let tuples: HashMap<usize, u32> = self.tuple_of.drain(..).collect();
        let mut kept = Vec::with_capacity(rows.len());
        for (at, row) in rows.into_iter().enumerate() {
            let tuple = tuples.get(&at).copied();
            let joined = match faults.remove(&at) {
                Some(fault) => Err(fault),
                None => self.join(row, tuple),
            };
            match joined {
                Ok(row) => kept.push(row),
                Err(fault) => {
                    self.drop_row(&row, fault);
                    if tuple.is_none() {
                        self.keep_unread(row);
                    }
                }
            }
        }
        let unread = core::mem::take(&mut self.table.unread);
        self.table.unread = unread.into_iter().filter_map(|row| self.named(row)).collect();
        kept.sort_by_key(|row| (row.document, row.byte));
        self.table.rows = kept;
        self.errors.sort_by_key(|(document, error)| (*document, error.byte));
        self.count_from_documents(decoded);
        self.table.contexts = in_order(self.contexts);
        self.table.units = in_order(self.units);
        self.table.texts.shrink_to_fit();
        (self.table, self.errors.into_iter().map(|(_, error)| error).collect())
    }

    fn join(&self, mut row: Row, tuple: Option<u32>) -> Result<Row, Fault> {
        let context = |id: &str, fault: PartFault| Fault::Context { id: id.into(), fault };
        row.context = *self.context_slots.get(row.context, context)?;
        if let Some(unit) = row.unit {
            let fault = |id: &str, fault: PartFault| Fault::Unit { id: id.into(), fault };
            row.unit = Some(UnitId(*self.unit_slots.get(unit.0, fault)?));
        }
        if let Some(slot) = tuple {
            let fault = |id: &str, fault: PartFault| Fault::Tuple { id: id.into(), fault };
            row.tuple = Some(*self.tuple_slots.get(slot, fault)?);
        }
        Ok(row)
    }

    /// Joins a number that cannot be read to its context, and to its unit if that is not the fault.
    fn named(&self, row: Row) -> Option<Row> {
        let fault = |_: &str, _| Fault::NoAccuracy;
        let context = *self.context_slots.get(row.context, fault).ok()?;
        let unit = row.unit.and_then(|unit| self.unit_slots.get(unit.0, fault).ok());
        Some(Row { context, unit: unit.map(|unit| UnitId(*unit)), ..row })
    }

    /// Counts bytes from the start of the documents as they are stored, where the reader counted
    /// those of their text.
    fn count_from_documents(&mut self, decoded: &[Decoded<'_>]) {
        for (document, decoded) in decoded.iter().enumerate() {
            let rows = self.table.rows.iter_mut();
            let rows = rows.filter(|row| usize::from(row.document) == document);
            decoded.bytes(rows.map(|row| &mut row.byte));
            let errors = self.errors.iter_mut();
            let mut errors: Vec<&mut FactError> = errors
                .filter(|(of, _)| usize::from(*of) == document)
                .map(|(_, error)| error)
                .collect();
            let mut bytes: Vec<u32> = errors.iter().map(|error| error.byte as u32).collect();
            decoded.bytes(bytes.iter_mut());
            for (error, byte) in errors.iter_mut().zip(bytes) {
                error.byte = byte as usize;
            }
        }
    }

    pub(super) fn over(&self, what: &'static str, document: &str, byte: usize) -> XbrlError {
        XbrlError::Limit { document: document.into(), what, limit: FACTS_MAX, byte }
    }

    /// Defines what an id of a context stands for.
    pub(super) fn define_context(&mut self, id: &str, row: Result<ContextRow, PartFault>) {
        let slot = row.map_or_else(Slot::Bad, |row| Slot::Is(self.context(row)));
        self.context_slots.define(id, slot);
    }

    /// Defines what an id of a unit stands for.
    pub(super) fn define_unit(&mut self, id: &str, row: Result<UnitRow, PartFault>) {
        let slot = row.map_or_else(Slot::Bad, |row| Slot::Is(self.unit(row)));
        self.unit_slots.define(id, slot);
    }
}

fn in_order<T>(places: HashMap<T, u32>) -> Vec<T> {
    let mut rows: Vec<(u32, T)> = places.into_iter().map(|(row, place)| (place, row)).collect();
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, row)| row).collect()
}

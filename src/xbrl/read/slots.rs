//! [`Slots`]: ids that may be referred to before they are defined.

use alloc::{boxed::Box, vec::Vec};
use std::collections::HashMap;

use crate::xbrl::fault::{Fault, PartFault};

/// Ids of a document set with what they stand for.
pub(super) struct Slots<T> {
    places: HashMap<Box<str>, u32>,
    slots: Vec<(Box<str>, Slot<T>)>,
}

/// What an id stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Slot<T> {
    /// Nothing defines it yet.
    Unknown,
    Is(T),
    /// What defines it cannot be read.
    Bad(PartFault),
}

impl<T> Default for Slots<T> {
    fn default() -> Self {
        Self { places: HashMap::new(), slots: Vec::new() }
    }
}

impl<T: PartialEq> Slots<T> {
    /// Returns the place of an id.
    pub(super) fn place(&mut self, id: &str) -> u32 {
        if let Some(place) = self.places.get(id) {
            return *place;
        }
        let place = self.slots.len() as u32;
        self.places.insert(id.into(), place);
        self.slots.push((id.into(), Slot::Unknown));
        place
    }

    /// Returns how many ids there are.
    pub(super) fn ids(&self) -> usize {
        self.places.len()
    }

    /// Says what an id stands for; a second time with another content makes it useless.
    pub(super) fn define(&mut self, id: &str, content: Slot<T>) {
        let place = self.place(id);
        if let Some((_, slot)) = self.slots.get_mut(place as usize) {
            *slot = match core::mem::replace(slot, Slot::Unknown) {
                Slot::Unknown => content,
                known if known == content => known,
                _ => Slot::Bad(PartFault::Twice),
            };
        }
    }

    /// Adds what has no id, and returns its place.
    pub(super) fn add(&mut self, content: T) -> u32 {
        self.slots.push((Box::from(""), Slot::Is(content)));
        self.slots.len() as u32 - 1
    }

    pub(super) fn get(
        &self,
        place: u32,
        fault: impl FnOnce(&str, PartFault) -> Fault,
    ) -> Result<&T, Fault> {
        match self.slots.get(place as usize) {
            Some((_, Slot::Is(content))) => Ok(content),
            Some((id, Slot::Bad(why))) => Err(fault(id, why.clone())),
            Some((id, Slot::Unknown)) => Err(fault(id, PartFault::Unknown)),
            None => Err(fault("", PartFault::Unknown)),
        }
    }
}

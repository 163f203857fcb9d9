//! From bytes to facts, every value as it is written.
//!
//! *Invariant:* no other room knows JSON, and no number passes through binary floating point.

pub(crate) mod stream;

pub(crate) mod reader;

pub(crate) mod place;

pub(crate) mod layout;

pub(crate) mod scan;

pub(crate) mod token;

pub(crate) mod document;

pub(crate) mod disputed;

pub(crate) mod concept;

pub(crate) mod fact;

pub(crate) mod error;

//! The checked article: the text as it was, each figure marked, and a card for each.

mod checked;
mod explained;
mod render;
mod findings;
mod card;
mod derivation;
mod citation;
mod text;
mod model;
mod state;

pub use model::{
    Citation, Conflict, Derivation, Document, Figure, Member, Near, Page, Place, Range, Remedy,
};
pub use state::State;

pub use crate::policy::fingerprint;

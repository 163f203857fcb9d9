//! Finds names: one among hundreds while compiling, and those most like a text that is none.

mod likeness;
mod lookup;

pub(crate) use likeness::{Offered, letters, nearest};
pub(crate) use lookup::{NameTable, same_bytes};

//! Finds names: one among hundreds while compiling, and those most like a text that is none.

mod likeness;
mod lookup;

pub(crate) use likeness::{Offered, is_slip, letters, nearest, slips};
pub(crate) use lookup::{NameTable, same_bytes};

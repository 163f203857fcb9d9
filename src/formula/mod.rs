//! Formulas as data: built once, checked when built, read by one walk.

/// `?` for functions that run while compiling.
macro_rules! tri {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(refused) => return Err(refused),
        }
    };
}

mod check;
mod domain;
mod node;
mod parse;
mod refused;

pub use domain::{At, Domain, Over, Window, evaluate};
pub use node::{Guard, Literal, Node, Span};
pub use refused::Refused;

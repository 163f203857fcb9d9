//! The crate's own arithmetic, which is not public, compiled in so that it can be measured alone.
#![allow(missing_docs, unused, unexpected_cfgs, reason = "the private modules are used or not")]

extern crate alloc;

#[path = "../src/arith/mod.rs"]
pub mod arith;
#[path = "../src/bounds.rs"]
mod bounds;

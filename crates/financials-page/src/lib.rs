//! What is known of a company's figures, as pages that work from disk.
//!
//! [`article::Page`] is what stands on the page: the text, and what was found of each figure in it.
//! [`Page::of`](article::Page::of) takes it from a checked article, and `Display` writes the page.
//! It needs no network and no script: without one, the cards are notes behind the text.
//! [`company::Page`] is a company's quarters as first filed and as restated, with charts.
//!
//! *Invariant:* nothing here computes a figure or a verdict. It prints what the crate says, and
//! turns numbers into places on a line.
#![forbid(unsafe_code)]

pub mod article;
pub mod company;
mod shell;
mod svg;
mod filing;
mod policy;
mod number;

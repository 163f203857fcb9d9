//! The page of a company: its quarters as first filed and as restated, and charts of them.

mod sheet;
mod margins;
mod filed;
mod scale;
mod bars;
mod lines;
mod moved;
mod table;
mod render;
mod model;

pub use model::{Amount, Cell, Line, Margin, Moved, Page, Quarter, Row, Sheet};

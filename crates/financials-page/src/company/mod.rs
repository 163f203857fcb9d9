//! The page of a company: its quarters as first filed and as restated, and charts of them.

mod filed;
mod expected;
mod margins;
mod sheet;
mod render;
mod bars;
mod lines;
mod moved;
mod guidance;
mod bridge;
mod scale;
mod table;
mod model;

pub use model::{Amount, Bridge, Cell, Guided, Line, Margin, Moved, Page, Quarter, Row, Sheet};

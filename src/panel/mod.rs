//! Many companies in columns: a metric of all of them at once, exact, with a reason in every cell
//! that has no number.
//!
//! A [`Panel`] holds the figures of [histories](crate::History), or of a table of rows, as whole
//! numbers of one scale in each column. Any metric, line item or formula is evaluated over it as a
//! [`Column`]. No metric is defined again here: a row is read by the walk that reads a report.
//!
//! What was evaluated goes out as a [`Table`] of text: CSV or JSON lines, with every digit.
//!
//! *Contract:* each cell is the value of the same measure from the company's own history at that
//! period, rounded half to even to the column's decimals, and the same reason where there is none.

mod written;
mod screen;
mod table;
mod ends;
mod evaluate;
mod kernel;
mod builder;
mod frame;
mod standpoint;
mod figures;
mod links;
mod column;
mod reasons;
mod numbers;
mod cells;
mod extent;
mod error;

pub use builder::{PanelBuilder, Row};
pub use column::Column;
pub use ends::BoundsColumn;
pub use error::PanelError;
pub use evaluate::PanelView;
pub use figures::Panel;
pub use frame::Frame;
pub use screen::{Order, Peers, Ranked};
pub use table::Table;
pub use written::{Csv, JsonLines};

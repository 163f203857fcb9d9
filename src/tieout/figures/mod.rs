//! A company's figures as variables, joined by the formulas of the catalogue.

mod guard;

mod lower;

mod derive;

mod shares;

mod graph;

pub use graph::{Demand, Graph, Operation, Scope};
pub use guard::Forward;
pub use lower::expand_all;
pub use shares::add_up_shares;

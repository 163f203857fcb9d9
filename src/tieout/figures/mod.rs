//! A company's figures as variables, joined by the formulas of the catalogue.

mod guard;

mod lower;

mod derive;

mod shares;

mod graph;

pub(crate) use graph::{Demand, Graph, Relation, Scope};
pub(crate) use guard::Forward;
pub(crate) use lower::expand_all;
pub(crate) use shares::add_up_shares;

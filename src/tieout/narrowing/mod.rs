//! What numbered variables can be, and which statements about them cannot all hold.
//!
//! Nothing here knows of companies, measures or periods.

mod accuse;

mod proof;

mod twins;

mod state;

mod apply;

mod problem;

mod posted;

mod constraint;

mod step;

mod cell;
mod set;

pub(crate) use accuse::{Accusation, accuse, minimal_conflict};
pub(crate) use cell::{Cell, Conflict};
pub(crate) use constraint::Constraint;
pub(crate) use posted::Posted;
pub(crate) use problem::Problem;
pub(crate) use proof::prove;
pub(crate) use set::Set;
pub(crate) use state::State;
pub(crate) use step::By;

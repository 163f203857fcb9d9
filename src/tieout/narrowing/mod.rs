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

pub use accuse::{Accusation, accuse, minimal_conflict};
pub use cell::{Cell, Conflict};
pub use constraint::Constraint;
pub use posted::Posted;
pub use problem::Problem;
pub use proof::prove;
pub use set::Set;
pub use state::State;
pub use step::By;

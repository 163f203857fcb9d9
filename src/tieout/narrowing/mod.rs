//! What numbered variables can be, and which statements about them cannot all hold.
//!
//! Nothing here knows of companies, measures or periods.

mod accuse;

mod twins;

mod narrow;

mod sweep;

mod posted;

mod constraint;

mod set;

pub use accuse::{Accusation, accuse, minimal_conflict};
pub use constraint::Constraint;
pub use narrow::{Narrowed, Problem};
pub use posted::Posted;
pub use set::Set;
pub use sweep::Cell;

//! One company: its statements placed on bases, solved and told in words.

mod settle;

mod judge;

mod excuse;
mod changes;

mod natural;

mod breakdown;

mod words;

mod diagnose;

mod define;

mod recorded;

mod case;

mod chance;

mod solve;

mod certify;

pub use breakdown::Breakdown;
pub use settle::{Company, settle};

//! One company: its statements placed on bases, solved and told in words.

mod settle;

mod judge;

mod excuse;
mod changes;

mod natural;

mod suspect;

mod breakdown;

mod words;

mod diagnose;

mod define;

mod candidates;

mod line;

mod recorded;

mod case;

mod chance;

mod solve;

mod certify;

pub(crate) use breakdown::Breakdown;
pub(crate) use settle::{Company, settle};

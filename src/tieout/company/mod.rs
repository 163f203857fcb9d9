//! One company: its statements placed on bases, solved and told in words.

mod settle;

mod judge;

mod words;

mod diagnose;

mod define;

mod recorded;

mod case;

mod chance;

mod solve;

mod certify;

pub use settle::settle;

//! One company: its statements placed on bases, solved and told in words.

mod settle;

mod words;

mod case;

mod solve;

pub use settle::settle;

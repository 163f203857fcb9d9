//! A figure: its value, how precisely it was stated, on which basis, and where it comes from.

mod accuracy;

pub use accuracy::Accuracy;

//! [`Step`]: what a figure is narrowed to, and by what.

use crate::interval::Interval;

/// By what a figure is narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Statement(usize),
    Formula(usize),
}

/// What a figure is narrowed to, or nothing where nothing is left.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub by: By,
    pub variable: usize,
    pub interval: Option<Interval>,
}

//! [`Here`]: where a figure stands in its sentence, and the words before it.

use std::ops::Range;

use crate::{lexicon::Sense, moment::Period};

/// A figure within its sentence.
#[derive(Clone, Debug)]
pub(super) struct Here {
    pub(super) sentence: Range<usize>,
    /// The figure's own token.
    pub(super) at: usize,
    /// The tokens since the figure before, less those that it used.
    pub(super) gap: Range<usize>,
    /// The tokens up to the next figure.
    pub(super) right: Range<usize>,
    /// The period that a list of periods gives it.
    pub(super) listed: Option<Period>,
}

impl Here {
    /// The place of the next figure, or the end of the sentence.
    pub(super) fn next(&self) -> usize {
        self.right.end
    }
}

/// The words of a gap that say how its figure stands to the one before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cues {
    /// Where the last comparison begins.
    pub(super) compared: Option<usize>,
    /// Whether the figure is what another is compared with.
    pub(super) is_compared: bool,
    /// The last such phrase.
    pub(super) last: Option<(usize, Sense)>,
}

//! [`Captures`]: the text of elements that stand inside of each other.

use alloc::{string::String, vec::Vec};

/// The text since the outermost element whose text is wanted, once for all that are open.
#[derive(Default)]
pub(super) struct Captures {
    text: String,
    /// What is left out of those that were open before: where it begins and ends.
    excluded: Vec<(usize, usize)>,
    open: usize,
}

/// Where the text of an element begins.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    start: usize,
    /// How many stretches had been left out by then.
    excluded: usize,
}

impl Stretch {
    pub(super) const fn start(self) -> usize {
        self.start
    }
}

impl Captures {
    pub(super) fn push(&mut self, text: &str) {
        if self.open > 0 {
            self.text.push_str(text);
        }
    }

    /// Returns where the text ends so far.
    pub(super) fn at(&self) -> usize {
        self.text.len()
    }

    pub(super) fn between(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    pub(super) fn open(&mut self) -> Stretch {
        self.open += 1;
        Stretch { start: self.text.len(), excluded: self.excluded.len() }
    }

    /// Leaves out what was added since.
    pub(super) fn exclude(&mut self, start: usize) {
        if self.open > 0 && start < self.text.len() {
            // Stretches inside of this one go with it.
            while self.excluded.pop_if(|(inner, _)| *inner >= start).is_some() {}
            self.excluded.push((start, self.text.len()));
        }
    }

    /// Returns the text of an element as far as it is kept, and how many bytes it has without white
    /// space at its ends.
    pub(super) fn close(&mut self, stretch: Stretch, kept: usize) -> (String, usize) {
        let mut at = stretch.start;
        let (mut found, mut bytes, mut blank) = (String::new(), 0, 0);
        let excluded = self.excluded.get(stretch.excluded..).unwrap_or_default();
        let end = (self.text.len(), self.text.len());
        for (from, to) in excluded.iter().copied().chain([end]) {
            let piece = self.text.get(at..from).unwrap_or_default();
            at = to;
            let piece = if bytes == 0 { piece.trim_start() } else { piece };
            let trimmed = piece.trim_end();
            if trimmed.is_empty() {
                blank += piece.len();
            } else {
                bytes += blank + trimmed.len();
                blank = piece.len() - trimmed.len();
            }
            if found.len() <= kept {
                found.push_str(piece);
            }
        }
        self.open -= 1;
        if self.open == 0 {
            self.text.clear();
            self.excluded.clear();
        }
        (found, bytes)
    }
}

//! [`Captures`]: the text of elements that stand inside of each other.

use alloc::{string::String, vec::Vec};

use crate::xbrl::bounds::NUMBER_BYTES_MAX;

/// The text since the outermost element whose text is wanted, once for all that are open.
///
/// What is left out of one is left out of all that are open around it, so that it is cut from the
/// end of the text when it ends. Where the text of each begins, without white space, is noted when
/// it comes, and so every piece of a document is looked at once, however deep elements stand.
#[derive(Default)]
pub(super) struct Captures {
    text: String,
    /// Where the text without white space ends.
    ink: usize,
    open: Vec<Begun>,
    /// How many were open when what is left out began; what comes is not theirs.
    outside: usize,
}

/// An element whose text is wanted: where it begins, with white space and without.
struct Begun {
    at: usize,
    ink: Option<usize>,
}

/// What was there when something began that is left out.
#[derive(Clone, Copy)]
pub(super) struct Excluded {
    at: usize,
    ink: usize,
    outside: usize,
}

/// Where the text of an element begins.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    start: usize,
}

impl Stretch {
    pub(super) const fn start(self) -> usize {
        self.start
    }
}

impl Captures {
    pub(super) fn push(&mut self, text: &str) {
        if self.open.is_empty() {
            return;
        }
        let from = self.text.len();
        self.text.push_str(text);
        let blank = text.len() - text.trim_start().len();
        if blank < text.len() {
            self.ink = from + text.trim_end().len();
            // Those that were opened before one that has begun have begun too.
            let inner = self.open.iter_mut().skip(self.outside).rev();
            for begun in inner.take_while(|begun| begun.ink.is_none()) {
                begun.ink = Some(from + blank);
            }
        }
    }

    /// Returns where the text ends so far.
    pub(super) fn at(&self) -> usize {
        self.text.len()
    }

    pub(super) fn between(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns whether digits stand on both sides of a tag in the text that begins at a place: in
    /// `12<sup>1</sup>` the last is that of a note. A text longer than numbers are is none.
    pub(super) fn joins_digits(&self, start: usize, tags: &[usize]) -> bool {
        let text = self.between(start, self.at());
        let (ink, blank) = (text.trim(), text.len() - text.trim_start().len());
        if ink.len() > NUMBER_BYTES_MAX {
            return false;
        }
        let sides = |at: &usize| ink.split_at_checked(at.checked_sub(start + blank)?);
        tags.iter().filter_map(sides).any(|(before, after)| {
            before.trim_end().ends_with(char::is_numeric)
                && after.trim_start().starts_with(char::is_numeric)
        })
    }

    pub(super) fn open(&mut self) -> Stretch {
        self.open.push(Begun { at: self.text.len(), ink: None });
        Stretch { start: self.text.len() }
    }

    /// Begins what is left out.
    pub(super) fn begin_excluded(&mut self) -> Excluded {
        let outside = core::mem::replace(&mut self.outside, self.open.len());
        Excluded { at: self.text.len(), ink: self.ink, outside }
    }

    /// Leaves out what was added since.
    pub(super) fn exclude(&mut self, excluded: Excluded) {
        self.outside = excluded.outside;
        if !self.open.is_empty() {
            self.text.truncate(excluded.at);
            self.ink = excluded.ink;
        }
    }

    /// Returns the text of the element that was opened last, as far as it is kept, and how many
    /// bytes it has without white space at its ends.
    pub(super) fn close(&mut self, kept: usize) -> (String, usize) {
        let Some(Begun { at, ink }) = self.open.pop() else { return (String::new(), 0) };
        let mut found = (String::new(), 0);
        if let Some(ink) = ink {
            // White space before it belongs to a text that it continues, if there is not too much.
            let start = if ink - at <= kept { at } else { ink };
            let text = self.text.get(start..).unwrap_or_default();
            let most = (ink - start).saturating_add(kept).saturating_add(4).min(text.len());
            let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
            found = (text.get(..end).unwrap_or_default().into(), self.ink.saturating_sub(ink));
        }
        if self.open.is_empty() {
            self.text.clear();
            self.ink = 0;
        }
        found
    }
}

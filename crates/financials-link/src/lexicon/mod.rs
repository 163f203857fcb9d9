//! The words that decide what a figure is about: each phrase once, with what it says.

mod cues;
mod matters;
mod measures;
mod neutral;
mod words;
mod sense;

pub(crate) use measures::MEASURES;
pub(crate) use neutral::is_neutral;
pub(crate) use sense::Sense;
pub(crate) use words::{is_function, is_person};

/// The phrases that say something of the figures beside them, each with what it says.
pub(crate) fn phrases() -> impl Iterator<Item = (&'static str, Sense)> {
    let rows = cues::CUES.iter().chain(matters::MATTERS);
    rows.flat_map(|(sense, phrases)| phrases.iter().map(|phrase| (*phrase, *sense)))
}

//! [`Word`]: a row of the lexicon as a user sees it.

use super::{group::Group, rows::GROUPS};

/// A word that decides how a number reads, as the lexicon has it.
///
/// A word that can be several things has a row for each.
///
/// ```
/// use financials::stated::words;
///
/// let crore = words().find(|word| word.text() == "crore").ok_or("no such word")?;
/// assert_eq!(crore.classes().collect::<Vec<_>>(), ["SCALE"]);
/// assert_eq!(crore.source(), "Indian company reports and press");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Word {
    text: &'static str,
    group: &'static Group,
}

impl Word {
    /// Returns the word: where it has capitals, only so; otherwise in capitals as in small letters.
    #[must_use]
    pub fn text(&self) -> &'static str {
        self.text
    }

    /// Returns the names of what the word can be, such as `SCALE` or `FALLS`.
    pub fn classes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.group.class.names()
    }

    /// Returns the language that the word is of, `any` for codes and signs.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.group.language.name()
    }

    /// Returns where the word's meaning is written down.
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.group.source.name()
    }
}

/// Returns every row of the lexicon: currencies, units, hedges, directions, grammar, and what
/// companies count.
pub fn words() -> impl Iterator<Item = Word> {
    GROUPS
        .iter()
        .flat_map(|file| file.iter())
        .flat_map(|group| group.words.split(' ').map(move |text| Word { text, group }))
}

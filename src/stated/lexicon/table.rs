//! The words as one table, built when the crate is compiled.

use super::{
    class::Class,
    group::{Group, Worth},
    rows::GROUPS,
};

/// A word with all that it can be.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    pub word: &'static str,
    /// Only this spelling is the word, in capitals as in small letters.
    exact: bool,
    pub class: Class,
    pub worth: Worth,
}

impl Entry {
    const NONE: Self = Self { word: "", exact: false, class: Class::NONE, worth: Worth::None };
}

/// Slots of the table, a power of two: under a third of them are taken, so that most words that it
/// does not have meet a free one at once.
const SLOTS: usize = 4096;

/// The table: a word's letters by slot, and what it is.
struct Table {
    /// Whether a slot is taken: four kilobytes, which stay near while text is read.
    taken: [bool; SLOTS],
    keys: [u128; SLOTS],
    entries: [Entry; SLOTS],
}

static TABLE: Table = build(GROUPS);

/// A word's letters in lower case as one number; a word of more than sixteen bytes is none of the
/// table's.
///
/// The bit that parts capitals from small letters is set in every byte: of what words hold, only
/// capitals lack it.
#[inline]
const fn key(word: &[u8]) -> u128 {
    if word.len() > 16 {
        return 0;
    }
    let mut key = 0;
    let mut rest = word;
    while let [before @ .., letter] = rest {
        key = key << 8 | *letter as u128;
        rest = before;
    }
    key | CASE & u128::MAX >> (128 - 8 * word.len() as u32)
}

/// The bit that parts capitals from small letters, in every byte.
const CASE: u128 = 0x2020_2020_2020_2020_2020_2020_2020_2020;

/// The bits of a word, by its bytes.
static OF_LENGTH: [u128; 17] = masks();

#[expect(clippy::indexing_slicing, reason = "run by the compiler, which checks every index")]
const fn masks() -> [u128; 17] {
    let mut masks = [0; 17];
    let mut length = 1;
    while length < 17 {
        masks[length] = u128::MAX >> (128 - 8 * length as u32);
        length += 1;
    }
    masks
}

#[inline]
const fn slot(key: u128) -> usize {
    // The 64-bit golden ratio spreads the letters over the upper bits.
    let folded = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (folded >> 52) as usize % SLOTS
}

#[expect(clippy::indexing_slicing, reason = "run by the compiler, which checks every index")]
const fn build(groups: &[&[Group]]) -> Table {
    let mut table =
        Table { taken: [false; SLOTS], keys: [0; SLOTS], entries: [Entry::NONE; SLOTS] };
    let mut file = 0;
    while file < groups.len() {
        let mut at = 0;
        while at < groups[file].len() {
            let group = &groups[file][at];
            let mut rest = group.words;
            while !rest.is_empty() {
                let (word, after) = first_word(rest);
                insert(&mut table, group, word);
                rest = after;
            }
            at += 1;
        }
        file += 1;
    }
    share(&mut table);
    table
}

/// Gives each exact spelling what the word is in any.
#[expect(clippy::indexing_slicing, reason = "run by the compiler, which checks every index")]
const fn share(table: &mut Table) {
    let mut exact = 0;
    while exact < SLOTS {
        let key = table.keys[exact];
        let mut any = slot(key);
        while table.entries[exact].exact && table.keys[any] != 0 {
            if table.keys[any] == key && !table.entries[any].exact {
                table.entries[exact].class =
                    table.entries[exact].class.and(table.entries[any].class);
                if matches!(table.entries[exact].worth, Worth::None) {
                    table.entries[exact].worth = table.entries[any].worth;
                }
            }
            any = (any + 1) % SLOTS;
        }
        exact += 1;
    }
}

/// Parts the first of the words between single spaces from the others.
const fn first_word(words: &'static str) -> (&'static str, &'static str) {
    let mut length = 0;
    let mut bytes = words.as_bytes();
    while let [byte, rest @ ..] = bytes {
        if *byte == b' ' {
            let (word, rest) = words.split_at(length);
            return (word, rest.split_at(1).1);
        }
        length += 1;
        bytes = rest;
    }
    (words, "")
}

#[expect(clippy::indexing_slicing, reason = "run by the compiler, which checks every index")]
const fn insert(table: &mut Table, group: &Group, word: &'static str) {
    let key = key(word.as_bytes());
    assert!(key != 0, "a word of the lexicon has one to sixteen bytes");
    let mut at = slot(key);
    while table.keys[at] != 0 {
        let entry = &mut table.entries[at];
        let same = table.keys[at] == key
            && entry.exact == group.exact
            && (!group.exact || is_same(entry.word.as_bytes(), word.as_bytes()));
        if same {
            entry.class = entry.class.and(group.class);
            if matches!(entry.worth, Worth::None) {
                entry.worth = group.worth;
            }
            return;
        }
        at = (at + 1) % SLOTS;
    }
    table.taken[at] = true;
    table.keys[at] = key;
    table.entries[at] = Entry { word, exact: group.exact, class: group.class, worth: group.worth };
}

const fn is_same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (one_rest, other_rest);
    }
    one.len() == other.len()
}

/// Finds a word, and returns what it is with its slot; an exact spelling goes before any.
#[inline]
pub(crate) fn find(word: &str) -> Option<u16> {
    if word.is_empty() { None } else { find_key(key(word.as_bytes()), word.as_bytes()) }
}

/// Finds the word that a text begins with, of some length.
///
/// Sixteen bytes of the text are read at once where it has as many.
#[inline]
pub(crate) fn find_first(text: &[u8], length: usize) -> Option<u16> {
    let word = text.get(..length)?;
    if length == 0 || length > 16 {
        return None;
    }
    let key = match text.first_chunk() {
        Some(bytes) => (u128::from_le_bytes(*bytes) | CASE) & OF_LENGTH.get(length)?,
        None => key(word),
    };
    find_key(key, word)
}

#[inline]
fn find_key(key: u128, word: &[u8]) -> Option<u16> {
    let mut at = slot(key);
    let mut any = None;
    loop {
        if !TABLE.taken.get(at).copied().unwrap_or(false) {
            return any;
        }
        if TABLE.keys.get(at).copied() == Some(key) {
            let entry = entry(at as u16);
            if !entry.exact {
                any = Some(at as u16);
            } else if entry.word.as_bytes() == word {
                return Some(at as u16);
            }
        }
        at = (at + 1) % SLOTS;
    }
}

/// Returns the entry in a slot; one without a word where there is none.
#[inline]
pub(crate) fn entry(slot: u16) -> &'static Entry {
    static NONE: Entry = Entry::NONE;
    TABLE.entries.get(usize::from(slot)).unwrap_or(&NONE)
}

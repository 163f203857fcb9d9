//! Of which subject a file is, where that was not said.

use crate::{
    filed::{Failure, File},
    filing::Filing,
};

/// The name of a company is known by a word of so many letters; `T` is no part of T-Mobile.
const LETTERS_MIN: usize = 3;

/// How sure it is of which subject a file is, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// There is no other subject.
    Only,
    /// The company's name begins so.
    Begins,
    /// It is the company's ticker, the file's name or the company's whole name.
    Equal,
    /// It was said.
    Said,
}

/// A file, and the subject that it is taken for.
pub struct Taken<'a> {
    pub filing: &'a Filing,
    pub file: File,
    pub subject: String,
    sure: Sure,
}

impl<'a> Taken<'a> {
    /// Takes a file for the subject that was said, or for the one of the claims' that it is of.
    ///
    /// # Errors
    ///
    /// Fails where no subject or more than one fits.
    pub fn of(filing: &'a Filing, file: File, subjects: &[String]) -> Result<Self, Failure> {
        let (subject, sure) = match filing.subject() {
            Some(subject) => (subject.to_owned(), Sure::Said),
            None => guess(filing, &file, subjects)?,
        };
        Ok(Self { filing, file, subject, sure })
    }

    /// Returns what to say of a file that is taken for a subject only because there is no other.
    pub fn only(&self) -> Option<String> {
        let Self { filing, file, subject, sure } = self;
        let is_only = *sure == Sure::Only && !file.entity().is_empty();
        is_only.then(|| {
            format!(
                "{filing}: it is of {}, and taken for {subject}, as there is no other subject; \
                 --filing {subject}=PATH says so",
                file.entity()
            )
        })
    }

    /// Returns why a file cannot be taken for its subject beside others: one of another company is
    /// taken for it as surely, and neither was said.
    pub fn rival(&self, others: &[Self]) -> Option<String> {
        let is_rival = |other: &&Self| {
            other.subject == self.subject
                && other.sure >= self.sure
                && !is_one_company(&self.file, &other.file)
        };
        let other = others.iter().find(is_rival).filter(|_| self.sure != Sure::Said)?;
        Some(format!(
            "it is of {}, and {} is of {}; which is {} must be said: --filing {}=PATH",
            self.file.entity(),
            other.filing,
            other.file.entity(),
            self.subject,
            self.subject
        ))
    }
}

/// Returns the subject that a file is of, by its ticker, its name or its entity's, or else the only
/// one.
fn guess(filing: &Filing, file: &File, subjects: &[String]) -> Result<(String, Sure), Failure> {
    let mut known: Vec<&String> = subjects.iter().collect();
    known.sort_unstable();
    known.dedup();
    let one = |found: Vec<&String>, sure| match found.as_slice() {
        [] => None,
        [one] => Some(Ok((String::clone(one), sure))),
        [one, other, ..] => Some(Err(format!(
            "it may be of {one} or of {other}, which must be said: --filing {one}=PATH"
        ))),
    };
    let entity = file.entity();
    let own = file.tickers().into_iter().chain([entity]).map(str::to_owned);
    for own in own.chain(names(filing)) {
        let own = words(&own);
        let is_own = |subject: &&String| !own.is_empty() && words(subject) == own;
        let equal = known.iter().copied().filter(is_own).collect();
        if let Some(found) = one(equal, Sure::Equal) {
            return Ok(found?);
        }
    }
    let begin = |subject: &&String| begins(entity, subject);
    let beginning: Vec<&String> = known.iter().copied().filter(begin).collect();
    let longest = beginning.iter().map(|subject| words(subject).len()).max();
    let longest = beginning.into_iter().filter(|it| Some(words(it).len()) == longest).collect();
    match (one(longest, Sure::Begins), known.as_slice()) {
        (Some(found), _) => Ok(found?),
        (None, [only]) => Ok((String::clone(only), Sure::Only)),
        (None, _) => {
            Err("which of the claims' subjects it is of must be said: --filing SUBJECT=FILE".into())
        }
    }
}

/// Returns what a file may be called after; what stands before a mark is no name of its own where
/// it is as short as the `t` of `t-mobile.json`, unless a date follows as in `ko-20250328.htm`.
fn names(filing: &Filing) -> impl Iterator<Item = String> {
    let [stem, name, short] = filing.input().names();
    let after = name.strip_prefix(&short).and_then(|rest| rest.chars().nth(1));
    let is_name = short == name
        || short.chars().count() >= LETTERS_MIN
        || after.is_some_and(|first| first.is_ascii_digit());
    [Some(stem), Some(name), Some(short).filter(|_| is_name)].into_iter().flatten()
}

/// Returns whether the name of a company is a subject, or begins with its words, one of which is no
/// mere abbreviation.
pub fn begins(entity: &str, subject: &str) -> bool {
    let (entity, subject) = (words(entity), words(subject));
    let letters = |word: &String| word.chars().filter(|it| it.is_alphabetic()).count();
    let has_word = subject.iter().any(|word| letters(word) >= LETTERS_MIN);
    !subject.is_empty() && entity.starts_with(&subject) && (has_word || entity == subject)
}

/// Returns whether two files are of one company, by its number where both have one, else by its
/// name; a label linkbase goes with any.
fn is_one_company(one: &File, other: &File) -> bool {
    let numbers = [one, other].map(File::number);
    let names = [one, other].map(|file| words(file.entity()));
    match (&numbers, &names) {
        ([one, other], _) if !one.is_empty() && !other.is_empty() => one == other,
        (_, [one, other]) => one.is_empty() || other.is_empty() || one == other,
    }
}

/// Returns the words of a name in lower case, without an article before it.
pub fn words(name: &str) -> Vec<String> {
    let words = name.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    if words.len() > 1 && words.first().is_some_and(|first| first == "the") {
        words.remove(0);
    }
    words
}

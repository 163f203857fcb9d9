//! [`Phrases`]: finds the longest phrase of a table that begins at a token.

use std::collections::HashMap;

use crate::token::{Token, tokens};

/// A table of phrases with what each stands for.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T: Clone> Phrases<T> {
    pub(crate) fn new<'a>(rows: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (phrase, of) in rows {
            let words: Vec<String> =
                tokens(phrase, &[]).into_iter().map(|token| token.word).collect();
            if let Some(first) = words.first().cloned() {
                by_first.entry(first).or_default().push((words, of));
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self { by_first }
    }

    /// Returns what the longest phrase at the head of some tokens stands for, and its length.
    pub(crate) fn at(&self, tokens: &[Token]) -> Option<(T, usize)> {
        let first = tokens.first().filter(|token| token.figure().is_none())?;
        let phrases = self.by_first.get(&first.word)?;
        phrases
            .iter()
            .find(|(words, _)| {
                words.len() <= tokens.len()
                    && words.iter().zip(tokens).all(|(word, token)| token.is(word))
            })
            .map(|(words, of)| (of.clone(), words.len()))
    }
}

//! Every row of the lexicon decides a figure of some sentence of `tests/prose`.

use std::{fs, path::Path};

use financials::stated::{Word, scan, words};

/// No word of any language, to stand where one of the lexicon stood.
const NO_WORD: &str = "qxq";

fn sentences() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/prose");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let texts: Vec<_> = files.map(|path| fs::read_to_string(path).unwrap()).collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    lines.filter_map(|line| line.strip_prefix("> ")).map(str::to_owned).collect()
}

/// The figures of a text with their words, in which one word is no word.
fn readings(text: &str, word: &str) -> Vec<String> {
    scan(text)
        .map(|found| format!("{:?} {}", found.stated(), found.text().replace(word, NO_WORD)))
        .collect()
}

/// Returns whether some place of the word in the sentence decides what the sentence states.
fn decides(word: Word, sentence: &str, lower: &str) -> bool {
    let text = word.text();
    let any_case = text.chars().all(|c| !c.is_uppercase());
    let hay = if any_case { lower } else { sentence };
    hay.match_indices(text).any(|(start, _)| {
        let end = start + text.len();
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let is_part = letter(hay[..start].chars().next_back()) || letter(hay[end..].chars().next());
        let without = format!("{}{NO_WORD}{}", &sentence[..start], &sentence[end..]);
        let written = &sentence[start..end];
        !is_part && readings(sentence, written) != readings(&without, written)
    })
}

#[test]
fn each_word_decides_a_figure_of_a_sentence() {
    let sentences: Vec<_> =
        sentences().into_iter().map(|text| (text.to_ascii_lowercase(), text)).collect();
    let idle: Vec<_> = words()
        .filter(|word| !sentences.iter().any(|(lower, text)| decides(*word, text, lower)))
        .map(|word| format!("{} ({})", word.text(), word.classes().collect::<Vec<_>>().join(", ")))
        .collect();
    assert!(idle.is_empty(), "{} words decide nothing: {}", idle.len(), idle.join("; "));
}

#[test]
fn each_word_has_its_class_its_language_and_its_source() {
    for word in words() {
        assert!(word.classes().count() > 0, "{}", word.text());
        assert!(!word.language().is_empty() && !word.source().is_empty(), "{}", word.text());
        assert!((1..=16).contains(&word.text().len()), "{}", word.text());
    }
    let mut rows: Vec<_> =
        words().map(|word| (word.text(), word.classes().collect::<Vec<_>>())).collect();
    let all = rows.len();
    rows.sort();
    rows.dedup();
    assert_eq!(rows.len(), all, "a row stands twice");
}

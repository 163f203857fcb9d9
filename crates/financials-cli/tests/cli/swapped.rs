//! The labelled documents with their clauses in another order: each figure keeps its verdict.

use std::{collections::BTreeMap, fs, ops::Range};

use serde_json::Value;

use crate::{check::Labelled, file, rows, run};

/// Of a hundred figures so many keep their verdicts.
const SAME_MIN: usize = 99;

/// A piece of a rewritten text: what stood in the original, or a word that joins.
enum Piece {
    Kept(Range<usize>),
    New(String),
}

/// A text in a new order, with where each kept piece stood before and stands now.
struct Swapped {
    text: String,
    places: Vec<(Range<usize>, usize)>,
}

impl Swapped {
    fn of(text: &str) -> (Self, usize) {
        let mut swapped = Self { text: String::new(), places: Vec::new() };
        let mut count = 0;
        for sentence in sentences(text) {
            let words = &text[sentence.clone()];
            let pieces = two_clauses(words)
                .or_else(|| opening_behind(words))
                .or_else(|| level_before_growth(words));
            count += usize::from(pieces.is_some());
            for piece in pieces.unwrap_or_else(|| vec![Piece::Kept(0..words.len())]) {
                match piece {
                    Piece::Kept(range) => {
                        let from = sentence.start + range.start..sentence.start + range.end;
                        swapped.places.push((from.clone(), swapped.text.len()));
                        swapped.text.push_str(&text[from]);
                    }
                    Piece::New(words) => swapped.text.push_str(&words),
                }
            }
        }
        (swapped, count)
    }

    /// Where a place of the original stands now.
    fn now(&self, place: usize) -> Option<usize> {
        let (from, to) = self.places.iter().find(|(from, _)| from.contains(&place))?;
        Some(to + place - from.start)
    }
}

/// The sentences of a text with the gaps behind them, by full stops and lines.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let (mut ranges, mut start) = (Vec::new(), 0);
    for (at, letter) in text.char_indices() {
        let rest = &text[at + letter.len_utf8()..];
        let ends = letter == '\n'
            || letter == '.' && rest.starts_with(' ') && !text[..at].ends_with("U.S");
        if ends {
            ranges.push(start..at);
            start = at;
        }
    }
    ranges.push(start..text.len());
    ranges
}

/// Where a sentence begins behind the stop, line end and mark of a list before it.
fn opening(words: &str) -> usize {
    words.find(char::is_alphanumeric).unwrap_or(words.len())
}

fn has_figure(words: &str) -> bool {
    words.contains('%') || words.contains('$')
}

/// Whether a clause goes by another, so that it cannot stand before it.
fn is_free(clause: &str) -> bool {
    const BOUND: &[&str] = &[
        "it",
        "its",
        "this",
        "that",
        "these",
        "they",
        "their",
        "both",
        "also",
        "up",
        "down",
        "or",
        "respectively",
        "which",
        "compared",
        "versus",
        "with",
        "from",
        "driven",
        "including",
        "partially",
        "diluted",
        "excluding",
        "adjusted",
        "non-gaap",
    ];
    let mut words = clause.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let first = words.find(|word| !word.is_empty()).unwrap_or_default().to_lowercase();
    let says = ["was", "were", "rose", "grew", "fell", "increased", "decreased", "declined"];
    let has_verb = clause.split(' ').any(|word| says.contains(&word));
    has_figure(clause)
        && has_verb
        && !clause.contains(['(', ')', ';', '"', ':'])
        && !clause.contains("respectively")
        && !BOUND.contains(&first.as_str())
}

/// `A was 5, while B was 6` is `B was 6, while A was 5`.
fn two_clauses(words: &str) -> Option<Vec<Piece>> {
    let start = opening(words);
    let joints = [", while ", ", and ", "; ", " and "];
    let (joint, at) = joints.iter().find_map(|joint| Some((*joint, words.find(joint)?)))?;
    let behind = at + joint.len();
    let end = words.trim_end_matches('.').len();
    let (first, second) = (words.get(start..at)?, words.get(behind..end)?);
    let is_only = joints.iter().all(|joint| !second.contains(joint) && !first.contains(joint));
    (is_only && is_free(first) && is_free(second)).then(|| {
        vec![
            Piece::Kept(0..start),
            Piece::Kept(behind..end),
            Piece::New(joint.to_owned()),
            Piece::Kept(start..at),
            Piece::Kept(end..words.len()),
        ]
    })
}

/// `In the quarter, A was 5` is `A was 5 in the quarter`.
fn opening_behind(words: &str) -> Option<Vec<Piece>> {
    let start = opening(words);
    let own = words.get(start..)?;
    let opens = ["In ", "For ", "During "].iter().any(|word| own.starts_with(word));
    let comma = own.find(", ").filter(|_| opens)?;
    let end = words.trim_end_matches('.').len();
    let (lead, rest) = (own.get(..comma)?, words.get(start + comma + 2..end)?);
    // A year behind a comma is that of a date; of two figures the second may have its own period.
    let is_year = rest.starts_with(|letter: char| letter.is_ascii_digit());
    let is_period = ["quarter", "year", "Q1", "Q2", "Q3", "Q4"].iter().any(|w| lead.contains(w));
    let count = rest.matches(['$', '%']).count();
    (is_period && !has_figure(lead) && !is_year && count == 1 && is_free(rest)).then(|| {
        vec![
            Piece::Kept(0..start),
            Piece::Kept(start + comma + 2..end),
            Piece::New(" ".to_owned()),
            Piece::New(lead[..1].to_lowercase()),
            Piece::Kept(start + 1..start + comma),
            Piece::Kept(end..words.len()),
        ]
    })
}

/// `rose 5% to $6 billion` is `rose to $6 billion, up 5%`.
fn level_before_growth(words: &str) -> Option<Vec<Piece>> {
    const WAYS: &[(&str, &str)] = &[
        (" rose ", "up"),
        (" grew ", "up"),
        (" increased ", "up"),
        (" fell ", "down"),
        (" decreased ", "down"),
        (" declined ", "down"),
    ];
    let (verb, way) = WAYS.iter().find(|(verb, _)| words.matches(verb).count() == 1)?;
    let growth = words.find(verb)? + verb.len();
    let level = growth + words.get(growth..)?.find(" to $")? + 1;
    let percent = words.get(growth..level - 1)?;
    let is_plain = percent.ends_with('%')
        && percent[..percent.len() - 1].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = words.get(level..)?;
    let end = ["million", "billion"]
        .iter()
        .filter_map(|unit| Some(number.find(unit)? + unit.len()))
        .min()
        .filter(|end| *end < 24)?;
    let is_last = number.get(end..)?.is_empty() || number.get(end..)?.starts_with(['.', ',']);
    (is_plain && is_last).then(|| {
        vec![
            Piece::Kept(0..growth),
            Piece::Kept(level..level + end),
            Piece::New(format!(", {way} ")),
            Piece::Kept(growth..level - 1),
            Piece::Kept(level + end..words.len()),
        ]
    })
}

/// What is found of the figures of a text, by where they begin.
fn found(arguments: &[String]) -> BTreeMap<usize, (String, String)> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let words = |row: &Value, name: &str| row[name].as_str().unwrap_or("none").to_owned();
    let own = |row: &Value| {
        let start = usize::try_from(row["start"].as_u64().unwrap()).unwrap();
        (start, (words(row, "verdict"), words(row, "text")))
    };
    rows(&run(&arguments)).iter().map(own).collect()
}

#[test]
fn clauses_are_put_in_another_order() {
    for (text, other) in [
        ("Sales were $5, while costs were $4.", "costs were $4, while Sales were $5."),
        ("In the quarter, sales were $5. It", "sales were $5 in the quarter. It"),
        ("• Sales rose 5% to $6 billion.", "• Sales rose to $6 billion, up 5%."),
        ("Sales were $5, and it was 3%.", "Sales were $5, and it was 3%."),
    ] {
        assert_eq!(Swapped::of(text).0.text, other);
    }
    let text = "Sales were $5, while costs were $4.";
    let (swapped, count) = Swapped::of(text);
    let place = swapped.now(text.find("$5").unwrap()).unwrap();
    assert_eq!((&swapped.text[place..place + 2], count), ("$5", 1));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn clauses_in_another_order_have_the_same_verdicts() {
    let data = Labelled::open();
    let (mut all, mut same, mut count, mut lost) = (0, 0, 0, Vec::new());
    for document in &data.documents {
        let name = document["file"].as_str().unwrap();
        let path = data.data.join("links/texts").join(name);
        let text = fs::read_to_string(&path).unwrap();
        let (swapped, changed) = Swapped::of(&text);
        count += changed;
        let copy = file(&format!("swapped-{name}"), &swapped.text);
        let one = found(&data.arguments(document, &path, |filing| filing));
        let other = found(&data.arguments(document, &copy, |filing| filing));
        all += one.len().max(other.len());
        for (place, (verdict, words)) in &one {
            let own = swapped.now(*place).and_then(|place| other.get(&place));
            match own.is_some_and(|(own, _)| own == verdict) {
                true => same += 1,
                false => lost.push(format!("{name} {words}: {verdict} is {own:?}")),
            }
        }
    }
    assert!(
        all > 800 && count > 12 && same * 100 >= all * SAME_MIN,
        "{count} sentences, {same} of {all} figures: {}",
        lost.join("\n")
    );
}

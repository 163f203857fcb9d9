//! Ways in which a sentence is put in another order that says the same.

/// A piece of a rewritten text: what stood in the original, or a word that joins.
#[derive(Debug)]
pub(crate) enum Piece {
    Kept(Range<usize>),
    New(String),
}

/// Puts a sentence in another order, where it is of the kind that can be.
pub(crate) type Way = fn(&str) -> Option<Vec<Piece>>;

/// The ways by their names.
pub(crate) const WAYS: &[(&str, Way)] = &[
    ("two clauses", two_clauses),
    ("opening behind", opening_behind),
    ("period in front", period_in_front),
    ("level before growth", level_before_growth),
    ("growth before level", growth_before_level),
    ("compared first", compared_first),
    ("to before from", to_before_from),
    ("noun behind", noun_behind),
];

use std::ops::Range;

/// Where a sentence begins behind the stop, line end and mark of a list before it.
pub(crate) fn opening(words: &str) -> usize {
    words.find(char::is_alphanumeric).unwrap_or(words.len())
}

pub(crate) fn has_figure(words: &str) -> bool {
    words.contains('%') || words.contains('$')
}

/// Whether a clause goes by another, so that it cannot stand before it.
pub(crate) fn is_free(clause: &str) -> bool {
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
    // A period that the first names holds for the second.
    const PERIODS: &[&str] = &["quarter", "half", "year", "months", "date", "20"];
    let names = |own: &str| PERIODS.iter().any(|word| own.contains(word));
    let is_dated = names(first) && !names(second);
    let is_only = joints.iter().all(|joint| !second.contains(joint) && !first.contains(joint));
    (is_only && !is_dated && is_free(first) && is_free(second)).then(|| {
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

/// Where a number with its unit ends that begins at a place: `$6.1 billion`, `12%`.
fn number_end(words: &str, start: usize) -> Option<usize> {
    let rest = words.get(start..)?;
    let digits = rest.strip_prefix('$').unwrap_or(rest);
    let from = rest.len() - digits.len();
    let end = digits.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','));
    let mut end = from + end.unwrap_or(digits.len());
    if rest.get(..end)?.ends_with(['.', ',']) {
        end -= 1;
    }
    if end == from {
        return None;
    }
    let units = [
        "%",
        " percent",
        " basis points",
        " points",
        " million",
        " billion",
        "bn",
        " cents",
        "B",
        "M",
    ];
    let unit = units.iter().find(|unit| rest.get(end..).is_some_and(|own| own.starts_with(**unit)));
    Some(start + end + unit.map_or(0, |unit| unit.len()))
}

/// `was $6 billion, up 5%` is `rose 5% to $6 billion`.
fn growth_before_level(words: &str) -> Option<Vec<Piece>> {
    let (verb, level) = [" was $", " were $"]
        .iter()
        .find_map(|verb| (words.matches(verb).count() == 1).then(|| (*verb, words.find(verb))))?;
    let start = level?;
    let level = start + verb.len() - 1;
    let end = number_end(words, level)?;
    let (way, joint) = [("rose", ", up "), ("fell", ", down ")]
        .into_iter()
        .find(|(_, joint)| words.get(end..).is_some_and(|rest| rest.starts_with(joint)))?;
    let growth = end + joint.len();
    let close = number_end(words, growth)?;
    let rest = words.get(close..)?;
    let is_percent = words.get(growth..close)?.ends_with(['%', 't']);
    let goes_on = rest.starts_with(" year") || rest.is_empty() || rest == "." || rest == ";";
    let is_only = !rest.contains(['$', '%']);
    (is_percent && goes_on && is_only).then(|| {
        vec![
            Piece::Kept(0..start),
            Piece::New(format!(" {way} ")),
            Piece::Kept(growth..close),
            Piece::New(" to ".to_owned()),
            Piece::Kept(level..end),
            Piece::Kept(close..words.len()),
        ]
    })
}

/// `A was 5, compared with 4 a year ago` is `Compared with 4 a year ago, A was 5`.
fn compared_first(words: &str) -> Option<Vec<Piece>> {
    let start = opening(words);
    let (joint, at) = [", compared with ", ", compared to ", ", versus "]
        .iter()
        .find_map(|joint| Some((*joint, words.find(joint)?)))?;
    let behind = at + joint.len();
    let end = words.trim_end_matches('.').len();
    let (first, second) = (words.get(start..at)?, words.get(behind..end)?);
    let one = |part: &str| part.matches(['$', '%']).count() == 1;
    let is_plain = !second.contains([',', ';', '(', ')']) && !first.contains([',', ';', '(']);
    (is_plain && one(first) && one(second) && is_free(first)).then(|| {
        let mut lead = joint.trim_start_matches(", ").to_owned();
        lead[..1].make_ascii_uppercase();
        vec![
            Piece::Kept(0..start),
            Piece::New(lead),
            Piece::Kept(behind..end),
            Piece::New(", ".to_owned()),
            Piece::Kept(start..at),
            Piece::Kept(end..words.len()),
        ]
    })
}

/// `rose from $5 to $6` is `rose to $6 from $5`, and the other way round.
fn to_before_from(words: &str) -> Option<Vec<Piece>> {
    for (one, other) in [("from ", " to "), ("to ", " from ")] {
        let Some(lead) = words.find(one) else { continue };
        let first = lead + one.len();
        let Some(end) = number_end(words, first) else { continue };
        if !words.get(end..).is_some_and(|rest| rest.starts_with(other)) {
            continue;
        }
        let second = end + other.len();
        let close = number_end(words, second)?;
        let is_range = ["range ", "up "].iter().any(|end| words[..lead].ends_with(end));
        let is_alike =
            words.get(first..end)?.contains('$') == words.get(second..close)?.contains('$');
        let is_last = words.get(close..)?.is_empty() || words.get(close..)?.starts_with(['.', ',']);
        // What stands behind both is said of the one that it stands behind.
        return (is_alike && is_last && !is_range).then(|| {
            vec![
                Piece::Kept(0..lead),
                Piece::New(other.trim_start().to_owned()),
                Piece::Kept(second..close),
                Piece::New(format!(" {}", one.trim_end())),
                Piece::New(" ".to_owned()),
                Piece::Kept(first..end),
                Piece::Kept(close..words.len()),
            ]
        });
    }
    None
}

/// `, an increase of 5%` is `, a 5% increase`, and the other way round.
fn noun_behind(words: &str) -> Option<Vec<Piece>> {
    for noun in ["increase", "decrease", "decline", "rise", "gain", "drop"] {
        for article in ["a", "an"] {
            let lead = format!(", {article} {noun} of ");
            if let Some(at) = words.find(&lead) {
                let number = at + lead.len();
                let end = number_end(words, number)?;
                return Some(vec![
                    Piece::Kept(0..at),
                    Piece::New(", a ".to_owned()),
                    Piece::Kept(number..end),
                    Piece::New(format!(" {noun}")),
                    Piece::Kept(end..words.len()),
                ]);
            }
            let lead = format!(", {article} ");
            let Some(at) = words.find(&lead) else { continue };
            let number = at + lead.len();
            let Some(end) = number_end(words, number) else { continue };
            let behind = format!(" {noun}");
            if words.get(end..).is_some_and(|rest| rest.starts_with(&behind)) {
                return Some(vec![
                    Piece::Kept(0..at),
                    Piece::New(format!(", a {noun} of ")),
                    Piece::Kept(number..end),
                    Piece::Kept(end + behind.len()..words.len()),
                ]);
            }
        }
    }
    None
}

/// `A was 5 in the quarter` is `In the quarter, A was 5`.
fn period_in_front(words: &str) -> Option<Vec<Piece>> {
    let start = opening(words);
    let end = words.trim_end_matches('.').len();
    let own = words.get(start..end)?;
    let at = [" in the ", " for the ", " during the "]
        .iter()
        .filter_map(|lead| own.rfind(lead))
        .max()?;
    let (rest, period) = (own.get(..at)?, own.get(at + 1..)?);
    let is_period = period.contains("quarter") && !period.contains(['$', '%', ',', '(']);
    let names_one =
        !period.contains("same") && !period.contains("prior") && !period.contains("ago");
    let is_one = rest.matches(['$', '%']).count() == 1 && !rest.contains(", compared");
    (is_period && names_one && is_one && is_free(rest)).then(|| {
        let mut lead = period[..1].to_owned();
        lead.make_ascii_uppercase();
        vec![
            Piece::Kept(0..start),
            Piece::New(lead),
            Piece::Kept(start + at + 2..end),
            Piece::New(", ".to_owned()),
            Piece::Kept(start..start + at),
            Piece::Kept(end..words.len()),
        ]
    })
}

//! The labelled documents a year later: with every year of the texts and of the filings moved by
//! one, each figure keeps its verdict.

use std::{fs, path::PathBuf};

use serde_json::Value;

use crate::{check::Labelled, file, rows, run};

/// Of a hundred figures so many keep their verdicts.
const SAME_MIN: usize = 99;

/// Moves each year of a text by one: `2025`, `FY25`, `Q2'25`, `2Q25`.
fn a_year_later(text: &str) -> String {
    let mut later = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, behind) = rest.split_at(at);
        later.push_str(before);
        let is_own = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
        let end = behind.find(|letter| !is_own(letter)).unwrap_or(behind.len());
        let run = behind[..end].trim_end_matches(['.', ',']);
        let after = &behind[run.len()..];
        let number = run.parse::<u32>().ok();
        match number.filter(|_| is_year(run, &later, after)) {
            Some(year) => later.push_str(&(year + 1).to_string()),
            None => later.push_str(run),
        }
        rest = after;
    }
    // There is no such day a year after a leap year.
    (later + rest).replace("February 29", "February 28").replace("Feb. 29", "Feb. 28")
}

/// Whether digits are a year, by what stands around them.
fn is_year(run: &str, before: &str, after: &str) -> bool {
    let is_amount = before.ends_with(['$', '\u{20ac}', '-', '+', '('])
        || ["%", " million", " billion", " basis", " shares", " stores"]
            .iter()
            .any(|unit| after.starts_with(unit));
    let leads_to_two = ["FY", "1Q", "2Q", "3Q", "4Q", "1H", "'", "\u{2019}"];
    match run.len() {
        4 => {
            let is_century = run.starts_with("19") || run.starts_with("20");
            is_century && (!is_amount || is_bracketed(before, after))
        }
        2 => leads_to_two.iter().any(|lead| before.ends_with(lead)),
        _ => false,
    }
}

/// `(2024)` is a year, `(2024.5)` an amount.
fn is_bracketed(before: &str, after: &str) -> bool {
    before.ends_with('(') && after.starts_with(')')
}

/// Moves the days and years of a companyfacts file by one year.
fn filed_later(value: &mut Value) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(filed_later),
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                match (name.as_str(), &mut *field) {
                    ("start" | "end" | "filed", Value::String(day)) => *day = next(day),
                    ("fy", Value::Number(year)) => *field = (year.as_i64().unwrap() + 1).into(),
                    ("frame", Value::String(frame)) => {
                        let year: u32 = frame[2..6].parse().unwrap();
                        *frame = format!("CY{}{}", year + 1, &frame[6..]);
                    }
                    (_, field) => filed_later(field),
                }
            }
        }
        _ => {}
    }
}

/// The same day a year later.
fn next(day: &str) -> String {
    let (year, rest) = day.split_at(4);
    let year: u32 = year.parse().unwrap();
    format!("{}{}", year + 1, rest.replace("-02-29", "-02-28"))
}

/// What is said of each figure of a text, in order.
fn verdicts(arguments: &[String]) -> Vec<(String, String)> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let words = |row: &Value, name: &str| row[name].as_str().unwrap_or("none").to_owned();
    rows(&run(&arguments)).iter().map(|row| (words(row, "verdict"), words(row, "text"))).collect()
}

#[test]
fn years_are_moved_and_amounts_are_not() {
    for (text, later) in [
        ("2Q25 and Q2'25, FY25 and fiscal 2025.", "2Q26 and Q2'26, FY26 and fiscal 2026."),
        ("On February 29, 2024: $2025 and 2,024.5", "On February 28, 2025: $2025 and 2,024.5"),
        ("Q3 2024 (2023): up 25%", "Q3 2025 (2024): up 25%"),
    ] {
        assert_eq!(a_year_later(text), later);
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_year_later_the_verdicts_are_the_same() {
    let data = Labelled::open();
    let (mut all, mut same, mut lost) = (0, 0, Vec::new());
    for document in &data.documents {
        let name = document["file"].as_str().unwrap();
        let path = data.data.join("links/texts").join(name);
        let copy =
            file(&format!("later-{name}"), a_year_later(&fs::read_to_string(&path).unwrap()));
        let filing = |own: PathBuf| {
            let mut facts: Value = serde_json::from_slice(&fs::read(&own).unwrap()).unwrap();
            filed_later(&mut facts);
            let name = own.file_name().unwrap().to_str().unwrap();
            file(&format!("later-{name}"), facts.to_string())
        };
        let mut moved = document.clone();
        if let Some(label) = document["period"].as_str() {
            moved["period"] = a_year_later(&label.replace('Q', " Q")).replace(' ', "").into();
        }
        let one = verdicts(&data.arguments(document, &path, |filing| filing));
        let other = verdicts(&data.arguments(&moved, &copy, filing));
        all += one.len().max(other.len());
        for ((verdict, words), (own, _)) in one.iter().zip(&other) {
            match verdict == own {
                true => same += 1,
                false => lost.push(format!("{name} {words}: {verdict} is {own}")),
            }
        }
    }
    assert!(all > 800 && same * 100 >= all * SAME_MIN, "{same} of {all}: {}", lost.join("\n"));
}

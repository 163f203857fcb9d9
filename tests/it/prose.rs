//! `scan` over sentences written for it, each with the figures that it states.

use std::{fs, path::Path};

use financials::{
    Stated,
    stated::{Unit, scan},
};

/// A sentence, and its figures: the number with its unit as printed, and what it comes to.
struct Case {
    place: String,
    text: String,
    figures: Vec<(String, String)>,
}

/// Reads the sentences of `tests/prose`: `>` begins one, and `printed = expected` lines follow.
fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/prose");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let mut cases = Vec::<Case>::new();
    for file in files {
        let content = fs::read_to_string(&file).unwrap();
        for (number, line) in content.lines().enumerate() {
            let name = file.file_name().unwrap().to_string_lossy();
            if let Some(text) = line.strip_prefix("> ") {
                let place = format!("{name}:{}", number + 1);
                cases.push(Case { place, text: text.to_owned(), figures: Vec::new() });
            } else if !line.starts_with('#') && !line.is_empty() {
                let (printed, expected) = line.rsplit_once(" = ").unwrap();
                let case = cases.last_mut().unwrap();
                case.figures.push((printed.to_owned(), expected.to_owned()));
            }
        }
    }
    cases
}

/// Writes a figure as the sentences have it: unit, value, high end, decimals, bound.
fn shown(stated: &Stated) -> String {
    let unit = match stated.unit() {
        Unit::Money(currency) => currency.code().to_owned(),
        other => other.kind().to_owned(),
    };
    let high = stated.high().map_or(String::new(), |high| format!("..{}", high.normalize()));
    format!(
        "{unit} {}{high} @{} {}",
        stated.number().normalize(),
        stated.decimals(),
        stated.bound()
    )
}

#[test]
fn every_sentence_gives_its_figures_and_no_more() {
    let cases = cases();
    assert!(cases.len() >= 200, "{} sentences", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let mut from = 0;
        let mut expected = Vec::new();
        for (printed, figure) in &case.figures {
            let at = case.text.get(from..).and_then(|rest| rest.find(printed.as_str()));
            let Some(at) = at.map(|at| at + from) else {
                panic!("{}: {printed:?} is not in the sentence, in order", case.place);
            };
            expected.push((at, at + printed.len(), figure));
            from = at + printed.len();
        }
        let found: Vec<_> = scan(&case.text).collect();
        let agrees = found.len() == expected.len()
            && found.iter().zip(&expected).all(|(found, (start, end, figure))| {
                found.span().start <= *start
                    && *end <= found.span().end
                    && shown(&found.stated()) == **figure
            });
        if !agrees {
            let got: Vec<_> = found
                .iter()
                .map(|found| format!("    {:?} = {}", found.text(), shown(&found.stated())))
                .collect();
            wrong.push(format!("{}: {}\n{}", case.place, case.text, got.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn what_is_found_reads_alone_as_it_was_found() {
    let mut wrong = Vec::new();
    for case in cases() {
        for found in scan(&case.text) {
            let stated = found.stated();
            // What stands behind "to", "and" and the like may give its scale and unit to this too.
            let behind = &case.text[found.span().end..];
            if [" to ", " and ", " or ", ", $", " ("].iter().any(|link| behind.starts_with(link)) {
                continue;
            }
            // A direction may carry over from the figure before, or stand further off.
            let same = |alone: Stated| {
                let turned = alone.number() == -stated.high().unwrap_or(stated.number());
                alone.unit() == stated.unit()
                    && alone.bound() == stated.bound()
                    && alone.decimals() == stated.decimals()
                    && (alone.number() == stated.number() || turned)
            };
            if !Stated::parse(found.text()).is_ok_and(same) {
                let alone = Stated::parse(found.text());
                wrong.push(format!("{}: {:?} alone is {alone:?}", case.place, found.text()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

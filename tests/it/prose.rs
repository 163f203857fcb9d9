//! `scan` over sentences written for it, each with the figures that it states.

use std::{fs, path::Path};

use financials::{
    Stated,
    stated::{Cue, Rule, Unit, scan},
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
            // So may what stands before the parentheses of last year's number.
            let printed = |cue: &Cue| matches!(cue.rule(), Rule::Unit | Rule::Currency);
            if found.text().starts_with('(') && !found.why().iter().any(printed) {
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

/// The readings of a text, each with its unit, value, place and bound.
fn readings(text: &str) -> Vec<String> {
    scan(text).map(|found| shown(&found.stated())).collect()
}

#[test]
fn a_sentence_reads_alone_as_among_others() {
    let (before, behind) = ("The group was founded by two brothers. ", " It has no debt.");
    // A tail of 500 bytes, so that nothing hangs on how far a text goes on.
    let tail = behind.repeat(500_usize.div_ceil(behind.len()));
    let mut wrong = Vec::new();
    for Case { place, text, .. } in cases() {
        let alone = readings(&text);
        // What has no end of its own would go on into the next sentence, and a quotation or a list
        // begins a line.
        let ends = text.ends_with(['.', '!', '?']);
        let begins = text.starts_with(|c: char| c.is_ascii_uppercase());
        let mut texts = vec![format!("{before}\n\n{text}\n\n{tail}")];
        if ends {
            texts.push(format!("{text}{tail}"));
        }
        if ends && begins {
            texts.push(format!("{before}{text}{behind}"));
        }
        for among in texts {
            if readings(&among) != alone {
                wrong.push(format!("{place}: {alone:?}\n  {:?} in {among}", readings(&among)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_figure_names_its_number_among_its_reasons() {
    for Case { place, text, .. } in cases() {
        for found in scan(&text) {
            let why = found.why();
            let number = |cue: &&Cue| cue.rule() == Rule::Number;
            assert!(why.iter().any(|reason| number(&reason)), "{place}: {}", found.text());
            for reason in why {
                let words = text.get(reason.span());
                assert!(words.is_some_and(|words| !words.is_empty()), "{place}: {reason:?}");
            }
            let negative = found.stated().number().is_sign_negative();
            let is_turn = |rule| {
                matches!(rule, Rule::Sign | Rule::Parenthesis | Rule::Direction | Rule::Carried)
            };
            // A tolerance reaches below zero without one.
            let tolerance = found.stated().high().is_some();
            let turned = tolerance || why.iter().any(|reason| is_turn(reason.rule()));
            assert!(!negative || turned, "{place}: {} is negative: {why:?}", found.text());
        }
    }
}

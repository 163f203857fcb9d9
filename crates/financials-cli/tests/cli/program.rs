//! What holds of every verb: its help, its exit code, and how it ends.

use std::io::Read;

use crate::{errors, file, own, program, rows, run, run_with};

const VERBS: [&str; 9] =
    ["history", "facts", "panel", "check", "page", "scan", "tie-out", "evaluate", "metrics"];

fn text(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).unwrap()
}

#[test]
fn help_names_every_verb_and_the_exit_codes_and_each_has_an_example() {
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    for word in VERBS.iter().chain(&["Exit codes:", "0  done", "1  something", "2  wrong usage"]) {
        assert!(text(&help.stdout).contains(word), "{word}");
    }
    for verb in VERBS {
        let help = run(&[verb, "--help"]);
        assert_eq!(help.status.code(), Some(0), "{verb}");
        let help = text(&help.stdout);
        assert!(help.contains(&format!("Examples:\n  financials {verb} ")), "{help}");
        let long = help.lines().find(|line| line.chars().count() > 100);
        assert_eq!(long, None, "{verb}");
    }
}

#[test]
fn wrong_usage_is_2_and_prints_nothing() {
    let claims = own("examples/data/claims_results_article.json");
    for arguments in [
        &[][..],
        &["histories"],
        &["history"],
        &["history", "--jsn", "x.json"],
        &["history", "--as-of", "yesterday", "x.json"],
        &["history", "--as-of", "2024-02-30", "x.json"],
        &["history", "--first", "--latest", "x.json"],
        &["history", "--item", "net sales of all", "x.json"],
        &["history", "--concept", "Assets", "x.json"],
        &["panel"],
        &["panel", "-m", "net sales of all", "x.json"],
        &["panel", "--places", "29", "x.json"],
        &["panel", "--periods", "week", "x.json"],
        &["panel", "--price", "PLTR", "x.json"],
        &["panel", "--price", "PLTR=dear", "x.json"],
        &["panel", "-o", "x.xlsx", "x.json"],
        &["panel", "--json", "-o", "x.csv", "x.json"],
        &["page"],
        &["page", "--last", "0", "x.json"],
        &["page", "x.json", "y.json"],
        &["scan"],
        &["scan", "-", "-"],
        &["scan", "--filing", "x.json"],
        &["tie-out", "--filing"],
        &["tie-out", "--filing", "-", "-"],
        &["tie-out", "--as-of", "", &claims],
        &["evaluate", "--json"],
        &["metrics", "return_on_nothing"],
        &["metrics", "--text"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn what_cannot_be_read_is_1_and_the_rest_is_printed() {
    let facts = own("tests/cases/palantir_companyfacts/companyfacts.json");
    let claims = own("examples/data/claims_contract_note.json");
    let input = own("examples/data/evaluate_operating_margin.json");
    let prose = own("tests/prose/news.txt");
    for (verb, sound) in [
        ("history", facts.clone()),
        ("panel", facts),
        ("scan", prose),
        ("tie-out", claims),
        ("evaluate", input),
    ] {
        let alone = run(&[verb, "--json", &sound]);
        assert_eq!(alone.status.code(), Some(0), "{verb}: {}", errors(&alone));
        assert!(!rows(&alone).is_empty(), "{verb}");
        assert!(alone.stderr.is_empty(), "{verb}: {}", errors(&alone));
        let both = run(&[verb, "--json", "no such file", &sound]);
        assert_eq!(both.status.code(), Some(1), "{verb}");
        assert_eq!(rows(&both), rows(&alone), "{verb}");
        assert!(errors(&both).starts_with("no such file: "), "{verb}: {}", errors(&both));
    }
}

#[test]
fn a_dash_is_standard_input() {
    for (verb, input) in [
        ("history", r#"{"cik": 1, "entityName": "A", "facts": {}}"#),
        ("scan", "up 5%"),
        ("tie-out", r#"[{"id": "1", "metric": "revenue", "stated": "$1"}]"#),
        ("evaluate", r#"{"metric": "net_margin", "periods": {"2024": {}}}"#),
    ] {
        let output = run_with(input, &[verb, "-"]);
        assert_eq!(output.status.code(), Some(0), "{verb}: {}", errors(&output));
        assert!(!output.stdout.is_empty(), "{verb}");
    }
}

/// The output is longer than a pipe holds, so that the program writes after its end is closed.
#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let prose = file("long.txt", "Sales rose 5% to $1.2 billion.\n".repeat(20_000));
    let prose = prose.to_str().unwrap();
    let folder = own("tests/cases/palantir_companyfacts");
    for arguments in [
        &["metrics", "--json"][..],
        &["metrics"],
        &["scan", prose],
        &["scan", "--json", prose],
        &["history", "--json", &folder, &folder, &folder, &folder],
    ] {
        let mut child = program(arguments).spawn().unwrap();
        let mut start = [0; 100];
        child.stdout.take().unwrap().read_exact(&mut start).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(errors(&output), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

#[test]
fn a_closed_standard_error_ends_nothing() {
    let mut child = program(&["scan", "no such file", "-"]).spawn().unwrap();
    drop(child.stderr.take());
    drop(child.stdin.take());
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(1));
}

#[test]
fn a_column_that_is_asked_for_twice_is_wrong_usage() {
    for (verb, metrics, name) in [
        ("panel", "pe,pe_ratio,revenue", "pe_ttm_diluted"),
        ("panel", "revenue,sales", "revenue"),
        ("compute", "roe,roe", "roe"),
    ] {
        let output = run(&[verb, "-m", metrics, "nosuch.json"]);
        assert_eq!(output.status.code(), Some(2), "{verb} {metrics}");
        assert!(output.stdout.is_empty());
        let said = format!("error: --metrics has {name} twice, and a column is of one\n");
        assert_eq!(errors(&output), said, "{verb} {metrics}");
    }
}

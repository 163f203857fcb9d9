//! `financials panel`.

use std::{
    env,
    fs::{self, File},
    io::Write,
    path::PathBuf,
};

use serde_json::{Value, json};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{errors, own, rows, run, run_with};

const FACTS: &str = "tests/cases/palantir_companyfacts/companyfacts.json";

fn palantir() -> String {
    own(FACTS)
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let path = env::temp_dir().join(format!("financials-cli-{}-{name}", std::process::id()));
    fs::create_dir_all(&path).unwrap();
    path
}

/// The facts of another company, which are Palantir's.
fn facts_of(name: &str, cik: u64) -> String {
    let text = fs::read_to_string(palantir()).unwrap();
    let mut facts: Value = serde_json::from_str(&text).unwrap();
    (facts["entityName"], facts["cik"]) = (json!(name), json!(cik));
    facts.to_string()
}

fn text(output: &std::process::Output) -> &str {
    core::str::from_utf8(&output.stdout).unwrap()
}

#[test]
fn the_last_quarters_are_rows_with_exact_values() {
    let output = run(&[
        "panel",
        "-m",
        "revenue,Net Margin,ROE",
        "--last",
        "2",
        "--places",
        "6",
        &palantir(),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let lines: Vec<&str> = text(&output).lines().collect();
    assert_eq!(
        lines[0],
        "company,cik,ticker,currency,basis,start,end,kind,label,revenue,net_margin,\
         return_on_equity,reasons",
    );
    assert_eq!(lines.len(), 3);
    let of = "Palantir Technologies Inc.,1321655,,USD,gaap,2025-04-01,2025-06-30,quarter,2025Q2,";
    // 326,727 of 1,003,697 thousand.
    assert!(lines[2].starts_with(&format!("{of}1003697000,0.325524,")), "{}", lines[2]);
}

#[test]
fn each_kind_of_period_is_asked_for_by_name() {
    let kinds = |kind: &str| {
        let rows = rows(&run(&["panel", "--json", "--periods", kind, &palantir()]));
        let mut kinds: Vec<_> = rows.iter().map(|row| row["kind"].to_string()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    };
    assert_eq!(kinds("quarter"), ["\"quarter\""]);
    assert_eq!(kinds("year"), ["\"year\""]);
    assert_eq!(kinds("ttm"), ["\"ttm\"", "\"year\""]);
}

#[test]
fn what_has_no_value_has_its_reason() {
    let long = ["panel", "--json", "--long", "-m", "inventory_turnover", "--last", "1"];
    let rows = rows(&run(&[&long[..], &[palantir().as_str()]].concat()));
    assert_eq!(rows.len(), 1);
    assert_eq!((&rows[0]["value"], &rows[0]["reason"]), (&Value::Null, &json!("missing")));
    assert!(rows[0]["why"].as_str().unwrap().contains("is not reported"));
}

/// A price is of one day: the quarters before the last one are not valued at it.
#[test]
fn a_price_values_the_last_period_alone() {
    for name in ["companyfacts", "1321655", "CIK0001321655", "palantir technologies inc."] {
        let price = format!("{name}=180.5");
        let options =
            ["panel", "--json", "-m", "share_price,revenue", "--last", "3", "--price", &price];
        let output = run(&[&options[..], &[palantir().as_str()]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        let rows = rows(&output);
        let prices: Vec<_> = rows.iter().map(|row| row["share_price"].clone()).collect();
        assert_eq!(prices, [Value::Null, Value::Null, json!("180.5")], "{name}");
        assert!(rows.iter().all(|row| row["revenue"].is_string()));
    }
    let other = run(&["panel", "--price", "LUMN=7.79", &palantir()]);
    assert_eq!(other.status.code(), Some(1));
    assert_eq!(errors(&other), "--price LUMN: no company of the files is it\n");
}

#[test]
fn files_folders_and_archives_give_one_table() {
    let folder = folder("panel");
    fs::write(folder.join("a.json"), facts_of("A", 1)).unwrap();
    fs::write(folder.join("bad.json"), "<html>").unwrap();
    let mut zip = ZipWriter::new(File::create(folder.join("companyfacts.zip")).unwrap());
    for (name, text) in [
        ("CIK0000000003.json", facts_of("C", 3)),
        ("CIK0000000002.json", facts_of("B", 2)),
        ("CIK0000000004.json", String::from("{\"cik\": 4")),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    let output = run(&["panel", "--json", "--last", "1", folder.to_str().unwrap(), &palantir()]);
    let companies: Vec<_> = rows(&output).iter().map(|row| row["company"].clone()).collect();
    assert_eq!(companies, ["A", "B", "C", "Palantir Technologies Inc."]);
    assert_eq!(output.status.code(), Some(1));
    let errors = errors(&output);
    let named: Vec<&str> = errors.lines().map(|line| line.split(": ").next().unwrap()).collect();
    let shown = |name: &str| folder.join(name).display().to_string();
    assert_eq!(named, [shown("bad.json"), shown("companyfacts.zip/CIK0000000004.json")]);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_company_stands_in_a_table_once() {
    let output = run(&["panel", "--json", "--last", "1", &palantir(), &palantir()]);
    assert_eq!((rows(&output).len(), output.status.code()), (1, Some(1)));
    assert!(errors(&output).ends_with("Palantir Technologies Inc. is in the table already\n"));
}

#[test]
fn a_file_is_written_by_its_ending() {
    let folder = folder("panel-out");
    let options = ["panel", "-m", "revenue", "--last", "1"];
    let to = |name: &str| {
        let path = folder.join(name);
        let output = run(&[&options[..], &["-o", path.to_str().unwrap(), &palantir()]].concat());
        assert_eq!((output.status.code(), text(&output)), (Some(0), ""), "{}", errors(&output));
        fs::read_to_string(path).unwrap()
    };
    let printed = run(&[&options[..], &[palantir().as_str()]].concat());
    assert_eq!(to("a.csv"), text(&printed));
    let printed = run(&[&options[..], &["--json", &palantir()]].concat());
    assert_eq!(to("a.jsonl"), text(&printed));
    let nowhere = folder.join("none/a.csv");
    let output = run(&["panel", "-o", nowhere.to_str().unwrap(), &palantir()]);
    assert_eq!(output.status.code(), Some(1));
    fs::remove_dir_all(folder).unwrap();
}

/// What stands there is lost by a file that is there and whole, and by nothing else.
#[test]
fn a_target_is_replaced_only_by_a_whole_table() {
    let folder = folder("panel-kept");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let names = || {
        let mut names: Vec<_> =
            fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    let endings: &[&str] = if cfg!(feature = "parquet") {
        &["keep.csv", "keep.jsonl", "keep.parquet"]
    } else {
        &["keep.csv", "keep.jsonl"]
    };
    for name in endings {
        let keep = path(name);
        fs::write(&keep, "kept").unwrap();
        let output = run(&["panel", "-o", &keep, &path("nosuch.json")]);
        assert_eq!(output.status.code(), Some(1));
        let said = format!("{keep}: not written, as no company could be read\n");
        assert!(errors(&output).ends_with(&said), "{}", errors(&output));
        assert_eq!(fs::read_to_string(&keep).unwrap(), "kept");
        fs::remove_file(&keep).unwrap();
    }
    assert_eq!(names(), before, "no draft is left");
    // A file may be read and replaced at once.
    let both = path("both.jsonl");
    fs::copy(palantir(), &both).unwrap();
    let options = ["panel", "-m", "revenue", "--last", "1"];
    let output = run(&[&options[..], &["-o", &both, &both]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let printed = run(&[&options[..], &["--json", &palantir()]].concat());
    assert_eq!(fs::read_to_string(&both).unwrap(), text(&printed));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn standard_input_is_a_file_and_an_empty_one_leaves_the_names_of_the_columns() {
    let output = run_with(&fs::read_to_string(palantir()).unwrap(), &["panel", "--last", "1", "-"]);
    assert_eq!((output.status.code(), text(&output).lines().count()), (Some(0), 2));
    let output = run_with("{}", &["panel", "-m", "revenue", "-"]);
    let head = "company,cik,ticker,currency,basis,start,end,kind,label,revenue,reasons\n";
    assert_eq!((output.status.code(), text(&output)), (Some(1), head));
}

#[test]
fn a_name_that_is_not_known_is_told_with_line_items_and_metrics_like_it() {
    for (name, like) in [
        ("inventri", "inventory, reinvestment_rate or montier_inventory"),
        ("quik_ratio", "quick_ratio, equity_ratio or pe_ttm_diluted"),
    ] {
        let output = run(&["panel", "-m", name, &palantir()]);
        let told = format!("'{name}' is no line item and no metric, such as {like}");
        let error = format!("error: invalid value '{name}' for '--metrics <METRIC,...>': {told}");
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(errors(&output).lines().next(), Some(error.as_str()));
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_once() {
    let facts = fs::read_to_string(palantir()).unwrap();
    let filing = fs::read_to_string(own("examples/data/filing.xml")).unwrap();
    for (verb, content, path) in [
        (&["panel", "-m", "revenue", "--last", "1"][..], &facts, palantir()),
        (&["panel", "-m", "revenue", "--last", "1"], &filing, own("examples/data/filing.xml")),
        (&["history", "--json"], &facts, palantir()),
    ] {
        let expected = run(&[verb, &[path.as_str()]].concat());
        let piped = run_with(content, &[verb, &["/dev/stdin"]].concat());
        assert_eq!(piped.status.code(), Some(0), "{verb:?}: {}", errors(&piped));
        assert!(!piped.stdout.is_empty());
        let expected = text(&expected).replace(&path, "/dev/stdin");
        assert!(text(&piped) == expected, "{verb:?}");
    }
}

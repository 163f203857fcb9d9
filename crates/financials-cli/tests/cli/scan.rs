//! `financials scan`.

use std::process::Output;

use crate::{file, rows, run};

fn scan(args: &[&str]) -> Output {
    run(&[&["scan"], args].concat())
}

#[test]
fn each_figure_is_one_json_object() {
    let path = file("prose.txt", "Sales fell 3.5% to €1.2bn, or $65–70 each.\n".as_bytes());
    let name = path.to_str().unwrap();
    let output = scan(&["--json", name]);
    assert!(output.status.success());
    assert_eq!(
        rows(&output),
        [
            serde_json::json!({
                "file": name, "start": 6, "end": 15, "text": "fell 3.5%", "kind": "ratio",
                "value": "-0.035", "high": null, "decimals": 3, "bound": "stated",
                "currency": null,
            }),
            serde_json::json!({
                "file": name, "start": 19, "end": 27, "text": "€1.2bn", "kind": "money",
                "value": "1200000000", "high": null, "decimals": -8, "bound": "stated",
                "currency": "EUR",
            }),
            serde_json::json!({
                "file": name, "start": 32, "end": 40, "text": "$65–70", "kind": "money",
                "value": "65", "high": "70", "decimals": 0, "bound": "stated",
                "currency": "USD",
            }),
        ]
    );
}

#[test]
fn each_figure_says_why() {
    let path = file("why.txt", "Costs fell by about €3m.\n".as_bytes());
    let name = path.to_str().unwrap();
    let why = rows(&scan(&["--json", "--why", name]))[0]["why"].clone();
    let reason = |rule: &str, start: usize, text: &str| {
        serde_json::json!({
            "rule": rule, "start": start, "end": start + text.len(), "text": text,
        })
    };
    assert_eq!(
        why,
        serde_json::json!([
            reason("hedge", 14, "about"),
            reason("direction", 6, "fell"),
            reason("currency", 20, "€"),
            reason("number", 23, "3"),
            reason("scale", 24, "m"),
        ])
    );
    let printed = String::from_utf8(scan(&["--why", name]).stdout).unwrap();
    assert!(printed.contains("direction    fell"), "{printed}");
}

#[test]
fn a_file_that_is_no_text_is_named_and_the_others_are_read() {
    let broken = file("broken.txt", b"up 5% \xff\xfe");
    let sound = file("sound.txt", b"up 5%");
    let output = scan(&[broken.to_str().unwrap(), sound.to_str().unwrap()]);
    assert!(!output.status.success());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(errors, format!("{}: not UTF-8 at byte 6\n", broken.display()));
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.contains(sound.to_str().unwrap()) && printed.contains("5%"), "{printed}");
}

#[test]
fn each_number_of_a_table_has_its_row_and_its_column() {
    let table = "(in millions)\tQ2 2025\tQ2 2024\nNet sales\t1,204\t986\nNet loss\t(3.1)\t(4)\n";
    let path = file("table.txt", table.as_bytes());
    let name = path.to_str().unwrap();
    let cells = rows(&scan(&["--json", "--tables", name]));
    assert_eq!(cells.len(), 4);
    assert_eq!(
        cells[2],
        serde_json::json!({
            "file": name, "start": 59, "end": 64, "text": "(3.1)", "kind": "money",
            "value": "-3100000", "high": null, "decimals": -5, "bound": "stated",
            "currency": "USD", "row": "Net loss", "group": null, "column": "Q2 2025",
            "period": "2025Q2",
        })
    );
    let printed = String::from_utf8(scan(&["--tables", name]).stdout).unwrap();
    assert!(printed.contains("2024Q2") && printed.contains("Net sales"), "{printed}");
}

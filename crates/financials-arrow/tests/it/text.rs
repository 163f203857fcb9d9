//! Tables of text: what is written is read again to the same.

use arrow_array::{Array, RecordBatch, cast::AsArray};
use financials_arrow::{TextError, csv, json_lines, parse_csv, parse_csv_rows, parse_json_lines};
use proptest::prelude::*;

/// The columns of a table of text, by their names.
fn columns(batch: &RecordBatch) -> Vec<(String, Vec<Option<String>>)> {
    let cells = |array: &dyn Array| {
        array.as_string::<i32>().iter().map(|cell| cell.map(str::to_owned)).collect()
    };
    let names = batch.schema().fields().iter().map(|it| it.name().clone()).collect::<Vec<_>>();
    names.into_iter().zip(batch.columns().iter().map(|it| cells(it.as_ref()))).collect()
}

#[test]
fn fields_are_read_as_they_stand() {
    let text = "\u{FEFF}entity, revenue ,note\r\nA, 5 ,\"a, \"\"b\"\"\nc\"\r\n\nB,,\n\"\",\"\",x\n";
    let read = columns(&parse_csv(text).unwrap());
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(read[0], ("entity".to_owned(), vec![some("A"), some("B"), None]));
    assert_eq!(read[1], ("revenue".to_owned(), vec![some("5"), None, None]));
    assert_eq!(read[2], ("note".to_owned(), vec![some("a, \"b\"\nc"), None, some("x")]));

    let text = "{\"b\": 1e3, \"a\": \"x\\n\\u00e9\"}\r\n\n{\"c\": null}\n {\"a\": -0.10} \n";
    let read = columns(&parse_json_lines(text).unwrap());
    assert_eq!(read[0], ("a".to_owned(), vec![some("x\né"), None, some("-0.10")]));
    assert_eq!(read[1], ("b".to_owned(), vec![some("1e3"), None, None]));
    assert_eq!(read[2], ("c".to_owned(), vec![None, None, None]));
}

#[test]
fn a_quote_that_is_closed_nowhere_is_named_by_its_line() {
    for (text, line) in [
        ("a,b\nX,1\n\"Y,2\nZ,3\n", 3),
        ("a,b\nX,\"1\n2\"\nY,\"\"\"\n", 4),
        ("\u{FEFF}\"a,b\n", 1),
        ("a\r\n\"", 2),
    ] {
        let said = format!("line {line}: a quote opens here that is closed nowhere");
        assert_eq!(parse_csv(text).unwrap_err().to_string(), said, "{text:?}");
        assert_eq!(parse_csv_rows(text).unwrap_err().to_string(), said, "{text:?}");
    }
    for text in ["a\n5\"\n", "a\n\"x\"y\"z\n", "a\n\"\"\"\"\n", "a\n \"x\n"] {
        assert_eq!(parse_csv(text).unwrap().num_rows(), 1, "{text:?}");
    }
}

proptest! {
    /// Where no quote is open at its end, a line put behind a text is a record of its own.
    #[test]
    fn a_text_is_refused_where_a_line_behind_it_would_be_lost(text in "[a,\"\r\n]{0,12}") {
        let records = |text: &str| {
            let mut reader = csv::ReaderBuilder::new();
            let mut reader = reader.flexible(true).has_headers(false).from_reader(text.as_bytes());
            reader.records().map(Result::unwrap).collect::<Vec<_>>()
        };
        let is_whole = records(&format!("{text}\nx")).last().is_some_and(|it| it == vec!["x"]);
        let error = parse_csv(&text).err();
        let is_open = error.is_some_and(|it| matches!(it, TextError::OpenQuote { .. }));
        prop_assert_eq!(is_open, !is_whole, "{:?}", text);
    }
}

fn table() -> impl Strategy<Value = Vec<(String, Vec<Option<String>>)>> {
    let name = "[a-z,\"é\u{FEFF} ]{0,4}";
    let cell = proptest::option::of("[a-z,\"\\\\\r\n{é\u{FEFF}\u{2028} ]{1,5}");
    (1..5_usize, 0..6_usize).prop_flat_map(move |(width, length)| {
        let column = (name, proptest::collection::vec(cell.clone(), length));
        proptest::collection::vec(column, width)
    })
}

proptest! {
    /// Spaces around fields and names are nobody's.
    #[test]
    fn csv_goes_round(table in table()) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let mut text = String::new();
        let names: Vec<_> = table.iter().map(|(name, _)| quoted(name)).collect();
        text.push_str(&names.join(","));
        text.push('\n');
        for row in 0..table[0].1.len() {
            let row = table.iter().map(|(_, column)| quoted(column[row].as_deref().unwrap_or("")));
            text.push_str(&row.collect::<Vec<_>>().join(","));
            text.push('\n');
        }
        let trimmed: Vec<(String, Vec<Option<String>>)> = table
            .iter()
            .map(|(name, column)| {
                let cell = |it: &Option<String>| {
                    it.as_deref().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned)
                };
                (name.trim().to_owned(), column.iter().map(cell).collect())
            })
            .collect();
        let mut names: Vec<_> = trimmed.iter().map(|(name, _)| name).collect();
        names.sort();
        let is_twice = names.windows(2).any(|pair| pair[0] == pair[1]);
        match parse_csv(&text) {
            Err(error) => prop_assert!(is_twice, "{error}: {text:?}"),
            Ok(read) => {
                prop_assert_eq!(columns(&read), trimmed);
                prop_assert_eq!(parse_csv(&csv(&read, true)).unwrap(), read);
            }
        }
    }

    #[test]
    fn json_lines_go_round(table in table()) {
        let mut table = table;
        table.sort();
        table.dedup_by(|one, other| one.0 == other.0);
        let mut text = String::new();
        for row in 0..table[0].1.len() {
            let fields = table.iter().map(|(name, column)| {
                let value = serde_json::json!(column[row]);
                format!("{}: {value}", serde_json::json!(name))
            });
            text.push_str(&format!("{{{}}}\n", fields.collect::<Vec<_>>().join(", ")));
        }
        match parse_json_lines(&text) {
            Err(error) => {
                prop_assert_eq!(error.to_string(), "has no column");
                prop_assert_eq!(text, "");
            }
            Ok(read) => {
                prop_assert_eq!(columns(&read), table);
                prop_assert_eq!(parse_json_lines(&json_lines(&read)).unwrap(), read);
            }
        }
    }
}

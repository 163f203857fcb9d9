//! `financials compute`, and the tables that it writes.

use std::fs;

use serde_json::json;

use crate::{errors, file, own, rows, run, run_with};

const QUARTERS: &str = "examples/data/every_tool/quarters.csv";
const ASKED: &str = "operating margin,revenue growth,return on equity,forward p/e";

fn text(output: &std::process::Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_table_of_text_gives_digits_and_reasons_in_its_order() {
    let output = run(&["compute", "-m", ASKED, "--places", "6", &own(QUARTERS)]);
    assert_eq!((output.status.code(), errors(&output).as_str()), (Some(0), ""));
    let lines: Vec<_> = text(&output).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 13);
    assert_eq!(
        lines[0],
        "entity,period_start,period_end,operating margin,operating margin_reason,\
         revenue growth,revenue growth_reason,return on equity,return on equity_reason,\
         forward p/e,forward p/e_reason",
    );
    assert_eq!(lines[6], "PLTR,2025-04-01,2025-06-30,0.268325,,0.480087,,,missing,,missing");
    assert!(lines[5].contains(",,no_report,"), "{}", lines[5]);
    assert!(lines[11].contains(",0.272727,,"), "{}", lines[11]);
    assert!(lines[12].ends_with(",,non_positive_earnings"), "{}", lines[12]);
}

/// JSON lines in and out: numbers are read by their digits, and written as strings.
#[test]
fn json_lines_go_in_and_come_out() {
    let lines = "{\"cik\":1,\"period_kind\":\"quarter\",\"period_end\":\"2025-06-30\",\
                 \"revenue\":9999999999999999999.99,\"sector\":\"x\"}\n\n\
                 {\"cik\":2,\"period_kind\":\"quarter\",\"period_end\":\"2025-06-30\",\
                 \"revenue\":\"5\",\"net_income\":null}\n";
    let output =
        run_with(lines, &["compute", "--json", "-m", "revenue,net_margin", "--entity", "cik", "-"]);
    assert_eq!(errors(&output), "");
    let row = |cik: &str, revenue: &str| {
        json!({
            "cik": cik, "period_end": "2025-06-30", "period_kind": "quarter", "revenue": revenue,
            "revenue_reason": null, "net_margin": null, "net_margin_reason": "missing",
        })
    };
    assert_eq!(rows(&output), [row("1", "9999999999999999999.99"), row("2", "5")]);
}

#[test]
fn bad_tables_are_named_and_print_nothing() {
    let head = "entity,period_start,period_end,revenue\n";
    let quarter = "A,2025-04-01,2025-06-30,";
    for (text, said) in [
        (format!("{head}{quarter}1e400\n"), "has 1e400 in row 0, which is wider than the 96 bits"),
        (format!("{head}{quarter}1{:0>29}\n", 0), "in row 0, which is wider than the 96 bits"),
        (format!("{head}{quarter}5\n{quarter}6\n"), "A has the period 2025-04-01..2025-06-30 in"),
        (format!("{head}{quarter}5,6\n"), "found record with 5 fields"),
        (String::from("entity,revenue\nA,5\n"), "there is no column 'period_end'"),
        (String::from("entity,entity\n"), "two columns are called 'entity'"),
        (String::from("{\"entity\": [1]}"), "line 1, entity: must be text, a number or null"),
        (String::from("{\"entity\": 1"), "line 1: EOF"),
        (String::from("[\n  {\"entity\": 1}\n]"), "is a JSON array, and must be one object a line"),
        (String::from("[]"), "is a JSON array"),
        (String::from("{\"entity\": 1, \"entity\": 2}"), "line 1: 'entity' is given twice"),
    ] {
        let output = run_with(&text, &["compute", "-m", "revenue", "-"]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{text}");
        assert!(errors(&output).contains(said), "{said}: {}", errors(&output));
    }
    let unknown = run(&["compute", "-m", "revnue", &own(QUARTERS)]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(errors(&unknown).contains("revenue"), "{}", errors(&unknown));
}

/// With `--errors row` a bad row is told in a column and on standard error, and the others are
/// computed; the exit code says that something was not read.
#[test]
fn bad_rows_lose_no_good_ones() {
    let head = "entity,period_start,period_end,revenue\n";
    let quarter = "2025-04-01,2025-06-30";
    let csv = format!(
        "{head}A,{quarter},5\nB,{quarter},much\nC,{quarter}\nD,2025-07-01,2025-06-30,7\n\
         E,{quarter},8\nE,{quarter},9\n"
    );
    let output = run_with(&csv, &["compute", "--errors", "row", "-m", "revenue", "-"]);
    assert_eq!(output.status.code(), Some(1));
    let much = "the column 'revenue' has 'much' in row 1, and must have a decimal number, such as \
                1003697000 or -0.20";
    let short = "CSV error: record 3 (line: 4, byte: 94): found record with 3 fields, but the \
                 previous record has 4 fields";
    let period = "row 3: end 2025-06-30 of a period is before its start 2025-07-01";
    let twice = "E has the period 2025-04-01..2025-06-30 in row 4 and in row 5";
    assert_eq!(
        text(&output),
        format!(
            "entity,period_start,period_end,revenue,revenue_reason,error\n\
             A,{quarter},5,,\nB,{quarter},,unreadable,\"{much}\"\n,,,,text,\"{short}\"\n\
             D,2025-07-01,2025-06-30,,period,{period}\nE,{quarter},,twice,{twice}\n\
             E,{quarter},,twice,{twice}\n"
        ),
    );
    assert_eq!(
        errors(&output),
        [much, short, period, twice, twice].map(|it| format!("-: {it}\n")).concat()
    );
    let line = |entity: &str, revenue: &str| {
        format!(
            "{{\"entity\":\"{entity}\",\"period_start\":\"2025-04-01\",\"period_end\":\
             \"2025-06-30\",\"revenue\":{revenue}}}\n"
        )
    };
    let json: String = (0..12).map(|at| line(&format!("X{at}"), "\"?\"")).collect();
    let json = format!("{}{json}{{\"entity\":", line("A", "5"));
    let asked = ["compute", "--json", "--errors", "row", "-m", "revenue", "-"];
    let output = run_with(&json, &asked);
    assert_eq!(rows(&output).len(), 14);
    assert_eq!(
        (&rows(&output)[0]["revenue"], &rows(&output)[0]["error"]),
        (&json!("5"), &json!(null))
    );
    assert_eq!(rows(&output)[13]["revenue_reason"], "text");
    assert!(errors(&output).ends_with("-: 3 more rows have an error in their column\n"));
    assert_eq!(errors(&output).lines().count(), 11);
    let wrong = run_with(&csv, &["compute", "--errors", "ignore", "-m", "revenue", "-"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(errors(&wrong).contains("must be raise or row"), "{}", errors(&wrong));
}

#[test]
fn bounds_come_on_request() {
    let output = run(&["compute", "--bounds", "-m", "operating margin", &own(QUARTERS)]);
    let head = "entity,period_start,period_end,operating margin,operating margin_reason,\
                operating margin_low,operating margin_high";
    assert_eq!(text(&output).lines().next(), Some(head));
}

#[cfg(not(feature = "parquet"))]
#[test]
fn parquet_that_was_not_built_in_is_said_so() {
    let output = run_with("PAR1....", &["compute", "-m", "revenue", "-"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("--features parquet"), "{}", errors(&output));
    let path = file("none.csv", "").with_extension("parquet");
    let path = path.display().to_string();
    let output = run(&["compute", "-m", "revenue", "-o", &path, &own(QUARTERS)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!fs::exists(path).unwrap());
}

/// What is written as Parquet and read again gives the text that it was made of.
#[cfg(feature = "parquet")]
#[test]
fn parquet_goes_round() {
    let path = file("round.csv", "").with_extension("parquet").display().to_string();
    let asked = ["compute", "-m", "revenue,net_income,operating_income", "--places", "2"];
    let csv = run(&[&asked[..], &[&own(QUARTERS)]].concat());
    let written = run(&[&asked[..], &["-o", &path, &own(QUARTERS)]].concat());
    assert_eq!((written.status.code(), text(&written).as_str()), (Some(0), ""));
    let read = run(&[&asked[..], &[&path]].concat());
    assert_eq!(errors(&read), "");
    assert_eq!(text(&read), text(&csv));
    let bytes = fs::read(&path).unwrap();
    let cut = file("cut.parquet", &bytes[..bytes.len() / 2]).display().to_string();
    let output = run(&["compute", "-m", "revenue", &cut]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(errors(&output).contains("cut.parquet"), "{}", errors(&output));
}

/// A panel as Parquet has the rows and the digits of the panel as text.
#[cfg(feature = "parquet")]
#[test]
fn a_panel_is_written_as_parquet() {
    let facts = own("tests/cases/palantir_companyfacts/companyfacts.json");
    let path = file("panel.csv", "").with_extension("parquet").display().to_string();
    let panel = ["panel", "-m", "revenue,net_income", "--price", "companyfacts=180"];
    let csv = run(&[&panel[..], &[&facts]].concat());
    let written = run(&[&panel[..], &["-o", &path, &facts]].concat());
    assert_eq!((written.status.code(), errors(&written).as_str()), (Some(0), ""));
    let csv = text(&csv);
    let expected: Vec<_> = csv.lines().map(without_reasons).collect();
    assert_eq!(expected.len(), 7, "six quarters and the names of columns");
    let reader = fs::File::open(&path).unwrap();
    let reader = parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder::try_new(reader);
    let mut written = String::new();
    for batch in reader.unwrap().build().unwrap() {
        let batch = batch.unwrap();
        let is_reason = |at: &usize| batch.schema().field(*at).name().ends_with("_reason");
        let columns: Vec<_> = (0..batch.num_columns()).filter(|at| !is_reason(at)).collect();
        let batch = batch.project(&columns).unwrap();
        written += &financials_arrow::csv(&batch, written.is_empty());
    }
    assert_eq!(written.lines().collect::<Vec<_>>(), expected);
}

/// A line of a panel as text, which ends with the reasons of all columns.
#[cfg(feature = "parquet")]
fn without_reasons(line: &str) -> &str {
    line.rsplit_once(',').unwrap().0
}

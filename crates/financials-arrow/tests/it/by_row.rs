//! Bad rows and cells of a good table: each is told beside its row, and the others are computed.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, Date32Array, Decimal128Array, Float64Array, Int64Array, RecordBatch, StringArray,
    cast::AsArray,
};
use financials_arrow::{
    Asked, Errors, Reading, Table, TableError, parse_csv, parse_csv_rows, parse_json_rows,
};
use proptest::prelude::*;

use super::{batch, cells, quarter};

fn by_row() -> Reading {
    Reading::new().errors(Errors::Row)
}

fn errors(batches: &[RecordBatch]) -> Vec<Option<String>> {
    let column = |batch: &RecordBatch| {
        let column = batch.column_by_name("error").unwrap().as_string::<i32>().clone();
        column.iter().map(|it| it.map(str::to_owned)).collect::<Vec<_>>()
    };
    batches.iter().flat_map(column).collect()
}

/// Six rows: a company with two good quarters and a bad one between them, and another alike.
fn with(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let days = [1, 2, 3, 1, 2, 3].map(|it| quarter(2025, it));
    let mut all: Vec<(&str, ArrayRef)> = vec![
        ("entity", Arc::new(StringArray::from(vec!["A", "A", "A", "B", "B", "B"]))),
        ("period_start", Arc::new(Date32Array::from_iter_values(days.map(|it| it.0)))),
        ("period_end", Arc::new(Date32Array::from_iter_values(days.map(|it| it.1)))),
        ("revenue", Arc::new(Int64Array::from(vec![10, 20, 40, 1, 2, 4]))),
    ];
    for (name, array) in columns {
        all.retain(|(known, _)| *known != name);
        all.push((name, array));
    }
    batch(all)
}

fn texts(texts: [Option<&str>; 6]) -> ArrayRef {
    Arc::new(StringArray::from(texts.to_vec()))
}

/// A column, what becomes of revenue beside it, and what is said of each row.
type Case = (&'static str, ArrayRef, [&'static str; 6], [&'static str; 6]);

/// Columns of companies and dates with something in them that is none.
fn keys() -> [Case; 3] {
    let (a, b) = (Some("A"), Some("B"));
    let (first, last) = (Some("2025-01-01"), Some("2025-03-31"));
    let ends = [last, Some("2025-06-31"), Some("2025-09-30"), last, Some("2025-06-30"), None];
    let starts = [first, Some("2025-04-01"), Some("2025-07-01"), first, Some("2025-07-01"), None];
    [
        (
            "entity",
            texts([a, None, a, b, b, b]),
            ["10", "null", "40", "1", "2", "4"],
            ["", "the column 'entity' has nothing in row 1", "", "", "", ""],
        ),
        (
            "period_end",
            texts(ends),
            ["10", "value", "40", "1", "2", "null"],
            [
                "",
                "the column 'period_end' has '2025-06-31' in row 1, and must have dates, timestamps \
                 at midnight, or text such as 2025-06-30",
                "",
                "",
                "",
                "the column 'period_end' has nothing in row 5",
            ],
        ),
        (
            "period_start",
            texts(starts),
            ["10", "20", "40", "1", "period", "4"],
            [
                "",
                "",
                "",
                "",
                "row 4: end 2025-06-30 of a period is before its start 2025-07-01",
                "",
            ],
        ),
    ]
}

/// Columns of words with one in them that is not known.
fn words() -> [Case; 3] {
    let usd = Some("USD");
    [
        (
            "currency",
            texts([usd, Some("$"), usd, usd, Some("EUR"), None]),
            ["10", "value", "40", "mixed", "mixed", "mixed"],
            [
                "",
                "the column 'currency' has '$' in row 1, and must have a currency of ISO 4217, such \
                 as USD",
                "",
                "B has USD in row 3 and EUR in row 4; a company has one",
                "B has USD in row 3 and EUR in row 4; a company has one",
                "B has USD in row 3 and EUR in row 4; a company has one",
            ],
        ),
        (
            "basis",
            texts([Some("gaap"), Some("adjusted"), None, None, None, None]),
            ["10", "value", "40", "1", "2", "4"],
            [
                "",
                "the column 'basis' has 'adjusted' in row 1, and must have gaap or ifrs",
                "",
                "",
                "",
                "",
            ],
        ),
        (
            "period_kind",
            texts([None, Some("month"), None, None, None, None]),
            ["10", "value", "40", "1", "2", "4"],
            [
                "",
                "the column 'period_kind' has 'month' in row 1, and must have quarter, half, \
                 nine_months, year, ttm, instant or other",
                "",
                "",
                "",
                "",
            ],
        ),
    ]
}

#[test]
fn a_bad_row_is_told_and_the_others_are_computed() {
    for (name, column, values, said) in keys().into_iter().chain(words()) {
        let table = by_row().read(&[with(vec![(name, column.clone())])]).unwrap();
        let computed = table.compute(&[Asked::named("revenue").unwrap()], 0).unwrap();
        assert_eq!(cells(&computed, "revenue"), values, "{name}");
        let said = said.map(|said| Some(said.to_owned()).filter(|it| !it.is_empty()));
        assert_eq!(errors(&computed), said, "{name}");
        let told: Vec<_> = table.refused().map(|(row, error)| (row, error.to_string())).collect();
        let expected = said.into_iter().enumerate().filter_map(|(row, said)| Some((row, said?)));
        assert_eq!(told, expected.collect::<Vec<_>>());
        // The first of them is what the whole table is refused for.
        let refused = Table::read(&[with(vec![(name, column)])]).unwrap_err().to_string();
        assert!(told.iter().any(|(_, said)| *said == refused), "{refused}");
    }
}

/// Of two rows of one company and period nothing says which is right: neither is taken.
#[test]
fn rows_that_stand_twice_are_both_refused() {
    let (start, end) = quarter(2025, 2);
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("entity", Arc::new(StringArray::from(vec!["A", "B", "A", "A"]))),
        ("period_start", Arc::new(Date32Array::from(vec![start; 4]))),
        ("period_end", Arc::new(Date32Array::from(vec![end; 4]))),
        ("revenue", Arc::new(Int64Array::from(vec![1, 2, 1, 3]))),
    ];
    let table = by_row().read(&[batch(columns)]).unwrap();
    let computed = table.compute(&[Asked::named("revenue").unwrap()], 0).unwrap();
    assert_eq!(cells(&computed, "revenue"), ["twice", "2", "twice", "twice"]);
    let said = |row| format!("A has the period 2025-04-01..2025-06-30 in row 0 and in row {row}");
    assert_eq!(errors(&computed), [Some(said(2)), None, Some(said(2)), Some(said(3))]);
}

/// A cell that cannot be read is absent from its row, and from what looks back to it.
#[test]
fn a_bad_cell_is_absent_from_its_row_alone() {
    let wide = Decimal128Array::from(vec![10, 10_i128.pow(30), 40, 1, 2, 4]);
    let wide = wide.with_precision_and_scale(38, 0).unwrap();
    let fine = Decimal128Array::from(vec![100, 1, 400, 10, 20, 40]);
    let fine = fine.with_precision_and_scale(38, 10).unwrap();
    let part = Float64Array::from(vec![10.0, 0.5, 40.0, 1.0, 2.0, 4.0]);
    let written = texts([Some("10"), Some("much"), Some("40"), Some("1"), Some("2"), Some("4")]);
    let long = texts([Some("10"), Some("1e30"), Some("40"), Some("1"), Some("2"), Some("4")]);
    let cases: [(ArrayRef, &str, &str); 5] = [
        (Arc::new(wide), "out_of_range", "is wider than the 96 bits"),
        (Arc::new(fine), "out_of_range", "in row 1: figure 0.0000000001 has more than 9 decimals"),
        (Arc::new(part), "unreadable", "has 0.5 in row 1, which is no whole number below 2^53"),
        (written, "unreadable", "has 'much' in row 1, and must have a decimal number"),
        (long, "out_of_range", "has 1e30 in row 1, which is wider than the 96 bits"),
    ];
    for (column, code, said) in cases {
        let reading = || by_row().whole_floats().text_amounts();
        let given = with(vec![("revenue", column), ("net_income", wholes([1, 2, 4, 1, 1, 1]))]);
        let table = reading().read(&[given.slice(0, 2), given.slice(2, 4)]).unwrap();
        let asked = ["revenue", "net_income", "net_margin", "growth_qoq(revenue)"];
        let formula = financials::formula::Formula::parse(asked[3]).unwrap();
        let asked = asked[..3].iter().map(|name| Asked::named(name).unwrap().with_bounds());
        let asked: Vec<_> = asked.chain([Asked::formula("growth", formula)]).collect();
        let computed = table.compute(&asked, 10).unwrap();
        assert_eq!(cells(&computed, "net_income")[1], "2.0000000000");
        for name in ["revenue", "net_margin"] {
            let found = cells(&computed, name);
            assert_eq!(found[1], code, "{name}");
            assert!(found.iter().enumerate().all(|(row, it)| row == 1 || it != code), "{found:?}");
        }
        assert_eq!(cells(&computed, "growth")[..3], ["no_report", code, code]);
        let told = errors(&computed);
        assert!(told[1].as_ref().unwrap().contains(said), "{told:?}");
        assert_eq!(told.iter().flatten().count(), 1);
    }
}

fn wholes(numbers: [i64; 6]) -> ArrayRef {
    Arc::new(Int64Array::from(numbers.to_vec()))
}

/// What is given and cannot be read is no zero, as what is left out may be.
#[test]
fn a_bad_cell_is_never_zero() {
    let given = |invested: Option<&str>| {
        let invested = invested.unwrap_or_default();
        let csv = format!(
            "entity,period_kind,period_end,cash,short_term_investments\n\
             A,quarter,2025-06-30,5,{invested}\nB,quarter,2025-06-30,5,7\n"
        );
        let table = by_row().text_amounts().read(&[parse_csv(&csv).unwrap()]).unwrap();
        let asked = [Asked::named("cash_and_investments").unwrap()];
        cells(&table.compute(&asked, 0).unwrap(), "cash_and_investments")
    };
    assert_eq!(given(None), ["5", "12"]);
    assert_eq!(given(Some("much")), ["unreadable", "12"]);
    assert_eq!(given(Some("1e25")), ["out_of_range", "12"]);
    let csv = "entity,period_kind,period_end,cash,short_term_investments\n\
               A,quarter,2025-06-30,5,much\nB,quarter,2025-06-30,5,\n";
    let table = by_row().text_amounts().read(&[parse_csv(csv).unwrap()]).unwrap();
    let asked = [Asked::named("cash_and_investments").unwrap()];
    let computed = table.compute(&asked, 0).unwrap();
    assert_eq!(cells(&computed, "cash_and_investments"), ["unreadable", "5"]);
}

/// A result that a column cannot hold is lost by itself.
#[test]
fn a_value_of_too_many_digits_is_lost_alone() {
    let given = with(vec![("revenue", wholes([i64::MAX, 2, 3, 4, 5, 6]))]);
    let asked = [Asked::named("revenue").unwrap().with_bounds()];
    let computed = by_row().read(&[given]).unwrap().compute(&asked, 20).unwrap();
    let found = cells(&computed, "revenue");
    assert_eq!((found[0].as_str(), found[1].as_str()), ("out_of_range", "2.00000000000000000000"));
    assert_eq!(
        errors(&computed)[..2],
        [
            Some(
                "revenue has 9223372036854775807 in row 0, which has more than 38 digits at 20 \
                 decimals"
                    .to_owned()
            ),
            None
        ],
    );
}

/// What is wrong with a column is wrong with the table, however its errors are taken.
#[test]
fn a_bad_column_is_no_matter_of_rows() {
    let floats: ArrayRef = Arc::new(Float64Array::from(vec![1.0; 6]));
    let codes = |columns| by_row().read(&[with(columns)]).unwrap_err().code();
    assert_eq!(codes(vec![("revenue", floats.clone())]), "float");
    assert_eq!(codes(vec![("entity", floats.clone())]), "type");
    assert_eq!(codes(vec![("sales", wholes([1; 6]))]), "two_columns");
    let mut without = with(vec![]);
    without.remove_column(0);
    assert_eq!(by_row().read(&[without]).unwrap_err().code(), "no_column");
    let asked = [Asked::formula("error", financials::formula::Formula::parse("revenue").unwrap())];
    let table = by_row().read(&[with(vec![])]).unwrap();
    assert_eq!(table.compute(&asked, 6).unwrap_err().code(), "same_name");
}

/// Lines that are no rows keep their place.
#[test]
fn a_bad_line_is_told_in_its_place() {
    let csv = "entity,period_kind,period_end,revenue\nA,quarter,2025-06-30\n\
               B,quarter,2025-06-30,5\nC,quarter,2025-06-30,5,6\nD,quarter,2025-06-30,7\n";
    let json = "{\"entity\":[1]}\n{\"entity\":\"B\",\"period_kind\":\"quarter\",\"period_end\":\
                \"2025-06-30\",\"revenue\":5}\n[]\n{\"entity\":\"D\",\"period_kind\":\"quarter\",\
                \"period_end\":\"2025-06-30\",\"revenue\":7}";
    for (parsed, said) in [
        (
            parse_csv_rows(csv).unwrap(),
            [
                "CSV error: record 1 (line: 2, byte: 38): found record with 3 fields, but the \
                 previous record has 4 fields",
                "CSV error: record 3 (line: 4, byte: 82): found record with 5 fields, but the \
                 previous record has 4 fields",
            ],
        ),
        (
            parse_json_rows(json).unwrap(),
            [
                "line 1, entity: must be text, a number or null",
                "line 3: invalid type: sequence, expected an object at line 1 column 0",
            ],
        ),
    ] {
        let (batch, refused) = parsed;
        let read = by_row().text_amounts().read_beside(std::slice::from_ref(&batch), refused);
        let computed = read.unwrap().compute(&[Asked::named("revenue").unwrap()], 0).unwrap();
        assert_eq!(cells(&computed, "revenue"), ["text", "5", "text", "7"]);
        let [one, other] = said.map(|it| Some(it.to_owned()));
        assert_eq!(errors(&computed), [one, None, other, None]);
    }
    let (batch, refused) = parse_csv_rows(csv).unwrap();
    let raised = Reading::new().text_amounts().read_beside(&[batch], refused).unwrap_err();
    assert!(matches!(raised, TableError::Text(_)), "{raised}");
}

proptest! {
    /// Whatever is put into a table, the rows that nothing is wrong with are as they are without
    /// the others.
    #[test]
    fn good_rows_are_as_they_are_alone(bad in prop::collection::vec(0..7_usize, 24)) {
        let mut csv = String::from("entity,period_start,period_end,currency,revenue,net_income\n");
        let mut good = csv.clone();
        for (at, bad) in bad.iter().enumerate() {
            let (entity, number) = (["A", "B", "C", "D"][at / 6], at % 6);
            let (start, end) = (["01-01", "04-01"][number % 2], ["03-31", "06-30"][number % 2]);
            let year = 2020 + number / 2;
            let row = |entity: &str, end: &str, revenue: &str| {
                format!("{entity},{year}-{start},{year}-{end},USD,{revenue},{at}\n")
            };
            let revenue = (at * 7 + 3).to_string();
            match bad {
                0 => csv += &row("", end, &revenue),
                1 => csv += &row(entity, "02-30", &revenue),
                2 => csv += &format!("{entity},{year}-12-31,{year}-{end},USD,{revenue},{at}\n"),
                3 => csv += &format!("{entity},{year}-{start},{year}-{end},Dollar,{revenue},1\n"),
                _ => {
                    csv += &row(entity, end, &revenue);
                    good += &row(entity, end, &revenue);
                }
            }
        }
        let asked = ["revenue", "net_margin", "revenue_growth"].map(|name| {
            Asked::named(name).unwrap()
        });
        let read = |reading: Reading, text: &str| {
            let table = reading.text_amounts().read(&[parse_csv(text).unwrap()]).unwrap();
            table.columns(&asked, 6).unwrap()
        };
        let (all, alone) = (read(by_row(), &csv), read(Reading::new(), &good));
        for name in ["revenue", "net_margin", "revenue_growth"] {
            let all = cells(&all, name);
            let kept = all.into_iter().zip(&bad).filter(|(_, bad)| **bad > 3).map(|(it, _)| it);
            prop_assert_eq!(kept.collect::<Vec<_>>(), cells(&alone, name));
        }
        let told: Vec<_> = errors(&all).iter().map(Option::is_some).collect();
        prop_assert_eq!(told, bad.iter().map(|bad| *bad <= 3).collect::<Vec<_>>());
    }
}

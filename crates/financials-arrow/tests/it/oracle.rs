//! Random tables in any order of rows, against exact fractions and look-ups by key.

use std::{collections::HashMap, sync::Arc};

use arrow_array::{ArrayRef, Date32Array, Decimal128Array, Int64Array, RecordBatch};
use financials::formula::Formula;
use financials_arrow::{Asked, Table};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;

use super::{batch, cells, quarter, quarters};

/// A row: company, year, quarter, revenue, operating income in cents.
type Row = (i64, i32, i32, Option<i64>, Option<i128>);

/// Rounds an exact fraction half to even, and writes it with so many decimals.
fn rounded(value: &BigRational, places: usize) -> String {
    let unit = BigInt::from(10).pow(places as u32);
    let scaled = value * BigRational::from(unit);
    let (floor, half) = (scaled.floor().to_integer(), BigRational::new(1.into(), 2.into()));
    let rest = &scaled - BigRational::from(floor.clone());
    let is_up = rest > half || (rest == half && !(&floor % 2u8).is_zero());
    let whole = if is_up { floor + 1 } else { floor };
    let sign = if whole.is_negative() { "-" } else { "" };
    let digits = format!("{:0>width$}", whole.abs().to_string(), width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    format!("{sign}{whole}.{part}")
}

fn margin((.., revenue, income): &Row, places: usize) -> String {
    let (Some(revenue), Some(income)) = (revenue, income) else { return "missing".into() };
    if *revenue == 0 {
        return "zero_denominator".into();
    }
    rounded(&BigRational::new((*income).into(), BigInt::from(*revenue) * 100), places)
}

fn growth(rows: &HashMap<(i64, i32, i32), Option<i64>>, row: &Row, places: usize) -> String {
    let (entity, year, number, now, _) = row;
    match (now, rows.get(&(*entity, year - 1, *number))) {
        (None, _) => "missing".into(),
        (_, None) => "no_report".into(),
        (_, Some(None)) => "missing".into(),
        (_, Some(Some(0))) => "growth_from_zero".into(),
        (Some(now), Some(Some(then))) => {
            rounded(&BigRational::new(BigInt::from(now - then), BigInt::from(*then)), places)
        }
    }
}

fn table(rows: &[Row], batches: usize) -> Vec<RecordBatch> {
    let dates: Vec<_> = rows.iter().map(|it| quarter(it.1, it.2)).collect();
    let income = rows.iter().map(|it| it.4).collect::<Decimal128Array>();
    let income = income.with_precision_and_scale(30, 2).unwrap();
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("cik", Arc::new(Int64Array::from_iter_values(rows.iter().map(|it| it.0)))),
        ("operating_income", Arc::new(income)),
        ("period_start", Arc::new(Date32Array::from_iter_values(dates.iter().map(|it| it.0)))),
        ("period_end", Arc::new(Date32Array::from_iter_values(dates.iter().map(|it| it.1)))),
        ("revenue", Arc::new(rows.iter().map(|it| it.3).collect::<Int64Array>())),
    ];
    let whole = batch(columns);
    let length = rows.len().div_ceil(batches);
    let starts = (0..rows.len()).step_by(length.max(1));
    starts.map(|start| whole.slice(start, length.min(rows.len() - start))).collect()
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let revenue =
        prop_oneof![1 => Just(None), 1 => Just(Some(0)), 8 => (1..10_i64.pow(12)).prop_map(Some)];
    let income =
        prop_oneof![1 => Just(None), 8 => (-10_i128.pow(13)..10_i128.pow(13)).prop_map(Some)];
    let row = (0..4_i64, 2019..2023, 1..=4_i32, revenue, income);
    proptest::collection::vec(row, 1..40).prop_map(|rows| {
        let mut seen = std::collections::HashSet::new();
        rows.into_iter().filter(|it| seen.insert((it.0, it.1, it.2))).collect()
    })
}

proptest! {
    #[test]
    fn ratios_and_growth_are_those_of_exact_fractions(
        rows in rows(), batches in 1..4_usize, places in prop_oneof![Just(1_usize), Just(6), Just(12)],
    ) {
        let given = table(&rows, batches);
        let read = financials_arrow::Reading::new().entity("cik").read(&given).unwrap();
        let own = Formula::parse("operating_income / revenue").unwrap();
        let asked = [
            Asked::named("operating margin").unwrap(),
            Asked::named("revenue_growth").unwrap(),
            Asked::formula("mine", own),
        ];
        let computed = read.compute(&asked, places as u32).unwrap();
        let lengths = |batches: &[RecordBatch]| {
            batches.iter().map(RecordBatch::num_rows).collect::<Vec<_>>()
        };
        prop_assert_eq!(lengths(&computed), lengths(&given));
        // Rows come back in the order they went in, each with the columns that say whose it is.
        for (given, computed) in given.iter().zip(&computed) {
            for key in ["cik", "period_start", "period_end"] {
                prop_assert_eq!(given.column_by_name(key), computed.column_by_name(key));
            }
        }
        let by_key = rows.iter().map(|it| ((it.0, it.1, it.2), it.3)).collect();
        let margins: Vec<_> = rows.iter().map(|row| margin(row, places)).collect();
        prop_assert_eq!(&cells(&computed, "operating margin"), &margins);
        prop_assert_eq!(&cells(&computed, "mine"), &margins);
        let growths: Vec<_> = rows.iter().map(|row| growth(&by_key, row, places)).collect();
        prop_assert_eq!(cells(&computed, "revenue_growth"), growths);
    }
}

/// Four rows back is another year where quarters are missing; the same quarter of last year is not.
#[test]
fn four_rows_back_is_no_year_ago() {
    let rows: Vec<_> = (0..40)
        .filter(|at| at % 7 != 3)
        .map(|at| (2010 + at / 4, at % 4 + 1, Some(i64::from(100 + at * at))))
        .collect();
    let table = Table::read(&[quarters("A", &rows)]).unwrap();
    let computed = table.compute(&[Asked::named("revenue_growth").unwrap()], 6).unwrap();
    let exact = cells(&computed, "revenue_growth");
    let (mut wrong, mut same) = (0, 0);
    for (at, (year, number, now)) in rows.iter().enumerate() {
        let key = |row: &&(i32, i32, Option<i64>)| (row.0, row.1) == (year - 1, *number);
        let of = |then: &(i32, i32, Option<i64>)| {
            let then = then.2.unwrap();
            rounded(&BigRational::new((now.unwrap() - then).into(), then.into()), 6)
        };
        let by_key = rows.iter().find(key).map_or("no_report".to_owned(), of);
        assert_eq!(exact[at], by_key);
        if let Some(lagged) = at.checked_sub(4).map(|at| of(&rows[at])) {
            (wrong, same) =
                (wrong + usize::from(lagged != by_key), same + usize::from(lagged == by_key));
        }
    }
    // Every seventh quarter is missing, and the four before a row are there for two in seven.
    assert_eq!((wrong, same), (20, 10));
}

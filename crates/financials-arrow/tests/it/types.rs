//! The types that columns come in, and what each may hold.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, Date32Array, Date64Array, Decimal32Array, Decimal64Array, Decimal128Array,
    Decimal256Array, DictionaryArray, Float32Array, Float64Array, Int8Array, Int16Array,
    Int32Array, Int64Array, LargeStringArray, NullArray, RecordBatch, StringArray, StringViewArray,
    TimestampMicrosecondArray, TimestampMillisecondArray, TimestampNanosecondArray,
    TimestampSecondArray, UInt8Array, UInt16Array, UInt32Array, UInt64Array, types::Int8Type,
};
use arrow_buffer::i256;
use financials::Currency;
use financials_arrow::{Asked, Reading, Table};

use super::{batch, cells, quarter};

fn with(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let (start, end) = quarter(2025, 2);
    let mut all: Vec<(&str, ArrayRef)> = vec![
        ("entity", Arc::new(Int64Array::from(vec![1, 2, 3]))),
        ("period_start", Arc::new(Date32Array::from(vec![start; 3]))),
        ("period_end", Arc::new(Date32Array::from(vec![end; 3]))),
    ];
    for (name, array) in columns {
        all.retain(|(known, _)| *known != name);
        all.push((name, array));
    }
    batch(all)
}

fn revenue(table: &Table) -> Vec<String> {
    cells(&table.compute(&[Asked::named("revenue").unwrap()], 2).unwrap(), "revenue")
}

#[test]
fn every_type_of_whole_number_and_decimal_gives_the_same_digits() {
    let scaled = |array: Decimal128Array, scale| array.with_precision_and_scale(38, scale).unwrap();
    let wide = Decimal256Array::from(vec![
        Some(i256::from_i128(5) * i256::from_i128(10_i128.pow(38))),
        None,
        Some(i256::from_i128(-7) * i256::from_i128(10_i128.pow(38))),
    ]);
    let columns: Vec<ArrayRef> = vec![
        Arc::new(Int8Array::from(vec![Some(5), None, Some(-7)])),
        Arc::new(Int16Array::from(vec![Some(5), None, Some(-7)])),
        Arc::new(Int32Array::from(vec![Some(5), None, Some(-7)])),
        Arc::new(Int64Array::from(vec![Some(5), None, Some(-7)])),
        Arc::new(
            Decimal32Array::from(vec![Some(50), None, Some(-70)])
                .with_precision_and_scale(9, 1)
                .unwrap(),
        ),
        Arc::new(
            Decimal64Array::from(vec![Some(500), None, Some(-700)])
                .with_precision_and_scale(18, 2)
                .unwrap(),
        ),
        Arc::new(scaled(Decimal128Array::from(vec![Some(500), None, Some(-700)]), 2)),
        // More decimals than any exact decimal has, all of them zeros.
        Arc::new(scaled(
            Decimal128Array::from(vec![
                Some(5 * 10_i128.pow(30)),
                None,
                Some(-7 * 10_i128.pow(30)),
            ]),
            30,
        )),
        Arc::new(wide.with_precision_and_scale(76, 38).unwrap()),
    ];
    for column in columns {
        let kind = column.data_type().clone();
        let table = Table::read(&[with(vec![("revenue", column)])]).unwrap();
        assert_eq!(revenue(&table), ["5.00", "missing", "-7.00"], "{kind}");
    }
    let unsigned: Vec<ArrayRef> = vec![
        Arc::new(UInt8Array::from(vec![Some(5), None, Some(7)])),
        Arc::new(UInt16Array::from(vec![Some(5), None, Some(7)])),
        Arc::new(UInt32Array::from(vec![Some(5), None, Some(7)])),
        Arc::new(UInt64Array::from(vec![Some(5), None, Some(7)])),
    ];
    for column in unsigned {
        let table = Table::read(&[with(vec![("revenue", column)])]).unwrap();
        assert_eq!(revenue(&table), ["5.00", "missing", "7.00"]);
    }
    let nothing = Table::read(&[with(vec![("revenue", Arc::new(NullArray::new(3)))])]).unwrap();
    assert_eq!(revenue(&nothing), ["missing"; 3]);
}

/// 2^63 + 5 is past 64 bits with a sign, and is not wrapped.
#[test]
fn the_largest_numbers_are_exact() {
    let column = UInt64Array::from(vec![9_223_372_036_854_775_813, 1, 2]);
    let table = Table::read(&[with(vec![("revenue", Arc::new(column))])]).unwrap();
    assert_eq!(revenue(&table), ["9223372036854775813.00", "1.00", "2.00"]);
    let column = Int64Array::from(vec![i64::MIN, i64::MAX, 0]);
    let table = Table::read(&[with(vec![("revenue", Arc::new(column))])]).unwrap();
    assert_eq!(revenue(&table)[..2], ["-9223372036854775808.00", "9223372036854775807.00"]);
    let near = 9_999_999_999_999_999_999 * 10_i128.pow(9) + 999_999_999;
    let column = Decimal128Array::from(vec![near, -near, 1]);
    let column = column.with_precision_and_scale(38, 9).unwrap();
    let table = Table::read(&[with(vec![("revenue", Arc::new(column))])]).unwrap();
    let asked = [Asked::named("revenue").unwrap()];
    let exact = cells(&table.compute(&asked, 9).unwrap(), "revenue");
    assert_eq!(exact[..2], ["9999999999999999999.999999999", "-9999999999999999999.999999999"]);
    let refused = table.compute(&asked, 28).unwrap_err();
    assert_eq!(refused.code(), "digits");
}

#[test]
fn floats_are_taken_where_all_are_whole_and_the_caller_says_so() {
    let doubles = Float64Array::from(vec![Some(9_007_199_254_740_991.0), None, Some(-0.0)]);
    let given = with(vec![("revenue", Arc::new(doubles))]);
    let table = Reading::new().whole_floats().read(&[given]).unwrap();
    assert_eq!(revenue(&table), ["9007199254740991.00", "missing", "0.00"]);
    // From 2^24 on, a float of 32 bits may stand for a number beside its own.
    for (single, said) in [(16_777_216.0, "16777216"), (2_147_483_600.0, "2147483648")] {
        let singles = Float32Array::from(vec![Some(single), None, Some(-3.0)]);
        let given = with(vec![("revenue", Arc::new(singles))]);
        let error = Reading::new().whole_floats().read(&[given]).unwrap_err();
        let said = format!(
            "the column 'revenue' has {said} in row 0, which is no whole number below 2^24"
        );
        assert_eq!(error.to_string(), said);
    }
    let singles = Float32Array::from(vec![Some(16_777_215.0), None, Some(-3.0)]);
    let given = with(vec![("revenue", Arc::new(singles))]);
    let table = Reading::new().whole_floats().read(&[given]).unwrap();
    assert_eq!(revenue(&table), ["16777215.00", "missing", "-3.00"]);
}

/// What polars makes of a column of `None`, and pandas of an empty one.
#[test]
fn a_key_column_of_no_type_is_all_missing() {
    let nulls = || Arc::new(NullArray::new(3)) as ArrayRef;
    let given = with(vec![("revenue", Arc::new(Int64Array::from(vec![1, 2, 3])))]);
    let kinds = Arc::new(StringArray::from(vec!["quarter"; 3])) as ArrayRef;
    let schema = given.schema();
    let read = |changed: &[(&str, ArrayRef)]| {
        let columns = schema.fields().iter().zip(given.columns());
        let columns = columns.map(|(field, array)| (field.name().clone(), array.clone()));
        let columns = columns.filter(|(name, _)| changed.iter().all(|(other, _)| name != other));
        let changed = changed.iter().map(|(name, array)| ((*name).to_owned(), array.clone()));
        let columns = columns.chain(changed).map(|(name, array)| (name, array, true));
        Table::read(&[RecordBatch::try_from_iter_with_nullable(columns).unwrap()])
    };
    let known = ["currency", "basis"].map(|name| (name, nulls()));
    let table = read(&[&[("period_start", nulls()), ("period_kind", kinds)], &known[..]].concat());
    assert_eq!(revenue(&table.unwrap()).len(), 3);
    let error = read(&[("entity", nulls())]).unwrap_err().to_string();
    assert!(error.contains("'entity'") && error.contains("row 0"), "{error}");
    let none = || Arc::new(NullArray::new(0)) as ArrayRef;
    let columns = ["entity", "period_end", "period_kind"].map(|name| (name, none(), true));
    let empty = RecordBatch::try_from_iter_with_nullable(columns);
    assert!(Table::read(&[empty.unwrap()]).unwrap().panel().is_empty());
}

#[test]
fn companies_and_dates_come_in_any_type() {
    let (start, end) = quarter(2025, 2);
    let day = 86_400_i64;
    let dates = |day: i32| -> Vec<ArrayRef> {
        let seconds = i64::from(day) * 86_400;
        let text = if day == end { "2025-06-30" } else { "2025-04-01" };
        vec![
            Arc::new(Date32Array::from(vec![day; 3])),
            Arc::new(Date64Array::from(vec![seconds * 1_000; 3])),
            Arc::new(TimestampSecondArray::from(vec![seconds; 3])),
            Arc::new(TimestampMillisecondArray::from(vec![seconds * 1_000; 3])),
            Arc::new(TimestampMicrosecondArray::from(vec![seconds * 1_000_000; 3])),
            Arc::new(TimestampNanosecondArray::from(vec![seconds * 1_000_000_000; 3])),
            Arc::new(StringArray::from(vec![text; 3])),
        ]
    };
    let names: DictionaryArray<Int8Type> = vec!["A", "B", "C"].into_iter().collect();
    let entities: Vec<ArrayRef> = vec![
        Arc::new(StringArray::from(vec!["A", "B", "C"])),
        Arc::new(LargeStringArray::from(vec!["A", "B", "C"])),
        Arc::new(StringViewArray::from(vec!["A", "B", "C"])),
        Arc::new(names),
        Arc::new(UInt32Array::from(vec![320_193, 1, 0])),
    ];
    let of = |entity: ArrayRef, start: ArrayRef, end: ArrayRef| {
        let revenue: ArrayRef = Arc::new(Int64Array::from(vec![1, 2, 3]));
        let columns = vec![
            ("entity", entity),
            ("period_start", start),
            ("period_end", end),
            ("sales", revenue),
        ];
        Table::read(&[with(columns)]).unwrap()
    };
    assert_eq!(day, 86_400);
    for entity in &entities {
        for (start, end) in dates(start).into_iter().zip(dates(end)) {
            let table = of(entity.clone(), start, end);
            assert_eq!(revenue(&table), ["1.00", "2.00", "3.00"]);
            let (_, period) = table.panel().rows().next().unwrap();
            assert_eq!(period.to_string(), "2025-04-01..2025-06-30");
        }
    }
}

/// A kind gives months where there is no start, and tells twelve months from a fiscal year.
#[test]
fn periods_come_by_their_kind() {
    let (start, end) = (super::day(2024, 7, 1), super::day(2025, 6, 30));
    let kinds = vec!["quarter", "ttm", "instant"];
    let mut given = with(vec![
        ("period_kind", Arc::new(StringArray::from(kinds))),
        ("period_end", Arc::new(Date32Array::from(vec![end; 3]))),
        ("revenue", Arc::new(Int64Array::from(vec![1, 2, 3]))),
    ]);
    given.remove_column(1 - usize::from(given.schema().index_of("period_start").unwrap() == 0));
    let table = Table::read(&[given]).unwrap();
    let periods: Vec<_> = table.panel().rows().map(|(_, period)| period.to_string()).collect();
    assert_eq!(periods, ["2025-04-01..2025-06-30", "TTM 2024-07-01..2025-06-30", "at 2025-06-30"]);
    let given = with(vec![
        ("period_kind", Arc::new(StringArray::from(vec![Some("ttm"), None, Some("year")]))),
        ("period_start", Arc::new(Date32Array::from(vec![Some(start), None, Some(start)]))),
        ("period_end", Arc::new(Date32Array::from(vec![end; 3]))),
    ]);
    let table = Table::read(&[given]).unwrap();
    let periods: Vec<_> = table.panel().rows().map(|(_, period)| period.to_string()).collect();
    assert_eq!(periods, ["TTM 2024-07-01..2025-06-30", "at 2025-06-30", "2024-07-01..2025-06-30"]);
}

#[test]
fn currencies_and_bases_are_of_companies() {
    let given = with(vec![
        ("currency", Arc::new(StringArray::from(vec![Some("EUR"), None, Some("JPY")]))),
        ("basis", Arc::new(StringArray::from(vec![Some("ifrs"), None, Some("GAAP")]))),
    ]);
    let table = Table::read(&[given]).unwrap();
    let said: Vec<_> = table.panel().companies().map(|it| (it.1.code(), it.2)).collect();
    let gaap = Some(financials::Basis::Gaap);
    assert_eq!(said, [("EUR", Some(financials::Basis::Ifrs)), ("USD", gaap), ("JPY", gaap)]);
    let table = Reading::new().currency(Currency::GBP).read(&[with(vec![])]).unwrap();
    assert!(table.panel().companies().all(|it| it.1 == Currency::GBP));
}

//! Bad arrays: each is refused by name, with the row.

use std::{collections::HashMap, slice::from_ref, sync::Arc};

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float64Array, Int64Array, RecordBatch,
    StringArray, TimestampSecondArray,
};
use arrow_schema::{Schema, extension::EXTENSION_TYPE_NAME_KEY};
use financials::{
    Decimal, Figure, Item, Measure, Stated, metrics,
    tieout::{Claim, Network},
};
use financials_arrow::{Asked, Reading, Table, TableError, parse_csv, parse_json_lines};

use super::{batch, quarter, quarters};

/// Two quarters of one company with columns put in.
fn with(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let (one, two) = (quarter(2025, 1), quarter(2025, 2));
    let mut all: Vec<(&str, ArrayRef)> = vec![
        ("entity", Arc::new(StringArray::from(vec!["PLTR", "PLTR"]))),
        ("period_start", Arc::new(Date32Array::from(vec![one.0, two.0]))),
        ("period_end", Arc::new(Date32Array::from(vec![one.1, two.1]))),
    ];
    for (name, array) in columns {
        all.retain(|(known, _)| *known != name);
        all.push((name, array));
    }
    batch(all)
}

fn refused(columns: Vec<(&str, ArrayRef)>) -> (&'static str, String) {
    let error = Table::read(&[with(columns)]).unwrap_err();
    (error.code(), error.to_string())
}

#[test]
fn columns_that_cannot_be_read() {
    let flags = || -> ArrayRef { Arc::new(BooleanArray::from(vec![true, false])) };
    let floats = |numbers: Vec<f64>| -> ArrayRef { Arc::new(Float64Array::from(numbers)) };
    let texts = |texts: Vec<&str>| -> ArrayRef { Arc::new(StringArray::from(texts)) };
    let said = |code, message: &str| (code, message.to_owned());
    assert_eq!(
        refused(vec![("revenue", floats(vec![0.1, 2.0]))]),
        said(
            "float",
            "the column 'revenue' is Float64: binary floats hold no decimals exactly; \
              give integers or decimals, or say that all of its numbers are whole"
        ),
    );
    assert_eq!(
        refused(vec![("revenue", texts(vec!["1", "2"]))]),
        said("type", "the column 'revenue' is Utf8, and must be integers or decimals"),
    );
    assert_eq!(
        refused(vec![("entity", flags())]),
        said("type", "the column 'entity' is Boolean, and must be integers or text"),
    );
    assert_eq!(
        refused(vec![("period_end", flags())]),
        said(
            "type",
            "the column 'period_end' is Boolean, and must be dates, timestamps at \
              midnight, or text such as 2025-06-30"
        ),
    );
    assert_eq!(
        refused(vec![("currency", flags())]),
        said("type", "the column 'currency' is Boolean, and must be text"),
    );
    assert_eq!(
        refused(vec![("period_kind", flags())]),
        said("type", "the column 'period_kind' is Boolean, and must be text"),
    );
    assert_eq!(
        refused(vec![("sales", floats(vec![1.0, 2.0])), ("revenue", texts(vec!["1", "2"]))]).0,
        "float",
    );
    let numbers = || -> ArrayRef { Arc::new(Int64Array::from(vec![1, 2])) };
    assert_eq!(
        refused(vec![("sales", numbers()), ("revenue", numbers())]),
        said("two_columns", "the columns 'sales' and 'revenue' are both revenue"),
    );
    let mut without = with(vec![]);
    without.remove_column(0);
    assert_eq!(
        Table::read(&[without]).unwrap_err().to_string(),
        "there is no column 'entity'; the table has period_start, period_end",
    );
    let mut without = with(vec![]);
    without.remove_column(1);
    assert_eq!(
        Table::read(&[without]).unwrap_err().to_string(),
        "there is no column 'period_start or period_kind'; the table has entity, period_end",
    );
    let other = with(vec![("revenue", numbers())]);
    assert_eq!(
        Reading::new().entity("ticker").read(from_ref(&other)).unwrap_err().to_string(),
        "there is no column 'ticker'; the table has entity, period_start, period_end, revenue",
    );
    assert_eq!(
        Table::read(&[other, with(vec![("entity", texts(vec!["NET", "NET"]))])])
            .unwrap_err()
            .to_string(),
        "there is no column 'revenue'; the table has period_start, period_end, entity",
    );
}

#[test]
fn an_end_that_no_column_holds_is_no_missing_end() {
    // Income of 9e18 that is a billionth of revenue is of a revenue of 28 digits.
    let mut network = Network::new();
    let claims = [
        ("A", Item::OperatingIncome.into(), "$9,000,000,000,000,000,000"),
        ("B", Measure::from(metrics::OPERATING_MARGIN), "0.0000001%"),
        ("C", Item::Revenue.into(), "over $1 billion"),
    ];
    for (id, measure, text) in claims {
        network.add(Claim::new(id, measure, Stated::parse(text).unwrap()).during("2025Q2"));
    }
    let error = financials_arrow::verdicts(network.tie_out().rulings()).unwrap_err();
    assert_eq!(error.code(), "digits");
    let text = error.to_string();
    assert!(text.ends_with("in row 2, which has more than 38 digits at 12 decimals"), "{text}");
}

#[test]
fn values_that_cannot_be_read() {
    let said = |code, message: &str| (code, message.to_owned());
    let wide = Decimal128Array::from(vec![1, 79_228_162_514_264_337_593_543_950_336]);
    let wide = wide.with_precision_and_scale(38, 2).unwrap();
    assert_eq!(
        refused(vec![("revenue", Arc::new(wide))]),
        said(
            "too_wide",
            "the column 'revenue' has 792281625142643375935439503.36 in row 1, \
              which is wider than the 96 bits of an exact decimal"
        ),
    );
    let large = Decimal128Array::from(vec![1, 10_i128.pow(19)]);
    let large = large.with_precision_and_scale(38, 0).unwrap();
    let reason = Figure::exact(Decimal::from(10_u64.pow(19))).unwrap_err();
    assert_eq!(
        refused(vec![("revenue", Arc::new(large))]),
        ("limits", format!("the column 'revenue' in row 1: {reason}")),
    );
    let half = Float64Array::from(vec![1.0, 0.5]);
    let half = with(vec![("revenue", Arc::new(half))]);
    assert_eq!(
        Reading::new().whole_floats().read(&[half]).unwrap_err().to_string(),
        "the column 'revenue' has 0.5 in row 1, which is no whole number below 2^53",
    );
    for bad in [f64::NAN, f64::INFINITY, 9_007_199_254_740_992.0] {
        let bad = with(vec![("revenue", Arc::new(Float64Array::from(vec![1.0, bad])))]);
        assert_eq!(Reading::new().whole_floats().read(&[bad]).unwrap_err().code(), "not_whole");
    }
}

#[test]
fn keys_that_cannot_be_read() {
    let said = |code, message: &str| (code, message.to_owned());
    assert_eq!(
        refused(vec![("entity", Arc::new(StringArray::from(vec![Some("A"), None])))]),
        said("null", "the column 'entity' has nothing in row 1"),
    );
    let (_, end) = quarter(2025, 2);
    assert_eq!(
        refused(vec![("period_end", Arc::new(Date32Array::from(vec![None, Some(end)])))]),
        said("null", "the column 'period_end' has nothing in row 0"),
    );
    assert_eq!(
        refused(vec![("period_end", Arc::new(TimestampSecondArray::from(vec![0, 1])))]),
        said(
            "value",
            "the column 'period_end' has '1' in row 1, and must have dates, timestamps \
              at midnight, or text such as 2025-06-30"
        ),
    );
    assert_eq!(
        refused(vec![("period_end", Arc::new(StringArray::from(vec!["2025-06-31", "x"])))]).1,
        "the column 'period_end' has '2025-06-31' in row 0, and must have dates, timestamps at \
         midnight, or text such as 2025-06-30",
    );
    assert_eq!(
        refused(vec![("period_end", Arc::new(Date32Array::from(vec![0, i32::MAX])))]).0,
        "value",
    );
    assert_eq!(
        refused(vec![("currency", Arc::new(StringArray::from(vec!["USD", "dollars"])))]).1,
        "the column 'currency' has 'dollars' in row 1, and must have a currency of ISO 4217, such \
         as USD",
    );
    assert_eq!(
        refused(vec![("basis", Arc::new(StringArray::from(vec!["adjusted", "gaap"])))]).1,
        "the column 'basis' has 'adjusted' in row 0, and must have gaap or ifrs",
    );
    assert_eq!(
        refused(vec![("period_kind", Arc::new(StringArray::from(vec!["quarter", "month"])))]).1,
        "the column 'period_kind' has 'month' in row 1, and must have quarter, half, nine_months, \
         year, ttm, instant or other",
    );
    assert_eq!(
        refused(vec![("period_kind", Arc::new(StringArray::from(vec!["quarter", "year"])))]).1,
        "row 1: 2025-04-01..2025-06-30 has 91 days and is no year, which has 357 to 378",
    );
    let weeks = with(vec![
        ("period_kind", Arc::new(StringArray::from(vec!["quarter", "quarter"]))),
        ("period_start", Arc::new(Date32Array::from(vec![None, None]))),
        ("period_end", Arc::new(Date32Array::from(vec![end, end - 2]))),
    ]);
    assert_eq!(
        Table::read(&[weeks]).unwrap_err().to_string(),
        "the column 'period_end' has '2025-06-28' in row 1, and must have the last day of a \
         month, unless there is a period_start",
    );
}

/// pandas hands out the months since 1970 of `period[M]` as 64-bit numbers of an extension type.
#[test]
fn numbers_of_an_extension_type_are_not_what_they_say() {
    let of = |name: &str, extension: &str| {
        let rows = with(vec![(name, Arc::new(Int64Array::from(vec![663, 665])))]);
        let (schema, columns, _) = rows.into_parts();
        let fields = schema.fields().iter().map(|field| {
            let field = field.as_ref().clone();
            match field.name() == name {
                true => field.with_metadata(HashMap::from([(
                    EXTENSION_TYPE_NAME_KEY.to_owned(),
                    extension.to_owned(),
                )])),
                false => field,
            }
        });
        RecordBatch::try_new(Arc::new(Schema::new(fields.collect::<Vec<_>>())), columns).unwrap()
    };
    for name in ["period_end", "revenue", "entity"] {
        let error = Table::read(&[of(name, "pandas.period")]).unwrap_err();
        assert!(error.is_of_type());
        assert_eq!(
            (error.code(), error.to_string()),
            (
                "extension",
                format!(
                    "the column '{name}' is of the extension type pandas.period over Int64, whose \
                     numbers mean something of its own; give plain numbers or dates"
                )
            ),
        );
    }
    // What is not read may be anything.
    assert!(Table::read(&[of("note", "arrow.bool8")]).is_ok());
}

#[test]
fn rows_that_do_not_go_together() {
    let twice = quarters("PLTR", &[(2025, 2, Some(1)), (2025, 1, Some(1)), (2025, 2, Some(2))]);
    let error = Table::read(&[twice.slice(0, 2), twice.slice(2, 1)]).unwrap_err();
    assert_eq!(
        (error.code(), error.to_string().as_str()),
        ("twice", "PLTR has the period 2025-04-01..2025-06-30 in row 0 and in row 2"),
    );
    assert_eq!(
        refused(vec![("currency", Arc::new(StringArray::from(vec!["USD", "EUR"])))]),
        ("mixed", "PLTR has USD in row 0 and EUR in row 1; a company has one".to_owned()),
    );
    assert_eq!(
        refused(vec![("basis", Arc::new(StringArray::from(vec!["gaap", "ifrs"])))]).0,
        "mixed"
    );
}

#[test]
fn what_cannot_be_asked() {
    let table = Table::read(&[quarters("PLTR", &[(2025, 2, Some(1))])]).unwrap();
    let error = Asked::named("revnue").unwrap_err();
    assert!(matches!(&error, TableError::Name(error) if !error.near.is_empty()), "{error}");
    let roe = || Asked::named("roe").unwrap();
    assert_eq!(
        table.compute(&[roe(), roe()], 6).unwrap_err().to_string(),
        "two columns would be called 'roe'",
    );
    assert_eq!(
        table.compute(&[roe()], 29).unwrap_err().to_string(),
        "29 decimals are asked for, and values have at most 28",
    );
    let large = quarters("PLTR", &[(2025, 2, Some(i64::MAX))]);
    let revenue = [Asked::named("revenue").unwrap()];
    assert_eq!(
        Table::read(&[large]).unwrap().compute(&revenue, 20).unwrap_err().to_string(),
        "revenue has 9223372036854775807 in row 0, which has more than 38 digits at 20 decimals",
    );
    assert!(Table::read(&[]).unwrap().compute(&revenue, 6).unwrap().is_empty());
}

/// Digits that no decimal holds are too many, and no figure of speech.
#[test]
fn a_text_of_too_many_digits_is_too_wide() {
    for (text, code, said) in [
        ("1e30", "too_wide", "has 1e30 in row 0, which is wider than the 96 bits"),
        ("79228162514264337593543950336", "too_wide", "which is wider than the 96 bits of an"),
        ("much", "value", "has 'much' in row 0, and must have a decimal number, such as"),
    ] {
        let csv = format!("entity,period_kind,period_end,revenue\nA,quarter,2025-06-30,{text}\n");
        let read = Reading::new().text_amounts().read(&[parse_csv(&csv).unwrap()]);
        let error = read.unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        assert!(error.to_string().contains(said), "{error}");
    }
}

#[test]
fn texts_that_are_no_table() {
    for (text, said) in [
        ("", "has no column"),
        ("\n\n", "has no column"),
        ("entity,entity\n", "two columns are called 'entity'"),
        ("entity\n\"A", "line 2: a quote opens here that is closed nowhere"),
        ("entity, entity \n", "two columns are called 'entity'"),
        (
            "entity,revenue\nA,5\nB,5,6\n",
            "CSV error: record 2 (line: 3, byte: 19): found record with 3 fields, but the previous \
             record has 2 fields",
        ),
    ] {
        assert_eq!(parse_csv(text).unwrap_err().to_string(), said, "{text:?}");
    }
    for (text, said) in [
        ("", "has no column"),
        ("{}\n{}\n", "has no column"),
        ("{\"entity\": 1}\n\n[1]", "line 3: invalid type: sequence, expected an object"),
        (
            "[{\"entity\": 1}]",
            "is a JSON array, and must be one object a line, as `jq -c '.[]'` writes it",
        ),
        ("{\"entity\": [1]}", "line 1, entity: must be text, a number or null"),
        ("{\"entity\": true}", "line 1, entity: must be text, a number or null"),
        ("{\"a\": 1, \"a\": 2}", "line 1: 'a' is given twice"),
        ("{\"entity\": 1", "line 1: EOF while parsing an object"),
        ("{\"entity\": 01}", "line 1: "),
        ("{\"entity\": NaN}", "line 1: expected value"),
        ("{\"entity\": \"\\ud800\"}", "line 1: "),
    ] {
        let error = parse_json_lines(text).unwrap_err().to_string();
        assert!(error.starts_with(said), "{text:?}: {error}");
    }
}

/// Which of two columns says whose row it is, nobody knows.
#[test]
fn a_key_that_stands_twice_is_refused() {
    let text = "entity,period_start,period_end,period_kind,currency,basis,revenue\n\
                A,2025-04-01,2025-06-30,quarter,USD,gaap,1\n";
    let one = parse_csv(text).unwrap();
    for at in 0..6 {
        let mut fields: Vec<_> = one.schema().fields().iter().cloned().collect();
        let mut columns = one.columns().to_vec();
        fields.push(fields[at].clone());
        columns.push(columns[at].clone());
        let name = fields[at].name().clone();
        let schema = Schema::new(fields);
        let twice = RecordBatch::try_new(Arc::new(schema), columns);
        let error = Reading::new().text_amounts().read(&[twice.unwrap()]).unwrap_err();
        let said = format!("the columns '{name}' and '{name}' are both {name}");
        assert_eq!(error.to_string(), said);
    }
}

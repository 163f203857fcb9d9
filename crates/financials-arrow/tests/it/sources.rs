//! Companyfacts, figures of texts and verdicts as batches, against the crate's own readings.

use std::path::Path;

use arrow_array::{
    Array, StringArray,
    cast::AsArray,
    types::{Date32Type, Decimal128Type, UInt64Type},
};
use financials::{
    Decimal, Item, Stated,
    companyfacts::{CompanyFacts, Vintage},
    tieout::{Claim, Network},
};

fn palantir() -> CompanyFacts {
    let path = "../../tests/cases/palantir_companyfacts/companyfacts.json";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    CompanyFacts::parse(&std::fs::read(path).unwrap()).unwrap()
}

/// Every period of every item has its row, with the same value, dates, filings and reason.
#[test]
fn a_companyfacts_file_has_a_row_for_each_period() {
    let facts = palantir();
    for vintage in [Vintage::Latest, Vintage::First] {
        let known = facts.known(vintage);
        let batch = financials_arrow::filed(&facts, vintage, &[]).unwrap();
        let text = |name: &str| -> StringArray {
            batch.column_by_name(name).unwrap().as_string::<i32>().clone()
        };
        let (items, reasons, units) = (text("item"), text("reason"), text("unit"));
        let values = batch.column_by_name("value").unwrap().as_primitive::<Decimal128Type>();
        let ends = batch.column_by_name("period_end").unwrap().as_primitive::<Date32Type>();
        let filed = batch.column_by_name("filed").unwrap().as_primitive::<Date32Type>();
        let accessions = batch.column_by_name("accessions").unwrap().as_list::<i32>();
        let (mut row, mut derived) = (0, 0);
        for item in known.items() {
            let series = known.item(item).series;
            for entry in &series.entries {
                assert_eq!(
                    (items.value(row), units.value(row)),
                    (item.name(), series.unit.as_str())
                );
                let end = ends.value_as_date(row).unwrap();
                assert_eq!(end.to_string(), entry.end.to_string());
                match &entry.amount {
                    Ok(amount) => {
                        let value: Decimal = values.value_as_string(row).parse().unwrap();
                        assert_eq!(value, amount.value.round_dp(12));
                        assert!(reasons.is_null(row));
                        let last = amount.inputs.iter().map(|input| input.filed).max().unwrap();
                        assert_eq!(filed.value_as_date(row).unwrap().to_string(), last.to_string());
                        let names = accessions.value(row);
                        let names = names.as_string::<i32>();
                        for input in &amount.inputs {
                            let name = input.accession.to_string();
                            assert!(names.iter().any(|it| it == Some(name.as_str())));
                        }
                        derived += usize::from(!amount.origin.is_reported());
                    }
                    Err(absence) => {
                        assert!(values.is_null(row) && filed.is_null(row));
                        assert_eq!(reasons.value(row), absence.code());
                    }
                }
                row += 1;
            }
        }
        assert_eq!(row, batch.num_rows());
        assert!(row > 100 && derived > 10, "{row} rows, {derived} derived");
    }
    let revenue = financials_arrow::filed(&facts, Vintage::Latest, &[Item::Revenue]).unwrap();
    let items = revenue.column_by_name("item").unwrap().as_string::<i32>();
    assert!(revenue.num_rows() > 10 && items.iter().all(|item| item == Some("revenue")));
}

#[test]
fn the_figures_of_texts_have_their_places() {
    let texts =
        ["Revenue was $1.004 billion, up 48%.", "", "Für 3,2 Mrd. € – about $65–215 million."];
    let batch = financials_arrow::figures(texts).unwrap();
    let number = |name: &str| batch.column_by_name(name).unwrap().as_primitive::<UInt64Type>();
    let words = batch.column_by_name("text").unwrap().as_string::<i32>();
    let values = batch.column_by_name("value").unwrap().as_primitive::<Decimal128Type>();
    assert!(batch.num_rows() >= 4);
    for row in 0..batch.num_rows() {
        let text = texts[number("document").value(row) as usize];
        let span = number("start").value(row) as usize..number("end").value(row) as usize;
        assert_eq!(&text[span], words.value(row));
    }
    assert_eq!(values.value_as_string(0), "1004000000.000000000000");
    assert_eq!(values.value_as_string(1), "0.480000000000");
    let high = batch.column_by_name("high").unwrap().as_primitive::<Decimal128Type>();
    let range = (0..batch.num_rows()).find(|row| high.is_valid(*row)).unwrap();
    assert_eq!(high.value_as_string(range), "215000000.000000000000");
}

/// Ends of more decimals than the column has are rounded outward, so that a column never excludes
/// what is admitted.
#[test]
fn verdicts_have_their_bounds_and_never_narrower_ones() {
    let claim = |id: &str, metric: &str, text: &str| {
        let stated = Stated::parse(text).unwrap();
        Claim::new(id, metric.parse::<financials::Measure>().unwrap(), stated).during("2025Q2")
    };
    let mut network = Network::new();
    network.add(claim("revenue", "revenue", "$1,003,697 thousand"));
    network.add(claim("income", "operating_income", "$269,317 thousand"));
    network.add(claim("margin", "operating_margin", "27%"));
    let tied = network.tie_out();
    let batch = financials_arrow::verdicts(tied.rulings()).unwrap();
    let decimal = |name: &str| batch.column_by_name(name).unwrap().as_primitive::<Decimal128Type>();
    let parsed =
        |name: &str, row: usize| decimal(name).value_as_string(row).parse::<Decimal>().unwrap();
    for (row, ruling) in tied.rulings().iter().enumerate() {
        let verdicts = batch.column_by_name("verdict").unwrap().as_string::<i32>();
        assert_eq!(verdicts.value(row), ruling.verdict().name());
        let computed = ruling.computed().unwrap();
        use core::ops::Bound::{Excluded, Included};
        let (Included(low) | Excluded(low), Included(high) | Excluded(high)) =
            (computed.low(), computed.high())
        else {
            panic!("bounded on both sides");
        };
        let (outer_low, outer_high) = (parsed("computed_low", row), parsed("computed_high", row));
        let place = Decimal::new(1, 12);
        assert!(outer_low <= low && low < outer_low + place);
        assert!(high <= outer_high && outer_high < high + place);
    }
    assert_eq!(parsed("stated_low", 2), Decimal::new(265, 3));
}

//! Rows of a panel, bounds, and batches as text.

use core::ops::Bound;
use std::path::Path;

use arrow_array::{Array, RecordBatch, cast::AsArray, types::Decimal128Type};
use financials::{
    Currency, Decimal,
    companyfacts::{CompanyFacts, Vintage},
    metrics,
    panel::{Panel, Table},
    report::{MarketData, Quote},
};
use financials_arrow::{Asked, Reading, csv, json_lines};

use super::quarters;

fn palantir() -> CompanyFacts {
    let path = "../../tests/cases/palantir_companyfacts/companyfacts.json";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    CompanyFacts::parse(&std::fs::read(path).unwrap()).unwrap()
}

/// The text of a batch is the text of the table that it was made of, but for the reasons.
#[test]
fn rows_are_those_of_the_panels_table() {
    let facts = palantir();
    let quote = MarketData::in_units().share_price(180);
    let quote = Quote::new(Currency::USD, quote).unwrap();
    let known = facts.known(Vintage::Latest);
    let panel = Panel::builder().facts(&known, Some(&quote)).unwrap().build().unwrap();
    let names = ["revenue", "net_margin", "share_price", "return_on_equity"];
    let asked = names.map(|name| Asked::named(name).unwrap());
    let batches = financials_arrow::rows(&panel, &asked, 12, Table::quarters).unwrap();
    let measures = names.map(|name| financials::Measure::find(name).unwrap());
    let plain = panel.view().without_quotes().table(measures).quarters().csv().to_string();
    let priced = panel.view().table(measures).quarters().csv().to_string();
    let last = plain.lines().count() - 1;
    let expected = plain.lines().take(last).chain(priced.lines().skip(last));
    let found: String = batches.iter().zip(0..).map(|(it, at)| csv(it, at == 0)).collect();
    assert_eq!(found.lines().count(), expected.clone().count());
    for (found, expected) in found.lines().zip(expected).skip(1) {
        let found: Vec<&str> = found.split(',').collect();
        let (values, reasons): (Vec<_>, Vec<_>) =
            found[9..].chunks(2).map(|pair| (pair[0], pair[1])).unzip();
        let named = names.iter().zip(&reasons).filter(|(_, reason)| !reason.is_empty());
        let reasons: Vec<_> = named.map(|(name, reason)| format!("{name}={reason}")).collect();
        let line = [&found[..9], &values].concat().join(",");
        assert_eq!(format!("{line},{}", reasons.join(" ")), expected);
    }
}

/// Bounds are those of the column, with ends that are not there left out.
#[test]
fn bounds_come_on_request() {
    let rows = [(2024, 2, Some(678_134_000)), (2025, 2, Some(1_003_697_000)), (2025, 3, None)];
    let table = Reading::new().read(&[quarters("PLTR", &rows)]).unwrap();
    let asked = [Asked::named("revenue_growth").unwrap().with_bounds()];
    let computed = table.compute(&asked, 6).unwrap();
    let names: Vec<_> = computed[0].schema().fields().iter().map(|it| it.name().clone()).collect();
    assert_eq!(
        names[3..],
        ["revenue_growth", "revenue_growth_reason", "revenue_growth_low", "revenue_growth_high"],
    );
    let bounds = metrics::REVENUE_GROWTH.bounds_column(table.panel().view().to_places(6));
    let end = |name: &str, row: usize| {
        let column = computed[0].column_by_name(name).unwrap().as_primitive::<Decimal128Type>();
        column.is_valid(row).then(|| column.value_as_string(row).parse::<Decimal>().unwrap())
    };
    for row in 0..3 {
        let known = bounds.get(row).unwrap().ok().map(|bounds| bounds.interval());
        let number = |bound| match bound {
            Bound::Included(number) | Bound::Excluded(number) => Some(number),
            Bound::Unbounded => None,
        };
        assert_eq!(end("revenue_growth_low", row), known.and_then(|it| number(it.low())));
        assert_eq!(end("revenue_growth_high", row), known.and_then(|it| number(it.high())));
    }
    // Thousands are stated: 1,003,696.5 over 678,134.5 is 1.4800847, and 1,003,697.5 over 678,133.5
    // is 1.4800884.
    let growth = end("revenue_growth", 1).unwrap();
    assert!(end("revenue_growth_low", 1).unwrap() < growth);
    assert_eq!(end("revenue_growth_low", 1).unwrap(), Decimal::new(480_084, 6));
    assert_eq!(end("revenue_growth_high", 1).unwrap(), Decimal::new(480_089, 6));
}

#[test]
fn text_is_read_where_the_caller_says_so() {
    use std::sync::Arc;

    use arrow_array::{ArrayRef, StringArray};
    let given = |texts: Vec<Option<&str>>| -> RecordBatch {
        let mut batch = quarters("A", &[(2025, 1, None), (2025, 2, None), (2025, 3, None)]);
        batch.remove_column(3);
        let columns = batch.columns().to_vec();
        let names = ["entity", "period_start", "period_end", "sales"];
        let texts: ArrayRef = Arc::new(StringArray::from(texts));
        super::batch(names.into_iter().zip(columns.into_iter().chain([texts])).collect())
    };
    let table = Reading::new()
        .text_amounts()
        .read(&[given(vec![Some("1003697000"), None, Some("-0.20")])])
        .unwrap();
    let computed = table.compute(&[Asked::named("revenue").unwrap()], 12).unwrap();
    let expected = "A,2025-01-01,2025-03-31,1003697000,\nA,2025-04-01,2025-06-30,,missing\n\
                    A,2025-07-01,2025-09-30,-0.2,\n";
    assert_eq!(csv(&computed[0], false), expected);
    assert_eq!(
        json_lines(&computed[0]).lines().nth(1).unwrap(),
        "{\"entity\":\"A\",\"period_start\":\"2025-04-01\",\"period_end\":\"2025-06-30\",\
         \"revenue\":null,\"revenue_reason\":\"missing\"}",
    );
    let bad = Reading::new().text_amounts().read(&[given(vec![None, Some("1e5x"), Some("5")])]);
    assert_eq!(
        bad.unwrap_err().to_string(),
        "the column 'sales' has '1e5x' in row 1, and must have a decimal number, such as \
         1003697000 or -0.20",
    );
}

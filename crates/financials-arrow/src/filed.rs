//! [`filed`]: the periods of a companyfacts file as a batch.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, RecordBatch,
    builder::{
        BooleanBuilder, Date32Builder, Decimal128Builder, Int16Builder, Int64Builder, ListBuilder,
        StringBuilder, UInt8Builder,
    },
};
use arrow_schema::{DataType, Field};
use financials::{
    Item,
    companyfacts::{CompanyFacts, Entry, EntryAmount, Vintage},
};

use crate::{
    columns::{self, DIGITS, PLACES, SCALE, mantissa},
    error::TableError,
    table::days,
};

/// Why a value that a file has is not in a column: it has more than 38 digits.
const OUT_OF_RANGE: &str = "out_of_range";

/// Returns every period of a company's line items, as known in a vintage: one row is one item and
/// period.
///
/// The columns are `entity`, `cik`, `item`, `period_start` (nothing for an instant), `period_end`,
/// `period_kind`, `fiscal_year`, `fiscal_quarter`, `value` (`Decimal128(38, 12)`, in whole units),
/// `unit`, `origin` (`reported` or `derived`), `accessions` (the filings that the value rests on),
/// `filed` (the day of the last of them), `restated`, and `reason`, the code of why there is no
/// value.
///
/// ```
/// use arrow_array::cast::AsArray;
/// use financials::companyfacts::{CompanyFacts, Vintage};
///
/// let json = std::fs::read("../../tests/cases/palantir_companyfacts/companyfacts.json")?;
/// let batch = financials_arrow::filed(&CompanyFacts::parse(&json)?, Vintage::Latest, &[])?;
/// let items = batch.column_by_name("item").unwrap().as_string::<i32>();
/// assert!(items.iter().any(|item| item == Some("revenue")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Fails where arrays would have more rows than they can.
pub fn filed(
    facts: &CompanyFacts,
    vintage: Vintage,
    items: &[Item],
) -> Result<RecordBatch, TableError> {
    let known = facts.known(vintage);
    let items = if items.is_empty() { known.items().collect() } else { items.to_vec() };
    let mut rows = Rows::default();
    for item in items {
        let series = known.item(item).series;
        for entry in &series.entries {
            rows.add(facts, item, &series.unit, entry);
        }
    }
    rows.batch()
}

#[derive(Default)]
struct Rows {
    length: usize,
    entity: StringBuilder,
    cik: Int64Builder,
    item: StringBuilder,
    start: Date32Builder,
    end: Date32Builder,
    kind: StringBuilder,
    year: Int16Builder,
    quarter: UInt8Builder,
    value: Decimal128Builder,
    unit: StringBuilder,
    origin: StringBuilder,
    accessions: ListBuilder<StringBuilder>,
    filed: Date32Builder,
    restated: BooleanBuilder,
    reason: StringBuilder,
}

impl Rows {
    fn add(&mut self, facts: &CompanyFacts, item: Item, unit: &str, entry: &Entry) {
        self.length += 1;
        self.entity.append_value(facts.entity_name());
        self.cik.append_option(facts.cik().and_then(|cik| i64::try_from(cik).ok()));
        self.item.append_value(item.name());
        self.start.append_option(entry.start.map(days));
        self.end.append_value(days(entry.end));
        self.kind.append_value(entry.kind.code());
        self.year.append_option(entry.fiscal_year);
        self.quarter.append_option(entry.fiscal_quarter);
        self.unit.append_value(unit);
        let amount = entry.amount.as_ref();
        let value = amount.ok().map(|it| mantissa(it.value.round_dp(PLACES), PLACES));
        self.value.append_option(value.flatten());
        self.add_sources(amount.ok());
        self.reason.append_option(match (amount, value) {
            (Err(absence), _) => Some(absence.code()),
            (Ok(_), Some(None)) => Some(OUT_OF_RANGE),
            (Ok(_), _) => None,
        });
    }

    fn add_sources(&mut self, amount: Option<&EntryAmount>) {
        let is_reported = amount.map(|amount| amount.origin.is_reported());
        let origin = |is_reported| if is_reported { "reported" } else { "derived" };
        self.origin.append_option(is_reported.map(origin));
        let inputs = amount.map_or(&[][..], |amount| amount.inputs.as_slice());
        let mut accessions = Vec::new();
        for input in inputs {
            if !accessions.contains(&input.accession) {
                accessions.push(input.accession);
                self.accessions.values().append_value(input.accession.to_string());
            }
        }
        self.accessions.append(true);
        self.filed.append_option(inputs.iter().map(|input| input.filed).max().map(days));
        self.restated.append_option(amount.map(|amount| amount.restated));
    }

    fn batch(mut self) -> Result<RecordBatch, TableError> {
        let value = self.value.finish().with_precision_and_scale(DIGITS, SCALE)?;
        let list = Arc::new(Field::new_list_field(DataType::Utf8, true));
        let columns: [(&str, DataType, ArrayRef); 15] = [
            ("entity", DataType::Utf8, Arc::new(self.entity.finish())),
            ("cik", DataType::Int64, Arc::new(self.cik.finish())),
            ("item", DataType::Utf8, Arc::new(self.item.finish())),
            ("period_start", DataType::Date32, Arc::new(self.start.finish())),
            ("period_end", DataType::Date32, Arc::new(self.end.finish())),
            ("period_kind", DataType::Utf8, Arc::new(self.kind.finish())),
            ("fiscal_year", DataType::Int16, Arc::new(self.year.finish())),
            ("fiscal_quarter", DataType::UInt8, Arc::new(self.quarter.finish())),
            ("value", DataType::Decimal128(DIGITS, SCALE), Arc::new(value)),
            ("unit", DataType::Utf8, Arc::new(self.unit.finish())),
            ("origin", DataType::Utf8, Arc::new(self.origin.finish())),
            ("accessions", DataType::List(list), Arc::new(self.accessions.finish())),
            ("filed", DataType::Date32, Arc::new(self.filed.finish())),
            ("restated", DataType::Boolean, Arc::new(self.restated.finish())),
            ("reason", DataType::Utf8, Arc::new(self.reason.finish())),
        ];
        let columns = columns.map(|(name, of, array)| (Field::new(name, of, true), array));
        columns::batch(columns.into(), self.length)
    }
}

//! [`rows`]: chosen rows of a panel, with whose they are.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, RecordBatch,
    builder::{
        Date32Builder, Decimal128Builder, Int64Builder, StringBuilder, StringDictionaryBuilder,
    },
    types::Int32Type,
};
use arrow_schema::{DataType, Field};
use financials::{
    Basis,
    panel::{Panel, PanelView, Table},
};

use crate::{
    asked::Asked,
    columns::{self, DIGITS, mantissa, reason_type},
    error::TableError,
    quoted::tables,
    table::days,
};

/// Returns what is asked for in chosen rows of a panel, in their order.
///
/// The columns are `company`, `cik`, `ticker`, `currency`, `basis`, `start`, `end`, `kind` and
/// `label`, as in the text that [`Table::csv`] writes; then for each that is asked for its values
/// and the codes of its reasons, as [`Table::compute`](crate::Table::compute) gives them. What the
/// market says is of one day, so that only the last of a company's rows are seen with it; they come
/// as a batch of their own where a company has a quote.
///
/// ```
/// use arrow_array::{cast::AsArray, types::Decimal128Type};
/// use financials::{companyfacts::{CompanyFacts, Vintage}, panel::Panel};
/// use financials_arrow::Asked;
///
/// let json = std::fs::read("../../tests/cases/palantir_companyfacts/companyfacts.json")?;
/// let facts = CompanyFacts::parse(&json)?;
/// let panel = Panel::builder().facts(&facts.known(Vintage::Latest), None)?.build()?;
/// let asked = [Asked::named("net margin")?];
/// let batches = financials_arrow::rows(&panel, &asked, 4, |table| table.quarters().last(1))?;
/// assert_eq!(batches[0].num_rows(), 1);
/// let margins = batches[0].column_by_name("net margin").unwrap();
/// assert_eq!(margins.as_primitive::<Decimal128Type>().value_as_string(0), "0.3255");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// - two columns of one name.
/// - more than 28 decimals, or a value of more than 38 digits at them.
pub fn rows<'a>(
    panel: &'a Panel,
    asked: &[Asked],
    places: u32,
    choose: impl Fn(Table<'a>) -> Table<'a>,
) -> Result<Vec<RecordBatch>, TableError> {
    columns::hold_places(places)?;
    let chosen = |view: PanelView<'a>| {
        let (view, none): (_, [financials::Measure; 0]) = (view.to_places(places), []);
        let table = asked
            .iter()
            .fold(view.table(none), |table, asked| table.with(asked.name(), asked.column(view)));
        choose(table)
    };
    tables(panel, chosen).iter().map(|table| batch(panel, table, places)).collect()
}

/// Returns the rows of a panel's table as a batch: the columns of its text, and for each measure
/// the codes of its reasons beside it.
///
/// # Errors
///
/// - two columns of one name.
/// - a value of more than 38 digits at the decimals of its column.
pub fn batch(panel: &Panel, table: &Table<'_>, places: u32) -> Result<RecordBatch, TableError> {
    let mut heads = Heads::default();
    let entries: Vec<_> = panel.companies().collect();
    for (row, company, period) in table.rows() {
        let entry = entries.get(entries.partition_point(|(.., rows)| rows.end <= row));
        heads.company.append_value(company.name());
        let cik = company.central_index_key().and_then(|cik| i64::try_from(cik).ok());
        heads.cik.append_option(cik);
        heads.ticker.append_option(company.symbol());
        heads.currency.append_option(entry.map(|(_, currency, ..)| currency.code()));
        heads.basis.append_option(entry.and_then(|(_, _, basis, _)| *basis).map(Basis::code));
        let start = (!period.is_instant()).then(|| days(period.start()));
        heads.start.append_option(start);
        heads.end.append_value(days(period.end()));
        heads.kind.append_value(period.kind().code());
        heads.label.append_option(panel.label(row).map(|label| label.to_string()));
    }
    let mut all = heads.finish();
    for (name, column) in table.columns() {
        let (mut values, mut reasons) =
            (Decimal128Builder::new(), StringDictionaryBuilder::<Int32Type>::new());
        for (row, ..) in table.rows() {
            match column.get(row) {
                Some(Ok(number)) => {
                    let digits = mantissa(number, places).ok_or_else(|| TableError::Digits {
                        name: name.to_owned(),
                        row,
                        value: number.to_string(),
                        places,
                    })?;
                    values.append_value(digits);
                    reasons.append_null();
                }
                Some(Err(reason)) => {
                    values.append_null();
                    reasons.append(reason.code())?;
                }
                None => {
                    values.append_null();
                    reasons.append_null();
                }
            }
        }
        let scale = columns::scale(places);
        let values = values.finish().with_precision_and_scale(DIGITS, scale)?;
        let field = Field::new(name, DataType::Decimal128(DIGITS, scale), true);
        all.push((field, Arc::new(values)));
        let field = Field::new(format!("{name}_reason"), reason_type(), true);
        all.push((field, Arc::new(reasons.finish())));
    }
    columns::batch(all, table.len())
}

/// Whose the rows are.
#[derive(Default)]
struct Heads {
    company: StringBuilder,
    cik: Int64Builder,
    ticker: StringBuilder,
    currency: StringBuilder,
    basis: StringBuilder,
    start: Date32Builder,
    end: Date32Builder,
    kind: StringBuilder,
    label: StringBuilder,
}

impl Heads {
    fn finish(mut self) -> Vec<(Field, ArrayRef)> {
        let columns: [(&str, DataType, ArrayRef); 9] = [
            ("company", DataType::Utf8, Arc::new(self.company.finish())),
            ("cik", DataType::Int64, Arc::new(self.cik.finish())),
            ("ticker", DataType::Utf8, Arc::new(self.ticker.finish())),
            ("currency", DataType::Utf8, Arc::new(self.currency.finish())),
            ("basis", DataType::Utf8, Arc::new(self.basis.finish())),
            ("start", DataType::Date32, Arc::new(self.start.finish())),
            ("end", DataType::Date32, Arc::new(self.end.finish())),
            ("kind", DataType::Utf8, Arc::new(self.kind.finish())),
            ("label", DataType::Utf8, Arc::new(self.label.finish())),
        ];
        columns.map(|(name, of, array)| (Field::new(name, of, true), array)).into()
    }
}

//! [`Table`]: a data frame of companies and periods, read once, and its metrics.

mod amounts;
mod periods;
mod said;
mod dates;
mod source;

use std::collections::BTreeMap;

use arrow_array::RecordBatch;
use financials::{
    Basis, Currency, Item, Measure,
    panel::{Frame, Panel},
    report::Company,
};

use crate::{
    asked::Asked,
    columns,
    entities::Entities,
    error::TableError,
    order::Order,
    refused::{Errors, Refused},
    text_error::RefusedRows,
};
use amounts::Taken;
pub(crate) use amounts::{integer, written_out};
pub(crate) use dates::{date, days};
use source::{BASIS, CURRENCY, END, ENTITY, KIND, START, Source};

/// How a data frame is read.
///
/// - `entity`: whole numbers or text; another column may be named.
/// - `period_end`, and `period_start` or `period_kind` or both: dates, or text such as
///   `2025-06-30`. A kind is `quarter`, `half`, `nine_months`, `year`, `ttm`, `instant` or `other`;
///   without a start its period is of whole months, and ends with one. Without a start and a kind a
///   row is of an instant. Dates a year apart are a fiscal year unless the kind says `ttm`.
/// - `currency` (ISO 4217) and `basis` (`gaap`, `ifrs`), of which a company has one each: dollars
///   and GAAP unless they are there.
/// - a column for each line item, under any of its names, of integers or decimals, in whole units.
///   What has another name is passed over.
#[derive(Clone, Debug)]
pub struct Reading {
    entity: String,
    taken: Taken,
    currency: Currency,
    basis: Basis,
    errors: Errors,
}

impl Default for Reading {
    fn default() -> Self {
        Self::new()
    }
}

impl Reading {
    /// Reads a table in US dollars and by GAAP unless its columns say otherwise.
    #[must_use]
    pub fn new() -> Self {
        Self {
            entity: ENTITY.to_owned(),
            taken: Taken::default(),
            currency: Currency::USD,
            basis: Basis::Gaap,
            errors: Errors::Raise,
        }
    }

    /// Names the column of the companies.
    #[must_use]
    pub fn entity(self, column: impl Into<String>) -> Self {
        Self { entity: column.into(), ..self }
    }

    /// Takes columns of binary floats, each of which must be a whole number or missing: below
    /// 2^53 in `Float64`, which pandas makes of integers of which one is missing, and below 2^24 in
    /// `Float32`, which holds not all of those that are longer.
    #[must_use]
    pub fn whole_floats(self) -> Self {
        Self { taken: Taken { whole_floats: true, ..self.taken }, ..self }
    }

    /// Takes columns of text for amounts, each of which must be an exact decimal, such as
    /// `1003697000` or `-0.20`: what a CSV file holds.
    #[must_use]
    pub fn text_amounts(self) -> Self {
        Self { taken: Taken { text_amounts: true, ..self.taken }, ..self }
    }

    /// Takes amounts to be in a currency where no column says so.
    #[must_use]
    pub fn currency(self, currency: Currency) -> Self {
        Self { currency, ..self }
    }

    /// Says what becomes of the table where a row or a cell cannot be read.
    ///
    /// ```
    /// use financials_arrow::{Asked, Errors, Reading, csv, parse_csv};
    ///
    /// let text = "entity,period_kind,period_end,revenue,net_income\n\
    ///             PLTR,quarter,2025-06-30,much,326727000\n\
    ///             PLTR,quarter,2025-03-32,883855000,214031000\n\
    ///             NET,quarter,2025-06-30,512316000,-50446000\n";
    /// let reading = Reading::new().text_amounts().errors(Errors::Row);
    /// let table = reading.read(&[parse_csv(text)?])?;
    /// let computed = table.compute(&[Asked::named("net margin")?], 4)?;
    /// let said = csv(&computed[0], false);
    /// let rows: Vec<_> = said.lines().collect();
    /// assert!(rows[0].starts_with("PLTR,2025-06-30,quarter,,unreadable,\"the column"));
    /// assert!(rows[1].starts_with("PLTR,2025-03-32,quarter,,value,\"the column"));
    /// assert_eq!(rows[2], "NET,2025-06-30,quarter,-0.0985,,");
    /// assert_eq!(table.refused().map(|(row, _)| row).collect::<Vec<_>>(), [0, 1]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn errors(self, errors: Errors) -> Self {
        Self { errors, ..self }
    }

    /// Returns whether a column of a name is read: a key, or a line item by one of its names. What
    /// has another name is passed over.
    #[must_use]
    pub fn reads(&self, column: &str) -> bool {
        self.is_key(column) || line_item(column).is_some()
    }

    fn is_key(&self, column: &str) -> bool {
        [self.entity.as_str(), START, END, KIND, CURRENCY, BASIS].contains(&column)
    }

    /// Reads the batches of a table.
    ///
    /// # Errors
    ///
    /// - a column of companies or of periods that is not there, or has nothing in a row.
    /// - two columns of one name or line item.
    /// - a company and period that stand in two rows, whatever columns they have.
    /// - two currencies or bases of one company.
    /// - amounts that are binary floats or text, or do not fit an exact decimal.
    ///
    /// Where [`errors`](Self::errors) are of their rows, only what is wrong with a column is one.
    pub fn read(self, batches: &[RecordBatch]) -> Result<Table, TableError> {
        self.read_beside(batches, RefusedRows::new())
    }

    /// Reads the batches of a table of which some rows come from lines that could not be read:
    /// what [`parse_csv_rows`](crate::parse_csv_rows) hands out.
    ///
    /// # Errors
    ///
    /// Fails as [`read`](Self::read) does.
    pub fn read_beside(
        self,
        batches: &[RecordBatch],
        unread: RefusedRows,
    ) -> Result<Table, TableError> {
        let mut refused = Refused::new(self.errors);
        let Some(first) = batches.first() else {
            return Ok(Table {
                panel: Frame::new().build(),
                order: Order::default(),
                keys: Vec::new(),
                batches: Vec::new(),
                refused,
            });
        };
        let source = Source { batches, schema: first.schema() };
        for (row, error) in unread {
            refused.row(row, error.into())?;
        }
        let entities = Entities::read(&self.entity, &source.column(&self.entity)?, &mut refused)?;
        let periods = periods::read(&source, &mut refused)?;
        let currencies = said::currencies(&source, &entities, &mut refused)?;
        let bases = said::bases(&source, &entities, &mut refused)?;
        let order = Order::of(&entities, &periods, &mut refused)?;
        let mut frame = Frame::new();
        for rows in order.companies() {
            let id = entities.ids().get(order.row(rows.start)).copied().unwrap_or_default();
            let company = id as usize;
            let currency = currencies.get(company).copied().flatten().unwrap_or(self.currency);
            let basis = bases.get(company).copied().flatten().unwrap_or(self.basis);
            let periods = rows.filter_map(|row| periods.get(order.row(row))).copied();
            frame.company(Company::new(entities.name(company)), currency, Some(basis), periods)?;
        }
        self.amounts(&source, &order, &mut frame, &mut refused)?;
        let keys = [&self.entity, START, END, KIND];
        let keys = keys.into_iter().filter(|name| source.schema.index_of(name).is_ok());
        Ok(Table {
            panel: frame.build(),
            order,
            keys: keys.map(str::to_owned).collect(),
            batches: batches.to_vec(),
            refused,
        })
    }

    fn amounts(
        &self,
        source: &Source<'_>,
        order: &Order,
        frame: &mut Frame,
        refused: &mut Refused,
    ) -> Result<(), TableError> {
        let mut known: BTreeMap<Item, &str> = BTreeMap::new();
        for field in source.schema.fields() {
            let name = field.name().as_str();
            let Some(item) = line_item(name).filter(|_| !self.is_key(name)) else { continue };
            if let Some(one) = known.insert(item, name) {
                let (one, other) = (one.to_owned(), name.to_owned());
                return Err(TableError::TwoColumns { measure: item.name().into(), one, other });
            }
            let arrays = source.column(name)?;
            let of = amounts::Source { name, arrays: &arrays, taken: self.taken };
            amounts::add(frame, item, &of, order, refused)?;
        }
        Ok(())
    }
}

/// Returns the line item that a column is called after.
fn line_item(column: &str) -> Option<Item> {
    match Measure::find(column) {
        Ok(Measure::Item(item)) => Some(item),
        _ => None,
    }
}

/// A data frame of companies and periods, from which any metric is computed.
#[derive(Debug)]
pub struct Table {
    panel: Panel,
    order: Order,
    /// The names of the columns that say whose row it is.
    keys: Vec<String>,
    batches: Vec<RecordBatch>,
    refused: Refused,
}

impl Table {
    /// Reads the batches of a table, in US dollars and by GAAP unless its columns say otherwise:
    /// what [`Reading`] says.
    ///
    /// # Errors
    ///
    /// Fails as [`Reading::read`] does.
    pub fn read(batches: &[RecordBatch]) -> Result<Self, TableError> {
        Reading::new().read(batches)
    }

    /// Returns the figures as a panel, whose rows are in the order of companies and periods.
    #[must_use]
    pub const fn panel(&self) -> &Panel {
        &self.panel
    }

    /// Returns the rows of which something cannot be read, each with the first that is wrong with
    /// it: none, unless [`errors`](Reading::errors) are of their rows.
    pub fn refused(&self) -> impl Iterator<Item = (usize, &TableError)> {
        self.refused.rows()
    }

    /// Computes what is asked for in every row, rounded half to even to so many decimals.
    ///
    /// The batches are as many and as long as those that were read, and their rows in the same
    /// order: the columns that say whose row it is, and for each that is asked for its values as
    /// `Decimal128(38, places)` under its name, and under its name and `_reason` the codes of the
    /// reasons, which are nothing where there is a value. Where [`errors`](Reading::errors) are of
    /// their rows, a column `error` comes last: in words what is wrong with the row.
    ///
    /// # Errors
    ///
    /// - two columns of one name.
    /// - more than 28 decimals, or a value of more than 38 digits at them, which is an error of its
    ///   row where others are.
    pub fn compute(&self, asked: &[Asked], places: u32) -> Result<Vec<RecordBatch>, TableError> {
        self.with_keys(&self.keys, asked, places)
    }

    /// Computes what is asked for as [`compute`](Self::compute) does, without the columns that say
    /// whose row it is: what is put beside the columns of the data frame.
    ///
    /// # Errors
    ///
    /// Fails as [`compute`](Self::compute) does.
    pub fn columns(&self, asked: &[Asked], places: u32) -> Result<Vec<RecordBatch>, TableError> {
        self.with_keys(&[], asked, places)
    }

    fn with_keys(
        &self,
        keys: &[String],
        asked: &[Asked],
        places: u32,
    ) -> Result<Vec<RecordBatch>, TableError> {
        let columns = columns::compute(&self.panel, asked, places, (&self.order, &self.refused))?;
        let mut start = 0;
        let batches = self.batches.iter().map(|batch| {
            let length = batch.num_rows();
            let keys = keys.iter().filter_map(|name| {
                let field = batch.schema().field_with_name(name).ok()?.clone();
                Some((field, batch.column_by_name(name)?.clone()))
            });
            let columns = columns.iter();
            let columns = columns.map(|(field, it)| (field.clone(), it.slice(start, length)));
            let columns: Vec<_> = keys.chain(columns).collect();
            start += length;
            columns::batch(columns, length)
        });
        batches.collect()
    }
}

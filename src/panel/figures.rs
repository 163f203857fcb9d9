//! [`Panel`]: the figures of many companies in columns.

use alloc::{collections::BTreeMap, vec::Vec};
use core::ops::Range;

use rust_decimal::Decimal;

use super::{
    cells::{Cell, Cells},
    links::Links,
};
use crate::{
    currency::Currency,
    figure::Basis,
    history::Timeline,
    item::Item,
    metric::Measure,
    period::{FiscalCalendar, FiscalLabel, Period},
    report::Company,
    undefined::Absence,
    view::Precise as _,
};

/// How many companies are evaluated at once: sixty quarters of each are few enough for the fastest
/// memory, and enough that a step over all of them costs more than finding out what to do.
const BLOCK: usize = 16;

/// The figures of many companies in columns: a row for each company and period, a column for each
/// line item.
///
/// The rows of a company stand together, in the order of their periods. What came before is found
/// by dates, as in a [`History`](crate::History): a gap is a gap, and a 53rd week or a changed year
/// end is seen and not stepped over.
#[derive(Clone, Debug)]
pub struct Panel {
    pub(super) entries: Vec<Entry>,
    pub(super) rows: usize,
    /// One place for each line item, by its number.
    pub(super) lines: Vec<Option<Cells>>,
    /// Segments, and measures of the companies' own.
    pub(super) others: BTreeMap<Measure, Cells>,
    pub(super) adjusted: BTreeMap<Measure, Cells>,
    /// Why filings give no figure of an item in a row, in the order of items and rows.
    pub(super) absent: Vec<(Item, usize, Absence)>,
    /// What the market says of each company; one place for each item, by its number.
    pub(super) quotes: Vec<Option<Cells>>,
    /// What the market says on the last day of each row; one place for each item, by its number.
    pub(super) daily: Vec<Option<Cells>>,
    pub(super) links: Links,
}

/// One company of a panel.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub company: Company,
    pub currency: Currency,
    pub basis: Option<Basis>,
    pub calendar: Option<FiscalCalendar>,
    pub timeline: Timeline,
    /// Its first row.
    pub start: usize,
    /// Whether it states a metric that formulas compute as well.
    pub states_metrics: bool,
}

impl Entry {
    pub(super) fn rows(&self) -> Range<usize> {
        self.start..self.start + self.timeline.periods().len()
    }
}

impl Panel {
    /// Returns how many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows
    }

    /// Returns whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Returns the company and the period of each row, in order.
    pub fn rows(&self) -> impl Iterator<Item = (&Company, Period)> {
        self.entries.iter().flat_map(|entry| {
            entry.timeline.periods().iter().map(move |period| (&entry.company, *period))
        })
    }

    /// Returns the companies in order, each with the currency of its amounts, the basis where one
    /// was said, and its rows.
    pub fn companies(
        &self,
    ) -> impl Iterator<Item = (&Company, Currency, Option<Basis>, Range<usize>)> {
        self.entries.iter().map(|it| (&it.company, it.currency, it.basis, it.rows()))
    }

    /// Returns how the company of a row names its period, where its fiscal calendar is known.
    #[must_use]
    pub fn label(&self, row: usize) -> Option<FiscalLabel> {
        let entry = self.entry(row)?;
        let period = entry.timeline.at(row.checked_sub(entry.start)?)?;
        entry.calendar.as_ref()?.label(&period).ok()
    }

    /// Returns whether the market says anything of a company, as of one day.
    #[must_use]
    pub fn is_quoted(&self) -> bool {
        self.quotes.iter().any(Option::is_some)
    }

    /// Returns the row of a company's period, by the name or the symbol of the company.
    #[must_use]
    pub fn row(&self, company: &str, period: &Period) -> Option<usize> {
        let is_it =
            |it: &&Entry| it.company.name() == company || it.company.symbol() == Some(company);
        let entry = self.entries.iter().find(is_it)?;
        Some(entry.start + entry.timeline.place(period)?)
    }

    /// Returns the reported amount of a measure in a row, as it was stated.
    #[must_use]
    pub fn amount(&self, row: usize, measure: impl Into<Measure>) -> Option<Decimal> {
        self.reported(row, &measure.into()).map(Cell::number)
    }

    /// Finds between which numbers the amounts of each block lie.
    pub(super) fn measured(mut self) -> Self {
        let blocks = || 0..self.block_count();
        let rows: Vec<_> = blocks().map(|block| self.rows_of(block)).collect();
        let companies: Vec<_> = blocks().map(|block| self.companies_of(block)).collect();
        for cells in self.lines.iter_mut().chain(&mut self.daily).flatten() {
            cells.measure(rows.iter().cloned());
        }
        for cells in self.quotes.iter_mut().flatten() {
            cells.measure(companies.iter().cloned());
        }
        self
    }

    /// Returns how many blocks of companies there are.
    pub(super) const fn block_count(&self) -> usize {
        self.entries.len().div_ceil(BLOCK)
    }

    /// Returns the companies of a block by its number.
    pub(super) fn companies_of(&self, block: usize) -> Range<usize> {
        let start = (block * BLOCK).min(self.entries.len());
        start..self.entries.len().min(start + BLOCK)
    }

    /// Returns the rows of a block by its number.
    pub(super) fn rows_of(&self, block: usize) -> Range<usize> {
        let entries = self.entries.get(self.companies_of(block));
        debug_assert!(entries.is_some(), "companies of a block are in the panel");
        let entries = entries.unwrap_or_default();
        let start = entries.first().map_or(0, |entry| entry.start);
        start..entries.last().map_or(start, |entry| entry.rows().end)
    }

    /// Returns the company that a row is of.
    pub(super) fn entry(&self, row: usize) -> Option<&Entry> {
        let after = self.entries.partition_point(|entry| entry.start <= row);
        // Companies without a row stand before the one that has it.
        let entry = self.entries.get(after.checked_sub(1)?)?;
        entry.rows().contains(&row).then_some(entry)
    }

    pub(super) fn reported(&self, row: usize, measure: &Measure) -> Option<Cell<'_>> {
        match measure {
            Measure::Item(item) => self.line(row, *item),
            other => self.others.get(other)?.get(row),
        }
    }

    /// Returns the column of a line item, if any row has it.
    pub(super) fn cells(&self, item: Item) -> Option<&Cells> {
        self.lines.get(item as usize)?.as_ref()
    }

    /// Returns what the market says of each company of an item, if it says it of one.
    pub(super) fn quotes(&self, item: Item) -> Option<&Cells> {
        self.quotes.get(item as usize)?.as_ref()
    }

    /// Returns what the market says on the last day of each row of an item, if it says it of one.
    pub(super) fn daily(&self, item: Item) -> Option<&Cells> {
        self.daily.get(item as usize)?.as_ref()
    }

    #[inline]
    pub(super) fn line(&self, row: usize, item: Item) -> Option<Cell<'_>> {
        self.cells(item)?.get(row)
    }

    pub(super) fn absence(&self, row: usize, item: Item) -> Option<Absence> {
        let place = self.absent.binary_search_by_key(&(item, row), |(item, row, _)| (*item, *row));
        self.absent.get(place.ok()?).map(|(_, _, reason)| *reason)
    }

    /// Returns whether filings say in one of some rows why they give no figure of an item.
    pub(super) fn explains(&self, rows: Range<usize>, item: Item) -> bool {
        let place = self.absent.partition_point(|(of, row, _)| (*of, *row) < (item, rows.start));
        self.absent.get(place).is_some_and(|(of, row, _)| *of == item && *row < rows.end)
    }

    /// Returns whether an item is given in one of some rows in a way that no amount can be taken
    /// from.
    pub(super) fn withholds(&self, rows: Range<usize>, item: Item) -> bool {
        let place = self.absent.partition_point(|(of, row, _)| (*of, *row) < (item, rows.start));
        let absent = self.absent.get(place..).unwrap_or_default();
        let mut absent = absent.iter().take_while(|(of, row, _)| *of == item && *row < rows.end);
        absent.any(|(_, _, reason)| reason.is_given())
    }

    pub(super) fn adjusted(&self, row: usize, measure: &Measure) -> Option<Cell<'_>> {
        self.adjusted.get(measure)?.get(row)
    }

    pub(super) fn quoted(&self, company: usize, row: usize, item: Item) -> Option<Cell<'_>> {
        let daily = self.daily(item).and_then(|cells| cells.get(row));
        daily.or_else(|| self.quotes(item)?.get(company))
    }
}

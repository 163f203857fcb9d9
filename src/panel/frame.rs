//! [`Frame`]: a table with a row for each company and period, taken over column by column.

use alloc::{
    collections::{BTreeMap, btree_map::Entry},
    string::{String, ToString},
    vec::Vec,
};
use core::ops::Range;

use rust_decimal::Decimal;

use super::{
    cells::{Amount, Cells},
    error::PanelError,
    figures::{Entry as Listed, Panel},
    links::Links,
};
use crate::{
    bounds::{AMOUNT_PLACES_MAX, PLACES_MAX},
    currency::Currency,
    figure::{Accuracy, Basis},
    history::Timeline,
    item::Item,
    metric::Measure,
    period::Period,
    quantity::amount_within_limits,
    report::Company,
    undefined::Absence,
};

/// A table in columns, with a row for each company and period: what data frames hold.
///
/// Its columns are taken over as they are, which for whole numbers of one scale costs a copy. How
/// precisely they were stated is not known, as data frames do not say it.
/// A price or an estimate is that of the day its row ends on, and not of the company's last row
/// alone, as a [`Quote`](crate::report::Quote) is.
///
/// ```
/// use financials::{Currency, Item, metrics, panel::Frame, report::Company};
///
/// let mut frame = Frame::new();
/// let quarters = ["2024-04-01..2024-06-30".parse()?, "2025-04-01..2025-06-30".parse()?];
/// let rows = frame.company(Company::new("Palantir"), Currency::USD, None, quarters)?;
/// assert_eq!(rows, 0..2);
/// frame.whole(Item::Revenue, 0, [Some(678_134_000), Some(1_003_697_000)])?;
/// frame.whole(Item::SharePrice, 2, [None, Some(180_00)])?;
/// let panel = frame.build();
/// let growth = metrics::REVENUE_GROWTH.column(panel.view().to_places(4));
/// assert_eq!(growth.get(0).unwrap().unwrap_err().code(), "no_report");
/// assert_eq!(growth.get(1).unwrap()?.to_string(), "0.4801");
/// assert_eq!(Item::SharePrice.column(&panel).get(1).unwrap()?.normalize().to_string(), "180");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Frame {
    entries: Vec<Listed>,
    rows: usize,
    links: Links,
    named: BTreeMap<String, usize>,
    columns: BTreeMap<Measure, Cells>,
    absent: BTreeMap<(Item, usize), Absence>,
}

impl Frame {
    /// Starts a table without a row.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a company with its periods, in their order, and returns their rows.
    ///
    /// # Errors
    ///
    /// - a company of a name that is in the table already.
    /// - a period that stands twice, or before an earlier one.
    pub fn company(
        &mut self,
        company: Company,
        currency: Currency,
        basis: Option<Basis>,
        periods: impl IntoIterator<Item = Period>,
    ) -> Result<Range<usize>, PanelError> {
        let periods: Vec<Period> = periods.into_iter().collect();
        for (period, next) in periods.iter().zip(periods.iter().skip(1)) {
            let company = || company.to_string();
            if period == next {
                return Err(PanelError::PeriodTwice { company: company(), period: *next });
            }
            if period > next {
                return Err(PanelError::Order { company: company(), period: *next });
            }
        }
        if self.named.insert(company.name().into(), self.entries.len()).is_some() {
            return Err(PanelError::CompanyTwice { company: company.to_string() });
        }
        // Most companies of a universe have the quarters of the one before.
        let last = self.entries.last().map(|entry| &entry.timeline);
        let timeline = match last.filter(|last| last.periods() == periods) {
            Some(last) => last.clone(),
            None => Timeline::new(periods).map_err(|period| PanelError::PeriodTwice {
                company: company.to_string(),
                period,
            })?,
        };
        let start = self.rows;
        self.links.add(&timeline, start);
        self.rows += timeline.periods().len();
        self.entries.push(Listed {
            company,
            currency,
            basis,
            calendar: None,
            timeline,
            start,
            states_metrics: false,
        });
        Ok(start..self.rows)
    }

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

    /// Adds a column of whole numbers, each of which is `number / 10^scale`, for every row that
    /// there is.
    ///
    /// # Errors
    ///
    /// - a measure that has a column already.
    /// - as many numbers as there are rows, and no other count.
    /// - a scale above 28, or a number that needs more than nine decimals.
    pub fn whole(
        &mut self,
        measure: impl Into<Measure>,
        scale: u32,
        numbers: impl IntoIterator<Item = Option<i64>>,
    ) -> Result<(), PanelError> {
        let measure = measure.into();
        if scale > PLACES_MAX {
            return Err(PanelError::Scale { measure, scale });
        }
        if scale > AMOUNT_PLACES_MAX {
            let unscaled = |number: Option<i64>| {
                number.map(|number| Decimal::from_i128_with_scale(number.into(), scale))
            };
            return self.decimals(measure, numbers.into_iter().map(unscaled));
        }
        let cells = Cells::whole(scale, numbers);
        self.add(measure, cells)
    }

    /// Adds a column of decimals, for every row that there is.
    ///
    /// # Errors
    ///
    /// - a measure that has a column already.
    /// - as many numbers as there are rows, and no other count.
    /// - an amount past the limits of amounts.
    pub fn decimals(
        &mut self,
        measure: impl Into<Measure>,
        numbers: impl IntoIterator<Item = Option<Decimal>>,
    ) -> Result<(), PanelError> {
        let (mut rows, mut laid) = (0, Vec::new());
        for number in numbers {
            if let Some(number) = number {
                let number = amount_within_limits("amount", number)?;
                laid.push((rows, Amount { number, accuracy: Accuracy::Unknown }));
            }
            rows += 1;
        }
        self.add(measure.into(), Cells::new(rows, &laid))
    }

    /// Says why a line item has no number in some rows, which metrics of them then say: a cell that
    /// cannot be read is not one that is left out, and is never taken for zero.
    ///
    /// It is of no effect where the item has a number.
    ///
    /// ```
    /// use financials::{Currency, Item, metrics, panel::Frame, report::Company};
    /// use financials::undefined::Absence;
    ///
    /// let mut frame = Frame::new();
    /// frame.company(Company::new("A"), Currency::USD, None, ["2025-04-01..2025-06-30".parse()?])?;
    /// frame.whole(Item::NetIncome, 0, [Some(1)])?;
    /// frame.absent(Item::Revenue, [(0, Absence::Unreadable)]);
    /// let panel = frame.build();
    /// let margin = metrics::NET_MARGIN.column(&panel);
    /// assert_eq!(margin.get(0).unwrap().unwrap_err().code(), "unreadable");
    /// # Ok::<(), financials::Error>(())
    /// ```
    pub fn absent(&mut self, item: Item, rows: impl IntoIterator<Item = (usize, Absence)>) {
        self.absent.extend(rows.into_iter().map(|(row, reason)| ((item, row), reason)));
    }

    fn add(&mut self, measure: Measure, cells: Cells) -> Result<(), PanelError> {
        if cells.len() != self.rows {
            let (given, rows) = (cells.len(), self.rows);
            return Err(PanelError::Length { measure, given, rows });
        }
        match self.columns.entry(measure) {
            Entry::Occupied(_) => Err(PanelError::ColumnTwice { measure }),
            Entry::Vacant(place) => {
                place.insert(cells);
                Ok(())
            }
        }
    }

    /// Makes the panel. Rows of the table are rows of the panel.
    #[must_use]
    pub fn build(self) -> Panel {
        let Self { mut entries, rows, links, columns, absent, .. } = self;
        let (mut lines, mut daily) = (Vec::new(), Vec::new());
        lines.resize_with(Item::COUNT, || None);
        daily.resize_with(Item::COUNT, || None);
        let mut others = BTreeMap::new();
        for (measure, cells) in columns {
            let items = match measure {
                Measure::Item(item) if item.is_quoted() => daily.get_mut(item as usize),
                Measure::Item(item) => lines.get_mut(item as usize),
                Measure::Metric(_) | Measure::Named(_) => None,
            };
            match items {
                Some(place) => *place = Some(cells),
                None => drop(others.insert(measure, cells)),
            }
        }
        let states = |measure: &Measure| matches!(measure, Measure::Metric(_));
        if others.keys().any(states) {
            entries.iter_mut().for_each(|entry| entry.states_metrics = true);
        }
        Panel {
            entries,
            rows,
            lines,
            others,
            adjusted: BTreeMap::new(),
            absent: absent.into_iter().map(|((item, row), why)| (item, row, why)).collect(),
            quotes: Vec::new(),
            daily,
            links,
        }
        .measured()
    }
}

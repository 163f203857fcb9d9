//! [`Order`]: which row of a data frame is which row of its panel.

use std::ops::Range;

use financials::Period;

use crate::{entities::Entities, error::TableError};

/// Which row of a data frame is which row of its panel, in which companies stand together and
/// periods in order.
#[derive(Debug, Default)]
pub(crate) struct Order {
    /// The row of the data frame that each row of the panel is; nothing where they are the same.
    rows: Option<Vec<u32>>,
    /// The rows of the panel that each company has.
    companies: Vec<Range<usize>>,
    length: usize,
}

impl Order {
    /// Puts rows in order.
    pub(crate) fn of(entities: &Entities, periods: &[Period]) -> Result<Self, TableError> {
        let ids = entities.ids();
        let key = |row: usize| Some((*ids.get(row)?, *periods.get(row)?));
        let is_ordered = (1..ids.len()).all(|row| key(row - 1) < key(row));
        let mut rows: Vec<u32> = Vec::new();
        if !is_ordered {
            rows = (0..ids.len()).filter_map(|row| u32::try_from(row).ok()).collect();
            rows.sort_by_key(|row| (key(*row as usize), *row));
            for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
                let (first, row) = (*row as usize, *next as usize);
                if key(first) == key(row) {
                    let entity = entities.name_of_row(first);
                    let period = periods.get(first).map(ToString::to_string).unwrap_or_default();
                    return Err(TableError::Twice { entity, period, first, row });
                }
            }
        }
        let rows = (!is_ordered).then_some(rows);
        let mut order = Self { rows, companies: Vec::new(), length: ids.len() };
        let mut start = 0;
        for row in 1..=order.length {
            let id = |row: usize| ids.get(order.row(row));
            if row == order.length || id(row) != id(start) {
                order.companies.push(start..row);
                start = row;
            }
        }
        Ok(order)
    }

    /// Returns the row of the data frame that a row of the panel is.
    #[inline]
    pub(crate) fn row(&self, of_panel: usize) -> usize {
        match &self.rows {
            None => of_panel,
            Some(rows) => rows.get(of_panel).map_or(usize::MAX, |row| *row as usize),
        }
    }

    /// Returns whether rows of the data frame are those of the panel.
    pub(crate) const fn is_same(&self) -> bool {
        self.rows.is_none()
    }

    /// Returns the row of the data frame that each row of the panel is.
    pub(crate) fn rows(&self) -> impl Iterator<Item = usize> {
        (0..self.length).map(|row| self.row(row))
    }

    /// Returns the rows of the panel that each company has, in the order of the companies.
    pub(crate) fn companies(&self) -> impl Iterator<Item = Range<usize>> {
        self.companies.iter().cloned()
    }
}

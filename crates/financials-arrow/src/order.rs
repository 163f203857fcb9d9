//! [`Order`]: which row of a data frame is which row of its panel.

use std::ops::Range;

use financials::Period;

use crate::{entities::Entities, error::TableError, refused::Refused};

/// Which row of a data frame is which row of its panel, in which companies stand together and
/// periods in order.
#[derive(Debug, Default)]
pub(crate) struct Order {
    /// The row of the data frame that each row of the panel is; nothing where they are the same.
    rows: Option<Vec<u32>>,
    /// The rows of the panel that each company has.
    companies: Vec<Range<usize>>,
    /// How many rows the panel has.
    length: usize,
    /// How many rows the data frame has.
    all: usize,
}

impl Order {
    /// Puts rows in order; those that are refused are not in the panel.
    pub(crate) fn of(
        entities: &Entities,
        periods: &[Period],
        refused: &mut Refused,
    ) -> Result<Self, TableError> {
        let ids = entities.ids();
        let key = |row: usize| Some((*ids.get(row)?, *periods.get(row)?));
        let is_ordered = (1..ids.len()).all(|row| key(row - 1) < key(row));
        let rows = match is_ordered && !refused.has_gone() {
            true => None,
            false => {
                let rows = (0..ids.len()).filter(|row| !refused.is_gone(*row));
                let mut rows: Vec<u32> = rows.filter_map(|row| u32::try_from(row).ok()).collect();
                rows.sort_by_key(|row| (key(*row as usize), *row));
                hold_once(&rows, entities, periods, refused)?;
                rows.retain(|row| !refused.is_gone(*row as usize));
                Some(rows)
            }
        };
        let length = rows.as_ref().map_or(ids.len(), Vec::len);
        let mut order = Self { rows, companies: Vec::new(), length, all: ids.len() };
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

    /// Returns how many rows the data frame has.
    pub(crate) const fn all(&self) -> usize {
        self.all
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

/// Refuses rows in their order that stand for one company and period: nothing says which is right.
fn hold_once(
    rows: &[u32],
    entities: &Entities,
    periods: &[Period],
    refused: &mut Refused,
) -> Result<(), TableError> {
    let key = |row: &u32| {
        let row = *row as usize;
        Some((*entities.ids().get(row)?, *periods.get(row)?))
    };
    for same in rows.chunk_by(|one, other| key(one) == key(other)) {
        let [first, second, ..] = same else { continue };
        for row in same {
            let (first, other) = (*first as usize, if row == first { *second } else { *row });
            let entity = entities.name_of_row(first);
            let period = periods.get(first).map(ToString::to_string).unwrap_or_default();
            let twice = TableError::Twice { entity, period, first, row: other as usize };
            refused.row(*row as usize, twice)?;
        }
    }
    Ok(())
}

//! [`Refused`]: what is wrong with rows of a table, where that need not end the reading of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::TableError;

/// What becomes of a table of which a row or a cell cannot be read.
///
/// What is wrong with a whole column, one that is not there, or is of binary floats, is an error
/// either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Errors {
    /// The first of them is the error of the whole table.
    #[default]
    Raise,
    /// They stand beside the results of their rows, in a column `error`, and the others are read.
    ///
    /// A cell that cannot be read is absent from its row, with the code `unreadable`, or
    /// `out_of_range` where it is too large or too fine; it is never taken for zero. A row that is
    /// none of a company and period has no values, and for their reason the code of its error:
    /// `null`, `value`, `period`, `text`; `twice` where another has the same company and period,
    /// and `mixed` where the rows of its company have two currencies or bases, of which nothing
    /// says which is right.
    Row,
}

impl Errors {
    /// Returns the choice of a name: `raise` or `row`.
    ///
    /// ```
    /// use financials_arrow::Errors;
    ///
    /// assert_eq!(Errors::of_code("row"), Some(Errors::Row));
    /// assert_eq!(Errors::of_code("ignore"), None);
    /// ```
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        match code {
            "raise" => Some(Self::Raise),
            "row" => Some(Self::Row),
            _ => None,
        }
    }
}

/// What is wrong with rows of a table, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct Refused {
    errors: Errors,
    /// The first error of each row that has one.
    rows: BTreeMap<usize, TableError>,
    /// The rows that are none of a company and period.
    gone: BTreeSet<usize>,
}

impl Refused {
    pub(crate) fn new(errors: Errors) -> Self {
        Self { errors, ..Self::default() }
    }

    /// Returns whether the others are read where one is refused.
    pub(crate) fn is_by_row(&self) -> bool {
        self.errors == Errors::Row
    }

    /// Refuses a cell, without which its row is read.
    pub(crate) fn cell(&mut self, row: usize, error: TableError) -> Result<(), TableError> {
        match self.errors {
            Errors::Raise => Err(error),
            Errors::Row => {
                self.rows.entry(row).or_insert(error);
                Ok(())
            }
        }
    }

    /// Refuses a row.
    pub(crate) fn row(&mut self, row: usize, error: TableError) -> Result<(), TableError> {
        self.cell(row, error)?;
        self.gone.insert(row);
        Ok(())
    }

    /// Returns whether a row is none of a company and period.
    pub(crate) fn is_gone(&self, row: usize) -> bool {
        !self.gone.is_empty() && self.gone.contains(&row)
    }

    /// Returns whether any row is.
    pub(crate) fn has_gone(&self) -> bool {
        !self.gone.is_empty()
    }

    /// Returns the rows that are none of a company and period, each with the code of why.
    pub(crate) fn gone(&self) -> impl Iterator<Item = (usize, &'static str)> {
        // Its keys are read before its amounts, so that the first error of a row is that of a key.
        let code = |row: &usize| Some((*row, self.rows.get(row)?.code()));
        self.gone.iter().filter_map(code)
    }

    /// Returns what is wrong with each row of which anything is, in order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (usize, &TableError)> {
        self.rows.iter().map(|(row, error)| (*row, error))
    }
}

//! [`Entities`]: the companies of a data frame, by whole numbers or by text.

use std::{collections::HashMap, hash::Hash};

use arrow_array::{Array, ArrayRef, downcast_integer_array};
use arrow_schema::DataType;

use crate::{error::TableError, refused::Refused, texts::each_text};

/// The company of each row, by a number that counts companies as they come.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    ids: Vec<u32>,
    names: Vec<String>,
}

const ALLOWED: &str = "integers or text";

/// The number of a row of which no company is said.
const NOBODY: u32 = u32::MAX;

impl Entities {
    /// Reads the column of the companies.
    pub(crate) fn read(
        column: &str,
        arrays: &[ArrayRef],
        refused: &mut Refused,
    ) -> Result<Self, TableError> {
        let mut entities = Self::default();
        let (mut numbers, mut texts) = (Known::new(), Known::new());
        for array in arrays {
            let array = array.as_ref();
            let nulls = array.logical_nulls().filter(|nulls| nulls.null_count() > 0);
            let is_null = |at: usize| nulls.as_ref().is_some_and(|nulls| nulls.is_null(at));
            for at in (0..array.len()).filter(|at| is_null(*at)) {
                let row = entities.ids.len() + at;
                refused.row(row, TableError::Null { column: column.to_owned(), row })?;
            }
            downcast_integer_array!(
                array => {
                    for (at, value) in array.values().iter().enumerate() {
                        match is_null(at) {
                            true => entities.ids.push(NOBODY),
                            false => {
                                entities.put(&mut numbers, i128::from(*value), |it| it.to_string());
                            }
                        }
                    }
                },
                DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View
                | DataType::Dictionary(..) | DataType::Null => {
                    let read = each_text(array, &mut |text| match text {
                        None => entities.ids.push(NOBODY),
                        Some(text) => {
                            entities.put(&mut texts, text.to_owned(), |it| it.clone());
                        }
                    });
                    read.ok_or_else(|| refuse(column, array))?;
                },
                _ => return Err(refuse(column, array))
            );
        }
        Ok(entities)
    }

    fn put<K: Hash + Eq + Clone>(
        &mut self,
        known: &mut Known<K>,
        key: K,
        name: impl Fn(&K) -> String,
    ) {
        // Rows of one company mostly follow one another.
        if let Some((last, id)) = &known.last
            && *last == key
        {
            return self.ids.push(*id);
        }
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let id = *known.ids.entry(key.clone()).or_insert(next);
        if id == next {
            self.names.push(name(&key));
        }
        known.last = Some((key, id));
        self.ids.push(id);
    }

    /// Returns the number of each row's company; of a row that was refused it is none.
    pub(crate) fn ids(&self) -> &[u32] {
        &self.ids
    }

    /// Returns how many companies there are.
    pub(crate) fn count(&self) -> usize {
        self.names.len()
    }

    /// Returns the name of a company.
    pub(crate) fn name(&self, company: usize) -> String {
        let name = self.names.get(company);
        debug_assert!(name.is_some(), "a company is a place in the names");
        name.cloned().unwrap_or_default()
    }

    /// Returns the name of a row's company.
    pub(crate) fn name_of_row(&self, row: usize) -> String {
        let id = self.ids.get(row);
        debug_assert!(id.is_some(), "every row has a company");
        id.map(|id| self.name(*id as usize)).unwrap_or_default()
    }
}

struct Known<K> {
    ids: HashMap<K, u32>,
    last: Option<(K, u32)>,
}

impl<K> Known<K> {
    fn new() -> Self {
        Self { ids: HashMap::new(), last: None }
    }
}

fn refuse(column: &str, array: &dyn Array) -> TableError {
    let (column, given) = (column.to_owned(), array.data_type().clone());
    TableError::Type { column, given, allowed: ALLOWED }
}

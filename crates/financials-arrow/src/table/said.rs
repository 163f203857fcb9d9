//! What columns say of whole companies: their currencies and bases.

use std::str::FromStr;

use arrow_array::ArrayRef;
use financials::{Basis, Currency};

use super::source::{BASIS, CURRENCY, Source};
use crate::{entities::Entities, error::TableError, texts::each_text};

/// Returns the currency of each company, where a column says it.
pub(super) fn currencies(
    source: &Source<'_>,
    entities: &Entities,
) -> Result<Vec<Option<Currency>>, TableError> {
    let allowed = "a currency of ISO 4217, such as USD";
    of_companies(source, entities, CURRENCY, allowed, |text| Currency::from_str(text).ok())
}

/// Returns the basis of each company, where a column says it.
pub(super) fn bases(
    source: &Source<'_>,
    entities: &Entities,
) -> Result<Vec<Option<Basis>>, TableError> {
    of_companies(source, entities, BASIS, "gaap or ifrs", |text| {
        Basis::of_code(text).filter(|basis| *basis != Basis::Adjusted)
    })
}

fn of_companies<T: Copy + PartialEq>(
    source: &Source<'_>,
    entities: &Entities,
    column: &'static str,
    allowed: &'static str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Vec<Option<T>>, TableError> {
    let mut said: Vec<Option<(usize, String, T)>> = vec![None; entities.count()];
    let Some(arrays) = source.optional(column)? else { return Ok(Vec::new()) };
    let mut row = 0;
    for array in &arrays {
        let mut refused = None;
        let done = each_text(array.as_ref(), &mut |text| {
            let of = entities.ids().get(row).and_then(|id| said.get_mut(*id as usize));
            if let (Some(of), Some(text), None) = (of, text, &refused) {
                refused =
                    hold(of, (text, row), column, allowed, &read, || entities.name_of_row(row));
            }
            row += 1;
        });
        if let Some(refused) = refused {
            return Err(refused);
        }
        done.ok_or_else(|| refuse(column, array))?;
    }
    Ok(said.into_iter().map(|it| it.map(|(.., value)| value)).collect())
}

/// Holds what a row says against what an earlier row of the company said.
fn hold<T: Copy + PartialEq>(
    said: &mut Option<(usize, String, T)>,
    (text, row): (&str, usize),
    column: &'static str,
    allowed: &'static str,
    read: impl Fn(&str) -> Option<T>,
    entity: impl Fn() -> String,
) -> Option<TableError> {
    // Rows of one company mostly say the same in the same letters.
    if let Some((_, known, _)) = said
        && known == text
    {
        return None;
    }
    let Some(value) = read(text) else {
        let (column, value) = (column.to_owned(), text.to_owned());
        return Some(TableError::Value { column, row, value, allowed });
    };
    match said {
        Some((first, one, known)) if *known != value => {
            let (one, other) = (one.clone(), text.to_owned());
            Some(TableError::Mixed { entity: entity(), one, first: *first, other, row })
        }
        Some(_) => None,
        None => {
            *said = Some((row, text.to_owned(), value));
            None
        }
    }
}

fn refuse(column: &'static str, array: &ArrayRef) -> TableError {
    let (column, given) = (column.to_owned(), array.data_type().clone());
    TableError::Type { column, given, allowed: "text" }
}

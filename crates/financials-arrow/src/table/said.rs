//! What columns say of whole companies: their currencies and bases.

use std::str::FromStr;

use arrow_array::ArrayRef;
use financials::{Basis, Currency};

use super::source::{BASIS, CURRENCY, Source};
use crate::{entities::Entities, error::TableError, refused::Refused, texts::each_text};

/// Returns the currency of each company, where a column says it.
pub(super) fn currencies(
    source: &Source<'_>,
    entities: &Entities,
    refused: &mut Refused,
) -> Result<Vec<Option<Currency>>, TableError> {
    let allowed = "a currency of ISO 4217, such as USD";
    let read = |text: &str| Currency::from_str(text).ok();
    of_companies(source, entities, refused, &Column { name: CURRENCY, allowed, read })
}

/// Returns the basis of each company, where a column says it.
pub(super) fn bases(
    source: &Source<'_>,
    entities: &Entities,
    refused: &mut Refused,
) -> Result<Vec<Option<Basis>>, TableError> {
    let read = |text: &str| Basis::of_code(text).filter(|basis| *basis != Basis::Adjusted);
    of_companies(source, entities, refused, &Column { name: BASIS, allowed: "gaap or ifrs", read })
}

/// A column that says something of whole companies.
struct Column<F> {
    name: &'static str,
    allowed: &'static str,
    read: F,
}

/// What a company is said to have: the row that says so first, in its letters.
struct Said<T> {
    first: usize,
    text: String,
    value: T,
    /// The first row that says something else.
    other: Option<(usize, String)>,
}

fn of_companies<T: Copy + PartialEq>(
    source: &Source<'_>,
    entities: &Entities,
    refused: &mut Refused,
    column: &Column<impl Fn(&str) -> Option<T>>,
) -> Result<Vec<Option<T>>, TableError> {
    let Some(arrays) = source.optional(column.name)? else { return Ok(Vec::new()) };
    let mut said: Vec<Option<Said<T>>> = (0..entities.count()).map(|_| None).collect();
    let (mut row, mut failed) = (0, None);
    for array in &arrays {
        let done = each_text(array.as_ref(), &mut |text| {
            let of = entities.ids().get(row).and_then(|id| said.get_mut(*id as usize));
            if let (Some(of), Some(text), None) = (of, text, &failed)
                && !refused.is_gone(row)
            {
                failed = hold(of, (text, row), column, refused).err();
            }
            row += 1;
        });
        done.ok_or_else(|| refuse(column.name, array))?;
        failed.take().map_or(Ok(()), Err)?;
    }
    if said.iter().flatten().any(|said| said.other.is_some()) {
        refuse_mixed(&said, entities, refused)?;
    }
    Ok(said.into_iter().map(|it| it.map(|it| it.value)).collect())
}

/// Holds what a row says against what an earlier row of the company said.
fn hold<T: Copy + PartialEq>(
    said: &mut Option<Said<T>>,
    (text, row): (&str, usize),
    column: &Column<impl Fn(&str) -> Option<T>>,
    refused: &mut Refused,
) -> Result<(), TableError> {
    // Rows of one company mostly say the same in the same letters.
    if let Some(known) = said
        && known.text == text
    {
        return Ok(());
    }
    let Some(value) = (column.read)(text) else {
        let (column, value, allowed) = (column.name.to_owned(), text.to_owned(), column.allowed);
        return refused.row(row, TableError::Value { column, row, value, allowed });
    };
    match said {
        Some(known) if known.value != value => {
            known.other.get_or_insert_with(|| (row, text.to_owned()));
        }
        Some(_) => {}
        None => {
            let (first, text, other) = (row, text.to_owned(), None);
            *said = Some(Said { first, text, value, other });
        }
    }
    Ok(())
}

/// Refuses the rows of companies of which two things are said, as nothing says which is right.
fn refuse_mixed<T>(
    said: &[Option<Said<T>>],
    entities: &Entities,
    refused: &mut Refused,
) -> Result<(), TableError> {
    for (row, id) in entities.ids().iter().enumerate() {
        let said = said.get(*id as usize).and_then(Option::as_ref);
        if let Some((Said { first, text, .. }, (other_row, other))) =
            said.and_then(|said| Some((said, said.other.as_ref()?)))
            && !refused.is_gone(row)
        {
            let (entity, one) = (entities.name_of_row(row), text.clone());
            let (first, other) = (*first, other.clone());
            let mixed = TableError::Mixed { entity, one, first, other, row: *other_row };
            refused.row(row, mixed)?;
        }
    }
    Ok(())
}

fn refuse(column: &'static str, array: &ArrayRef) -> TableError {
    let (column, given) = (column.to_owned(), array.data_type().clone());
    TableError::Type { column, given, allowed: "text" }
}

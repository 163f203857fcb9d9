//! The period of each row, by its dates and its kind.

use std::collections::HashMap;

use financials::{Period, period::PeriodKind};

use super::{
    dates,
    source::{END, KIND, START, Source, missing},
};
use crate::{error::TableError, refused::Refused, texts::each_text};

type Key = (Option<i32>, i32, Option<PeriodKind>);

/// Reads the period of each row; of one that is refused it is no matter which.
pub(super) fn read(source: &Source<'_>, refused: &mut Refused) -> Result<Vec<Period>, TableError> {
    let ends = dates::read(END, &source.column(END)?, refused)?;
    let starts = match source.optional(START)? {
        Some(arrays) => Some(dates::read(START, &arrays, refused)?),
        None => None,
    };
    let kinds = kinds(source, refused)?;
    if starts.is_none() && kinds.is_none() {
        return Err(missing("period_start or period_kind", &source.schema));
    }
    let mut known = Known::default();
    let mut periods = Vec::with_capacity(ends.len());
    for (row, end) in ends.into_iter().enumerate() {
        let start = starts.as_ref().and_then(|starts| starts.get(row).copied().flatten());
        let kind = kinds.as_ref().and_then(|kinds| kinds.get(row).copied().flatten());
        let read = match end {
            _ if refused.is_gone(row) => None,
            None => {
                refused.row(row, TableError::Null { column: END.to_owned(), row })?;
                None
            }
            Some(end) => read_one(row, (start, end, kind), &mut known, refused)?,
        };
        periods.push(read.unwrap_or(Period::instant(dates::EPOCH)));
    }
    Ok(periods)
}

fn read_one(
    row: usize,
    key: Key,
    known: &mut Known,
    refused: &mut Refused,
) -> Result<Option<Period>, TableError> {
    if let Some(period) = known.get(&key) {
        return Ok(Some(period));
    }
    match period(row, key) {
        Ok(period) => Ok(Some(known.put(key, period))),
        Err(error) => {
            refused.row(row, error)?;
            Ok(None)
        }
    }
}

/// The periods that rows had so far: of a universe the same few hundred stand in all rows, and one
/// behind the other in most companies.
#[derive(Default)]
struct Known {
    periods: Vec<(Key, Period)>,
    places: HashMap<Key, usize>,
    /// Where the period of the next row is looked for first.
    next: usize,
}

impl Known {
    fn get(&mut self, key: &Key) -> Option<Period> {
        let next = self.periods.get(self.next).filter(|(known, _)| known == key);
        let place = if next.is_some() { self.next } else { *self.places.get(key)? };
        self.next = place + 1;
        self.periods.get(place).map(|(_, period)| *period)
    }

    fn put(&mut self, key: Key, period: Period) -> Period {
        self.places.insert(key, self.periods.len());
        self.periods.push((key, period));
        self.next = self.periods.len();
        period
    }
}

fn period(row: usize, (start, end, kind): Key) -> Result<Period, TableError> {
    let out_of_range = |column: &str, days: i32| TableError::Value {
        column: column.to_owned(),
        row,
        value: format!("day {days}"),
        allowed: "a date of the years -9999 to 9999",
    };
    let end_date = dates::date(end).ok_or_else(|| out_of_range(END, end))?;
    let start = match start {
        Some(start) => Some(dates::date(start).ok_or_else(|| out_of_range(START, start))?),
        None => None,
    };
    let period = match (start, kind) {
        (Some(start), Some(kind)) => Period::of(kind, start, end_date),
        (Some(start), None) => Period::between(start, end_date),
        (None, None | Some(PeriodKind::Instant)) => Ok(Period::instant(end_date)),
        (None, Some(kind)) => {
            return Period::of_months(kind, end_date).ok_or_else(|| TableError::Value {
                column: END.to_owned(),
                row,
                value: end_date.to_string(),
                allowed: "the last day of a month, unless there is a period_start",
            });
        }
    };
    period.map_err(|error| TableError::Period { row, error })
}

fn kinds(
    source: &Source<'_>,
    refused: &mut Refused,
) -> Result<Option<Vec<Option<PeriodKind>>>, TableError> {
    let Some(arrays) = source.optional(KIND)? else { return Ok(None) };
    let (mut kinds, mut unknown) = (Vec::new(), Vec::new());
    for array in &arrays {
        let read = each_text(array.as_ref(), &mut |text| {
            let kind = text.and_then(PeriodKind::of_code);
            if let (Some(text), None) = (text, kind) {
                unknown.push((kinds.len(), text.to_owned()));
            }
            kinds.push(kind);
        });
        let (column, given) = (KIND.to_owned(), array.data_type().clone());
        read.ok_or(TableError::Type { column, given, allowed: "text" })?;
    }
    for (row, value) in unknown {
        let allowed = "quarter, half, nine_months, year, ttm, instant or other";
        refused.row(row, TableError::Value { column: KIND.to_owned(), row, value, allowed })?;
    }
    Ok(Some(kinds))
}

//! From series to the rows of a table.

use financials::{
    Item,
    companyfacts::{Derivation, Entry, EntryAmount, KnownFacts, Series},
    item::Nature,
};

use super::{Amount, Cell, Quarter, Row};
use crate::filing::link;

/// A quarter by its fiscal year and number.
pub(super) struct Place {
    pub(super) year: i16,
    pub(super) number: u8,
    pub(super) quarter: Quarter,
}

/// The items that any quarter has a figure of, each with a cell for every quarter.
pub(super) fn sheet(
    known: &KnownFacts<'_>,
    items: &[Item],
    places: &[Place],
    cik: Option<u64>,
) -> Vec<Row> {
    let rows = items.iter().map(|item| row(known, *item, places, cik));
    rows.filter(|row| row.cells.iter().any(|cell| matches!(cell, Cell::Given(_)))).collect()
}

fn row(known: &KnownFacts<'_>, item: Item, places: &[Place], cik: Option<u64>) -> Row {
    let series = known.item(item).series;
    let cells = places.iter().map(|place| cell(&series, item, place, cik)).collect();
    Row { name: item.name(), unit: series.unit.clone(), cells }
}

fn cell(series: &Series, item: Item, place: &Place, cik: Option<u64>) -> Cell {
    let is_instant = matches!(item.nature(), Nature::Balance | Nature::Shares);
    let entry = match is_instant {
        true => series.instant(place.year, place.number),
        false => series.quarter(place.year, place.number),
    };
    match entry.map(|entry| (entry, &entry.amount)) {
        Some((entry, Ok(amount))) => Cell::Given(given(series, entry, amount, cik)),
        Some((_, Err(absence))) => Cell::Absent(absence.to_string()),
        None => Cell::Absent("not reported".to_owned()),
    }
}

fn given(series: &Series, entry: &Entry, amount: &EntryAmount, cik: Option<u64>) -> Amount {
    let last = amount.inputs.iter().max_by_key(|input| input.filed);
    let source = last.map(|input| {
        let words = format!("{} {}, filed {}", input.form, input.accession, input.filed);
        (words, cik.map(|cik| link(input.accession, cik)))
    });
    let findings = series
        .findings
        .iter()
        .filter(|finding| (finding.start, finding.end) == (entry.start, entry.end));
    Amount {
        value: amount.value,
        derived: derived(amount.origin),
        is_split_adjusted: amount.split_adjusted,
        source,
        findings: findings.map(ToString::to_string).collect(),
    }
}

/// How a figure that no filing gives came about.
const fn derived(origin: Derivation) -> Option<&'static str> {
    Some(match origin {
        Derivation::Reported => return None,
        Derivation::LessYearToDate => "the longer period less the shorter that it goes on from",
        Derivation::LessQuarters => "the year less its other quarters",
        Derivation::FourQuarters => "the sum of four quarters",
        Derivation::YearPlusToDate => "the year, with the year to date for that of the year before",
        Derivation::WeightedShares => "the quarter's own income over its own weighted shares",
        Derivation::StatementLines => "added up from other lines of the statement",
        _ => "derived from figures that were filed",
    })
}

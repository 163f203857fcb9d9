//! [`table`]: the quarters of a sheet, with what was derived marked and reasons as footnotes.

use financials::Decimal;
use maud::{Markup, html};

use super::{Amount, Cell, Quarter, Row, Sheet};
use crate::number::decimal;

/// The footnotes of a table, each text once.
#[derive(Default)]
struct Notes(Vec<String>);

impl Notes {
    /// The number of a note.
    fn number(&mut self, text: &str) -> usize {
        match self.0.iter().position(|known| known == text) {
            Some(at) => at + 1,
            None => {
                self.0.push(text.to_owned());
                self.0.len()
            }
        }
    }
}

/// Powers of ten in which figures are shown where none of a row loses a digit by it.
const SHOWN_IN: &[(u32, &str)] = &[(6, "million "), (3, "thousand "), (0, "")];

/// Writes a sheet; `id` tells its notes from those of others.
pub(super) fn table(sheet: &Sheet, quarters: &[Quarter], id: &str) -> Markup {
    let mut notes = Notes::default();
    let rows: Vec<Markup> = sheet.rows.iter().map(|row| line(row, &mut notes, id)).collect();
    html! {
        div .scroll tabindex="0" role="region" aria-label={ "Quarters " (sheet.vintage) } {
            table {
                caption { "Quarters " (sheet.vintage) }
                thead {
                    tr {
                        th scope="col" { "Item" }
                        @for quarter in quarters {
                            th scope="col" { (quarter.label) span .end { (quarter.end) } }
                        }
                    }
                }
                tbody { @for row in rows { (row) } }
            }
        }
        @if !notes.0.is_empty() {
            ol .notes {
                @for (at, note) in notes.0.iter().enumerate() {
                    li id={ (id) "-note-" (at + 1) } { (note) }
                }
            }
        }
    }
}

fn line(row: &Row, notes: &mut Notes, id: &str) -> Markup {
    let (power, scale) = shown_in(row);
    let cells: Vec<Markup> = row.cells.iter().map(|one| cell(one, power, notes, id)).collect();
    html! {
        tr {
            th scope="row" {
                (row.name.replace('_', " "))
                span .unit { (scale) (row.unit) }
            }
            @for cell in cells { (cell) }
        }
    }
}

/// The largest of the powers by which every figure of a row is still a whole number.
pub(super) fn shown_in(row: &Row) -> (u32, &'static str) {
    let fits = |power: u32| {
        row.cells.iter().all(|cell| match cell {
            Cell::Given(amount) => scaled(amount.value, power).is_some(),
            Cell::Absent(_) => true,
        })
    };
    SHOWN_IN.iter().copied().find(|(power, _)| fits(*power)).unwrap_or((0, ""))
}

/// Prints a figure in a power of ten, in which it loses no digit.
pub(super) fn shown(value: Decimal, power: u32) -> String {
    decimal(scaled(value, power).unwrap_or(value))
}

/// A figure in a power of ten, where it loses no digit.
fn scaled(value: Decimal, power: u32) -> Option<Decimal> {
    let unit = Decimal::from(10_u64.checked_pow(power)?);
    if power == 0 {
        return Some(value);
    }
    let whole = value.checked_div(unit)?;
    whole.is_integer().then_some(whole)
}

fn cell(cell: &Cell, power: u32, notes: &mut Notes, id: &str) -> Markup {
    match cell {
        Cell::Given(amount) => given(amount, power, notes, id),
        Cell::Absent(reason) => html! {
            td .absent { span aria-hidden="true" { "–" } (mark(notes.number(reason), id)) }
        },
    }
}

fn given(amount: &Amount, power: u32, notes: &mut Notes, id: &str) -> Markup {
    let split = amount.is_split_adjusted.then_some("counted in the shares after a later split");
    let told = amount.derived.into_iter().chain(split).map(str::to_owned);
    let marks: Vec<usize> =
        told.chain(amount.findings.iter().cloned()).map(|note| notes.number(&note)).collect();
    let text = shown(amount.value, power);
    let class = if amount.derived.is_some() { "given derived" } else { "given" };
    html! {
        td class=(class) {
            @match &amount.source {
                Some((words, Some(link))) => {
                    a href=(link) rel="noopener noreferrer" title=(words) { (text) }
                }
                Some((words, None)) => span title=(words) { (text) },
                None => (text),
            }
            @for number in marks { (mark(number, id)) }
        }
    }
}

fn mark(number: usize, id: &str) -> Markup {
    html! { sup { a href={ "#" (id) "-note-" (number) } { (number) } } }
}

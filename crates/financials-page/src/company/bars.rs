//! [`bars`]: a flow over the quarters, from zero.

use maud::{Markup, html};

use super::{
    Cell, Page, Quarter, Row,
    scale::{STEP, Scale, float, frame, hundredth, middle},
    table::{shown, shown_in},
};

/// The part of a quarter's width that its bar has.
const BAR: f64 = 0.62;
/// The stroke at the end of a bar that was derived.
const CAP: f64 = 3.0;

/// Draws an item of the restated sheet as bars, of which those a year before are lighter, and tells
/// the last in words; nothing where no quarter has it.
pub(super) fn bars(page: &Page, name: &str) -> Option<(String, Markup)> {
    let [_, latest] = &page.sheets;
    let row = latest.rows.iter().find(|row| row.name == name)?;
    let scale = Scale::over(numbers(row).flatten())?;
    let drawn = html! {
        @for (place, cell) in row.cells.iter().enumerate() {
            (bar(&scale, place, page.quarters.len(), cell))
        }
    };
    let title = title(row, &page.quarters);
    let last = last(row, &page.quarters).unwrap_or_default();
    Some((last, frame(&title, &scale, &page.quarters, &drawn)))
}

/// The newest figure, by which the height of the bars is read.
fn last(row: &Row, quarters: &[Quarter]) -> Option<String> {
    let (scale, text) = row.cells.iter().zip(quarters).rev().find_map(|(cell, quarter)| {
        let Cell::Given(amount) = cell else { return None };
        let (power, scale) = shown_in(row);
        Some((scale, format!("{}: {}", quarter.label, shown(amount.value, power))))
    })?;
    Some(format!("{text} {scale}{}", row.unit))
}

fn numbers(row: &Row) -> impl Iterator<Item = Option<f64>> + '_ {
    row.cells.iter().map(|cell| match cell {
        Cell::Given(amount) => float(amount.value),
        Cell::Absent(_) => None,
    })
}

fn bar(scale: &Scale, place: usize, count: usize, cell: &Cell) -> Markup {
    let Cell::Given(amount) = cell else { return html! {} };
    let Some(number) = float(amount.value) else { return html! {} };
    let (zero, end) = (scale.at(0.0), scale.at(number));
    let (top, height) = (zero.min(end), (zero - end).abs());
    let width = hundredth(STEP * BAR);
    let left = hundredth(middle(place) - width / 2.0);
    // The last four quarters are what is read first; those before them are what they go by.
    let class = if place + 4 < count { "bar before" } else { "bar" };
    html! {
        rect class=(class) x=(left) y=(top) width=(width) height=(hundredth(height)) {}
        @if amount.derived.is_some() {
            path .derived d={ "M" (left) " " (end - CAP) "h" (width) } {}
        }
    }
}

/// What the chart says, in words.
fn title(row: &Row, quarters: &[Quarter]) -> String {
    let told = row.cells.iter().zip(quarters).map(|(cell, quarter)| match cell {
        Cell::Given(amount) => format!("{} {}", quarter.label, amount.value.normalize()),
        Cell::Absent(reason) => format!("{}: {reason}", quarter.label),
    });
    let told: Vec<String> = told.collect();
    format!("{} in {}: {}", row.name.replace('_', " "), row.unit, told.join(", "))
}

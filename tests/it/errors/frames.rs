//! What is said of columns and rows that make no panel.

use financials::{Item, error::PanelError};

use super::read;

const QUARTER: &str = "2025-04-01..2025-06-30";

#[test]
fn rows_and_columns() {
    let (company, period) = (|| String::from("A"), read(QUARTER));
    let measure = Item::Revenue.into();
    hold! {
        PanelError::PeriodTwice { company: company(), period }.to_string() =>
            "A has the period 2025-04-01..2025-06-30 twice",
        PanelError::Order { company: company(), period }.to_string() =>
            "A has the period 2025-04-01..2025-06-30 after a later one",
        PanelError::ColumnTwice { measure }.to_string() => "revenue has two columns",
        PanelError::Length { measure, given: 1, rows: 2 }.to_string() =>
            "the column of revenue has 1 numbers, and the table 2 rows",
        PanelError::Scale { measure, scale: 29 }.to_string() =>
            "the column of revenue has 29 decimals, and numbers at most 28",
    }
}

//! The numbers of tables, in text and in HTML, each with its row, its column and its period.
#![allow(missing_docs, reason = "tests have no users")]

use financials::{Decimal, stated::Unit};
use financials_link::{Cell, Context, cells};

/// Writes a cell as the tests have it: row, column's period, value, unit.
fn shown(cell: &Cell) -> String {
    let unit = match cell.stated.unit() {
        Unit::Money(currency) => currency.code().to_owned(),
        other => other.kind().to_owned(),
    };
    let period = cell.period.map_or("-".to_owned(), |period| period.to_string());
    let group = cell.group.as_ref().map_or(String::new(), |group| format!("{group} > "));
    format!("{group}{} | {period} | {} {unit}", cell.row, cell.stated.number().normalize())
}

fn read(text: &str) -> Vec<String> {
    let cells = cells(text, &Context::default());
    for cell in &cells {
        let words = text.get(cell.span.clone()).unwrap_or_default();
        assert!(words.contains(|letter: char| letter.is_ascii_digit()), "{words:?}");
    }
    cells.iter().map(shown).collect()
}

#[test]
fn a_release_in_text_gives_each_number_its_row_and_its_period() {
    let text = "
Example Corp. reports its second quarter.

(In thousands, except per share amounts)
                                   Three Months Ended June 30,
                                     2025        2024     Change
Revenue:
  Products                        $ 612,400   $ 540,100     13%
  Services                          391,297     310,034     26%
    Total revenue                 1,003,697     850,134     18%
Loss from operations                (12,310)     (8,045)
Net loss per share, diluted       $   (0.04)  $   (0.02)
Gross margin                          61.2%       59.8%
";
    assert_eq!(
        read(text),
        [
            "Revenue: > Products | 2025Q2 | 612400000 USD",
            "Revenue: > Products | 2024Q2 | 540100000 USD",
            "Revenue: > Products | - | 0.13 ratio",
            "Revenue: > Services | 2025Q2 | 391297000 USD",
            "Revenue: > Services | 2024Q2 | 310034000 USD",
            "Revenue: > Services | - | 0.26 ratio",
            "Revenue: > Total revenue | 2025Q2 | 1003697000 USD",
            "Revenue: > Total revenue | 2024Q2 | 850134000 USD",
            "Revenue: > Total revenue | - | 0.18 ratio",
            "Revenue: > Loss from operations | 2025Q2 | -12310000 USD",
            "Revenue: > Loss from operations | 2024Q2 | -8045000 USD",
            "Revenue: > Net loss per share, diluted | 2025Q2 | -0.04 USD",
            "Revenue: > Net loss per share, diluted | 2024Q2 | -0.02 USD",
            "Revenue: > Gross margin | 2025Q2 | 0.612 ratio",
            "Revenue: > Gross margin | 2024Q2 | 0.598 ratio",
        ]
    );
}

#[test]
fn a_filing_in_html_gives_the_same_with_its_signs_in_cells_of_their_own() {
    let page = "<html><body><p>(in millions)</p><table>\
        <tr><td></td><td>December 31, 2024</td><td></td><td>December 31, 2023</td></tr>\
        <tr><td>Cash and cash equivalents</td><td>$</td><td>1,204</td><td>$</td><td>986</td></tr>\
        <tr><td>Accumulated deficit</td><td>(</td><td>310</td><td>)</td><td>(</td><td>402</td>\
        <td>)</td></tr>\
        <tr><td>Total assets</td><td>$</td><td>5,120</td><td>$</td><td>4,877</td></tr>\
        </table></body></html>";
    assert_eq!(
        read(page),
        [
            "Cash and cash equivalents | 2024-12-31 | 1204000000 USD",
            "Cash and cash equivalents | 2023-12-31 | 986000000 USD",
            "Accumulated deficit | 2024-12-31 | -310000000 USD",
            "Accumulated deficit | 2023-12-31 | -402000000 USD",
            "Total assets | 2024-12-31 | 5120000000 USD",
            "Total assets | 2023-12-31 | 4877000000 USD",
        ]
    );
}

#[test]
fn blocks_within_a_cell_are_no_lines() {
    let cell = |words: &str| format!("<td><div><span>{words}</span></div></td>");
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|words| cell(words)).collect();
        format!("<tr>{cells}</tr>")
    };
    let page = format!(
        "<html><body><div>(In thousands)</div><table>{}{}{}</table></body></html>",
        row(&["", "March 31,<br>2025", "", "December 31,<br>2024", ""]),
        row(&["Cash", "$", "929,547", "$", "1,204,118"]),
        row(&["Allowance", "(2,310", ")", "(1,978", ")"]),
    );
    assert_eq!(
        read(&page),
        [
            "Cash | 2025-03-31 | 929547000 USD",
            "Cash | 2024-12-31 | 1204118000 USD",
            "Allowance | 2025-03-31 | -2310000 USD",
            "Allowance | 2024-12-31 | -1978000 USD",
        ]
    );
}

#[test]
fn a_caption_says_the_currency_by_its_code() {
    let text = "
| key figures (PLN million) | 1H 2018 | 1H 2017 |
|---|---|---|
| revenue | 5,416 | 5,657 |
| net income | -66 | 110 |
";
    assert_eq!(
        read(text),
        [
            "revenue | 2018H1 | 5416000000 PLN",
            "revenue | 2017H1 | 5657000000 PLN",
            "net income | 2018H1 | -66000000 PLN",
            "net income | 2017H1 | 110000000 PLN",
        ]
    );
    let text = "
(\u{20b9} crore)      FY2024   FY2023
Revenue          1,204      986
Profit              45      (12)
";
    assert_eq!(read(text)[3], "Profit | FY2023 | -120000000 INR");
}

#[test]
fn a_currency_and_counts_are_the_table_s_own() {
    let text = "
(\u{20ac} million)             FY2024   FY2023
Sales                     812.4    790.1
Number of employees       4,120    4,003
Debt ratio                  1.2      1.4
";
    assert_eq!(
        read(text),
        [
            "Sales | FY2024 | 812400000 EUR",
            "Sales | FY2023 | 790100000 EUR",
            "Number of employees | FY2024 | 4120 count",
            "Number of employees | FY2023 | 4003 count",
            "Debt ratio | FY2024 | 1.2 count",
            "Debt ratio | FY2023 | 1.4 count",
        ]
    );
}

#[test]
fn where_heads_are_fewer_than_numbers_nobody_knows_whose_they_are() {
    let text = "
In millions          Q2 2025   Q2 2024
Sales                  812.4     790.1     2.8
Costs                  400.0     390.0     2.6
";
    let cells = cells(text, &Context::default());
    assert_eq!(cells.len(), 6);
    assert!(cells.iter().all(|cell| cell.column.is_none() && cell.period.is_none()));
}

#[test]
fn ten_thousand_cells_are_read_each_for_itself() {
    const ROWS: i64 = 2_500;
    let mut text = String::from("(in thousands)\n\tQ4 2024\tQ3 2024\tQ2 2024\tQ1 2024\n");
    let mut expected = Vec::new();
    for row in 0..ROWS {
        text.push_str(&format!("Item number {row}"));
        for column in 0..4 {
            let value = row * 4 + column + 1;
            let is_negative = value % 7 == 0;
            // Without its separator 1990 would be a year.
            let printed = match value {
                1_000.. => format!("{},{:03}", value / 1_000, value % 1_000),
                _ => value.to_string(),
            };
            text.push_str(&if is_negative {
                format!("\t({printed})")
            } else {
                format!("\t{printed}")
            });
            expected.push(Decimal::from(if is_negative { -value } else { value } * 1_000));
        }
        text.push('\n');
    }
    let cells = cells(&text, &Context::default());
    let read: Vec<Decimal> = cells.iter().map(|cell| cell.stated.number()).collect();
    assert_eq!(read.len(), 10_000);
    assert!(read == expected, "a cell is not what was printed");
    let last = cells.last().map(|cell| cell.period.map(|period| period.to_string()));
    assert_eq!(last.flatten().as_deref(), Some("2024Q1"));
}

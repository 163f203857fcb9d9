//! `financials scan`: the figures of any text.

use std::io::{self, Write};

use clap::Args;
use financials::stated::{Found, scan};
use financials_link::{Cell, Context, cells};
use serde_json::{Map, Value};

use crate::{console::Console, input::Input};

/// Find the figures in text files, as the documents state them
///
/// Each figure comes with its place, its value in base units, and the precision and the bound that
/// its words give it.
#[derive(Args)]
#[command(verbatim_doc_comment, after_long_help = HELP)]
pub struct Arguments {
    /// Print one object a line, rather than a table
    #[arg(long)]
    json: bool,
    /// Say which words gave each figure its sign, bound, scale and unit
    #[arg(long)]
    why: bool,
    /// Print the numbers of tables, in text or HTML, each with its row, its column and its period
    #[arg(long, conflicts_with = "why")]
    tables: bool,
    /// A text in UTF-8, or - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<Input>,
}

const HELP: &str = "\
With --json, each figure is one object a line:
  file, start, end  where it stands, in bytes, half open
  text              its words as they stand there
  kind              money, ratio, multiple, count or days
  value, high       in base units; high is null unless the figure is a range
  decimals          of the value: 48% is 0.48, to 2
  bound             stated, about, more_than, less_than, at_least, at_most or nearly
  currency          an ISO 4217 code, or null
  why               with --why: the words and signs that made it so, each with its rule, its
                    place and its text
  row, group        with --tables: the label of its row, and the name over it, or null
  column, period    with --tables: the words of its heads and the period they name, or null

With --tables a number has the scale and the currency that its table's caption says.

Examples:
  financials scan release.txt
  financials scan --tables release.htm
  pdftotext 10-Q.pdf - | financials scan --json - | jq -r 'select(.kind == \"money\") | .text'";

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    let progress = Input::progress_over(&arguments.files, console);
    for file in &arguments.files {
        match file.text(&progress) {
            Ok(text) => {
                let name = file.to_string();
                if arguments.tables {
                    let cells = cells(&text, &Context::default());
                    cells
                        .iter()
                        .try_for_each(|cell| print_cell(console, &name, &text, cell, arguments))?;
                    console.flush()?;
                    continue;
                }
                scan(&text)
                    .try_for_each(|found| print(console, &name, &text, &found, arguments))?;
                console.flush()?;
            }
            Err(error) => console.refuse(file, error)?,
        }
    }
    Ok(())
}

fn print_cell(
    out: &mut impl Write,
    file: &str,
    document: &str,
    cell: &Cell,
    arguments: &Arguments,
) -> io::Result<()> {
    if arguments.json {
        let mut line = Map::from_iter([("file".to_owned(), Value::from(file))]);
        line.extend(financials_wire::cell(document, cell));
        return writeln!(out, "{}", Value::Object(line));
    }
    let period = cell.period.map(|period| period.to_string());
    let column = period.or(cell.column.clone()).unwrap_or_default();
    let (start, stated) = (cell.span.start, cell.stated.to_string());
    writeln!(out, "{file}:{start:<7} {stated:<24} {column:<12} {}", one_line(&cell.row))
}

fn print(
    out: &mut impl Write,
    file: &str,
    document: &str,
    found: &Found<'_>,
    arguments: &Arguments,
) -> io::Result<()> {
    let (span, stated) = (found.span(), found.stated());
    if !arguments.json {
        let text = one_line(found.text());
        writeln!(out, "{file}:{:<7} {:<36} {text}", span.start, stated.to_string())?;
        let reasons = if arguments.why { found.why() } else { &[] };
        return reasons.iter().try_for_each(|reason| {
            let words = one_line(document.get(reason.span()).unwrap_or_default());
            writeln!(out, "    {:<12} {words}", reason.rule())
        });
    }
    let mut line = Map::from_iter([("file".to_owned(), Value::from(file))]);
    line.extend(financials_wire::figure(document, found, arguments.why));
    writeln!(out, "{}", Value::Object(line))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

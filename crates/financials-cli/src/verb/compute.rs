//! `financials compute`: metrics of a table of companies and periods.

use std::io::{self, Write};

use arrow_array::RecordBatch;
use clap::Args;
use financials::Currency;
use financials_arrow::{Asked, Errors, Reading};

use crate::{
    console::Console,
    distinct::hold_distinct,
    frames::{self, Target},
    input::Input,
};

/// Compute metrics in every row of a table of companies and periods: CSV, JSON lines or Parquet
///
/// Rows come back in the order they went in: the columns that say whose row it is, and for each
/// metric its value, and the code of the reason where there is none.
#[derive(Args)]
#[command(verbatim_doc_comment, after_long_help = HELP)]
pub struct Arguments {
    /// Metrics and line items, by any of their names; columns are called so
    #[arg(short, long, value_name = "METRIC,...", value_delimiter = ',', required = true)]
    #[arg(value_parser = asked)]
    metrics: Vec<Asked>,
    /// Decimals that values are rounded to, half to even; at most 28
    #[arg(long, value_name = "N", default_value_t = 12, value_parser = super::panel::places)]
    places: u32,
    /// The column of the companies
    #[arg(long, value_name = "COLUMN", default_value = "entity")]
    entity: String,
    /// What amounts are in where no column says so
    #[arg(long, value_name = "CODE", default_value = "USD")]
    currency: Currency,
    /// Take columns of binary floats whose numbers are all whole
    #[arg(long)]
    whole_floats: bool,
    /// Add the bounds of each value: its column's name with _low and _high
    #[arg(long)]
    bounds: bool,
    /// What becomes of a row or a cell that cannot be read: `raise` refuses the table; `row` prints
    /// the others, and in a column `error` what is wrong with it
    #[arg(long, value_name = "raise|row", default_value = "raise", value_parser = errors)]
    errors: Errors,
    /// Print one object a line, rather than CSV
    #[arg(long)]
    json: bool,
    /// Where the table goes, rather than to standard output; its ending says what it is
    #[arg(short, long, value_name = "FILE.csv|FILE.jsonl|FILE.parquet")]
    #[arg(value_parser = frames::target)]
    #[arg(conflicts_with = "json")]
    output: Option<Target>,
    /// A table, or - for standard input; what it is, is seen from how it begins
    #[arg(value_name = "FILE")]
    pub file: Input,
}

const HELP: &str = "\
The table has a row for each company and period:
  entity                   the company, by whole numbers or text
  period_end               the last day, such as 2025-06-30
  period_start, period_kind
                           one of them or both: the first day; or quarter, half, nine_months, year,
                           ttm, instant or other
  currency, basis          an ISO 4217 code; gaap or ifrs; US dollars and GAAP if left out
  revenue, net_income, ... line items by any of their names, in whole units, as exact decimals

Out come entity and the period's columns, and for each metric its value under the name that was
asked for, and under that name and _reason the stable code of why there is none. In JSON, values are
strings.

With --errors row, a cell that cannot be read is absent from its row (unreadable, out_of_range), and
a row that is none of a company and period has no values (null, value, period, text; twice and mixed
where nothing says which of two rows is right). Standard error names the first of them, and the exit
code is 1. A column that is missing or of floats refuses the table either way.

Examples:
  financials compute quarters.csv -m roe,rule_of_40
  financials compute quarters.parquet -m 'fcf margin' --entity cik -o margins.parquet
  jq -c '.rows[]' table.json | financials compute --json -m revenue_growth --places 4 -";

fn asked(name: &str) -> Result<Asked, String> {
    Asked::named(name.trim()).map_err(|error| error.to_string())
}

fn errors(name: &str) -> Result<Errors, &'static str> {
    Errors::of_code(name).ok_or("must be raise or row")
}

/// So many bad rows are named on standard error; the column of errors has all of them.
const NAMED_ROWS_MAX: usize = 10;

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    hold_distinct(arguments.metrics.iter().map(Asked::name));
    let progress = Input::progress_over(core::slice::from_ref(&arguments.file), console);
    let (file, errors) = (&arguments.file, arguments.errors);
    let frames = match frames::read(file, errors, &progress) {
        Ok(frames) => frames,
        Err(error) => return console.refuse(file, error),
    };
    let reading = Reading::new().entity(&arguments.entity).currency(arguments.currency);
    let reading = if frames.is_text { reading.text_amounts() } else { reading };
    let reading = if arguments.whole_floats { reading.whole_floats() } else { reading };
    let asked = arguments.metrics.iter().cloned();
    let asked = asked.map(|it| if arguments.bounds { it.with_bounds() } else { it });
    let asked: Vec<Asked> = asked.collect();
    let table = match reading.errors(errors).read_beside(&frames.batches, frames.unread) {
        Ok(table) => table,
        Err(error) => return console.refuse(file, error),
    };
    match table.compute(&asked, arguments.places) {
        Ok(computed) => print(arguments, &computed, console)?,
        Err(error) => return console.refuse(file, error),
    }
    let refused = table.refused().count();
    for (_, error) in table.refused().take(NAMED_ROWS_MAX) {
        console.refuse(file, error)?;
    }
    if refused > NAMED_ROWS_MAX {
        let more = refused - NAMED_ROWS_MAX;
        console.note(format_args!("{file}: {more} more rows have an error in their column"));
    }
    Ok(())
}

fn print(arguments: &Arguments, computed: &[RecordBatch], console: &mut Console) -> io::Result<()> {
    let Some(target) = &arguments.output else {
        return computed.iter().enumerate().try_for_each(|(at, batch)| {
            let text = match arguments.json {
                true => financials_arrow::json_lines(batch),
                false => financials_arrow::csv(batch, at == 0),
            };
            console.write_all(text.as_bytes())
        });
    };
    let written = target.create().and_then(|mut writer| {
        computed.iter().try_for_each(|batch| writer.write(batch))?;
        writer.finish()
    });
    written.or_else(|error| console.refuse(target, error))
}

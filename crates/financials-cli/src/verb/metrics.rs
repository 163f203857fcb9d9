//! `financials metrics`: the catalogue.

use std::io::{self, Write};

use clap::Args;
use financials::{Metric, metric::Group};

use crate::console::Console;

/// List the metrics of the catalogue, with their formulas
///
/// A NAME is a metric's name or alias in any spelling; without one, all are listed.
#[derive(Args)]
#[command(verbatim_doc_comment, after_long_help = EXAMPLES)]
pub struct Arguments {
    /// Print one object a line: `name`, `aliases`, `group`, `kind`, `formula`, `latex`, `inputs`
    /// and `doc`
    #[arg(verbatim_doc_comment, long)]
    json: bool,
    /// A metric, such as return_on_equity or EV/EBITDA
    #[arg(value_name = "NAME")]
    metrics: Vec<Metric>,
}

const EXAMPLES: &str = "\
Examples:
  financials metrics EV/EBITDA \"Return on Equity\"
  financials metrics --json | jq -r 'select(.group == \"profitability\") | .formula'";

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    let metrics: Vec<Metric> = match arguments.metrics.as_slice() {
        [] => Metric::all().collect(),
        metrics => metrics.to_vec(),
    };
    let mut group = None;
    for metric in metrics {
        if arguments.json {
            writeln!(console, "{}", financials_wire::metric(metric))?;
        } else {
            print(console, metric, &mut group)?;
        }
    }
    Ok(())
}

fn print(out: &mut impl Write, metric: Metric, last: &mut Option<Group>) -> io::Result<()> {
    if last.replace(metric.group()) != Some(metric.group()) {
        writeln!(out, "{:?}", metric.group())?;
    }
    writeln!(out, "  {metric} = {}", metric.formula())?;
    writeln!(out, "      {}", metric.doc())?;
    if !metric.aliases().is_empty() {
        writeln!(out, "      also: {}", metric.aliases().join(", "))?;
    }
    Ok(())
}

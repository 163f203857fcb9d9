//! Lists the catalogue: `cargo run --example metrics -- [--json] [NAME...]`
//!
//! With `--json` each metric is one object on a line of its own: `name`, `aliases`, `group`,
//! `kind`, `formula`, `latex`, `inputs` and `doc`. A `NAME` is a metric's name or alias, in any
//! spelling: `EV/EBITDA`.
#![allow(missing_docs, reason = "an example has no users")]

use std::{
    env,
    error::Error,
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use financials::{Metric, metric::Group};
use serde_json::{Value, json};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("metrics: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let (flags, names): (Vec<_>, Vec<_>) =
        env::args().skip(1).partition(|argument| argument.starts_with("--"));
    if let Some(flag) = flags.iter().find(|flag| *flag != "--json") {
        return Err(format!("{flag} is no option; usage: metrics [--json] [NAME...]").into());
    }
    let metrics: Vec<Metric> = if names.is_empty() {
        Metric::all().collect()
    } else {
        names.iter().map(|name| name.parse()).collect::<Result<_, _>>()?
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut group = None;
    for metric in metrics {
        if flags.is_empty() {
            print(&mut out, metric, &mut group)?;
        } else {
            writeln!(out, "{}", as_json(metric)?)?;
        }
    }
    Ok(out.flush()?)
}

fn as_json(metric: Metric) -> Result<Value, serde_json::Error> {
    Ok(json!({
        "name": metric.name(),
        "aliases": metric.aliases(),
        "group": metric.group(),
        "kind": metric.kind(),
        "formula": metric.formula().to_string(),
        "latex": metric.latex(),
        "inputs": serde_json::to_value(metric.inputs())?,
        "doc": metric.doc(),
    }))
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

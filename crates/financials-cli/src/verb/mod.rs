//! [`Verb`]: what the program does, one file each.

mod check;
mod compute;
mod evaluate;
mod facts;
mod history;
mod metrics;
mod page;
mod panel;
mod scan;
mod tie_out;

use std::io;

use clap::Subcommand;

use crate::{console::Console, input::Input};

/// What to do.
#[derive(Subcommand)]
pub enum Verb {
    History(history::Arguments),
    Panel(panel::Arguments),
    Compute(compute::Arguments),
    Facts(facts::Arguments),
    Check(check::Arguments),
    Page(page::Arguments),
    Scan(scan::Arguments),
    TieOut(tie_out::Arguments),
    Evaluate(evaluate::Arguments),
    Metrics(metrics::Arguments),
}

impl Verb {
    /// Returns the files that it is told to read.
    pub fn inputs(&self) -> impl Iterator<Item = &Input> {
        let inputs: Vec<&Input> = match self {
            Self::History(arguments) => arguments.files.iter().collect(),
            Self::Panel(arguments) => arguments.files.iter().collect(),
            Self::Compute(arguments) => vec![&arguments.file],
            Self::Facts(arguments) => arguments.files.iter().collect(),
            Self::Page(arguments) => arguments.inputs().collect(),
            Self::Scan(arguments) => arguments.files.iter().collect(),
            Self::Check(arguments) => arguments.inputs().collect(),
            Self::TieOut(arguments) => arguments.inputs().collect(),
            Self::Evaluate(arguments) => arguments.files.iter().collect(),
            Self::Metrics(_) => Vec::new(),
        };
        inputs.into_iter()
    }

    /// Does it.
    ///
    /// # Errors
    /// The output cannot be written. What cannot be read is told to the console.
    pub fn run(&self, console: &mut Console) -> io::Result<()> {
        match self {
            Self::History(arguments) => history::run(arguments, console),
            Self::Panel(arguments) => panel::run(arguments, console),
            Self::Compute(arguments) => compute::run(arguments, console),
            Self::Facts(arguments) => facts::run(arguments, console),
            Self::Page(arguments) => page::run(arguments, console),
            Self::Scan(arguments) => scan::run(arguments, console),
            Self::Check(arguments) => check::run(arguments, console),
            Self::TieOut(arguments) => tie_out::run(arguments, console),
            Self::Evaluate(arguments) => evaluate::run(arguments, console),
            Self::Metrics(arguments) => metrics::run(arguments, console),
        }
    }
}

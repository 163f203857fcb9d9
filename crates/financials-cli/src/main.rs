//! Company figures you can check, on the command line.
//!
//! Each verb is a file of [`verb`]: what it takes, and what it prints. [`input`] is what they read,
//! and [`console`] where they write.
//!
//! *Invariant:* no verb computes what the crate does not; each reads, asks and prints.
#![deny(clippy::print_stdout, clippy::print_stderr, reason = "they panic where nobody listens")]

mod verb;
mod frames;
mod whose;
mod subject;
mod filed;
mod filing;
mod input;
mod within;
mod vintage;
mod draft;
mod distinct;
mod console;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{CommandFactory, Parser, error::ErrorKind};

use self::{console::Console, verb::Verb};

/// Company figures you can check: exact, with their stated precision and their source, and a reason
/// where a number would mislead.
#[derive(Parser)]
#[command(name = "financials", version, verbatim_doc_comment, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

const EXIT_CODES: &str = "\
Where a file is asked for, `-` is standard input. With --json, the output is one object a line.

Exit codes:
  0  done; also where whoever reads the output closes it early
  1  something could not be read or written: standard error says what and why, and the rest is
     printed
  2  wrong usage; nothing is printed
What the figures come to, a contradiction or a value that does not exist, changes no exit code.";

fn main() -> ExitCode {
    let cli = Cli::parse();
    if cli.verb.inputs().filter(|input| input.is_standard()).count() > 1 {
        let error = "standard input (-) can be read only once";
        Cli::command().error(ErrorKind::ArgumentConflict, error).exit();
    }
    let mut console = Console::standard();
    let printed = cli.verb.run(&mut console).and_then(|()| console.flush());
    match printed {
        // Whoever reads the output has seen enough of it.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            console.fail("standard output", error);
        }
        _ => {}
    }
    console.exit_code()
}

//! The program, run as a user runs it.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod check;
mod rewritten;
mod documents;
mod swapped;
mod swaps;
mod later;
mod compute;
mod evaluate;
mod filings;
mod frames;
mod history;
mod metrics;
mod page;
mod panel;
mod program;
mod scan;
mod tie_out;

use std::{
    env, fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// Runs the program.
fn run(arguments: &[&str]) -> Output {
    run_with("", arguments)
}

/// Runs the program with a text on standard input, which one that refuses its arguments leaves
/// unread.
fn run_with(text: &str, arguments: &[&str]) -> Output {
    let mut child = program(arguments).spawn().unwrap();
    if let Err(error) = child.stdin.take().unwrap().write_all(text.as_bytes()) {
        assert_eq!(error.kind(), ErrorKind::BrokenPipe, "{error}");
    }
    child.wait_with_output().unwrap()
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_financials"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Returns the objects of the output, one a line.
fn rows(output: &Output) -> Vec<Value> {
    let lines = core::str::from_utf8(&output.stdout).unwrap().lines();
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Writes a file for the program to read, apart from those of other runs.
fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = env::temp_dir().join(format!("financials-cli-{}-{name}", std::process::id()));
    fs::write(&path, content).unwrap();
    path
}

/// Returns the path of a file of the repository.
fn own(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.join(path).to_str().unwrap().to_owned()
}

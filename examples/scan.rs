//! Prints the figures of text files: `cargo run --example scan -- [--json] FILE...`
#![allow(missing_docs, reason = "an example has no users")]

use std::{
    env, fs,
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use financials::{
    Decimal,
    stated::{Found, scan},
};
use serde_json::json;

fn main() -> ExitCode {
    let (flags, files): (Vec<_>, Vec<_>) = env::args().skip(1).partition(|arg| arg == "--json");
    if files.is_empty() {
        eprintln!("usage: scan [--json] FILE...");
        return ExitCode::from(2);
    }
    let json = !flags.is_empty();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut all_read = true;
    for file in &files {
        let printed = match read(file) {
            Ok(text) => scan(&text).try_for_each(|found| print(&mut out, file, &found, json)),
            Err(error) => {
                eprintln!("{file}: {error}");
                all_read = false;
                Ok(())
            }
        };
        if let Err(error) = printed.and_then(|()| out.flush()) {
            eprintln!("standard output: {error}");
            return ExitCode::FAILURE;
        }
    }
    if all_read { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read(file: &str) -> Result<String, String> {
    let bytes = fs::read(file).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("not UTF-8 at byte {at}")
    })
}

fn print(out: &mut impl Write, file: &str, found: &Found<'_>, json: bool) -> io::Result<()> {
    let (span, stated) = (found.span(), found.stated());
    if json {
        let line = json!({
            "file": file,
            "start": span.start,
            "end": span.end,
            "text": found.text(),
            "kind": stated.unit().kind(),
            "value": shown(stated.value()),
            "high": stated.high().map(shown),
            "decimals": stated.decimals(),
            "bound": stated.bound().name(),
            "currency": stated.unit().currency().map(|currency| currency.code()),
        });
        writeln!(out, "{line}")
    } else {
        let text = found.text().split_whitespace().collect::<Vec<_>>().join(" ");
        writeln!(out, "{file}:{:<7} {:<36} {text}", span.start, stated.to_string())
    }
}

/// Returns a value in base units as text, without an exponent.
fn shown(value: Decimal) -> String {
    value.normalize().to_string()
}

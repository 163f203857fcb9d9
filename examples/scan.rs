//! Prints the figures of text files: `cargo run --example scan -- [--json] FILE...`
//!
//! `-` is standard input. With `--json`, each figure is one object a line: `file`, `start` and `end`
//! (bytes, half open), `text`, `kind` (money, ratio, multiple, count, days), `value` and `high` (in
//! base units, `high` null unless a range), `decimals` (of the value: 48% is 0.48, to 2), `bound`
//! (stated, about, more_than, less_than, at_least, at_most, nearly), `currency`.
#![allow(missing_docs, reason = "an example has no users")]

use std::{
    env, fs,
    io::{self, BufWriter, Read, Write},
    process::ExitCode,
};

use financials::{
    Decimal,
    stated::{Found, scan},
};
use serde_json::json;

const USAGE: &str = "usage: scan [--json] FILE...    (- for standard input)";

fn main() -> ExitCode {
    let (flags, files): (Vec<_>, Vec<_>) =
        env::args().skip(1).partition(|arg| arg.starts_with("--"));
    if flags.iter().any(|flag| flag == "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    if files.is_empty() || flags.iter().any(|flag| flag != "--json") {
        eprintln!("{USAGE}");
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

fn read_all() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn read(file: &str) -> Result<String, String> {
    let bytes = match file {
        "-" => read_all(),
        file => fs::read(file),
    };
    let bytes = bytes.map_err(|error| error.to_string())?;
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
            "value": shown(stated.number()),
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

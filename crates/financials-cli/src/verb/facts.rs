//! `financials facts`: the facts of filings.

use std::io::{self, Write};

use clap::Args;
use financials::xbrl::{Content, Document, Fact, Facts, Reader};
use serde::Serialize;
use serde_json::json;

use crate::{console::Console, input::Input};

/// List the facts of XBRL instances, inline XBRL and xBRL-JSON, with their stated precision
///
/// What a file is, is seen from its content; it may be packed by gzip. A fact that cannot be read
/// is named with its id and its byte, and the others are printed.
#[derive(Args)]
#[command(verbatim_doc_comment, after_long_help = HELP)]
pub struct Arguments {
    /// Print one object a line, rather than a table
    #[arg(long)]
    json: bool,
    /// Read the files as the documents of one inline report
    #[arg(long)]
    set: bool,
    /// A filing's document, or - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<Input>,
}

const HELP: &str = "\
With --json, each fact is one object a line:
  file, document       the document, and with --set the first of them and its own
  concept, namespace   the name with its usual prefix, and what the prefix stands for
  value                an exact decimal or a text, null where nil or a text of more than 1,024 bytes
  decimals, precision  as stated: an integer, \"INF\" or null
  unit                 such as iso4217:USD/xbrli:shares, null of a text
  start, end, instant  days that are part of the period; \"forever\" in start and end
  entity, dims         scheme|identifier; axes with their members, null where nil
  nil, id, tuple       whether it says nothing; its id; the record that it is a part of
  raw, format, scale, sign, byte   how it is written, and where
A fact that cannot be read has file, document, error, id and offset. What is worth knowing of the
others, such as numbers that contradict each other, is said on standard error.

Examples:
  financials facts --json aapl-20230930_htm.xml | jq -r 'select(.dims == {}) | .concept'
  financials facts --set header_ixbrl.htm body_ixbrl.htm";

pub fn run(arguments: &Arguments, console: &mut Console) -> io::Result<()> {
    let progress = Input::progress_over(&arguments.files, console);
    let mut documents = Vec::new();
    for file in &arguments.files {
        match file.unpacked(&progress) {
            Ok(bytes) => documents.push((file.to_string(), bytes)),
            Err(error) => console.refuse(file, error)?,
        }
        if !arguments.set {
            documents
                .drain(..)
                .try_for_each(|document| read(console, &[document], arguments.json))?;
        }
    }
    // A part of a set alone would be read as if its contexts did not exist.
    if documents.len() == arguments.files.len() {
        read(console, &documents, arguments.json)?;
    }
    Ok(())
}

/// Reads the documents of a report, and prints its facts.
fn read(console: &mut Console, set: &[(String, Vec<u8>)], json: bool) -> io::Result<()> {
    let Some((name, _)) = set.first() else { return Ok(()) };
    let documents: Vec<Document<'_>> =
        set.iter().map(|(name, bytes)| Document::new(name, bytes)).collect();
    match Reader::new().read(&documents) {
        Ok(facts) => print(console, name, &facts, json),
        Err(error) => {
            if json {
                let line = json!({"file": name, "error": error.to_string()});
                writeln!(console, "{line}")?;
            }
            console.refuse(name, error)
        }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    document: &'a str,
    #[serde(flatten)]
    fact: Fact<'a>,
}

fn print(console: &mut Console, file: &str, facts: &Facts, json: bool) -> io::Result<()> {
    for fact in facts.iter() {
        if json {
            let line = serde_json::to_string(&Line { file, document: fact.document(), fact })?;
            writeln!(console, "{line}")?;
        } else {
            table(console, file, fact)?;
        }
    }
    for error in facts.errors() {
        if json {
            let (message, id) = (error.to_string(), error.id.as_deref());
            let line = json!({"file": file, "document": error.document, "error": message, "id": id,
                "offset": error.byte});
            writeln!(console, "{line}")?;
        }
        console.refuse(file, error)?;
    }
    console.flush()?;
    for finding in facts.findings() {
        console.note(finding);
    }
    Ok(())
}

fn table(out: &mut impl Write, file: &str, fact: Fact<'_>) -> io::Result<()> {
    let value = match fact.content() {
        Content::Number(number) => number.to_string(),
        Content::Fraction { numerator, denominator, .. } => format!("{numerator}/{denominator}"),
        Content::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Content::LongText { bytes, .. } => format!("({bytes} bytes of text)"),
        _ => String::from("nil"),
    };
    let unit = fact.unit().map(|unit| format!(" {unit}")).unwrap_or_default();
    let accuracy = fact.accuracy().map(|accuracy| format!(" {accuracy}")).unwrap_or_default();
    let dims: String =
        fact.dimensions().map(|of| format!(" {}={}", of.axis.local(), of.member)).collect();
    writeln!(
        out,
        "{file}:{:<8} {} {} {value}{unit}{accuracy}{dims}",
        fact.byte(),
        fact.period(),
        fact.concept()
    )
}

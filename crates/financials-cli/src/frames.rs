//! Tables as files: CSV and JSON lines as text, and Parquet where it was built in.

use core::fmt;
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use arrow_array::RecordBatch;
use financials_arrow::{Errors, RefusedRows};
use indicatif::ProgressBar;

use crate::{draft::Draft, filed::Failure, input::Input};

/// How a Parquet file begins.
const PARQUET: &[u8] = b"PAR1";

#[cfg(not(feature = "parquet"))]
const NOT_BUILT_IN: &str = "is Parquet, and this program was built without it: build it with \
                            `--features parquet`";

/// A table as it was read.
pub struct Frames {
    pub batches: Vec<RecordBatch>,
    /// Whether every column is text, amounts too.
    pub is_text: bool,
    /// The rows whose lines cannot be read.
    pub unread: RefusedRows,
}

/// Reads a table, by what it begins with; a line that cannot be read is an error of the whole
/// table, or of its row.
pub fn read(input: &Input, errors: Errors, progress: &ProgressBar) -> Result<Frames, Failure> {
    let bytes = input.unpacked(progress)?;
    if bytes.starts_with(PARQUET) {
        let (batches, is_text, unread) = (parquet(bytes)?, false, RefusedRows::new());
        return Ok(Frames { batches, is_text, unread });
    }
    let text = String::from_utf8(bytes)
        .map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to()))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let none = RefusedRows::new();
    let (batch, unread) = match (begins_json(text), errors) {
        (true, Errors::Row) => financials_arrow::parse_json_rows(text)?,
        (true, _) => (financials_arrow::parse_json_lines(text)?, none),
        (false, Errors::Row) => financials_arrow::parse_csv_rows(text)?,
        (false, _) => (financials_arrow::parse_csv(text)?, none),
    };
    Ok(Frames { batches: vec![batch], is_text: true, unread })
}

/// Returns whether a text is JSON by how it begins; no column is called `[{`.
fn begins_json(text: &str) -> bool {
    let text = text.trim_start();
    let items = text.strip_prefix('[').map(str::trim_start);
    text.starts_with('{') || items.is_some_and(|items| items.starts_with(['{', ']']))
}

#[cfg(feature = "parquet")]
fn parquet(bytes: Vec<u8>) -> Result<Vec<RecordBatch>, Failure> {
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    let reader = ParquetRecordBatchReaderBuilder::try_new(bytes::Bytes::from(bytes))?;
    let schema = reader.schema().clone();
    let mut batches = reader.with_batch_size(1 << 16).build()?.collect::<Result<Vec<_>, _>>()?;
    if batches.is_empty() {
        batches.push(RecordBatch::new_empty(schema));
    }
    Ok(batches)
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: Vec<u8>) -> Result<Vec<RecordBatch>, Failure> {
    Err(NOT_BUILT_IN.into())
}

/// A file that a table is written to, and what it becomes by its ending.
#[derive(Clone, Debug)]
pub struct Target {
    path: PathBuf,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Csv,
    JsonLines,
    #[cfg(feature = "parquet")]
    Parquet,
}

/// Reads the name of a file to write.
pub fn target(path: &str) -> Result<Target, String> {
    let path = PathBuf::from(path);
    let kind = match path.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => Kind::Csv,
        Some("jsonl" | "ndjson") => Kind::JsonLines,
        #[cfg(feature = "parquet")]
        Some("parquet") => Kind::Parquet,
        #[cfg(not(feature = "parquet"))]
        Some("parquet") => return Err(NOT_BUILT_IN.into()),
        _ => return Err(String::from("must end in .csv, .jsonl, .ndjson or .parquet")),
    };
    Ok(Target { path, kind })
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(f)
    }
}

impl Target {
    /// Returns whether it is of text, and then whether that is JSON.
    pub fn is_json_text(&self) -> Option<bool> {
        match self.kind {
            Kind::Csv => Some(false),
            Kind::JsonLines => Some(true),
            #[cfg(feature = "parquet")]
            Kind::Parquet => None,
        }
    }

    /// Returns where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Starts the file anew, which takes its place when it is finished.
    pub fn create(&self) -> io::Result<Writer> {
        let file = Draft::at(&self.path)?;
        Ok(Writer(match self.kind {
            Kind::Csv => Form::Csv(file, true),
            Kind::JsonLines => Form::JsonLines(file),
            #[cfg(feature = "parquet")]
            Kind::Parquet => Form::Parquet(Some(file), None),
        }))
    }
}

/// A file to which batches are written, one after the other.
pub struct Writer(Form);

enum Form {
    /// The file, and whether the names of the columns are still to be written.
    Csv(Draft, bool),
    JsonLines(Draft),
    /// The file until the columns are known, and then what writes them.
    #[cfg(feature = "parquet")]
    Parquet(Option<Draft>, Option<Box<parquet::arrow::ArrowWriter<Draft>>>),
}

impl Writer {
    /// Writes the rows of a batch.
    pub fn write(&mut self, batch: &RecordBatch) -> io::Result<()> {
        match &mut self.0 {
            Form::Csv(file, is_first) => {
                let has_header = core::mem::replace(is_first, false);
                file.write_all(financials_arrow::csv(batch, has_header).as_bytes())
            }
            Form::JsonLines(file) => file.write_all(financials_arrow::json_lines(batch).as_bytes()),
            #[cfg(feature = "parquet")]
            Form::Parquet(file, writer) => {
                if let Some(file) = file.take() {
                    let made = parquet::arrow::ArrowWriter::try_new(file, batch.schema(), None);
                    *writer = Some(Box::new(made?));
                }
                writer.iter_mut().try_for_each(|writer| writer.write(batch))?;
                Ok(())
            }
        }
    }

    /// Ends the file.
    pub fn finish(self) -> io::Result<()> {
        match self.0 {
            Form::Csv(file, _) | Form::JsonLines(file) => file.finish(),
            #[cfg(feature = "parquet")]
            Form::Parquet(_, Some(writer)) => writer.into_inner()?.finish(),
            #[cfg(feature = "parquet")]
            Form::Parquet(file, None) => file.map_or(Ok(()), Draft::finish),
        }
    }
}
